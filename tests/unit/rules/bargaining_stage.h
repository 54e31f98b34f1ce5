// Two parties to bargain in tests: by hand, or drawn.
#pragma once

#include <memory>
#include <vector>

#include "core/philox.h"
#include "rules/bargaining/solutions.h"

namespace huikuan::test {

constexpr Q16 Sixteenths(int n) { return kOne / 16 * n; }

// Numbers 0 … n − 1, the same everywhere.
class Draws {
 public:
  explicit Draws(std::uint32_t key) : key_(key) {}
  int operator()(int n) {
    const PhiloxCounter drawn = Philox({next_++, 0, 0, 0}, {key_, 20});
    return static_cast<int>(drawn[0] % static_cast<std::uint32_t>(n));
  }

 private:
  std::uint32_t key_;
  std::uint32_t next_ = 0;
};

// Any weights; values in `steps` steps from 0 to 1: few steps make many ties.
inline rules::bargaining::Preferences Drawn(const rules::bargaining::Domain& domain, Draws& draw,
                                            int steps) {
  rules::bargaining::Preferences drawn;
  std::array<std::int64_t, rules::bargaining::kMaxIssues> raw{};
  for (int i = 0; i < domain.issues; ++i) {
    raw[i] = 1 + draw(steps);
    drawn.moot[i] = kOne / steps * draw(steps + 1);
    for (int v = 0; v < domain.sizes[i]; ++v) drawn.value[i][v] = kOne / steps * draw(steps + 1);
  }
  drawn.weight = rules::bargaining::Normalised(raw, domain.issues);
  drawn.reservation = kOne / 8 * draw(5);
  return drawn;
}

inline std::unique_ptr<rules::bargaining::Table> TableOf(
    const rules::bargaining::Domain& domain, const rules::bargaining::Preferences& ours,
    const rules::bargaining::Preferences& theirs) {
  auto table = std::make_unique<rules::bargaining::Table>();
  Enumerate(domain, ours, theirs, table.get());
  FindPareto(table.get());
  return table;
}

inline std::vector<int> Frontier(const rules::bargaining::Table& table) {
  return {table.frontier.begin(), table.frontier.begin() + table.pareto};
}

}  // namespace huikuan::test
