// Parts of a customer's state, to be taken from one world and put into another: mediators of what
// a command does.
#pragma once

#include <cstdint>

#include "world/state.h"

namespace huikuan::review {

enum class Part : std::uint8_t {
  kConduct,     // breaches, and trust capped by deception
  kConcession,  // what was given away
  kPromise,     // promises, their commitment, agreements on how it is paid
  kEvidence,    // papers shown, what they accept as due
  kProgress,    // where the invoices stand, problems cured, tasks under way
  kKnowledge,   // facts, people and gates we know
  kTrust,
  kFace,      // resistance and mood
  kPressure,  // urgency, the cost of not paying, a senior's support
  kCosts,     // money and minutes spent
};

// Precondition: both are slices of `customer` on the same day.
void Graft(const world::State& from, world::State& to, CustomerId customer, Part part);

}  // namespace huikuan::review
