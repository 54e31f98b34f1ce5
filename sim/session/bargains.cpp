// Made-up debts and debtors, for measuring what a deal table costs.
#include <memory>

#include "core/hash.h"
#include "huikuan/experiment.h"
#include "rules/bargaining/opponent.h"

namespace huikuan {

namespace {

namespace bargaining = rules::bargaining;

// Who likes what of the debt's issues is plain; `rising`: values in the order in which we list
// them.
bargaining::Preferences MadeUpParty(const bargaining::Weights& weights, bool rising,
                                    std::uint64_t seed) {
  bargaining::Preferences party;
  party.weight = weights;
  for (int i = 0; i < bargaining::kDebtIssues; ++i) {
    const int last = bargaining::kDebtDomain.sizes[i] - 1;
    for (int v = 0; v <= last; ++v) {
      const Q16 even = kOne / last * (rising ? v : last - v);
      // Uneven steps, so that outcomes differ as those of a case do.
      const auto uneven =
          static_cast<Q16>(Mix64(seed * 64 + static_cast<unsigned>(i * 8 + v)) >> 51);
      party.value[i][v] = UnitQ(even + (v == 0 || v == last ? 0 : uneven));
    }
    party.moot[i] = rising ? kOne : 0;
  }
  party.reservation = Hundredths(30);
  return party;
}

}  // namespace

BargainStats SolveBargains(int first, int tables) {
  BargainStats stats;
  const bargaining::Profiles profiles = bargaining::DebtProfiles();
  const auto table = std::make_unique<bargaining::Table>();  // too large for a small stack
  for (int n = first; n < first + tables; ++n) {
    const auto seed = static_cast<std::uint64_t>(n);
    const bargaining::Preferences ours =
        MadeUpParty(profiles[seed % bargaining::kProfiles], true, 2 * seed);
    const bargaining::Preferences theirs =
        MadeUpParty(profiles[seed * 7 % bargaining::kProfiles], false, 2 * seed + 1);
    Enumerate(bargaining::kDebtDomain, ours, theirs, table.get());
    FindPareto(table.get());
    const bargaining::Solutions solutions = Solve(*table, ours.reservation, theirs.reservation);
    stats.outcomes += table->count;
    stats.pareto += table->pareto;
    for (const int point : {solutions.nash, solutions.kalai, solutions.kalai_smorodinsky}) {
      stats.hash = HashWord(stats.hash, static_cast<std::uint64_t>(point + 1));
    }
  }
  return stats;
}

}  // namespace huikuan
