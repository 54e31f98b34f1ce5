// How good an agreement is: for both, for us, and what was left on the table.
#pragma once

#include "rules/bargaining/solutions.h"

namespace huikuan::rules::bargaining {

// ⌊√n⌋, exact for every n.
std::uint32_t SquareRoot(std::uint64_t n);

// 1 − dist / max-dist, not below 0, as NegMAS defines it (preferences/ops.py:
// calc_outcome_optimality, estimate_max_dist): Euclidean distance in the plane of both utilities to
// the point, or the nearest of the Pareto set, over the diagonal of both ranges of utility. Q16,
// 0..1. Where there is no such point, or all outcomes are one point, NegMAS has no number: here 0
// and 1.
struct Optimality {
  Q16 pareto = 0;
  Q16 nash = 0;
  Q16 kalai = 0;
  Q16 kalai_smorodinsky = 0;
};
// Precondition: FindPareto and Solve were called with this table.
Optimality OptimalityOf(const Table& table, const Solutions& solutions, int outcome);

// Sum of both utilities, Q16, 0..2.
Q16 JointUtility(const Table& table, int outcome);

// Our part of what both gain over their reservations, Q16, 0..1; who loses has none of it. 0 where
// nobody gains. models.md §4 calls a negotiation cooperative and strategic with at least a half of
// a high joint value.
Q16 ValueClaimed(const Table& table, int outcome, Q16 our_reservation, Q16 their_reservation);

// Money left on the table: the most that another outcome, at least as good for them, is worth more
// to us. `worth` in cents for each of table.count outcomes (debt.h, Worth); never negative.
// `better` (may be null) gets the first such outcome, or `outcome` itself where nothing was left.
Cents LeftOnTheTable(const Table& table, const Cents* worth, int outcome, int* better = nullptr);

// How far apart the parties are (after NegMAS's opposition level): the distance of the point where
// both have their best of all, from the nearest outcome, over the diagonal of that point. 0: one
// outcome is best for both. Q16.
Q16 Opposition(const Table& table, const Solutions& solutions);

}  // namespace huikuan::rules::bargaining
