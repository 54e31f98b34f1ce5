// The front desk between us and somebody we have not spoken to.
#pragma once

#include "rules/effects/effects.h"

namespace huikuan::rules {

// Whether a call to `person` meets the front desk first. Known only.
bool MeetsGatekeeper(const Scenario& content, const world::Known& known, CustomerId c,
                     PersonId person);
// Who answers the main number; kNone if nobody does.
PersonId GatekeeperOf(const content::Customer& customer);
// The front desk is asked to put us through.
void AskGatekeeper(Exchange& exchange);

}  // namespace huikuan::rules
