// chain: a step of acknowledge → probe → verify → resolve → commit on the open objection. An excuse
// is settled by its steps; a real obstacle is thereby understood, and moves only by what it needs.
#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/effects/effects.h"

namespace huikuan::rules {

namespace {

constexpr std::uint8_t kUnderstood = 0x80;  // beside the bits of the steps

bool IsReal(World& world, CustomerId c, const content::Objection& objection) {
  if (objection.not_due) return world.claim(c).due_recognised == 0;
  if (world.claim(c).cured != 0) return false;
  for (const std::uint8_t cause : objection.causes) {
    if (cause == world.claim(c).blocker) return true;
  }
  return false;
}

}  // namespace

void EffectChain(Exchange& x, const content::Effect& effect) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  if (talk.objection == kNone) return;
  if ((talk.chain & kUnderstood) != 0) return;  // understood already; words add nothing
  talk.chain = static_cast<std::uint8_t>(talk.chain | (1U << effect.value));
  const content::Objection& objection = world.content.objections[talk.objection];
  if ((talk.chain & objection.settled_by) != objection.settled_by) return;
  const bool real = IsReal(world, x.customer, objection);
  Adjust(world, x.customer, x.listener, content::Variable::kTrust, Hundredths(4));
  talk.chain |= kUnderstood;
  if (real) return;  // it stays until its paper, repair or agreement is there
  talk.objection = kNone;
  talk.chain = 0;
  if (talk.refusals > 0) --talk.refusals;
  Answer(x, content::ReplyKind::kAgree);
}

}  // namespace huikuan::rules
