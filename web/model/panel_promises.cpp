// What they promised, how good the promise is, and our own diary.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Shade StateShade(PromiseState state) {
  switch (state) {
    case PromiseState::kOpen:
      return Shade::kNormal;
    case PromiseState::kKept:
      return Shade::kGood;
    case PromiseState::kPartKept:
      return Shade::kWarn;
    case PromiseState::kBroken:
      return Shade::kBad;
  }
  return Shade::kNormal;
}

Node PromiseNode(const Context& c, const PromiseView& promise) {
  const std::string key = "promise." + std::to_string(promise.id);
  Node row = Group(key, Role::kStack);
  const std::string amount =
      promise.amount > 0 ? c.Money(promise.amount) : c.Ui("web.promise.no_amount");
  const std::string date =
      promise.date != kNoDate ? c.Short(promise.date) : c.Ui("web.promise.no_date");
  Node line =
      Words(key + ".line",
            c.Ui("web.promise.line",
                 {{"name", c.PersonName(promise.person)}, {"amount", amount}, {"date", date}}),
            Role::kNote, StateShade(promise.state));
  line.hint = c.Ui("web.promise.state." + std::to_string(static_cast<int>(promise.state)));
  if (promise.written) line.hint += c.Ui("web.list_comma") + c.Ui("web.promise.written");
  row.Add(std::move(line));
  Node quality = Words(key + ".quality", c.Ui("web.promise.quality"), Role::kSmall);
  quality.kind = Kind::kMeter;
  quality.level = promise.quality * 100 / 6;
  quality.value = std::to_string(promise.quality) + "/6";
  quality.tone = promise.quality >= 4 ? Shade::kGood : Shade::kWarn;
  row.Add(std::move(quality));
  if (promise.state == PromiseState::kOpen && !promise.written) {
    row.Add(TimedControl(c, key + ".confirm", c.Ui("web.promise.confirm"),
                         "confirm:" + std::to_string(promise.id), c.see.minutes.confirm));
  }
  return row;
}

}  // namespace

Node PromisesPanel(const Context& c) {
  Node card = Group("promises", Role::kCard, c.Ui("web.promises"));
  card.Add(Heading("promises.title", 2, c.Ui("web.promises")));
  if (c.customer().promises.empty() && c.customer().diary.empty()) {
    card.Add(Words("promises.none", c.Ui("web.promises.none"), Role::kSmall, Shade::kMuted));
  }
  for (const PromiseView& promise : c.customer().promises) card.Add(PromiseNode(c, promise));
  for (std::size_t i = 0; i < c.customer().diary.size(); ++i) {
    const DiaryView& entry = c.customer().diary[i];
    const bool has_person = entry.person != kNone;
    card.Add(Words("diary." + std::to_string(i),
                   c.Ui(entry.promise != kNone ? "web.diary.check"
                        : has_person           ? "web.diary.contact"
                                               : "web.diary.follow",
                        {{"date", c.Short(entry.date)}, {"name", c.PersonName(entry.person)}}),
                   Role::kSmall));
  }
  card.Add(Control(c, "promises.diary", c.Ui("web.diary.add"), "ui:dialog:diary", Role::kQuiet));
  return card;
}

}  // namespace huikuan::web
