#include "rules/payment/process.h"

#include "core/tables.h"
#include "rules/deal/deal.h"
#include "rules/payment/due.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"
#include "rules/payment/receipt.h"

namespace huikuan::rules {

namespace {

bool NeedsMet(const std::vector<content::Need>& needs, const world::InvoiceTruth& invoice) {
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (((invoice.had_papers >> i) & 1) == 0) return false;
  }
  return true;
}

// An amount in the unit of cash: weeks of their normal payables. Whole units first, so that ledgers
// of a trillion do not overflow; lint keeps the quotient below 1,000.
Q16 Weeks(const content::Customer& customer, Cents amount) {
  return static_cast<Q16>(DivRound(amount / 100 * kOne, customer.weekly_payables / 100));
}

void Advance(World& world, world::InvoiceTruth& invoice) {
  ++invoice.gate;
  invoice.gate_since = world.day();
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

bool Blocked(const World& world, CustomerId c, InvoiceId i) {
  const world::InvoiceTruth& invoice = world.state.truth.customers[c].invoices[i];
  return invoice.blocker != kNone && invoice.cured == 0 &&
         invoice.gate == static_cast<std::uint8_t>(world.content.blockers[invoice.blocker].gate);
}

bool MeetNeed(World& world, CustomerId c, content::NeedKind kind, std::uint8_t ref) {
  const content::Customer& customer = world.customer(c);
  bool met = false;
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    world::InvoiceTruth& invoice = world.truth(c).invoices[i];
    if (invoice.blocker == kNone || invoice.cured != 0) continue;
    const std::vector<content::Need>& needs = customer.links.needs[invoice.blocker];
    bool here = false;
    for (std::size_t n = 0; n < needs.size(); ++n) {
      if (needs[n].kind != kind || needs[n].ref != ref || ((invoice.had_papers >> n) & 1) != 0) {
        continue;
      }
      invoice.had_papers = static_cast<std::uint8_t>(invoice.had_papers | (1U << n));
      here = true;
    }
    if (here && NeedsMet(needs, invoice)) {
      invoice.cured = 1;
      invoice.cured_day = static_cast<std::uint8_t>(world.day());
    }
    met = met || here;
  }
  return met;
}

namespace {

void InvoiceOvernight(World& world, CustomerId c, InvoiceId i) {
  world::InvoiceTruth& invoice = world.truth(c).invoices[i];
  if (invoice.gate >= static_cast<std::uint8_t>(Gate::kCashPlan)) return;  // cut-offs and runs
  if (Blocked(world, c, i)) return;
  if (invoice.gate == static_cast<std::uint8_t>(Gate::kBooking) && invoice.due_recognised == 0) {
    return;
  }
  const content::GateDef& def = world.customer(c).gates[invoice.gate];
  if (world.chance.Happens(Draw::kGate, c * 32U + invoice.gate, i, Hazard(world, c, def))) {
    Advance(world, invoice);
    // What is due with delivery does not wait for acceptance.
    const bool waived = world.customer(c).invoices[i].part == content::DealPart::kDelivery &&
                        invoice.gate == static_cast<std::uint8_t>(Gate::kAcceptance);
    if (waived) Advance(world, invoice);
  }
}

}  // namespace

void ProcessOvernight(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  if (world.claim(c).due_recognised == 0 && world.day() >= customer.due_by_itself) {
    RecogniseDue(world, c);
  }
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    if (InProcess(world, c, id)) InvoiceOvernight(world, c, id);
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
  priority += DealLeverage(customer, world.known(c));
  priority += MulQ(Hundredths(50), customer.dependence);  // supply they cannot do without
  return priority;
}

namespace {

bool Waits(const World& world, CustomerId c, InvoiceId i, Date run) {
  const world::InvoiceTruth& invoice = world.state.truth.customers[c].invoices[i];
  return InProcess(world, c, i) && !Blocked(world, c, i) &&
         DueForRun(world.content.customers[c], world.state.known.customers[c], i, run) &&
         invoice.gate == static_cast<std::uint8_t>(Gate::kCashPlan);
}

}  // namespace

void CutOffMorning(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  // Rivals with a better rank are served first (models.md §2, a mean field for other suppliers).
  Q16 budget = truth.cash > truth.floor ? truth.cash - truth.floor : 0;
  const Day run = customer.days[static_cast<std::size_t>(world.day())].run;
  const Date date =
      run == kNever ? kNoDate : world.content.days[static_cast<std::size_t>(run)].date;
  bool ranked = false;
  for (std::size_t n = 0; n < customer.invoices.size(); ++n) {
    const auto i = static_cast<InvoiceId>(n);
    if (!Waits(world, c, i, date)) continue;
    if (!ranked) {  // once a list, and only when there is something to rank
      budget -= MulQ(truth.claims, kOne - Logistic(MulQ(Hundredths(170), Priority(world, c, date))));
      ranked = true;
    }
    const Cents open = OpenOf(customer, world.known(c), i);
    Cents listed = 0;
    if (budget >= Weeks(customer, open)) {
      listed = open;
    } else if (truth.agreed_share > 0) {
      const Cents part = DivRound(open * truth.agreed_share, 100);
      if (budget >= Weeks(customer, part)) listed = part;
    }
    if (listed == 0) continue;
    budget -= Weeks(customer, listed);
    truth.invoices[i].listed = listed;
    Advance(world, truth.invoices[i]);
  }
}

void RunMorning(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  bool paid = false;
  for (std::size_t n = 0; n < customer.invoices.size(); ++n) {
    const auto i = static_cast<InvoiceId>(n);
    world::InvoiceTruth& invoice = truth.invoices[i];
    if (invoice.gate != static_cast<std::uint8_t>(Gate::kPaymentRun) || invoice.listed == 0) {
      continue;
    }
    // One list in twenty slips: a signer is away, the U-key fails (domain.md §4 no. 19; design
    // value).
    if (world.chance.Happens(Draw::kRunSlip, c, i, Hundredths(5))) continue;
    const Cents amount = invoice.listed;
    invoice.listed = 0;
    truth.cash -= Weeks(customer, amount);
    if (truth.cash < 0) truth.cash = 0;
    Receive(world, c, i, amount);
    const bool all = OpenOf(customer, world.known(c), i) == 0;
    invoice.gate = static_cast<std::uint8_t>(all ? Gate::kPaid : Gate::kCashPlan);
    invoice.gate_since = world.day();
    paid = true;
  }
  if (paid) truth.agreed_share = 0;
}

}  // namespace huikuan::rules
