// What the policies share: finding lawful acts by what they do, and knowing where one stands.
#pragma once

#include <optional>

#include "bots/bots.h"

namespace huikuan::bots {

inline bool Lawful(const BotView& v, const Command& command) {
  return rules::CheckCommand(v.content, v.known, command) == rules::Refusal::kNone;
}
const world::ConversationKnown& Talk(const BotView& v);
inline Date Today(const BotView& v) {
  return v.content.days[static_cast<std::size_t>(v.known.seller.day)].date;
}

// Lawful acts by their effect; error and press acts are never among them unless asked for.
std::optional<Say> ActWithFlag(const BotView& v, std::uint8_t flag);
std::optional<Say> ActWithTarget(const BotView& v, Target target);
std::optional<Say> ActWithRequest(const BotView& v, content::Request request);
std::optional<Say> ActWithChain(const BotView& v, int step);
std::optional<Say> ActWithEffect(const BotView& v, content::EffectKind kind);
std::optional<Say> ActOfPurpose(const BotView& v, content::Purpose purpose);
// A way past the front desk: true name and short purpose before anything else.
std::optional<Say> GatekeeperAct(const BotView& v);

bool Used(const BotView& v, ActId act);
int DaysSinceContact(const BotView& v, CustomerId c, PersonId p);  // 999 = never
// Rang in vain in this half of the day already.
bool TriedNow(const BotView& v, CustomerId c, PersonId p);
// The next half-day: the afternoon, or tomorrow morning.
Command TryLater(const BotView& v);
bool LivePromise(const BotView& v, CustomerId c);
// The next payment run whose list is still open, as far as the dates are known; kNoDate if not.
Date NextOpenRun(const BotView& v, CustomerId c);
int DaysOverdue(const BotView& v, CustomerId c);

// Release, hold or prepayment for orders that wait; none when there is nothing to decide
// (orders.cpp).
std::optional<Command> DecideOrders(const BotView& v);

// Ends the conversation, or lets the day pass when there is none.
Command MoveOn(const BotView& v);

}  // namespace huikuan::bots
