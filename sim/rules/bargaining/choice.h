// The same offer as CounterOffer makes (concession.h), without tables: for rollouts, where listing
// every outcome first would cost more than everything else they do in a week.
#pragma once

#include <optional>

#include "rules/bargaining/concession.h"

namespace huikuan::rules::bargaining {

// Which values of each issue are on the table: bit per value. Every issue needs one.
using Allowed = std::array<std::uint8_t, kMaxIssues>;

// Chooses among the canonical outcomes of kDebtDomain whose values are all allowed (of moot issues:
// value 0 is). Exactly what CounterOffer gives for their list. None for avoiding, and where every
// outcome is below the reservation of `own`.
std::optional<Outcome> ChooseOffer(const Allowed& allowed, const Preferences& own,
                                   const Preferences& believed, Q16 target, Style style);

}  // namespace huikuan::rules::bargaining
