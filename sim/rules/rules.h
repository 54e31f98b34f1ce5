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
// Of several customers as many as the list holds.
void LegalOptions(const Scenario& content, const world::Known& known, Options& out);
// The same commands without a bound: how many there are, and one of them. Precondition of OptionAt:
// at < CountOptions().
std::size_t CountOptions(const Scenario& content, const world::Known& known);
Command OptionAt(const Scenario& content, const world::Known& known, std::size_t at);

}  // namespace huikuan::rules
