// Messages as authored: what one may write for (catalogue/messages), and what customers write by
// themselves (catalogue/incoming).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan::content {

inline constexpr int kMaxMessages = 48;  // six bits of MessagesKnown
inline constexpr int kMaxIncoming = 32;

// What a purpose does besides its features and effects; scenario.h has the rest of it, an Act.
struct MessageManner {
  std::uint8_t channels = 0;  // bit per MessageChannel
  bool to_person = true, to_group = false;
  bool names_debt = false;   // before others it costs face
  bool demands = false;      // a demand, in law
  bool follows_up = false;   // comes back on a broken promise
  bool appointment = false;  // answered, it opens the door to a call
  Q16 answered = 0;          // chance of an answer at ordinary trust
  Q16 misfit = 0;            // resistance where it does not fit
  std::uint16_t fits_begin = 0, fits_end = 0;
};

enum class IncomingKind : std::uint8_t { kProblem, kPaymentOut, kHoliday };
enum class IncomingWants : std::uint8_t { kNothing, kTask, kPaper, kAnswer };
struct Incoming {
  std::string id;
  TextRef title = 0, say = 0, late = 0;
  IncomingKind kind = IncomingKind::kProblem;
  IncomingWants wants = IncomingWants::kNothing;
  std::uint16_t roles = 0;             // who writes, bit per Role; anybody who knows of it else
  std::vector<std::uint8_t> blockers;  // it speaks of
  std::vector<int> days;               // business days on which it may come
  Q16 chance = 0;                      // on each
  Q16 untrue = 0;                      // … of saying that money is out when it is not
  std::uint8_t within = 3;             // business days they wait for what they want
  Q16 trust = 0, relation = 0, reactance = 0;  // when it does not come
};

// The group in which both sides' people write about the project.
struct MessageGroup {
  TextRef name = 0;       // 0 = there is none
  TextRef outsiders = 0;  // who else reads there; 0 = nobody
  std::uint16_t people = 0;
};

}  // namespace huikuan::content
