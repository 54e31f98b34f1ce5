// Business days, payment runs and cut-offs from holidays, make-up days and days of the month.
#include <algorithm>

#include "content/loader.h"

namespace huikuan::content {
namespace {

bool IsWorkday(const Scenario& scenario, Date date) {
  const auto& moved = scenario.workdays_moved;
  if (std::find(moved.begin(), moved.end(), date) != moved.end()) return true;
  for (const HolidayDef& holiday : scenario.holidays) {
    if (holiday.date == date) return false;
  }
  return Weekday(date) < 5;
}

void CheckDate(ObjectReader& reader, std::string_view key, Date date, Date start) {
  if (date == kNoDate || (date >= start && date <= start + kDateReach)) return;
  reader.context().diagnostics->AddError(
      "date.outside_calendar", {FormatIso(date), FormatIso(start), FormatIso(start + kDateReach)},
      reader.At(key));
}

// `bounded`: in a case every date must lie in its reach; a calendar file covers whole years.
void ReadDaysOff(ObjectReader& reader, bool bounded, Scenario* scenario) {
  const Date start = scenario->start;
  reader.Each("holidays", Presence::kOptional, 40, [&](ObjectReader& row) {
    const Date from = row.DateOf("from", Presence::kRequired);
    const Date to = row.DateOf("to", Presence::kRequired);
    const TextRef name = row.Text("name", Presence::kRequired);
    if (from == kNoDate || to == kNoDate) return;
    if (bounded) CheckDate(row, "from", from, start);
    if (bounded) CheckDate(row, "to", to, start);
    if (from > to || to - from > 31) {
      reader.context().diagnostics->AddError("date.order", {FormatIso(from), FormatIso(to)},
                                             row.At("from"));
      return;
    }
    for (Date date = from; date <= to; ++date) {
      if (date >= start) scenario->holidays.push_back({date, name});
    }
  });
  for (const Date date : reader.Doc("weekend days worked to make up for holidays")
                             .Dates("workdays", 24)) {
    if (bounded) CheckDate(reader, "workdays", date, start);
    if (date >= start) scenario->workdays_moved.push_back(date);
  }
}

// The public holidays of catalogue/calendars/<id>.json.
void ReadBase(ObjectReader& reader, const Ref& base, const Bundle* bundle, Scenario* scenario) {
  ReadContext& context = reader.context();
  const std::string path = "catalogue/calendars/" + base.id + ".json";
  const auto file = bundle->files.find(path);
  if (file == bundle->files.end()) {
    context.diagnostics->AddError(
        "ref.unknown", {What("calendars"), base.id, Suggest(base.id, CatalogueIds(*bundle, "calendars"))},
        base.where);
    return;
  }
  const Result<JsonValue> root = ParseJson(file->second, path);
  if (!root.ok()) return;  // reported where the catalogue is checked
  const std::string case_file = context.file;
  context.file = path;
  ObjectReader calendar(context, &root.value());
  calendar.Id("id");
  ReadCalendarFile(calendar, scenario);
  calendar.Finish();
  context.file = case_file;
}

void SortDays(Scenario* scenario) {
  std::stable_sort(scenario->holidays.begin(), scenario->holidays.end(),
                   [](const HolidayDef& a, const HolidayDef& b) { return a.date < b.date; });
  std::sort(scenario->workdays_moved.begin(), scenario->workdays_moved.end());
}

void MakeDays(int days, Scenario* scenario) {
  // Holidays cover a bounded number of days, so the search ends.
  for (Date date = scenario->start; static_cast<int>(scenario->days.size()) < days; ++date) {
    if (IsWorkday(*scenario, date)) scenario->days.push_back({date});
  }
}

// The workday on or after `date` within the run, as a business day number; -1 if it is not in it.
int RollOn(const Scenario& scenario, Date date) {
  while (!IsWorkday(scenario, date)) ++date;
  if (date < scenario.start || date > scenario.days.back().date) return -1;
  return static_cast<int>(BusinessDayFrom(scenario, date));
}

std::vector<int> RunsByMonth(const std::vector<int>& days_of_month, const Scenario& scenario) {
  const Date last = scenario.days.back().date;
  Civil month = ToCivil(scenario.start);
  // The run of last month's end may roll into the first days.
  if (--month.month == 0) month = {month.year - 1, 12, 1};
  std::vector<int> runs;
  for (; FromCivil(month.year, month.month, 1) <= last;) {
    const Civil next =
        month.month == 12 ? Civil{month.year + 1, 1, 1} : Civil{month.year, month.month + 1, 1};
    const int length = FromCivil(next.year, next.month, 1) - FromCivil(month.year, month.month, 1);
    for (const int day : days_of_month) {
      const int run = RollOn(scenario, FromCivil(month.year, month.month, std::min(day, length)));
      if (run >= 0) runs.push_back(run);
    }
    month = next;
  }
  return runs;
}

std::vector<int> RunsByWeekday(int weekday, int every, const Scenario& scenario) {
  std::vector<int> runs;
  Date date = scenario.start;
  while (Weekday(date) != weekday) ++date;
  for (; date <= scenario.days.back().date; date += 7 * every) {
    const int run = RollOn(scenario, date);
    if (run >= 0) runs.push_back(run);
  }
  return runs;
}

constexpr Name kWeekdayRows[] = {
    {"monday", 0}, {"tuesday", 1}, {"wednesday", 2}, {"thursday", 3}, {"friday", 4}};
constexpr NameSet kWeekdayNames{"weekday", kWeekdayRows};

}  // namespace

std::size_t BusinessDayFrom(const Scenario& scenario, Date date) {
  const auto& days = scenario.days;
  return static_cast<std::size_t>(
      std::lower_bound(days.begin(), days.end(), date,
                       [](const DayInfo& day, Date d) { return day.date < d; }) -
      days.begin());
}

std::vector<RunDay> MakeRuns(const RunPlan& plan, const Scenario& scenario) {
  std::vector<RunDay> days(scenario.days.size());
  if (days.empty()) return days;
  std::vector<int> runs = plan.weekday >= 0 ? RunsByWeekday(plan.weekday, plan.every, scenario)
                                            : RunsByMonth(plan.days_of_month, scenario);
  std::sort(runs.begin(), runs.end());
  for (const int run : runs) {
    RunDay& day = days[static_cast<std::size_t>(run)];
    day.is_run = true;
    if (day.run == kNever) day.run = static_cast<Day>(run);
  }
  for (const int run : runs) {
    if (run < plan.cut_off_days) continue;  // that list was closed before the case begins
    RunDay& day = days[static_cast<std::size_t>(run - plan.cut_off_days)];
    if (day.is_cut_off) continue;  // two runs rolled onto one day
    day.is_cut_off = true;
    day.run = static_cast<Day>(run);
  }
  return days;
}

RunPlan ReadRunPlan(ObjectReader& reader) {
  RunPlan plan;
  plan.days_of_month =
      reader.Doc("days of the month of payment runs; 31 = the last; rolled to the next workday")
          .Integers("days", 1, 31, 8, Presence::kOptional);
  plan.weekday = reader.Doc("instead of days: payment runs on this weekday")
                     .NameOf<int>("weekday", kWeekdayNames, -1);
  plan.every = reader.Doc("weeks from one to the next, with weekday").Integer("every", 1, 4, 1);
  plan.cut_off_days = reader.Doc("business days before a run at which its list is closed")
                          .Integer("cut_off_days", 0, 20);
  if (!reader.describing() && plan.days_of_month.empty() && plan.weekday < 0) {
    reader.context().diagnostics->AddError("calendar.no_runs", {}, reader.At(""));
  }
  return plan;
}

void ReadCalendarFile(ObjectReader& reader, Scenario* scenario) {
  reader.Text("title", Presence::kRequired);
  reader.Doc("the notice or law it follows, and what is a projection")
      .Text("source", Presence::kRequired);
  ReadDaysOff(reader, false, scenario);
}

void ReadCalendar(ObjectReader& reader, int days, const Bundle* bundle, Scenario* scenario,
                  RunPlan* runs) {
  const std::vector<Ref> bases =
      reader.Doc("calendars of the catalogue whose holidays hold").Refs("base", Presence::kOptional);
  if (bundle != nullptr) {
    for (const Ref& base : bases) ReadBase(reader, base, bundle, scenario);
  }
  ReadDaysOff(reader, true, scenario);
  SortDays(scenario);
  runs->days_of_month =
      reader.Doc("days of the month of payment runs; 31 = the last; rolled to the next workday")
          .Integers("runs", 1, 31, 8, Presence::kRequired);
  runs->cut_off_days = reader.Doc("business days before a run at which its list is closed")
                           .Integer("cut_off_days", 0, 20);
  if (reader.describing()) return;
  if (runs->days_of_month.empty()) {
    reader.context().diagnostics->AddError("calendar.no_runs", {}, reader.At("runs"));
  }
  MakeDays(days, scenario);
}

}  // namespace huikuan::content
