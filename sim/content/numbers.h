// Exact numbers from text: authored decimals never pass through floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/fixed.h"

namespace huikuan::content {

// "-0.35" to Q16, rounded half to even. At most 4 digits before and 9 after the point; no
// exponent, no plus sign, no leading zeros but "0.". None when it is not such a number.
std::optional<Q16> ParseQ16(std::string_view text);

// "384000.00" to cents: at most two decimals, |amount| ≤ kMaxMoney. `too_large` is set when only
// the size is wrong.
std::optional<Cents> ParseMoney(std::string_view text, bool* too_large);

// A whole number of at most 12 digits.
std::optional<std::int64_t> ParseWhole(std::string_view text);

}  // namespace huikuan::content
