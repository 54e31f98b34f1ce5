// On the premises: what there is to see, and whom else one may meet.
#include "model/panels.h"

namespace huikuan::web {

Node VisitPanel(const Context& c) {
  const VisitView& visit = c.see.visit;
  Node card = Group("visit", Role::kCard, c.Ui("web.visit.here"));
  card.Add(Heading("visit.title", 3, c.Ui("web.visit.here")));
  card.Add(Words("visit.left", c.Ui("web.visit.left", {{"n", std::to_string(visit.minutes_left)}}),
                 Role::kSmall, Shade::kMuted));
  Node spots = Group("visit.spots", Role::kBar);
  for (const SpotView& spot : visit.spots) {
    const std::string id = std::to_string(spot.id);
    Node button =
        TimedControl(c, "visit.spot." + id, c.Ui("web.visit.look", {{"spot", c.Text(spot.title)}}),
                     "observe:" + id, spot.minutes);
    if (spot.seen) {
      button.hint = c.Ui("web.visit.seen");
      button.tone = Shade::kGood;
    }
    spots.Add(std::move(button));
  }
  card.Add(std::move(spots));
  Node people = Group("visit.people", Role::kBar);
  for (const PersonId person : visit.reachable) {
    const std::string id = std::to_string(person);
    people.Add(Control(c, "visit.meet." + id,
                       c.Ui("web.visit.meet", {{"name", c.PersonTitled(person)}}), "meet:" + id));
  }
  if (!people.children.empty()) card.Add(std::move(people));
  if (!c.see.conversation) {
    card.Add(Control(c, "visit.leave", c.Ui("web.visit.leave"), "end", Role::kPrimary));
  }
  return card;
}

}  // namespace huikuan::web
