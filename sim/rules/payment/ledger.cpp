#include "rules/payment/ledger.h"

namespace huikuan::rules {

Cents HeldFor(const world::CustomerKnown& known, InvoiceId i) {
  Cents sum = 0;
  for (const world::BillKnown& bill : known.bills) {
    const bool held = bill.state == static_cast<std::uint8_t>(BillState::kHeld);
    if (held && bill.invoice == i) sum += bill.amount;
  }
  return sum;
}

Cents TenderedTotal(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = PaidTotal(customer, known);
  for (const world::BillKnown& bill : known.bills) {
    const auto state = static_cast<BillState>(bill.state);
    if (state == BillState::kHeld || state == BillState::kOffered) sum += bill.amount;
  }
  return sum;
}

Cents OpenTotal(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = 0;
  content::ForEach(customer.index.collectable, [&](int i) {
    sum += OpenOf(customer, known, static_cast<InvoiceId>(i));
  });
  return sum;
}

bool AnyOpen(const content::Customer& customer, const world::CustomerKnown& known) {
  for (content::InvoiceSet left = customer.index.collectable; left != 0; left &= left - 1) {
    if (OpenOf(customer, known, static_cast<InvoiceId>(content::First(left))) > 0) return true;
  }
  return false;
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
    const auto id = static_cast<InvoiceId>(i);
    if (AskedFor(customer, mine, id, today)) sum += OpenOf(customer, mine, id);
  });
  return sum;
}

Cents OverdueTotal(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  Cents sum = 0;
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    if (DueOf(customer, known.customers[c], id) < today) {
      sum += OpenOf(customer, known.customers[c], id);
    }
  }
  return sum;
}

InvoiceId OldestOpen(const content::Customer& customer, const world::CustomerKnown& known) {
  InvoiceId oldest = kNone;
  content::ForEach(customer.index.collectable, [&](int i) {
    const auto id = static_cast<InvoiceId>(i);
    if (OpenOf(customer, known, id) == 0) return;
    if (oldest == kNone || DueOf(customer, known, id) < DueOf(customer, known, oldest)) oldest = id;
  });
  return oldest == kNone ? customer.claim : oldest;
}

}  // namespace huikuan::rules
