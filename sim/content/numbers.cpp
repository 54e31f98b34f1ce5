#include "content/numbers.h"

namespace huikuan::content {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct Parts {
  bool negative = false;
  std::string_view whole, fraction;
};

// [-] digits [. digits], without superfluous zeros in front.
std::optional<Parts> Split(std::string_view text) {
  Parts parts;
  if (!text.empty() && text.front() == '-') {
    parts.negative = true;
    text.remove_prefix(1);
  }
  std::size_t point = 0;
  while (point < text.size() && IsDigit(text[point])) ++point;
  parts.whole = text.substr(0, point);
  if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole[0] == '0')) return {};
  if (point == text.size()) return parts;
  if (text[point] != '.') return {};
  parts.fraction = text.substr(point + 1);
  if (parts.fraction.empty()) return {};
  for (const char c : parts.fraction) {
    if (!IsDigit(c)) return {};
  }
  return parts;
}

// Precondition: at most 18 digits.
std::int64_t Digits(std::string_view text) {
  std::int64_t value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<Q16> ParseQ16(std::string_view text) {
  const std::optional<Parts> parts = Split(text);
  if (!parts || parts->whole.size() > 4 || parts->fraction.size() > 9) return {};
  std::int64_t scale = 1;
  for (std::size_t i = 0; i < parts->fraction.size(); ++i) scale *= 10;
  // Below 10^13 × 2^16 < 2^63; halves round to even on both sides of zero alike.
  const std::int64_t n = Digits(parts->whole) * scale + Digits(parts->fraction);
  const std::int64_t q = DivRound(n * kOne, scale);
  return static_cast<Q16>(parts->negative ? -q : q);
}

std::optional<Cents> ParseMoney(std::string_view text, bool* too_large) {
  *too_large = false;
  const std::optional<Parts> parts = Split(text);
  if (!parts || parts->fraction.size() > 2) return {};
  if (parts->whole.size() > 15) {
    *too_large = true;
    return {};
  }
  Cents cents = Digits(parts->whole) * 100;
  if (!parts->fraction.empty()) {
    cents += Digits(parts->fraction) * (parts->fraction.size() == 1 ? 10 : 1);
  }
  if (cents > kMaxMoney) {
    *too_large = true;
    return {};
  }
  return parts->negative ? -cents : cents;
}

std::optional<std::int64_t> ParseWhole(std::string_view text) {
  const std::optional<Parts> parts = Split(text);
  if (!parts || !parts->fraction.empty() || parts->whole.size() > 12) return {};
  const std::int64_t value = Digits(parts->whole);
  return parts->negative ? -value : value;
}

}  // namespace huikuan::content
