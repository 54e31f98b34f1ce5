// Messages: whom one can reach by which channel, what comes back, and what customers write by
// themselves.
#pragma once

#include <optional>

#include "huikuan/command.h"
#include "rules/world.h"

namespace huikuan::rules {

// Bounds that keep a save short and a day sane (design values): of all customers a day.
inline constexpr int kMessagesADay = 3;

inline world::LastMessage LastMessageTo(const world::Known& known, CustomerId c) {
  return world::Unpacked(known.messages[c]);
}
inline int MessagesToday(const world::Known& known) { return known.seller.notes_today >> 4; }
// Whether we have somebody's WeChat: given in the case, or after a real conversation. Known only.
bool HasWechat(const Scenario& content, const world::Known& known, CustomerId c, PersonId person);
// The message with sensible slots for that person (kNone: the group), by the first channel that is
// lawful, or by the one asked for; none when there is no lawful one. Known only.
std::optional<SendMessage> DefaultMessage(const Scenario& content, const world::Known& known,
                                          CustomerId c, std::uint8_t purpose, PersonId person,
                                          std::optional<MessageChannel> by = {});
// Whether it is the right time for the purpose. Known only.
bool MessageFits(const Scenario& content, const world::Known& known, CustomerId c,
                 std::uint8_t purpose, PersonId person);
// The wording in which it is offered today; Known only, so that offer and record agree.
inline std::uint8_t MessageVariant(const world::Known& known, std::uint8_t purpose) {
  return static_cast<std::uint8_t>((known.seller.day * 3 + purpose) & 0x7f);
}
// They told us when to ring: the call is expected, by whoever it was. Known only.
bool CallExpected(const Scenario& content, const world::Known& known, CustomerId c,
                  PersonId person);

// The last message may be answered now: the same day, or (`last`) for the last time the next
// morning. Returns whether something came. No answer may mean anything.
bool MessageAnswered(World& world, CustomerId c, bool last);
// Morning: the answer to yesterday's message; what they write by themselves, and what becomes of
// what they wait for. Returns whether something came.
bool MessagesMorning(World& world, CustomerId c);
bool IncomingMorning(World& world, CustomerId c);

}  // namespace huikuan::rules
