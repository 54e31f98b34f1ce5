// Every outcome of a domain for two parties, and the exact solutions of bargaining theory: the
// Pareto set, and the points of Nash (1950), Kalai (1977, egalitarian) and Kalai and Smorodinsky
// (1975). Discrete domains: a point is an outcome, and ties have a total order.
#pragma once

#include "rules/bargaining/preferences.h"

namespace huikuan::rules::bargaining {

// What Enumerate works in and leaves; the caller's, to be used again: about 130 KB, no pointers.
struct Table {
  int count = 0;  // outcomes, by index
  std::array<Q16, kMaxOutcomes> ours;
  std::array<Q16, kMaxOutcomes> theirs;
  int canonical = 0;  // entries of `listed`: the canonical outcomes, rising
  std::array<std::uint16_t, kMaxOutcomes> listed;
  int pareto = 0;  // entries of `frontier`: from our best to theirs, equal ones by rising index
  std::array<std::uint16_t, kMaxOutcomes> frontier;
  std::array<std::uint64_t, kMaxOutcomes> keys;  // scratch
};

// Indices of outcomes, kNoOutcome where no outcome leaves both at least their reservations.
// A gain is utility less reservation; who compares, does so among outcomes without a negative gain.
struct Solutions {
  int nash = kNoOutcome;   // greatest product of gains; then greater smaller gain, greater sum
  int kalai = kNoOutcome;  // greatest smaller gain; then greater other gain
  int kalai_smorodinsky = kNoOutcome;  // the same of gains as shares of each one's ideal gain
  int welfare = kNoOutcome;            // greatest sum of utilities; then greater smaller gain
  // All remaining ties: the lowest index. Each of them is Pareto-optimal.
  Q16 ideal_ours = 0, ideal_theirs = 0;  // each one's best utility, the other not below reservation
  Q16 utopia_ours = 0, utopia_theirs = 0;  // each one's best of all
  Q16 nadir_ours = 0, nadir_theirs = 0;    // each one's worst of all
};

// Fills utilities of all outcomes and the list of the canonical ones. O(n).
void Enumerate(const Domain& domain, const Preferences& ours, const Preferences& theirs,
               Table* table);
// Only the utilities of one party, into `utilities`, at least Count long.
void EnumerateOne(const Domain& domain, const Preferences& preferences, Q16* utilities);
// The Pareto set of the canonical outcomes: those of which no other is better for one and no worse
// for the other. Two that are equal for both are both in it. By sorting: O(n log n).
void FindPareto(Table* table);
// Precondition: FindPareto was called. Only the Pareto set is compared: O(size of it), and `listed`
// once for the extremes.
Solutions Solve(const Table& table, Q16 our_reservation, Q16 their_reservation);

}  // namespace huikuan::rules::bargaining
