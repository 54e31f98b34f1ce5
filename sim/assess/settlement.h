// What the debrief says about the deal table: yuan left lying, interests found and used, and what
// became of the agreement. Nothing where none was made.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/debrief.h"
#include "world/state.h"

namespace huikuan::assess {

void TellSettlement(const Scenario& content, const world::State& state, CustomerId c,
                    CustomerDebrief& out);
// "table" (how near the terms come to the best for us that were no worse for them) and "interests"
// (of what lay behind their position, found before the agreement and granted in it).
void AddSettlementIndicators(const Scenario& content, const world::State& state, CustomerId c,
                             std::vector<Indicator>* out);

}  // namespace huikuan::assess
