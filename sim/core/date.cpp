#include "core/date.h"

namespace huikuan {

// Civil-from-days and back after Howard Hinnant, "chrono-compatible low-level date algorithms".
Date FromCivil(int year, int month, int day) {
  year -= month <= 2;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int yoe = year - era * 400;
  const int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

Civil ToCivil(Date date) {
  const int z = date + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp < 10 ? mp + 3 : mp - 9;
  return {yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

int Weekday(Date date) {
  const int r = (date + 3) % 7;  // 1970-01-01 was a Thursday
  return r < 0 ? r + 7 : r;
}

Result<Date> ParseDate(std::string_view text) {
  const auto bad = [&] { return Error{"date.bad", {std::string(text)}, {}}; };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return bad();
  int fields[3] = {0, 0, 0};
  const int begin[3] = {0, 5, 8};
  const int length[3] = {4, 2, 2};
  for (int f = 0; f < 3; ++f) {
    for (int i = 0; i < length[f]; ++i) {
      const char c = text[static_cast<std::size_t>(begin[f] + i)];
      if (c < '0' || c > '9') return bad();
      fields[f] = fields[f] * 10 + (c - '0');
    }
  }
  if (fields[0] < 1900 || fields[0] > 2199 || fields[1] < 1 || fields[1] > 12 || fields[2] < 1) {
    return bad();
  }
  const Date date = FromCivil(fields[0], fields[1], fields[2]);
  if (ToCivil(date).day != fields[2]) return bad();  // 31 April and the like
  return date;
}

std::string FormatIso(Date date) {
  const Civil c = ToCivil(date);
  std::string out = "0000-00-00";
  const auto put = [&out](std::size_t at, int width, int value) {
    for (int i = width - 1; i >= 0; --i, value /= 10) {
      out[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    }
  };
  put(0, 4, c.year);
  put(5, 2, c.month);
  put(8, 2, c.day);
  return out;
}

}  // namespace huikuan
