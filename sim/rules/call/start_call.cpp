// StartCall, EndConversation.
#include "rules/call/gatekeeper.h"
#include "rules/call/reach.h"
#include "rules/commands.h"

namespace huikuan::rules {

Refusal Check(const Scenario& content, const world::Known& known, const StartCall& call) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, call.customer, Minutes(content, known, call));
  if (setting != Refusal::kNone) return setting;
  if (call.person >= content.customers[call.customer].people.size()) return Refusal::kUnknownId;
  return known.customers[call.customer].people[call.person].known != 0 ? Refusal::kNone
                                                                       : Refusal::kPersonUnknown;
}

int Minutes(const Scenario& content, const world::Known&, const StartCall&) {
  return content.costs.call_minutes;
}

void Apply(World& world, const StartCall& call) {
  SpendMinutes(world, world.content.costs.call_minutes);
  const bool gatekeeper =
      MeetsGatekeeper(world.content, world.state.known, call.customer, call.person);
  if (!gatekeeper && !Reached(world, call.customer, call.person)) {
    NotReached(world, call.customer, call.person);
    return;
  }
  CountDecision(world);  // an unanswered ring is none
  world::ConversationKnown& talk = world.conversation();
  talk = world::ConversationKnown{};
  talk.active = 1;
  talk.channel = static_cast<std::uint8_t>(Channel::kCall);
  talk.customer = call.customer;
  if (gatekeeper) {
    Connect(world, call.customer, GatekeeperOf(world.customer(call.customer)));
    talk.wanted = call.person;
  } else {
    Connect(world, call.customer, call.person);
  }
}

Refusal Check(const Scenario& content, const world::Known& known, const EndConversation&) {
  if (known.seller.ended != 0) return Refusal::kEnded;
  (void)content;
  return known.conversation.active != 0 ? Refusal::kNone : Refusal::kNotTalking;
}

int Minutes(const Scenario&, const world::Known&, const EndConversation&) { return 0; }

void Apply(World& world, const EndConversation&) { Disconnect(world, false); }

}  // namespace huikuan::rules
