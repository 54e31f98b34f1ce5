#include "recognise/numbers.h"

#include "recognise/normalise.h"

namespace huikuan::recognise {

namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000;  // hundredths

struct Value {
  std::u32string_view word;
  std::int64_t value;
};

int HanDigit(char32_t c) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  const std::size_t at = kDigits.find(c);
  if (at != std::u32string_view::npos) return static_cast<int>(at);
  switch (c) {
    case U'两':
      return 2;
    case U'〇':
      return 0;
    case U'壹':
      return 1;
    case U'贰':
      return 2;
    case U'叁':
      return 3;
    case U'肆':
      return 4;
    case U'伍':
      return 5;
    case U'陆':
      return 6;
    case U'柒':
      return 7;
    case U'捌':
      return 8;
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

std::int64_t HanUnit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾':
      return 10;
    case U'百':
    case U'佰':
      return 100;
    case U'千':
    case U'仟':
      return 1000;
    case U'万':
    case U'萬':
      return 10'000;
    case U'亿':
      return 100'000'000;
    default:
      return 0;
  }
}

// Digits with separators and a decimal point: 384,000.50 or 12.5.
std::optional<Number> Plain(std::u32string_view text, std::size_t from) {
  Number n;
  std::size_t i = from;
  std::int64_t whole = 0;
  int digits = 0;
  while (i < text.size()) {
    const bool separator = text[i] == U',' && digits > 0 && i + 3 < text.size() &&
                           IsDigit(text[i + 1]) && IsDigit(text[i + 2]) && IsDigit(text[i + 3]) &&
                           (i + 4 >= text.size() || !IsDigit(text[i + 4]));
    if (separator) {
      n.scaled = true;
      ++i;
      continue;
    }
    if (!IsDigit(text[i])) break;
    whole = whole * 10 + static_cast<std::int64_t>(text[i] - U'0');
    if (++digits > 15) return std::nullopt;
    ++i;
  }
  if (digits == 0) return std::nullopt;
  n.hundredths = whole * 100;
  if (i + 1 < text.size() && text[i] == U'.' && IsDigit(text[i + 1])) {
    n.fraction = true;
    std::int64_t unit = 10;
    for (++i; i < text.size() && IsDigit(text[i]); ++i, unit /= 10) {
      n.hundredths += unit * static_cast<std::int64_t>(text[i] - U'0');
    }
  }
  n.end = i;
  return n.hundredths > kMost ? std::nullopt : std::optional<Number>(n);
}

// What cannot follow the last digit of an amount: 12.5万3月28日 is an amount and a day.
bool CountsSomethingElse(std::u32string_view text, std::size_t at) {
  constexpr std::u32string_view kUnits = U"月号日年天个成点%周次";
  return at < text.size() && kUnits.find(text[at]) != std::u32string_view::npos;
}

// What follows 万 or 千: 38万4千, 7万2千5, 38万4 (384,000).
void AddBelow(std::u32string_view text, std::int64_t unit, Number* n) {
  for (;;) {
    const auto rest = Plain(text, n->end);
    if (!rest || rest->fraction || rest->hundredths >= unit * 100) return;
    const std::int64_t below = rest->end < text.size() ? HanUnit(text[rest->end]) : 0;
    if (below != 0) {
      if (below >= unit) return;
      n->hundredths += rest->hundredths * below;
      n->end = rest->end + 1;
      unit = below;
      continue;
    }
    if (rest->hundredths < 10 * 100 && rest->end == n->end + 1 &&
        !CountsSomethingElse(text, rest->end)) {
      n->hundredths += rest->hundredths * (unit / 10);
      n->end = rest->end;
    }
    return;
  }
}

// 万, 千 and their like after digits: "12.5万", "38万4" (384,000), "3千5", "38万4千".
void ScaleHan(std::u32string_view text, Number* n) {
  while (n->end < text.size()) {
    const std::int64_t unit = HanUnit(text[n->end]);
    if (unit < 100 || n->hundredths > kMost / unit) return;
    n->hundredths *= unit;
    n->scaled = true;
    ++n->end;
    AddBelow(text, unit, n);
  }
}

