// ObjectReader: lists, objects, references, texts with types.
#include <algorithm>

#include "content/json_schema.h"
#include "content/numbers.h"
#include "content/reader.h"

namespace huikuan::content {
namespace {

using Kind = JsonValue::Kind;
constexpr std::size_t kMaxList = 256;  // longer than any capacity; a bound for hostile files

}  // namespace

Ref ObjectReader::RefOf(std::string_view key, Presence presence) {
  const bool required = presence == Presence::kRequired;
  const JsonValue* value = Take(key, required, required ? schema::Id() : schema::IdOrNull());
  if (value == nullptr || (!required && value->kind == Kind::kNull)) return {};
  if (!Is(*value, key, Kind::kString) || !CheckId(*value)) return {};
  return {value->text, At(*value)};
}

std::vector<Ref> ObjectReader::Refs(std::string_view key, Presence presence) {
  std::vector<Ref> refs;
  const JsonValue* list =
      TakeKind(key, presence == Presence::kRequired, schema::ListOf(schema::Id()), Kind::kArray);
  if (list == nullptr) return refs;
  for (const JsonValue& value : list->items) {
    if (refs.size() == kMaxList) {
      AddError(value, "list.too_long", {std::string(key), std::to_string(kMaxList)});
      break;
    }
    if (!Is(value, key, Kind::kString) || !CheckId(value)) continue;
    const bool twice =
        std::any_of(refs.begin(), refs.end(), [&](const Ref& ref) { return ref.id == value.text; });
    if (twice) {
      AddError(value, "list.twice", {std::string(key), value.text});
    } else {
      refs.push_back({value.text, At(value)});
    }
  }
  return refs;
}

std::vector<std::pair<Ref, int>> ObjectReader::Weights(std::string_view key, Presence presence) {
  std::vector<std::pair<Ref, int>> weights;
  const JsonValue* object =
      TakeKind(key, presence == Presence::kRequired, schema::WeightMap(), Kind::kObject);
  if (object == nullptr) return weights;
  for (std::size_t i = 0; i < object->keys.size() && i < kMaxList; ++i) {
    const JsonKey& id = object->keys[i];
    const Where where{context_.file, id.line, id.column};
    if (!IsId(id.name)) {
      context_.diagnostics->AddError("id.bad", {Clip(id.name)}, where);
      continue;
    }
    weights.push_back({{id.name, where}, WholeIn(object->items[i], id.name, 0, 1'000'000, 0)});
  }
  return weights;
}

std::vector<int> ObjectReader::Integers(std::string_view key, int low, int high, std::size_t max,
                                        Presence presence) {
  std::vector<int> numbers;
  const JsonValue* list =
      TakeKind(key, presence == Presence::kRequired, schema::ListOf(schema::Integer(low, high)), Kind::kArray);
  if (list == nullptr) return numbers;
  for (const JsonValue& value : list->items) {
    if (numbers.size() == max) {
      AddError(value, "list.too_long", {std::string(key), std::to_string(max)});
      break;
    }
    numbers.push_back(WholeIn(value, key, low, high, low));
  }
  return numbers;
}

std::vector<Date> ObjectReader::Dates(std::string_view key, std::size_t max) {
  std::vector<Date> dates;
  const JsonValue* list = TakeKind(key, false, schema::ListOf(schema::IsoDate()), Kind::kArray);
  if (list == nullptr) return dates;
  for (const JsonValue& value : list->items) {
    if (dates.size() == max) {
      AddError(value, "list.too_long", {std::string(key), std::to_string(max)});
      break;
    }
    const Date date = DateIn(value, key);
    if (date != kNoDate) dates.push_back(date);
  }
  return dates;
}

std::pair<int, int> ObjectReader::IntegerPair(std::string_view key, int low, int high) {
  const JsonValue* list = TakeKind(key, true, schema::Pair(low, high), Kind::kArray);
  if (list == nullptr) return {low, low};
  if (list->items.size() != 2) {
    AddError(*list, "list.pair", {std::string(key)});
    return {low, low};
  }
  const int first = WholeIn(list->items[0], key, low, high, low);
  const int second = WholeIn(list->items[1], key, low, high, high);
  if (first > second) AddError(*list, "list.pair", {std::string(key)});
  return {first, std::max(first, second)};
}

Features ObjectReader::FeaturesOf(std::string_view key, Bounds bounds, Presence presence) {
  Features features;
  const std::string schema = describing() ? schema::FeatureMap(bounds) : std::string();
  const JsonValue* value = Take(key, presence == Presence::kRequired, schema);
  if (value == nullptr || !Is(*value, key, Kind::kObject)) return features;
  ObjectReader reader(context_, value);
  for (int i = 0; i < kFeatures; ++i) {
    FeatureAt(features, i) = reader.Decimal(kFeatureNames[i], bounds, 0);
  }
  reader.Finish();
  return features;
}

std::vector<TypedArg> ObjectReader::Terms(std::string_view key) {
  std::vector<TypedArg> terms;
  const JsonValue* object = TakeKind(key, false, schema::Terms(), Kind::kObject);
  if (object == nullptr) return terms;
  for (std::size_t i = 0; i < object->keys.size() && i < kMaxList; ++i) {
    const JsonKey& name = object->keys[i];
    const JsonValue& value = object->items[i];
    if (!IsId(name.name)) {
      context_.diagnostics->AddError("id.bad", {Clip(name.name)},
                                     {context_.file, name.line, name.column});
      continue;
    }
    TypedArg term{name.name, TypedArg::Kind::kNumber, 0};
    bool too_large = false;
    if (value.kind == Kind::kObject) {
      term.kind = TypedArg::Kind::kText;
      term.value = ReadText(context_, value);
    } else if (value.kind == Kind::kNumber) {
      term.value = WholeIn(value, name.name, -1'000'000'000, 1'000'000'000, 0);
    } else if (!Is(value, name.name, Kind::kString)) {
      continue;
    } else if (const Result<Date> date = ParseDate(value.text); date.ok()) {
      term.kind = TypedArg::Kind::kDate;
      term.value = date.value();
    } else if (const std::optional<Cents> amount = ParseMoney(value.text, &too_large)) {
      term.kind = TypedArg::Kind::kMoney;
      term.value = *amount;
    } else {
      AddError(value, "term.bad", {name.name, Clip(value.text)});
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

std::vector<int> ObjectReader::NameList(std::string_view key, const NameSet& names,
                                        Presence presence) {
  std::vector<int> values;
  const JsonValue* list = TakeKind(key, presence == Presence::kRequired,
                                   schema::ListOf(schema::OneOf(names)), Kind::kArray);
  if (list == nullptr) return values;
  for (const JsonValue& value : list->items) {
    if (values.size() == kMaxList) break;
    const int name = NameIn(value, key, names, -1);
    if (name < 0) continue;
    if (std::find(values.begin(), values.end(), name) != values.end()) {
      AddError(value, "list.twice", {std::string(key), value.text});
    } else {
      values.push_back(name);
    }
  }
  return values;
}

unsigned ObjectReader::NameBits(std::string_view key, const NameSet& names, Presence presence) {
  unsigned bits = 0;
  for (const int value : NameList(key, names, presence)) bits |= 1U << value;
  return bits;
}

unsigned ObjectReader::NameMask(std::string_view key, const NameSet& names, Presence presence) {
  unsigned bits = 0;
  for (const int value : NameList(key, names, presence)) bits |= static_cast<unsigned>(value);
  return bits;
}

void ObjectReader::Object(std::string_view key, Presence presence, const ReadObject& read) {
  const bool required = presence == Presence::kRequired;
  if (describing()) {
    ObjectReader child(context_, nullptr);
    read(child);
    Take(key, required, child.Schema());
    return;
  }
  const JsonValue* value = TakeKind(key, required, {}, Kind::kObject);
  if (value == nullptr) return;
  ObjectReader child(context_, value);
  read(child);
  child.Finish();
}

void ObjectReader::Each(std::string_view key, Presence presence, std::size_t max,
                        const ReadObject& read) {
  const bool required = presence == Presence::kRequired;
  if (describing()) {
    ObjectReader child(context_, nullptr);
    read(child);
    Take(key, required, schema::ListOf(child.Schema(), max));
    return;
  }
  const JsonValue* list = TakeKind(key, required, {}, Kind::kArray);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    if (i == max) {
      AddError(list->items[i], "capacity.exceeded",
               {std::string(key), std::to_string(list->items.size()), std::to_string(max)});
      break;
    }
    ObjectReader child(context_, &list->items[i]);
    if (list->items[i].kind != Kind::kObject) continue;
    read(child);
    child.Finish();
  }
}

const JsonValue* ObjectReader::Raw(std::string_view key, Presence presence, std::string schema) {
  return Take(key, presence == Presence::kRequired, schema);
}

std::string ObjectReader::Schema() const {
  std::string properties, required;
  for (const Described& row : described_) {
    properties += (properties.empty() ? "" : ", ") + schema::Quote(row.key) + ": " +
                  schema::WithDoc(row.schema, row.doc);
    if (row.required) required += (required.empty() ? "" : ", ") + schema::Quote(row.key);
  }
  std::string out = "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {" +
                    properties + "}";
  if (!required.empty()) out += ", \"required\": [" + required + "]";
  return out + "}";
}

}  // namespace huikuan::content
