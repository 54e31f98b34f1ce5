// The customer's payment process, gates 0–7 (domain.md §1, models.md §3).
// A gate blocked by a missing paper moves only by the paper; one blocked by unwillingness moves
// with readiness. The cash plan closes at the cut-off of a run; money moves on run days only.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// An amount in the unit of cash: weeks of their normal payables. Q16.
Q16 Weeks(const content::Customer& customer, Cents amount);
// One night of the process: every invoice on its way may pass the desk it lies on.
void ProcessOvernight(World& world, CustomerId c);
// One night of the customer's cash.
void CashOvernight(World& world, CustomerId c);
// The morning of a cut-off or a run day.
void CutOffMorning(World& world, CustomerId c);
void RunMorning(World& world, CustomerId c);

// Every need that `kind` and `ref` meet is met (a paper arrived, a repair was done, somebody
// agreed); with a blocker's last one it is out of the way. Returns whether there was such a need.
bool MeetNeed(World& world, CustomerId c, content::NeedKind kind, std::uint8_t ref);
// Whether what was drawn against the invoice stands in the way right now.
bool Blocked(const World& world, CustomerId c, InvoiceId i);
inline bool Blocked(const World& world, CustomerId c) { return Blocked(world, c, world.focus(c)); }

// Blocked by what no good will replaces: a paper, a repair.
bool BlockedByMoreThanWill(const World& world, CustomerId c);

// How the treasurer ranks us for the payment run on `run` (models.md §2), Q16, when `amount` is to
// be listed; kNoDate: no promise counts.
Q16 Priority(World& world, CustomerId c, Date run = kNoDate, Cents amount = 0);

}  // namespace huikuan::rules
