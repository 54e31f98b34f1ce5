// Building debrief lines.
#pragma once

#include <string>
#include <utility>

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

}  // namespace huikuan::assess