// 十二万五千, 三十八万四, 两百, 一百二十五万.
std::optional<Number> Han(std::u32string_view text, std::size_t from) {
  std::int64_t total = 0, section = 0, digit = -1, last_unit = 1;
  std::size_t i = from;
  bool scaled = false;
  for (; i < text.size(); ++i) {
    const int d = HanDigit(text[i]);
    if (d >= 0) {
      if (digit > 0 && d > 0) break;  // 一二三: digits read one by one are no amount
      digit = d;
      if (d == 0) last_unit = 10;  // 一万零五: what follows counts as it stands
      continue;
    }
    const std::int64_t unit = HanUnit(text[i]);
    if (unit == 0) break;
    if (unit >= 10'000) {
      section += digit > 0 ? digit : 0;
      if (section == 0) break;
      total = (unit > 10'000 && total > 0 ? total + section : section) * unit +
              (unit > 10'000 ? 0 : total);
      section = 0;
      scaled = true;
    } else {
      if (digit <= 0 && unit != 10) break;
      section += (digit > 0 ? digit : 1) * unit;
      scaled = scaled || unit >= 100;
    }
    digit = -1;
    last_unit = unit;
    if (total > kMost / 100) return std::nullopt;
  }
  if (i == from) return std::nullopt;
  const bool point = digit >= 0 && i + 1 < text.size() && text[i] == U'点' &&
                     HanDigit(text[i + 1]) >= 0 && !PieceAt(text, i + 2, U"点");
  if (digit > 0) section += digit * (last_unit >= 100 && !point ? last_unit / 10 : 1);
  const std::int64_t value = total + section;
  if (value == 0 || value > kMost / 100) return std::nullopt;
  Number n{value * 100, i, scaled, false};
  if (point) {  // 一点五, 十二点五万
    n.hundredths += 10 * HanDigit(text[i + 1]);
    n.end = i + 2;
    n.fraction = true;
    ScaleHan(text, &n);
  }
  return n;
}

// "k", "m", "thousand", "million", "grand" after digits.
void ScaleLatin(std::u32string_view text, Number* n) {
  constexpr Value kScales[] = {{U"thousand", 1000}, {U"grand", 1000},    {U"million", 1'000'000},
                               {U"hundred", 100},   {U"mio", 1'000'000}, {U"k", 1000},
                               {U"m", 1'000'000},   {U"mn", 1'000'000},  {U"w", 10'000}};
  std::size_t i = n->end;
  if (i < text.size() && text[i] == U' ') ++i;
  for (const Value& scale : kScales) {
    if (scale.word.size() < 3 && i != n->end) continue;  // "5 m" is five metres
    if (!PieceAt(text, i, scale.word)) continue;
    const std::size_t end = i + scale.word.size();
    const bool wan = scale.value == 10'000;  // 5w, 18w6: as 万
    if (end < text.size() && (IsLatin(text[end]) || (IsDigit(text[end]) && !wan))) continue;
    if (n->hundredths > kMost / scale.value) return;
    n->hundredths *= scale.value;
    n->scaled = true;
    n->end = end;
    if (wan) {
      AddBelow(text, scale.value, n);
    } else {
      ScaleLatin(text, n);
    }
    return;
  }
}

constexpr Value kWords[] = {{U"one", 1},       {U"two", 2},         {U"three", 3},
                            {U"four", 4},      {U"five", 5},        {U"six", 6},
                            {U"seven", 7},     {U"eight", 8},       {U"nine", 9},
                            {U"ten", 10},      {U"eleven", 11},     {U"twelve", 12},
                            {U"thirteen", 13}, {U"fourteen", 14},   {U"fifteen", 15},
                            {U"sixteen", 16},  {U"seventeen", 17},  {U"eighteen", 18},
                            {U"nineteen", 19}, {U"twenty", 20},     {U"thirty", 30},
                            {U"forty", 40},    {U"fifty", 50},      {U"sixty", 60},
                            {U"seventy", 70},  {U"eighty", 80},     {U"ninety", 90},
                            {U"hundred", 100}, {U"thousand", 1000}, {U"million", 1'000'000}};

int Digit(std::u32string_view text, std::size_t from) {
  for (std::size_t d = 0; d < 9; ++d) {
    if (WordAt(text, from, kWords[d].word)) return static_cast<int>(d) + 1;
  }
  return -1;
}

// "One and a half", "one point two million".
void ReadFraction(std::u32string_view text, Number* n) {
  constexpr std::u32string_view kHalf = U" and a half";
  constexpr std::u32string_view kPoint = U" point ";
  if (PieceAt(text, n->end, kHalf)) {
    n->hundredths += 50;
    n->end += kHalf.size();
  } else if (PieceAt(text, n->end, kPoint) && Digit(text, n->end + kPoint.size()) > 0) {
    const std::size_t at = n->end + kPoint.size();
    const int digit = Digit(text, at);
    n->hundredths += 10 * digit;
    n->end = at + kWords[digit - 1].word.size();
  } else {
    return;
  }
  n->fraction = true;
  ScaleLatin(text, n);
}

// Two hundred and fifty thousand.
std::optional<Number> Latin(std::u32string_view text, std::size_t from) {
  std::int64_t total = 0, section = 0;
  std::size_t i = from, end = from;
  bool scaled = false;
  for (;;) {
    const Value* found = nullptr;
    for (const Value& word : kWords) {
      if (WordAt(text, i, word.word)) found = &word;
    }
    if (found == nullptr) {
      if (end != from && WordAt(text, i, U"and")) {
        i += 4;
        continue;
      }
      break;
    }
    if (found->value >= 1000) {
      total += (section == 0 ? 1 : section) * found->value;
      section = 0;
      scaled = true;
    } else if (found->value == 100) {
      section = (section == 0 ? 1 : section) * 100;
      scaled = true;
    } else {
      section += found->value;
    }
    if (total > kMost / 100) return std::nullopt;
    end = i + found->word.size();
    i = end;
    if (i < text.size() && (text[i] == U' ' || text[i] == U'-')) ++i;
  }
  if (end == from) return std::nullopt;
  Number n{(total + section) * 100, end, scaled, false};
  ReadFraction(text, &n);
  return n;
}

}  // namespace

bool WordAt(std::u32string_view text, std::size_t from, std::u32string_view word) {
  if (!PieceAt(text, from, word)) return false;
  if (from > 0 && (IsLatin(text[from - 1]) || IsDigit(text[from - 1]))) return false;
  const std::size_t end = from + word.size();
  return end >= text.size() || !(IsLatin(text[end]) || IsDigit(text[end]));
}

std::optional<Number> NumberAt(std::u32string_view text, std::size_t from) {
  if (from >= text.size()) return std::nullopt;
  if (IsDigit(text[from])) {
    std::optional<Number> n = Plain(text, from);
    if (n) {
      ScaleHan(text, &*n);
      ScaleLatin(text, &*n);
    }
    return n;
  }
  if (HanDigit(text[from]) >= 0 || HanUnit(text[from]) == 10) return Han(text, from);
  if (IsLatin(text[from]) && (from == 0 || !IsLatin(text[from - 1]))) return Latin(text, from);
  return std::nullopt;
}

}  // namespace huikuan::recognise
