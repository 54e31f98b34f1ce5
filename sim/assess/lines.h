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
