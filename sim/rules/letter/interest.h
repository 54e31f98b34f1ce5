// Late interest named in a letter. Rightly claimed it shows what further delay costs; more than the
// law gives is a mistake they seize on.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Whether one of the clauses names a sum of interest.
bool ClaimsInterest(const Scenario& content, std::uint64_t clauses);
// A letter to `recipients` claims it. `too_much`: more than lawful to date; so is any where none
// is. `weight`: of the letter, by quality and delivery, Q16.
void InterestClaimed(World& world, CustomerId c, std::uint16_t recipients, bool too_much,
                     Q16 weight);

}  // namespace huikuan::rules
