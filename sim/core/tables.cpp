#include "core/tables.h"

#include "core/tables_data.h"

namespace huikuan {

Q16 Logistic(Q16 x) {
  constexpr Q16 kLow = -8 * kOne;
  if (x <= kLow) return kLogistic[0];
  if (x >= -kLow) return kLogistic[256];
  const std::int64_t at = static_cast<std::int64_t>(x) - kLow;  // knots are 4096 apart
  const std::int64_t i = at >> 12;
  const std::int64_t part = at & 4095;
  const std::int64_t lo = kLogistic[i];
  const std::int64_t hi = kLogistic[i + 1];
  return static_cast<Q16>(lo + DivRound((hi - lo) * part, 4096));
}

// u = bin × 2048 + 1024 is a knot.
Q16 NormalBin(int bin) { return kNormal[bin * 32 + 16]; }

Q16 NormalQuantile(std::uint16_t u) {
  const int i = u >> 6;
  const int j = i < 1023 ? i + 1 : i;
  const std::int64_t lo = kNormal[i];
  const std::int64_t hi = kNormal[j];
  return static_cast<Q16>(lo + DivRound((hi - lo) * (u & 63), 64));
}

}  // namespace huikuan
