// Calendar dates as days since 1970-01-01 in the proleptic Gregorian calendar. No clock, no zone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace huikuan {

using Date = std::int32_t;  // days since 1970-01-01; kNoDate = none
inline constexpr Date kNoDate = -0x7fffffff - 1;

struct Civil {
  int year;
  int month;  // 1..12
  int day;    // 1..31
};

Date FromCivil(int year, int month, int day);
Civil ToCivil(Date date);
// 0 = Monday … 6 = Sunday.
int Weekday(Date date);
// Strict ISO 8601 "YYYY-MM-DD", years 1900–2199; error code "date.bad" with the text as argument.
Result<Date> ParseDate(std::string_view text);
std::string FormatIso(Date date);

}  // namespace huikuan
