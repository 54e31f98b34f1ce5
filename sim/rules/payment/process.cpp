#include "rules/payment/process.h"

#include "core/tables.h"
#include "rules/deal/deal.h"
#include "rules/legal/limitation.h"
#include "rules/payment/dispute.h"
#include "rules/payment/due.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/instrument.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"
#include "rules/settlement/settlement.h"
#include "rules/payment/receipt.h"

namespace huikuan::rules {

namespace {

bool NeedsMet(const std::vector<content::Need>& needs, const world::InvoiceTruth& invoice) {
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (((invoice.had_papers >> i) & 1) == 0) return false;
  }
  return true;
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

// Warranty money is nobody's business before it is due; then it moves by itself, or when claimed
// if their rules ask for that (a blocker).
bool KeptBack(const World& world, CustomerId c, InvoiceId i) {
  const content::Invoice& invoice = world.content.customers[c].invoices[i];
  return invoice.retention && world.date() < invoice.due;
}

// What the mean cash is today: its seasons.
Q16 SeasonalMean(const World& world, CustomerId c) {
  Q16 mean = world.state.truth.customers[c].cash_mean;
  for (const content::Season& season : world.content.customers[c].paying.seasons) {
    if (world.date() >= season.from && world.date() <= season.to) mean = MulQ(mean, season.factor);
  }
  return mean;
}

// A customer of theirs fails, a machine breaks: half a week's cash at once. The chance is a
// month's, spread over its working days.
constexpr int kDaysAMonth = 21;
constexpr Q16 kShockWeeks = Hundredths(50);

}  // namespace

// Whole units first, so that ledgers of a trillion do not overflow; lint keeps the quotient below
// 1,000.
Q16 Weeks(const content::Customer& customer, Cents amount) {
  return static_cast<Q16>(DivRound(amount / 100 * kOne, customer.weekly_payables / 100));
}

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
  DisputeOvernight(world, c, i);
  if (Blocked(world, c, i) || Disputed(world, c, i) || KeptBack(world, c, i)) return;
  if (Pleaded(world.known(c), i)) return;
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

// Their own customer pays at last, and with it goes what they were waiting for.
void UpstreamOvernight(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  if (customer.law.upstream == 0) return;
  content::ForEach(customer.index.collectable, [&](int i) {
    world::InvoiceTruth& invoice = world.truth(c).invoices[i];
    if (!Blocked(world, c, static_cast<InvoiceId>(i))) return;
    if (!world.content.blockers[invoice.blocker].upstream) return;
    if (!world.chance.Happens(Draw::kUpstreamPays, c, static_cast<unsigned>(i),
                              customer.law.upstream)) {
      return;
    }
    invoice.cured = 1;
    invoice.cured_day = static_cast<std::uint8_t>(world.day());
  });
}

}  // namespace

void ProcessOvernight(World& world, CustomerId c) {
  if (Insolvent(world.seen(c))) return;
  const content::Customer& customer = world.customer(c);
  UpstreamOvernight(world, c);
  if (world.claim(c).due_recognised == 0 && world.day() >= customer.due_by_itself) {
    RecogniseDue(world, c);
  }
  content::ForEach(customer.index.collectable, [&](int i) {
    const auto id = static_cast<InvoiceId>(i);
    const std::uint8_t gate = world.truth(c).invoices[i].gate;
    if (gate >= static_cast<std::uint8_t>(Gate::kCashPlan)) return;  // cut-offs and runs
    if (InProcess(world, c, id)) InvoiceOvernight(world, c, id);
  });
}

void CashOvernight(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  const Q16 noise = world.chance.Normal(Draw::kCash, c, 0);
  truth.cash += MulQ(customer.cash_reversion, SeasonalMean(world, c) - truth.cash) +
                MulQ(customer.cash_sigma, noise);
  const Q16 shock = customer.paying.shock / kDaysAMonth;
  if (shock > 0 && world.chance.Happens(Draw::kShock, c, 0, shock)) truth.cash -= kShockWeeks;
  truth.cash = ClampQ(truth.cash, 0, 8 * kOne);
}

