// A case made larger than it was authored, to measure how the cost of a run grows.
#include "content/loader.h"
#include "huikuan/experiment.h"

namespace huikuan {

namespace {

constexpr int kMonth = 22;         // business days after which the calendar of runs repeats
constexpr int kInvoiceEvery = 20;  // business days between invoices, so that somebody always owes

void StretchDays(std::size_t days, Scenario* s) {
  const std::size_t authored = s->days.size();
  s->days.resize(days);
  for (std::size_t d = authored; d < days; ++d) {
    Date next = s->days[d - 1].date + 1;
    while (Weekday(next) >= 5) ++next;
    s->days[d].date = next;
  }
  const auto shifted = [&](content::RunDay day, std::size_t by) {
    if (day.run != kNever) day.run = static_cast<Day>(day.run + static_cast<Day>(by));
    if (day.run >= static_cast<Day>(days)) day.run = kNever;
    return day;
  };
  for (content::Customer& customer : s->customers) {
    customer.days.resize(days);
    for (std::size_t d = 0; d < days; ++d) {
      const std::size_t like = d < authored ? d : d % kMonth;
      customer.days[d] = shifted(customer.days[like], d - like);
    }
  }
}

// The claim again and again, with nothing in the way of the later ones.
void AddInvoices(const Scenario& s, content::Customer* customer) {
  content::Invoice next = customer->invoices[customer->claim];
  for (std::uint32_t& weight : next.blocker_weights) weight = 0;
  next.blocker_weights.back() = 1;
  for (std::size_t day = kInvoiceEvery; day < s.days.size(); day += kInvoiceEvery) {
    if (customer->invoices.size() >= world::kMaxInvoices) return;
    next.id = "later" + std::to_string(day);
    next.starts = static_cast<Day>(day);
    next.due = s.days[day].date;
    customer->invoices.push_back(next);
  }
}

}  // namespace

ScenarioPtr Stretched(const Scenario& scenario, int customers, int days) {
  const bool possible = customers >= 1 && customers <= world::kMaxCustomers && days >= 2 &&
                        days <= world::kMaxDays && scenario.days.size() >= kMonth;
  if (!possible) return nullptr;
  auto stretched = std::make_shared<Scenario>(scenario);
  stretched->customers.resize(1);
  StretchDays(static_cast<std::size_t>(days), stretched.get());
  AddInvoices(*stretched, &stretched->customers[0]);
  for (int c = 1; c < customers; ++c) {
    stretched->customers.push_back(stretched->customers[0]);
    stretched->customers.back().id += std::to_string(c);
  }
  // As much time for each of them as the case gives to its one customer.
  stretched->costs.minutes_a_day *= customers;
  stretched->costs.commands_a_day *= customers;
  content::BuildIndex(stretched.get());
  stretched->rules_hash = content::ComputeRulesHash(*stretched);
  return stretched;
}

}  // namespace huikuan
