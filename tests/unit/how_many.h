// How often a test repeats what it tries on many seeds.
#pragma once

#include <algorithm>
#include <cstdlib>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HUIKUAN_SANITIZED 1
#endif
#endif

namespace huikuan::test {

// `usual` in a plain run, `full` in `tests/run --full`. Under the sanitizers, where each try costs
// ten times as much and the other editions have tried the rest, a quarter of the usual, at least one
// where there is any.
inline int HowMany(int usual, int full) {
  if (std::getenv("HUIKUAN_FULL") != nullptr) return full;
#ifdef HUIKUAN_SANITIZED
  return std::max(std::min(1, usual), usual / 4);
#else
  return usual;
#endif
}

}  // namespace huikuan::test
