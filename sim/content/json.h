// JSON with comments -> a small tree with positions. Iterative and bounded: hostile bytes give an
// Error, never a deep stack, a huge allocation or an exception. Numbers stay as written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace huikuan::content {

inline constexpr int kMaxJsonDepth = 32;
inline constexpr std::size_t kMaxJsonBytes = 2 * 1024 * 1024;
inline constexpr std::size_t kMaxJsonNodes = 200'000;

struct JsonKey {
  std::string name;
  int line = 0;
  int column = 0;
};

struct JsonValue {
  enum class Kind : unsigned char { kNull, kBool, kNumber, kString, kArray, kObject };
  Kind kind = Kind::kNull;
  bool boolean = false;
  int line = 0;  // of the first character
  int column = 0;
  std::string text;              // kString: the characters; kNumber: as written
  std::vector<JsonKey> keys;     // kObject: in file order; keys[i] names items[i]
  std::vector<JsonValue> items;  // kArray, kObject

  // The member called `name`, or null.
  const JsonValue* Find(std::string_view name) const;
};

// Error codes: json.syntax {reason}, json.bad_utf8, json.control_character, json.too_large
// {limit}, json.too_deep {limit}, json.too_many_values {limit}, json.duplicate_key {key}; `where`
// names `file`.
Result<JsonValue> ParseJson(std::string_view bytes, std::string_view file);

}  // namespace huikuan::content
