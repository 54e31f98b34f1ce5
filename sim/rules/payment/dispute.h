// Disputes: a real one over a figure of ours, which holds the payment until the ledger has been
// explained; and pretended ones (catalogue/blockers, "pretended"), which evidence wears down.
#pragma once

#include "rules/payment/ledger.h"
#include "rules/world.h"

namespace huikuan::rules {

inline constexpr std::uint8_t kWholeDisputed = 1;
inline constexpr std::uint8_t kPartDisputed = 2;

// They will not pay the invoice before the figures are explained; once for each.
void OpenDispute(World& world, CustomerId c, InvoiceId i);
// A correct statement or a corrected letter reached somebody who keeps their books: settled.
void ExplainLedger(World& world, CustomerId c);
// Whether this person can check our figures against theirs.
bool KeepsLedger(const content::Person& person);

// Whether the whole of it waits. Once they were shown that the undisputed part must be paid, only
// the part in question does: a fifth of the invoice (design value).
inline bool Disputed(const World& world, CustomerId c, InvoiceId i) {
  return world.state.known.customers[c].invoices[i].disputed == kWholeDisputed;
}
// What a dispute still holds back of it, cents; 0 without one.
inline Cents HeldBack(const World& world, CustomerId c, InvoiceId i) {
  const world::CustomerKnown& known = world.state.known.customers[c];
  if (known.invoices[i].disputed != kPartDisputed) return 0;
  return DivRound(AmountOf(world.content.customers[c], known, i), 5);
}
// They pay what is not in question. Returns whether a dispute stood.
bool ReleaseUndisputed(World& world, CustomerId c, InvoiceId i);
// Evidence was put before `person`: whether it told against a dispute they only pretend.
bool CiteAgainstPretext(World& world, CustomerId c, PersonId person);
// One night: they may let go of a pretended dispute once evidence is on the table, and what differs
// about goods, account or invoice may be cleared up between the two houses without us.
void DisputeOvernight(World& world, CustomerId c, InvoiceId i);

}  // namespace huikuan::rules
