// Why a decision lost, proved. A cause is either something about the command that could have been
// otherwise (whom, when, which amount), or a part of the world it left worse than the best command
// would have (trust, evidence, a promise). The run is played again in the same worlds with that
// alone changed; what the loss then is, is printed beside the cause.
#pragma once

#include <vector>

#include "review/judge.h"

namespace huikuan::review {

// At most three, the weightiest first; none when no re-run took a quarter of the loss away.
// Precondition: judged has a loss and another command as best.
std::vector<ReviewedCause> Causes(const Position& position, const Judgement& judged);

}  // namespace huikuan::review
