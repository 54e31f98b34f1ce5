#include "recognise/date_words.h"

namespace huikuan::recognise {

namespace {

// 2026-03-20, 2026年3月20日, 20/3, 3/20 (the month is what can be one; 3/4 is the 4th of March).
std::optional<NamedDay> Figures(std::u32string_view text, std::size_t from, Date today) {
  int part[3] = {0, 0, 0};
  int parts = 0;
  std::size_t i = from;
  char32_t mark = 0;
  while (parts < 3) {
    int digits = 0;
    while (i < text.size() && IsDigit(text[i]) && digits < 5) {
      part[parts] = part[parts] * 10 + static_cast<int>(text[i++] - U'0');
      ++digits;
    }
    if (digits == 0 || digits > 4) return std::nullopt;
    ++parts;
    if (parts == 3 || i + 1 >= text.size() || !IsDigit(text[i + 1])) break;
    if (text[i] != U'-' && text[i] != U'/' && text[i] != U'年' && text[i] != U'月') break;
    if (text[i] == U'/' || text[i] == U'-') {
      if (mark != 0 && mark != text[i]) break;
      mark = text[i];
    }
    ++i;
  }
  if (i < text.size() && IsDigit(text[i])) return std::nullopt;
  if (parts == 3 && part[0] >= 2000 && part[0] < 2100) {
    if (part[1] < 1 || part[1] > 12) return std::nullopt;
    const std::size_t end = PieceAt(text, i, U"日") || PieceAt(text, i, U"号") ? i + 1 : i;
    return Named(DayOfMonth({part[0], part[1], 1}, part[2]), end);
  }
  if (parts == 2 && mark == U'/' && part[0] <= 31 && part[1] <= 31) {
    const bool day_first = part[0] > 12;
    return Named(NextOfYear(today, part[day_first ? 1 : 0], part[day_first ? 0 : 1]), i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<NamedDay> DayAt(std::u32string_view text, std::size_t from, Date today) {
  if (from >= text.size()) return std::nullopt;
  const char32_t first = text[from];
  if (from > 0 && (IsDigit(first) || IsLatin(first)) &&
      (IsDigit(text[from - 1]) || IsLatin(text[from - 1]))) {
    return std::nullopt;
  }
  if (IsDigit(first)) {
    if (auto day = Figures(text, from, today)) return day;
  }
  if (IsHan(first) || IsDigit(first)) {
    if (auto day = HanDay(text, from, today)) return day;
  }
  if (IsLatin(first) || IsDigit(first)) return LatinDay(text, from, today);
  return std::nullopt;
}

}  // namespace huikuan::recognise
