// Bargaining over an open debt: concession, counter-offers, acceptance, and reading the other side.
#include <gtest/gtest.h>

#include <algorithm>

#include "rules/bargaining/opponent.h"
#include "unit/rules/bargaining_stage.h"

namespace huikuan::rules::bargaining {
namespace {

using test::Drawn;
using test::Draws;
using test::TableOf;

constexpr Curve kEveryCurve[] = {Curve::kSixth, Curve::kFourth, Curve::kLinear, Curve::kRoot,
                                 Curve::kFourthRoot};

// ---- concession --------------------------------------------------------------------------------

TEST(BargainingConcession, BeginsAtAllAndEndsAtTheReservation) {
  for (const Curve curve : kEveryCurve) {
    for (Q16 reservation = 0; reservation <= kOne; reservation += 1111) {
      ASSERT_EQ(Target(reservation, 0, curve), kOne);
      ASSERT_EQ(Target(reservation, kOne, curve), reservation);
    }
  }
}

TEST(BargainingConcession, NeverAsksForMoreAsTimePasses) {
  for (const Curve curve : kEveryCurve) {
    Q16 last_power = 0, last_target = kOne;
    for (Q16 t = 0; t <= kOne; ++t) {
      const Q16 power = Power(t, curve), target = Target(Hundredths(35), t, curve);
      ASSERT_GE(power, last_power) << t;
      ASSERT_LE(target, last_target) << t;
      last_power = power;
      last_target = target;
    }
  }
}

TEST(BargainingConcession, CurvesAreThePowersTheySay) {
  EXPECT_EQ(Power(kOne / 2, Curve::kSixth), kOne / 64);
  EXPECT_EQ(Power(kOne / 2, Curve::kFourth), kOne / 16);
  EXPECT_EQ(Power(kOne / 2, Curve::kLinear), kOne / 2);
  EXPECT_EQ(Power(kOne / 4, Curve::kRoot), kOne / 2);
  EXPECT_EQ(Power(kOne / 16, Curve::kFourthRoot), kOne / 2);
  // (1/3)^6 × 65536 = 89.9; √(1/3) × 65536 = 37837.2.
  EXPECT_EQ(Power(kOne / 3, Curve::kSixth), 90);
  EXPECT_EQ(Power(kOne / 3, Curve::kRoot), 37837);
  // Half-way: half of what there is between 1 and 1/4 is given up.
  EXPECT_EQ(Target(kOne / 4, kOne / 2, Curve::kLinear), kOne / 8 * 5);
  EXPECT_EQ(TimeAt(1, 4), kOne / 4);
  EXPECT_EQ(TimeAt(9, 4), kOne);
  EXPECT_EQ(TimeAt(-1, 4), 0);
}

TEST(BargainingConcession, CompetingHoldsOutLongerThanAccommodating) {
  for (Q16 t = kOne / 10; t < kOne; t += kOne / 10) {
    const auto target = [&](Style style) { return Target(Hundredths(40), t, CurveOf(style)); };
    EXPECT_GT(target(Style::kCompeting), target(Style::kAvoiding));
    EXPECT_GT(target(Style::kAvoiding), target(Style::kCompromising));
    EXPECT_EQ(target(Style::kCompromising), target(Style::kCollaborating));
    EXPECT_GT(target(Style::kCompromising), target(Style::kAccommodating));
  }
}

TEST(BargainingConcession, MirrorsWhatTheOtherDid) {
  // Their offers rose from 0.4 to 0.5 for me: I ask for four fifths of 0.9.
  EXPECT_NEAR(Mirrored(Hundredths(90), Hundredths(40), Hundredths(50), 0), Hundredths(72), 2);
  // They took back: I ask for more, at most for all.
  EXPECT_EQ(Mirrored(Hundredths(90), Hundredths(50), Hundredths(40), 0), kOne);
  EXPECT_EQ(Mirrored(Hundredths(90), Hundredths(10), Hundredths(90), Hundredths(30)),
            Hundredths(30));
  EXPECT_EQ(Mirrored(Hundredths(90), Hundredths(40), Hundredths(40), 0), Hundredths(90));
  EXPECT_EQ(Mirrored(Hundredths(90), 0, 0, 0), Hundredths(90));
  EXPECT_EQ(Mirrored(Hundredths(90), 1, 0, 0), kOne);
  EXPECT_EQ(Mixed(Hundredths(80), Hundredths(40), 0), Hundredths(80));
  EXPECT_EQ(Mixed(Hundredths(80), Hundredths(40), kOne), Hundredths(40));
  EXPECT_NEAR(Mixed(Hundredths(80), Hundredths(40), Hundredths(25)), Hundredths(70), 1);
}

// ---- offers ------------------------------------------------------------------------------------

View ViewOf(const Table& table) {
  return {table.ours.data(), table.theirs.data(), table.listed.data(), table.canonical};
}

TEST(BargainingOffer, IsTheBestForTheOtherNearTheTarget) {
  Draws draw(11);
  for (int n = 0; n < 12; ++n) {
    const Preferences ours = Drawn(kDebtDomain, draw, 50), theirs = Drawn(kDebtDomain, draw, 50);
    const auto table = TableOf(kDebtDomain, ours, theirs);
    for (Q16 target = kOne; target >= ours.reservation; target -= 1500) {
      for (const Style style : {Style::kCompeting, Style::kCollaborating, Style::kCompromising,
                                Style::kAccommodating}) {
        const auto offer = CounterOffer(ViewOf(*table), target, ours.reservation, style);
        ASSERT_TRUE(offer.has_value());
        const Q16 lowest = std::max(target - kBand, ours.reservation);
        bool any = false;
        for (int k = 0; k < table->canonical; ++k) {
          const int other = table->listed[k];
          if (table->ours[other] < lowest) continue;
          any = true;
          if (style == Style::kCollaborating) {
            ASSERT_GE(table->ours[*offer] + table->theirs[*offer],
                      table->ours[other] + table->theirs[other]);
          } else if (table->ours[other] <= target + kBand) {
            ASSERT_GE(table->theirs[*offer], table->theirs[other]);
          }
        }
        ASSERT_EQ(any,
                  table->ours[*offer] >= lowest);  // below its band only where nothing is in it
      }
    }
  }
}

// One issue of five values: own utility 1, 0.75, 0.5, 0.25, 0.
TEST(BargainingOffer, WhereNothingLiesNearTheTarget) {
  const Q16 own[] = {kOne, kOne / 4 * 3, kOne / 2, kOne / 4, 0};
  const Q16 believed[] = {0, 100, 200, 300, 400};
  const std::uint16_t listed[] = {0, 1, 2, 3, 4};
  const View view = {own, believed, listed, 5};
  EXPECT_EQ(CounterOffer(view, Hundredths(60), 0, Style::kCompromising), 1);  // the worst above
  EXPECT_EQ(CounterOffer(view, Hundredths(52), 0, Style::kCompromising), 2);  // within 0.03
  EXPECT_EQ(CounterOffer(view, Hundredths(52), Hundredths(51), Style::kCompromising), 1);
  const View poor = {own, believed, listed + 2, 3};  // at most 0.5
  EXPECT_EQ(CounterOffer(poor, Hundredths(90), Hundredths(20), Style::kCompeting), 2);
  EXPECT_EQ(CounterOffer(poor, Hundredths(90), Hundredths(60), Style::kCompeting), std::nullopt);
  EXPECT_EQ(CounterOffer(view, Hundredths(60), 0, Style::kAvoiding), std::nullopt);
}

TEST(BargainingOffer, EqualOffersHaveATotalOrder) {
  const Q16 own[] = {Hundredths(50), Hundredths(51), Hundredths(51)};
  const Q16 believed[] = {70, 70, 70};
  const std::uint16_t listed[] = {0, 1, 2};
  EXPECT_EQ(CounterOffer({own, believed, listed, 3}, Hundredths(50), 0, Style::kCompeting), 1);
}

TEST(BargainingOffer, IsAcceptedAtTheTargetOrAtTheOwnNextOne) {
  EXPECT_TRUE(Accepts(Hundredths(70), Hundredths(70), std::nullopt, 0));
  EXPECT_FALSE(Accepts(Hundredths(70) - 1, Hundredths(70), std::nullopt, 0));
  EXPECT_TRUE(
      Accepts(Hundredths(68), Hundredths(70), Hundredths(68), 0));  // its own is in the band
  EXPECT_FALSE(Accepts(Hundredths(68) - 1, Hundredths(70), Hundredths(68), 0));
  EXPECT_FALSE(Accepts(Hundredths(70), Hundredths(60), std::nullopt, Hundredths(71)));
}

// ---- reading the other side --------------------------------------------------------------------

TEST(BargainingOpponent, ExponentialsAreTheirOwn) {
  EXPECT_EQ(ExpMinus(0), 1LL << 31);
  EXPECT_NEAR(static_cast<double>(ExpMinus(kOne)), 790015084.0, 1);           // 2^31 / e
  EXPECT_NEAR(static_cast<double>(ExpMinus(kOne / 2 * 5)), 176276192.0, 21);  // 2^31 × e^−2.5
  EXPECT_EQ(ExpMinus(32LL * kOne), 0);
  std::int64_t last = ExpMinus(0);
  for (std::int64_t x = 1; x < 33LL * kOne; x += 97) {
    ASSERT_LE(ExpMinus(x), last);
    last = ExpMinus(x);
  }
}

TEST(BargainingOpponent, ProfilesAreTwentyFourOrdersOfFourConcerns) {
  const Profiles profiles = DebtProfiles();
  for (int p = 0; p < kProfiles; ++p) {
    std::int64_t sum = 0;
    for (const Q16 w : profiles[p]) sum += w;
    EXPECT_EQ(sum, kOne);
    for (int q = 0; q < p; ++q) EXPECT_NE(profiles[p], profiles[q]);
  }
  EXPECT_GT(profiles[0][kPayNow], profiles[0][kDate]);
  EXPECT_GT(profiles[0][kSecurity], profiles[0][kDiscount]);
  EXPECT_GT(profiles[0][kDiscount], profiles[0][kSupply]);
}

// A customer's values: later, in more parts, without burden, with discount and supply.
Preferences CustomersValues() {
  const Q16 third = kOne / 3;
  Preferences p;
  p.value = {Values{kOne, kOne / 4 * 3, kOne / 2, kOne / 4, 0},
             Values{0, third, 2 * third, kOne, 0},
             Values{0, third, 2 * third, kOne, 0},
             Values{kOne, kOne / 8 * 7, kOne / 2, kOne / 4, kOne / 8},
             Values{0, third / 2, third, kOne, 0},
             Values{0, third, 2 * third, kOne, 0}};
  p.moot = {0, 0, 0, kOne, 0, 0};
  return p;
}

// Offers of a customer with hypothesis `h`, in a band of its target; what it thinks of us is drawn,
// so that offers differ.
OpponentModel Heard(int h, int offers, Draws& draw) {
  const Profiles profiles = DebtProfiles();
  const Hypothesis truth = HypothesisAt(h);
  Preferences theirs = CustomersValues();
  theirs.weight = profiles[truth.profile];
  theirs.reservation = kReservationGrid[truth.reservation];
  OpponentModel model;
  for (int round = 1; round <= offers; ++round) {
    const Preferences imagined = Drawn(kDebtDomain, draw, 20);
    const auto table = TableOf(kDebtDomain, theirs, imagined);
    const Q16 t = TimeAt(round, offers);
    const Q16 target = Target(theirs.reservation, t, kCurveGrid[truth.curve]);
    const auto offer =
        CounterOffer(ViewOf(*table), target, theirs.reservation, Style::kCompromising);
    Observe(kDebtDomain, profiles, CustomersValues(), OutcomeAt(kDebtDomain, *offer), t, &model);
  }
  return model;
}

int MostLikely(const std::array<Q16, kProfiles>& of_profile) {
  return static_cast<int>(std::max_element(of_profile.begin(), of_profile.end()) -
                          of_profile.begin());
}

TEST(BargainingOpponent, BelievesWhatOffersShow) {
  Draws draw(12);
  int found = 0;
  Q16 sure = 0;
  for (int p = 0; p < kProfiles; ++p) {
    const int h = p * 9 + p % 9;  // all reservations and curves in turn
    const auto before = ProfileProbabilities(OpponentModel());
    EXPECT_NEAR(before[p], kOne / kProfiles, 1);
    const auto after = ProfileProbabilities(Heard(h, 24, draw));
    found += MostLikely(after) == p;
    sure += after[p] / kProfiles;
    EXPECT_GT(after[p], before[p]) << p;
  }
  RecordProperty("found", found);
  RecordProperty("mean_probability_q16", sure);
  EXPECT_EQ(found, kProfiles);
  EXPECT_GT(sure, Hundredths(70));
}

TEST(BargainingOpponent, ExpectedUtilityIsTheMeanOverHypotheses) {
  Draws draw(13);
  const Profiles profiles = DebtProfiles();
  const OpponentModel model = Heard(40, 3, draw);
  const Preferences believed = Believed(kDebtDomain, profiles, CustomersValues(), model);
  ASSERT_TRUE(Valid(kDebtDomain, believed));
  const auto probabilities = Probabilities(model);
  for (int index = 0; index < 6400; index += 101) {
    const Outcome o = OutcomeAt(kDebtDomain, index);
    std::int64_t mean = 0;  // Q47
    for (int h = 0; h < kHypotheses; ++h) {
      Preferences theirs = CustomersValues();
      theirs.weight = profiles[HypothesisAt(h).profile];
      mean += probabilities[h] * Utility(kDebtDomain, theirs, o);
    }
    ASSERT_NEAR(Utility(kDebtDomain, believed, o), DivRound(mean, 1LL << 31), 5) << index;
  }
}

TEST(BargainingOpponent, AnAnswerCountsAsMuchAsItIsBelieved) {
  const Profiles profiles = DebtProfiles();
  for (const Concern concern :
       {Concern::kLiquidity, Concern::kSecurity, Concern::kDiscount, Concern::kSupply}) {
    OpponentModel model;
    ObservePriority(profiles, concern, 2 * kOne, &model);
    const auto after = ProfileProbabilities(model);
    // Six of 24 profiles, of one first concern each: 6 / (6 + 18 × e^−2) = 0.71124.
    Q16 together = 0;
    for (int p = 0; p < 6; ++p) together += after[6 * static_cast<int>(concern) + p];
    EXPECT_NEAR(together, 46611, 6);
  }
  OpponentModel unmoved;
  ObservePriority(profiles, Concern::kSupply, 0, &unmoved);
  EXPECT_EQ(unmoved.log_weight, OpponentModel().log_weight);
}

}  // namespace
}  // namespace huikuan::rules::bargaining