Q16 Priority(World& world, CustomerId c, Date run, Cents amount) {
  const content::Customer& customer = world.customer(c);
  const world::CustomerTruth& truth = world.truth(c);
  // Attitudes count by authority: the treasurer's own view most, the boss's when he cares.
  std::int64_t weight = 0, trust = 0, urgency = 0, cost = 0, reactance = 0;
  for (content::PeopleSet left = customer.index.ranks; left != 0;
       left = static_cast<content::PeopleSet>(left & (left - 1))) {
    const int i = content::First(left);
    const content::Person& def = customer.people[static_cast<std::size_t>(i)];
    const bool late_gate = content::Has(customer.index.money, i);
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
  priority += MulQ(Hundredths(74), PromiseHold(world, c, run, amount));
  priority += DealLeverage(customer, world.seen(c));
  priority += MulQ(Hundredths(50), customer.dependence);  // supply they cannot do without
  return priority;
}

namespace {

bool Waits(const World& world, CustomerId c, InvoiceId i) {
  const world::InvoiceTruth& invoice = world.state.truth.customers[c].invoices[i];
  if (invoice.gate != static_cast<std::uint8_t>(Gate::kCashPlan)) return false;
  // An order's or a deal's invoice is not listed before it is due: nobody pays early what runs on
  // terms.
  const content::Customer& customer = world.content.customers[c];
  if (customer.invoices[i].order != kNone || customer.invoices[i].part != content::DealPart::kNone) {
    const Day run = customer.days[static_cast<std::size_t>(world.day())].run;
    const Date by =
        run == kNever ? world.date() : world.content.days[static_cast<std::size_t>(run)].date;
    if (DueOf(customer, world.state.known.customers[c], i) > by) return false;
  }
  return InProcess(world, c, i) && !Blocked(world, c, i) && !Disputed(world, c, i) &&
         !KeptBack(world, c, i) && !Pleaded(world.state.known.customers[c], i);
}

// A plan in writing is kept free for us before the others are ranked (design value; domain.md §2:
// the truly short pay those who came to terms early).
constexpr Q16 kPlanRank = Hundredths(60);

// What is there for us on the list for `run`, in weeks: rivals with a better rank are served first
// (models.md §2, a mean field for other suppliers).
Q16 Budget(World& world, CustomerId c, Date run, Cents amount, Q16 extra_rank) {
  const world::CustomerTruth& truth = world.truth(c);
  const Q16 cash = truth.cash > truth.floor ? truth.cash - truth.floor : 0;
  const Q16 rank = Priority(world, c, run, amount) + extra_rank;
  return cash - MulQ(truth.claims, kOne - Logistic(MulQ(Hundredths(170), rank)));
}

// One list, drawn up invoice by invoice, the oldest first: whole ones where there is enough for
// them, else the part that was agreed on.
class List {
 public:
  List(World& world, CustomerId c, Day run)
      : world_(world),
        c_(c),
        run_day_(run),
        run_(run == kNever ? kNoDate : world.content.days[static_cast<std::size_t>(run)].date),
        all_(KnownOutstanding(world.content, world.state.known, c)),
        share_(CashShare(PaysBy(world, c))) {}

  // Of an invoice that an agreement is about: what it obliges them to on this run, no more.
  Cents TakeSettled(Cents open) {
    if (part_ == kNotRanked) {
      left_ = run_day_ == kNever ? 0 : DueOnRun(world_.content, world_.state.known, c_, run_day_);
      const bool written = world_.truth(c_).plan_written != 0;
      part_ = Budget(world_, c_, run_, left_, written ? kPlanRank : 0);
    }
    const Cents listed = Affordable(left_ < open ? left_ : open);
    left_ -= listed;
    spent_ += Needs(listed);
    return listed;
  }

  // The sum to be listed for `open`; 0 when there is no room for any.
  Cents Take(Cents open) {
    if (whole_ == kNotRanked) whole_ = Budget(world_, c_, run_, all_, 0);
    Cents listed = whole_ - spent_ >= Needs(open) ? open : 0;
    if (listed == 0 && world_.truth(c_).agreed_share > 0) listed = Part(open);
    spent_ += Needs(listed);
    return listed;
  }

 private:
  static constexpr Q16 kNotRanked = INT32_MIN;

  // A bill takes less of what they have than money does.
  Q16 Needs(Cents amount) const { return MulQ(Weeks(world_.customer(c_), amount), share_); }

  Cents Part(Cents open) {
    const world::CustomerTruth& truth = world_.truth(c_);
    const bool written = truth.plan_written != 0;
    if (part_ == kNotRanked) {
      part_ = Budget(world_, c_, run_, DivRound(all_ * truth.agreed_share, 100),
                     written ? kPlanRank : 0);
    }
    return Affordable(DivRound(open * truth.agreed_share, 100));
  }

  // Who has it in writing gets what there is of an instalment, down to a quarter; a part agreed by
  // word of mouth is paid whole or not at all.
  Cents Affordable(Cents part) const {
    const int least = world_.state.truth.customers[c_].plan_written != 0 ? 1 : 4;
    for (int quarters = 4; quarters >= least; --quarters) {
      const Cents amount = part / 4 * quarters + (quarters == 4 ? part % 4 : 0);
      if (part_ - spent_ >= Needs(amount)) return amount;
    }
    return 0;
  }

  World& world_;
  CustomerId c_;
  Day run_day_;
  Date run_;
  Cents all_;
  Cents left_ = 0;  // of what an agreement obliges them to
  Q16 share_;
  Q16 whole_ = kNotRanked;  // ranked once a list, and only when there is something to rank
  Q16 part_ = kNotRanked;
  Q16 spent_ = 0;
};

}  // namespace

bool BlockedByMoreThanWill(const World& world, CustomerId c) {
  if (!Blocked(world, c)) return false;
  for (const content::Need& need : world.customer(c).links.needs[world.claim(c).blocker]) {
    if (need.kind == content::NeedKind::kAgreement) return false;
  }
  return true;
}

void CutOffMorning(World& world, CustomerId c) {
  if (Insolvent(world.seen(c))) return;
  const content::Customer& customer = world.customer(c);
  const Day run = customer.days[static_cast<std::size_t>(world.day())].run;
  List list(world, c, run);
  const bool settled = Settled(world.seen(c));
  for (content::InvoiceSet left = customer.index.collectable; left != 0; left &= left - 1) {
    const auto i = static_cast<InvoiceId>(content::First(left));
    if (!Waits(world, c, i)) continue;
    const Cents open = OpenOf(customer, world.seen(c), i) - HeldBack(world, c, i);
    if (open <= 0) continue;
    const Cents listed = settled && InSettlement(world.seen(c), i)
                             ? list.TakeSettled(open)
                             : list.Take(open);
    if (listed == 0) continue;
    world.truth(c).invoices[i].listed = listed;
    Advance(world, world.truth(c).invoices[i]);
  }
}

void RunMorning(World& world, CustomerId c) {
  if (Insolvent(world.seen(c))) return;
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  bool paid = false;
  for (content::InvoiceSet left = customer.index.collectable; left != 0; left &= left - 1) {
    const auto i = static_cast<InvoiceId>(content::First(left));
    world::InvoiceTruth& invoice = truth.invoices[i];
    if (invoice.gate != static_cast<std::uint8_t>(Gate::kPaymentRun) || invoice.listed == 0) {
      continue;
    }
    // One list in twenty slips: a signer is away, the U-key fails (domain.md §4 no. 19; design
    // value).
    if (world.chance.Happens(Draw::kRunSlip, c, i, Hundredths(5))) continue;
    if (Disputed(world, c, i)) continue;
    const Instrument by = PaysBy(world, c);
    const Cents amount = invoice.listed;
    invoice.listed = 0;
    truth.cash -= MulQ(Weeks(customer, amount), CashShare(by));
    if (truth.cash < 0) truth.cash = 0;
    paid = true;
    if (by != Instrument::kTransfer) {  // it stays on their desk until we have decided
      OfferBill(world, c, i, by, amount);
      continue;
    }
    Receive(world, c, i, amount);
    const bool all = OpenOf(customer, world.seen(c), i) == 0;
    invoice.gate = static_cast<std::uint8_t>(all ? Gate::kPaid : Gate::kCashPlan);
    invoice.gate_since = world.day();
  }
  if (paid && truth.plan_written == 0) truth.agreed_share = 0;
}

}  // namespace huikuan::rules
