#include "session/hash_state.h"

#include <cstddef>

#include "core/hash.h"

namespace huikuan::session {

StateHash HashState(const Scenario& content, const world::State& state) {
  const std::size_t n = content.customers.size();
  const std::size_t known = offsetof(world::Known, customers) + n * sizeof(world::CustomerKnown);
  std::uint64_t h = HashWord(0, content.rules_hash);
  h = HashBytes(h, &state.known, known);
  const bool messages = !content.messages.empty() || !content.incoming.empty();
  if (messages) h = HashBytes(h, &state.known.messages, n * sizeof(world::MessagesKnown));
  if (content.HasFurtherLetters() || messages) {
    h = HashBytes(h, &state.known.further, n * sizeof(world::FurtherLetters));
  }
  return HashBytes(h, &state.truth,
                   offsetof(world::Truth, customers) + n * sizeof(world::CustomerTruth));
}

}  // namespace huikuan::session
