// Money arriving in our account, the one way in, and the ways in which it leaves again.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Books `amount` (> 0, at most what is open) on invoice `i` and tells the trainee; with an invoice
// paid in full the next oldest comes under discussion.
void Receive(World& world, CustomerId c, InvoiceId i, Cents amount);
// The invoice was settled, in part or in full, by money or by a bill we keep: what we know of where
// it stands, and which one is under discussion from now on.
void Settle(World& world, CustomerId c, InvoiceId i);
// The reverse: it waits for their cash plan again.
void Reopen(World& world, CustomerId c, InvoiceId i);
// Gives back `amount` (> 0, at most what was received on it): the invoice is open again.
void GiveBack(World& world, CustomerId c, InvoiceId i, Cents amount, MoneyBack why);

}  // namespace huikuan::rules
