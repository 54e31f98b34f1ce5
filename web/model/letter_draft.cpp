#include "model/letter_draft.h"

#include <algorithm>

namespace huikuan::web {
namespace {

bool Belongs(const ClauseView& clause, LetterLevel level) {
  return (clause.levels >> static_cast<int>(level) & 1) != 0;
}

// A suggestion is what the level asks for; the trainee adds and takes away.
bool Chosen(const Context& c, const ClauseView& clause, LetterLevel level) {
  if (!Belongs(clause, level) || !clause.available) return false;
  return c.ui.Number("letter.clause." + std::to_string(clause.id), clause.required ? 1 : 0) != 0;
}

// Days overdue of the oldest open invoice.
int DaysOverdue(const Context& c) {
  int days = 0;
  for (const InvoiceView& invoice : c.customer().invoices) {
    if (invoice.collectable && invoice.paid < invoice.amount) {
      days = std::max(days, invoice.days_overdue);
    }
  }
  return days;
}

// Open invoices as lines, for a clause that lists them.
std::string LedgerLines(const Context& c) {
  std::string lines;
  for (const InvoiceView& invoice : c.customer().invoices) {
    if (!invoice.collectable || invoice.paid >= invoice.amount) continue;
    if (!lines.empty()) lines += "\n";
    lines += c.Ui("web.letter.line", {{"number", c.Text(invoice.number)},
                                      {"title", c.Text(invoice.title)},
                                      {"amount", c.Money(invoice.amount - invoice.paid)},
                                      {"due", c.Short(invoice.due)},
                                      {"days", std::to_string(std::max(0, invoice.days_overdue))}});
  }
  return lines;
}

std::string Compose(const Context& c, const LetterDraft& draft) {
  TextArgs args = c.words.Words(c.customer().terms);
  const std::string blank = c.Ui("web.letter.blank");
  args.emplace_back("amount", draft.amount > 0 ? c.Money(draft.amount) : blank);
  args.emplace_back("date", draft.pay_by == kNoDate ? blank : c.Short(draft.pay_by));
  args.emplace_back("pay_by", draft.pay_by == kNoDate ? blank : c.Short(draft.pay_by));
  args.emplace_back("today", c.words.language().DateLong(c.see.clock.date));
  args.emplace_back("customer", c.Text(c.customer().name));
  args.emplace_back("seller", c.Text(c.see.seller));
  args.emplace_back("lines", LedgerLines(c));
  args.emplace_back("days", std::to_string(DaysOverdue(c)));
  std::string people;
  for (const PersonId person : draft.recipients) {
    if (!people.empty()) people += c.Ui("web.list_comma");
    people += c.PersonTitled(person);
  }
  std::string letter;
  if (!people.empty()) letter = c.Ui("web.letter.to", {{"people", people}});
  for (const ClauseId id : draft.clauses) {
    if (!letter.empty()) letter += "\n\n";
    letter += c.words.Text(c.customer().clauses[id].text, 0, args);
  }
  letter +=
      "\n\n" + c.Ui("web.letter.sign", {{"seller", c.Text(c.see.seller)},
                                        {"date", c.words.language().DateLong(c.see.clock.date)}});
  return letter;
}

}  // namespace

bool LetterEdited(const Context& c) { return c.ui.drafts.count("letter.words") != 0; }

LetterDraft DraftedLetter(const Context& c) {
  LetterDraft draft;
  draft.customer = c.ui.customer;
  draft.level = static_cast<LetterLevel>(
      std::clamp<std::int64_t>(c.ui.Number("letter.level", 0), 0, kLetterLevels - 1));
  draft.delivery =
      static_cast<Delivery>(std::clamp<std::int64_t>(c.ui.Number("letter.delivery", 0), 0, 3));
  for (const PersonView& person : c.customer().people) {
    if (person.known && c.ui.Number("letter.to." + std::to_string(person.id), 0) != 0) {
      draft.recipients.push_back(person.id);
    }
  }
  std::vector<const ClauseView*> chosen;
  for (const ClauseView& clause : c.customer().clauses) {
    if (Chosen(c, clause, draft.level)) chosen.push_back(&clause);
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto* a, const auto* b) { return a->order < b->order; });
  for (const ClauseView* clause : chosen) draft.clauses.push_back(clause->id);
  draft.amount = c.ui.Number("letter.amount", c.customer().outstanding);
  draft.pay_by = static_cast<Date>(c.ui.Number("letter.date", kNoDate));
  draft.unedited = Compose(c, draft);
  draft.words = LetterEdited(c) ? c.ui.Draft("letter.words") : draft.unedited;
  return draft;
}

LetterCheck CheckLetter(const Context& c) {
  return ReadLetter(c.words.scenario(), c.see, DraftedLetter(c));
}

}  // namespace huikuan::web
