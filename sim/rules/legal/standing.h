// Where we stand with one customer under the case's law, from what we know: legal.h asked with the
// facts of the case. Without a law nothing statutory applies, and the contract alone counts.
#pragma once

#include <vector>

#include "rules/legal/legal.h"
#include "rules/world.h"

namespace huikuan::rules {

// Whether our contract with them says that we are a small or medium enterprise; with a deal desk,
// the contract of the invoice under discussion.
bool SmeDeclared(const content::Customer& customer, const world::CustomerKnown& known);
// Whether this rule, put before them, takes their excuse away. kNo: it does not reach this payer.
content::Answer RuleHolds(const Scenario& content, const world::Known& known, CustomerId c,
                          content::Rule rule);
// They may signed terms say so wait for their own customer's money (void or disputed terms do not).
bool MayWaitForUpstream(const Scenario& content, const world::Known& known, CustomerId c);

// Lawful late interest to date on what is open of an invoice, cents: the whole delay on today's
// balance, so that what a part payment cut short is left out.
Cents LawfulInterest(const Scenario& content, const world::Known& known, CustomerId c, InvoiceId i);
// … of all that is open and due, with the fixed sums for collecting: what a letter may claim.
Cents LawfulClaim(const Scenario& content, const world::Known& known, CustomerId c);

// That, and what a hurried hand might claim instead: general and special rate of the pack, and a
// tenth of a percent a day. Rising, without repetition; empty when nothing is overdue.
std::vector<Cents> InterestChoices(const Scenario& content, const world::Known& known,
                                   CustomerId c);

// Whether this order may be kept back. A new order always may; one under a contract that binds us
// only by a clause, or while an invoice of the same contract is overdue, or they are insolvent.
content::Answer MayHold(const Scenario& content, const world::Known& known, CustomerId c,
                        std::uint8_t order);
// Their loss from one order kept back unlawfully. Design value: damages for late delivery are
// commonly capped near a tenth of the price.
inline Cents HoldDamages(const content::Order& order) { return DivRound(order.amount, 10); }
// Of all of them: a lawful liability of ours.
Cents Counterclaim(const content::Customer& customer, const world::CustomerKnown& known);

}  // namespace huikuan::rules
