// breach: the words break a conduct limit.
#include "rules/conduct/breach.h"

#include "rules/call/answer.h"
#include "rules/effects/effects.h"

namespace huikuan::rules {

void EffectBreach(Exchange& x, const content::Effect& effect) {
  Breach(x.world, x.customer, x.listener, static_cast<ConductBreach>(effect.value));
  // To a front desk the story is told in order to be put through: that request is answered next.
  if (x.world.conversation().wanted == kNone) Answer(x, content::ReplyKind::kRefuse);
}

}  // namespace huikuan::rules
