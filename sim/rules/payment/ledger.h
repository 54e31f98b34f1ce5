// What is owed, as both sides' books say: a customer's invoices run through the process side by
// side, and one of them, the focus, is what calls and letters are about.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Covered by bills we keep until they mature.
Cents HeldFor(const world::CustomerKnown& known, InvoiceId i);
// Open amount of one invoice, cents; 0 when it is paid, covered by a bill we keep, or not
// collectable in this case.
inline Cents OpenOf(const content::Customer& customer, const world::CustomerKnown& known,
                    InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  if (!invoice.collectable) return 0;
  return invoice.amount - known.invoices[i].paid - (known.held_bills > 0 ? HeldFor(known, i) : 0);
}
// Of all collectable invoices, due or not.
Cents OpenTotal(const content::Customer& customer, const world::CustomerKnown& known);
// Received on all collectable invoices.
Cents PaidTotal(const content::Customer& customer, const world::CustomerKnown& known);
// What they have handed over: money, and bills we keep or have yet to decide on.
Cents TenderedTotal(const content::Customer& customer, const world::CustomerKnown& known);
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
