// Limitation (诉讼时效) of what is open: until when a suit is in time, what begins it anew, and
// what they say once it has run out. Dates are computed when something happens or is looked at,
// never day by day; without a law there is no limit.
#pragma once

#include "huikuan/command.h"
#include "rules/legal/legal.h"
#include "rules/world.h"

namespace huikuan::rules {

// The last day for a suit, from what we know; kNoDate: the law knows no limit, or there is none.
Date InTimeUntil(const Scenario& content, const world::Known& known, CustomerId c, InvoiceId i);
// Whether it has run out by today.
bool OutOfTime(const Scenario& content, const world::Known& known, CustomerId c, InvoiceId i);

// Such an event today begins it anew, if the law says so, and if it came in time or is one of those
// that make even an expired claim good again. A later suit uses the same door.
void Renew(World& world, CustomerId c, InvoiceId i, content::Interruption what);
// … for every open invoice that is due.
void RenewAll(World& world, CustomerId c, content::Interruption what);
// A written demand goes out: what it does hangs on whether arrival and content can be proved.
// `described`: the waybill says what it is. A disputed proof is none; we are told where it matters.
void SendDemand(World& world, CustomerId c, Delivery delivery, bool described);

// Asked for money that is out of time: whether they say so, now or earlier. From then on they pay
// nothing on it until it is good again. `p` can decide about money.
bool PleadsLimitation(World& world, CustomerId c, PersonId p);
inline bool Pleaded(const world::CustomerKnown& known, InvoiceId i) {
  return (known.invoices[i].marks & world::kPleadedOutOfTime) != 0;
}
// What is left of the expected recovery of an invoice out of time, Q16 (design values: some pay all
// the same; hardly anybody who has pleaded it).
inline constexpr Q16 kWorthOutOfTime = Hundredths(35);
inline constexpr Q16 kWorthPleaded = Hundredths(5);

}  // namespace huikuan::rules
