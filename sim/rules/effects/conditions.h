// The conditions of the effects language.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Conditions about Known (`requires` of an act): all of [begin, end) hold.
bool RequirementsHold(const Scenario& content, const world::Known& known, std::uint16_t begin,
                      std::uint16_t end);
// The same said of somebody we write to: `talk` names customer and person.
bool RequirementsHold(const Scenario& content, const world::Known& known,
                      const world::ConversationKnown& talk, std::uint16_t begin,
                      std::uint16_t end);
// The same with conditions about Truth as well (`when` of an effect).
bool ConditionsHold(World& world, std::uint16_t begin, std::uint16_t end);

}  // namespace huikuan::rules
