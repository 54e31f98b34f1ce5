// Getting hold of somebody.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Whether they are at their desk and pick up now.
bool Reached(World& world, CustomerId c, PersonId person);
void MarkTried(World& world, CustomerId c, PersonId person);
void NotReached(World& world, CustomerId c, PersonId person);
// The person is on the line, or before us on a visit: the conversation is with them from now on.
void Connect(World& world, CustomerId c, PersonId person);
// Ends the conversation; `they` = they ended it.
void Disconnect(World& world, bool they);

}  // namespace huikuan::rules
