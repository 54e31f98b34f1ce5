// What is owed, as both sides' books say: a customer's invoices run through the process side by
// side, and one of them, the focus, is what calls and letters are about.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Whether an invoice exists at all: that of an order does once the goods have gone out.
inline bool Exists(const content::Invoice& invoice, const world::CustomerKnown& known) {
  if (invoice.order == kNone) return true;
  const std::uint8_t state = known.orders.items[invoice.order].state;
  return state == static_cast<std::uint8_t>(OrderState::kReleased) ||
         state == static_cast<std::uint8_t>(OrderState::kPrepaid);
}
// What a deal's invoice bills, and when that is due, by the terms signed (by those that stand while
// none are); due dates that hang on delivery or acceptance are as expected until these happen.
// Amounts are never negative, and those of an order sum to its price (rules/deal/invoices.cpp).
Cents DealAmount(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i);
Date DealDue(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i);
// Whether it is owed at all: the deposit from signing, the rest from delivery, the retention when
// it falls due.
bool DealStarted(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i);

// What an invoice bills, cents.
inline Cents AmountOf(const content::Customer& customer, const world::CustomerKnown& known,
                      InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  return invoice.part == content::DealPart::kNone ? invoice.amount : DealAmount(customer, known, i);
}
// When an invoice is due; that of an order so many days after its release.
inline Date DueOf(const content::Customer& customer, const world::CustomerKnown& known,
                  InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  if (invoice.part != content::DealPart::kNone) return DealDue(customer, known, i);
  if (invoice.order == kNone) return invoice.due;
  const content::Order& order = customer.orders[invoice.order];
  return order.date + known.orders.items[invoice.order].delay + order.term_days;
}
// Whether anything is owed on it by now, paid or not.
inline bool Started(const content::Customer& customer, const world::CustomerKnown& known,
                    InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  return invoice.part == content::DealPart::kNone ? Exists(invoice, known)
                                                  : DealStarted(customer, known, i);
}
// Covered by bills we keep until they mature.
Cents HeldFor(const world::CustomerKnown& known, InvoiceId i);
// Open amount of one invoice, cents; 0 when it is paid, covered by a bill we keep, not collectable
// in this case, not owed yet, credited by a settlement, or when the order it is for has not been released.
inline Cents OpenOf(const content::Customer& customer, const world::CustomerKnown& known,
                    InvoiceId i) {
  if (!customer.invoices[i].collectable || !Started(customer, known, i)) return 0;
  if ((known.invoices[i].marks & world::kCredited) != 0) return 0;
  return AmountOf(customer, known, i) - known.invoices[i].paid -
         (known.held_bills > 0 ? HeldFor(known, i) : 0);
}
// Whether a trainee asks for it on `today`: what is due, and what calls and letters are about.
inline bool AskedFor(const content::Customer& customer, const world::CustomerKnown& known,
                     InvoiceId i, Date today) {
  return i == known.focus || DueOf(customer, known, i) <= today;
}
// Of all collectable invoices, due or not.
Cents OpenTotal(const content::Customer& customer, const world::CustomerKnown& known);
// Whether that is more than nothing.
bool AnyOpen(const content::Customer& customer, const world::CustomerKnown& known);
// Received on all collectable invoices.
Cents PaidTotal(const content::Customer& customer, const world::CustomerKnown& known);
// What they have handed over: money, and bills we keep or have yet to decide on.
Cents TenderedTotal(const content::Customer& customer, const world::CustomerKnown& known);
// What one may ask for today: every open invoice that is due, and the focus in any case.
Cents KnownOutstanding(const Scenario& content, const world::Known& known, CustomerId c);
// Open and past its date.
Cents OverdueTotal(const Scenario& content, const world::Known& known, CustomerId c);
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
