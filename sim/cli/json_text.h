// Writing one JSON object: keys in the order given, numbers without a locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huikuan::cli {

std::string Quoted(std::string_view text);
// Six decimals, trailing zeros cut: tells all steps of 1/65536 apart.
std::string Decimal(double value);

class JsonObject {
 public:
  JsonObject& Text(std::string_view key, std::string_view value) { return Raw(key, Quoted(value)); }
  JsonObject& Number(std::string_view key, double value) { return Raw(key, Decimal(value)); }
  JsonObject& Integer(std::string_view key, std::int64_t value) {
    return Raw(key, std::to_string(value));
  }
  JsonObject& Flag(std::string_view key, bool value) { return Raw(key, value ? "true" : "false"); }
  // `value` is JSON already.
  JsonObject& Raw(std::string_view key, std::string_view value);
  std::string Done() const { return "{" + body_ + "}"; }

 private:
  std::string body_;
};

// `items` are JSON already.
std::string JsonArray(const std::vector<std::string>& items);

}  // namespace huikuan::cli
