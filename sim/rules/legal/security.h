// Security for what they owe, and our claim once they are insolvent. Security is agreed in a talk
// or in a deal's contract; it holds against other creditors only with the formality the law asks
// for, which is a task of ours. Given for an old debt shortly before a filing it can be undone.
#pragma once

#include "huikuan/legal.h"
#include "rules/world.h"

namespace huikuan::rules {

inline SecurityState SecurityOf(const world::CustomerKnown& known) {
  return static_cast<SecurityState>(known.security);
}
// Whether there is anything they could give, and they have not yet.
bool SecurityPossible(const Scenario& content, const world::CustomerKnown& known, CustomerId c);
// `p` agrees to it; the signature under a deal's contract does too.
void AgreeSecurity(World& world, CustomerId c, PersonId p);
// The formality is done.
void SecureFormally(World& world, CustomerId c);
// They have filed: what a company gave for an old debt too shortly before is undone.
void ContestSecurity(World& world, CustomerId c);
// Share of an open invoice that security covers, Q16. Without a law a deal's clause covers all.
Q16 SecuredShare(const Scenario& content, const world::CustomerKnown& known, CustomerId c,
                 InvoiceId i);

// The last day for filing our claim; kNoDate: they are in business, or nothing need be filed.
Date FileClaimBy(const Scenario& content, const world::CustomerKnown& known, CustomerId c);
// Whether it can still be filed.
bool ClaimOpen(const Scenario& content, const world::Known& known, CustomerId c);
void FileClaim(World& world, CustomerId c);
// Morning: the time for filing is over. Returns whether it ran out today.
bool ClaimMorning(World& world, CustomerId c);
// Whether there is still a share for us: filed, or not yet too late. After the end of the case
// nobody files any more.
bool QuotaCounts(const Scenario& content, const world::Known& known, CustomerId c);

}  // namespace huikuan::rules
