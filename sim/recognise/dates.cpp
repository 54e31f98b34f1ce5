#include "recognise/dates.h"

#include "recognise/normalise.h"
#include "recognise/numbers.h"

namespace huikuan::recognise {

namespace {

constexpr int kFriday = 4;

int DaysIn(int year, int month) {
  const int next_year = month == 12 ? year + 1 : year;
  return static_cast<int>(FromCivil(next_year, month == 12 ? 1 : month + 1, 1) -
                          FromCivil(year, month, 1));
}
Date MonthEnd(int year, int month) { return FromCivil(year, month, DaysIn(year, month)); }

// `ahead` months from the month of `today`; may be negative.
Civil MonthAhead(Date today, int ahead) {
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
Date DayOfMonth(const Civil& month, int day) {
  if (day < 1 || day > DaysIn(month.year, month.month)) return kNoDate;
  return FromCivil(month.year, month.month, day);
}

// The next day of the month called `day`, today included.
Date NextDayOfMonth(Date today, int day) {
  for (int ahead = 0; ahead < 3; ++ahead) {
    const Date date = DayOfMonth(MonthAhead(today, ahead), day);
    if (date != kNoDate && date >= today) return date;
  }
  return kNoDate;
}

// A day and month without a year: the next one, but nobody promises for more than half a year
// ahead: then it is the last one, as of an invoice's due date.
Date NextOfYear(Date today, int month, int day) {
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

Date InWeek(Date today, int weeks, int weekday) {
  return today - Weekday(today) + 7 * weeks + weekday;
}
// A weekday without a week: the next one, today included.
Date NextWeekday(Date today, int weekday) { return today + (weekday - Weekday(today) + 7) % 7; }

std::optional<NamedDay> Named(Date date, std::size_t end) {
  if (date == kNoDate) return std::nullopt;
  return NamedDay{date, end};
}

// A small whole number at `from`: 25, 二十五, three.
std::optional<Number> SmallAt(std::u32string_view text, std::size_t from, int most) {
  const std::optional<Number> n = NumberAt(text, from);
  if (!n || n->fraction || n->scaled || n->hundredths < 100 || n->hundredths > most * 100) {
    return std::nullopt;
  }
  return n;
}
int Whole(const Number& n) { return static_cast<int>(n.hundredths / 100); }

std::size_t Skip(std::u32string_view text, std::size_t from, std::u32string_view piece) {
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

// ---- Chinese ------------------------------------------------------------------------------------

int HanWeekday(char32_t c) {
  constexpr std::u32string_view kDays = U"一二三四五六日";
  const std::size_t at = kDays.find(c == U'天' ? U'日' : c);
  if (at != std::u32string_view::npos) return static_cast<int>(at);
  if (c >= U'1' && c <= U'6') return static_cast<int>(c - U'1');
  return c == U'7' ? 6 : -1;
}

// 周五, 下周五, 这个星期五, 下下周三, 本周末.
std::optional<NamedDay> HanWeek(std::u32string_view text, std::size_t from, Date today) {
  static constexpr std::u32string_view kThis[] = {U"这个", U"本", U"这"};
  static constexpr std::u32string_view kWeek[] = {U"星期", U"礼拜", U"周"};
  // 每周三, 两周一次: no day.
  if (from > 0 && (text[from - 1] == U'每' || NumberAt(text, from - 1))) return std::nullopt;
  std::size_t i = from;
  int weeks = 0;
  bool said = false;
  const std::size_t after_this = SkipAny(text, i, kThis);
  if (after_this != i) {
    i = after_this;
    said = true;
  } else if (PieceAt(text, i, U"上")) {
    i = Skip(text, i + 1, U"个");
    weeks = -1;
    said = true;
  } else {
    while (PieceAt(text, i, U"下")) {
      i = Skip(text, i + 1, U"个");
      ++weeks;
      said = true;
    }
  }
  const std::size_t week = SkipAny(text, i, kWeek);
  if (week == i || week >= text.size()) {
    return std::nullopt;
  }
  if (PieceAt(text, week, U"末")) return Named(InWeek(today, weeks, kFriday), week + 1);
  const int day = HanWeekday(text[week]);
  if (day >= 0) {
    // 周一到周五: only what is a day of its own.
    return Named(said ? InWeek(today, weeks, day) : NextWeekday(today, day), week + 1);
  }
  // 下周 alone is a week, whose last day counts.
  static constexpr std::u32string_view kEnd[] = {U"之内", U"以内", U"内", U"前", U"底", U"里"};
  const std::size_t end = SkipAny(text, week, kEnd);
  if (said && end != week) return Named(InWeek(today, weeks, kFriday), end);
  return std::nullopt;
}

// 月底, 本月25号, 下个月底, 下月初, 月中.
std::optional<NamedDay> HanMonth(std::u32string_view text, std::size_t from, Date today) {
  static constexpr std::u32string_view kThis[] = {U"这个", U"本", U"当", U"这"};
  std::size_t i = SkipAny(text, from, kThis);
  bool said = i != from;
  int ahead = 0;
  if (!said && PieceAt(text, i, U"上")) {
    i = Skip(text, i + 1, U"个");
    ahead = -1;
  }
  while (!said && ahead >= 0 && PieceAt(text, i, U"下")) {
    i = Skip(text, i + 1, U"个");
    ++ahead;
  }
  said = said || ahead != 0;
  if (!PieceAt(text, i, U"月")) return std::nullopt;
  if (!said && from > 0 && (IsDigit(text[from - 1]) || text[from - 1] == U'个')) {
    return std::nullopt;
  }
  const Civil month = MonthAhead(today, ahead);
  ++i;
  static constexpr std::u32string_view kEnd[] = {U"底之前", U"底以前", U"底前", U"底", U"末"};
  const std::size_t end = SkipAny(text, i, kEnd);
  if (end != i) return Named(MonthEnd(month.year, month.month), end);
  if (PieceAt(text, i, U"初") && said) return Named(DayOfMonth(month, 5), i + 1);
  if (PieceAt(text, i, U"中") && said) return Named(DayOfMonth(month, 15), i + 1);
  if (said) {
    i = Skip(text, i, U"的");
    const auto day = SmallAt(text, i, 31);
    if (day) {
      static constexpr std::u32string_view kDay[] = {U"号", U"日"};
      const std::size_t after = SkipAny(text, day->end, kDay);
      if (after != day->end) return Named(DayOfMonth(month, Whole(*day)), after);
    }
    static constexpr std::u32string_view kWithin[] = {U"之内", U"以内", U"内", U"里"};
    const std::size_t within = SkipAny(text, i, kWithin);
    if (within != i) return Named(MonthEnd(month.year, month.month), within);
  }
  return std::nullopt;
}

// 3月20号, 25号, 三天内, 两周内, 半个月内.
std::optional<NamedDay> HanCounted(std::u32string_view text, std::size_t from, Date today) {
  // 收货后六十天内 counts from something else; 半个月了 is how long it lasted.
  if (from > 0 && (text[from - 1] == U'后' || text[from - 1] == U'起')) return std::nullopt;
  if (PieceAt(text, from, U"半个月")) {
    const std::size_t end = from + 3;
    const bool every = from > 0 && text[from - 1] == U'每';
    if (every || PieceAt(text, end, U"了") || PieceAt(text, end, U"多")) return std::nullopt;
    return Named(today + 15, end);
  }
  const bool past = PieceAt(text, from, U"过");  // 过三天
  const auto n = SmallAt(text, past ? from + 1 : from, 99);
  if (!n) return std::nullopt;
  std::size_t i = n->end;
  const int count = Whole(*n);
  if (PieceAt(text, i, U"月")) {
    if (PieceAt(text, i + 1, U"底") || PieceAt(text, i + 1, U"末")) {
      const Date date = NextOfYear(today, count, 28);
      if (date == kNoDate) return std::nullopt;
      return Named(MonthEnd(ToCivil(date).year, count), i + 2);
    }
    const auto day = SmallAt(text, i + 1, 31);
    if (!day) return std::nullopt;
    static constexpr std::u32string_view kDay[] = {U"号", U"日"};
    return Named(NextOfYear(today, count, Whole(*day)), SkipAny(text, day->end, kDay));
  }
  if (PieceAt(text, i, U"号") && !PieceAt(text, i, U"号楼") && !PieceAt(text, i, U"号线") &&
      !PieceAt(text, i, U"号机")) {
    return Named(NextDayOfMonth(today, count), i + 1);
  }
  if (PieceAt(text, i, U"日") && count <= 31) {
    static constexpr std::u32string_view kWithin[] = {U"日之内", U"日以内", U"日内"};
    const std::size_t within = SkipAny(text, i, kWithin);
    if (within != i) return Named(today + count, within);
    return Named(NextDayOfMonth(today, count), i + 1);
  }
  static constexpr std::u32string_view kDays[] = {U"个工作日", U"天"};
  static constexpr std::u32string_view kWeeks[] = {U"个星期", U"个礼拜", U"周"};
  static constexpr std::u32string_view kWithin[] = {U"之内", U"以内", U"之后", U"以后",
                                                    U"内",   U"后",   U"里"};
  const std::size_t days = SkipAny(text, i, kDays);
  if (days != i) {
    const std::size_t within = SkipAny(text, days, kWithin);
    const int weekend = PieceAt(text, i, U"个工作日") ? count / 5 * 2 : 0;
    if (within != days || past) return Named(today + count + weekend, within);
    return std::nullopt;
  }
  const std::size_t weeks = SkipAny(text, i, kWeeks);
  if (weeks != i) {
    const std::size_t within = SkipAny(text, weeks, kWithin);
    if (within != weeks) return Named(today + 7 * count, within);
  }
  return std::nullopt;
}

struct Relative {
  std::u32string_view word;
  int days;
};

std::optional<NamedDay> HanDay(std::u32string_view text, std::size_t from, Date today) {
  static constexpr Relative kDays[] = {{U"大后天", 3}, {U"后天", 2}, {U"明天", 1}, {U"明日", 1},
                                       {U"明儿", 1},   {U"今天", 0}, {U"今日", 0}, {U"今儿", 0},
                                       {U"当天", 0},   {U"明早", 1}, {U"明晚", 1}};
  for (const Relative& day : kDays) {
    if (PieceAt(text, from, day.word)) return Named(today + day.days, from + day.word.size());
  }
  static constexpr std::u32string_view kYearEnd[] = {U"年底之前", U"年底前", U"年底", U"年末",
                                                     U"年前"};
  const std::size_t year = SkipAny(text, from, kYearEnd);
  if (year != from) return Named(FromCivil(ToCivil(today).year, 12, 31), year);
  if (auto day = HanWeek(text, from, today)) return day;
  if (auto day = HanMonth(text, from, today)) return day;
  return HanCounted(text, from, today);
}

// ---- English ------------------------------------------------------------------------------------

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
