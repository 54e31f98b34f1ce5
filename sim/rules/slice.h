// Slice: one customer of a state, to be rolled out alone. The review's speed rests on it.
#pragma once

#include <algorithm>

#include "world/state.h"

namespace huikuan::rules {

// Copies what lives in a slice of customer `c`. Precondition: in both states the other customers
// are empty, as Slice leaves them; they are by far the larger part.
inline void CopySlice(world::State& to, const world::State& from, CustomerId c) {
  to.known.seller = from.known.seller;
  to.known.conversation = from.known.conversation;
  std::copy_n(from.known.tasks, world::kMaxTasks, to.known.tasks);
  to.known.customers[c] = from.known.customers[c];
  to.known.further[c] = from.known.further[c];
  to.known.messages[c] = from.known.messages[c];
  std::copy_n(from.truth.task_due, world::kMaxTasks, to.truth.task_due);
  to.truth.customers[c] = from.truth.customers[c];
}

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
  slice.known.further[c] = state.known.further[c];
  slice.known.messages[c] = state.known.messages[c];
  slice.truth.customers[c] = state.truth.customers[c];
  slice.known.seller.active = static_cast<std::uint16_t>(1U << c);
  return slice;
}

}  // namespace huikuan::rules
