// Composes a letter from its draft: the one place, for the page, the command line and tests.
#include <algorithm>
#include <array>

#include "content/vocabulary.h"
#include "huikuan/session.h"
#include "huikuan/text.h"

namespace huikuan {

namespace {

int DaysOverdue(const CustomerView& customer) {
  int days = 0;
  for (const InvoiceView& invoice : customer.invoices) {
    const bool open = invoice.collectable && invoice.delivered && invoice.paid < invoice.amount;
    if (open) days = std::max(days, invoice.days_overdue);
  }
  return days;
}

std::string Join(const Phrasebook& words, const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "" : words.Ui("letter.list_comma")) + part;
  }
  return out;
}

// Open invoices that may be asked for today, one a line, for a clause that lists them.
std::string InvoiceLines(const Phrasebook& words, const CustomerView& customer, Date today) {
  const Language& language = words.language();
  std::string lines;
  for (const InvoiceView& invoice : customer.invoices) {
    if (!invoice.collectable || !invoice.delivered || invoice.paid >= invoice.amount) continue;
    if (invoice.due > today && invoice.id != customer.focus) continue;
    lines += (lines.empty() ? "" : "\n") +
             words.Ui("letter.line", {{"number", words.Text(invoice.number)},
                                      {"title", words.Text(invoice.title)},
                                      {"amount", language.Money(invoice.amount - invoice.paid)},
                                      {"due", language.DateShort(invoice.due)},
                                      {"days", std::to_string(std::max(0, invoice.days_overdue))}});
  }
  return lines;
}

// Promises that were not kept, one a line.
std::string BrokenPromises(const Phrasebook& words, const CustomerView& customer) {
  const Language& language = words.language();
  std::string lines;
  for (const PromiseView& promise : customer.promises) {
    if (promise.state != PromiseState::kBroken || promise.date == kNoDate) continue;
    const bool known = promise.person < customer.people.size();
    lines += (lines.empty() ? "" : "\n") +
             words.Ui("letter.promise",
                      {{"date", language.DateShort(promise.date)},
                       {"amount", language.Money(promise.amount)},
                       {"person", known ? words.Text(customer.people[promise.person].name)
                                        : words.Text(customer.name)}});
  }
  return lines;
}

TextArgs LetterArgs(const Phrasebook& words, const Observation& seen, const LetterDraft& draft) {
  const CustomerView& customer = seen.customers[draft.customer];
  const Language& language = words.language();
  const std::string blank = words.Ui("letter.blank");
  const std::string pay_by = draft.pay_by == kNoDate ? blank : language.DateShort(draft.pay_by);
  const Cents interest =
      draft.interest == kLawfulInterest ? customer.legal.interest : draft.interest;
  std::vector<std::string> papers;
  for (const DocumentView& document : customer.documents) {
    if (document.opened) papers.push_back(words.Text(document.title));
  }
  const std::string promises = BrokenPromises(words, customer);
  const std::string level(content::kLetterLevelNames.NameOf(static_cast<int>(draft.level)));
  TextArgs args = {{"amount", draft.amount > 0 ? language.Money(draft.amount) : blank},
                   {"interest", interest > 0 ? language.Money(interest) : blank},
                   {"date", pay_by},
                   {"pay_by", pay_by},
                   {"today", language.DateLong(seen.clock.date)},
                   {"days", std::to_string(DaysOverdue(customer))},
                   {"customer", words.Text(customer.name)},
                   {"our_company", words.Text(seen.seller)},
                   {"invoices", InvoiceLines(words, customer, seen.clock.date)},
                   {"promises", promises.empty() ? blank : promises},
                   {"open", language.Money(customer.outstanding)},
                   {"paid", language.Money(customer.received)},
                   {"total", language.Money(customer.outstanding + customer.received)},
                   {"level", words.Ui("letter." + level)},
                   {"enclosures", Join(words, papers)}};
  // What the letter itself states comes first; the contract's terms fill the rest.
  for (auto& term : words.Words(customer.terms)) args.push_back(std::move(term));
  return args;
}

std::vector<std::string> NamesOf(const Phrasebook& words, const CustomerView& customer,
                                 const std::vector<PersonId>& ids) {
  std::vector<std::string> people;
  for (const PersonId id : ids) {
    if (id >= customer.people.size()) continue;
    const PersonView& person = customer.people[id];
    people.push_back(words.Ui(
        "letter.person", {{"name", words.Text(person.name)}, {"title", words.Text(person.title)}}));
  }
  return people;
}

// Wordings differ from letter to letter without chance: the same draft reads the same every time.
int Wording(const LetterDraft& draft, ClauseId clause) {
  return draft.wording + draft.customer + static_cast<int>(draft.level) + clause;
}

}  // namespace

int LetterMinutes(const Observation& seen, const LetterView& letter, const LetterDraft& draft) {
  const auto papers = static_cast<int>(std::count_if(
      draft.enclosures.begin(), draft.enclosures.end(), [](DocumentId d) { return d < 16; }));
  const int desk = letter.minutes + seen.minutes.enclose * papers;
  return draft.delivery == Delivery::kByHand ? std::max(desk, seen.minutes.hand_over) : desk;
}

std::string ComposeLetter(const Phrasebook& words, const Observation& seen,
                          const LetterDraft& draft) {
  if (draft.customer >= seen.customers.size()) return {};
  const CustomerView& customer = seen.customers[draft.customer];
  const std::vector<std::string> people = NamesOf(words, customer, draft.recipients);
  const TextArgs args = LetterArgs(words, seen, draft);
  std::string letter;
  if (!people.empty()) letter = words.Ui("letter.to", {{"people", Join(words, people)}}) + "\n\n";
  for (const ClauseId id : draft.clauses) {
    if (id < customer.clauses.size())
      letter += words.Text(customer.clauses[id].text, Wording(draft, id), args) + "\n\n";
  }
  std::string below;  // what goes under the signature
  if (!draft.enclosures.empty()) {
    std::vector<std::string> papers;
    for (const DocumentView& document : customer.documents) {
      const bool in = std::find(draft.enclosures.begin(), draft.enclosures.end(), document.id) !=
                      draft.enclosures.end();
      if (in && document.opened) papers.push_back(words.Text(document.title));
    }
    below += "\n" + words.Ui("letter.enclosed", {{"papers", Join(words, papers)}});
  }
  if (!draft.copies.empty()) {
    below += "\n" + words.Ui("letter.copied",
                             {{"people", Join(words, NamesOf(words, customer, draft.copies))}});
  }
  const bool counsel = draft.level == LetterLevel::kLawyerLetter;
  return letter +
         words.Ui(counsel ? "letter.sign_counsel" : "letter.sign",
                  {{"our_company", words.Text(seen.seller)},
                   {"date", words.language().DateLong(seen.clock.date)}}) +
         below;
}

}  // namespace huikuan
