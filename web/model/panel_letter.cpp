// The letter sheet: level, recipients, delivery, clauses, the whole letter to edit, and what
// stands out in it before it goes.
#include <algorithm>

#include "model/letter_draft.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node Check(const Context& c, std::string key, std::string label, std::string draft, bool on) {
  Node node =
      Control(c, std::move(key), std::move(label), "toggle:" + std::move(draft), Role::kCheck);
  node.selected = on;
  return node;
}

Node LevelSelect(const Context& c, const LetterDraft& draft) {
  Node select = Select(c, "letter.level", c.Ui("web.letter.level"), "letter.level",
                       std::to_string(static_cast<int>(draft.level)));
  for (const LetterView& letter : c.customer().letters) {
    const std::string value = std::to_string(static_cast<int>(letter.level));
    std::string label = c.Text(letter.title);
    const Date sent = c.DateOf(letter.last_sent);
    if (sent != kNoDate) label += c.Ui("web.letter.sent_on", {{"date", c.Short(sent)}});
    select.Add(Option("letter.level." + value, value, std::move(label)));
  }
  return select;
}

Node DeliverySelect(const Context& c, const LetterDraft& draft) {
  Node select = Select(c, "letter.delivery", c.Ui("web.letter.delivery"), "letter.delivery",
                       std::to_string(static_cast<int>(draft.delivery)));
  // By hand needs somebody there to sign for it: not from the desk.
  for (int i = 0; i <= static_cast<int>(Delivery::kRegistered); ++i) {
    const std::string value = std::to_string(i);
    select.Add(Option("letter.delivery." + value, value, c.Ui("web.delivery." + value)));
  }
  return select;
}

// The totals one might state; only one of them is what is due.
Node AmountSelect(const Context& c, const LetterDraft& draft) {
  Node select = Select(c, "letter.amount", c.Ui("web.letter.amount"), "letter.amount",
                       std::to_string(draft.amount));
  std::vector<Cents> amounts = {c.customer().outstanding};
  Cents all = 0;
  for (const InvoiceView& invoice : c.customer().invoices) {
    const Cents open = std::max<Cents>(0, invoice.amount - invoice.paid);
    all += open;
    if (open > 0) amounts.push_back(open);
    amounts.push_back(invoice.amount);
  }
  amounts.push_back(all);
  amounts.push_back(draft.amount);
  std::sort(amounts.begin(), amounts.end());
  amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
  for (const Cents amount : amounts) {
    const std::string value = std::to_string(amount);
    select.Add(Option("letter.amount." + value, value,
                      amount == 0 ? c.Ui("web.letter.no_amount") : c.Money(amount)));
  }
  return select;
}

// Claims of interest one might make; only one is what the law gives.
Node InterestSelect(const Context& c, const LetterDraft& draft) {
  const Cents chosen =
      draft.interest == kLawfulInterest ? c.customer().legal.interest : draft.interest;
  Node select = Select(c, "letter.interest", c.Ui("web.letter.interest"), "letter.interest",
                       std::to_string(chosen));
  for (const Cents amount : c.customer().legal.interest_choices) {
    const std::string value = std::to_string(amount);
    select.Add(Option("letter.interest." + value, value, c.Money(amount)));
  }
  return select;
}

