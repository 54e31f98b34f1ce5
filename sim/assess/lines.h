// Building debrief lines.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "huikuan/debrief.h"

namespace huikuan::assess {

inline TypedArg Number(std::string name, std::int64_t value) {
  return {std::move(name), TypedArg::Kind::kNumber, value};
}
inline TypedArg Money(std::string name, Cents value) {
  return {std::move(name), TypedArg::Kind::kMoney, value};
}
inline TypedArg DateArg(std::string name, Date value) {
  return {std::move(name), TypedArg::Kind::kDate, value};
}
inline TypedArg TextArg(std::string name, TextRef value) {
  return {std::move(name), TypedArg::Kind::kText, value};
}
inline TypedArg Percent(std::string name, Q16 value) {
  return {std::move(name), TypedArg::Kind::kPercent, value};
}
inline DebriefLine Line(std::string key, std::vector<TypedArg> args, bool good, Day day = kNever) {
  return {std::move(key), std::move(args), day, good};
}
// A part of something, at most all of it; money up to a trillion too. 0 when there is nothing.
inline Q16 Share(std::int64_t part, std::int64_t all) {
  if (all <= 0) return 0;
  const std::int64_t unit = all > (1LL << 40) || part > (1LL << 40) ? 1LL << 16 : 1;
  if (all / unit == 0) return kOne;
  const std::int64_t share = DivRound(part / unit * kOne, all / unit);
  return share > kOne ? kOne : static_cast<Q16>(share);
}
// `line`: the sentence with the figure, "debrief.<line>"; `score` is brought into 0..1.
inline Indicator Make(const char* key, const char* line, bool observed, Q16 score,
                      std::vector<TypedArg> args) {
  Indicator i;
  i.key = key;
  i.observed = observed;
  i.score = UnitQ(score);
  i.text = Line(line, std::move(args), score >= kOne / 2);
  return i;
}

}  // namespace huikuan::assess
