// What a prudent seller sees to at once: security is worth nothing before its formality is done,
// and a claim not filed is lost.
#include "bots/tools.h"

namespace huikuan::bots {

std::optional<Command> SeeToTheLaw(const BotView& v, CustomerId c) {
  const world::CustomerKnown& known = v.known.customers[c];
  const bool agreed = known.security == static_cast<std::uint8_t>(SecurityState::kAgreed);
  const bool to_file = known.insolvent != kNever && known.claim == 0;
  if (!agreed && !to_file) return std::nullopt;
  content::TaskSet tasks = v.content.index.securing | v.content.index.filing;
  for (; tasks != 0; tasks &= tasks - 1) {
    const Command order = OrderTask{c, static_cast<TaskId>(content::First(tasks))};
    if (Lawful(v, order)) return order;
  }
  return std::nullopt;
}

}  // namespace huikuan::bots
