#include "model/context.h"

#include <algorithm>

#include "model/actions.h"

namespace huikuan::web {

CustomerId Context::chosen() const {
  if (see.conversation) return see.conversation->customer;
  if (see.visit.active) return see.visit.customer;
  return ui.customer < see.customers.size() ? ui.customer : 0;
}

std::string Context::Minutes(int minutes) const {
  return Ui("web.minutes", {{"n", std::to_string(minutes)}});
}

std::string Context::NamedSentence(const Event& event) const {
  const std::string sentence = words.Sentence(event);
  if (see.customers.size() < 2 || event.customer >= see.customers.size()) return sentence;
  switch (event.kind) {  // our own affairs
    case EventKind::kCaseEnded:
    case EventKind::kTimeUp:
    case EventKind::kOwnPayment:
    case EventKind::kForecastTaken:
    case EventKind::kSuppliersPaid:
    case EventKind::kPayrollShort:
    case EventKind::kBridgingFee:
      return sentence;
    default:
      break;
  }
  return Ui("web.portfolio.news",
            {{"customer", Text(see.customers[event.customer].name)}, {"news", sentence}});
}

const PersonView* Context::Person(PersonId person) const {
  if (see.customers.empty() || person >= customer().people.size()) return nullptr;
  return &customer().people[person];
}

const DocumentView* Context::Document(DocumentId document) const {
  if (see.customers.empty() || document >= customer().documents.size()) return nullptr;
  return &customer().documents[document];
}

std::string Context::PersonName(PersonId person) const {
  const PersonView* view = Person(person);
  return view == nullptr ? std::string() : Text(view->name);
}

std::string Context::PersonTitled(PersonId person) const {
  const PersonView* view = Person(person);
  if (view == nullptr) return {};
  return Ui("web.name_title", {{"name", Text(view->name)}, {"title", Text(view->title)}});
}

std::string Context::DocumentTitle(DocumentId document) const {
  const DocumentView* view = Document(document);
  return view == nullptr ? std::string() : Text(view->title);
}

Date Context::DateOf(Day day) const {
  for (const CalendarDayView& entry : see.calendar) {
    if (entry.day == day && day != kNever) return entry.date;
  }
  return kNoDate;
}

Node Heading(std::string key, int level, std::string label) {
  Node node;
  node.key = std::move(key);
  node.kind = Kind::kHeading;
  node.level = level;
  node.label = std::move(label);
  return node;
}

Node Words(std::string key, std::string label, Role role, Shade tone) {
  Node node;
  node.key = std::move(key);
  node.role = role;
  node.tone = tone;
  node.label = std::move(label);
  return node;
}

Node Group(std::string key, Role role, std::string label) {
  Node node;
  node.key = std::move(key);
  node.kind = Kind::kList;
  node.role = role;
  node.label = std::move(label);
  return node;
}

Node Option(std::string key, std::string value, std::string label) {
  Node node;
  node.key = std::move(key);
  node.role = Role::kOption;
  node.value = std::move(value);
  node.label = std::move(label);
  return node;
}

Node Control(const Context& c, std::string key, std::string label, std::string action, Role role) {
  Node node;
  node.key = std::move(key);
  node.kind = Kind::kButton;
  node.role = role;
  node.label = std::move(label);
  node.action = std::move(action);
  const Parsed parsed = ParseAction(c, node.action, {});
  if (const auto* submit = std::get_if<Submission>(&parsed)) {
    const Status lawful = c.check(submit->command);
    node.enabled = lawful.ok();
    if (!lawful.ok()) node.hint = c.words.language().Explain(lawful.error());
  } else if (std::holds_alternative<Unknown>(parsed)) {
    node.enabled = false;
  }
  return node;
}

Node TimedControl(const Context& c, std::string key, std::string label, std::string action,
                  int minutes, Role role) {
  Node node = Control(c, std::move(key), std::move(label), std::move(action), role);
  if (node.enabled) node.hint = c.Minutes(minutes);
  return node;
}

Node Select(const Context&, std::string key, std::string label, std::string draft,
            std::string value) {
  Node node;
  node.key = std::move(key);
  node.kind = Kind::kInput;
  node.role = Role::kSelect;
  node.label = std::move(label);
  node.value = std::move(value);
  node.action = "set:" + draft;
  return node;
}

Node DateSelect(const Context& c, std::string key, std::string label, std::string draft,
                Date chosen) {
  Node node = Select(c, key, std::move(label), std::move(draft),
                     chosen == kNoDate ? std::string() : std::to_string(chosen));
  std::vector<Date> dates;
  for (const CalendarDayView& day : c.see.calendar) {
    if (day.day != kNever && day.date > c.see.clock.date) dates.push_back(day.date);
  }
  if (chosen != kNoDate && std::find(dates.begin(), dates.end(), chosen) == dates.end()) {
    dates.insert(std::lower_bound(dates.begin(), dates.end(), chosen), chosen);
  }
  if (chosen == kNoDate) node.Add(Option(key + ".none", "", c.Ui("web.choose_date")));
  for (const Date date : dates) {
    const std::string value = std::to_string(date);
    node.Add(Option(key + "." + value, value,
                    c.Ui("web.date_weekday", {{"date", c.Short(date)},
                                              {"weekday", c.words.language().Weekday(date)}})));
  }
  return node;
}

}  // namespace huikuan::web
