// What a drill says after each decision: whether it was a good move, and why. Made from what the
// trainee could know before and saw after; hindsight is marked as such. And what a run that is
// watched says: why the policy did what it did, and what the customer's answer tells.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan {

class Phrasebook;

enum class Move : std::uint8_t { kGood, kNote, kBad };

struct Feedback {
  std::string key;  // interface string "feedback.<key>"; "try.<key>" is what to try instead
  Move move = Move::kNote;
  bool hindsight = false;  // nobody could have known it when deciding
  CustomerId customer = 0;
  std::uint8_t weight = 0;  // of two the heavier is told at the end
  std::size_t after = 0;    // position in the history of the event it stands behind
  std::vector<TypedArg> args;
};
// The line in the words of the book's language.
std::string FeedbackLine(const Phrasebook& words, const Feedback& feedback);

// The three lines at the end of a drill.
struct DrillEnd {
  Feedback good;  // the best move
  Feedback cost;  // the dearest
  std::string next;  // interface string: one thing to try
};
DrillEnd SumUp(const std::vector<Feedback>& feedback);
std::string DrillGood(const Phrasebook& words, const DrillEnd& end);
std::string DrillCost(const Phrasebook& words, const DrillEnd& end);
std::string DrillNext(const Phrasebook& words, const DrillEnd& end);

// A remark on a run that is watched.
struct Comment {
  std::string key;  // interface string: "why.…" or "tells.…"
  bool answer = false;    // on what they said or did, not on our decision
  std::size_t after = 0;  // position in the history of the event it stands behind
  std::vector<TypedArg> args;
};
std::string CommentLine(const Phrasebook& words, const Comment& comment);

}  // namespace huikuan
