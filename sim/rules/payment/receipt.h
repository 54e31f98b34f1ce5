// Money arriving in our account.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Books `amount` (> 0, at most what is outstanding) on the claim and tells the trainee; ends the
// case when the claim is paid in full.
void Receive(World& world, CustomerId c, Cents amount);

}  // namespace huikuan::rules
