// Remarks on a run that is watched: a policy's reason as a line, and what an answer tells.
#pragma once

#include <span>
#include <vector>

#include "bots/bots.h"
#include "content/scenario.h"
#include "huikuan/event.h"
#include "huikuan/feedback.h"
#include "world/state.h"

namespace huikuan::assess {

// Before `command` was carried out; the key is empty where the policy noted nothing.
Comment CommentFor(const Scenario& content, const world::Known& known, const bots::Reason& reason,
                   const Command& command);
// Of `events`, the first of which is number `first` in the history.
std::vector<Comment> Tells(const Scenario& content, std::span<const Event> events,
                           std::size_t first);

}  // namespace huikuan::assess
