// How a party concedes, answers with an offer, and accepts (models.md §4).
#pragma once

#include <optional>

#include "rules/bargaining/solutions.h"

namespace huikuan::rules::bargaining {

// The five modes of handling conflict (Thomas and Kilmann 1974).
enum class Style : std::uint8_t {
  kCompeting,
  kCollaborating,
  kCompromising,
  kAvoiding,
  kAccommodating,
};

// The exponent e of a polynomial time-dependent curve, 1 − t^e (NegMAS: 4 Boulware, 1 linear, 0.25
// conceder). Closed, for each is made of exact products and integer roots.
enum class Curve : std::uint8_t { kSixth, kFourth, kLinear, kRoot, kFourthRoot };
// Competing 6 (models.md: 4–8), collaborating and compromising 1, accommodating 0.25 (0.25–0.5).
// Avoiding 4: a design value; they do not answer, but give in late.
Curve CurveOf(Style style);
// t^e, Q16, t in 0..1; t^e(0) = 0 and t^e(1) = 1 exactly, never falling in t.
Q16 Power(Q16 t, Curve curve);

// Round `round` of `rounds` as time 0..1; rounds ≥ 1, round is clamped to 0 … rounds.
Q16 TimeAt(int round, int rounds);

// target(t) = r + (1 − r)(1 − t^e): the utility a party asks for at time t. Begins at 1, ends at
// its reservation r, both exactly; never rises. Q16.
Q16 Target(Q16 reservation, Q16 t, Curve curve);

// Relative tit-for-tat of lag 1 (Faratin, Sierra and Jennings 1998): my last target × (what their
// offer before last was worth to me / what their last one is worth), within reservation … 1. They
// made me a better offer: I ask for less, in proportion. A last offer worth nothing after a better
// one: 1; both worth nothing: my last target.
Q16 Mirrored(Q16 my_last, Q16 before_last_offer, Q16 last_offer, Q16 reservation);
// (1 − weight)·by_time + weight·mirrored; weight 0.3 … 0.6 for who reciprocates (models.md §4), in
// general 0..1.
Q16 Mixed(Q16 by_time, Q16 mirrored, Q16 weight);

inline constexpr Q16 kBand = Hundredths(3);  // how near to the target an offer lies (models.md §4)

// One party's own utilities of the outcomes of a list, and what it believes the other's to be (an
// opponent model, see opponent.h).
struct View {
  const Q16* own;
  const Q16* believed;
  const std::uint16_t* listed;
  int count;
};

// The offer a party makes: among outcomes within kBand of the target, and not below the
// reservation, the one best for the other as believed; then better for itself; then the lowest
// index. Where none lies there: the worst for itself of those above. Where nothing is above either
// (a target nothing reaches): the best for itself. Collaborating looks for trade-offs: of
// everything not below the band, the greatest believed sum (a design value; what the other would
// take costs nothing then). None for avoiding, and where every outcome is below the reservation.
std::optional<int> CounterOffer(const View& view, Q16 target, Q16 reservation, Style style);

// Takes an offer that is worth the target, or as much as the party's own next one (the acceptance
// conditions AC_const and AC_next of Baarslag 2014); never one below its reservation.
bool Accepts(Q16 offered, Q16 target, std::optional<Q16> own_next, Q16 reservation);

}  // namespace huikuan::rules::bargaining
