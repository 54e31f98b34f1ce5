// end: the words end the conversation (after the answer).
#include "rules/call/answer.h"
#include "rules/effects/effects.h"

namespace huikuan::rules {

void EffectEnd(Exchange& x, const content::Effect&) {
  Answer(x, content::ReplyKind::kAcknowledge);
  x.world.conversation().closing = 1;
}

}  // namespace huikuan::rules
