// A paper reaches somebody at the customer's.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Delivers `document` to `person`: meets the blocker's need if it is their desk, or if they pass it
// on to the desk that waits for it. Known: we gave it to them.
void HandOver(World& world, CustomerId c, PersonId person, DocumentId document);

}  // namespace huikuan::rules
