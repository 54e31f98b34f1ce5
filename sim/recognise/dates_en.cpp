// Days as English names them.
#include "recognise/date_words.h"

namespace huikuan::recognise {

namespace {

struct Name {
  std::u32string_view word;
  int number;
};
constexpr Name kMonths[] = {
    {U"january", 1},   {U"february", 2},  {U"march", 3},  {U"april", 4},     {U"may", 5},
    {U"june", 6},      {U"july", 7},      {U"august", 8}, {U"september", 9}, {U"october", 10},
    {U"november", 11}, {U"december", 12}, {U"jan", 1},    {U"feb", 2},       {U"mar", 3},
    {U"apr", 4},       {U"jun", 6},       {U"jul", 7},    {U"aug", 8},       {U"sept", 9},
    {U"sep", 9},       {U"oct", 10},      {U"nov", 11},   {U"dec", 12}};
constexpr Name kWeekdays[] = {{U"monday", 0}, {U"tuesday", 1},  {U"wednesday", 2}, {U"thursday", 3},
                              {U"friday", 4}, {U"saturday", 5}, {U"sunday", 6},    {U"mon", 0},
                              {U"tue", 1},    {U"tues", 1},     {U"wed", 2},       {U"thu", 3},
                              {U"thur", 3},   {U"thurs", 3},    {U"fri", 4}};

template <std::size_t N>
const Name* NameAt(std::u32string_view text, std::size_t from, const Name (&names)[N]) {
  for (const Name& name : names) {
    if (WordAt(text, from, name.word)) return &name;
  }
  return nullptr;
}

std::size_t Word(std::u32string_view text, std::size_t from, std::u32string_view word) {
  if (!WordAt(text, from, word)) return from;
  const std::size_t end = from + word.size();
  return end < text.size() && text[end] == U' ' ? end + 1 : end;
}

// 25, 25th, twenty-fifth is not tried.
std::optional<Number> OrdinalAt(std::u32string_view text, std::size_t from) {
  if (from >= text.size() || !IsDigit(text[from])) return std::nullopt;
  Number n;
  std::size_t i = from;
  int value = 0;
  while (i < text.size() && IsDigit(text[i]) && i - from < 3) {
    value = value * 10 + static_cast<int>(text[i++] - U'0');
  }
  if (value < 1 || value > 31 || (i < text.size() && IsDigit(text[i]))) return std::nullopt;
  for (const std::u32string_view end : {U"st", U"nd", U"rd", U"th"}) {
    if (PieceAt(text, i, end)) {
      n.fraction = true;  // marks it as an ordinal
      i += 2;
      break;
    }
  }
  if (i < text.size() && IsLatin(text[i])) return std::nullopt;
  n.hundredths = value * 100;
  n.end = i;
  return n;
}

// 25 March, 25th of March, March 25(th), the 25th.
std::optional<NamedDay> LatinDate(std::u32string_view text, std::size_t from, Date today) {
  if (const Name* month = NameAt(text, from, kMonths)) {
    std::size_t i = from + month->word.size();
    if (PieceAt(text, i, U".")) ++i;
    i = Word(text, Skip(text, i, U" "), U"the");
    const auto day = OrdinalAt(text, i);
    if (!day) return std::nullopt;
    return Named(NextOfYear(today, month->number, Whole(*day)), day->end);
  }
  const std::size_t the = Word(text, from, U"the");
  const auto day = OrdinalAt(text, the);
  if (!day) return std::nullopt;
  std::size_t i = Skip(text, day->end, U" ");
  i = Word(text, i, U"of");
  if (const Name* month = NameAt(text, i, kMonths)) {
    return Named(NextOfYear(today, month->number, Whole(*day)), i + month->word.size());
  }
  const std::size_t next = Word(text, i, U"next");
  if (next != i && WordAt(text, next, U"month")) {
    return Named(DayOfMonth(MonthAhead(today, 1), Whole(*day)), next + 5);
  }
  const std::size_t own = Word(text, i, U"this");
  if (own != i && WordAt(text, own, U"month")) {
    return Named(DayOfMonth(MonthAhead(today, 0), Whole(*day)), own + 5);
  }
  if (day->fraction) return Named(NextDayOfMonth(today, Whole(*day)), day->end);
  return std::nullopt;
}

bool Before(std::u32string_view text, std::size_t at, std::u32string_view piece) {
  return at >= piece.size() && PieceAt(text, at - piece.size(), piece);
}

// Friday, this Friday, next Friday (of next week), Friday week, Friday next week.
std::optional<NamedDay> LatinWeekday(std::u32string_view text, std::size_t from, Date today) {
  std::size_t i = from;
  const std::size_t next = Word(text, i, U"next");
  const std::size_t own = Word(text, i, U"this");
  const bool coming = next != i;
  const bool said = own != i;
  i = coming ? next : own;
  const std::size_t on = Word(text, i, U"coming");
  i = on;
  const Name* day = NameAt(text, i, kWeekdays);
  if (day == nullptr) return std::nullopt;
  std::size_t end = i + day->word.size();
  const std::size_t after = Skip(text, end, U" ");
  const std::size_t of = Word(text, after, U"of");
  const std::size_t week = Word(text, of, U"next");
  if (week != of && WordAt(text, week, U"week")) {
    return Named(InWeek(today, 1, day->number), week + 4);
  }
  if (WordAt(text, after, U"week")) {
    return Named(NextWeekday(today, day->number) + 7, after + 4);
  }
  if (Before(text, from, U"every ") || Before(text, from, U"each ")) return std::nullopt;
  if (Before(text, from, U"last ")) {
    return Named(NextWeekday(today, day->number) - 7, end);
  }
  if (coming) return Named(InWeek(today, 1, day->number), end);
  if (said) return Named(InWeek(today, 0, day->number), end);
  return Named(NextWeekday(today, day->number), end);
}

// (the) end of (the|this|next) week|month|year, month-end, week's end.
std::optional<NamedDay> LatinEnd(std::u32string_view text, std::size_t from, Date today) {
  std::size_t i = Word(text, from, U"the");
  for (const std::u32string_view word :
       {U"month end", U"month-end", U"monthend", U"months end", U"month's end", U"eom"}) {
    if (WordAt(text, i, word)) {
      const Civil month = MonthAhead(today, 0);
      return Named(MonthEnd(month.year, month.month), i + word.size());
    }
  }
  for (const std::u32string_view word : {U"year end", U"year-end"}) {
    if (WordAt(text, i, word)) {
      return Named(FromCivil(ToCivil(today).year, 12, 31), i + word.size());
    }
  }
  std::size_t end = Word(text, i, U"end");
  if (end == i && WordAt(text, i, U"last day")) end = Word(text, i + 5, U"day");
  std::size_t of = end;
  if (end != i) {
    of = Word(text, end, U"of");
    if (of == end) return std::nullopt;
  } else {
    const std::size_t within = Word(text, from, U"within");
    if (within == from) return std::nullopt;
    of = within;
  }
  int ahead = 0;
  std::size_t at = of;
  for (const std::u32string_view word : {U"the", U"this", U"next", U"following", U"last"}) {
    const std::size_t past = Word(text, at, word);
    if (past == at) continue;
    if (word == U"next" || word == U"following") ahead = 1;
    if (word == U"last") ahead = -1;
    at = past;
  }
  if (WordAt(text, at, U"week")) return Named(InWeek(today, ahead, kFriday), at + 4);
  if (WordAt(text, at, U"month")) {
    const Civil month = MonthAhead(today, ahead);
    return Named(MonthEnd(month.year, month.month), at + 5);
  }
  if (WordAt(text, at, U"year")) return Named(FromCivil(ToCivil(today).year, 12, 31), at + 4);
  if (const Name* month = NameAt(text, at, kMonths)) {
    const Date day = NextOfYear(today, month->number, 28);
    return Named(MonthEnd(ToCivil(day).year, month->number), at + month->word.size());
  }
  return std::nullopt;
}

// In three days, within two weeks, a week from today, in a fortnight.
std::optional<NamedDay> LatinCounted(std::u32string_view text, std::size_t from, Date today) {
  std::size_t i = Word(text, from, U"within");
  if (i == from) i = Word(text, from, U"in");
  const bool counted = i != from;
  i = Word(text, i, U"the");
  i = Word(text, i, U"next");
  int count = 0;
  std::size_t unit = i;
  if (Word(text, i, U"a") != i) {
    unit = Word(text, i, U"a");
    count = 1;
  } else if (const auto n = SmallAt(text, i, 60)) {
    unit = Skip(text, n->end, U" ");
    count = Whole(*n);
  } else {
    return std::nullopt;
  }
  const std::size_t plain = unit;
  unit = Word(text, unit, U"business");
  unit = Word(text, unit, U"working");
  const int weekend = unit != plain ? count / 5 * 2 : 0;
  static constexpr Relative kUnits[] = {{U"days", 1},  {U"day", 1},        {U"weeks", 7},
                                        {U"week", 7},  {U"fortnight", 14}, {U"days'", 1},
                                        {U"weeks'", 7}};
  for (const Relative& u : kUnits) {
    if (!WordAt(text, unit, u.word)) continue;
    const std::size_t end = unit + u.word.size();
    if (WordAt(text, Skip(text, end, U" "), U"of")) return std::nullopt;  // of delivery: a term
    if (WordAt(text, Skip(text, end, U" "), U"today")) {                  // a week today
      return Named(today + count * u.days, Skip(text, end, U" ") + 5);
    }
    if (counted) return Named(today + count * u.days + weekend, end);
    const std::size_t then = Word(text, Skip(text, end, U" "), U"from");
    for (const std::u32string_view now : {U"today", U"now"}) {
      if (then != Skip(text, end, U" ") && WordAt(text, then, now)) {
        return Named(today + count * u.days, then + now.size());
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<NamedDay> LatinDay(std::u32string_view text, std::size_t from, Date today) {
  static constexpr Relative kDays[] = {{U"the day after tomorrow", 2},
                                       {U"day after tomorrow", 2},
                                       {U"tomorrow", 1},
                                       {U"tmrw", 1},
                                       {U"today", 0},
                                       {U"tonight", 0}};
  for (const Relative& day : kDays) {
    if (WordAt(text, from, day.word)) return Named(today + day.days, from + day.word.size());
  }
  if (auto day = LatinEnd(text, from, today)) return day;
  if (auto day = LatinWeekday(text, from, today)) return day;
  if (auto day = LatinDate(text, from, today)) return day;
  return LatinCounted(text, from, today);
}

}  // namespace huikuan::recognise
