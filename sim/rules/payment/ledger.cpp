#include "rules/payment/ledger.h"

namespace huikuan::rules {

Cents OpenTotal(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = 0;
  content::ForEach(customer.index.collectable, [&](int i) {
    sum += customer.invoices[static_cast<std::size_t>(i)].amount - known.invoices[i].paid;
  });
  return sum;
}

Cents PaidTotal(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = 0;
  content::ForEach(customer.index.collectable, [&](int i) { sum += known.invoices[i].paid; });
  return sum;
}

Cents KnownOutstanding(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  Cents sum = 0;
  content::ForEach(customer.index.collectable, [&](int i) {
    const content::Invoice& invoice = customer.invoices[static_cast<std::size_t>(i)];
    if (invoice.due > today && i != mine.focus) return;
    sum += invoice.amount - mine.invoices[i].paid;
  });
  return sum;
}

InvoiceId OldestOpen(const content::Customer& customer, const world::CustomerKnown& known) {
  InvoiceId oldest = kNone;
  content::ForEach(customer.index.collectable, [&](int i) {
    const auto id = static_cast<InvoiceId>(i);
    if (OpenOf(customer, known, id) == 0) return;
    if (oldest == kNone || customer.invoices[id].due < customer.invoices[oldest].due) oldest = id;
  });
  return oldest == kNone ? customer.claim : oldest;
}

}  // namespace huikuan::rules
