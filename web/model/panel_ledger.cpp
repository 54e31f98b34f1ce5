// The customer, and what they owe us by our books.
#include <algorithm>

#include "model/panels.h"

namespace huikuan::web {

Shade AgeShade(const InvoiceView& invoice) {
  if (invoice.paid + invoice.in_bills >= invoice.amount) return Shade::kGood;
  if (!invoice.collectable || invoice.days_overdue <= 0) return Shade::kMuted;
  return invoice.days_overdue > 30 ? Shade::kBad : Shade::kWarn;
}

Node CustomerPanel(const Context& c) {
  const CustomerView& customer = c.customer();
  Node card = Group("customer", Role::kCard);
  card.Add(Heading("customer.name", 2, c.Text(customer.name)));
  if (customer.note != 0) card.Add(Words("customer.note", c.Text(customer.note), Role::kSmall));
  if (customer.insolvent_since != kNoDate) {
    card.Add(Words("customer.insolvent",
                   c.Ui("web.insolvent", {{"date", c.Short(customer.insolvent_since)}}),
                   Role::kNote, Shade::kBad));
  }
  Node owed = Words("customer.owed", c.Ui("web.ledger.outstanding"), Role::kBig, Shade::kBad);
  owed.value = c.Money(customer.outstanding);
  if (customer.outstanding == 0) owed.tone = Shade::kGood;
  card.Add(std::move(owed));
  Node bar = Group("customer.sums", Role::kBar);
  Node got = Words("customer.received", c.Ui("web.ledger.received"), Role::kSmall, Shade::kGood);
  got.value = c.Money(customer.received);
  bar.Add(std::move(got));
  Node spent = Words("customer.spent", c.Ui("web.ledger.spent"), Role::kSmall, Shade::kMuted);
  spent.value = c.Money(c.see.spent);
  bar.Add(std::move(spent));
  card.Add(std::move(bar));
  return card;
}

Node LedgerPanel(const Context& c) {
  Node card = Group("ledger", Role::kCard, c.Ui("web.ledger"));
  card.Add(Heading("ledger.title", 2, c.Ui("web.ledger")));
  Node table = Words("ledger.table", c.Ui("web.ledger"));
  table.kind = Kind::kTable;
  Node header = Group("ledger.header", Role::kHeader);
  for (const char* column : {"item", "open", "due"}) {
    header.Add(
        Words(std::string("ledger.header.") + column, c.Ui(std::string("web.ledger.") + column)));
  }
  table.Add(std::move(header));
  for (const InvoiceView& invoice : c.customer().invoices) {
    if (!invoice.delivered) continue;
    const std::string key = "ledger." + std::to_string(invoice.id);
    Node row = Group(key, Role::kRow);
    row.tone = AgeShade(invoice);
    Node title = Words(key + ".item", c.Text(invoice.title));
    title.hint = c.Text(invoice.number);
    row.Add(std::move(title));
    const Cents open = std::max<Cents>(0, invoice.amount - invoice.paid - invoice.in_bills);
    const char* settled = invoice.in_bills > 0 ? "web.ledger.in_bills" : "web.ledger.paid";
    row.Add(Words(key + ".open", open == 0 ? c.Ui(settled) : c.Money(open), Role::kNone, row.tone));
    Node due = Words(key + ".due", c.Short(invoice.due), Role::kNone, row.tone);
    if (invoice.disputed) {
      due.hint = c.Ui("web.ledger.disputed");
    } else if (open > 0 && invoice.collectable && invoice.days_overdue > 0) {
      due.hint = c.Ui("web.ledger.overdue", {{"n", std::to_string(invoice.days_overdue)}});
    } else if (open > 0) {
      due.hint = c.Ui("web.ledger.not_due");
    }
    row.Add(std::move(due));
    table.Add(std::move(row));
  }
  card.Add(std::move(table));
  const std::vector<std::string> law = LegalLines(c.words, c.customer());
  if (!law.empty()) {
    Node notes = Group("ledger.law", Role::kStack, c.Ui("web.law"));
    notes.Add(Heading("ledger.law.title", 3, c.Ui("web.law")));
    for (std::size_t i = 0; i < law.size(); ++i) {
      notes.Add(Words("ledger.law." + std::to_string(i), law[i], Role::kSmall));
    }
    for (const InvoiceView& invoice : c.customer().invoices) {
      const std::string line = LegalLine(c.words, invoice, c.see.clock.date);
      if (line.empty()) continue;
      Node note = Words("ledger.law.invoice." + std::to_string(invoice.id), c.Text(invoice.title),
                        Role::kSmall, Shade::kMuted);
      note.hint = line;
      notes.Add(std::move(note));
    }
    card.Add(std::move(notes));
  }
  return card;
}

}  // namespace huikuan::web
