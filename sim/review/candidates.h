// What else could have been done: the commands a decision is compared with.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "world/state.h"

namespace huikuan::review {

// A few more than models.md §8 asks for: most are out after a first look.
inline constexpr std::size_t kMaxCandidates = 24;

bool Same(const Scenario& content, const Command& a, const Command& b);

// The book's choice first, then the chosen one, leaving the customer alone for today, and others
// that span what one may do: at the desk by search::Proposals and all of the chosen one's kind; in
// a conversation every lawful sentence. None twice. `known`: a slice of the customer.
// Precondition: `chosen` is lawful in it.
std::vector<Command> Candidates(const Scenario& content, const world::Known& known,
                                CustomerId customer, const Command& chosen);

// The best, the chosen and at most two others, in an order that tells nothing.
std::vector<Command> Choices(const Scenario& content, const world::Known& known,
                             CustomerId customer, const Command& chosen, const Command& best,
                             Seed salt);

}  // namespace huikuan::review
