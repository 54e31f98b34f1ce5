#include "rules/bargaining/solutions.h"

#include <algorithm>
#include <compare>

namespace huikuan::rules::bargaining {

namespace {

// One party's w·v of every value of every issue, Q32, and of the issues when they are moot.
struct Parts {
  std::array<std::array<std::int64_t, kMaxValues>, kMaxIssues> value{};
  std::array<std::int64_t, kMaxIssues> moot{};
};

Parts PartsOf(const Domain& domain, const Preferences& preferences) {
  Parts parts;
  for (int i = 0; i < domain.issues; ++i) {
    const std::int64_t weight = preferences.weight[i];
    for (int v = 0; v < domain.sizes[i]; ++v) parts.value[i][v] = weight * preferences.value[i][v];
    parts.moot[i] = weight * preferences.moot[i];
  }
  return parts;
}

// Every outcome in the order of its index, with the sums of the issues before each.
template <class Visit>
void ForEachOutcome(const Domain& domain, Visit visit) {
  Outcome outcome;
  const int count = Count(domain);
  int changed = 0;  // the first issue whose value is another than last time
  for (int index = 0; index < count; ++index) {
    visit(index, outcome, changed);
    for (changed = domain.issues - 1; changed > 0; --changed) {
      if (++outcome.value[changed] < domain.sizes[changed]) break;
      outcome.value[changed] = 0;
    }
    if (changed == 0) ++outcome.value[0];
  }
}

// A measure by which outcomes are compared: greater is better, the first of equals is kept.
struct Merit {
  std::int64_t first = -1;
  std::int64_t second = -1;
  std::int64_t third = -1;
  friend auto operator<=>(const Merit&, const Merit&) = default;
};

struct BestOutcome {
  Merit merit;
  int index = kNoOutcome;
  void Offer(const Merit& candidate, int at) {
    if (index != kNoOutcome && (candidate < merit || (candidate == merit && at > index))) {
      return;
    }
    merit = candidate;
    index = at;
  }
};

void FindExtremes(const Table& table, Q16 our_reservation, Q16 their_reservation,
                  Solutions* solutions) {
  Solutions& s = *solutions;
  s.ideal_ours = our_reservation;
  s.ideal_theirs = their_reservation;
  s.nadir_ours = s.nadir_theirs = kOne;
  for (int n = 0; n < table.canonical; ++n) {
    const Q16 ours = table.ours[table.listed[n]];
    const Q16 theirs = table.theirs[table.listed[n]];
    s.utopia_ours = std::max(s.utopia_ours, ours);
    s.utopia_theirs = std::max(s.utopia_theirs, theirs);
    s.nadir_ours = std::min(s.nadir_ours, ours);
    s.nadir_theirs = std::min(s.nadir_theirs, theirs);
    if (theirs >= their_reservation) s.ideal_ours = std::max(s.ideal_ours, ours);
    if (ours >= our_reservation) s.ideal_theirs = std::max(s.ideal_theirs, theirs);
  }
}

}  // namespace

void EnumerateOne(const Domain& domain, const Preferences& preferences, Q16* utilities) {
  const Parts parts = PartsOf(domain, preferences);
  std::array<std::int64_t, kMaxIssues + 1> sums{};
  ForEachOutcome(domain, [&](int index, const Outcome& outcome, int changed) {
    // Whether issues are moot may differ from last time only if `settling` or one before it
    // changed.
    const int from = domain.settling < changed ? changed : 0;
    const bool settled = domain.settling >= 0 && outcome.value[domain.settling] == domain.settled;
    const unsigned moot = settled ? domain.moot : 0;
    for (int i = settled ? 0 : from; i < domain.issues; ++i) {
      const bool is_moot = ((moot >> i) & 1) != 0;
      sums[i + 1] = sums[i] + (is_moot ? parts.moot[i] : parts.value[i][outcome.value[i]]);
    }
    utilities[index] = Rounded(sums[domain.issues]);
  });
}

void Enumerate(const Domain& domain, const Preferences& ours, const Preferences& theirs,
               Table* table) {
  table->count = Count(domain);
  EnumerateOne(domain, ours, table->ours.data());
  EnumerateOne(domain, theirs, table->theirs.data());
  table->canonical = 0;
  table->pareto = 0;
  ForEachOutcome(domain, [&](int index, const Outcome& outcome, int) {
    if (Canonical(domain, outcome) != outcome) return;
    table->listed[table->canonical++] = static_cast<std::uint16_t>(index);
  });
}

void FindPareto(Table* table) {
  // Our utility falling, then theirs falling, then the index rising: no two keys are equal, so the
  // order is the same with every library's sort.
  for (int n = 0; n < table->canonical; ++n) {
    const int index = table->listed[n];
    table->keys[n] = static_cast<std::uint64_t>(kOne - table->ours[index]) << 40 |
                     static_cast<std::uint64_t>(kOne - table->theirs[index]) << 16 |
                     static_cast<std::uint64_t>(index);
  }
  std::sort(table->keys.begin(), table->keys.begin() + table->canonical);
  table->pareto = 0;
  Q16 best_theirs = -1;  // among all that are at least as good for us
  Q16 its_ours = -1;     // our utility of the last one kept
  for (int n = 0; n < table->canonical; ++n) {
    const auto index = static_cast<std::uint16_t>(table->keys[n] & 0xffff);
    const Q16 ours = table->ours[index];
    const Q16 theirs = table->theirs[index];
    const bool equal_to_kept = ours == its_ours && theirs == best_theirs;
    if (theirs <= best_theirs && !equal_to_kept) continue;
    table->frontier[table->pareto++] = index;
    best_theirs = theirs;
    its_ours = ours;
  }
}

Solutions Solve(const Table& table, Q16 our_reservation, Q16 their_reservation) {
  Solutions solutions;
  FindExtremes(table, our_reservation, their_reservation, &solutions);
  const std::int64_t our_ideal = solutions.ideal_ours - our_reservation;
  const std::int64_t their_ideal = solutions.ideal_theirs - their_reservation;
  BestOutcome nash, kalai, smorodinsky, welfare;
  for (int n = 0; n < table.pareto; ++n) {
    const int index = table.frontier[n];
    const std::int64_t ours = table.ours[index] - our_reservation;
    const std::int64_t theirs = table.theirs[index] - their_reservation;
    if (ours < 0 || theirs < 0) continue;
    const auto [less, more] = std::minmax(ours, theirs);
    nash.Offer({ours * theirs, less, ours + theirs}, index);
    kalai.Offer({less, more, 0}, index);
    // Shares of the ideal gains, both multiplied by both ideals: exact in 34 bits.
    const std::int64_t our_share = ours * their_ideal;
    const std::int64_t their_share = theirs * our_ideal;
    smorodinsky.Offer(
        {std::min(our_share, their_share), std::max(our_share, their_share), ours + theirs}, index);
    welfare.Offer({ours + theirs, less, 0}, index);
  }
  solutions.nash = nash.index;
  solutions.kalai = kalai.index;
  solutions.kalai_smorodinsky = smorodinsky.index;
  solutions.welfare = welfare.index;
  return solutions;
}

}  // namespace huikuan::rules::bargaining
