// Fixed-point arithmetic for State and rules. No floating point here or above, so that every
// compiler and WebAssembly agree bit for bit (the determinism contract, sim/README.md).
//   Q16   : Q16.16 in int32; attitudes and probabilities, 65536 = 1.0
//   Cents : int64 money in hundredths of the scenario's currency unit
//   Ppm   : int32 rates in parts per million
// All rounding is half to even.
#pragma once

#include <cstdint>

namespace huikuan {

using Q16 = std::int32_t;
using Cents = std::int64_t;
using Ppm = std::int32_t;

inline constexpr Q16 kOne = 65536;
inline constexpr Cents kMaxMoney = 1'000'000'000'000'00LL * 10;  // ¥10 trillion: sums stay in int64

// n / d rounded half to even. Precondition: d > 0.
constexpr std::int64_t DivRound(std::int64_t n, std::int64_t d) {
  std::int64_t q = n / d;
  std::int64_t r = n % d;
  if (r < 0) {
    r += d;
    --q;
  }
  const std::int64_t rest = d - r;  // compare r with d/2 without overflow
  if (r > rest || (r == rest && (q & 1) != 0)) ++q;
  return q;
}

// The same as DivRound(a × b, kOne), without a branch: just under a half is added, a whole half if
// the quotient is odd, and the rest falls away.
constexpr Q16 MulQ(Q16 a, Q16 b) {
  const std::int64_t n = static_cast<std::int64_t>(a) * b;
  return static_cast<Q16>((n + 0x7fff + ((n >> 16) & 1)) >> 16);
}
// a / b in Q16. Precondition: b > 0.
constexpr Q16 DivQ(Q16 a, Q16 b) {
  return static_cast<Q16>(DivRound(static_cast<std::int64_t>(a) * kOne, b));
}
constexpr Q16 ClampQ(Q16 v, Q16 lo, Q16 hi) { return v < lo ? lo : (v > hi ? hi : v); }
constexpr Q16 UnitQ(Q16 v) { return ClampQ(v, 0, kOne); }

// amount × q. Exact for |amount| ≤ kMaxMoney and 0 ≤ q ≤ 4.0: splits so that nothing overflows.
constexpr Cents MulMoney(Cents amount, Q16 q) {
  const std::int64_t whole = amount / kOne;
  const std::int64_t part = amount % kOne;
  return whole * q + DivRound(part * q, kOne);
}
// amount × rate, rate in ppm; same ranges.
constexpr Cents MulPpm(Cents amount, Ppm rate) {
  const std::int64_t whole = amount / 1'000'000;
  const std::int64_t part = amount % 1'000'000;
  return whole * rate + DivRound(part * rate, 1'000'000);
}

// Q16 from hundredths, for constants in rules: Hundredths(35) = 0.35.
constexpr Q16 Hundredths(int h) {
  return static_cast<Q16>(DivRound(static_cast<std::int64_t>(h) * kOne, 100));
}

}  // namespace huikuan
