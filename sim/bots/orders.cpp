// What a prudent seller does with an order: goods for who pays, money first where there is doubt.
#include "rules/company/orders.h"

#include "bots/tools.h"
#include "rules/legal/standing.h"
#include "rules/payment/ledger.h"

namespace huikuan::bots {

std::optional<Command> DecideOrders(const BotView& v, std::uint16_t among) {
  for (std::size_t i = 0; i < v.content.customers.size(); ++i) {
    if (!content::Has(among, static_cast<int>(i))) continue;
    const auto c = static_cast<CustomerId>(i);
    const content::Customer& customer = v.content.customers[i];
    for (std::size_t n = 0; n < customer.orders.size(); ++n) {
      const auto o = static_cast<OrderId>(n);
      const auto state = static_cast<OrderState>(v.known.customers[i].orders.items[n].state);
      if (state != OrderState::kWaiting && state != OrderState::kHeld) continue;
      const bool overdue = rules::OverdueTotal(v.content, v.known, c) > 0;
      const bool over = rules::OverLimit(customer, v.known.customers[i], o) > 0;
      const DecideOrder release = DecideOrder{c, o, OrderDecision::kRelease};
      if (!overdue && !over && Lawful(v, release)) return release;
      const DecideOrder prepay = DecideOrder{c, o, OrderDecision::kPrepay};
      if (Lawful(v, prepay)) return prepay;
      const DecideOrder hold = DecideOrder{c, o, OrderDecision::kHold};
      if (!overdue || !Lawful(v, hold)) continue;
      // What a contract binds us to deliver is sent all the same.
      if (rules::MayHold(v.content, v.known, c, o) != content::Answer::kNo) return hold;
      if (Lawful(v, release)) return release;
    }
  }
  return std::nullopt;
}

}  // namespace huikuan::bots
