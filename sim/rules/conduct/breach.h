// Conduct limits (domain.md §8): breaches are possible, counted, cost trust and cap the score.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// `witness`: who heard it; kNone for a letter to several.
// What it does to somebody who hears or reads it.
void Offend(World& world, CustomerId c, PersonId person);
void Breach(World& world, CustomerId c, PersonId witness, ConductBreach breach);

}  // namespace huikuan::rules
