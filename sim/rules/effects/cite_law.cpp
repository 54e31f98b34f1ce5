// cite_law: puts the rule that answers the open objection before the listener. Where it binds this
// payer it takes the excuse away, and moves what they only would not do; where it does not, it is a
// false claim, and whoever knows better thinks less of us.
#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/company/reputation.h"
#include "rules/effects/effects.h"
#include "rules/knowledge.h"
#include "rules/legal/standing.h"
#include "rules/payment/dispute.h"
#include "rules/payment/due.h"
#include "rules/payment/process.h"

namespace huikuan::rules {

namespace {

using content::ReplyKind;

// Design values, beside what the act's features do.
constexpr Q16 kPresses = Hundredths(8);       // a rule that binds them
constexpr Q16 kArguable = Hundredths(2);      // one that may
constexpr Q16 kCredibility = Hundredths(10);  // trust lost by one that does not

// The objection stands for what really holds the money up, and that is only their will.
bool OnlyUnwilling(Exchange& x, const content::Objection& objection) {
  World& world = x.world;
  const std::uint8_t blocker = world.claim(x.customer).blocker;
  if (blocker == kNone || !Blocked(world, x.customer)) return false;
  for (const std::uint8_t cause : objection.causes) {
    if (cause == blocker) return world.content.blockers[blocker].upstream;
  }
  return false;
}

void Holds(Exchange& x, const content::Objection& objection) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  Adjust(world, x.customer, x.listener, content::Variable::kPressureCost, kPresses);
  talk.flags |= world::kClauseCited;
  const world::PersonTruth& person = world.person(x.customer, x.listener);
  const Q16 logit = Hundredths(120) + MulQ(2 * kOne, person.trust - Hundredths(45)) -
                    MulQ(Hundredths(150), person.reactance);
  if (!world.chance.Happens(Draw::kRuleAccepted, PersonKey(x.customer, x.listener),
                            MomentKey(world.state.known), Logistic(logit))) {
    Refuse(x);
    return;
  }
  if (objection.rule == content::Rule::kUndisputedPart) {
    ReleaseUndisputed(world, x.customer, world.focus(x.customer));
  }
  if (OnlyUnwilling(x, objection)) {
    MeetNeed(world, x.customer, content::NeedKind::kAgreement, kNone);
    NoteAgreement(world, x.customer, Gate::kCashPlan);
  }
  talk.objection = kNone;
  talk.chain = 0;
  if (talk.refusals > 0) --talk.refusals;
  Answer(x, ReplyKind::kAgree);
}

}  // namespace

void EffectCiteLaw(Exchange& x, const content::Effect&) {
  if (x.answered) return;
  World& world = x.world;
  const ObjectionId open = world.conversation().objection;
  if (open == kNone || !world.content.law.present) return;
  const content::Objection& objection = world.content.objections[open];
  const content::Answer answer =
      RuleHolds(world.content, world.state.known, x.customer, objection.rule);
  Event e = world.NewEvent(EventKind::kRuleCited, x.customer);
  e.person = x.listener;
  e.value = static_cast<std::uint8_t>(answer);
  world.Emit(e);
  switch (answer) {
    case content::Answer::kYes:
      Holds(x, objection);
      return;
    case content::Answer::kDisputed:
      Adjust(world, x.customer, x.listener, content::Variable::kPressureCost, kArguable);
      Answer(x, ReplyKind::kAcknowledge);
      return;
    case content::Answer::kNo:
      Adjust(world, x.customer, x.listener, content::Variable::kTrust, -kCredibility);
      Credit(world, x.customer, Deed::kBluff);
      ++world.conversation().refusals;
      Answer(x, ReplyKind::kDeny);
      return;
  }
}

}  // namespace huikuan::rules
