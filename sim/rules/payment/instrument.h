// Bills: offered at a payment run instead of money, decided by us, paid or not at maturity.
// A bill kept settles its invoice for the time being; money counts when it matures or is
// discounted; one that is not honoured opens the invoice again, with recourse (domain.md §1, §8).
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Business days for our decision; then our finance takes the bill in and keeps it (design value).
inline constexpr Day kBillDecisionDays = 5;

// Share of its face for which the payer must have money on the day it is handed over. Design
// values: a bank asks for half as a deposit; for the customer's own paper it plans ahead a little.
Q16 CashShare(Instrument kind);
// How they pay on the next run: what they like to pay by, or money when we can take no further
// bill.
Instrument PaysBy(const World& world, CustomerId c);
// At a payment run: they hand over a bill instead of money.
void OfferBill(World& world, CustomerId c, InvoiceId i, Instrument kind, Cents amount);
// Our three answers; preconditions: it is offered, for SellBill offered or kept.
void KeepBill(World& world, CustomerId c, BillId bill);
void SellBill(World& world, CustomerId c, BillId bill);
void ReturnBill(World& world, CustomerId c, BillId bill);
// Morning: undecided ones are taken in, mature ones are paid or not. Returns whether any was.
bool BillsMorning(World& world, CustomerId c);
// Bills that wait for our decision are void from now on: their house is in administration.
void VoidOffers(World& world, CustomerId c);

// Chance that it is not honoured, by how short of cash they are today.
Q16 DefaultRisk(const content::Customer& customer, const world::CustomerTruth& truth,
                bool insolvent, Instrument kind);
// What a bank keeps if the bill is sold to it on `today`. Cents, at most its face.
Cents DiscountCost(const world::BillKnown& bill, Date today);
// By when it must be decided.
Date DecideBy(const Scenario& content, const world::BillKnown& bill);
inline BillState StateOf(const world::BillKnown& bill) {
  return static_cast<BillState>(bill.state);
}

}  // namespace huikuan::rules
