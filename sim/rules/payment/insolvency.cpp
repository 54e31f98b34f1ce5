#include "rules/payment/insolvency.h"

#include "rules/legal/legal.h"
#include "rules/legal/security.h"
#include "rules/payment/instrument.h"
#include "rules/payment/ledger.h"
#include "rules/payment/receipt.h"

namespace huikuan::rules {

namespace {

// Received on this invoice in the run; what was paid before the first day is out of reach.
Cents ReceivedHere(const World& world, CustomerId c, InvoiceId i) {
  return world.state.known.customers[c].invoices[i].paid -
         world.content.customers[c].invoices[i].paid;
}

void ClawBack(World& world, CustomerId c) {
  for (std::size_t n = 0; n < world.customer(c).invoices.size(); ++n) {
    const auto i = static_cast<InvoiceId>(n);
    const world::InvoiceKnown& known = world.seen(c).invoices[n];
    const Cents received = ReceivedHere(world, c, i);
    if (received <= 0 || known.paid_day == world::kNoDay) continue;
    const Q16 chance = ClawbackChance(world.content, world.content.days[known.paid_day].date,
                                      DueOf(world.customer(c), world.known(c), i), world.date());
    if (chance == 0 || !world.chance.Happens(Draw::kClawback, c, i, chance)) continue;
    GiveBack(world, c, i, received, MoneyBack::kClawback);
  }
}

}  // namespace

Q16 ClawbackChance(const Scenario& content, Date paid, Date due, Date filed) {
  constexpr Date kWindow = 183;
  constexpr Q16 kLost = Hundredths(25);
  const Date days = filed - paid;
  if (!content.law.present) return days > kWindow ? 0 : kLost;
  const auto act =
      paid < due ? content::ClawbackAct::kEarlyPayment : content::ClawbackAct::kPayment;
  switch (legal::ClawbackReach(content.law, days, act)) {
    case content::Answer::kYes:
      return kLost;
    case content::Answer::kDisputed:
      return Hundredths(10);
    case content::Answer::kNo:
      break;
  }
  return 0;
}

bool InsolvencyMorning(World& world, CustomerId c) {
  const Q16 chance = world.customer(c).paying.insolvency;
  if (chance == 0) return false;
  if (Insolvent(world.seen(c))) return ClaimMorning(world, c);
  // Nothing to pay from: what is there is what must stay.
  if (world.truth(c).cash > world.truth(c).floor) return false;
  if (!world.chance.Happens(Draw::kInsolvency, c, 0, chance)) return false;
  world.known(c).insolvent = world.day();
  for (world::InvoiceTruth& invoice : world.truth(c).invoices) invoice.listed = 0;
  world.Emit(world.NewEvent(EventKind::kInsolvencyFiled, c));
  VoidOffers(world, c);
  ClawBack(world, c);
  ContestSecurity(world, c);
  return true;
}

}  // namespace huikuan::rules
