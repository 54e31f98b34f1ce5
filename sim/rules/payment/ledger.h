// What is owed, as both sides' books say: a customer's invoices run through the process side by
// side, and one of them, the focus, is what calls and letters are about.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// What an invoice bills, cents, and when that is due. Of a deal's invoices by the terms signed; of
// unsigned ones by those that stand; due dates that hang on delivery or acceptance are as expected
// until these happen. Amounts are never negative, and those of an order sum to its price.
Cents AmountOf(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i);
Date DueOf(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i);
// Whether it is owed at all: a deal's deposit from signing, the rest from delivery, the retention
// when it falls due.
bool Started(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i);

// Open amount of one invoice, cents; 0 when it is paid, not owed yet, or not collectable in this
// case.
inline Cents OpenOf(const content::Customer& customer, const world::CustomerKnown& known,
                    InvoiceId i) {
  if (!customer.invoices[i].collectable || !Started(customer, known, i)) return 0;
  return AmountOf(customer, known, i) - known.invoices[i].paid;
}
// Of all collectable invoices, due or not.
Cents OpenTotal(const content::Customer& customer, const world::CustomerKnown& known);
// Received on all collectable invoices.
Cents PaidTotal(const content::Customer& customer, const world::CustomerKnown& known);
// What one may ask for today: every open invoice that is due, and the focus in any case.
Cents KnownOutstanding(const Scenario& content, const world::Known& known, CustomerId c);
// The oldest open invoice by its due date; the claim when all are paid.
InvoiceId OldestOpen(const content::Customer& customer, const world::CustomerKnown& known);

// Open amount of the invoice under discussion.
inline Cents Outstanding(const World& world, CustomerId c) {
  return OpenOf(world.content.customers[c], world.state.known.customers[c], world.focus(c));
}
// Whether an invoice is on its way through the process: begun, collectable and not paid.
inline bool InProcess(const World& world, CustomerId c, InvoiceId i) {
  const content::Customer& customer = world.content.customers[c];
  return customer.invoices[i].starts <= world.day() &&
         OpenOf(customer, world.state.known.customers[c], i) > 0;
}

}  // namespace huikuan::rules
