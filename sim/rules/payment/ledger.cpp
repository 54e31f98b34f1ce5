#include "rules/payment/ledger.h"

namespace huikuan::rules {

Cents OpenTotal(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = 0;
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    sum += OpenOf(customer, known, static_cast<InvoiceId>(i));
  }
  return sum;
}

Cents PaidTotal(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = 0;
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    if (customer.invoices[i].collectable) sum += known.invoices[i].paid;
  }
  return sum;
}

Cents KnownOutstanding(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  Cents sum = 0;
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    if (DueOf(customer, mine, static_cast<InvoiceId>(i)) > today && i != mine.focus) continue;
    sum += OpenOf(customer, mine, static_cast<InvoiceId>(i));
  }
  return sum;
}

InvoiceId OldestOpen(const content::Customer& customer, const world::CustomerKnown& known) {
  InvoiceId oldest = kNone;
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    if (OpenOf(customer, known, id) == 0) continue;
    if (oldest == kNone || DueOf(customer, known, id) < DueOf(customer, known, oldest)) oldest = id;
  }
  return oldest == kNone ? customer.claim : oldest;
}

}  // namespace huikuan::rules
