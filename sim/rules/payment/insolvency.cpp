#include "rules/payment/insolvency.h"

#include "rules/payment/instrument.h"
#include "rules/payment/receipt.h"

namespace huikuan::rules {

namespace {

// Received on this invoice in the run; what was paid before the first day is out of reach.
Cents ReceivedHere(const World& world, CustomerId c, InvoiceId i) {
  return world.state.known.customers[c].invoices[i].paid -
         world.content.customers[c].invoices[i].paid;
}

void ClawBack(World& world, CustomerId c) {
  const ClawbackRule rule = ClawbackOf(world.content);
  for (std::size_t n = 0; n < world.customer(c).invoices.size(); ++n) {
    const auto i = static_cast<InvoiceId>(n);
    const world::InvoiceKnown& known = world.seen(c).invoices[n];
    const Cents received = ReceivedHere(world, c, i);
    if (received <= 0 || known.paid_day == world::kNoDay) continue;
    if (world.date() - world.content.days[known.paid_day].date > rule.window_days) continue;
    if (!world.chance.Happens(Draw::kClawback, c, i, rule.chance)) continue;
    GiveBack(world, c, i, received, MoneyBack::kClawback);
  }
}

}  // namespace

ClawbackRule ClawbackOf(const Scenario&) { return {}; }

bool InsolvencyMorning(World& world, CustomerId c) {
  const Q16 chance = world.customer(c).paying.insolvency;
  if (chance == 0 || Insolvent(world.seen(c))) return false;
  // Nothing to pay from: what is there is what must stay.
  if (world.truth(c).cash > world.truth(c).floor) return false;
  if (!world.chance.Happens(Draw::kInsolvency, c, 0, chance)) return false;
  world.known(c).insolvent = world.day();
  for (world::InvoiceTruth& invoice : world.truth(c).invoices) invoice.listed = 0;
  world.Emit(world.NewEvent(EventKind::kInsolvencyFiled, c));
  VoidOffers(world, c);
  ClawBack(world, c);
  return true;
}

}  // namespace huikuan::rules
