#include "rules/effects/conditions.h"

#include "huikuan/observation.h"
#include "rules/knowledge.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

using content::ConditionKind;

bool AnyPromise(const world::CustomerKnown& known, PromiseState state) {
  for (const world::PromiseKnown& p : known.promises) {
    if (p.used == 0) break;  // slots fill from the front
    if (p.state == static_cast<std::uint8_t>(state)) return true;
  }
  return false;
}

// Business days after which a receipt is old news, and what we heard is stale (design values);
// calendar days before a holiday in which one speaks of it.
constexpr int kLately = 5;
constexpr int kBeforeHoliday = 7;

bool PaidLately(const world::CustomerKnown& known, Day today) {
  for (const world::InvoiceKnown& invoice : known.invoices) {
    if (invoice.paid_day != world::kNoDay && today - invoice.paid_day <= kLately) return true;
  }
  return false;
}

bool HolidayNear(const Scenario& content, Date today) {
  for (const content::HolidayDef& day : content.holidays) {
    if (day.date > today && day.date <= today + kBeforeHoliday) return true;
  }
  return false;
}

bool PromiseUnwritten(const world::CustomerKnown& known, PersonId person) {
  for (const world::PromiseKnown& p : known.promises) {
    if (p.used == 0) break;  // slots fill from the front
    const bool open = p.state == static_cast<std::uint8_t>(PromiseState::kOpen);
    const bool spoken = (p.marks & world::kPromiseWritten) == 0;
    if (open && spoken && p.date != kNoDate && p.person == person) return true;
  }
  return false;
}

// About the calendar and the ledger; later additions to the language.
bool LaterHolds(const Scenario& content, const world::Known& known, CustomerId c, PersonId person,
                ConditionKind kind) {
  const world::CustomerKnown& mine = known.customers[c];
  const content::Customer& customer = content.customers[c];
  const Day today = known.seller.day;
  switch (kind) {
    case ConditionKind::kCutOffNear:
      return RunDatesKnown(content, known, c) &&
             customer.index.cut_off_near[static_cast<std::size_t>(today)] != 0;
    case ConditionKind::kPaidLately:
      return PaidLately(mine, today);
    case ConditionKind::kHolidayNear:
      return HolidayNear(content, Today(content, known));
    case ConditionKind::kOverdue:
      return AnyOpen(customer, mine) && DueOf(customer, mine, mine.focus) < Today(content, known);
    case ConditionKind::kPromiseUnwritten:
      return PromiseUnwritten(mine, person);
    case ConditionKind::kHeardNothing: {
      const Day told = mine.invoices[mine.focus].told_day;
      return told == kNever || today - told >= kLately;
    }
    default:
      return false;
  }
}

bool KnownHolds(const Scenario& content, const world::Known& known,
                const world::ConversationKnown& talk, const content::Condition& condition) {
  const CustomerId c = talk.customer;
  const world::CustomerKnown& customer = known.customers[c];
  const bool listener = talk.person != kNone;
  switch (condition.kind) {
    case ConditionKind::kChannel:
      return talk.channel == condition.value;
    case ConditionKind::kGreeted:
      return (talk.flags & world::kGreeted) != 0;
    case ConditionKind::kDebtStated:
      return (talk.flags & world::kDebtStated) != 0;
    case ConditionKind::kTurnAtLeast:
      return talk.turn >= condition.value;
    case ConditionKind::kTurnAtMost:
      return talk.turn <= condition.value;
    case ConditionKind::kObjectionOpen:
      return talk.objection != kNone;
    case ConditionKind::kPromiseOpen:
      return AnyPromise(customer, PromiseState::kOpen);
    case ConditionKind::kPromiseBroken:
      return AnyPromise(customer, PromiseState::kBroken);
    case ConditionKind::kClauseOpened: {
      const FactId clause = DueClause(content.customers[c]);
      return clause != kNone && Knows(customer, clause);
    }
    case ConditionKind::kPromisedHere:
      return talk.promise != kNone;
    case ConditionKind::kProblemKnown:
      return OpenProblem(content, known, c) != kNone;
    case ConditionKind::kListenerRole:
      return listener &&
             static_cast<int>(content.customers[c].people[talk.person].role) == condition.value;
    case ConditionKind::kListenerKnowsUs:
      return listener && customer.people[talk.person].contacts > 0;
    case ConditionKind::kDocumentGiven:
      return listener && customer.people[talk.person].documents != 0;
    case ConditionKind::kWrittenDemand:
      for (int level = static_cast<int>(LetterLevel::kFirstDemand); level < kLetterLevels;
           ++level) {
        if (world::LastLetter(known, c, level).day != kNever) return true;
      }
      return false;
    case ConditionKind::kLetterLevelSent:
      return condition.value >= 0 && condition.value < kLetterLevels &&
             world::LastLetter(known, c, static_cast<int>(condition.value)).day != kNever;
    case ConditionKind::kTrustAtLeast:
    case ConditionKind::kReactanceAtLeast:
    case ConditionKind::kListenerOwnsGate:
    case ConditionKind::kCount:
      break;
    default:
      return LaterHolds(content, known, c, talk.person, condition.kind);
  }
  return false;  // hidden conditions never make an act lawful
}

bool HiddenHolds(World& world, const content::Condition& condition) {
  const world::ConversationKnown& talk = world.conversation();
  if (talk.person == kNone) return false;
  const world::PersonTruth& person = world.person(talk.customer, talk.person);
  switch (condition.kind) {
    case ConditionKind::kTrustAtLeast:
      return person.trust >= condition.value;
    case ConditionKind::kReactanceAtLeast:
      return person.reactance >= condition.value;
    case ConditionKind::kListenerOwnsGate: {
      const auto gate = world.claim(talk.customer).gate;
      return ((world.customer(talk.customer).people[talk.person].duties >> gate) & 1) != 0;
    }
    default:
      return KnownHolds(world.content, world.state.known, talk, condition);
  }
}

}  // namespace

bool RequirementsHold(const Scenario& content, const world::Known& known, std::uint16_t begin,
                      std::uint16_t end) {
  for (std::uint16_t i = begin; i < end; ++i) {
    const content::Condition& condition = content.conditions[i];
    if (KnownHolds(content, known, known.conversation, condition) == condition.negated) return false;
  }
  return true;
}

bool RequirementsHold(const Scenario& content, const world::Known& known,
                      const world::ConversationKnown& talk, std::uint16_t begin,
                      std::uint16_t end) {
  for (std::uint16_t i = begin; i < end; ++i) {
    const content::Condition& condition = content.conditions[i];
    if (KnownHolds(content, known, talk, condition) == condition.negated) return false;
  }
  return true;
}

bool ConditionsHold(World& world, std::uint16_t begin, std::uint16_t end) {
  for (std::uint16_t i = begin; i < end; ++i) {
    const content::Condition& condition = world.content.conditions[i];
    if (HiddenHolds(world, condition) == condition.negated) return false;
  }
  return true;
}

}  // namespace huikuan::rules
