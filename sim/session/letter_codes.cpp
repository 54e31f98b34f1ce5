// Numbers of papers in a letter.
#include <algorithm>

#include "recognise/dates.h"
#include "recognise/normalise.h"
#include "session/letter_figures.h"

namespace huikuan::letters {

namespace {

using recognise::IsDigit;
using recognise::IsLatin;

bool CodeChar(char32_t c) { return IsDigit(c) || (c >= U'a' && c <= U'z') || c == U'-'; }

std::size_t CountDigits(std::u32string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), IsDigit));
}

// Groups of figures with a blank between them are one number: 3205 0186 0000 0742 119.
std::size_t CodeEnd(std::u32string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && CodeChar(text[end])) ++end;
  for (;;) {
    if (end + 3 >= text.size() || text[end] != U' ' || !IsDigit(text[end - 1])) return end;
    std::size_t next = end + 1;
    while (next < text.size() && IsDigit(text[next])) ++next;
    const bool group = next - end > 3 && (next == text.size() || !IsLatin(text[next]));
    if (!group) return end;
    end = next;
  }
}

// Figures alone, few enough for money and without groups, are an amount or a year.
bool LooksLikeCode(std::u32string_view code) {
  const std::size_t digits = CountDigits(code);
  if (digits < 5) return false;
  if (digits == code.size()) return digits >= 10;
  return true;
}

}  // namespace

std::vector<Span> CodesIn(std::u32string_view text) {
  std::vector<Span> out;
  for (std::size_t i = 0; i < text.size();) {
    const bool begins = CodeChar(text[i]) && text[i] != U'-' &&
                        (i == 0 || (!CodeChar(text[i - 1]) && text[i - 1] != U',' &&
                                    text[i - 1] != U'.' && text[i - 1] != U'¥'));
    if (!begins) {
      ++i;
      continue;
    }
    const std::size_t end = CodeEnd(text, i);
    const bool grouped = end + 1 < text.size() && text[end] == U',' && IsDigit(text[end + 1]);
    const bool day = recognise::DayAt(text, i, 0) && CountDigits(text.substr(i, end - i)) <= 8 &&
                     text.substr(i, end - i).find_first_of(U"-") != std::u32string_view::npos &&
                     IsDigit(text[i]);
    if (!grouped && !day && LooksLikeCode(text.substr(i, end - i))) out.push_back({i, end});
    i = end;
  }
  return out;
}

std::u32string Compact(std::u32string_view code) {
  std::u32string out;
  for (const char32_t c : code) {
    if (IsDigit(c) || IsLatin(c)) out.push_back(c);
  }
  return out;
}

std::size_t Distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({diagonal + (a[i] == b[j - 1] ? 0 : 1), above + 1, row[j - 1] + 1});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace huikuan::letters
