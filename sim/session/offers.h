// The sentences on offer in a conversation: at most eight, in varying order, what a good collector
// would weigh among them and at least one tempting mistake. Known only.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/observation.h"
#include "world/state.h"

namespace huikuan::session {

inline constexpr std::size_t kMaxOffers = 8;

void FillOffers(const Scenario& content, const world::Known& known, Seed seed,
                ConversationView& view);

}  // namespace huikuan::session
