// Two of them hear what is said: a second person brought into a call, or met together on a visit.
// Before both nobody can be referred to the other, and face is at stake (domain.md §2, design.md
// §5). Design values throughout.
#pragma once

#include "rules/effects/effects.h"

namespace huikuan::rules {

// The second one, who listens; kNone: nobody does. Known only.
PersonId Second(const world::Known& known);
// Whether `above` stands above `below`: their superior, or plainly of higher rank.
bool Outranks(const content::Customer& customer, PersonId above, PersonId below);

// Tries to get `named` onto the line: depends on whether they can be reached, and on their trust,
// rank and temper. Answers the exchange.
void BringIn(Exchange& exchange, PersonId named);
// `person` joins as the second one: a contact like any other.
void Attend(World& world, CustomerId c, PersonId person);
// The second one and the one spoken to change places.
void SwapSecond(World& world);

// What an utterance does to the face of the one spoken to: pressed hard before a superior they lose
// it, and a way out gives it back, before others or not.
void BeforeAudience(Exchange& exchange);
// Added to the logit of a request: whose face is lost gives nothing; whoever was named the owner
// before a colleague can hardly get out of it.
Q16 AudienceWeighs(const world::ConversationKnown& talk);
// Instead of a referral, when both are there: it is said whose matter it is, and the talk goes on
// with that one. False when nobody else listens or it is neither's.
bool NameOwner(Exchange& exchange);

}  // namespace huikuan::rules
