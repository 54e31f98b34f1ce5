// What the policies share: finding lawful acts by what they do, and knowing where one stands.
#pragma once

#include <optional>
#include <type_traits>

#include "bots/bots.h"
#include "rules/commands.h"

namespace huikuan::bots {

// Of a single command its own check, without the way round by Command.
template <class T>
bool Lawful(const BotView& v, const T& command) {
  if constexpr (std::is_same_v<T, Command>) {
    return rules::CheckCommand(v.content, v.known, command) == rules::Refusal::kNone;
  } else {
    return rules::Check(v.content, v.known, command) == rules::Refusal::kNone;
  }
}
template <class T>
std::optional<Command> IfLawful(const BotView& v, const T& command) {
  std::optional<Command> lawful;
  if (Lawful(v, command)) lawful.emplace(command);
  return lawful;
}
inline const world::ConversationKnown& Talk(const BotView& v) { return v.known.conversation; }
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

inline bool Used(const BotView& v, ActId act) { return content::Has(Talk(v).acts_used, act); }
// Whether any act with this request was said in this conversation.
inline bool UsedRequest(const BotView& v, content::Request request) {
  const auto r = static_cast<std::size_t>(request);
  return (v.content.index.acts.request[r] & Talk(v).acts_used) != 0;
}
inline int DaysSinceContact(const BotView& v, CustomerId c, PersonId p) {  // 999 = never
  const Day last = v.known.customers[c].people[p].last_contact;
  return last == kNever ? 999 : v.known.seller.day - last;
}
// Rang in vain in this half of the day already.
inline bool TriedNow(const BotView& v, CustomerId c, PersonId p) {
  return v.known.customers[c].people[p].tried == v.known.seller.day * 2 + v.known.seller.part;
}
// The next half-day: the afternoon, or tomorrow morning.
Command TryLater(const BotView& v);
// Those of `among` that live on in this run and have not paid everything: bit per customer.
std::uint16_t OpenCustomers(const BotView& v, std::uint16_t among = 0xffff);

// Release, hold or prepayment for orders of `among` (bit per customer) that wait; none when there
// is nothing to decide (orders.cpp).
std::optional<Command> DecideOrders(const BotView& v, std::uint16_t among);
// An answer to a bill they offered, or a kept one sold because we need the money.
std::optional<Command> DecideBills(const BotView& v, std::uint16_t among);

// What the law leaves to us: the formality of security they agreed to, our claim in an insolvency.
std::optional<Command> SeeToTheLaw(const BotView& v, CustomerId c);

// Ends the conversation, or lets the day pass when there is none.
Command MoveOn(const BotView& v);

}  // namespace huikuan::bots
