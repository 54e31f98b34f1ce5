#include "rules/payment/due.h"

#include "rules/payment/process.h"

namespace huikuan::rules {

void RecogniseDue(World& world, CustomerId c) {
  world.claim(c).due_recognised = 1;
  MeetNeed(world, c, content::NeedKind::kDueRecognised, kNone);
  world::ConversationKnown& talk = world.conversation();
  if (talk.objection != kNone && world.content.objections[talk.objection].not_due) {
    talk.objection = kNone;
    talk.chain = 0;
  }
}

}  // namespace huikuan::rules
