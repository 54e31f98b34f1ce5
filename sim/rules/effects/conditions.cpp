#include "rules/effects/conditions.h"

#include "huikuan/observation.h"
#include "rules/knowledge.h"

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

bool KnownHolds(const Scenario& content, const world::Known& known,
                const content::Condition& condition) {
  const world::ConversationKnown& talk = known.conversation;
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
      return KnownHolds(world.content, world.state.known, condition);
  }
}

}  // namespace

bool RequirementsHold(const Scenario& content, const world::Known& known, std::uint16_t begin,
                      std::uint16_t end) {
  for (std::uint16_t i = begin; i < end; ++i) {
    const content::Condition& condition = content.conditions[i];
    if (KnownHolds(content, known, condition) == condition.negated) return false;
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
