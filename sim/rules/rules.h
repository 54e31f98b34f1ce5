// The registry: every command's Check, Minutes and Apply behind one call, and the list of what is
// lawful. Callers above sim/rules include this, not the single commands.
#pragma once

#include "core/fixed_vector.h"
#include "huikuan/command.h"
#include "rules/refusal.h"
#include "rules/world.h"

namespace huikuan::rules {

Refusal CheckCommand(const Scenario& content, const world::Known& known, const Command& command);
int MinutesOf(const Scenario& content, const world::Known& known, const Command& command);
// Precondition: CheckCommand says kNone.
void ApplyCommand(World& world, const Command& command);

inline constexpr std::size_t kMaxOptions = 320;
using Options = FixedVector<Command, kMaxOptions>;
// Lawful commands with sensible arguments; letters by level with all required clauses. Known only.
void LegalOptions(const Scenario& content, const world::Known& known, Options& out);

}  // namespace huikuan::rules
