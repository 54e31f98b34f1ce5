#include "content/schema.h"

#include <functional>

#include "content/json_schema.h"
#include "content/loader.h"
#include "huikuan/author.h"

namespace huikuan {
namespace content {
namespace {

constexpr int kWidth = 96;

// Lays out compact JSON: what fits stays on one line.
class Printer {
 public:
  std::string Print(const JsonValue& value) {
    Value(value, 0, 0);
    out_ += '\n';
    return std::move(out_);
  }

 private:
  static bool IsContainer(const JsonValue& v) {
    return v.kind == JsonValue::Kind::kArray || v.kind == JsonValue::Kind::kObject;
  }
  static std::string Compact(const JsonValue& v) {
    switch (v.kind) {
      case JsonValue::Kind::kNull:
        return "null";
      case JsonValue::Kind::kBool:
        return v.boolean ? "true" : "false";
      case JsonValue::Kind::kNumber:
        return v.text;
      case JsonValue::Kind::kString:
        return schema::Quote(v.text);
      case JsonValue::Kind::kArray:
      case JsonValue::Kind::kObject:
        break;
    }
    const bool object = v.kind == JsonValue::Kind::kObject;
    std::string out = object ? "{" : "[";
    for (std::size_t i = 0; i < v.items.size(); ++i) {
      if (i > 0) out += ", ";
      if (object) out += schema::Quote(v.keys[i].name) + ": ";
      out += Compact(v.items[i]);
    }
    return out + (object ? "}" : "]");
  }
  void Value(const JsonValue& v, int indent, std::size_t used) {
    const std::string compact = Compact(v);
    if (!IsContainer(v) || used + compact.size() <= kWidth) {
      out_ += compact;
      return;
    }
    const bool object = v.kind == JsonValue::Kind::kObject;
    const std::string margin(static_cast<std::size_t>(indent) + 2, ' ');
    out_ += object ? "{\n" : "[\n";
    for (std::size_t i = 0; i < v.items.size(); ++i) {
      const std::string key = object ? schema::Quote(v.keys[i].name) + ": " : "";
      out_ += margin + key;
      Value(v.items[i], indent + 2, margin.size() + key.size() + 1);
      out_ += i + 1 < v.items.size() ? ",\n" : "\n";
    }
    out_ += std::string(static_cast<std::size_t>(indent), ' ') + (object ? "}" : "]");
  }

  std::string out_;
};

std::string TextDefinition() {
  const std::string wordings =
      "{\"anyOf\": [{\"type\": \"string\", \"minLength\": 1}, {\"type\": \"array\", "
      "\"minItems\": 1, \"maxItems\": 16, \"items\": {\"type\": \"string\", \"minLength\": 1}}]}";
  return "{\"type\": \"object\", \"description\": \"words in every language; a list offers "
         "wordings to vary; {name} is filled in\", \"properties\": {\"zh\": " +
         wordings + ", \"en\": " + wordings + "}, \"additionalProperties\": " + wordings +
         ", \"required\": [\"zh\", \"en\"]}";
}

class SchemaMaker {
 public:
  SchemaMaker() {
    scenario_.texts.resize(1);
    context_.texts = &scenario_.texts;
    context_.diagnostics = &diagnostics_;
    context_.languages = {"en", "zh"};
  }

  // A schema of one file from the function that reads it.
  std::string Make(const std::string& title, bool with_id,
                   const std::function<void(ObjectReader&)>& read) {
    ObjectReader reader(context_, nullptr);
    if (with_id) reader.Id("id");
    read(reader);
    return Finish(title, reader.Schema());
  }

  static std::string Finish(const std::string& title, const std::string& schema) {
    // Those that are used; a definition speaks only of later ones or itself.
    const std::pair<const char*, std::string> all[] = {{"effect", EffectSchema()},
                                                       {"condition", ConditionSchema(true)},
                                                       {"known_condition", ConditionSchema(false)},
                                                       {"text", TextDefinition()}};
    std::string definitions;
    for (const auto& [name, definition] : all) {
      const std::string used = schema::Reference(name);
      if ((schema + definitions).find(used) == std::string::npos) continue;
      definitions += (definitions.empty() ? "" : ", ") + schema::Quote(name) + ": " + definition;
    }
    if (!definitions.empty()) definitions = "\"definitions\": {" + definitions + "}, ";
    const std::string text =
        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"title\": " +
        schema::Quote(title) + ", " + definitions + schema.substr(1);
    const Result<JsonValue> parsed = ParseJson(text, title);
    return parsed.ok() ? Printer().Print(parsed.value()) : parsed.error().code;
  }

