#include "rules/payment/receipt.h"

#include "rules/company/cash.h"
#include "rules/legal/limitation.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

// What money on this day is worth on the first. Simple daily discount: exact in integers and close
// to compounding over a few months.
Cents OnTheFirstDay(const World& world, Cents amount) {
  const Date elapsed = world.date() - world.content.start;
  return amount - MulPpm(amount, world.content.costs.daily_discount * elapsed);
}

void DiscussOldest(World& world, CustomerId c) {
  world::CustomerKnown& mine = world.known(c);
  const InvoiceId next = OldestOpen(world.customer(c), mine);
  if (next != mine.focus) mine.agreed = 0;  // a yes was about the other one
  mine.focus = next;
}

}  // namespace

void Receive(World& world, CustomerId c, InvoiceId i, Cents amount) {
  world::InvoiceKnown& known = world.known(c).invoices[i];
  known.paid += amount;
  known.paid_day = static_cast<std::uint8_t>(world.day());
  CashIn(world, amount);
  world.seller().received_value += OnTheFirstDay(world, amount);
  Event e = world.NewEvent(EventKind::kPaymentReceived, c);
  e.item = i;
  e.amount = amount;
  world.Emit(e);
  Settle(world, c, i);
  if (OpenOf(world.customer(c), world.known(c), i) > 0) {
    Renew(world, c, i, content::Interruption::kPartPayment);
  }
}

void Settle(World& world, CustomerId c, InvoiceId i) {
  world::InvoiceKnown& known = world.known(c).invoices[i];
  const bool all = OpenOf(world.customer(c), world.seen(c), i) == 0;
  known.told_gate = static_cast<std::uint8_t>(all ? Gate::kPaid : Gate::kCashPlan);
  known.told_day = world.day();
  if (all) DiscussOldest(world, c);
}

void Reopen(World& world, CustomerId c, InvoiceId i) {
  world::InvoiceKnown& known = world.known(c).invoices[i];
  known.told_gate = static_cast<std::uint8_t>(Gate::kCashPlan);
  known.told_day = world.day();
  world::InvoiceTruth& truth = world.truth(c).invoices[i];
  truth.gate = known.told_gate;
  truth.gate_since = world.day();
  truth.listed = 0;
  DiscussOldest(world, c);
}

void GiveBack(World& world, CustomerId c, InvoiceId i, Cents amount, MoneyBack why) {
  world.known(c).invoices[i].paid -= amount;
  CashIn(world, -amount);
  world.seller().received_value -= OnTheFirstDay(world, amount);
  Event e = world.NewEvent(EventKind::kMoneyReturned, c);
  e.item = i;
  e.amount = amount;
  e.value = static_cast<std::uint8_t>(why);
  world.Emit(e);
  Reopen(world, c, i);
}

}  // namespace huikuan::rules
