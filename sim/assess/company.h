// What the debrief says of our own house and of orders.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/debrief.h"
#include "world/state.h"

namespace huikuan::assess {

// Indicators: the low point of our cash (of customer 0, as it belongs to all), exposure over the
// limit, orders decided with the old money in view. Empty where the case has none of it.
void MeasureCompany(const Scenario& content, const world::State& state, CustomerId c,
                    std::vector<Indicator>& out);
// Sentences of the story: short payrolls, what the crisis cost; orders of this customer.
void TellCompany(const Scenario& content, const world::State& state, CustomerId c,
                 std::vector<DebriefLine>& story);

}  // namespace huikuan::assess
