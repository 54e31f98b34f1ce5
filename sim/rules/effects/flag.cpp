// flag: something now stands in this conversation (greeted, debt stated, …).
#include "rules/call/answer.h"
#include "rules/effects/effects.h"
#include "rules/payment/due.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

void EffectFlag(Exchange& x, const content::Effect& effect) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  talk.flags |= effect.value;
  if (effect.value == world::kGreeted) {
    Answer(x, content::ReplyKind::kGreet);
    return;
  }
  if (effect.value == world::kSummarised && talk.promise != kNone) {
    AgreeMethod(world, x.customer, talk.promise);  // said again, with how it will be paid
  }
  if (effect.value != world::kDebtStated || x.answered) return;
  const content::Person& person = world.customer(x.customer).people[x.listener];
  const ObjectionId not_due = world.content.index.not_due;  // "Due? By our books …"
  if (not_due != kNone && world.claim(x.customer).due_recognised == 0 && CanJudgeDueDate(person) &&
      world.chance.Happens(Draw::kNotDue, PersonKey(x.customer, x.listener),
                           MomentKey(world.state.known), Hundredths(70))) {
    talk.objection = not_due;
    talk.chain = 0;
    ReplyArgs args;
    args.objection = not_due;
    Answer(x, world.content.objections[not_due].reply, args);
  }
}

}  // namespace huikuan::rules
