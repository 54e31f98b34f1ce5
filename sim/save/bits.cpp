#include "save/bits.h"

namespace huikuan::save {

void BitWriter::Put(std::uint64_t value, int bits) {
  for (int i = bits - 1; i >= 0; --i) {
    if (used_ == 0) bytes_.push_back(0);
    const auto bit = static_cast<std::uint8_t>((value >> i) & 1);
    bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | (bit << (7 - used_)));
    used_ = (used_ + 1) & 7;
  }
}

std::uint64_t BitReader::Get(int bits) {
  std::uint64_t value = 0;
  for (int i = 0; i < bits; ++i) {
    if (at_ >= size_bits_) {
      ok_ = false;
      return 0;
    }
    const std::uint64_t bit = (data_[at_ / 8] >> (7 - at_ % 8)) & 1U;
    value = (value << 1) | bit;
    ++at_;
  }
  return value;
}

namespace {
constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

int Digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '-') return 62;
  return c == '_' ? 63 : -1;
}
}  // namespace

std::string Base64Url(const std::vector<std::uint8_t>& bytes) {
  std::string out;
  out.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t held = 0;
  int bits = 0;
  for (const std::uint8_t b : bytes) {
    held = (held << 8) | b;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out.push_back(kAlphabet[(held >> bits) & 63]);
    }
  }
  if (bits > 0) out.push_back(kAlphabet[(held << (6 - bits)) & 63]);
  return out;
}

bool FromBase64Url(std::string_view text, std::vector<std::uint8_t>* bytes) {
  bytes->clear();
  if (text.size() % 4 == 1) return false;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const int d = Digit(c);
    if (d < 0) return false;
    held = (held << 6) | static_cast<std::uint32_t>(d);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes->push_back(static_cast<std::uint8_t>(held >> bits));
    }
  }
  // One text for one save: bits left over must be zero, as they were written.
  return (held & ((1U << bits) - 1)) == 0;
}

}  // namespace huikuan::save
