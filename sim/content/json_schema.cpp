#include "content/json_schema.h"

#include "content/reader.h"

namespace huikuan::content::schema {

std::string Quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

namespace {
constexpr std::string_view kIdPattern = "^[a-z0-9_-]{1,40}$";
std::string Pattern(std::string_view pattern) {
  return "{\"type\": \"string\", \"pattern\": " + Quote(pattern) + "}";
}
}  // namespace

std::string Id() { return Pattern(kIdPattern); }
std::string IdOrNull() {
  return "{\"type\": [\"string\", \"null\"], \"pattern\": " + Quote(kIdPattern) + "}";
}
std::string Decimal(Bounds bounds) {
  const std::string sign = bounds.low < 0 ? "-?" : "";
  return "{\"type\": \"string\", \"pattern\": " +
         Quote("^" + sign + "(0|[1-9][0-9]{0,3})(\\.[0-9]{1,9})?$") + ", \"$comment\": " +
         Quote("from " + std::to_string(bounds.low) + " to " + std::to_string(bounds.high)) + "}";
}
std::string Money() { return Pattern("^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,2})?$"); }
std::string Integer(int low, int high) {
  return "{\"type\": \"integer\", \"minimum\": " + std::to_string(low) +
         ", \"maximum\": " + std::to_string(high) + "}";
}
std::string Bool() { return "{\"type\": \"boolean\"}"; }
std::string IsoDate() { return Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"); }

std::string OneOf(const NameSet& names) {
  std::string out;
  for (const Name& row : names.rows) out += (out.empty() ? "" : ", ") + Quote(row.name);
  return "{\"enum\": [" + out + "]}";
}
std::string ListOf(const std::string& items, std::size_t max) {
  const std::string limit = max > 0 ? ", \"maxItems\": " + std::to_string(max) : "";
  return "{\"type\": \"array\"" + limit + ", \"items\": " + items + "}";
}
std::string Pair(int low, int high) {
  return "{\"type\": \"array\", \"minItems\": 2, \"maxItems\": 2, \"items\": " +
         Integer(low, high) + "}";
}
std::string WeightMap() {
  return "{\"type\": \"object\", \"propertyNames\": {\"pattern\": " + Quote(kIdPattern) +
         "}, \"additionalProperties\": " + Integer(0, 1'000'000) + "}";
}
std::string FeatureMap(Bounds bounds) {
  std::string properties;
  for (const std::string_view name : kFeatureNames) {
    properties += (properties.empty() ? "" : ", ") + Quote(name) + ": " + Decimal(bounds);
  }
  return "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {" + properties +
         "}}";
}
std::string Terms() {
  return "{\"type\": \"object\", \"propertyNames\": {\"pattern\": " + Quote(kIdPattern) +
         "}, \"additionalProperties\": {\"anyOf\": [" + Reference("text") + ", " + IsoDate() +
         ", " + Money() + ", {\"type\": \"integer\"}]}}";
}
std::string Reference(std::string_view definition) {
  return "{\"$ref\": " + Quote("#/definitions/" + std::string(definition)) + "}";
}

std::string WithDoc(const std::string& schema, std::string_view doc) {
  if (doc.empty()) return schema;
  // Siblings of $ref are ignored in draft-07; allOf keeps both.
  if (schema.rfind("{\"$ref\"", 0) == 0) {
    return "{\"allOf\": [" + schema + "], \"description\": " + Quote(doc) + "}";
  }
  return "{\"description\": " + Quote(doc) + ", " + schema.substr(1);
}

}  // namespace huikuan::content::schema
