// accept_vague: takes "soon" for an answer. Pleasant, and the pressure is off.
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/effects/effects.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

void EffectAcceptVague(Exchange& x, const content::Effect&) {
  World& world = x.world;
  Adjust(world, x.customer, x.listener, content::Variable::kUrgency, -Hundredths(8));
  Adjust(world, x.customer, x.listener, content::Variable::kMood, Hundredths(8));
  world.conversation().objection = kNone;
  Answer(x, content::ReplyKind::kPromiseVague);
  world.conversation().promise = MakePromise(world, x.customer, x.listener, 0, kNoDate, false);
}

}  // namespace huikuan::rules
