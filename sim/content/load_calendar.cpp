// Business days, payment runs and cut-offs from holidays, make-up days and days of the month.
#include <algorithm>

#include "content/loader.h"

namespace huikuan::content {
namespace {

constexpr Date kHorizon = 500;  // calendar days after the start that a calendar may speak of

bool IsWorkday(const Scenario& scenario, Date date) {
  const auto& moved = scenario.workdays_moved;
  if (std::find(moved.begin(), moved.end(), date) != moved.end()) return true;
  for (const HolidayDef& holiday : scenario.holidays) {
    if (holiday.date == date) return false;
  }
  return Weekday(date) < 5;
}

void CheckDate(ObjectReader& reader, std::string_view key, Date date, Date start) {
  if (date == kNoDate || (date >= start && date <= start + kHorizon)) return;
  reader.context().diagnostics->AddError(
      "date.outside_calendar", {FormatIso(date), FormatIso(start), FormatIso(start + kHorizon)},
      reader.At(key));
}

void ReadHolidays(ObjectReader& reader, Scenario* scenario) {
  const Date start = scenario->start;
  reader.Each("holidays", Presence::kOptional, 24, [&](ObjectReader& row) {
    const Date from = row.DateOf("from", Presence::kRequired);
    const Date to = row.DateOf("to", Presence::kRequired);
    const TextRef name = row.Text("name", Presence::kRequired);
    if (from == kNoDate || to == kNoDate) return;
    CheckDate(row, "from", from, start);
    CheckDate(row, "to", to, start);
    if (from > to || to - from > 31) {
      reader.context().diagnostics->AddError("date.order", {FormatIso(from), FormatIso(to)},
                                             row.At("from"));
      return;
    }
    for (Date date = from; date <= to; ++date) scenario->holidays.push_back({date, name});
  });
  std::sort(scenario->holidays.begin(), scenario->holidays.end(),
            [](const HolidayDef& a, const HolidayDef& b) { return a.date < b.date; });
}

void MakeDays(int days, Scenario* scenario) {
  // Holidays cover at most 24 × 32 days, so the search ends.
  for (Date date = scenario->start; static_cast<int>(scenario->days.size()) < days; ++date) {
    if (IsWorkday(*scenario, date)) scenario->days.push_back({date, kNever, false, false});
  }
}

// The business day on or after `date`; days.size() when the case has ended by then.
std::size_t BusinessDayFrom(const Scenario& scenario, Date date) {
  const auto& days = scenario.days;
  return static_cast<std::size_t>(
      std::lower_bound(days.begin(), days.end(), date,
                       [](const DayInfo& day, Date d) { return day.date < d; }) -
      days.begin());
}

void MakeRuns(const std::vector<int>& days_of_month, int cut_off_days, Scenario* scenario) {
  if (scenario->days.empty()) return;
  const Date last = scenario->days.back().date;
  Civil month = ToCivil(scenario->start);
  // The run of last month's end may roll into the first days.
  if (--month.month == 0) month = {month.year - 1, 12, 1};
  std::vector<std::size_t> runs;
  for (; FromCivil(month.year, month.month, 1) <= last;) {
    const Civil next =
        month.month == 12 ? Civil{month.year + 1, 1, 1} : Civil{month.year, month.month + 1, 1};
    const int length = FromCivil(next.year, next.month, 1) - FromCivil(month.year, month.month, 1);
    for (const int day : days_of_month) {
      Date date = FromCivil(month.year, month.month, std::min(day, length));
      while (!IsWorkday(*scenario, date)) ++date;
      if (date < scenario->start || date > last) continue;
      runs.push_back(BusinessDayFrom(*scenario, date));
    }
    month = next;
  }
  for (const std::size_t run : runs) {
    scenario->days[run].is_run = true;
    if (scenario->days[run].run == kNever) scenario->days[run].run = static_cast<Day>(run);
  }
  std::sort(runs.begin(), runs.end());
  for (const std::size_t run : runs) {
    const auto ahead = static_cast<std::size_t>(cut_off_days);
    if (run < ahead) continue;  // that list was closed before the case begins
    DayInfo& day = scenario->days[run - ahead];
    if (day.is_cut_off) continue;  // two runs rolled onto one day
    day.is_cut_off = true;
    day.run = static_cast<Day>(run);
  }
}

}  // namespace

void ReadCalendar(ObjectReader& reader, int days, Scenario* scenario) {
  ReadHolidays(reader, scenario);
  scenario->workdays_moved =
      reader.Doc("weekend days worked to make up for holidays").Dates("workdays", 24);
  for (const Date date : scenario->workdays_moved) {
    CheckDate(reader, "workdays", date, scenario->start);
  }
  std::sort(scenario->workdays_moved.begin(), scenario->workdays_moved.end());
  const std::vector<int> runs =
      reader.Doc("days of the month of payment runs; 31 = the last; rolled to the next workday")
          .Integers("runs", 1, 31, 8);
  const int cut_off_days = reader.Doc("business days before a run at which its list is closed")
                               .Integer("cut_off_days", 0, 20);
  if (reader.describing()) return;
  if (runs.empty())
    reader.context().diagnostics->AddError("calendar.no_runs", {}, reader.At("runs"));
  MakeDays(days, scenario);
  MakeRuns(runs, cut_off_days, scenario);
}

}  // namespace huikuan::content
