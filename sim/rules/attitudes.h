// People's attitudes: trust, reactance, urgency, perceived cost of not paying, mood. models.md §2.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

inline constexpr Q16 kTrustCap = Hundredths(60);  // after a caught deception
inline Q16 TrustCeiling(const world::PersonTruth& person) {
  return (person.marks & world::kTrustCapped) != 0 ? kTrustCap : kOne;
}

// Changes one attitude of one person, within its range. Trust is asymmetric: gains shrink as trust
// grows, and after a caught deception it never passes 0.6 again. In the header, because most of the
// many calls name the variable.
inline void Adjust(World& world, CustomerId c, PersonId p, content::Variable variable, Q16 by) {
  world::CustomerTruth& truth = world.truth(c);
  world::PersonTruth& person = truth.people[p];
  switch (variable) {
    case content::Variable::kTrust: {
      const Q16 step = by > 0 ? MulQ(by, kOne - person.trust) : by;
      person.trust = ClampQ(person.trust + step, 0, TrustCeiling(person));
      break;
    }
    case content::Variable::kReactance:
      person.reactance = UnitQ(person.reactance + by);
      break;
    case content::Variable::kUrgency:
      person.urgency = ClampQ(person.urgency + by, 0, kOne);
      break;
    case content::Variable::kPressureCost:
      person.pressure_cost = UnitQ(person.pressure_cost + by);
      break;
    case content::Variable::kMood:
      person.mood = ClampQ(person.mood + by, -kOne, kOne);
      break;
    case content::Variable::kRelation:
      truth.relation = ClampQ(truth.relation + by, -kOne, kOne);
      break;
    case content::Variable::kSponsor:
      truth.sponsor = UnitQ(truth.sponsor + by);
      break;
    case content::Variable::kCount:
      break;
  }
}

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
