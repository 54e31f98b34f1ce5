#include "rules/commands.h"

#include "rules/company/cash.h"

namespace huikuan::rules {

Refusal CheckSetting(const Scenario& content, const world::Known& known, Setting setting,
                     CustomerId customer, int minutes) {
  const world::SellerKnown& seller = known.seller;
  const world::ConversationKnown& talk = known.conversation;
  if (seller.ended != 0) return Refusal::kEnded;
  const bool there = customer < content.customers.size() && ((seller.active >> customer) & 1) != 0;
  if (!there) return Refusal::kUnknownId;
  if (setting == Setting::kDesk && talk.active != 0) return Refusal::kTalking;
  if (setting == Setting::kTalk && (talk.active == 0 || talk.person == kNone)) {
    return Refusal::kNotTalking;
  }
  if (setting == Setting::kVisit && (talk.active == 0 || talk.on_visit == 0)) {
    return Refusal::kNotOnVisit;
  }
  if (seller.commands_today >= content.costs.commands_a_day) return Refusal::kTooMany;
  const int left = talk.on_visit != 0 ? talk.visit_left : seller.minutes_left;
  if (minutes > left) return Refusal::kNoTime;
  return Refusal::kNone;
}

void SpendMinutes(World& world, int minutes) {
  world::ConversationKnown& talk = world.conversation();
  if (talk.on_visit != 0) {
    talk.visit_left = static_cast<std::uint8_t>(talk.visit_left - minutes);
  } else {
    const int left = world.seller().minutes_left - minutes;
    const int call = world.content.costs.call_minutes;
    if (left < call && world.seller().minutes_left >= call) {
      world.Tell(EventKind::kTimeUp, 0, [](Event&) {});
    }
    world.seller().minutes_left = static_cast<std::int16_t>(left);
  }
  world.seller().spent += world.content.costs.minute * minutes;
}

void SpendMoney(World& world, Cents amount) {
  world.seller().spent += amount;
  MoveCash(world, -amount);
}

}  // namespace huikuan::rules
