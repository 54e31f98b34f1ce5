// What our time is worth: the price by which customers share it.
#pragma once

#include "content/scenario.h"
#include "huikuan/command.h"
#include "world/state.h"

namespace huikuan::search {

// Cents taken off what a command promises for one customer, for the minutes it keeps from the
// others (models.md §8, decomposition by customer); 0 when there is no other.
double PriceOfTime(const Scenario& content, const world::Known& known, CustomerId customer,
                   const Command& command);

}  // namespace huikuan::search
