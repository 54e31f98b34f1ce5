// The people map: whom we know, what they do in the payment, whom they listen to.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node PersonNode(const Context& c, const PersonView& person) {
  const std::string key = "people." + std::to_string(person.id);
  Node node = Control(c, key, c.Text(person.name), "ui:person:" + std::to_string(person.id),
                      Role::kPortrait);
  node.hint = c.Text(person.title);
  node.selected = c.ui.person == person.id;
  node.tone = person.part_known ? Shade::kNormal : Shade::kMuted;
  node.data = {person.portrait,
               static_cast<int>(person.mood),
               static_cast<int>(person.role),
               person.part_known,
               person.met,
               person.gatekeeper,
               person.behind_gatekeeper};
  for (const PersonId other : person.listens_to) node.data.push_back(other);
  // Where this person stands in the list, so that lines find them.
  node.level = person.id;
  return node;
}

std::string GateNames(const Context& c, const PersonView& person) {
  std::string names;
  for (const Gate gate : person.gates) {
    if (!names.empty()) names += c.Ui("web.list_comma");
    names += c.Ui("web.gate." + std::to_string(static_cast<int>(gate)));
  }
  return names;
}

std::string ListensTo(const Context& c, const PersonView& person) {
  std::string names;
  for (const PersonId other : person.listens_to) {
    const PersonView* view = c.Person(other);
    if (view == nullptr || !view->known) continue;
    if (!names.empty()) names += c.Ui("web.list_comma");
    names += c.Text(view->name);
  }
  return names;
}

void AddFacts(const Context& c, const PersonView& person, Node& card) {
  if (person.part_known) {
    card.Add(Words("person.part", c.Text(person.part)));
    const std::string gates = GateNames(c, person);
    if (!gates.empty()) {
      card.Add(Words("person.gates", c.Ui("web.person.gates", {{"gates", gates}}), Role::kSmall));
    }
    const std::string names = ListensTo(c, person);
    if (!names.empty()) {
      card.Add(
          Words("person.listens", c.Ui("web.person.listens", {{"names", names}}), Role::kSmall));
    }
  } else {
    card.Add(Words("person.part", c.Ui("web.person.part_unknown"), Role::kSmall, Shade::kMuted));
  }
  if (person.gatekeeper) {
    card.Add(
        Words("person.gatekeeper", c.Ui("web.person.gatekeeper"), Role::kSmall, Shade::kMuted));
  } else if (person.behind_gatekeeper) {
    card.Add(Words("person.behind", c.Ui("web.person.behind"), Role::kSmall, Shade::kMuted));
  }
  const Date date = c.DateOf(person.last_contact);
  card.Add(Words("person.last",
                 date == kNoDate
                     ? c.Ui("web.person.never")
                     : c.Ui("web.person.last",
                            {{"date", c.Short(date)}, {"n", std::to_string(person.contacts)}}),
                 Role::kSmall, Shade::kMuted));
}

}  // namespace

Node PersonFigure(const Context& c, const std::string& key, PersonId person, Mood mood) {
  const PersonView* view = c.Person(person);
  Node node = Words(key, view == nullptr ? "" : c.Text(view->name), Role::kPortrait);
  node.kind = Kind::kFigure;
  node.hint = c.Ui("web.mood." + std::to_string(static_cast<int>(mood)));
  node.data = {view == nullptr ? 0 : view->portrait, static_cast<int>(mood)};
  return node;
}

Node PeoplePanel(const Context& c) {
  Node card = Group("persons", Role::kCard, c.Ui("web.people"));
  card.Add(Heading("persons.title", 2, c.Ui("web.people")));
  Node map = Words("people", c.Ui("web.people"), Role::kPeople);
  map.kind = Kind::kFigure;
  for (const PersonView& person : c.customer().people) {
    if (person.known) map.Add(PersonNode(c, person));
  }
  card.Add(std::move(map));
  const PersonView* chosen = c.Person(c.ui.person);
  if (chosen == nullptr || !chosen->known) {
    card.Add(Words("person.choose", c.Ui("web.person.choose"), Role::kSmall, Shade::kMuted));
    return card;
  }
  card.Add(Heading("person.name", 3, c.PersonTitled(chosen->id)));
  AddFacts(c, *chosen, card);
  Node bar = Group("person.actions", Role::kBar);
  const std::string id = std::to_string(chosen->id);
  bar.Add(TimedControl(c, "person.call", c.Ui("web.call"), "call:" + id, c.see.minutes.call,
                       Role::kPrimary));
  bar.Add(TimedControl(c, "person.visit", c.Ui("web.visit"), "visit:" + id, c.see.minutes.visit));
  bar.Add(Control(c, "person.diary", c.Ui("web.diary.add"), "ui:dialog:diary", Role::kQuiet));
  card.Add(std::move(bar));
  return card;
}

}  // namespace huikuan::web
