// Money arriving in our account.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Books `amount` (> 0, at most what is open) on invoice `i` and tells the trainee; with an invoice
// paid in full the next oldest comes under discussion.
void Receive(World& world, CustomerId c, InvoiceId i, Cents amount);

}  // namespace huikuan::rules
