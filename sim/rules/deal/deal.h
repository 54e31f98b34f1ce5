// The deal desk (design.md §2 "Proper signing", "The loop closes"; domain.md §7): quoting, signing,
// delivery, acceptance, the second order. What is agreed lies in Known; what they would settle for
// is drawn and hidden.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

inline DealPhase PhaseOf(const world::CustomerKnown& known) {
  return static_cast<DealPhase>(known.deal.phase);
}
inline bool Delivered(const world::CustomerKnown& known, int order) {
  return known.deal.delivered_day[order] != world::kNoDay;
}
// Terms that hold for an order: signed, or else what stands on the desk.
const DealTerms& TermsOf(const world::CustomerKnown& known, int order);
inline bool HasClause(const DealTerms& terms, DealClause clause) {
  return (terms.clauses & clause) != 0;
}
// Something is still to come of the sale: a signature, a delivery, another order.
bool DealPending(const content::Customer& customer, const world::CustomerKnown& known);
// The day on which the enquiry lapses; a second order goes ahead on the terms that stand.
Day LapsesOn(const content::Deal& deal, const world::CustomerKnown& known);
// The day of delivery as planned, the deposit being in; kNever before signing.
Day DeliveryPlanned(const content::Deal& deal, const world::CustomerKnown& known, int order);
// The invoice of a fact or paper: those about the first order are about the second one, its
// namesake, once the first is paid.
inline InvoiceId InvoiceNow(const content::Customer& customer, const world::CustomerKnown& known,
                            InvoiceId i) {
  if ((known.deal.marks & world::kSecondInFocus) == 0) return i;
  const content::DealPart part = customer.invoices[i].part;
  if (part == content::DealPart::kNone) return i;
  return customer.deal.invoices[1][static_cast<std::size_t>(part)];
}
// Whether an item (content::kDealItems) was seen to for an order. For a clause: it is in the terms.
bool SeenTo(const content::Deal& deal, const world::CustomerKnown& known, int order, int item);

// Known and hidden state at the opening.
void SetUpDeal(World& world, CustomerId c);
// Morning: deliveries, acceptance, orders that come and lapse. Returns whether anything happened.
bool DealMorning(World& world, CustomerId c);
// Signs what stands, on both sides' behalf.
void Sign(World& world, CustomerId c);
// What clauses of a signed contract add to our rank in their cash plan (design values).
Q16 DealLeverage(const content::Customer& customer, const world::CustomerKnown& known);

}  // namespace huikuan::rules
