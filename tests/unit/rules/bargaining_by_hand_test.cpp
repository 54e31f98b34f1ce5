// Bargaining over an open debt: cases small enough to be worked out by hand.
#include <gtest/gtest.h>

#include "rules/bargaining/measures.h"
#include "unit/rules/bargaining_stage.h"

namespace huikuan::rules::bargaining {
namespace {

using test::Frontier;
using test::Sixteenths;
using test::TableOf;

// One issue to be split: what one has, the other has not.
//   index   0     1     2     3     4
//   ours    0    1/4   1/2   3/4    1
//   theirs  1    3/4   1/2   1/4    0
constexpr Domain kSplit = {1, {5}, -1, 0, 0};
Preferences SplitFor(bool us) {
  Preferences p;
  p.weight = {kOne};
  for (int v = 0; v < 5; ++v) p.value[0][v] = Sixteenths(us ? 4 * v : 16 - 4 * v);
  return p;
}

TEST(BargainingByHand, APureSplit) {
  const auto table = TableOf(kSplit, SplitFor(true), SplitFor(false));
  EXPECT_EQ(Frontier(*table), (std::vector<int>{4, 3, 2, 1, 0}));
  // Products 0, 3/16, 4/16, 3/16, 0; smaller gains 0, 1/4, 1/2, 1/4, 0.
  Solutions s = Solve(*table, 0, 0);
  EXPECT_EQ(s.nash, 2);
  EXPECT_EQ(s.kalai, 2);
  EXPECT_EQ(s.kalai_smorodinsky, 2);
  EXPECT_EQ(s.utopia_ours, kOne);
  EXPECT_EQ(s.utopia_theirs, kOne);
  // We have 1/4 elsewhere: gains (–, 1), (0, 3/4), (1/4, 1/2), (1/2, 1/4), (3/4, 0). Products 0,
  // 1/8, 1/8, 0; smaller gains 0, 1/4, 1/4, 0; ideal gains 3/4 each, so smaller shares 0, 1/3, 1/3,
  // 0. All ties but the index are ties here: the lowest.
  s = Solve(*table, Sixteenths(4), 0);
  EXPECT_EQ(s.nash, 2);
  EXPECT_EQ(s.kalai, 2);
  EXPECT_EQ(s.kalai_smorodinsky, 2);
  EXPECT_EQ(s.ideal_ours, kOne);
  EXPECT_EQ(s.ideal_theirs, Sixteenths(12));
  // We have 3/4 elsewhere, they 1/2: nothing suits both.
  s = Solve(*table, Sixteenths(12), Sixteenths(8));
  EXPECT_EQ(s.nash, kNoOutcome);
  EXPECT_EQ(s.kalai, kNoOutcome);
  EXPECT_EQ(s.kalai_smorodinsky, kNoOutcome);
  EXPECT_EQ(OptimalityOf(*table, s, 2).nash, 0);
  EXPECT_EQ(OptimalityOf(*table, s, 2).pareto, kOne);
}

// Log-rolling: discount weighs 3/4 for us and 1/4 for them, supply the other way round; value 1 of
// each is all ours, value 0 all theirs.
//   index  discount supply   ours       theirs
//     0        0       0      0           1
//     1        0       1     1/4         1/4     worse for both than 2
//     2        1       0     3/4         3/4
//     3        1       1      1           0
TEST(BargainingByHand, LogRollingBeatsSplittingEveryIssue) {
  const Domain domain = {2, {2, 2}, -1, 0, 0};
  Preferences ours, theirs;
  ours.weight = {Sixteenths(12), Sixteenths(4)};
  theirs.weight = {Sixteenths(4), Sixteenths(12)};
  for (int i = 0; i < 2; ++i) {
    ours.value[i] = {0, kOne};
    theirs.value[i] = {kOne, 0};
  }
  const auto table = TableOf(domain, ours, theirs);
  EXPECT_EQ(Frontier(*table), (std::vector<int>{3, 2, 0}));
  const Solutions s = Solve(*table, 0, 0);  // products 0, 1/16, 9/16, 0
  EXPECT_EQ(s.nash, 2);
  EXPECT_EQ(s.kalai, 2);
  EXPECT_EQ(s.kalai_smorodinsky, 2);
  EXPECT_EQ(s.welfare, 2);
  // Both ranges are 1: max-dist √2. From 1 to 2: √(1/4 + 1/4) = √2 / 2, and 3 and 0 are farther.
  Optimality o = OptimalityOf(*table, s, 1);
  EXPECT_EQ(o.pareto, kOne / 2);
  EXPECT_EQ(o.nash, kOne / 2);
  EXPECT_EQ(o.kalai, kOne / 2);
  // From 3 to 2: √(1/16 + 9/16); 1 − √(10/32) = 0.4409830.
  o = OptimalityOf(*table, s, 3);
  EXPECT_EQ(o.pareto, kOne);
  EXPECT_EQ(o.nash, 28900);
  EXPECT_EQ(JointUtility(*table, 2), Sixteenths(24));
  EXPECT_EQ(ValueClaimed(*table, 2, 0, 0), kOne / 2);
  // Over 1/4 and 1/2 we gain 1/2, they 1/4: two thirds.
  EXPECT_EQ(ValueClaimed(*table, 2, Sixteenths(4), Sixteenths(8)), 43691);
  EXPECT_EQ(ValueClaimed(*table, 0, Sixteenths(4), Sixteenths(8)), 0);
  // The nearest to (1, 1) is 2, √(1/16 + 1/16) away: a quarter of √2.
  EXPECT_EQ(Opposition(*table, s), kOne / 4);
}

// In sixteenths; every one is in the Pareto set.
//   index            0    1    2    3    4
//   ours            16   12    9    6    2
//   theirs           1    4    5    7    8
//   product         16   48*  45   42   16
//   smaller gain     1    4    5    6*   2
//   share of 16      1  .75 .5625 .375 .125
//   share of 8    .125   .5  .625 .875   1
//   smaller share .125   .5 .5625* .375 .125
TEST(BargainingByHand, ThePointsOfNashKalaiAndSmorodinskyDiffer) {
  Preferences ours, theirs;
  ours.weight = theirs.weight = {kOne};
  ours.value[0] = {Sixteenths(16), Sixteenths(12), Sixteenths(9), Sixteenths(6), Sixteenths(2)};
  theirs.value[0] = {Sixteenths(1), Sixteenths(4), Sixteenths(5), Sixteenths(7), Sixteenths(8)};
  const auto table = TableOf(kSplit, ours, theirs);
  EXPECT_EQ(Frontier(*table), (std::vector<int>{0, 1, 2, 3, 4}));
  const Solutions s = Solve(*table, 0, 0);
  EXPECT_EQ(s.nash, 1);
  EXPECT_EQ(s.kalai, 3);
  EXPECT_EQ(s.kalai_smorodinsky, 2);
  EXPECT_EQ(s.welfare, 0);  // 17 together
  EXPECT_EQ(s.ideal_ours, Sixteenths(16));
  EXPECT_EQ(s.ideal_theirs, Sixteenths(8));
  EXPECT_EQ(s.nadir_ours, Sixteenths(2));
  EXPECT_EQ(s.nadir_theirs, Sixteenths(1));
}

// Three issues, two values each: all now or nothing now; the rest soon or late; without or with
// security. Paid now, date and security are moot: the best for us of both, for them the worst date
// and the least burden. In sixteenths, ours 8·now + 4·soon + 4·security, theirs 4·not now + 8·late
// + 4·no security:
//   index  now  date  security   ours             theirs
//     0     no  soon   none      4                4 + 4 = 8       3 is better for them
//     1     no  soon   some      4 + 4 = 8        4               4 is better for us
//     2     no  late   none      0                4 + 8 + 4 = 16
//     3     no  late   some      4                4 + 8 = 12
//    4–7   yes   –      –        8 + 4 + 4 = 16   0 + 0 + 4 = 4
constexpr Domain kSmallDebt = {3, {2, 2, 2}, 0, 1, 0b110};
std::unique_ptr<Table> SmallDebt() {
  Preferences ours, theirs;
  ours.weight = {Sixteenths(8), Sixteenths(4), Sixteenths(4)};
  ours.value = {Values{0, kOne}, Values{kOne, 0}, Values{0, kOne}};
  ours.moot = {0, kOne, kOne};
  theirs.weight = {Sixteenths(4), Sixteenths(8), Sixteenths(4)};
  theirs.value = {Values{kOne, 0}, Values{0, kOne}, Values{kOne, 0}};
  theirs.moot = {0, 0, kOne};
  return TableOf(kSmallDebt, ours, theirs);
}

TEST(BargainingByHand, ASmallDebtWithMootIssues) {
  const auto table = SmallDebt();
  EXPECT_EQ(table->canonical, 5);
  EXPECT_EQ(Frontier(*table), (std::vector<int>{4, 3, 2}));
  EXPECT_EQ(table->ours[7], kOne);
  // Products 64, 48, 0; smaller gains 4, 4, 0, and 16 is the greater other gain.
  Solutions s = Solve(*table, 0, 0);
  EXPECT_EQ(s.nash, 4);
  EXPECT_EQ(s.kalai, 4);
  // They have 3 elsewhere: gains (16, 1), (4, 9), (0, 13): products 16, 36, 0; smaller gains 1, 4,
  // 0; shares of 16 and 13: 1/13, 1/4, 0.
  s = Solve(*table, 0, Sixteenths(3));
  EXPECT_EQ(s.nash, 3);
  EXPECT_EQ(s.kalai, 3);
  EXPECT_EQ(s.kalai_smorodinsky, 3);
}

TEST(BargainingByHand, MoneyLeftOnTheTable) {
  const auto table = SmallDebt();
  const Cents worth[] = {10, 20, 5, 30, 100, 100, 100, 100};
  int better = kNoOutcome;
  // At least 8 for them: 0, 2 and 3, of which 3 is worth most to us.
  EXPECT_EQ(LeftOnTheTable(*table, worth, 0, &better), 20);
  EXPECT_EQ(better, 3);
  EXPECT_EQ(LeftOnTheTable(*table, worth, 1, &better), 80);
  EXPECT_EQ(better, 4);
  EXPECT_EQ(LeftOnTheTable(*table, worth, 2, &better), 0);
  EXPECT_EQ(better, 2);
  EXPECT_EQ(LeftOnTheTable(*table, worth, 6), 0);
}

}  // namespace
}  // namespace huikuan::rules::bargaining
