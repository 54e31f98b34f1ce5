#include "content/json.h"

// RapidJSON's empty stack adds to a null pointer before its first allocation; harmless, but the
// sanitizers stop at it.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow"))), apply_to = function)
#endif
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#if defined(__clang__)
#pragma clang attribute pop
#endif
#include <utf8.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace huikuan::content {
namespace {

constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseCommentsFlag |
                            rapidjson::kParseNumbersAsStringsFlag |
                            rapidjson::kParseValidateEncodingFlag;

// Turns offsets into lines and columns. Offsets are asked for in rising order while parsing, so
// the whole file is walked once; a step back starts again from the top.
class Locator {
 public:
  explicit Locator(std::string_view bytes) : bytes_(bytes) {}
  std::pair<int, int> At(std::size_t offset) {
    offset = std::min(offset, bytes_.size());
    if (offset < seen_) *this = Locator(bytes_);
    for (; seen_ < offset; ++seen_) {
      if (bytes_[seen_] == '\n') {
        ++line_;
        line_start_ = seen_ + 1;
      }
    }
    return {line_, static_cast<int>(offset - line_start_) + 1};
  }

 private:
  std::string_view bytes_;
  std::size_t seen_ = 0, line_start_ = 0;
  int line_ = 1;
};

// RapidJSON tells events, not where they began; the stream's position then gives it: containers
// are told before their bracket is taken, everything else right after its last character.
class Builder {
 public:
  Builder(std::string_view bytes, rapidjson::MemoryStream* stream)
      : bytes_(bytes), stream_(stream), locator_(bytes) {}

  bool Null() { return Scalar(JsonValue::Kind::kNull, 4); }
  bool Bool(bool b) {
    if (!Scalar(JsonValue::Kind::kBool, b ? 4 : 5)) return false;
    last_->boolean = b;
    return true;
  }
  bool RawNumber(const char* s, rapidjson::SizeType n, bool) {
    if (!Scalar(JsonValue::Kind::kNumber, n)) return false;
    last_->text.assign(s, n);
    return true;
  }
  bool String(const char* s, rapidjson::SizeType n, bool) {
    if (!Open(JsonValue::Kind::kString, StringStart())) return false;
    last_->text.assign(s, n);
    return true;
  }
  bool Key(const char* s, rapidjson::SizeType n, bool) {
    const auto [line, column] = locator_.At(StringStart());
    stack_.back()->keys.push_back({std::string(s, n), line, column});
    return true;
  }
  bool StartObject() { return OpenContainer(JsonValue::Kind::kObject); }
  bool StartArray() { return OpenContainer(JsonValue::Kind::kArray); }
  bool EndObject(rapidjson::SizeType) {
    const std::vector<JsonKey>& keys = stack_.back()->keys;
    std::vector<std::pair<std::string_view, std::size_t>> sorted;
    for (std::size_t i = 0; i < keys.size(); ++i) sorted.emplace_back(keys[i].name, i);
    std::sort(sorted.begin(), sorted.end());
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i].first != sorted[i - 1].first) continue;
      const JsonKey& key = keys[sorted[i].second];
      error_ = {"json.duplicate_key", {key.name.substr(0, 80)}, {"", key.line, key.column}};
      return false;
    }
    stack_.pop_back();
    return true;
  }
  bool EndArray(rapidjson::SizeType) {
    stack_.pop_back();
    return true;
  }
  // Numbers arrive as strings (kParseNumbersAsStringsFlag); these complete the interface.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  JsonValue TakeRoot() { return std::move(root_); }
  const Error& error() const { return error_; }
  Locator& locator() { return locator_; }

 private:
  bool Scalar(JsonValue::Kind kind, std::size_t length) {
    return Open(kind, stream_->Tell() - length);
  }
  bool OpenContainer(JsonValue::Kind kind) {
    if (stack_.size() >= static_cast<std::size_t>(kMaxJsonDepth)) {
      Fail("json.too_deep", kMaxJsonDepth, stream_->Tell());
      return false;
    }
    if (!Open(kind, stream_->Tell())) return false;
    stack_.push_back(last_);
    return true;
  }
  // Adds a value to what is open. Pointers to open containers stay valid: only the innermost one's
  // list grows.
  bool Open(JsonValue::Kind kind, std::size_t offset) {
    if (++nodes_ > kMaxJsonNodes) {
      Fail("json.too_many_values", static_cast<long>(kMaxJsonNodes), offset);
      return false;
    }
    if (stack_.empty()) {
      last_ = &root_;
    } else {
      last_ = &stack_.back()->items.emplace_back();
    }
    last_->kind = kind;
    std::tie(last_->line, last_->column) = locator_.At(offset);
    return true;
  }
  // The opening quote of the string that just ended: inside a string a quote always follows a
  // backslash, and the opening one never does.
  std::size_t StringStart() const {
    std::size_t at = stream_->Tell() - 2;
    while (at > 0 && !(bytes_[at] == '"' && bytes_[at - 1] != '\\')) --at;
    return at;
  }
  void Fail(const char* code, long limit, std::size_t offset) {
    const auto [line, column] = locator_.At(offset);
    error_ = {code, {std::to_string(limit)}, {"", line, column}};
  }

  std::string_view bytes_;
  rapidjson::MemoryStream* stream_;
  Locator locator_;
  JsonValue root_;
  JsonValue* last_ = nullptr;
  std::vector<JsonValue*> stack_;
  std::size_t nodes_ = 0;
  Error error_;
};

// Bytes no reader should have to think about: NUL would end RapidJSON's stream early.
Status CheckBytes(std::string_view bytes, std::string_view file) {
  if (bytes.size() > kMaxJsonBytes) {
    return Error{"json.too_large", {std::to_string(kMaxJsonBytes)}, {std::string(file), 1, 1}};
  }
  Locator locator(bytes);
  const auto at = [&](const char* code, std::size_t offset) {
    const auto [line, column] = locator.At(offset);
    return Error{code, {}, {std::string(file), line, column}};
  };
  const auto bad = utf8::find_invalid(bytes.begin(), bytes.end());
  if (bad != bytes.end()) {
    return at("json.bad_utf8", static_cast<std::size_t>(bad - bytes.begin()));
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c < 0x20 && c != '\n' && c != '\r' && c != '\t') return at("json.control_character", i);
  }
  return {};
}

}  // namespace

const JsonValue* JsonValue::Find(std::string_view name) const {
  for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
    if (keys[i].name == name) return &items[i];
  }
  return nullptr;
}

Result<JsonValue> ParseJson(std::string_view bytes, std::string_view file) {
  if (Status ok = CheckBytes(bytes, file); !ok) return ok.error();
  constexpr std::string_view kBom = "\xef\xbb\xbf";  // some editors begin files with it
  if (bytes.substr(0, 3) == kBom) bytes.remove_prefix(3);
  rapidjson::MemoryStream stream(bytes.data(), bytes.size());
  Builder builder(bytes, &stream);
  rapidjson::Reader reader;
  const rapidjson::ParseResult parsed = reader.Parse<kFlags>(stream, builder);
  if (parsed) return builder.TakeRoot();
  Error error = builder.error();
  if (error.code.empty()) {
    const auto [line, column] = builder.locator().At(parsed.Offset());
    error = {"json.syntax", {rapidjson::GetParseError_En(parsed.Code())}, {"", line, column}};
  }
  error.where.file = std::string(file);
  return error;
}

}  // namespace huikuan::content
