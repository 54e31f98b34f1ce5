#include "recognise/normalise.h"

#include <utf8.h>

#include <iterator>

namespace huikuan::recognise {

namespace {

struct Same {
  std::u32string_view written;
  char32_t as;
};
constexpr Same kSame[] = {
    {U"，、﹐､", U','},
    {U"。．｡", U'.'},
    {U"；", U';'},
    {U"：﹕", U':'},
    {U"？", U'?'},
    {U"！", U'!'},
    {U"‘’´`", U'\''},
    {U"“”„«»「」『』《》", U'"'},
    {U"（【〔", U'('},
    {U"）】〕", U')'},
    {U"–—―−－～", U'-'},
    {U"￥", U'¥'},
    {U"\u00a0\u2002\u2003\u2009\u202f\u3000\t\n\r", U' '},
};

// What is not written: control, direction and width marks, pictures, private use.
bool Unwritten(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
         (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe000 && c <= 0xf8ff) ||
         (c >= 0x2600 && c <= 0x27bf) || c >= 0x1f000;
}

char32_t OneForm(char32_t c) {
  for (const Same& same : kSame) {
    if (same.written.find(c) != std::u32string_view::npos) return same.as;
  }
  if (c >= 0xff01 && c <= 0xff5e) return OneForm(c - 0xfee0);
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= 0xc0 && c <= 0xde && c != 0xd7) return c + 32;
  return c;
}

}  // namespace

std::string Typed::Original(std::string_view typed, std::size_t from, std::size_t to) const {
  return std::string(typed.substr(at[from], at[to] - at[from]));
}

Typed Normalise(std::string_view typed) {
  Typed out;
  const char* next = typed.data();
  const char* const end = next + typed.size();
  std::uint32_t last_end = 0;
  while (next != end && out.text.size() < kMaxTyped) {
    const auto start = static_cast<std::uint32_t>(next - typed.data());
    const char* after = next;
    std::uint32_t code = 0;
    const auto status = utf8::internal::validate_next(after, end, code);
    if (status != utf8::internal::UTF8_OK) {
      after = next + 1;
      code = U' ';
    }
    next = after;
    const char32_t c = OneForm(code);
    if (Unwritten(c)) continue;
    if (c == U' ' && (out.text.empty() || out.text.back() == U' ')) continue;
    const std::size_t n = out.text.size();
    // "好好好好好" and "!!!!!" say no more than three of them.
    if (n >= 3 && !IsDigit(c) && out.text[n - 1] == c && out.text[n - 2] == c &&
        out.text[n - 3] == c) {
      continue;
    }
    out.text.push_back(c);
    out.at.push_back(start);
    last_end = static_cast<std::uint32_t>(next - typed.data());
  }
  while (!out.text.empty() && out.text.back() == U' ') {
    last_end = out.at.back();
    out.text.pop_back();
    out.at.pop_back();
  }
  out.at.push_back(last_end);
  return out;
}

}  // namespace huikuan::recognise
