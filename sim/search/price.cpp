#include "search/price.h"

#include "rules/payment/ledger.h"
#include "rules/rules.h"

namespace huikuan::search {

namespace {

// What ten minutes spent on one customer are worth on another: a share of the ledger (models.md §8
// found 0.001–0.008 an action to make little difference). Alone, a customer has all the time.
constexpr double kShadowPrice = 0.002;

}  // namespace

double PriceOfTime(const Scenario& content, const world::Known& known, CustomerId customer,
                   const Command& command) {
  if (content.customers.size() < 2) return 0;
  const int minutes = rules::MinutesOf(content, known, command);
  const auto ledger = static_cast<double>(
      rules::OpenTotal(content.customers[customer], known.customers[customer]));
  return ledger * kShadowPrice * minutes / 10;
}

}  // namespace huikuan::search
