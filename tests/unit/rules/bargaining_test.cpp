// Bargaining over an open debt: outcomes, utilities, money, and the solutions by their definitions
// in the plainest form, for drawn parties.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "huikuan/experiment.h"
#include "rules/bargaining/debt.h"
#include "rules/bargaining/measures.h"
#include "unit/rules/bargaining_stage.h"

namespace huikuan::rules::bargaining {
namespace {

using test::Drawn;
using test::Draws;
using test::Frontier;
using test::Sixteenths;
using test::TableOf;

// ---- outcomes ----------------------------------------------------------------------------------

TEST(BargainingDomain, EveryIndexIsOneOutcomeOfTheDebt) {
  ASSERT_TRUE(Valid(kDebtDomain));
  ASSERT_EQ(Count(kDebtDomain), 6400);
  std::set<std::array<std::uint8_t, kMaxIssues>> seen;
  for (int index = 0; index < 6400; ++index) {
    const Outcome outcome = OutcomeAt(kDebtDomain, index);
    for (int i = 0; i < kDebtIssues; ++i) ASSERT_LT(outcome.value[i], kDebtDomain.sizes[i]);
    ASSERT_EQ(IndexOf(kDebtDomain, outcome), index);
    seen.insert(outcome.value);
  }
  EXPECT_EQ(seen.size(), 6400U);
}

TEST(BargainingDomain, WhatSaysTheSameIsListedOnceAndCountsAlike) {
  Draws draw(1);
  const Preferences ours = Drawn(kDebtDomain, draw, 7), theirs = Drawn(kDebtDomain, draw, 7);
  const auto table = TableOf(kDebtDomain, ours, theirs);
  // 4 shares below all × 4 dates × 4 instalments × 5 securities, and all at once in one way; each
  // with 4 discounts × 4 kinds of supply: (320 + 1) × 16.
  EXPECT_EQ(table->canonical, 5136);
  const Outcome at_once = {{4, 0, 0, 0, 2, 1}}, with_idle_words = {{4, 3, 2, 4, 2, 1}};
  EXPECT_EQ(Canonical(kDebtDomain, with_idle_words), at_once);
  EXPECT_EQ(table->ours[IndexOf(kDebtDomain, at_once)],
            table->ours[IndexOf(kDebtDomain, with_idle_words)]);
  const Outcome half = {{2, 3, 2, 4, 2, 1}};
  EXPECT_EQ(Canonical(kDebtDomain, half), half);
}

TEST(BargainingDomain, WhatExceedsItsLimitsIsNotValid) {
  Domain domain = kDebtDomain;
  domain.sizes[1] = 5;  // 8,000 outcomes
  EXPECT_FALSE(Valid(domain));
  domain = kDebtDomain;
  domain.sizes[4] = 6;
  EXPECT_FALSE(Valid(domain));
  domain = kDebtDomain;
  domain.moot |= 1 << kPayNow;  // the share would decide whether the share says anything
  EXPECT_FALSE(Valid(domain));
  domain = kDebtDomain;
  domain.settled = 5;
  EXPECT_FALSE(Valid(domain));
}

// ---- utilities ---------------------------------------------------------------------------------

TEST(BargainingUtility, WeightsAreExactlyOneTogether) {
  // Thirds: 21845 each and 1 left, to the first of equal remainders.
  EXPECT_EQ(Normalised({1, 1, 1}, 3), (Weights{21846, 21845, 21845}));
  // 1/7 and 6/7 of 65536 are 9362.29 and 56173.71: the second has the larger remainder.
  EXPECT_EQ(Normalised({1, 6}, 2), (Weights{9362, 56174}));
  Draws draw(2);
  for (int n = 0; n < 1000; ++n) {
    const Preferences drawn = Drawn(kDebtDomain, draw, 1 + n);
    ASSERT_TRUE(Valid(kDebtDomain, drawn)) << n;
  }
  Preferences wrong = Drawn(kDebtDomain, draw, 7);
  ++wrong.weight[3];
  EXPECT_FALSE(Valid(kDebtDomain, wrong));
}

TEST(BargainingUtility, TheTableHasTheUtilityOfEveryOutcome) {
  // What is moot decided by the first, the middle and the last issue.
  const Domain domains[] = {kDebtDomain,
                            {4, {3, 2, 5, 4}, 2, 3, 0b1011},
                            {3, {2, 5, 3}, 2, 0, 0b011},
                            {2, {5, 5}, -1, 0, 0}};
  Draws draw(3);
  for (const Domain& domain : domains) {
    ASSERT_TRUE(Valid(domain));
    const Preferences ours = Drawn(domain, draw, 1000), theirs = Drawn(domain, draw, 3);
    const auto table = TableOf(domain, ours, theirs);
    ASSERT_EQ(table->count, Count(domain));
    for (int index = 0; index < table->count; ++index) {
      ASSERT_EQ(table->ours[index], Utility(domain, ours, OutcomeAt(domain, index))) << index;
      ASSERT_EQ(table->theirs[index], Utility(domain, theirs, OutcomeAt(domain, index))) << index;
    }
  }
}

TEST(BargainingUtility, AHiddenInterestAddsItsWeightToOneValue) {
  Draws draw(4);
  for (int n = 0; n < 50; ++n) {
    const Preferences before = Drawn(kDebtDomain, draw, 9);
    const Interest interest = {kSupply, 3, Sixteenths(draw(17))};
    const Preferences after = WithInterest(kDebtDomain, before, interest);
    ASSERT_TRUE(Valid(kDebtDomain, after));
    // s: all other weights, and the most that supply can contribute now.
    std::int64_t most = 0;
    for (int v = 0; v < 4; ++v) {
      most = std::max<std::int64_t>(most, MulQ(before.weight[kSupply], before.value[kSupply][v]) +
                                              (v == 3 ? interest.extra : 0));
    }
    const std::int64_t s =
        kOne - before.weight[kSupply] + std::max<std::int64_t>(most, before.weight[kSupply]);
    for (int index = 0; index < 6400; index += 7) {
      const Outcome o = OutcomeAt(kDebtDomain, index);
      const std::int64_t sum =
          Utility(kDebtDomain, before, o) + (o.value[kSupply] == 3 ? interest.extra : 0);
      ASSERT_NEAR(Utility(kDebtDomain, after, o), DivRound(sum * kOne, s), 12) << n << " " << index;
    }
  }
}

TEST(BargainingUtility, NoExtraChangesNothing) {
  Draws draw(5);
  const Preferences before = Drawn(kDebtDomain, draw, 9);
  const Preferences after = WithInterest(kDebtDomain, before, {kSecurity, 2, 0});
  EXPECT_EQ(after.weight, before.weight);
  for (int v = 0; v < 5; ++v) {
    EXPECT_NEAR(after.value[kSecurity][v], before.value[kSecurity][v], 1);
  }
}

// ---- solutions by definition -------------------------------------------------------------------

bool Dominates(const Table& table, int a, int b) {
  return table.ours[a] >= table.ours[b] && table.theirs[a] >= table.theirs[b] &&
         (table.ours[a] > table.ours[b] || table.theirs[a] > table.theirs[b]);
}

// The outcome of the greatest key among those without a negative gain; the lowest index of equals.
template <class Key>
int BestBy(const Table& table, Q16 ours, Q16 theirs, Key key) {
  int best = kNoOutcome;
  for (int n = 0; n < table.canonical; ++n) {
    const int o = table.listed[n];
    if (table.ours[o] < ours || table.theirs[o] < theirs) continue;
    const auto its = key(table.ours[o] - ours, table.theirs[o] - theirs);
    if (best == kNoOutcome || its > key(table.ours[best] - ours, table.theirs[best] - theirs)) {
      best = o;
    }
  }
  return best;
}

void ExpectAsDefined(const Domain& domain, const Preferences& ours, const Preferences& theirs) {
  const auto table = TableOf(domain, ours, theirs);
  std::set<int> frontier;
  for (const int o : Frontier(*table)) frontier.insert(o);
  EXPECT_EQ(static_cast<int>(frontier.size()), table->pareto);
  for (int n = 0; n < table->canonical; ++n) {
    const int o = table->listed[n];
    bool dominated = false;
    for (int m = 0; m < table->canonical && !dominated; ++m) {
      dominated = Dominates(*table, table->listed[m], o);
    }
    ASSERT_EQ(frontier.count(o), dominated ? 0U : 1U) << o;
  }
  const Q16 r_ours = ours.reservation, r_theirs = theirs.reservation;
  const Solutions s = Solve(*table, r_ours, r_theirs);
  using Two = std::array<std::int64_t, 2>;
  using Three = std::array<std::int64_t, 3>;
  EXPECT_EQ(s.nash, BestBy(*table, r_ours, r_theirs, [](std::int64_t a, std::int64_t b) {
              return Three{a * b, std::min(a, b), a + b};
            }));
  EXPECT_EQ(s.kalai, BestBy(*table, r_ours, r_theirs, [](std::int64_t a, std::int64_t b) {
              return Two{std::min(a, b), std::max(a, b)};
            }));
  EXPECT_EQ(s.welfare, BestBy(*table, r_ours, r_theirs, [](std::int64_t a, std::int64_t b) {
              return Two{a + b, std::min(a, b)};
            }));
  std::int64_t ideal_ours = 0, ideal_theirs = 0;
  BestBy(*table, r_ours, r_theirs, [&](std::int64_t a, std::int64_t b) {
    ideal_ours = std::max(ideal_ours, a);
    ideal_theirs = std::max(ideal_theirs, b);
    return 0;
  });
  if (s.nash != kNoOutcome) {
    EXPECT_EQ(s.ideal_ours, r_ours + ideal_ours);
    EXPECT_EQ(s.ideal_theirs, r_theirs + ideal_theirs);
  }
  EXPECT_EQ(s.kalai_smorodinsky,
            BestBy(*table, r_ours, r_theirs, [&](std::int64_t a, std::int64_t b) {
              const std::int64_t x = a * ideal_theirs, y = b * ideal_ours;
              return Three{std::min(x, y), std::max(x, y), a + b};
            }));
}

TEST(BargainingByDefinition, SmallDomainsWithManyTies) {
  const Domain domains[] = {
      {3, {4, 3, 5}, 0, 3, 0b110}, {4, {3, 2, 5, 4}, 2, 3, 0b1011}, {2, {5, 5}, -1, 0, 0}};
  Draws draw(6);
  for (int n = 0; n < 600; ++n) {
    const Domain& domain = domains[n % 3];
    const Preferences ours = Drawn(domain, draw, 1 + n % 9);
    ExpectAsDefined(domain, ours, Drawn(domain, draw, 1 + n % 7));
    if (HasFailure()) FAIL() << "drawn parties " << n;
  }
}

TEST(BargainingByDefinition, TheWholeDebt) {
  Draws draw(7);
  for (int n = 0; n < 20; ++n) {
    const Preferences ours = Drawn(kDebtDomain, draw, 3 + 400 * n);
    ExpectAsDefined(kDebtDomain, ours, Drawn(kDebtDomain, draw, 3 + 300 * n));
  }
}

// The same on every platform: a build that finds other points fails here.
TEST(BargainingByDefinition, PointsAreTheSameEverywhere) {
  const BargainStats stats = SolveBargains(0, 24);
  EXPECT_EQ(stats.outcomes, 24 * 6400);
  EXPECT_EQ(stats.pareto, 3454);
  EXPECT_EQ(stats.hash, 0xd64ff43e41337644ULL);
}

TEST(BargainingMeasures, SquareRootsAreExact) {
  for (std::uint64_t n = 0; n < 70'000; ++n) {
    const std::uint64_t root = SquareRoot(n * n + n);  // below (n + 1)²
    ASSERT_EQ(root, n);
  }
  EXPECT_EQ(SquareRoot(~0ULL), 0xffffffffU);
  EXPECT_EQ(SquareRoot(0xfffffffe00000001ULL), 0xffffffffU);
  EXPECT_EQ(SquareRoot(0xfffffffe00000000ULL), 0xfffffffeU);
}

TEST(BargainingMeasures, WhoIsNearerIsMoreOptimal) {
  Draws draw(8);
  const Preferences ours = Drawn(kDebtDomain, draw, 90), theirs = Drawn(kDebtDomain, draw, 90);
  const auto table = TableOf(kDebtDomain, ours, theirs);
  const Solutions s = Solve(*table, 0, 0);
  EXPECT_EQ(OptimalityOf(*table, s, s.nash).nash, kOne);
  EXPECT_EQ(OptimalityOf(*table, s, s.kalai).kalai, kOne);
  EXPECT_EQ(OptimalityOf(*table, s, s.kalai_smorodinsky).kalai_smorodinsky, kOne);
  int below = 0;
  for (int n = 0; n < table->canonical; n += 11) {
    const Optimality o = OptimalityOf(*table, s, table->listed[n]);
    ASSERT_GE(o.pareto, std::max(o.nash, o.kalai));  // both points are in the Pareto set
    ASSERT_GE(o.nash, 0);
    if (o.pareto < kOne) ++below;
  }
  EXPECT_GT(below, 300);
}

// ---- money -------------------------------------------------------------------------------------

TEST(BargainingDebt, DiscountingFollowsItsPowers) {
  const DiscountTable table = DiscountBy(999'800);
  EXPECT_EQ(table.factor[0], kOneQ30);
  // 0.9998^30 = 0.994017368 and 0.9998^365 = 0.929594043 (worked out with 30 decimals).
  EXPECT_NEAR(static_cast<double>(table.factor[30]) / kOneQ30, 0.994017368, 1e-7);
  EXPECT_NEAR(static_cast<double>(table.factor[365]) / kOneQ30, 0.929594043, 2e-7);
}

TEST(BargainingDebt, AnOutcomeInCents) {
  Debt debt;
  debt.open = 1'000'000;
  debt.run = {0, 1, 2, 3};
  debt.run_every = 1;
  debt.loss = kOne / 8;
  debt.secured = {0, 0, 0, Sixteenths(12), 0};
  debt.supply = {0, 0, 1'000, 0};
  // 1 % off: 990,000; a quarter now, 247,500; of the 742,500 later 1/8 × 1/4 is lost, 23,203.125.
  const Outcome guarantee = {{1, 0, 2, 3, 2, 2}};
  EXPECT_EQ(Worth(debt, DiscountBy(1'000'000), guarantee), 247'500 + 742'500 - 23'203 + 1'000);
  // Half of the value goes with every day: 500,000 after one day and 500,000 after two.
  debt.loss = 0;
  const Outcome later = {{0, 1, 1, 0, 0, 0}};
  EXPECT_EQ(Worth(debt, DiscountBy(500'000), later), 250'000 + 125'000);
  // Paid at once nothing is discounted or lost, whatever else was said.
  debt.loss = kOne / 8;
  EXPECT_EQ(Worth(debt, DiscountBy(500'000), {{4, 3, 3, 0, 0, 0}}), 1'000'000);
  // Parts that do not come out even are not lost: 1,000,001 in six.
  debt.open = 1'000'001;
  debt.loss = 0;
  EXPECT_EQ(Worth(debt, DiscountBy(1'000'000), {{0, 0, 3, 0, 0, 0}}), 1'000'001);
}

TEST(BargainingDebt, DatesAreWorthWhatWaitingCosts) {
  Debt debt;
  debt.run = {0, 1, 2, 3};
  // Factors 1, 1/2, 1/4, 1/8: over 7/8 they are 1, 3/7, 1/7, 0.
  const Values ours = DateValues(debt, DiscountBy(500'000));
  EXPECT_EQ(ours, (Values{kOne, 28087, 9362, 0, 0}));
  EXPECT_EQ(Reversed(ours, kRuns), (Values{0, kOne - 28087, kOne - 9362, kOne, 0}));
  debt.run = {5, 5, 5, 5};
  EXPECT_EQ(DateValues(debt, DiscountBy(500'000)), (Values{kOne, kOne, kOne, kOne, 0}));
}

}  // namespace
}  // namespace huikuan::rules::bargaining
