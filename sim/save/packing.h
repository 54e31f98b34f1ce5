// Commands to bits and back. Widths come from the scenario, so packed commands mean something only
// under an equal rules_hash, which the save carries.
#pragma once

#include "content/scenario.h"
#include "core/result.h"
#include "huikuan/command.h"
#include "save/bits.h"

namespace huikuan::save {

void PackCommand(const Scenario& content, const Command& command, BitWriter& out);
// Any bits give some command or fail; whether it is lawful is checked on replay.
bool UnpackCommand(const Scenario& content, BitReader& in, Command* command);

}  // namespace huikuan::save
