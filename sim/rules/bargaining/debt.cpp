#include "rules/bargaining/debt.h"

#include <algorithm>

namespace huikuan::rules::bargaining {

namespace {

Q30 FactorAt(const DiscountTable& discounts, int day) {
  return discounts.factor[static_cast<std::size_t>(std::clamp(day, 0, kDiscountDays))];
}

// amount × factor, split so that nothing overflows (MulMoney's way).
Cents Discounted(Cents amount, Q30 factor) {
  const std::int64_t whole = amount / kOneQ30;
  const std::int64_t part = amount % kOneQ30;
  return whole * factor + DivRound(part * factor, kOneQ30);
}

}  // namespace

DiscountTable DiscountBy(Ppm delta) {
  DiscountTable table;
  const std::int64_t day = DivRound(static_cast<std::int64_t>(delta) * kOneQ30, 1'000'000);
  table.factor[0] = kOneQ30;
  for (std::size_t t = 1; t < table.factor.size(); ++t) {
    table.factor[t] = static_cast<Q30>(DivRound(table.factor[t - 1] * day, kOneQ30));
  }
  return table;
}

Cents Worth(const Debt& debt, const DiscountTable& discounts, const Outcome& outcome) {
  const Outcome o = Canonical(kDebtDomain, outcome);
  const Cents agreed = debt.open - MulPpm(debt.open, kDiscountPpm[o.value[kDiscount]]);
  const Cents now = MulPpm(agreed, kPayNowPercent[o.value[kPayNow]] * 10'000);
  const Cents rest = agreed - now;
  const int instalments = kInstalmentCounts[o.value[kInstalments]];
  Cents later = 0;
  Cents paid = 0;
  for (int i = 0; i < instalments; ++i) {
    // Parts of whole cents that add up to the rest.
    const Cents upto = rest / instalments * (i + 1) + rest % instalments * (i + 1) / instalments;
    later +=
        Discounted(upto - paid, FactorAt(discounts, debt.run[o.value[kDate]] + i * debt.run_every));
    paid = upto;
  }
  const Q16 lost = MulQ(debt.loss, kOne - debt.secured[o.value[kSecurity]]);
  return now + later - MulMoney(later, lost) + debt.supply[o.value[kSupply]];
}

Values DateValues(const Debt& debt, const DiscountTable& discounts) {
  Values values{};
  const std::int64_t worst = FactorAt(discounts, debt.run[kRuns - 1]);
  const std::int64_t best = FactorAt(discounts, debt.run[0]);
  for (int i = 0; i < kRuns; ++i) {
    const std::int64_t at = FactorAt(discounts, debt.run[i]);
    values[i] =
        best == worst ? kOne : static_cast<Q16>(DivRound((at - worst) * kOne, best - worst));
  }
  return values;
}

Values Reversed(const Values& values, int size) {
  Values reversed{};
  for (int i = 0; i < size; ++i) reversed[i] = kOne - values[i];
  return reversed;
}

}  // namespace huikuan::rules::bargaining
