// The contract file: papers to open, their fields to check, seals, and sending them on.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node PaperButton(const Context& c, const DocumentView& document) {
  const std::string id = std::to_string(document.id);
  const std::string key = "paper." + id;
  Node button = document.opened
                    ? Control(c, key, c.Text(document.title), "ui:document:" + id, Role::kChip)
                    : TimedControl(c, key, c.Text(document.title), "open:" + id, document.minutes,
                                   Role::kChip);
  button.selected = c.ui.document == document.id && document.opened;
  if (document.opened) {
    button.tone = Shade::kGood;
    button.hint = c.Ui("web.paper.opened");
  }
  button.data = {document.form, document.opened};
  return button;
}

const FactView* FactOf(const Context& c, std::uint8_t fact) {
  for (const FactView& view : c.customer().facts) {
    if (view.id == fact) return &view;
  }
  return nullptr;
}

Node FieldNode(const Context& c, const DocumentView& document, std::size_t i) {
  const FieldView& field = document.fields[i];
  const std::string key = "paper.field." + std::to_string(i);
  Node row = Group(key, Role::kRow);
  Node text = Words(key + ".value", c.Text(field.label), Role::kField);
  text.value = c.Text(field.value);
  const FactView* fact = FactOf(c, field.fact);
  if (field.inspected) {
    text.tone = fact != nullptr && fact->problem ? Shade::kBad : Shade::kGood;
    text.hint = fact != nullptr ? c.Text(fact->text) : c.Ui("web.paper.agrees");
  }
  row.Add(std::move(text));
  if (!field.inspected) {
    row.Add(TimedControl(c, key + ".check", c.Ui("web.paper.check"),
                         "inspect:" + std::to_string(document.id) + ":" + std::to_string(i),
                         c.see.minutes.inspect, Role::kQuiet));
  }
  return row;
}

Node Page(const Context& c, const DocumentView& document) {
  Node page = Words("paper.page", c.Text(document.title), Role::kPage);
  page.kind = Kind::kDocument;
  page.data = {document.form};
  page.Add(Heading("paper.title", 2, c.Text(document.title)));
  if (document.date != kNoDate) {
    page.Add(Words("paper.date", c.words.language().DateLong(document.date), Role::kSmall,
                   Shade::kMuted));
  }
  page.Add(Words("paper.body", c.Text(document.body)));
  if (document.amount > 0) {
    Node amount = Words("paper.amount", c.Ui("web.paper.amount"), Role::kField);
    amount.value = c.Money(document.amount);
    page.Add(std::move(amount));
  }
  for (std::size_t i = 0; i < document.fields.size(); ++i) page.Add(FieldNode(c, document, i));
  Node seals = Group("paper.seals", Role::kBar);
  for (std::size_t i = 0; i < document.seals.size(); ++i) {
    const SealView& seal = document.seals[i];
    Node node = Words("paper.seal." + std::to_string(i), c.Text(seal.who), Role::kSeal,
                      seal.present ? Shade::kNormal : Shade::kBad);
    node.hint = c.Ui(seal.present ? "web.paper.sealed" : "web.paper.no_seal");
    node.selected = seal.present;
    seals.Add(std::move(node));
  }
  if (!seals.children.empty()) page.Add(std::move(seals));
  return page;
}

Node SendBar(const Context& c, const DocumentView& document) {
  Node bar = Group("paper.send", Role::kCard, c.Ui("web.paper.send"));
  bar.Add(Heading("paper.send.title", 3, c.Ui("web.paper.send")));
  Node people = Group("paper.send.people", Role::kBar);
  for (const PersonView& person : c.customer().people) {
    if (!person.known) continue;
    const std::string id = std::to_string(person.id);
    Node button = TimedControl(c, "paper.send." + id, c.PersonTitled(person.id),
                               "send_document:" + std::to_string(document.id) + ":" + id,
                               c.see.minutes.send_document);
    for (const PersonId sent : document.sent_to) {
      if (sent == person.id) {
        button.tone = Shade::kGood;
        button.hint = c.Ui("web.paper.sent");
      }
    }
    people.Add(std::move(button));
  }
  bar.Add(std::move(people));
  return bar;
}

}  // namespace

Node PapersPanel(const Context& c) {
  Node panel = Group("papers", Role::kStack);
  panel.Add(Heading("papers.title", 2, c.Ui("web.papers")));
  panel.Add(Words("papers.why", c.Ui("web.papers.why"), Role::kSmall, Shade::kMuted));
  Node stack = Group("papers.list", Role::kBar);
  for (const DocumentView& document : c.customer().documents) {
    if (document.in_file) stack.Add(PaperButton(c, document));
  }
  panel.Add(std::move(stack));
  const DocumentView* open = c.Document(c.ui.document);
  if (open != nullptr && open->in_file && open->opened) {
    panel.Add(Page(c, *open));
    panel.Add(SendBar(c, *open));
  }
  return panel;
}

}  // namespace huikuan::web
