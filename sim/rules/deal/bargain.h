// How they bargain: what a proposal is worth to them, what they still hold out for, and which terms
// they answer with. A time-dependent concession to a drawn reservation, and counter-offers that
// move what matters most to them first, so that answers show interests (models.md on negotiation;
// all figures are the case's or design values).
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Utility below which they buy elsewhere, with their signer's trust in us; 0..1.
Q16 Reservation(const World& world, CustomerId c);
// What they hold out for in answer to proposal number `round` (1 = the first).
Q16 Aspiration(const World& world, CustomerId c, int round);
// Terms of at least `aspiration`, as near to `offered` as changing whole issues allows; what weighs
// most for them is changed first.
DealTerms CounterTerms(const content::Deal& deal, const DealTerms& offered, Q16 aspiration);

}  // namespace huikuan::rules
