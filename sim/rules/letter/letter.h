// Letters: whether a level fits, and the answers that come back.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Whether a letter of this level fits the age of the claim. Known only.
bool LetterFits(const Scenario& content, const world::Known& known, CustomerId c, LetterLevel level);
// Morning: recipients of letters sent two or three business days ago may answer, and a good letter
// brings out what is in the way. Returns whether mail came.
bool LettersMorning(World& world, CustomerId c);

}  // namespace huikuan::rules
