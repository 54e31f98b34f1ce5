// A 64-bit hash over canonical bytes, the same on every platform. Not cryptographic: it finds
// accidents and disagreements between builds, not forgers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace huikuan {

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection with full avalanche.
constexpr std::uint64_t Mix64(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

constexpr std::uint64_t HashWord(std::uint64_t h, std::uint64_t word) {
  return Mix64(h ^ Mix64(word));
}

// Eight bytes at a time, little-endian; the length is part of the hash.
std::uint64_t HashBytes(std::uint64_t h, const void* data, std::size_t size);
inline std::uint64_t HashText(std::uint64_t h, std::string_view text) {
  return HashBytes(h, text.data(), text.size());
}

}  // namespace huikuan
