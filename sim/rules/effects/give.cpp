// give: hands the paper of the slot to the listener.
#include "rules/call/answer.h"
#include "rules/effects/effects.h"
#include "rules/file/handover.h"

namespace huikuan::rules {

void EffectGive(Exchange& x, const content::Effect&) {
  if (x.say.document == kNone || x.answered) return;
  HandOver(x.world, x.customer, x.listener, x.say.document);
  Event e = x.world.NewEvent(EventKind::kDocumentSent, x.customer);
  e.document = x.say.document;
  e.person = x.listener;
  x.world.Emit(e);
  Answer(x, content::ReplyKind::kThank);
}

}  // namespace huikuan::rules
