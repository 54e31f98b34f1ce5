// Days as Chinese names them.
#include "recognise/date_words.h"

namespace huikuan::recognise {

namespace {

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

}  // namespace

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

}  // namespace huikuan::recognise
