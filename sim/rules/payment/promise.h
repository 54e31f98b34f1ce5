// Promises to pay: quality 0–6 (amount, date, method, authoriser, written, checkpoint), hidden
// commitment, kept or broken. models.md §2.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// A new promise by `person`; amount 0 or date kNoDate when none was named. When all slots are in
// use the oldest that is not open gives way. Returns its id.
PromiseId MakePromise(World& world, CustomerId c, PersonId person, Cents amount, Date date,
                      bool coerced);
// It is put in writing (once).
void WritePromise(World& world, CustomerId c, PromiseId promise);
// A next check is agreed for it (once).
void AddCheckpoint(World& world, CustomerId c, PromiseId promise);
// The best live promise's hold on the payer, 0..1.
Q16 LivePromise(const World& world, CustomerId c);
// Morning: promises whose day has passed are kept, part-kept or broken. Returns whether any.
bool PromisesMorning(World& world, CustomerId c);
// Speaking to somebody who broke a promise the working day before at the latest shames them into
// moving (domain.md §2: same-day follow-up).
void FollowUpBrokenPromise(World& world, CustomerId c, PersonId person);

}  // namespace huikuan::rules
