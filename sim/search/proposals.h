// What is worth looking at besides the book's choice: a few lawful commands at the desk that span
// ask, help, request, press and escalate (models.md §8). Known only.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/command.h"
#include "world/state.h"

namespace huikuan::search {

inline constexpr std::size_t kMaxProposals = 8;  // besides the book's choice and waiting

// The book's choice first, then waiting (if this is the only customer), then at most kMaxProposals
// others about this customer; none twice. Precondition: nobody is on the line, the run goes on.
std::vector<Command> Proposals(const Scenario& content, const world::Known& known,
                               CustomerId customer, const Command& book);

// The same move of the desk: paper, person, task, letter level or wait. False for other kinds.
bool SameCommand(const Command& a, const Command& b);

}  // namespace huikuan::search
