// Types of customers as company profile × personal style (domain.md §2).
#include "rules/world.h"

namespace huikuan::rules {

namespace {

// Design values: what the treasurer has left above the floor, in weeks, and resistance, at which a
// customer that shifts under stress shows its other side.
constexpr Q16 kStrainedWeeks = Hundredths(10);
constexpr Q16 kStrainedReactance = Hundredths(45);

bool Strained(const world::CustomerTruth& truth) {
  return truth.cash <= truth.floor + kStrainedWeeks;
}

}  // namespace

const content::Type& World::type(CustomerId c) const {
  const world::CustomerTruth& truth = state.truth.customers[c];
  const bool shifted = truth.shifts != 0 && Strained(truth);
  return content.types[shifted ? truth.second : truth.type];
}

const content::Type& World::style(CustomerId c, PersonId p) const {
  const world::CustomerTruth& truth = state.truth.customers[c];
  if (truth.shifts != 0) {
    const bool shifted = Strained(truth) || truth.people[p].reactance >= kStrainedReactance;
    return content.types[shifted ? truth.second : truth.type];
  }
  return content.types[((truth.second_style >> p) & 1) != 0 ? truth.second : truth.type];
}

}  // namespace huikuan::rules
