// Typed reading of one JSON object, with diagnostics. The same calls describe the object when
// there is nothing to read: the JSON Schemas are made by running the loaders once in that mode, so
// that schema and loader cannot disagree.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/diagnostics.h"
#include "content/json.h"
#include "content/scenario.h"
#include "content/vocabulary.h"
#include "core/date.h"

namespace huikuan::content {

// What reading a file needs besides the file.
struct ReadContext {
  std::string file;  // for positions
  Diagnostics* diagnostics = nullptr;
  std::vector<std::string> languages;  // every text needs all of them
  std::vector<Text>* texts = nullptr;  // receives texts; [0] = empty
};

// An id naming something else, with its place. Empty = none.
struct Ref {
  std::string id;
  Where where;
};

enum class Presence : std::uint8_t { kRequired, kOptional };

// Inclusive bounds of a decimal, in whole units.
struct Bounds {
  int low = 0;
  int high = 1;
};
inline constexpr Bounds kUnit{0, 1};
inline constexpr Bounds kSigned{-1, 1};
inline constexpr Bounds kLogit{-10, 10};

class ObjectReader {
 public:
  // `value` null = describe. Reports type.wrong and reads as empty when it is no object.
  ObjectReader(ReadContext& context, const JsonValue* value);
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;
  // Reports keys nobody asked for.
  void Finish();

  bool describing() const { return value_ == nullptr; }
  const JsonValue* raw() const { return value_; }
  ReadContext& context() { return context_; }
  // Of the value under `key`, or of the object.
  Where At(std::string_view key) const;
  Where At(const JsonValue& value) const { return {context_.file, value.line, value.column}; }
  bool Has(std::string_view key) const;

  // The next call's description in the schema.
  ObjectReader& Doc(std::string_view doc) {
    doc_ = doc;
    return *this;
  }

  // A missing value without fallback is an error; so is one of the wrong type or out of range,
  // which reads as the fallback or zero.
  std::string Id(std::string_view key);
  Q16 Decimal(std::string_view key, Bounds bounds, std::optional<Q16> fallback = {});
  Cents Money(std::string_view key, std::optional<Cents> fallback = {});  // not negative
  int Integer(std::string_view key, int low, int high, std::optional<int> fallback = {});
  bool Bool(std::string_view key, std::optional<bool> fallback = {});
  Date DateOf(std::string_view key, Presence presence);
  TextRef Text(std::string_view key, Presence presence);
  Ref RefOf(std::string_view key, Presence presence);  // null also means none
  std::vector<Ref> Refs(std::string_view key, Presence presence);
  std::vector<std::pair<Ref, int>> Weights(std::string_view key, Presence presence);
  std::vector<int> Integers(std::string_view key, int low, int high, std::size_t max,
                            Presence presence);
  std::vector<Date> Dates(std::string_view key, std::size_t max);
  std::pair<int, int> IntegerPair(std::string_view key, int low, int high);
  Features FeaturesOf(std::string_view key, Bounds bounds, Presence presence);
  std::vector<TypedArg> Terms(std::string_view key);

  template <class E>
  E NameOf(std::string_view key, const NameSet& names, std::optional<E> fallback = {}) {
    std::optional<int> number;
    if (fallback) number = static_cast<int>(*fallback);
    return static_cast<E>(NameValue(key, names, number));
  }
  // A list of names: the values in order.
  std::vector<int> NameList(std::string_view key, const NameSet& names, Presence presence);
  // … as bits 1 << value, or as the values themselves where they are bits.
  unsigned NameBits(std::string_view key, const NameSet& names, Presence presence);
  unsigned NameMask(std::string_view key, const NameSet& names, Presence presence);

  using ReadObject = std::function<void(ObjectReader&)>;
  void Object(std::string_view key, Presence presence, const ReadObject& read);
  // A list of objects; `read` gets a reader for each and its Finish is called after.
  void Each(std::string_view key, Presence presence, std::size_t max, const ReadObject& read);
  // Anything else: the raw value (null = absent), described by `schema`.
  const JsonValue* Raw(std::string_view key, Presence presence, std::string schema);

  // The object's schema as JSON text, after the calls of describe mode.
  std::string Schema() const;

 private:
  struct Described {
    std::string key, schema, doc;
    bool required = false;
  };
  // Finds and marks a member; reports a missing one. Describe mode notes `schema`.
  const JsonValue* Take(std::string_view key, bool required, const std::string& schema);
  const JsonValue* TakeKind(std::string_view key, bool required, const std::string& schema,
                            JsonValue::Kind kind);
  bool Is(const JsonValue& value, std::string_view key, JsonValue::Kind kind);
  int NameValue(std::string_view key, const NameSet& names, std::optional<int> fallback);
  int NameIn(const JsonValue& value, std::string_view key, const NameSet& names, int fallback);
  bool CheckId(const JsonValue& value);
  int WholeIn(const JsonValue& value, std::string_view key, int low, int high, int fallback);
  Date DateIn(const JsonValue& value, std::string_view key);
  Q16 DecimalIn(const JsonValue& value, std::string_view key, Bounds bounds, Q16 fallback);
  Cents MoneyIn(const JsonValue& value, std::string_view key, Cents fallback);
  void AddError(const JsonValue& at, std::string code, std::vector<std::string> args);

  ReadContext& context_;
  const JsonValue* value_;
  std::vector<bool> used_;
  std::vector<std::string> asked_;
  std::vector<Described> described_;
  std::string_view doc_;
};

// A text value {"zh": …, "en": …}: checked (reader_text.cpp) and stored; 0 when it is no text.
TextRef ReadText(ReadContext& context, const JsonValue& value);

// Placeholders of a text, sorted, each once; false when braces do not match.
bool Placeholders(std::string_view text, std::vector<std::string>* names);

// Whether bytes are text fit for people: no control characters but line breaks, no marks that
// reorder a line.
bool HasControlCharacters(std::string_view text);

// Ids: [a-z0-9_-]{1,40}.
bool IsId(std::string_view text);

// The position of `ref` among sorted or unsorted `ids`, kNone with ref.unknown when it is not
// there. `what` names what is looked for, interface string "error.what.<what>".
std::uint8_t Resolve(ReadContext& context, const Ref& ref, const std::vector<std::string>& ids,
                     std::string_view what);

// "@error.what.<what>", which Language::Explain turns into words.
std::string What(std::string_view what);

}  // namespace huikuan::content
