// What the firm thinks of us as a supplier (Truth::relation), moved by what we do: service on time
// and a kept word raise it, bluff and begging lower it (design.md §2, "weak brand pull"). It weighs
// on readiness, on the treasurer's list and on future orders. Only in cases with a
// company of ours or with orders.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

enum class Deed : std::uint8_t {
  kServiceOnTime,
  kServiceLate,
  kWordKept,    // goods sent when the money was in, as said
  kWordBroken,  // money in, and the goods still kept back
  kDelivered,   // an order served without more ado
  kHeldFairly,  // goods kept back while something was overdue
  kHeldWrongly,
  kOrderLost,
  kBluff,
  kBegging,
};
void Credit(World& world, CustomerId c, Deed deed);

}  // namespace huikuan::rules
