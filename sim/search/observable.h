// Which draws show: the one table that says what a trainee can tell from what happened.
#pragma once

#include "rules/chance.h"

namespace huikuan::search {

enum class Visibility : std::uint8_t {
  kHidden,  // leaves no trace when it is made; the belief samples it
  kShown,   // its outcome can be told from what was seen at once
  kPartly,  // sometimes: different outcomes may look the same
};

Visibility VisibilityOf(rules::Draw draw);

// Bits of the draws that are not hidden, for rules::ChancePath::shown.
std::array<std::uint64_t, 4> ShownDraws();

}  // namespace huikuan::search
