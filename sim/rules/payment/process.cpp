#include "rules/payment/process.h"

#include "core/tables.h"
#include "rules/payment/due.h"
#include "rules/payment/promise.h"
#include "rules/payment/receipt.h"

namespace huikuan::rules {

namespace {

// Without our saying so, their books see the claim as due this many business days into the run: an
// acceptance nobody contested, plus their usual 30 days (design value).
constexpr Day kDueByItself = 38;

const content::Blocker* BlockerOf(const World& world, CustomerId c) {
  const auto& claim = world.state.truth.customers[c].invoices[world.content.customers[c].claim];
  return claim.blocker == kNone ? nullptr : &world.content.blockers[claim.blocker];
}

bool NeedsMet(const content::Blocker& blocker, const world::InvoiceTruth& claim) {
  for (std::size_t i = 0; i < blocker.needs.size(); ++i) {
    if (((claim.had_papers >> i) & 1) == 0) return false;
  }
  return true;
}

// An amount in the unit of cash: weeks of their normal payables. Whole units first, so that ledgers
// of a trillion do not overflow; lint keeps the quotient below 1,000.
Q16 Weeks(const content::Customer& customer, Cents amount) {
  return static_cast<Q16>(DivRound(amount / 100 * kOne, customer.weekly_payables / 100));
}

void Cure(const World& world, world::InvoiceTruth& claim) {
  claim.cured = 1;
  claim.cured_day = static_cast<std::uint8_t>(world.day());
}

void Advance(World& world, CustomerId c) {
  world::InvoiceTruth& claim = world.claim(c);
  ++claim.gate;
  claim.gate_since = world.day();
}

// Chance to pass a desk today.
Q16 Hazard(World& world, CustomerId c, const content::GateDef& gate) {
  Q16 hazard = gate.hazard;
  if (gate.willing) {
    const world::PersonTruth& owner = world.person(c, gate.owner);
    hazard = MulQ(hazard, kOne + MulQ(Hundredths(60), owner.urgency));
    hazard = MulQ(hazard, kOne - MulQ(Hundredths(40), owner.reactance));
    hazard = MulQ(hazard, kOne + MulQ(Hundredths(40), world.truth(c).sponsor));
  }
  return hazard;
}

}  // namespace

Cents Outstanding(const World& world, CustomerId c) {
  const content::Customer& customer = world.content.customers[c];
  return customer.invoices[customer.claim].amount -
         world.state.truth.customers[c].invoices[customer.claim].paid;
}

bool Blocked(const World& world, CustomerId c) {
  const content::Blocker* blocker = BlockerOf(world, c);
  const auto& claim = world.state.truth.customers[c].invoices[world.content.customers[c].claim];
  return blocker != nullptr && claim.cured == 0 &&
         claim.gate == static_cast<std::uint8_t>(blocker->gate);
}

bool MeetNeed(World& world, CustomerId c, content::NeedKind kind, std::uint8_t ref) {
  const content::Blocker* blocker = BlockerOf(world, c);
  world::InvoiceTruth& claim = world.claim(c);
  if (blocker == nullptr || claim.cured != 0) return false;
  bool met = false;
  for (std::size_t i = 0; i < blocker->needs.size(); ++i) {
    const content::Need& need = blocker->needs[i];
    if (need.kind == kind && need.ref == ref && ((claim.had_papers >> i) & 1) == 0) {
      claim.had_papers = static_cast<std::uint8_t>(claim.had_papers | (1U << i));
      met = true;
    }
  }
  if (met && NeedsMet(*blocker, claim)) Cure(world, claim);
  return met;
}

void ProcessOvernight(World& world, CustomerId c) {
  world::InvoiceTruth& claim = world.claim(c);
  if (claim.due_recognised == 0 && world.day() >= kDueByItself) RecogniseDue(world, c);
  if (claim.gate >= static_cast<std::uint8_t>(Gate::kCashPlan)) return;  // cut-offs and runs
  if (Blocked(world, c)) return;
  const auto gate = static_cast<Gate>(claim.gate);
  if (gate == Gate::kBooking && claim.due_recognised == 0) return;
  const content::GateDef& def = world.customer(c).gates[claim.gate];
  if (world.chance.Happens(Draw::kGate, c * 32U + claim.gate, 0, Hazard(world, c, def))) {
    Advance(world, c);
  }
}

void CashOvernight(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  const Q16 noise = world.chance.Normal(Draw::kCash, c, 0);
  truth.cash += MulQ(customer.cash_reversion, truth.cash_mean - truth.cash) +
                MulQ(customer.cash_sigma, noise);
  truth.cash = ClampQ(truth.cash, 0, 8 * kOne);
}

Q16 Priority(World& world, CustomerId c, Date run) {
  const content::Customer& customer = world.customer(c);
  const world::CustomerTruth& truth = world.truth(c);
  // Attitudes count by authority: the treasurer's own view most, the boss's when he cares.
  std::int64_t weight = 0, trust = 0, urgency = 0, cost = 0, reactance = 0;
  for (std::size_t i = 0; i < customer.people.size(); ++i) {
    const content::Person& def = customer.people[i];
    const bool late_gate = (def.duties >> static_cast<int>(Gate::kApproval)) != 0;
    if (!late_gate && def.authority < Hundredths(80)) continue;
    const world::PersonTruth& p = truth.people[i];
    const std::int64_t w = def.authority + (late_gate ? kOne / 2 : 0);
    weight += w;
    trust += w * p.trust;
    urgency += w * p.urgency;
    cost += w * p.pressure_cost;
    reactance += w * p.reactance;
  }
  if (weight == 0) return 0;
  const auto mean = [weight](std::int64_t sum) { return static_cast<Q16>(DivRound(sum, weight)); };
  Q16 priority = world.type(c).priority + MulQ(Hundredths(160), mean(trust) - Hundredths(45));
  priority += MulQ(Hundredths(140), mean(urgency)) + MulQ(Hundredths(90), mean(cost));
  priority -= MulQ(Hundredths(110), mean(reactance));
  priority += MulQ(Hundredths(140), truth.sponsor) + MulQ(Hundredths(40), truth.relation);
  priority += MulQ(Hundredths(74), PromiseHold(world, c, run));
  priority += MulQ(Hundredths(50), customer.dependence);  // supply they cannot do without
  return priority;
}

void CutOffMorning(World& world, CustomerId c) {
  world::InvoiceTruth& claim = world.claim(c);
  world::CustomerTruth& truth = world.truth(c);
  if (claim.gate != static_cast<std::uint8_t>(Gate::kCashPlan) || Blocked(world, c)) return;
  const content::Customer& customer = world.customer(c);
  // Rivals with a better rank are served first (models.md §2, a mean field for other suppliers).
  const Q16 budget = truth.cash > truth.floor ? truth.cash - truth.floor : 0;
  const Day run = world.content.days[static_cast<std::size_t>(world.day())].run;
  const Date date =
      run == kNever ? kNoDate : world.content.days[static_cast<std::size_t>(run)].date;
  const Q16 rank = Priority(world, c, date);
  const Q16 ahead = MulQ(truth.claims, kOne - Logistic(MulQ(Hundredths(170), rank)));
  const Cents outstanding = Outstanding(world, c);
  Cents listed = 0;
  if (budget >= ahead + Weeks(customer, outstanding)) {
    listed = outstanding;
  } else if (truth.agreed_share > 0) {
    const Cents part = DivRound(outstanding * truth.agreed_share, 100);
    if (budget >= ahead + Weeks(customer, part)) listed = part;
  }
  if (listed == 0) return;
  claim.listed = listed;
  Advance(world, c);
}

void RunMorning(World& world, CustomerId c) {
  world::InvoiceTruth& claim = world.claim(c);
  if (claim.gate != static_cast<std::uint8_t>(Gate::kPaymentRun) || claim.listed == 0) return;
  // One list in twenty slips: a signer is away, the U-key fails (domain.md §4 no. 19; design
  // value).
  if (world.chance.Happens(Draw::kRunSlip, c, 0, Hundredths(5))) return;
  const content::Customer& customer = world.customer(c);
  const Cents amount = claim.listed;
  claim.listed = 0;
  world::CustomerTruth& truth = world.truth(c);
  truth.cash -= Weeks(customer, amount);
  if (truth.cash < 0) truth.cash = 0;
  truth.agreed_share = 0;
  Receive(world, c, amount);
  claim.gate =
      static_cast<std::uint8_t>(Outstanding(world, c) == 0 ? Gate::kPaid : Gate::kCashPlan);
  claim.gate_since = world.day();
}

}  // namespace huikuan::rules
