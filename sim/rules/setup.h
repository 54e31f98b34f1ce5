// The opening: what the seed hides.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Fills `state` for a new run (places of customers the case has not are left as they are): everybody's attitudes, the type, the cash and what really blocks the
// money are drawn; Known is the same whatever was drawn.
void SetUp(const Scenario& content, world::State& state, Chance& chance,
           std::vector<Event>* events);

}  // namespace huikuan::rules
