// The end of a case in keys and typed arguments: what happened, why, and the measured indicators.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/debrief.h"
#include "huikuan/event.h"
#include "world/state.h"

namespace huikuan::assess {

Debrief MakeDebrief(const Scenario& content, const world::State& state,
                    const std::vector<Event>& history);

// Measured figures of one customer's case (indicators.cpp).
std::vector<Indicator> MeasureIndicators(const Scenario& content, const world::State& state,
                                         const std::vector<Event>& history, CustomerId c);
// The day the trainee first knew what blocks an invoice; kNever if they never did.
Day FoundDay(const Scenario& content, const world::State& state, const std::vector<Event>& history,
             CustomerId c, InvoiceId i);

}  // namespace huikuan::assess
