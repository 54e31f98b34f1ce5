// What the other party wants, worked out from its offers (models.md §4; Bayesian models of
// opponents: Hindriks and Tykhonov 2008): 24 profiles of weights × 3 reservations × 3 curves = 216
// hypotheses. Values of each issue are taken as known: everybody knows that a debtor would rather
// pay later; what counts for how much is the secret. Log-weights in fixed point, so that every
// platform believes the same.
#pragma once

#include "rules/bargaining/concession.h"

namespace huikuan::rules::bargaining {

inline constexpr int kProfiles = 24;
inline constexpr int kReservations = 3;
inline constexpr int kCurves = 3;
inline constexpr int kHypotheses = kProfiles * kReservations * kCurves;

// Design values: the middle of what cases draw, and a good step to either side.
inline constexpr std::array<Q16, kReservations> kReservationGrid = {Hundredths(20), Hundredths(40),
                                                                    Hundredths(60)};
// NegMAS's Boulware, linear and conceder.
inline constexpr std::array<Curve, kCurves> kCurveGrid = {Curve::kFourth, Curve::kLinear,
                                                          Curve::kFourthRoot};

using Profiles = std::array<Weights, kProfiles>;

// What a debtor may be anxious about. Liquidity is three issues: the share paid now, the date of
// the rest, its instalments.
enum class Concern : std::uint8_t { kLiquidity, kSecurity, kDiscount, kSupply };
inline constexpr int kConcerns = 4;

// Profiles of the debt's domain: the 4! = 24 orders of the four concerns, weighing 0.45, 0.30, 0.17
// and 0.08 (rounded, exactly 1 together); of liquidity half is the share paid now, a quarter each
// the date and the instalments. Design values. Orders are lexicographic: profile 0 is the concerns
// as listed above.
Profiles DebtProfiles();

struct Hypothesis {
  int profile;
  int reservation;  // of kReservationGrid
  int curve;        // of kCurveGrid
};
Hypothesis HypothesisAt(int index);

// Plain values, to be cloned with a state.
struct OpponentModel {
  // Natural logarithms, Q16, relative to the most likely: ≤ 0, one of them 0.
  std::array<std::int64_t, kHypotheses> log_weight{};  // zeros: all equally likely
};

// Their offer at time t. Likelihood of a hypothesis: normal, N(U_h(offer) − target_h(t); 0.1), that
// is a log-weight less (difference)² / (2·0.1²) = 50·(difference)². `values` gives values and moot
// worths; its weights and reservation are not looked at.
void Observe(const Domain& domain, const Profiles& profiles, const Preferences& values,
             const Outcome& offer, Q16 t, OpponentModel* model);
// An answer, about the debt's domain: they say that `concern` matters most. Hypotheses in which
// another weighs more become less likely by e^−doubt; doubt in Q16 natural logarithms, ≥ 0: 2.0 for
// a plain answer from who trusts us, 0 for one nobody need believe (design values).
void ObservePriority(const Profiles& profiles, Concern concern, Q16 doubt, OpponentModel* model);

// Probabilities of all hypotheses, Q31; their sum is 1 up to rounding.
std::array<std::int64_t, kHypotheses> Probabilities(const OpponentModel& model);
// Of a profile whatever reservation and curve. Q16.
std::array<Q16, kProfiles> ProfileProbabilities(const OpponentModel& model);
// What they are expected to want: values are common to all hypotheses and utility is linear in the
// weights, so that these preferences give the expected utility of every outcome. The reservation is
// the expected one.
Preferences Believed(const Domain& domain, const Profiles& profiles, const Preferences& values,
                     const OpponentModel& model);

// e^−x in Q31 for x ≥ 0 in Q16: a product of e^−(2^k) for the bits of x, error below 21 units; 0
// from 32 on.
std::int64_t ExpMinus(std::int64_t x);

}  // namespace huikuan::rules::bargaining
