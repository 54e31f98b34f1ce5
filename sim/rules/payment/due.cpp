#include "rules/payment/due.h"

#include "rules/payment/process.h"

namespace huikuan::rules {

void RecogniseDue(World& world, CustomerId c) {
  // One clause in one contract: whoever accepts it accepts it for every invoice it covers.
  const std::size_t invoices = world.customer(c).invoices.size();
  for (std::size_t i = 0; i < invoices; ++i) world.truth(c).invoices[i].due_recognised = 1;
  MeetNeed(world, c, content::NeedKind::kDueRecognised, kNone);
  world::ConversationKnown& talk = world.conversation();
  if (talk.objection != kNone && world.content.objections[talk.objection].not_due) {
    talk.objection = kNone;
    talk.chain = 0;
  }
}

}  // namespace huikuan::rules
