#include "session/observe.h"

#include "rules/call/address.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/internal/tasks.h"
#include "rules/knowledge.h"
#include "rules/letter/letter.h"
#include "rules/rules.h"
#include "session/offers.h"

namespace huikuan::session {

namespace {

ClockView BuildClock(const Scenario& content, const world::Known& known) {
  ClockView clock;
  clock.day = known.seller.day;
  clock.date = content.days[static_cast<std::size_t>(known.seller.day)].date;
  clock.days = static_cast<Day>(content.days.size());
  clock.part = static_cast<DayPart>(known.seller.part);
  clock.minutes_left = known.seller.minutes_left;
  clock.minutes_a_day = content.costs.minutes_a_day;
  clock.decisions = known.seller.decisions;
  clock.ended = known.seller.ended != 0;
  return clock;
}

std::uint8_t Mark(DayMark mark) { return static_cast<std::uint8_t>(mark); }

// Marks of one date from promises, diary and our own tasks.
std::uint8_t OwnMarks(const Scenario& content, const world::Known& known, CustomerId c, Date date) {
  std::uint8_t marks = 0;
  for (const world::PromiseKnown& p : known.customers[c].promises) {
    if (p.used != 0 && p.date == date) marks |= Mark(DayMark::kPromise);
  }
  for (const world::DiaryKnown& d : known.customers[c].diary) {
    if (d.used != 0 && d.date == date) marks |= Mark(DayMark::kDiary);
  }
  for (const world::TaskKnown& t : known.tasks) {
    if (t.task == kNone || t.customer != c) continue;
    if (t.state != static_cast<std::uint8_t>(TaskState::kRunning)) continue;
    // What we were promised, not the day it will really be done.
    const auto usual = static_cast<std::size_t>(t.due);
    if (usual < content.days.size() && content.days[usual].date == date)
      marks |= Mark(DayMark::kTask);
  }
  return marks;
}

TextRef HolidayName(const Scenario& content, Date date) {
  for (const content::HolidayDef& h : content.holidays) {
    if (h.date == date) return h.name;
  }
  return 0;
}

void BuildCalendar(const Scenario& content, const world::Known& known,
                   const std::vector<Event>& history, Observation& out) {
  std::size_t next = 0;
  const Date last = content.days.back().date;
  for (Date date = content.start; date <= last; ++date) {
    CalendarDayView view;
    view.date = date;
    view.holiday = HolidayName(content, date);
    const bool business = next < content.days.size() && content.days[next].date == date;
    if (business) {
      view.day = static_cast<Day>(next);
      if (view.day == known.seller.day) view.marks |= Mark(DayMark::kToday);
    }
    for (std::size_t i = 0; i < content.customers.size(); ++i) {
      const auto c = static_cast<CustomerId>(i);
      std::uint8_t marks = OwnMarks(content, known, c, date);
      if (business && rules::RunDatesKnown(content, known, c)) {
        const content::RunDay& theirs = content.customers[i].days[next];
        if (theirs.is_run) marks |= Mark(DayMark::kRun);
        if (theirs.is_cut_off) marks |= Mark(DayMark::kCutOff);
      }
      view.by_customer.push_back(marks);
    }
    for (const Event& e : history) {
      if (e.kind == EventKind::kPaymentReceived && e.date == date) {
        view.by_customer[e.customer] |= Mark(DayMark::kPaid);
      }
    }
    for (const std::uint8_t marks : view.by_customer) view.marks |= marks;
    if (business) ++next;
    out.calendar.push_back(view);
  }
}

void BuildTasks(const Scenario& content, const world::Known& known, CustomerId c,
                CustomerView& out) {
  for (std::size_t t = 0; t < content.tasks.size(); ++t) {
    const content::Task& def = content.tasks[t];
    const auto id = static_cast<TaskId>(t);
    const int entry = rules::FindTask(known, c, id);
    // A task that answers a problem we do not know of would give it away.
    if (entry < 0 && !rules::NeededProblemKnown(content, known, c, def)) continue;
    TaskView view;
    view.id = id;
    view.title = def.title;
    view.note = def.note;
    view.department = def.department;
    view.minutes = def.minutes;
    view.cost = def.cost;
    view.lead_days_min = def.days_min;
    view.lead_days_max = def.days_max;
    if (entry >= 0) {
      view.state = static_cast<TaskState>(known.tasks[entry].state);
      const auto due = static_cast<std::size_t>(known.tasks[entry].due);
      if (due < content.days.size()) view.due = content.days[due].date;
      if (view.state == TaskState::kRefused) {
        const bool today = known.tasks[entry].due == known.seller.day;
        view.refusal = today ? def.refusal.reason : 0;
        view.state = TaskState::kAvailable;
        view.due = kNoDate;
      }
    }
    out.tasks.push_back(view);
  }
}

void BuildConversation(const Scenario& content, const world::Known& known, Seed seed,
                       Observation& out) {
  const world::ConversationKnown& talk = known.conversation;
  if (talk.active == 0) return;
  const CustomerId c = talk.customer;
  if (talk.on_visit != 0) {
    out.visit.active = true;
    out.visit.customer = c;
    out.visit.minutes_left = talk.visit_left;
    const content::Customer& customer = content.customers[c];
    for (std::size_t s = 0; s < customer.spots.size(); ++s) {
      SpotView spot;
      spot.id = static_cast<SpotId>(s);
      spot.title = customer.spots[s].title;
      spot.minutes = customer.spots[s].minutes;
      spot.seen = ((known.customers[c].spots_seen >> s) & 1) != 0;
      out.visit.spots.push_back(spot);
    }
    for (std::size_t p = 0; p < customer.people.size(); ++p) {
      const auto id = static_cast<PersonId>(p);
      if (id != talk.person && known.customers[c].people[p].known != 0)
        out.visit.reachable.push_back(id);
    }
  }
  if (talk.person == kNone) return;
  ConversationView view;
  view.customer = c;
  view.channel = static_cast<Channel>(talk.channel);
  view.person = talk.person;
  view.wanted = talk.wanted;
  if (talk.joined != 0) view.joined = static_cast<PersonId>(talk.joined - 1);
  Say plain;
  view.address = rules::AddressOf(content, known, plain);
  view.familiar = content.customers[c].people[talk.person].familiar;
  view.turn = talk.turn;
  view.mood = static_cast<Mood>(talk.mood);
  view.objection = talk.objection;
  for (const Cents amount : rules::SensibleAmounts(content, known, c))
    view.amounts.push_back(amount);
  for (const Date date : rules::SensibleDates(content, known, c)) view.dates.push_back(date);
  FillOffers(content, known, seed, view);
  out.conversation = std::move(view);
}

}  // namespace

Observation BuildObservation(const Scenario& content, const world::Known& known,
                             const std::vector<Event>& history, Seed seed) {
  Observation out;
  out.title = content.title;
  out.briefing = content.briefing;
  out.seller = content.seller;
  out.goal = content.goal;
  out.clock = BuildClock(content, known);
  BuildCalendar(content, known, history, out);
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    const auto id = static_cast<CustomerId>(c);
    out.customers.push_back(BuildCustomer(content, known, history, id));
    BuildTasks(content, known, id, out.customers.back());
  }
  out.company = BuildCompany(content, known);
  BuildConversation(content, known, seed, out);
  const content::Costs& costs = content.costs;
  const int visit = rules::MinutesOf(content, known, StartVisit{});
  out.minutes = {costs.call_minutes,         visit,
                 content.letters[0].minutes, costs.send_minutes,
                 costs.inspect_minutes,      costs.plan_minutes,
                 costs.diary_minutes,        costs.confirm_minutes,
                 costs.note_minutes,         costs.confirm_minutes,
                 rules::kEncloseMinutes,     costs.visit_minutes};
  out.spent = known.seller.spent;
  out.breaches = known.seller.breaches;
  out.history = history;
  return out;
}

}  // namespace huikuan::session
