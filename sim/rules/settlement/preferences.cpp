#include <algorithm>

#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/settlement/settlement.h"

namespace huikuan::rules {

namespace {

using bargaining::Preferences;
using bargaining::Values;
using content::BargainingConcern;

constexpr Values Hundredfold(int a, int b, int c, int d, int e) {
  return {Hundredths(a), Hundredths(b), Hundredths(c), Hundredths(d), Hundredths(e)};
}

// What each position is worth to who pays (design values): pay little, late, in many parts, bind
// yourself to nothing, take a discount, and keep the goods coming. By position of the scales.
constexpr std::array<Values, bargaining::kMaxIssues> kTheirValues = {
    Hundredfold(100, 75, 50, 25, 0),  // share now
    Hundredfold(0, 33, 67, 100, 0),   // date of the rest
    Hundredfold(0, 40, 65, 100, 0),   // instalments
    Hundredfold(100, 85, 40, 0, 30),  // none, signed balance, bank draft, guarantee, title
    Hundredfold(0, 25, 50, 100, 0),   // discount
    Hundredfold(0, 35, 80, 100, 0),   // hold, prepay, continue, priority
};
// Paying at once: no date and no parts to be had, and nothing to secure.
constexpr bargaining::Weights kTheirMoot = {0, 0, 0, kOne, 0, 0};

// Of who is paid, as everybody supposes: cash now before all else.
constexpr std::array<std::int64_t, bargaining::kMaxIssues> kOurWeights = {40, 15, 12, 13, 15, 5};
constexpr std::array<Values, bargaining::kMaxIssues> kOurValues = {
    Hundredfold(0, 25, 50, 75, 100), Hundredfold(100, 67, 33, 0, 0),
    Hundredfold(100, 60, 35, 0, 0),  Hundredfold(0, 25, 85, 90, 60),
    Hundredfold(100, 75, 50, 0, 0),  Hundredfold(70, 100, 60, 0, 0),
};
constexpr bargaining::Weights kOurMoot = {0, kOne, kOne, kOne, 0, 0};

// Liquidity is three issues: half of it the share now, a quarter each the date and the parts.
bargaining::Weights WeightsOf(const content::Bargaining& type, Q16 shortage) {
  const auto of = [&](BargainingConcern concern) {
    return static_cast<std::int64_t>(type.weights[static_cast<std::size_t>(concern)]);
  };
  // Who is short of cash can think of little else: up to double (design value).
  const std::int64_t liquidity =
      of(BargainingConcern::kLiquidity) * (kOne + shortage) / kOne;
  return bargaining::Normalised(
      {liquidity * 2, liquidity, liquidity, of(BargainingConcern::kSecurity) * 4,
       of(BargainingConcern::kDiscount) * 4, of(BargainingConcern::kSupply) * 4},
      kSettlementIssues);
}

// 0: three quarters of a week's payables in hand on average; 1: nothing (as rules/value.cpp).
Q16 Shortage(const world::CustomerTruth& truth) {
  return UnitQ(kOne - static_cast<Q16>(DivRound(static_cast<std::int64_t>(truth.cash_mean) * 4, 3)));
}

// The share of the debt that what they have beyond their floor would pay on one run.
Q16 Means(const World& world, CustomerId c) {
  const world::CustomerTruth& truth = world.state.truth.customers[c];
  const Q16 debt = Weeks(world.customer(c), KnownOutstanding(world.content, world.state.known, c));
  const Q16 left = truth.cash - truth.floor;
  if (left <= 0) return 0;
  return left >= debt ? kOne : static_cast<Q16>(DivRound(static_cast<std::int64_t>(left) * kOne, debt));
}

Q16 ReservationOf(const world::CustomerTruth& truth, const world::PersonTruth& person) {
  Q16 r = static_cast<Q16>(truth.settlement.reservation);
  r -= MulQ(Hundredths(22), person.urgency);
  r -= MulQ(Hundredths(22), person.pressure_cost);
  r -= MulQ(Hundredths(25), person.trust - Hundredths(45));
  r -= MulQ(Hundredths(12), truth.sponsor);
  r += MulQ(Hundredths(30), person.reactance);
  return ClampQ(r, Hundredths(12), Hundredths(85));
}

Preferences Weighing(const Scenario& content, const world::CustomerTruth& truth, CustomerId c,
                     const content::Bargaining& type, unsigned at_hand, Q16 reservation) {
  Preferences theirs;
  theirs.weight = WeightsOf(type, Shortage(truth));
  theirs.value = kTheirValues;
  for (std::size_t i = 0; i < kSettlementShares.size(); ++i) {
    if ((at_hand >> i & 1) == 0) theirs.value[bargaining::kPayNow][i] /= 3;
  }
  theirs.moot = kTheirMoot;
  for (const content::SettlementInterest& interest : content.customers[c].settlement.interests) {
    theirs = bargaining::WithInterest(bargaining::kDebtDomain, theirs,
                                      {interest.issue, interest.value, interest.extra});
  }
  theirs.reservation = reservation;
  return theirs;
}

}  // namespace

bargaining::Style StyleOf(const content::Bargaining& type) {
  static_assert(static_cast<int>(bargaining::Style::kAccommodating) ==
                static_cast<int>(content::BargainingStyle::kAccommodating));
  return static_cast<bargaining::Style>(type.style);
}

std::uint8_t AtHand(const World& world, CustomerId c, PersonId p) {
  // Who means what they promise will not promise at once what is not there (design value).
  const bool honest = world.state.truth.customers[c].people[p].honesty >= kOne / 2;
  const Q16 means = honest ? Means(world, c) : kOne;
  unsigned bits = 0;
  for (std::size_t i = 0; i < kSettlementShares.size(); ++i) {
    if (Hundredths(kSettlementShares[i]) <= means) bits |= 1U << i;
  }
  const unsigned security =
      AllowedTerms(world.content, world.state.known, c)[bargaining::kSecurity];
  return static_cast<std::uint8_t>(bits | (security >> 2) << kSettlementShares.size());
}

Preferences TheirPreferences(const World& world, CustomerId c, PersonId p) {
  const world::CustomerTruth& truth = world.state.truth.customers[c];
  return Weighing(world.content, truth, c, world.style(c, p).bargaining, AtHand(world, c, p),
                  ReservationOf(truth, truth.people[p]));
}

Preferences PreferencesWhenAgreed(const Scenario& content, const world::State& state,
                                  CustomerId c) {
  const world::CustomerTruth& truth = state.truth.customers[c];
  const PersonId p = state.known.customers[c].settlement.person;
  const bool second = ((truth.second_style >> p) & 1) != 0;
  const content::Type& type = content.types[second ? truth.second : truth.type];
  return Weighing(content, truth, c, type.bargaining, truth.settlement.at_hand,
                  static_cast<Q16>(truth.settlement.last_target));
}

bargaining::Allowed AllowedWhenAgreed(const Scenario& content, const world::State& state,
                                      CustomerId c) {
  bargaining::Allowed allowed = AllowedTerms(content, state.known, c);
  const unsigned then = state.truth.customers[c].settlement.at_hand >> kSettlementShares.size();
  allowed[bargaining::kSecurity] = static_cast<std::uint8_t>(3 | then << 2);
  return allowed;
}

const Preferences& BelievedOfUs() {
  static const Preferences ours = [] {
    Preferences all;
    all.weight = bargaining::Normalised(kOurWeights, kSettlementIssues);
    all.value = kOurValues;
    all.moot = kOurMoot;
    return all;
  }();
  return ours;
}

}  // namespace huikuan::rules
