#include "core/hash.h"

namespace huikuan {

std::uint64_t HashBytes(std::uint64_t h, const void* data, std::size_t size) {
  const auto* p = static_cast<const unsigned char*>(data);
  std::size_t left = size;
  while (left > 0) {
    std::uint64_t word = 0;
    const std::size_t n = left < 8 ? left : 8;
    for (std::size_t i = 0; i < n; ++i) word |= static_cast<std::uint64_t>(p[i]) << (8 * i);
    h = HashWord(h, word);
    p += n;
    left -= n;
  }
  return HashWord(h, size);
}

}  // namespace huikuan
