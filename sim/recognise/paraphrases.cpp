#include "recognise/paraphrases.h"

#include <algorithm>

#include "content/json.h"

namespace huikuan::recognise {

namespace {

using content::JsonValue;

constexpr std::string_view kFolder = "catalogue/paraphrases/";
constexpr std::string_view kActs = "catalogue/acts/";
constexpr std::string_view kMisconductFile = "catalogue/misconduct.json";
constexpr std::string_view kEnd = ".json";

// The strings of every language under `value`: {"zh": […], "en": […]}. False: another shape.
bool AddWords(const JsonValue& value, std::vector<std::string>* words) {
  if (value.kind != JsonValue::Kind::kObject) return false;
  for (const JsonValue& language : value.items) {
    if (language.kind != JsonValue::Kind::kArray) return false;
    for (const JsonValue& line : language.items) {
      if (line.kind != JsonValue::Kind::kString) return false;
      words->push_back(line.text);
    }
  }
  return true;
}

Error Misshapen(const std::string& file, const JsonValue& at) {
  return {"paraphrases.shape", {file}, {file, at.line, at.column}};
}

bool Breaches(const JsonValue& act) {
  const JsonValue* effects = act.Find("effects");
  if (effects == nullptr) return false;
  return std::any_of(effects->items.begin(), effects->items.end(), [](const JsonValue& effect) {
    const JsonValue* what = effect.Find("do");
    return what != nullptr && what->text == "breach";
  });
}

// What the act's own file says; a broken one is lint's to tell.
void AddOwn(const Bundle& bundle, Meaning* meaning) {
  const auto file = bundle.files.find(std::string(kActs) + meaning->id + std::string(kEnd));
  if (file == bundle.files.end()) return;
  const Result<JsonValue> json = content::ParseJson(file->second, file->first);
  const JsonValue* say = json.ok() ? json->Find("say") : nullptr;
  if (say != nullptr) AddWords(*say, &meaning->words);
  meaning->breaches = json.ok() && Breaches(json.value());
}

}  // namespace

Result<std::vector<Meaning>> ReadParaphrases(const Bundle& bundle) {
  std::vector<Meaning> out;
  for (auto it = bundle.files.lower_bound(std::string(kFolder)); it != bundle.files.end(); ++it) {
    const std::string& path = it->first;
    if (path.rfind(kFolder, 0) != 0) break;
    Meaning meaning;
    meaning.id = path.substr(kFolder.size(), path.size() - kFolder.size() - kEnd.size());
    const Result<JsonValue> json = content::ParseJson(it->second, path);
    if (!json.ok()) return json.error();
    if (json->kind != JsonValue::Kind::kObject) return Misshapen(path, json.value());
    for (std::size_t i = 0; i < json->items.size(); ++i) {
      if (json->keys[i].name == "act") continue;
      const JsonValue& list = json->items[i];
      if (list.kind != JsonValue::Kind::kArray) return Misshapen(path, list);
      for (const JsonValue& line : list.items) {
        if (line.kind != JsonValue::Kind::kString) return Misshapen(path, line);
        meaning.words.push_back(line.text);
      }
    }
    AddOwn(bundle, &meaning);
    if (!meaning.words.empty()) out.push_back(std::move(meaning));
  }
  if (out.size() < 2) return Error{"paraphrases.none", {std::string(kFolder)}, {}};
  return out;
}

Result<std::vector<Meaning>> ReadMisconduct(const Bundle& bundle) {
  const auto file = bundle.files.find(std::string(kMisconductFile));
  if (file == bundle.files.end()) {
    return Error{"paraphrases.none", {std::string(kMisconductFile)}, {}};
  }
  const Result<JsonValue> json = content::ParseJson(file->second, file->first);
  if (!json.ok()) return json.error();
  if (json->kind != JsonValue::Kind::kObject) return Misshapen(file->first, json.value());
  std::vector<Meaning> out;
  for (std::size_t i = 0; i < json->items.size(); ++i) {
    Meaning meaning;
    meaning.id = json->keys[i].name;
    if (!AddWords(json->items[i], &meaning.words)) return Misshapen(file->first, json->items[i]);
    out.push_back(std::move(meaning));
  }
  return out;
}

}  // namespace huikuan::recognise
