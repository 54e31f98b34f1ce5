#include "recognise/parts.h"

namespace huikuan::recognise {

namespace {

constexpr std::size_t kShortestPart = 4;  // characters; "好的," is no act of its own

bool EndsPart(char32_t c, bool commas) {
  return c == U'.' || c == U'!' || c == U'?' || c == U';' || (commas && c == U',');
}

}  // namespace

std::vector<Part> PartsOf(const Typed& typed, bool commas) {
  std::vector<Part> parts;
  const std::u32string& text = typed.text;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool end = i == text.size();
    if (!end && !EndsPart(text[i], commas)) continue;
    const bool within =
        !end && i > 0 && i + 1 < text.size() && IsDigit(text[i - 1]) && IsDigit(text[i + 1]);
    if (within) continue;
    const std::size_t to = end ? i : i + 1;
    if (to - from >= kShortestPart || (parts.empty() && end)) {
      parts.push_back({from, to});
      from = to;
    } else if (end && !parts.empty()) {
      parts.back().to = to;
    }
  }
  return parts;
}

std::vector<Part> StretchesOf(const Typed& typed) {
  std::vector<Part> parts = PartsOf(typed, true);
  const std::size_t single = parts.size();
  for (std::size_t i = 0; i + 1 < single; ++i) parts.push_back({parts[i].from, parts[i + 1].to});
  if (single > 2) parts.push_back({0, typed.text.size()});
  return parts;
}

}  // namespace huikuan::recognise
