// Typed words in one form, with the way back to the words as typed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huikuan::recognise {

inline constexpr std::size_t kMaxTyped = 1000;  // characters; what follows is not read

// Lower case, full-width forms as ASCII, one kind of blank, quote, comma and full stop; control
// characters, marks of writing direction and pictures left out; damaged bytes as blanks.
struct Typed {
  std::u32string text;
  std::vector<std::uint32_t> at;  // byte of each character in the original; one more: its end

  // The words as typed between two places of `text`. Precondition: from ≤ to ≤ text.size().
  std::string Original(std::string_view typed, std::size_t from, std::size_t to) const;
};

Typed Normalise(std::string_view typed);

inline bool IsHan(char32_t c) {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);
}
inline bool IsLatin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= 0xe0 && c <= 0x24f); }
inline bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

}  // namespace huikuan::recognise
