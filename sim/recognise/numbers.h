// Numbers as people type them: 12.5万, 十二万五千, 38万4, 384,000.50, 125k, two hundred thousand.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace huikuan::recognise {

struct Number {
  std::int64_t hundredths = 0;  // 0 … 10^15
  std::size_t end = 0;          // one past its last character
  bool scaled = false;          // it carried 千, 万, k, million …: hardly anything but money
  bool fraction = false;        // it was written with a decimal point
};

// The number that begins at `from`, if one does. `text` is normalised. Numbers beyond ten trillion
// are none.
std::optional<Number> NumberAt(std::u32string_view text, std::size_t from);

// A word of `text` at `from`, when it stands alone there (no letter before or after).
bool WordAt(std::u32string_view text, std::size_t from, std::u32string_view word);
inline bool PieceAt(std::u32string_view text, std::size_t from, std::u32string_view piece) {
  return from <= text.size() && text.substr(from, piece.size()) == piece;
}

}  // namespace huikuan::recognise
