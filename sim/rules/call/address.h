// How one calls the person spoken to, and what that does: too near to somebody of rank one hardly
// knows costs face, arm's length with an old acquaintance cools (domain.md §4; design values).
#pragma once

#include "rules/effects/effects.h"

namespace huikuan::rules {

// By title, until one knows somebody well who is no boss and not annoyed with us. Known only.
Address FittingAddress(const Scenario& content, const world::Known& known, CustomerId c,
                       PersonId person);
// How `say` addresses the listener: as asked for, or as fits.
Address AddressOf(const Scenario& content, const world::Known& known, const Say& say);
// What it does to them; once in a conversation, unless it becomes worse.
void AddressThem(Exchange& exchange, Address address);

// How much face weighs with somebody of that type and rank, about 1. Q16.
Q16 FaceWeight(const World& world, CustomerId c, PersonId person);
// Tells how it shows; `heard_by`: kNone = nobody else.
void TellFace(World& world, CustomerId c, PersonId person, FaceMatter matter,
              PersonId heard_by = kNone);

}  // namespace huikuan::rules
