// The letter sheet: level, recipients, delivery, clauses, the whole letter to edit, and what
// stands out in it before it goes, each thing at its place.
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
    if (letter.cost > 0) label += c.Ui("web.letter.fee", {{"amount", c.Money(letter.cost)}});
    select.Add(Option("letter.level." + value, value, std::move(label)));
  }
  return select;
}

Node DeliverySelect(const Context& c, const LetterDraft& draft) {
  Node select = Select(c, "letter.delivery", c.Ui("web.letter.delivery"), "letter.delivery",
                       std::to_string(static_cast<int>(draft.delivery)));
  for (int i = 0; i <= static_cast<int>(Delivery::kByHand); ++i) {
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

Node Finding(const Context& c, std::size_t i, const LetterFinding& finding) {
  return Words("letter.finding." + std::to_string(i), LetterAdvice(c.words, finding), Role::kNote,
               finding.serious ? Shade::kBad : Shade::kWarn);
}

// What is to be said of a choice stands under it.
void AddFindings(const Context& c, const LetterCheck& check, LetterPlace place, Node& to) {
  for (std::size_t i = 0; i < check.findings.size(); ++i) {
    if (check.findings[i].place == place) to.Add(Finding(c, i, check.findings[i]));
  }
}

// Who else gets it, and what goes with it.
void AddCopies(const Context& c, const LetterDraft& draft, Node& side) {
  Node copies = Group("letter.cc", Role::kStack);
  for (const PersonView& person : c.customer().people) {
    if (!person.known || Has(draft.recipients, person.id)) continue;
    const std::string key = "letter.cc." + std::to_string(person.id);
    copies.Add(Check(c, key, c.PersonTitled(person.id), key, Has(draft.copies, person.id)));
  }
  if (!copies.children.empty()) {
    side.Add(Heading("letter.cc.title", 3, c.Ui("web.letter.copies")));
    side.Add(std::move(copies));
  }
  Node papers = Group("letter.enclose", Role::kStack);
  for (const DocumentView& document : c.customer().documents) {
    if (!MayEnclose(document)) continue;
    const std::string key = "letter.enclose." + std::to_string(document.id);
    papers.Add(Check(c, key, c.Text(document.title), key, Has(draft.enclosures, document.id)));
  }
  if (papers.children.empty()) return;
  side.Add(Heading("letter.enclose.title", 3, c.Ui("web.letter.enclosures")));
  side.Add(std::move(papers));
}

Node Choices(const Context& c, const LetterDraft& draft, const LetterCheck& check) {
  Node side = Group("letter.choices", Role::kStack);
  side.Add(LevelSelect(c, draft));
  AddFindings(c, check, LetterPlace::kLevel, side);
  side.Add(Heading("letter.to.title", 3, c.Ui("web.letter.recipients")));
  Node people = Group("letter.to", Role::kStack);
  for (const PersonView& person : c.customer().people) {
    if (!person.known) continue;
    const std::string key = "letter.to." + std::to_string(person.id);
    people.Add(Check(c, key, c.PersonTitled(person.id), key, Has(draft.recipients, person.id)));
  }
  side.Add(std::move(people));
  AddFindings(c, check, LetterPlace::kRecipients, side);
  side.Add(DeliverySelect(c, draft));
  AddFindings(c, check, LetterPlace::kDelivery, side);
  AddCopies(c, draft, side);
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

// The paragraph of the words at `byte`, to show what a finding is about.
std::pair<std::size_t, std::size_t> ParagraphAt(const std::string& words, std::size_t byte) {
  byte = std::min(byte, words.size());
  const std::size_t before = byte == 0 ? std::string::npos : words.rfind("\n\n", byte - 1);
  const std::size_t from = before == std::string::npos ? 0 : before + 2;
  return {from, std::min(words.find("\n\n", from), words.size())};
}

// The letter's paragraphs that need another look, each followed by what to do about it.
Node Findings(const Context& c, const LetterDraft& draft, const LetterCheck& check) {
  Node list = Group("letter.findings", Role::kStack, c.Ui("web.letter.findings"));
  list.Add(Heading("letter.findings.title", 3, c.Ui("web.letter.findings")));
  std::size_t shown = std::string::npos;  // end of the paragraph shown last
  for (std::size_t i = 0; i < check.findings.size(); ++i) {
    const LetterFinding& finding = check.findings[i];
    if (finding.place != LetterPlace::kWords && finding.place != LetterPlace::kMissing) continue;
    const auto [from, to] = ParagraphAt(draft.words, finding.begin);
    const bool at_top = finding.place == LetterPlace::kMissing && finding.end == 0;
    if (!at_top && to != shown && to > from) {
      list.Add(Words("letter.place." + std::to_string(i), draft.words.substr(from, to - from),
                     Role::kSmall, Shade::kMuted));
      shown = to;
    }
    list.Add(Finding(c, i, finding));
  }
  if (check.findings.empty()) {
    list.Add(
        Words("letter.finding.none", c.Ui("web.letter.no_findings"), Role::kNote, Shade::kGood));
  }
  return list;
}

// The six blocks a letter is judged by, as far as they are filled.
Node Blocks(const Context& c, const LetterCheck& check) {
  Node list = Group("letter.blocks", Role::kBar, c.Ui("web.letter.blocks"));
  for (int b = 0; b < kLetterBlocks; ++b) {
    const int most = kLetterBlockWeights[static_cast<std::size_t>(b)];
    const int points = check.blocks[static_cast<std::size_t>(b)];
    const std::string name = std::to_string(b);
    Node meter = Words("letter.block." + name, c.Ui("letter.block." + name));
    meter.kind = Kind::kMeter;
    meter.value = std::to_string(points) + "/" + std::to_string(most);
    meter.level = points * 100 / most;
    meter.tone = points == most ? Shade::kGood : points * 2 < most ? Shade::kBad : Shade::kWarn;
    list.Add(std::move(meter));
  }
  return list;
}

int SendMinutes(const Context& c, const LetterDraft& draft) {
  for (const LetterView& letter : c.customer().letters) {
    if (letter.level == draft.level) return LetterMinutes(c.see, letter, draft);
  }
  return c.see.minutes.letter;
}

Node Sheet(const Context& c, const LetterDraft& draft, const LetterCheck& check) {
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
  } else {
    Node other = Group("letter.other", Role::kBar);
    other.Add(Control(c, "letter.reword", c.Ui("web.letter.reword"), "ui:reword", Role::kQuiet));
    side.Add(std::move(other));
  }
  side.Add(Findings(c, draft, check));
  side.Add(Blocks(c, check));
  Node buttons = Group("letter.buttons", Role::kBar);
  buttons.Add(TimedControl(c, "letter.send", c.Ui("web.letter.send"), "letter:send",
                           SendMinutes(c, draft), Role::kPrimary));
  buttons.Add(Control(c, "letter.print", c.Ui("web.letter.print"), "app:print:letter.words",
                      Role::kQuiet));
  side.Add(std::move(buttons));
  return side;
}

}  // namespace

Node LetterPanel(const Context& c) {
  const LetterDraft draft = DraftedLetter(c);
  const LetterCheck check = ReadLetter(c.words.scenario(), c.see, draft);
  Node panel = Group("letter", Role::kStack);
  panel.Add(Heading("letter.title", 2, c.Ui("web.letter")));
  Node columns = Group("letter.columns", Role::kColumns);
  columns.Add(Choices(c, draft, check));
  columns.Add(Sheet(c, draft, check));
  panel.Add(std::move(columns));
  return panel;
}

}  // namespace huikuan::web
