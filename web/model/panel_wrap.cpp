// What belongs to the end of a talk, in one place while it is fresh: a note of it, what was promised
// confirmed in writing, a day to check.
#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

// The last talk of today with somebody of the customer on the desk; nullptr when there was none.
const Event* TalkToday(const Context& c) {
  const std::vector<Event>& history = c.see.history;
  for (std::size_t i = history.size(); i > 0; --i) {
    const Event& event = history[i - 1];
    if (event.day != c.see.clock.day) break;
    if (event.kind == EventKind::kConversationEnded && event.customer == c.chosen()) return &event;
  }
  return nullptr;
}

void AddPromises(const Context& c, PersonId person, Node& card) {
  bool any = false;
  for (const PromiseView& promise : c.customer().promises) {
    if (promise.made != c.see.clock.day || promise.person != person) continue;
    if (promise.date == kNoDate) continue;
    any = true;
    const std::string key = "wrap.promise." + std::to_string(promise.id);
    const TextArgs args = {{"name", c.PersonName(promise.person)},
                           {"amount", c.Money(promise.amount)},
                           {"date", c.Short(promise.date)}};
    if (promise.written) {
      card.Add(Words(key, c.Ui("web.wrap.confirmed", args), Role::kSmall, Shade::kGood));
    } else {
      card.Add(TimedControl(c, key, c.Ui("web.wrap.confirm", args),
                            "confirm:" + std::to_string(promise.id), c.see.minutes.confirm));
    }
  }
  if (!any) {
    card.Add(Words("wrap.nothing", c.Ui("web.wrap.nothing"), Role::kSmall, Shade::kMuted));
  }
}

}  // namespace

Date CheckDay(const Context& c) {
  constexpr int kBusinessDays = 3;  // long enough to have been done, short enough to be remembered
  Date day = kNoDate;
  for (const CalendarDayView& view : c.see.calendar) {
    if (view.day == kNever || view.day <= c.see.clock.day) continue;
    day = view.date;
    if (view.day >= c.see.clock.day + kBusinessDays) break;
  }
  return day;
}

Node WrapPanel(const Context& c) {
  Node card = Group("wrap", Role::kCard, c.Ui("web.wrap"));
  const Event* talk = TalkToday(c);
  if (talk == nullptr || c.see.clock.ended) return card;
  card.Add(Heading("wrap.title", 2, c.Ui("web.wrap")));
  card.Add(Words("wrap.why", c.Ui("web.wrap.note"), Role::kSmall, Shade::kMuted));
  card.Add(NotePanel(c));
  AddPromises(c, talk->person, card);
  card.Add(DateSelect(c, "wrap.date", c.Ui("web.wrap.diary"), "wrap.date",
                      DraftedCheck(c, talk->person).date));
  card.Add(TimedControl(c, "wrap.diary", c.Ui("web.wrap.diary.set"),
                        "diary:with:" + std::to_string(talk->person), c.see.minutes.diary));
  return card;
}

}  // namespace huikuan::web
