// Messages in Known: our last one to a customer. A later one takes its place.
#pragma once

#include <cstdint>
#include <type_traits>

#include "huikuan/values.h"

namespace huikuan::world {

inline constexpr PersonId kMessageGroup = 15;  // in place of a person
enum class MessageState : std::uint8_t { kOver, kPending, kTried, kAnswered };

struct MessagesKnown {
  std::uint8_t purpose = 0;  // bits 0–5; channel in 6–7
  std::uint8_t who = 0;      // person or kMessageGroup, bits 0–3; tenths of what is owed in 4–7
  std::uint8_t sent = 0;     // half-day (2 × day + part) + 1; 0 = none yet
  std::uint8_t marks = 0;    // quads of days to the date named, bits 0–3; state 4–5; in a row 6–7
};

// The same taken apart.
struct LastMessage {
  std::uint8_t purpose = 0;
  std::uint8_t channel = 0;
  PersonId person = kNone;
  std::uint8_t tenths = 0;  // of what is owed that was named, rounded; 0 = no amount
  std::uint8_t quads = 0;   // four calendar days each, rounded down, one at least; 0 = no date
  std::uint8_t row = 0;     // messages one shortly after the other, saturating
  MessageState state = MessageState::kOver;
  std::int16_t half_day = -1;  // −1: none yet
  Day day() const { return half_day < 0 ? kNever : static_cast<Day>(half_day / 2); }
  bool pending() const { return state == MessageState::kPending || state == MessageState::kTried; }
};

inline LastMessage Unpacked(const MessagesKnown& m) {
  LastMessage out;
  if (m.sent == 0) return out;
  out.purpose = m.purpose & 63;
  out.channel = static_cast<std::uint8_t>(m.purpose >> 6);
  out.person = m.who & 15;
  out.tenths = static_cast<std::uint8_t>(m.who >> 4);
  out.quads = m.marks & 15;
  out.state = static_cast<MessageState>((m.marks >> 4) & 3);
  out.row = static_cast<std::uint8_t>(m.marks >> 6);
  out.half_day = static_cast<std::int16_t>(m.sent - 1);
  return out;
}
inline MessagesKnown Packed(const LastMessage& m) {
  MessagesKnown out;
  out.purpose = static_cast<std::uint8_t>((m.purpose & 63) | (m.channel & 3) << 6);
  out.who = static_cast<std::uint8_t>((m.person & 15) | (m.tenths & 15) << 4);
  out.sent = static_cast<std::uint8_t>(m.half_day + 1);
  out.marks = static_cast<std::uint8_t>((m.quads & 15) | (static_cast<int>(m.state) & 3) << 4 |
                                        (m.row & 3) << 6);
  return out;
}

static_assert(sizeof(MessagesKnown) == 4);
static_assert(std::has_unique_object_representations_v<MessagesKnown>);

}  // namespace huikuan::world
