#include "rules/bargaining/concession.h"

#include <algorithm>

#include "rules/bargaining/measures.h"

namespace huikuan::rules::bargaining {

namespace {

constexpr std::int64_t kOneQ31 = 1LL << 31;

// a·b in Q31.
std::int64_t MulQ31(std::int64_t a, std::int64_t b) { return DivRound(a * b, kOneQ31); }

// √x in Q31, exact at 0 and 1.
std::int64_t RootQ31(std::int64_t x) { return SquareRoot(static_cast<std::uint64_t>(x) << 31); }

// What an offer is chosen by, greater first.
struct OfferMerit {
  std::int64_t first = 0;
  std::int64_t second = 0;
  bool operator>(const OfferMerit& other) const {
    return first != other.first ? first > other.first : second > other.second;
  }
};

}  // namespace

Curve CurveOf(Style style) {
  switch (style) {
    case Style::kCompeting:
      return Curve::kSixth;
    case Style::kAvoiding:
      return Curve::kFourth;
    case Style::kAccommodating:
      return Curve::kFourthRoot;
    case Style::kCollaborating:
    case Style::kCompromising:
      break;
  }
  return Curve::kLinear;
}

Q16 Power(Q16 t, Curve curve) {
  const std::int64_t x = static_cast<std::int64_t>(UnitQ(t)) << 15;
  const std::int64_t square = MulQ31(x, x);
  std::int64_t power = x;
  switch (curve) {
    case Curve::kSixth:
      power = MulQ31(MulQ31(square, square), square);
      break;
    case Curve::kFourth:
      power = MulQ31(square, square);
      break;
    case Curve::kLinear:
      break;
    case Curve::kRoot:
      power = RootQ31(x);
      break;
    case Curve::kFourthRoot:
      power = RootQ31(RootQ31(x));
      break;
  }
  return static_cast<Q16>(DivRound(power, 1 << 15));
}

Q16 TimeAt(int round, int rounds) {
  return static_cast<Q16>(
      DivRound(static_cast<std::int64_t>(std::clamp(round, 0, rounds)) * kOne, rounds));
}

Q16 Target(Q16 reservation, Q16 t, Curve curve) {
  return reservation + MulQ(kOne - reservation, kOne - Power(t, curve));
}

Q16 Mirrored(Q16 my_last, Q16 before_last_offer, Q16 last_offer, Q16 reservation) {
  if (last_offer <= 0) return before_last_offer > 0 ? kOne : my_last;
  const std::int64_t asked =
      DivRound(static_cast<std::int64_t>(my_last) * before_last_offer, last_offer);
  return static_cast<Q16>(std::clamp<std::int64_t>(asked, reservation, kOne));
}

Q16 Mixed(Q16 by_time, Q16 mirrored, Q16 weight) {
  return by_time + MulQ(mirrored - by_time, UnitQ(weight));
}

std::optional<int> CounterOffer(const View& view, Q16 target, Q16 reservation, Style style) {
  if (style == Style::kAvoiding) return std::nullopt;
  const bool trades = style == Style::kCollaborating;
  const Q16 lowest = std::max(target - kBand, reservation);
  const Q16 highest = trades ? kOne : target + kBand;
  int best = kNoOutcome, above = kNoOutcome, top = kNoOutcome;
  OfferMerit merit;
  for (int n = 0; n < view.count; ++n) {
    const int index = view.listed[n];
    const Q16 own = view.own[index];
    const Q16 believed = view.believed[index];
    const auto equal_but_better = [&](int other) {
      return own == view.own[other] && believed > view.believed[other];
    };
    if (own >= reservation && (top == kNoOutcome || own > view.own[top] || equal_but_better(top))) {
      top = index;
    }
    if (own < lowest) continue;
    if (own > highest) {
      if (above == kNoOutcome || own < view.own[above] || equal_but_better(above)) above = index;
      continue;
    }
    const OfferMerit its = trades ? OfferMerit{own + believed, own} : OfferMerit{believed, own};
    if (best == kNoOutcome || its > merit) {
      best = index;
      merit = its;
    }
  }
  if (best == kNoOutcome) best = above != kNoOutcome ? above : top;
  if (best == kNoOutcome) return std::nullopt;
  return best;
}

bool Accepts(Q16 offered, Q16 target, std::optional<Q16> own_next, Q16 reservation) {
  if (offered < reservation) return false;
  return offered >= target || (own_next.has_value() && offered >= *own_next);
}

}  // namespace huikuan::rules::bargaining
