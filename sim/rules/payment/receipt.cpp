#include "rules/payment/receipt.h"

#include "rules/knowledge.h"

namespace huikuan::rules {

void Receive(World& world, CustomerId c, Cents amount) {
  const content::Customer& customer = world.customer(c);
  world::InvoiceTruth& claim = world.claim(c);
  world::InvoiceKnown& known = world.known(c).invoices[customer.claim];
  claim.paid += amount;
  known.paid += amount;
  const Date elapsed = world.date() - world.content.start;
  const Ppm rate = world.content.costs.daily_discount;
  // Simple daily discount: exact in integers and close to compounding over a few months.
  world.seller().received_value += amount - MulPpm(amount, rate * elapsed);
  Event e = world.NewEvent(EventKind::kPaymentReceived, c);
  e.item = customer.claim;
  e.amount = amount;
  world.Emit(e);
  if (known.paid == customer.invoices[customer.claim].amount) {
    known.told_gate = static_cast<std::uint8_t>(Gate::kPaid);
  } else {
    known.told_gate = static_cast<std::uint8_t>(Gate::kCashPlan);
  }
  known.told_day = world.day();
}

}  // namespace huikuan::rules
