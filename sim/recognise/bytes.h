// Numbers as bytes, little-endian, and sorted numbers by their differences, seven bits a byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huikuan::recognise {

inline void PutWord(std::string* out, std::uint32_t word) {
  for (int i = 0; i < 4; ++i) out->push_back(static_cast<char>(word >> (8 * i)));
}

inline void PutShort(std::string* out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) out->push_back(static_cast<char>((number & 0x7f) | 0x80));
  out->push_back(static_cast<char>(number));
}

// Reads as far as there is something to read; `good` tells whether there was.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}
  std::uint32_t Word() {
    const std::string_view four = Take(4);
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < four.size(); ++i) {
      word |= static_cast<std::uint32_t>(static_cast<unsigned char>(four[i])) << (8 * i);
    }
    return word;
  }
  std::uint32_t Short() {
    std::uint32_t number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      const std::string_view one = Take(1);
      if (one.empty()) return 0;
      const auto byte = static_cast<unsigned char>(one[0]);
      number |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
    good_ = false;
    return 0;
  }
  std::string_view Take(std::size_t n) {
    if (left_.size() < n) {
      good_ = false;
      return {};
    }
    const std::string_view out = left_.substr(0, n);
    left_.remove_prefix(n);
    return out;
  }
  bool good() const { return good_; }
  bool done() const { return left_.empty(); }

 private:
  std::string_view left_;
  bool good_ = true;
};

}  // namespace huikuan::recognise
