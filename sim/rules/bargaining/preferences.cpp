#include "rules/bargaining/preferences.h"

#include <algorithm>

namespace huikuan::rules::bargaining {

namespace {

bool InUnit(Q16 v) { return v >= 0 && v <= kOne; }

}  // namespace

bool Valid(const Domain& domain, const Preferences& preferences) {
  std::int64_t sum = 0;
  for (int i = 0; i < kMaxIssues; ++i) {
    if (!InUnit(preferences.weight[i]) || !InUnit(preferences.moot[i])) return false;
    if (i >= domain.issues && preferences.weight[i] != 0) return false;
    sum += preferences.weight[i];
    for (const Q16 v : preferences.value[i]) {
      if (!InUnit(v)) return false;
    }
  }
  return sum == kOne && InUnit(preferences.reservation);
}

Weights Normalised(const std::array<std::int64_t, kMaxIssues>& raw, int issues) {
  Weights weights{};
  std::array<std::int64_t, kMaxIssues> rests{};
  std::int64_t sum = 0;
  for (int i = 0; i < issues; ++i) sum += raw[i];
  Q16 left = kOne;
  for (int i = 0; i < issues; ++i) {
    weights[i] = static_cast<Q16>(raw[i] * kOne / sum);
    rests[i] = raw[i] * kOne % sum;
    left -= weights[i];
  }
  for (; left > 0; --left) {  // fewer than there are issues
    const auto largest = std::max_element(rests.begin(), rests.begin() + issues) - rests.begin();
    ++weights[largest];
    rests[largest] = -1;
  }
  return weights;
}

Q16 Utility(const Domain& domain, const Preferences& preferences, const Outcome& outcome) {
  std::int64_t sum = 0;
  for (int i = 0; i < domain.issues; ++i) {
    const Q16 worth =
        IsMoot(domain, outcome, i) ? preferences.moot[i] : preferences.value[i][outcome.value[i]];
    sum += static_cast<std::int64_t>(preferences.weight[i]) * worth;
  }
  return Rounded(sum);
}

Preferences WithInterest(const Domain& domain, const Preferences& preferences,
                         const Interest& interest) {
  Preferences changed = preferences;
  const int i = interest.issue;
  // Contributions in Q32, so that nothing is lost before weights and values are made of them.
  std::array<std::int64_t, kMaxValues> worth{};
  for (int v = 0; v < domain.sizes[i]; ++v) {
    worth[v] = static_cast<std::int64_t>(preferences.weight[i]) * preferences.value[i][v];
  }
  worth[interest.value] += static_cast<std::int64_t>(interest.extra) * kOne;
  const std::int64_t moot = static_cast<std::int64_t>(preferences.weight[i]) * preferences.moot[i];
  const std::int64_t best =
      std::max(static_cast<std::int64_t>(preferences.weight[i]) * kOne,
               *std::max_element(worth.begin(), worth.begin() + domain.sizes[i]));
  if (best == 0) return changed;  // the issue counts for nothing, as before
  std::array<std::int64_t, kMaxIssues> raw{};
  for (int j = 0; j < domain.issues; ++j) {
    raw[j] = static_cast<std::int64_t>(preferences.weight[j]) * kOne;
  }
  raw[i] = best;
  changed.weight = Normalised(raw, domain.issues);
  for (int v = 0; v < domain.sizes[i]; ++v) {
    changed.value[i][v] = static_cast<Q16>(DivRound(worth[v] * kOne, best));
  }
  changed.moot[i] = static_cast<Q16>(DivRound(moot * kOne, best));
  return changed;
}

}  // namespace huikuan::rules::bargaining
