// Pieces of JSON Schema (draft-07) as text, for ObjectReader's describe mode and schema.cpp.
#pragma once

#include <string>
#include <string_view>

#include "content/vocabulary.h"

namespace huikuan::content {

struct Bounds;

namespace schema {

std::string Quote(std::string_view text);  // as a JSON string
std::string Id();
std::string IdOrNull();
std::string Decimal(Bounds bounds);
std::string Money();
std::string Integer(int low, int high);
std::string Bool();
std::string IsoDate();
std::string OneOf(const NameSet& names);
std::string ListOf(const std::string& items, std::size_t max = 0);
std::string Pair(int low, int high);
std::string WeightMap();
std::string FeatureMap(Bounds bounds);
std::string Terms();
std::string Reference(std::string_view definition);  // "#/definitions/…"
std::string WithDoc(const std::string& schema, std::string_view doc);

}  // namespace schema
}  // namespace huikuan::content
