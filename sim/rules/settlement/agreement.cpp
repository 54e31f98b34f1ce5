// An agreement: what it binds both to, and how it ends.
#include "rules/attitudes.h"
#include "rules/commands.h"
#include "rules/knowledge.h"
#include "rules/legal/limitation.h"
#include "rules/legal/security.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"
#include "rules/settlement/settlement.h"

namespace huikuan::rules {

namespace {

constexpr Day kMostRuns = 10;  // three runs' delay and six parts fit

Cents DiscountOf(const world::SettlementKnown& settled) {
  return MulPpm(settled.debt, kSettlementDiscounts[UnpackSettlement(settled.theirs).discount]);
}

void Tell(World& world, CustomerId c, EventKind kind, std::uint8_t value, Cents amount) {
  Event e = world.NewEvent(kind, c);
  e.person = world.seen(c).settlement.person;
  e.value = value;
  e.amount = amount;
  world.Emit(e);
}

// What KnownOutstanding is the sum of, one bit each.
std::uint32_t InvoicesAskedFor(const World& world, CustomerId c) {
  const content::Customer& customer = world.content.customers[c];
  const world::CustomerKnown& known = world.state.known.customers[c];
  std::uint32_t bits = 0;
  for (std::size_t n = 0; n < customer.invoices.size(); ++n) {
    const auto i = static_cast<InvoiceId>(n);
    if (AskedFor(customer, known, i, world.date()) && OpenOf(customer, known, i) > 0) {
      bits |= 1U << n;
    }
  }
  return bits;
}

void SetState(World& world, CustomerId c, SettlementState state) {
  world::SettlementKnown& settled = world.known(c).settlement;
  settled.state = static_cast<std::uint8_t>(state);
}

// The first money under it, as a promise like any other.
void PromiseFirstPart(World& world, CustomerId c, PersonId p, const SettlementTerms& terms) {
  const world::SettlementKnown& settled = world.seen(c).settlement;
  const auto runs = NextRuns(world.content, c, world.day());
  int k = 0;
  while (k < kMostRuns && DueByRun(terms, k) == 0) ++k;
  const Day run = static_cast<std::size_t>(k) < runs.size() ? runs[static_cast<std::size_t>(k)] : kNever;
  const Cents sum = settled.debt - DiscountOf(settled);
  const Date date =
      run == kNever ? world.content.days.back().date : world.content.days[static_cast<std::size_t>(run)].date;
  const PromiseId promise =
      MakePromise(world, c, p, MulPpm(sum, DueByRun(terms, k) * 10'000), date, false);
  if (DueByRun(terms, k) < 100) world.known(c).promises[promise].marks |= world::kPromiseInstalment;
  world.conversation().promise = promise;
  if (world.conversation().on_visit == 0) return;  // by telephone it is not in writing yet
  WritePromise(world, c, promise);
  RenewAll(world, c, content::Interruption::kPromise);
}

void TakeSecurity(World& world, CustomerId c, PersonId p, SettlementSecurity security) {
  switch (security) {
    case SettlementSecurity::kNone:
      return;
    case SettlementSecurity::kSignedBalance:
      for (std::size_t i = 0; i < world.customer(c).invoices.size(); ++i) {
        if (InSettlement(world.seen(c), static_cast<InvoiceId>(i))) {
          world.truth(c).invoices[i].due_recognised = 1;
        }
      }
      RenewAll(world, c, content::Interruption::kAcknowledgement);
      return;
    case SettlementSecurity::kBankDraft:
      world.truth(c).instrument = static_cast<std::uint8_t>(Instrument::kBankBill);
      return;
    case SettlementSecurity::kGuarantee:
    case SettlementSecurity::kRetention:
      AgreeSecurity(world, c, p);
      return;
  }
}

bool AnyBlocked(const World& world, CustomerId c) {
  for (std::size_t i = 0; i < world.customer(c).invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    if (InSettlement(world.seen(c), id) && OpenOf(world.customer(c), world.seen(c), id) > 0 &&
        Blocked(world, c, id)) {
      return true;
    }
  }
  return false;
}

// What the discount leaves open is credited to them.
void CreditRest(World& world, CustomerId c) {
  world::CustomerKnown& known = world.known(c);
  for (std::size_t i = 0; i < world.customer(c).invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    if (!InSettlement(known, id) || OpenOf(world.customer(c), known, id) <= 0) continue;
    known.invoices[i].marks |= world::kCredited;
  }
  known.focus = OldestOpen(world.customer(c), known);
}

}  // namespace

void Settle(World& world, CustomerId c, PersonId p, const SettlementTerms& terms) {
  world::SettlementKnown& settled = world.known(c).settlement;
  settled.debt = KnownOutstanding(world.content, world.state.known, c);
  settled.invoices = InvoicesAskedFor(world, c);
  settled.round = 0;  // once it has ended, new talks begin at their beginning
  settled.theirs = static_cast<std::uint16_t>(PackSettlement(terms));
  settled.person = p;
  settled.agreed = static_cast<std::uint8_t>(world.day());
  SetState(world, c, SettlementState::kAgreed);
  // For the debrief: what they would have settled for, and what they got.
  const bargaining::Preferences theirs = TheirPreferences(world, c, p);
  world::SettlementTruth& truth = world.truth(c).settlement;
  truth.at_hand = AtHand(world, c, p);
  truth.last_target = static_cast<std::uint16_t>(ClampQ(theirs.reservation, 0, kOne - 1));
  truth.last_offer = static_cast<std::uint16_t>(ClampQ(
      bargaining::Utility(bargaining::kDebtDomain, theirs, OutcomeOf(terms)), 0, kOne - 1));
  world.seller().conceded += DiscountOf(settled);

  TakeSecurity(world, c, p, static_cast<SettlementSecurity>(terms.security));
  // Whoever signs for it sees to it that it moves.
  MeetNeed(world, c, content::NeedKind::kAgreement, kNone);
  NoteAgreement(world, c, Gate::kApproval);
  NoteAgreement(world, c, Gate::kCashPlan);
  Adjust(world, c, p, content::Variable::kSponsor, Hundredths(30));
  Adjust(world, c, p, content::Variable::kUrgency, Hundredths(20));
  Adjust(world, c, p, content::Variable::kTrust, Hundredths(5));
  Adjust(world, c, p, content::Variable::kReactance, -Hundredths(10));
  world.conversation().flags |= world::kAgreedToAct | world::kDateAgreed;
  Tell(world, c, EventKind::kSettlementAgreed, world.conversation().on_visit != 0 ? 1 : 0,
       PackSettlement(terms));
  PromiseFirstPart(world, c, p, terms);
}

bool SettlementMorning(World& world, CustomerId c) {
  const world::CustomerKnown& known = world.seen(c);
  if (!Settled(known)) return false;
  const world::SettlementKnown& settled = known.settlement;
  const Cents discount = DiscountOf(settled);
  const Cents paid = PaidUnder(world.customer(c), known);
  if (paid >= settled.debt - discount) {
    world.seller().conceded -= discount;  // from now on it is simply not owed any more
    if (discount > 0) CreditRest(world, c);
    SetState(world, c, SettlementState::kKept);
    Tell(world, c, EventKind::kSettlementEnded, 0, paid);
    return true;
  }
  // One run's slip is forgiven: broken is what the run before the last left unpaid. Papers that are
  // still missing break nothing.
  const content::RunDay today = world.customer(c).days[static_cast<std::size_t>(world.day())];
  if (!today.is_run || AnyBlocked(world, c)) return false;
  Day before = static_cast<Day>(world.day() - 1);
  while (before > settled.agreed && !world.customer(c).days[static_cast<std::size_t>(before)].is_run) {
    --before;
  }
  if (before <= settled.agreed) return false;
  if (DueOnRun(world.content, world.state.known, c, before) == 0) return false;
  world.seller().conceded -= discount;
  SetState(world, c, SettlementState::kBreached);
  Tell(world, c, EventKind::kSettlementEnded, 1, paid);
  return true;
}

void BreakOurWord(World& world, CustomerId c) {
  if (!Settled(world.seen(c))) return;
  world.seller().conceded -= DiscountOf(world.seen(c).settlement);
  const PersonId p = world.seen(c).settlement.person;
  Adjust(world, c, p, content::Variable::kTrust, -Hundredths(18));
  Adjust(world, c, p, content::Variable::kReactance, Hundredths(15));
  SetState(world, c, SettlementState::kBreached);
  Tell(world, c, EventKind::kSettlementEnded, 2, 0);
}

}  // namespace huikuan::rules