bool Has(const std::vector<std::uint8_t>& ids, std::uint8_t id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool ClaimsInterest(const Context& c, const LetterDraft& draft) {
  const auto& clauses = c.customer().clauses;
  return !c.customer().legal.interest_choices.empty() &&
         std::any_of(clauses.begin(), clauses.end(), [&](const ClauseView& clause) {
           return clause.claims_interest && Has(draft.clauses, clause.id);
         });
}

Node Choices(const Context& c, const LetterDraft& draft) {
  Node side = Group("letter.choices", Role::kStack);
  side.Add(LevelSelect(c, draft));
  side.Add(Heading("letter.to.title", 3, c.Ui("web.letter.recipients")));
  Node people = Group("letter.to", Role::kStack);
  for (const PersonView& person : c.customer().people) {
    if (!person.known) continue;
    const std::string key = "letter.to." + std::to_string(person.id);
    people.Add(Check(c, key, c.PersonTitled(person.id), key, Has(draft.recipients, person.id)));
  }
  side.Add(std::move(people));
  side.Add(DeliverySelect(c, draft));
  side.Add(AmountSelect(c, draft));
  if (ClaimsInterest(c, draft)) side.Add(InterestSelect(c, draft));
  side.Add(DateSelect(c, "letter.date", c.Ui("web.letter.pay_by"), "letter.date", draft.pay_by));
  side.Add(Heading("letter.clauses.title", 3, c.Ui("web.letter.clauses")));
  Node clauses = Group("letter.clauses", Role::kStack);
  for (const ClauseView& clause : c.customer().clauses) {
    if ((clause.levels >> static_cast<int>(draft.level) & 1) == 0) continue;
    const std::string key = "letter.clause." + std::to_string(clause.id);
    Node check = Check(c, key, c.Text(clause.title), key, Has(draft.clauses, clause.id));
    if (!clause.available) {
      check.enabled = false;
      check.hint = c.Ui("web.letter.clause_unavailable");
    }
    clauses.Add(std::move(check));
  }
  side.Add(std::move(clauses));
  return side;
}

Node Findings(const Context& c, const LetterCheck& check) {
  Node list = Group("letter.findings", Role::kStack, c.Ui("web.letter.findings"));
  list.Add(Heading("letter.findings.title", 3, c.Ui("web.letter.findings")));
  for (std::size_t i = 0; i < check.findings.size(); ++i) {
    const LetterFinding& finding = check.findings[i];
    list.Add(Words("letter.finding." + std::to_string(i), c.Ui("letter.finding." + finding.key),
                   Role::kNote, finding.serious ? Shade::kBad : Shade::kWarn));
  }
  if (check.findings.empty()) {
    list.Add(
        Words("letter.finding.none", c.Ui("web.letter.no_findings"), Role::kNote, Shade::kGood));
  }
  return list;
}

int SendMinutes(const Context& c, LetterLevel level) {
  for (const LetterView& letter : c.customer().letters) {
    if (letter.level == level) return letter.minutes;
  }
  return c.see.minutes.letter;
}

Node Sheet(const Context& c, const LetterDraft& draft) {
  Node side = Group("letter.sheet", Role::kStack);
  Node words = Words("letter.words", c.Ui("web.letter.words"), Role::kPage);
  words.kind = Kind::kTextarea;
  words.value = draft.words;
  words.action = "set:letter.words";
  words.level = 18;  // lines
  side.Add(std::move(words));
  if (LetterEdited(c)) {
    Node edited = Group("letter.edited", Role::kBar);
    edited.Add(Words("letter.edited.note", c.Ui("web.letter.edited"), Role::kSmall, Shade::kMuted));
    edited.Add(
        Control(c, "letter.recompose", c.Ui("web.letter.recompose"), "ui:recompose", Role::kQuiet));
    side.Add(std::move(edited));
  }
  side.Add(Findings(c, CheckLetter(c)));
  side.Add(TimedControl(c, "letter.send", c.Ui("web.letter.send"), "letter:send",
                        SendMinutes(c, draft.level), Role::kPrimary));
  return side;
}

}  // namespace

Node LetterPanel(const Context& c) {
  const LetterDraft draft = DraftedLetter(c);
  Node panel = Group("letter", Role::kStack);
  panel.Add(Heading("letter.title", 2, c.Ui("web.letter")));
  Node columns = Group("letter.columns", Role::kColumns);
  columns.Add(Choices(c, draft));
  columns.Add(Sheet(c, draft));
  panel.Add(std::move(columns));
  return panel;
}

}  // namespace huikuan::web
