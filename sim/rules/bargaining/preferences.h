// What an outcome is worth to a party: U(o) = Σ w_i·v_i(o_i), Σ w = 1 (models.md §4; linear
// additive utility, Raiffa 1982).
#pragma once

#include "rules/bargaining/domain.h"

namespace huikuan::rules::bargaining {

using Values = std::array<Q16, kMaxValues>;
using Weights = std::array<Q16, kMaxIssues>;

struct Preferences {
  Weights weight{};                        // 0..1, exactly 1 together; 0 beyond the domain's issues
  std::array<Values, kMaxIssues> value{};  // 0..1, of each value of an issue
  Q16 reservation = 0;                     // below it no deal is better; 0..1
  // What an issue is worth where it is moot (Domain): a creditor who is paid in full has the best
  // of all securities, a debtor the least burden. 0..1.
  std::array<Q16, kMaxIssues> moot{};
};

// Whether weights add up to exactly 1 and everything lies in its range.
bool Valid(const Domain& domain, const Preferences& preferences);

// Weights in proportion to `raw`, exactly 1 together: shares are cut, and what is left goes, a unit
// each, to the largest remainders (Hamilton's method), the first of equals. Preconditions: raw ≥ 0,
// their sum in 1 … 2^46. Entries beyond `issues` become 0.
Weights Normalised(const std::array<std::int64_t, kMaxIssues>& raw, int issues);

// A sum of weights × values, Q32, rounded half to even to Q16, by shifts: tables are filled with it.
inline Q16 Rounded(std::int64_t sum) {
  return static_cast<Q16>((sum + 0x7fff + ((sum >> 16) & 1)) >> 16);
}
// 0..1; rounded once, half to even.
Q16 Utility(const Domain& domain, const Preferences& preferences, const Outcome& outcome);

// An interest behind the position (models.md §4: a year-end list of overdue debts, a spare part by
// the 15th): one value of an issue counts `extra` more, where 1 is all they said before.
// Log-rolling is finding such a value that costs us little.
struct Interest {
  std::uint8_t issue = 0;
  std::uint8_t value = 0;
  Q16 extra = 0;  // 0..1
};
// U'(o) = (U(o) + extra·[o has the value]) / s, as weights and values again: the issue's weight
// becomes the most that it can contribute, and s, 1 … 1 + extra, makes their sum 1. Exact up to
// the rounding of weights and values (2 units of Q16 an issue). The reservation stays; an issue's
// moot worth has no part of the extra. Precondition: issue and value within the domain.
Preferences WithInterest(const Domain& domain, const Preferences& preferences,
                         const Interest& interest);

}  // namespace huikuan::rules::bargaining
