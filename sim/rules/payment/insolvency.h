// The end of a customer: filed for insolvency, in the hands of an administrator.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// What the law of the place says about money paid shortly before. One place for it: law packs
// will fill this in.
struct ClawbackRule {
  Date window_days = 183;       // Bankruptcy Law of China, art. 32: six months
  Q16 chance = Hundredths(25);  // that it is contested and lost (design value)
};
ClawbackRule ClawbackOf(const Scenario& content);

inline bool Insolvent(const world::CustomerKnown& known) { return known.insolvent != kNever; }
// Morning: whoever has nothing to pay from may file. Then the process stands still, bills not yet
// decided on are void, and lately received money may have to be given back. Returns whether so.
bool InsolvencyMorning(World& world, CustomerId c);

}  // namespace huikuan::rules
