// Letters: whether a level fits, and the answers that come back.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Business days after which a letter is answered, if at all.
inline constexpr Day kLetterAnswerDays = 3;

// Of our time, to put one paper in with a letter (design value).
inline constexpr int kEncloseMinutes = 5;

// Whether a letter of this level fits the age of the claim. Known only.
bool LetterFits(const Scenario& content, const world::Known& known, CustomerId c,
                LetterLevel level);
// Morning: recipients of letters sent kLetterAnswerDays ago may answer, and a good letter
// brings out what is in the way. Returns whether mail came.
bool LettersMorning(World& world, CustomerId c);

}  // namespace huikuan::rules
