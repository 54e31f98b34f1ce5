// Bits and base64url (RFC 4648 §5, without padding).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huikuan::save {

class BitWriter {
 public:
  // The lowest `bits` (0..64) of value, most significant first.
  void Put(std::uint64_t value, int bits);
  const std::vector<std::uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<std::uint8_t> bytes_;
  int used_ = 0;  // bits of the last byte
};

class BitReader {
 public:
  BitReader(const std::uint8_t* data, std::size_t size) : data_(data), size_bits_(size * 8) {}
  // Reading past the end gives 0 and makes ok() false for good.
  std::uint64_t Get(int bits);
  bool ok() const { return ok_; }

 private:
  const std::uint8_t* data_;
  std::size_t size_bits_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

std::string Base64Url(const std::vector<std::uint8_t>& bytes);
// False if there is a character outside the alphabet or an impossible length.
bool FromBase64Url(std::string_view text, std::vector<std::uint8_t>* bytes);

}  // namespace huikuan::save
