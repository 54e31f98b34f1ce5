// DecideBill: a bill they offered is kept, discounted or returned; a kept one may be discounted
// later. Who returns it may get money at a later run, or the same paper again.
#include "rules/attitudes.h"
#include "rules/commands.h"
#include "rules/legal/standing.h"
#include "rules/payment/instrument.h"

namespace huikuan::rules {

namespace {

// Design values: a returned bill is felt as a snub by whoever arranged it, and they insist on paper
// half the time, less where the contract speaks of money, more where they are hard or short of it.
constexpr Q16 kSnub = Hundredths(5);
constexpr Q16 kInsists = Hundredths(50);
constexpr Q16 kTermWeighs = Hundredths(30);
constexpr Q16 kInsistsAllTheSame = Hundredths(10);  // although the law gives us the choice

Q16 ChanceToInsist(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  Q16 chance = kInsists - MulQ(Hundredths(25), world.type(c).compliance);
  if (customer.paying.cash_term) chance -= kTermWeighs;
  if (world.truth(c).cash <= world.truth(c).floor) chance += Hundredths(25);
  return ClampQ(chance, Hundredths(5), Hundredths(95));
}

void Refuse(World& world, CustomerId c, BillId b) {
  ReturnBill(world, c, b);
  const content::Customer& customer = world.customer(c);
  // Where bills need our consent, saying no is nobody's affront.
  const bool ours = RuleHolds(world.content, world.state.known, c, content::Rule::kNoForcedBills) ==
                    content::Answer::kYes;
  for (std::size_t p = 0; p < customer.people.size() && !ours; ++p) {
    if ((customer.people[p].duties >> static_cast<int>(Gate::kCashPlan)) == 0) continue;
    Adjust(world, c, static_cast<PersonId>(p), content::Variable::kReactance, kSnub);
    Adjust(world, c, static_cast<PersonId>(p), content::Variable::kUrgency, -kSnub);
  }
  if (world.chance.Happens(Draw::kBillInsist, c, MomentKey(world.state.known),
                           ours ? kInsistsAllTheSame : ChanceToInsist(world, c))) {
    return;
  }
  world.truth(c).instrument = static_cast<std::uint8_t>(Instrument::kTransfer);
}

}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const DecideBill& decide) {
  const Refusal setting = CheckSetting(content, known, Setting::kDesk, decide.customer,
                                       Minutes(content, known, decide));
  if (setting != Refusal::kNone) return setting;
  if (decide.bill >= kMaxBills || static_cast<int>(decide.decision) >= kBillDecisions) {
    return Refusal::kUnknownId;
  }
  switch (StateOf(known.customers[decide.customer].bills[decide.bill])) {
    case BillState::kEmpty:
      return Refusal::kUnknownId;
    case BillState::kOffered:
      return Refusal::kNone;
    case BillState::kHeld:
      return decide.decision == BillDecision::kDiscount ? Refusal::kNone : Refusal::kAlready;
    default:
      return Refusal::kAlready;
  }
}

int Minutes(const Scenario& content, const world::Known&, const DecideBill&) {
  return content.costs.confirm_minutes;
}

void Apply(World& world, const DecideBill& decide) {
  SpendMinutes(world, world.content.costs.confirm_minutes);
  CountDecision(world);
  switch (decide.decision) {
    case BillDecision::kKeep:
      KeepBill(world, decide.customer, decide.bill);
      break;
    case BillDecision::kDiscount:
      SellBill(world, decide.customer, decide.bill);
      break;
    case BillDecision::kRefuse:
      Refuse(world, decide.customer, decide.bill);
      break;
  }
}

}  // namespace huikuan::rules
