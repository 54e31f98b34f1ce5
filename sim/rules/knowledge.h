// Facts, people and gates becoming known. The one place that writes knowledge.
#pragma once

#include "rules/deal/deal.h"
#include "rules/world.h"

namespace huikuan::rules {

// Whether a fact of this customer is so.
inline bool IsTrue(const World& world, CustomerId c, FactId f) {
  const content::Fact& fact = world.content.customers[c].facts[f];
  const world::InvoiceTruth& claim = world.state.truth.customers[c].invoices[InvoiceNow(
      world.content.customers[c], world.state.known.customers[c], fact.invoice)];
  if (fact.not_due && claim.due_recognised != 0) return false;
  if (fact.blocker == kNone) return true;
  if (claim.blocker != fact.blocker) return false;
  // A cleared problem is one no more; but a yes puts no money into an empty till.
  return claim.cured == 0 || world.content.blockers[fact.blocker].cash_factor < kOne;
}

// Knows / learns a fact (only true ones are ever learnt); a better source replaces a weaker one.
// Emits what became known. Returns false if nothing new.
bool Learn(World& world, CustomerId c, FactId f, Source source, PersonId who);
// The same for what a paper shows for good, even when the problem has been cleared since.
bool LearnFromPaper(World& world, CustomerId c, FactId f);
// We heard a yes to moving this gate.
void NoteAgreement(World& world, CustomerId c, Gate gate);

// The person and their part become known.
void Introduce(World& world, CustomerId c, PersonId p);

// Somebody told where an invoice stands; without naming one, that under discussion.
void ToldGate(World& world, CustomerId c, InvoiceId invoice, PersonId who, Gate gate);
inline void ToldGate(World& world, CustomerId c, PersonId who, Gate gate) {
  ToldGate(world, c, world.focus(c), who, gate);
}

inline bool Knows(const world::CustomerKnown& known, FactId f) { return known.fact_source[f] != 0; }
// Whether a known problem is dealt with as far as we know: everything it needs has been seen to
// happen (the paper given to the desk, the task done, a yes heard), or we were told a later gate.
bool Solved(const Scenario& content, const world::Known& known, CustomerId c, FactId f);
// Whether some problem was known and is dealt with.
bool AnySolved(const Scenario& content, const world::Known& known, CustomerId c);
// A known problem that is not solved as far as we know; kNone if there is none.
FactId OpenProblem(const Scenario& content, const world::Known& known, CustomerId c);
// The fact which says by which clause the claim is due; kNone if the case has none.
FactId DueClause(const content::Customer& customer);
bool RunDatesKnown(const Scenario& content, const world::Known& known, CustomerId c);

}  // namespace huikuan::rules
