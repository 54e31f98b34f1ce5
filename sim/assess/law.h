// What the law did to a customer's claims, for the debrief.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/debrief.h"
#include "huikuan/event.h"
#include "world/state.h"

namespace huikuan::assess {

// Lines "law_…": what is out of time, what was held back unlawfully, security, the claim in an
// insolvency, rules and interest claimed wrongly.
void TellLaw(const Scenario& content, const world::State& state, const std::vector<Event>& history,
             CustomerId c, std::vector<DebriefLine>& story);

// The dated moment this event was for the law, if any.
void TellLawMoment(const Event& e, std::vector<DebriefLine>& timeline);

}  // namespace huikuan::assess
