// People's attitudes: trust, reactance, urgency, perceived cost of not paying, mood. models.md §2.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Changes one attitude of one person, within its range. Trust is asymmetric: gains shrink as trust
// grows, and after a caught deception it never passes 0.6 again.
void Adjust(World& world, CustomerId c, PersonId p, content::Variable variable, Q16 by);

// How a person takes one utterance or letter, by the customer's type and the features of what was
// said; `scale` weakens repetition. Returns the change of reactance.
Q16 React(World& world, CustomerId c, PersonId p, const content::Features& features, Q16 scale);

// The same from what the type makes of it (content::ResponseTo, or the table of the case).
Q16 React(World& world, CustomerId c, PersonId p, const content::Response& response, Q16 scale);

// What shows of a person's attitude: the observable cue, a coarse function of the hidden state.
Mood VisibleMood(const world::PersonTruth& person);

// Overnight: attitudes fade and spread along influence.
void AttitudesOvernight(World& world, CustomerId c);

// Logit of the person's readiness to do what we ask, before the act's own features.
Q16 Readiness(World& world, CustomerId c, PersonId p);

}  // namespace huikuan::rules
