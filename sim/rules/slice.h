// Slice: one customer of a state, to be rolled out alone. The review's speed rests on it.
#pragma once

#include "world/state.h"

namespace huikuan::rules {

// The seller, the conversation and customer `c`; the others are empty and stand still: in a slice
// our own cash sees no receipts and no forecast of theirs, the same in every branch compared.
inline world::State Slice(const world::State& state, CustomerId c) {
  world::State slice;
  slice.known.seller = state.known.seller;
  const world::ConversationKnown& talk = state.known.conversation;
  if (talk.active != 0 && talk.customer == c) slice.known.conversation = talk;
  for (int i = 0; i < world::kMaxTasks; ++i) {
    if (state.known.tasks[i].customer != c) continue;
    slice.known.tasks[i] = state.known.tasks[i];
    slice.truth.task_due[i] = state.truth.task_due[i];
  }
  slice.known.customers[c] = state.known.customers[c];
  slice.truth.customers[c] = state.truth.customers[c];
  slice.known.seller.active = static_cast<std::uint16_t>(1U << c);
  return slice;
}

}  // namespace huikuan::rules
