// The end of a customer: filed for insolvency, in the hands of an administrator.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Chance that money which came in on `paid`, for a debt due on `due`, is contested and lost after a
// filing on `filed`, Q16. What the case's law reaches: 25 %, 10 % where it depends (design values:
// the other conditions, that they were insolvent and benefited us alone, are facts). Without a law
// as in art. 32 of China's Bankruptcy Law: six months back.
Q16 ClawbackChance(const Scenario& content, Date paid, Date due, Date filed);

inline bool Insolvent(const world::CustomerKnown& known) { return known.insolvent != kNever; }
// Morning: whoever has nothing to pay from may file; later, the time for filing claims may end.
// Then the process stands still, bills not yet decided on are void, and lately received money may
// have to be given back. Returns whether so.
bool InsolvencyMorning(World& world, CustomerId c);

}  // namespace huikuan::rules
