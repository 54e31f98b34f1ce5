#include "rules/payment/receipt.h"

#include "rules/company/cash.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

void Receive(World& world, CustomerId c, InvoiceId i, Cents amount) {
  const content::Customer& customer = world.customer(c);
  world::CustomerKnown& mine = world.known(c);
  world::InvoiceKnown& known = mine.invoices[i];
  known.paid += amount;
  const Date elapsed = world.date() - world.content.start;
  const Ppm rate = world.content.costs.daily_discount;
  // Simple daily discount: exact in integers and close to compounding over a few months.
  CashIn(world, amount);
  world.seller().received_value += amount - MulPpm(amount, rate * elapsed);
  Event e = world.NewEvent(EventKind::kPaymentReceived, c);
  e.item = i;
  e.amount = amount;
  world.Emit(e);
  const bool all = OpenOf(customer, mine, i) == 0;
  known.told_gate = static_cast<std::uint8_t>(all ? Gate::kPaid : Gate::kCashPlan);
  known.told_day = world.day();
  if (!all) return;
  const InvoiceId next = OldestOpen(customer, mine);
  if (next != mine.focus) mine.agreed = 0;  // a yes was about the other one
  mine.focus = next;
}

}  // namespace huikuan::rules
