// The calendar strip: the whole run, with what is known of the customer's dates and ours.
#include "model/panels.h"

namespace huikuan::web {
namespace {

constexpr std::pair<DayMark, const char*> kMarks[] = {
    {DayMark::kRun, "web.mark.run"},         {DayMark::kCutOff, "web.mark.cut_off"},
    {DayMark::kPromise, "web.mark.promise"}, {DayMark::kDiary, "web.mark.diary"},
    {DayMark::kTask, "web.mark.task"},       {DayMark::kPaid, "web.mark.paid"}};

// What the strip shows: dates of the customer on the desk, and our own promises and money of all.
int MarksOf(const Context& c, const CalendarDayView& day) {
  constexpr int kTheirs = static_cast<int>(DayMark::kRun) | static_cast<int>(DayMark::kCutOff);
  const CustomerId chosen = c.chosen();
  const int mine = chosen < day.by_customer.size() ? day.by_customer[chosen] : 0;
  return (day.marks & ~kTheirs) | (mine & kTheirs);
}

Node DayNode(const Context& c, const CalendarDayView& day) {
  Node node = Words("calendar." + std::to_string(day.date), c.Short(day.date), Role::kFigureText);
  const int marks = MarksOf(c, day);
  node.selected = (marks & static_cast<int>(DayMark::kToday)) != 0;
  const Civil civil = ToCivil(day.date);
  node.data = {Weekday(day.date), civil.day, civil.month, marks, day.day == kNever ? 1 : 0};
  for (const auto& [mark, key] : kMarks) {
    if ((marks & static_cast<int>(mark)) == 0) continue;
    if (!node.hint.empty()) node.hint += c.Ui("web.list_comma");
    node.hint += c.Ui(key);
  }
  if (day.holiday != 0) node.hint = c.Text(day.holiday);
  node.value = c.words.language().Weekday(day.date);
  if (node.selected) node.tone = Shade::kWarn;
  return node;
}

}  // namespace

Node CalendarStrip(const Context& c) {
  Node strip = Words("calendar", c.Ui("web.calendar"), Role::kCalendar);
  strip.kind = Kind::kFigure;
  int marks = 0;
  for (const CalendarDayView& day : c.see.calendar) {
    strip.Add(DayNode(c, day));
    marks |= MarksOf(c, day);
  }
  for (const auto& [mark, key] : kMarks) {
    if ((marks & static_cast<int>(mark)) == 0) continue;
    Node legend = Words(std::string("calendar.legend.") + key, c.Ui(key), Role::kSmall);
    legend.data = {static_cast<int>(mark)};
    strip.Add(std::move(legend));
  }
  return strip;
}

}  // namespace huikuan::web
