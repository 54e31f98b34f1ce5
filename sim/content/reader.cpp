#include "content/reader.h"

#include <algorithm>

#include "content/json_schema.h"
#include "content/numbers.h"

namespace huikuan::content {
namespace {

using Kind = JsonValue::Kind;

std::string KindName(Kind kind) {
  constexpr std::string_view kNames[] = {"null", "bool", "number", "string", "list", "object"};
  return "@error.kind." + std::string(kNames[static_cast<std::size_t>(kind)]);
}

std::string Range(int n) { return std::to_string(n); }

}  // namespace

std::string What(std::string_view what) { return "@error.what." + std::string(what); }

bool IsId(std::string_view text) {
  if (text.empty() || text.size() > 40) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::uint8_t Resolve(ReadContext& context, const Ref& ref, const std::vector<std::string>& ids,
                     std::string_view what) {
  if (ref.id.empty()) return kNone;
  for (std::size_t i = 0; i < ids.size() && i < kNone; ++i) {
    if (ids[i] == ref.id) return static_cast<std::uint8_t>(i);
  }
  context.diagnostics->AddError("ref.unknown", {What(what), Clip(ref.id), Suggest(ref.id, ids)},
                                ref.where);
  return kNone;
}

ObjectReader::ObjectReader(ReadContext& context, const JsonValue* value)
    : context_(context), value_(value) {
  if (value == nullptr) return;
  if (value->kind != Kind::kObject) {
    AddError(*value, "type.wrong", {"", KindName(Kind::kObject), KindName(value->kind)});
  }
  used_.assign(value->keys.size(), false);
}

void ObjectReader::Finish() {
  if (describing()) return;
  for (std::size_t i = 0; i < used_.size(); ++i) {
    if (used_[i]) continue;
    const JsonKey& key = value_->keys[i];
    context_.diagnostics->AddError("key.unknown", {Clip(key.name), Suggest(key.name, asked_)},
                                   {context_.file, key.line, key.column});
  }
}

Where ObjectReader::At(std::string_view key) const {
  if (describing()) return {context_.file, 0, 0};
  const JsonValue* value = value_->Find(key);
  return At(value != nullptr ? *value : *value_);
}

bool ObjectReader::Has(std::string_view key) const {
  return !describing() && value_->Find(key) != nullptr;
}

void ObjectReader::AddError(const JsonValue& at, std::string code, std::vector<std::string> args) {
  context_.diagnostics->AddError(std::move(code), std::move(args), At(at));
}

const JsonValue* ObjectReader::Take(std::string_view key, bool required,
                                    const std::string& schema) {
  if (describing()) {
    described_.push_back({std::string(key), schema, std::string(doc_), required});
    doc_ = {};
    return nullptr;
  }
  doc_ = {};
  asked_.emplace_back(key);
  for (std::size_t i = 0; i < used_.size(); ++i) {
    if (value_->keys[i].name != key) continue;
    used_[i] = true;
    return &value_->items[i];
  }
  if (required && value_->kind == Kind::kObject) {
    AddError(*value_, "key.missing", {std::string(key)});
  }
  return nullptr;
}

bool ObjectReader::Is(const JsonValue& value, std::string_view key, Kind kind) {
  if (value.kind == kind) return true;
  AddError(value, "type.wrong", {std::string(key), KindName(kind), KindName(value.kind)});
  return false;
}

const JsonValue* ObjectReader::TakeKind(std::string_view key, bool required,
                                        const std::string& schema, Kind kind) {
  const JsonValue* value = Take(key, required, schema);
  return value != nullptr && Is(*value, key, kind) ? value : nullptr;
}

bool ObjectReader::CheckId(const JsonValue& value) {
  if (IsId(value.text)) return true;
  AddError(value, "id.bad", {Clip(value.text)});
  return false;
}

std::string ObjectReader::Id(std::string_view key) {
  const JsonValue* value = TakeKind(key, true, schema::Id(), Kind::kString);
  return value != nullptr && CheckId(*value) ? value->text : std::string();
}

Q16 ObjectReader::DecimalIn(const JsonValue& value, std::string_view key, Bounds bounds,
                            Q16 fallback) {
  if (!Is(value, key, Kind::kString)) return fallback;
  const std::optional<Q16> number = ParseQ16(value.text);
  if (!number) {
    AddError(value, "number.bad", {std::string(key), Clip(value.text)});
    return fallback;
  }
  if (*number < bounds.low * kOne || *number > bounds.high * kOne) {
    AddError(value, "number.range",
             {std::string(key), Clip(value.text), Range(bounds.low), Range(bounds.high)});
    return fallback;
  }
  return *number;
}

Q16 ObjectReader::Decimal(std::string_view key, Bounds bounds, std::optional<Q16> fallback) {
  const JsonValue* value = Take(key, !fallback, schema::Decimal(bounds));
  return value != nullptr ? DecimalIn(*value, key, bounds, fallback.value_or(0))
                          : fallback.value_or(0);
}

Cents ObjectReader::MoneyIn(const JsonValue& value, std::string_view key, Cents fallback) {
  if (!Is(value, key, Kind::kString)) return fallback;
  bool too_large = false;
  const std::optional<Cents> amount = ParseMoney(value.text, &too_large);
  if (!amount && !too_large) {
    AddError(value, "money.bad", {std::string(key), Clip(value.text)});
    return fallback;
  }
  if (!amount || *amount < 0) {
    AddError(value, "money.range", {std::string(key), Clip(value.text)});
    return fallback;
  }
  return *amount;
}

Cents ObjectReader::Money(std::string_view key, std::optional<Cents> fallback) {
  const JsonValue* value = Take(key, !fallback, schema::Money());
  return value != nullptr ? MoneyIn(*value, key, fallback.value_or(0)) : fallback.value_or(0);
}

int ObjectReader::WholeIn(const JsonValue& value, std::string_view key, int low, int high,
                          int fallback) {
  if (!Is(value, key, Kind::kNumber)) return fallback;
  const std::optional<std::int64_t> number = ParseWhole(value.text);
  if (!number || *number < low || *number > high) {
    AddError(value, "number.range", {std::string(key), Clip(value.text), Range(low), Range(high)});
    return fallback;
  }
  return static_cast<int>(*number);
}

int ObjectReader::Integer(std::string_view key, int low, int high, std::optional<int> fallback) {
  const JsonValue* value = Take(key, !fallback, schema::Integer(low, high));
  const int otherwise = fallback.value_or(low);
  return value != nullptr ? WholeIn(*value, key, low, high, otherwise) : otherwise;
}

bool ObjectReader::Bool(std::string_view key, std::optional<bool> fallback) {
  const JsonValue* value = TakeKind(key, !fallback, schema::Bool(), Kind::kBool);
  return value != nullptr ? value->boolean : fallback.value_or(false);
}

Date ObjectReader::DateIn(const JsonValue& value, std::string_view key) {
  if (!Is(value, key, Kind::kString)) return kNoDate;
  const Result<Date> date = ParseDate(value.text);
  if (date.ok()) return date.value();
  AddError(value, "date.bad", {Clip(value.text)});
  return kNoDate;
}

Date ObjectReader::DateOf(std::string_view key, Presence presence) {
  const JsonValue* value = Take(key, presence == Presence::kRequired, schema::IsoDate());
  return value != nullptr ? DateIn(*value, key) : kNoDate;
}

TextRef ObjectReader::Text(std::string_view key, Presence presence) {
  const JsonValue* value = Take(key, presence == Presence::kRequired, schema::Reference("text"));
  return value != nullptr ? ReadText(context_, *value) : 0;
}

int ObjectReader::NameIn(const JsonValue& value, std::string_view key, const NameSet& names,
                         int fallback) {
  if (!Is(value, key, Kind::kString)) return fallback;
  if (const Name* name = names.Find(value.text)) return name->value;
  std::vector<std::string> known;
  for (const Name& row : names.rows) known.emplace_back(row.name);
  AddError(value, "name.unknown", {What(names.what), Clip(value.text), Suggest(value.text, known)});
  return fallback;
}

int ObjectReader::NameValue(std::string_view key, const NameSet& names,
                            std::optional<int> fallback) {
  const JsonValue* value = Take(key, !fallback, schema::OneOf(names));
  return value != nullptr ? NameIn(*value, key, names, fallback.value_or(0)) : fallback.value_or(0);
}

}  // namespace huikuan::content
