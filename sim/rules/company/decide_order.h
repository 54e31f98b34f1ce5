// Steps that the decision and the mornings after it share.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

void SetOrder(World& world, CustomerId c, OrderId o, OrderState state);
// The goods leave the house, and their cost our cash.
void SendGoods(World& world, CustomerId c, OrderId o);
Event OrderEvent(const World& world, EventKind kind, CustomerId c, OrderId o);

}  // namespace huikuan::rules
