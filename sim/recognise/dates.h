// Days as people name them: 下周五, 25号, 月底前, "by the end of next week", relative to a day.
#pragma once

#include <optional>
#include <string_view>

#include "core/date.h"

namespace huikuan::recognise {

struct NamedDay {
  Date date = kNoDate;
  std::size_t end = 0;  // one past its last character
};

// The day that begins to be named at `from`, if one does. `text` is normalised. What has no year or
// month is the next such day from `today` on; a week ends on Friday, for payments; a month on its
// last day. "Within three days" is its last day.
std::optional<NamedDay> DayAt(std::u32string_view text, std::size_t from, Date today);

}  // namespace huikuan::recognise
