#include "bots/bots.h"

#include <cassert>

namespace huikuan::bots {

namespace {

using Policy = Command (*)(const BotView&);
constexpr Policy kPolicies[] = {ChooseRandom, ChooseNagDaily, ChoosePoliteWaiter, ChooseWeeklyFirm,
                                ChooseByTheBook};
static_assert(sizeof(kPolicies) / sizeof(kPolicies[0]) == static_cast<std::size_t>(Bot::kCount));
static_assert(sizeof(kBotNames) / sizeof(kBotNames[0]) == static_cast<std::size_t>(Bot::kCount));

// Policies that know nothing but chasing sign whatever lies on the deal desk.
bool SignsAtOnce(Bot bot) { return bot != Bot::kRandom && bot != Bot::kByTheBook; }

}  // namespace

Command Choose(Bot bot, const BotView& view) {
  if (SignsAtOnce(bot) && view.known.conversation.active == 0) {
    for (std::size_t c = 0; c < view.content.customers.size(); ++c) {
      const Command sign = SignContract{static_cast<CustomerId>(c)};
      const bool open = view.content.customers[c].deal.on;
      if (open && rules::CheckCommand(view.content, view.known, sign) == rules::Refusal::kNone) {
        return sign;
      }
    }
  }
  if (bot == Bot::kByTheBook) {  // it asks before it chooses; rollouts need not ask again
    Command command = ChooseByTheBook(view);
    assert(rules::CheckCommand(view.content, view.known, command) == rules::Refusal::kNone);
    return command;
  }
  const Command command = kPolicies[static_cast<std::size_t>(bot)](view);
  if (rules::CheckCommand(view.content, view.known, command) == rules::Refusal::kNone)
    return command;
  // A policy out of time or commands moves on; this is always lawful.
  if (view.known.conversation.active != 0) return EndConversation{};
  return Wait{Until::kNextDay, kNoDate};
}

}  // namespace huikuan::bots
