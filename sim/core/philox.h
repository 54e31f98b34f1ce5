// Counter-based random numbers: Philox4x32-10 (Salmon et al., SC 2011) from the Random123 library.
// A draw is a pure function of key and counter, so that adding one never shifts another.
#pragma once

#include <array>
#include <cstdint>

namespace huikuan {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

PhiloxCounter Philox(PhiloxCounter counter, PhiloxKey key);

}  // namespace huikuan
