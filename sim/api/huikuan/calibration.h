// Payment delays of a simulated population, to be held against published ones (models.md §11).
// A profile is a case under scenarios/calibration/<profile>/: each of its customers is a segment of
// the population, each with one claim that falls due early in the run.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "huikuan/scenario.h"

namespace huikuan {

// Profiles in the bundle, sorted.
std::vector<std::string> ProfileIds(const Bundle& bundle);
// Loads calibration/<profile>/case.json as a case is loaded.
LoadReport LoadProfile(const Bundle& bundle, std::string_view profile);

struct PopulationOptions {
  int customers = 400;    // segments by turns
  int invoices_each = 5;  // runs of one customer: the same people and means, other luck and causes
  Seed first_seed = 1;
  // Who collects: a quick policy by name, or empty: half polite-waiter, half by-the-book, because
  // published delays already include chasing (models.md §11).
  std::string collector;
};

// What became of one claim. Collectors begin three days after it is due (design value).
struct CollectedInvoice {
  int customer = 0;
  int segment = 0;
  int delay = 0;  // calendar days from due to the last of it; to the run's end if it is not paid
  bool paid = false;
  bool disputed = false;  // delivery, quality, account or invoice were in question
  bool blocked = false;   // something stood in the way
  bool in_parts = false;
  int payments = 0;
  int payments_on_runs = 0;
  int promises_kept = 0;
  int promises_broken = 0;  // in part or altogether
  int found = -1;           // days from due until the trainee knew what blocked it; -1: never
};

// In order of customers. Error "bot.unknown" for a collector there is not.
Result<std::vector<CollectedInvoice>> CollectFromPopulation(
    const Scenario& profile, const PopulationOptions& options,
    const std::function<void(int)>& progress = {});

struct PaymentFigures {
  int invoices = 0;
  double late = 0;          // share paid after the due date, or not at all
  double mean_delay = 0;    // days, early ones as 0, unpaid ones as at the run's end
  double mean_if_late = 0;  // of those paid late
  double p50 = 0, p75 = 0, p90 = 0, p95 = 0;  // of all, days
  double over30 = 0, over60 = 0, over90 = 0;  // shares of all
  double unpaid = 0;                          // share not paid in full at the end
  double disputed = 0;                        // share disputed
  double disputed_lift = 0;                   // late share of disputed ones over that of the others
  double between = 0;  // share of the variance of paid delays that lies between customers (ICC)
  double promises_kept = 0;  // of those dated and due
  double in_parts = 0;       // share paid in more than one payment
  double on_runs = 0;        // share of payments that came on a run day
};
PaymentFigures MeasurePayments(const std::vector<CollectedInvoice>& invoices);

}  // namespace huikuan
