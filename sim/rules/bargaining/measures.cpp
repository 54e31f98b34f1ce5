#include "rules/bargaining/measures.h"

#include <algorithm>
#include <limits>

namespace huikuan::rules::bargaining {

namespace {

std::uint64_t Squared(std::int64_t a, std::int64_t b) {
  return static_cast<std::uint64_t>(a * a + b * b);
}

std::uint64_t SquaredDistance(const Table& table, int a, int b) {
  return Squared(table.ours[a] - table.ours[b], table.theirs[a] - table.theirs[b]);
}

// √(part / whole) for squared lengths of at most 2^33, whole > 0: 28 bits more before the root give
// 14 more after it.
Q16 RootOfRatio(std::uint64_t part, std::uint64_t whole) {
  const std::int64_t of_part = SquareRoot(part << 28);
  const std::int64_t of_whole = SquareRoot(whole << 28);
  return static_cast<Q16>(DivRound(of_part * kOne, of_whole));
}

}  // namespace

std::uint32_t SquareRoot(std::uint64_t n) {
  std::uint64_t root = 0;
  for (std::uint64_t bit = 1ULL << 62; bit != 0; bit >>= 2) {
    if (n >= root + bit) {
      n -= root + bit;
      root = (root >> 1) + bit;
    } else {
      root >>= 1;
    }
  }
  return static_cast<std::uint32_t>(root);
}

Optimality OptimalityOf(const Table& table, const Solutions& solutions, int outcome) {
  const std::uint64_t diagonal = Squared(solutions.utopia_ours - solutions.nadir_ours,
                                         solutions.utopia_theirs - solutions.nadir_theirs);
  const auto optimality = [&](std::uint64_t squared) {
    return diagonal == 0 ? kOne : std::max(0, kOne - RootOfRatio(squared, diagonal));
  };
  const auto nearness = [&](int point) {
    return point == kNoOutcome ? 0 : optimality(SquaredDistance(table, outcome, point));
  };
  std::uint64_t nearest = std::numeric_limits<std::uint64_t>::max();
  for (int n = 0; n < table.pareto; ++n) {
    nearest = std::min(nearest, SquaredDistance(table, outcome, table.frontier[n]));
  }
  return {table.pareto == 0 ? 0 : optimality(nearest), nearness(solutions.nash),
          nearness(solutions.kalai), nearness(solutions.kalai_smorodinsky)};
}

Q16 JointUtility(const Table& table, int outcome) {
  return table.ours[outcome] + table.theirs[outcome];
}

Q16 ValueClaimed(const Table& table, int outcome, Q16 our_reservation, Q16 their_reservation) {
  const Q16 ours = std::max(0, table.ours[outcome] - our_reservation);
  const Q16 theirs = std::max(0, table.theirs[outcome] - their_reservation);
  return ours + theirs == 0 ? 0 : DivQ(ours, ours + theirs);
}

Cents LeftOnTheTable(const Table& table, const Cents* worth, int outcome, int* better) {
  int best = outcome;
  for (int n = 0; n < table.canonical; ++n) {
    const int index = table.listed[n];
    if (table.theirs[index] >= table.theirs[outcome] && worth[index] > worth[best]) best = index;
  }
  if (better != nullptr) *better = best;
  return worth[best] - worth[outcome];
}

Q16 Opposition(const Table& table, const Solutions& solutions) {
  const std::uint64_t whole = Squared(solutions.utopia_ours, solutions.utopia_theirs);
  if (whole == 0 || table.canonical == 0) return 0;
  std::uint64_t nearest = std::numeric_limits<std::uint64_t>::max();
  for (int n = 0; n < table.canonical; ++n) {
    const int index = table.listed[n];
    nearest = std::min(nearest, Squared(solutions.utopia_ours - table.ours[index],
                                        solutions.utopia_theirs - table.theirs[index]));
  }
  return RootOfRatio(nearest, whole);
}

}  // namespace huikuan::rules::bargaining
