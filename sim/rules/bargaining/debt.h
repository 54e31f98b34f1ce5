// An outcome of the debt's own domain in money: what its payments are worth to us today, and what a
// payment date is worth to either side (models.md §4: value at t × δ^t).
#pragma once

#include "rules/bargaining/preferences.h"

namespace huikuan::rules::bargaining {

inline constexpr int kDiscountDays = 400;
using Q30 = std::int32_t;  // 2^30 = 1.0
inline constexpr Q30 kOneQ30 = 1 << 30;

// δ^t for t = 0 … kDiscountDays calendar days, by repeated multiplication with one rounding a day:
// the error stays below t / 2 units of Q30, under 2e-7.
struct DiscountTable {
  std::array<Q30, kDiscountDays + 1> factor{};
};
// δ in ppm a day, 0 … 1,000,000; models.md has 999,400 … 999,800 (7 to 20 % a year).
DiscountTable DiscountBy(Ppm delta);

struct Debt {
  Cents open = 0;                         // 0 … kMaxMoney
  std::array<std::int16_t, kRuns> run{};  // days until each payment run, rising, ≥ 0
  std::int16_t run_every = 7;             // days between the instalments that follow; ≥ 0
  // Of what is promised for later, the part that is expected to be lost without any security; and
  // of that loss the part each security prevents. Q16, 0..1.
  Q16 loss = 0;
  std::array<Q16, 5> secured{};
  // What each kind of supply is worth to us beyond the debt (margin less the risk of it).
  std::array<Cents, 4> supply{};
};

// Design values: without figures of its own a case may take these. A draft or a guarantee prevents
// most of a loss; a signed balance only the loss by dispute; retention what is still on the shelf.
inline constexpr std::array<Q16, 5> kSecuredByDefault = {0, Hundredths(20), Hundredths(85),
                                                         Hundredths(75), Hundredths(50)};

// What the outcome is worth to us today: payments after discount, each times δ^t, what is promised
// for later less the expected loss; and supply. A day beyond the table counts as its last.
// Each part is rounded half to even to a cent. Precondition: open × (1 + supply) within kMaxMoney.
Cents Worth(const Debt& debt, const DiscountTable& discounts, const Outcome& outcome);

// The values of kDate for who receives: δ^t from the latest run (0) to the soonest (1), scaled
// linearly; equal days: all 1. For who pays they are 1 − v.
Values DateValues(const Debt& debt, const DiscountTable& discounts);
Values Reversed(const Values& values, int size);

}  // namespace huikuan::rules::bargaining
