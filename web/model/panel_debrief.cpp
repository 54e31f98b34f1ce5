// The end of the case: the score and what it is made of, what happened and why, what was measured.
#include <algorithm>

#include "model/panels.h"

namespace huikuan::web {
namespace {

int PercentOf(Q16 share) {
  return static_cast<int>(DivRound(static_cast<std::int64_t>(UnitQ(share)) * 100, kOne));
}

Node Score(const Context& c, const Debrief& debrief) {
  Node card = Group("debrief.score", Role::kCard);
  Node big = Words("debrief.value", c.Ui("web.debrief.value"), Role::kBig);
  big.value = c.words.language().Percent(debrief.parts.capped);
  // Much of the value of an unpaid claim is hope: only money that came in looks like success.
  const bool clean = debrief.outstanding == 0 && debrief.breaches == 0;
  big.tone = clean ? Shade::kGood : debrief.received > 0 ? Shade::kWarn : Shade::kBad;
  card.Add(std::move(big));
  card.Add(Words("debrief.value.note", c.Ui("web.debrief.value_note"), Role::kSmall));
  Node bar = Group("debrief.sums", Role::kBar);
  Node got = Words("debrief.received", c.Ui("web.ledger.received"), Role::kSmall,
                   debrief.received > 0 ? Shade::kGood : Shade::kBad);
  got.value = c.Money(debrief.received);
  bar.Add(std::move(got));
  Node open = Words("debrief.open", c.Ui("web.ledger.outstanding"), Role::kSmall,
                    debrief.outstanding > 0 ? Shade::kBad : Shade::kGood);
  open.value = c.Money(debrief.outstanding);
  bar.Add(std::move(open));
  if (debrief.paid_on != kNoDate) {
    Node paid = Words("debrief.paid_on", c.Ui("web.debrief.paid_on"), Role::kSmall);
    paid.value = c.Short(debrief.paid_on);
    bar.Add(std::move(paid));
  }
  card.Add(std::move(bar));
  if (debrief.breaches > 0) {
    card.Add(Words("debrief.breaches",
                   c.Ui("web.debrief.breaches", {{"n", std::to_string(debrief.breaches)}}),
                   Role::kNote, Shade::kBad));
  }
  return card;
}

// What stood in the way of one invoice, and when that was known and cleared.
void AddCause(const Context& c, const std::string& key, const InvoiceDebrief& invoice, Node& card) {
  card.Add(Words(key + ".blocker", invoice.blocker_text != 0 ? c.Text(invoice.blocker_text)
                                                             : c.Ui("web.debrief.no_blocker")));
  if (invoice.blocker_text == 0) return;
  const Date found = c.DateOf(invoice.found);
  card.Add(Words(key + ".found",
                 found == kNoDate ? c.Ui("web.debrief.not_found")
                                  : c.Ui("web.debrief.found", {{"date", c.Short(found)}}),
                 Role::kSmall, found == kNoDate ? Shade::kBad : Shade::kGood));
  const Date cured = c.DateOf(invoice.cured);
  card.Add(Words(key + ".cured",
                 cured == kNoDate ? c.Ui("web.debrief.not_cured")
                                  : c.Ui("web.debrief.cured", {{"date", c.Short(cured)}}),
                 Role::kSmall, cured == kNoDate ? Shade::kBad : Shade::kGood));
}

Node Cause(const Context& c, const std::string& key, const CustomerDebrief& debrief) {
  Node card = Group(key + ".cause", Role::kCard);
  card.Add(Heading(key + ".cause.title", 2, c.Ui("web.debrief.cause")));
  const CustomerView& customer = c.see.customers[debrief.customer];
  for (const InvoiceDebrief& invoice : debrief.invoices) {
    if (debrief.invoices.size() == 1) {
      AddCause(c, key, invoice, card);
      continue;
    }
    const std::string own = key + "." + std::to_string(invoice.invoice);
    card.Add(Heading(own, 3, c.Text(customer.invoices[invoice.invoice].title)));
    AddCause(c, own, invoice, card);
  }
  if (debrief.type_text != 0) {
    card.Add(Words(key + ".type", c.Ui("web.debrief.type", {{"type", c.Text(debrief.type_text)}})));
  }
  return card;
}

Node Lines(const Context& c, const std::string& key, const std::string& title,
           const std::vector<DebriefLine>& lines) {
  Node card = Group(key, Role::kCard);
  card.Add(Heading(key + ".title", 2, title));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Node line = Words(key + "." + std::to_string(i),
                      c.Ui("debrief." + lines[i].key, c.words.Words(lines[i].args)), Role::kNote,
                      lines[i].good ? Shade::kGood : Shade::kBad);
    const Date date = c.DateOf(lines[i].day);
    if (date != kNoDate) line.hint = c.Short(date);
    card.Add(std::move(line));
  }
  return card;
}

Node ValueTable(const Context& c, const ValueParts& parts) {
  Node card = Group("debrief.parts", Role::kCard);
  card.Add(Heading("debrief.parts.title", 2, c.Ui("web.debrief.parts")));
  Node table = Words("debrief.table", c.Ui("web.debrief.parts"));
  table.kind = Kind::kTable;
  for (const auto& [name, amount] : ValueRows(parts)) {
    const std::string key = std::string("debrief.part.") + name;
    Node row = Group(key, Role::kRow);
    row.Add(Words(key + ".name", c.Ui(std::string("web.part.") + name)));
    row.Add(Words(key + ".amount", c.Money(amount), Role::kNone,
                  amount < 0 ? Shade::kBad : Shade::kNormal));
    table.Add(std::move(row));
  }
  card.Add(std::move(table));
  return card;
}

Node Indicators(const Context& c, const std::string& prefix, const CustomerDebrief& debrief) {
  Node card = Group(prefix + ".indicators", Role::kCard);
  card.Add(Heading(prefix + ".indicators.title", 2, c.Ui("web.debrief.indicators")));
  for (const Indicator& indicator : debrief.indicators) {
    const std::string key = prefix + ".indicator." + indicator.key;
    Node meter = Words(key, c.Ui("indicator." + indicator.key));
    meter.kind = Kind::kMeter;
    meter.level = PercentOf(indicator.score);
    meter.value = indicator.observed ? c.words.language().Percent(indicator.score)
                                     : c.Ui("web.debrief.not_observed");
    meter.tone = !indicator.observed ? Shade::kMuted
                 : meter.level >= 60 ? Shade::kGood
                 : meter.level >= 30 ? Shade::kWarn
                                     : Shade::kBad;
    if (!indicator.text.key.empty()) {
      meter.hint = c.Ui("debrief." + indicator.text.key, c.words.Words(indicator.text.args));
    }
    card.Add(std::move(meter));
  }
  return card;
}

// In a portfolio: whose part of the story begins here, and what came in.
Node CustomerHead(const Context& c, const std::string& key, const CustomerDebrief& debrief) {
  Node head = Group(key + ".head", Role::kCard);
  head.Add(Heading(key + ".name", 2, c.Text(c.see.customers[debrief.customer].name)));
  Node bar = Group(key + ".sums", Role::kBar);
  Node got = Words(key + ".received", c.Ui("web.ledger.received"), Role::kSmall,
                   debrief.received > 0 ? Shade::kGood : Shade::kBad);
  got.value = c.Money(debrief.received);
  bar.Add(std::move(got));
  Node open = Words(key + ".open", c.Ui("web.ledger.outstanding"), Role::kSmall,
                    debrief.outstanding > 0 ? Shade::kBad : Shade::kGood);
  open.value = c.Money(debrief.outstanding);
  bar.Add(std::move(open));
  head.Add(std::move(bar));
  return head;
}

// What the trainee typed in talks with this customer, each with what it was understood as.
Node OwnWords(const Context& c, const std::string& key, CustomerId customer) {
  Node card = Group(key, Role::kCard, c.Ui("web.debrief.own_words"));
  std::uint32_t said = 0;
  for (std::size_t i = 0; i < c.see.history.size(); ++i) {
    const Event& event = c.see.history[i];
    if (event.kind != EventKind::kSaid || event.customer != customer) continue;
    const std::string_view typed = WordsTyped(c.see.typed, event);
    const bool again = event.words == said;
    said = event.words;
    if (typed.empty()) continue;
    if (card.children.empty()) card.Add(Heading(key + ".title", 2, c.Ui("web.debrief.own_words")));
    const std::string line = key + "." + std::to_string(i);
    if (!again) {
      Node words = Words(line, std::string(typed), Role::kNote);
      words.hint = c.Short(c.DateOf(event.day));
      card.Add(std::move(words));
    }
    card.Add(Words(line + ".as", c.Ui("web.typed.understood_as", {{"words", c.words.Sentence(event)}}),
                   Role::kSmall, Shade::kMuted));
  }
  return card;
}

}  // namespace

