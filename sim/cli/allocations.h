// Counts every allocation of this program (operator new is replaced in allocations.cpp).
#pragma once

#include <cstdint>

namespace huikuan::cli {

std::int64_t AllocationCount();

}  // namespace huikuan::cli
