#pragma once

#include "content/scenario.h"
#include "world/state.h"

namespace huikuan::session {

// Hash over all of State that the scenario uses (the bytes of further customers are all zero), with
// the rules it was reached under.
StateHash HashState(const Scenario& content, const world::State& state);

}  // namespace huikuan::session