  Scenario* scenario() { return &scenario_; }

 private:
  Scenario scenario_;
  Diagnostics diagnostics_;
  ReadContext context_;
};

std::string StringMap() {
  return "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"string\"}}";
}

std::string LanguageSchema() {
  std::string formats, required;
  for (const char* key : {"money", "group", "decimal", "date_short", "date_long", "percent"}) {
    formats += schema::Quote(key) + ": {\"type\": \"string\"}, ";
    required += schema::Quote(key) + ", ";
  }
  const auto names = [](int n) {
    return "{\"type\": \"array\", \"minItems\": " + std::to_string(n) +
           ", \"maxItems\": " + std::to_string(n) + ", \"items\": {\"type\": \"string\"}}";
  };
  return "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\"tag\": "
         "{\"type\": \"string\"}, \"name\": {\"type\": \"string\"}, \"formats\": {\"type\": "
         "\"object\", \"additionalProperties\": false, \"properties\": {" +
         formats + "\"months\": " + names(12) + ", \"weekdays\": " + names(7) +
         "}, \"required\": [" + required +
         "\"months\", \"weekdays\"]}, \"strings\": " + StringMap() +
         "}, \"required\": [\"tag\", \"name\", \"formats\", \"strings\"]}";
}

}  // namespace

std::map<std::string, std::string> MakeSchemas() {
  SchemaMaker maker;
  const Links links;
  Scenario* scenario = maker.scenario();
  std::map<std::string, std::string> files;
  const auto add = [&](const char* kind, bool with_id,
                       const std::function<void(ObjectReader&)>& read) {
    files[std::string(kind) + ".schema.json"] =
        maker.Make("Huikuan " + std::string(kind), with_id, read);
  };
  add("act", true, [&](ObjectReader& r) { ReadAct(r, links, scenario); });
  add("reply", true, [&](ObjectReader& r) { ReadReply(r); });
  add("objection", true, [&](ObjectReader& r) { ReadObjection(r, links); });
  add("type", true, [&](ObjectReader& r) { ReadType(r); });
  add("blocker", true, [&](ObjectReader& r) { ReadBlocker(r, links); });
  add("task", true, [&](ObjectReader& r) { ReadTask(r, links); });
  add("clause", true, [&](ObjectReader& r) { ReadClause(r, links); });
  add("calendar", true, [&](ObjectReader& r) { ReadCalendarFile(r, scenario); });
  add("law", true, [&](ObjectReader& r) { ReadLaw(r, kNoDate); });
  add("message", true, [&](ObjectReader& r) { ReadMessagePurpose(r, scenario); });
  add("incoming", true, [&](ObjectReader& r) { ReadIncoming(r, links); });
  add("letters", false, [&](ObjectReader& r) { ReadLetters(r, links, scenario); });
  add("case", false, [&](ObjectReader& r) {
    RunPlan runs;
    ReadCaseHead(r, nullptr, scenario, &runs);
    ReadCustomers(r, {}, scenario);
  });
  files["language.schema.json"] = SchemaMaker::Finish("Huikuan language", LanguageSchema());
  files["strings.schema.json"] = SchemaMaker::Finish(
      "Huikuan interface strings",
      "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\"strings\": " +
          StringMap() + "}, \"required\": [\"strings\"]}");
  return files;
}

}  // namespace content

std::map<std::string, std::string> JsonSchemas() { return content::MakeSchemas(); }

std::vector<ActExample> ActExamples(const Bundle& bundle) {
  std::vector<ActExample> examples;
  for (const std::string& id : content::CatalogueIds(bundle, "acts")) {
    const auto file = bundle.files.find("catalogue/acts/" + id + ".json");
    if (file == bundle.files.end()) continue;
    const Result<content::JsonValue> root = content::ParseJson(file->second, file->first);
    const content::JsonValue* example = root.ok() ? root->Find("example") : nullptr;
    if (example == nullptr) continue;
    ActExample out;
    out.act = id;
    const content::JsonValue* role = example->Find("listener_role");
    const content::Name* name = role == nullptr ? nullptr : content::kRoleNames.Find(role->text);
    if (name == nullptr) continue;
    out.listener = static_cast<Role>(name->value);
    if (const content::JsonValue* after = example->Find("after")) {
      for (const content::JsonValue& act : after->items) out.after.push_back(act.text);
    }
    if (const content::JsonValue* expect = example->Find("expect")) out.expect = expect->text;
    examples.push_back(std::move(out));
  }
  return examples;
}

}  // namespace huikuan
