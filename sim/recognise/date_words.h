// Inside dates: counting in the calendar, and steps through the words, for every language's file.
#pragma once

#include <optional>
#include <string_view>

#include "core/date.h"
#include "recognise/dates.h"
#include "recognise/normalise.h"
#include "recognise/numbers.h"

namespace huikuan::recognise {

inline constexpr int kFriday = 4;

inline int DaysIn(int year, int month) {
  const int next_year = month == 12 ? year + 1 : year;
  return static_cast<int>(FromCivil(next_year, month == 12 ? 1 : month + 1, 1) -
                          FromCivil(year, month, 1));
}
inline Date MonthEnd(int year, int month) { return FromCivil(year, month, DaysIn(year, month)); }

// `ahead` months from the month of `today`; may be negative.
inline Civil MonthAhead(Date today, int ahead) {
  Civil c = ToCivil(today);
  c.month += ahead;
  while (c.month > 12) {
    c.month -= 12;
    ++c.year;
  }
  while (c.month < 1) {
    c.month += 12;
    --c.year;
  }
  c.day = 1;
  return c;
}

// Day `day` of that month; none when the month has no such day.
inline Date DayOfMonth(const Civil& month, int day) {
  if (day < 1 || day > DaysIn(month.year, month.month)) return kNoDate;
  return FromCivil(month.year, month.month, day);
}

// The next day of the month called `day`, today included.
inline Date NextDayOfMonth(Date today, int day) {
  for (int ahead = 0; ahead < 3; ++ahead) {
    const Date date = DayOfMonth(MonthAhead(today, ahead), day);
    if (date != kNoDate && date >= today) return date;
  }
  return kNoDate;
}

// A day and month without a year: the next one, but nobody promises for more than half a year
// ahead: then it is the last one, as of an invoice's due date.
inline Date NextOfYear(Date today, int month, int day) {
  constexpr Date kAhead = 190;
  if (month < 1 || month > 12) return kNoDate;
  const int year = ToCivil(today).year;
  Date best = kNoDate;
  for (int y = year - 1; y <= year + 1; ++y) {
    const Date date = DayOfMonth({y, month, 1}, day);
    if (date != kNoDate && date <= today + kAhead) best = date;
  }
  return best;
}

inline Date InWeek(Date today, int weeks, int weekday) {
  return today - Weekday(today) + 7 * weeks + weekday;
}
// A weekday without a week: the next one, today included.
inline Date NextWeekday(Date today, int weekday) {
  return today + (weekday - Weekday(today) + 7) % 7;
}

inline std::optional<NamedDay> Named(Date date, std::size_t end) {
  if (date == kNoDate) return std::nullopt;
  return NamedDay{date, end};
}

// A small whole number at `from`: 25, 二十五, three.
inline std::optional<Number> SmallAt(std::u32string_view text, std::size_t from, int most) {
  const std::optional<Number> n = NumberAt(text, from);
  if (!n || n->fraction || n->scaled || n->hundredths < 100 || n->hundredths > most * 100) {
    return std::nullopt;
  }
  return n;
}
inline int Whole(const Number& n) { return static_cast<int>(n.hundredths / 100); }

inline std::size_t Skip(std::u32string_view text, std::size_t from, std::u32string_view piece) {
  return PieceAt(text, from, piece) ? from + piece.size() : from;
}
// Past one of them, the longest first.
template <std::size_t N>
std::size_t SkipAny(std::u32string_view text, std::size_t from,
                    const std::u32string_view (&pieces)[N]) {
  for (const std::u32string_view piece : pieces) {
    if (PieceAt(text, from, piece)) return from + piece.size();
  }
  return from;
}

struct Relative {
  std::u32string_view word;
  int days;
};

// One file a language: the day that begins to be named at `from`.
std::optional<NamedDay> HanDay(std::u32string_view text, std::size_t from, Date today);
std::optional<NamedDay> LatinDay(std::u32string_view text, std::size_t from, Date today);

}  // namespace huikuan::recognise
