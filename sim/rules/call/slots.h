// The amount, date, paper and person of an utterance.
#pragma once

#include "core/fixed_vector.h"
#include "huikuan/command.h"
#include "rules/payment/ledger.h"
#include "rules/refusal.h"
#include "rules/world.h"

namespace huikuan::rules {

inline constexpr std::size_t kMaxAmounts = 6;
inline constexpr std::size_t kMaxDates = 6;

// Acts that fit the channel and whoever is on the line, their requirements and slots apart.
// Precondition: a conversation is going on.
content::ActSet SpeakableActs(const Scenario& content, const world::Known& known);
// Whether the slots the act takes are filled with something sensible, and no others.
Refusal CheckSlots(const Scenario& content, const world::Known& known, const content::Act& act,
                   const Say& say);
// The act with sensible default slots; false when it has none to offer (no paper to hand over).
bool DefaultSlots(const Scenario& content, const world::Known& known, ActId act, Say* say);
// The same, and whether CheckSlots agrees; both add up the ledger, here once for both.
bool LawfulSlots(const Scenario& content, const world::Known& known, ActId act, Say* say);
// Amounts one might name: all of it, parts of it.
FixedVector<Cents, kMaxAmounts> SensibleAmounts(const Scenario& content, const world::Known& known,
                                                CustomerId c);
// Dates one might name: payment runs when known, else the next Fridays.
FixedVector<Date, kMaxDates> SensibleDates(const Scenario& content, const world::Known& known,
                                           CustomerId c);
// The first of them.
Date SensibleDate(const Scenario& content, const world::Known& known, CustomerId c);
// The wording in which the act is offered this turn; Known only, so that offer and record agree.
std::uint8_t OfferVariant(const world::Known& known, ActId act);

}  // namespace huikuan::rules
