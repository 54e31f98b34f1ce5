// Functions by table and linear interpolation, committed as integers: no libm (its results differ
// between glibc and musl). Made by tables.py beside this file.
#pragma once

#include "core/fixed.h"

namespace huikuan {

// 1 / (1 + exp(-x)), x in Q16; exact at the knots, error below 5e-5; flat outside [-8, 8].
Q16 Logistic(Q16 x);

// Standard normal quantile by inverse-CDF table: u in [0, 65535] to Q16 (about ±3.4 at the ends).
Q16 NormalQuantile(std::uint16_t u);
// The same at the middle of one of 32 equal bins, 0 … 31.
Q16 NormalBin(int bin);

}  // namespace huikuan