Node DebriefPanel(const Context& c) {
  Node panel = Group("debrief", Role::kStack);
  panel.Add(Heading("debrief.title", 2, c.Ui("web.tab.debrief")));
  if (c.debrief == nullptr) return panel;
  panel.Add(Score(c, *c.debrief));
  const auto add = [&](Node part) {
    if (!part.children.empty()) panel.Add(std::move(part));
  };
  add(ReviewFirst(c));
  const bool several = c.debrief->customers.size() > 1;
  if (several) panel.Add(ValueTable(c, c.debrief->parts));
  for (const CustomerDebrief& customer : c.debrief->customers) {
    const std::string key =
        several ? "debrief.customer" + std::to_string(customer.customer) : std::string("debrief");
    if (several) panel.Add(CustomerHead(c, key, customer));
    panel.Add(Cause(c, key, customer));
    panel.Add(Lines(c, key + ".story", c.Ui("web.debrief.story"), customer.story));
    if (!several) panel.Add(ValueTable(c, c.debrief->parts));
    panel.Add(Indicators(c, key, customer));
    panel.Add(Lines(c, key + ".timeline", c.Ui("web.debrief.timeline"), customer.timeline));
    Node own = OwnWords(c, key + ".own_words", customer.customer);
    if (!own.children.empty()) panel.Add(std::move(own));
  }
  add(ReviewXray(c));
  add(ReviewTimeline(c));
  Node bar = Group("debrief.actions", Role::kBar);
  bar.Add(Control(c, "debrief.again", c.Ui("web.debrief.again"), "app:again", Role::kPrimary));
  bar.Add(Control(c, "debrief.new", c.Ui("web.debrief.new_seed"), "app:new"));
  if (c.cases != nullptr && c.cases->size() > 1) {
    bar.Add(Control(c, "debrief.cases", c.Ui("web.cases"), "ui:dialog:cases"));
  }
  bar.Add(Control(c, "debrief.export", c.Ui("web.save.export"), "app:export", Role::kQuiet));
  panel.Add(std::move(bar));
  return panel;
}

}  // namespace huikuan::web
