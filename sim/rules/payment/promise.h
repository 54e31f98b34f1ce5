// Promises to pay: quality 0–6 (amount, date, method, authoriser, written, checkpoint), hidden
// commitment, kept or broken. models.md §2.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Can move money, or have it moved: approval on, or the last word.
inline bool CanPromise(const content::Person& person) {
  return (person.duties >> static_cast<int>(Gate::kApproval)) != 0 ||
         person.authority >= Hundredths(80);
}

// A new promise by `person`; amount 0 or date kNoDate when none was named. A vague one changes
// nothing when that person has a dated one open; a dated one replaces their open one, which counts
// as broken when it is thereby put off. Returns the id of the promise that now stands.
PromiseId MakePromise(World& world, CustomerId c, PersonId person, Cents amount, Date date,
                      bool coerced);
// A promise of part with more to follow: `percent` (1…100) of what is open, in one payment run; in
// every run once the promise is in writing.
void AgreeInstalments(World& world, CustomerId c, PromiseId promise, int percent);
// It is put in writing; its way of payment is repeated and agreed (each once).
void WritePromise(World& world, CustomerId c, PromiseId promise);
void AgreeMethod(World& world, CustomerId c, PromiseId promise);
// A next check is agreed for it (once), and enters the diary for `date` (kNoDate: no entry).
void AddCheckpoint(World& world, CustomerId c, PromiseId promise, Date date);
// The open promise of that person; kNone if there is none.
PromiseId OpenPromiseOf(const world::CustomerKnown& known, PersonId person);
// What promises weigh with the treasurer on the list for `run`, 0..1: of those due by then, by
// commitment, authority and the share of `amount` (what is to be listed, above 0) they cover.
Q16 PromiseHold(const World& world, CustomerId c, Date run, Cents amount);
// Morning: promises whose day has passed are kept, part-kept or broken. Returns whether any.
bool PromisesMorning(World& world, CustomerId c);
// Broken lately enough that coming back on it counts as the same-day follow-up of domain.md §2: on
// the morning we know of it, or the business day after.
bool FollowUpDue(const world::PromiseKnown& promise, Day today);
// Speaking to somebody whose broken promise is due for follow-up shames them into moving.
void FollowUpBrokenPromise(World& world, CustomerId c, PersonId person);

}  // namespace huikuan::rules
