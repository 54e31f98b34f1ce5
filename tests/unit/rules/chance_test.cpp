#include "rules/chance.h"

#include <gtest/gtest.h>

#include <array>

namespace huikuan::rules {
namespace {

TEST(Chance, IsAPureFunctionOfItsKey) {
  const std::array<std::uint32_t, 3> w = {1, 1, 1};
  Chance a(7);
  Chance b(7);
  a.SetDay(3);
  b.SetDay(3);
  const int first = a.Pick(Draw::kGate, 5, 0, w);
  for (int i = 0; i < 20; ++i) b.Pick(Draw::kCash, static_cast<std::uint32_t>(i), 0, w);
  EXPECT_EQ(b.Pick(Draw::kGate, 5, 0, w), first);  // other draws shift nothing
}

TEST(Chance, FollowsItsWeights) {
  const std::array<std::uint32_t, 3> w = {1, 2, 7};
  std::array<int, 3> count{};
  for (std::uint32_t i = 0; i < 20000; ++i) {
    Chance chance(i);
    ++count[static_cast<std::size_t>(chance.Pick(Draw::kGate, 0, 0, w))];
  }
  EXPECT_NEAR(count[0], 2000, 200);
  EXPECT_NEAR(count[1], 4000, 250);
  EXPECT_NEAR(count[2], 14000, 300);
}

TEST(Chance, CertaintiesAreCertain) {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    Chance chance(i);
    EXPECT_FALSE(chance.Happens(Draw::kGate, i, 0, 0));
    EXPECT_TRUE(chance.Happens(Draw::kGate, i, 0, kOne));
    EXPECT_FALSE(chance.Happens(Draw::kGate, i, 1, -5));
    EXPECT_TRUE(chance.Happens(Draw::kGate, i, 1, 2 * kOne));
  }
}

TEST(Chance, ForcingAnOutcomeReturnsItsLikelihood) {
  Chance chance(1);
  const std::array<std::uint32_t, 2> w = {3, 1};
  const std::array<ForcedOutcome, 1> forced = {{{Draw::kReveal, 4, 0, 0, 1}}};
  chance.Force(forced);
  EXPECT_EQ(chance.Pick(Draw::kReveal, 4, 0, w), 1);
  EXPECT_EQ(chance.Likelihood(), (1ULL << 32) / 4);
  chance.Pick(Draw::kReveal, 5, 0, w);  // not listed: sampled, no weight
  EXPECT_EQ(chance.Likelihood(), (1ULL << 32) / 4);
}

TEST(Chance, RecordsWithOdds) {
  Chance chance(1);
  std::vector<ChanceRecord> records;
  chance.Record(&records);
  chance.SetDay(9);
  chance.Happens(Draw::kComply, 3, 8, kOne / 4);
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].day, 9);
  EXPECT_EQ(records[0].index, 8U);
  EXPECT_EQ(records[0].odds, records[0].outcome == 1 ? kOne / 4 : kOne - kOne / 4);
}

TEST(Chance, NormalHasMeanZeroAndUnitSpread) {
  double sum = 0, squares = 0;
  for (std::uint32_t i = 0; i < 10000; ++i) {
    Chance chance(i);
    const double x = chance.Normal(Draw::kCash, 0, 0) / 65536.0;
    sum += x;
    squares += x * x;
  }
  EXPECT_NEAR(sum / 10000, 0, 0.04);
  EXPECT_NEAR(squares / 10000, 1, 0.08);  // 32 bins cut the tails a little
}

}  // namespace
}  // namespace huikuan::rules
