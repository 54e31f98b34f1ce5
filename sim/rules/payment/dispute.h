// Disputes: a real one over a figure of ours, which holds the payment until the ledger has been
// explained; and pretended ones (catalogue/blockers, "pretended"), which evidence wears down.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// They will not pay the invoice before the figures are explained; once for each.
void OpenDispute(World& world, CustomerId c, InvoiceId i);
// A correct statement or a corrected letter reached somebody who keeps their books: settled.
void ExplainLedger(World& world, CustomerId c);
// Whether this person can check our figures against theirs.
bool KeepsLedger(const content::Person& person);

inline bool Disputed(const World& world, CustomerId c, InvoiceId i) {
  return world.state.known.customers[c].invoices[i].disputed != 0;
}
// Evidence was put before `person`: whether it told against a dispute they only pretend.
bool CiteAgainstPretext(World& world, CustomerId c, PersonId person);
// One night: they may let go of a pretended dispute once evidence is on the table, and what differs
// about goods, account or invoice may be cleared up between the two houses without us.
void DisputeOvernight(World& world, CustomerId c, InvoiceId i);

}  // namespace huikuan::rules
