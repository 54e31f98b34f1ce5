#include "content/language_files.h"

#include <algorithm>

#include "content/reader.h"

namespace huikuan::content {
namespace {

using Kind = JsonValue::Kind;

class LanguageReader {
 public:
  LanguageReader(const std::string& tag, Diagnostics* diagnostics) : diagnostics_(diagnostics) {
    files_.tag = tag;
    context_.diagnostics = diagnostics;
  }

  void File(const std::string& path, const std::string& bytes, bool base) {
    const Result<JsonValue> root = ParseJson(bytes, path);
    if (!root.ok()) {
      diagnostics_->AddError(root.error().code, root.error().args, root.error().where);
      return;
    }
    context_.file = path;
    ObjectReader reader(context_, &root.value());
    if (base) Base(reader);
    Strings(reader.Raw("strings", Presence::kRequired, {}), path);
    reader.Finish();
  }
  LanguageFiles Take() { return std::move(files_); }

 private:
  std::string Plain(ObjectReader& reader, std::string_view key) {
    const JsonValue* value = reader.Raw(key, Presence::kRequired, {});
    if (value == nullptr) return {};
    if (value->kind == Kind::kString && !HasControlCharacters(value->text)) return value->text;
    diagnostics_->AddError("text.not_words", {}, reader.At(*value));
    return {};
  }

  template <std::size_t N>
  void Names(ObjectReader& reader, std::string_view key, std::array<std::string, N>* out) {
    const JsonValue* list = reader.Raw(key, Presence::kRequired, {});
    if (list == nullptr) return;
    bool good = list->kind == Kind::kArray && list->items.size() == N;
    for (std::size_t i = 0; good && i < N; ++i) {
      good = list->items[i].kind == Kind::kString;
      (*out)[i] = list->items[i].text;
    }
    if (!good) {
      diagnostics_->AddError("lang.names", {std::string(key), std::to_string(N)}, reader.At(*list));
    }
  }

  void Base(ObjectReader& reader) {
    const Where where = reader.At("tag");
    const std::string tag = Plain(reader, "tag");
    if (tag != files_.tag) {
      diagnostics_->AddError("id.file_mismatch", {Clip(tag), files_.tag}, where);
    }
    files_.name = Plain(reader, "name");
    reader.Object("formats", Presence::kRequired, [&](ObjectReader& formats) {
      files_.money = Plain(formats, "money");
      files_.group = Plain(formats, "group");
      files_.decimal = Plain(formats, "decimal");
      files_.date_short = Plain(formats, "date_short");
      files_.date_long = Plain(formats, "date_long");
      files_.percent = Plain(formats, "percent");
      Names(formats, "months", &files_.months);
      Names(formats, "weekdays", &files_.weekdays);
    });
  }

  void Strings(const JsonValue* object, const std::string& path) {
    if (object == nullptr) return;
    if (object->kind != Kind::kObject) {
      diagnostics_->AddError("text.not_words", {}, {path, object->line, object->column});
      return;
    }
    for (std::size_t i = 0; i < object->keys.size(); ++i) {
      const JsonKey& key = object->keys[i];
      const JsonValue& value = object->items[i];
      const Where where{path, key.line, key.column};
      std::vector<std::string> placeholders;
      if (value.kind != Kind::kString) {
        diagnostics_->AddError("text.not_words", {}, {path, value.line, value.column});
      } else if (HasControlCharacters(value.text)) {
        diagnostics_->AddError("text.control_character", {}, where);
      } else if (!Placeholders(value.text, &placeholders)) {
        diagnostics_->AddError("text.bad_placeholder", {}, where);
      } else if (!files_.strings.emplace(key.name, value.text).second) {
        diagnostics_->AddError("lang.duplicate_key",
                               {Clip(key.name), files_.places.find(key.name)->second.file}, where);
      } else {
        files_.places.emplace(key.name, where);
      }
    }
  }

  Diagnostics* diagnostics_;
  ReadContext context_;
  LanguageFiles files_;
};

std::vector<std::string> SortedPlaceholders(const std::string& text) {
  std::vector<std::string> names;
  Placeholders(text, &names);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// Keys of `from` that `to` lacks, or whose placeholders differ.
void Compare(const LanguageFiles& from, const LanguageFiles& to, Diagnostics* diagnostics) {
  for (const auto& [key, text] : from.strings) {
    const Where& where = from.places.find(key)->second;
    const auto other = to.strings.find(key);
    if (other == to.strings.end()) {
      diagnostics->AddError("lang.missing_key", {key, to.tag}, where);
    } else if (from.tag < to.tag && SortedPlaceholders(text) != SortedPlaceholders(other->second)) {
      diagnostics->AddWarning("lang.placeholders_differ", {key, from.tag, to.tag}, where);
    }
  }
}

}  // namespace

std::string FillPlaceholders(std::string_view text, const TextArgs& args) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t close = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, close - i - 1);
    const auto found =
        std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
    if (found == args.end()) {
      out += text.substr(i, close - i + 1);
    } else {
      out += found->second;
    }
    i = close;
    // "… Co., Ltd." at the end of a sentence needs no second full stop.
    if (out.ends_with('.') && i + 1 < text.size() && text[i + 1] == '.') ++i;
  }
  return out;
}

std::vector<std::string> LanguageTags(const Bundle& bundle) {
  std::vector<std::string> tags;
  constexpr std::string_view kFolder = "lang/", kEnd = ".json";
  for (auto it = bundle.files.lower_bound(std::string(kFolder)); it != bundle.files.end(); ++it) {
    const std::string_view path = it->first;
    if (path.substr(0, kFolder.size()) != kFolder) break;
    if (path.size() <= kFolder.size() + kEnd.size() || !path.ends_with(kEnd)) continue;
    const std::string_view tag =
        path.substr(kFolder.size(), path.size() - kFolder.size() - kEnd.size());
    if (tag.find('/') == std::string_view::npos && tag.size() <= 35) tags.emplace_back(tag);
  }
  std::sort(tags.begin(), tags.end());
  return tags;
}

LanguageFiles ReadLanguage(const Bundle& bundle, const std::string& tag, Diagnostics* diagnostics) {
  LanguageReader reader(tag, diagnostics);
  const std::string base = "lang/" + tag + ".json", folder = "lang/" + tag + "/";
  const auto file = bundle.files.find(base);
  if (file == bundle.files.end()) {
    diagnostics->AddError("lang.unknown", {Clip(tag), Suggest(tag, LanguageTags(bundle))},
                          {base, 0, 0});
    return reader.Take();
  }
  reader.File(base, file->second, true);
  for (auto it = bundle.files.lower_bound(folder); it != bundle.files.end(); ++it) {
    if (it->first.compare(0, folder.size(), folder) != 0) break;
    if (it->first.ends_with(".json")) reader.File(it->first, it->second, false);
  }
  return reader.Take();
}

void CheckLanguages(const Bundle& bundle, Diagnostics* diagnostics) {
  std::vector<LanguageFiles> languages;
  for (const std::string& tag : LanguageTags(bundle)) {
    languages.push_back(ReadLanguage(bundle, tag, diagnostics));
  }
  for (const LanguageFiles& from : languages) {
    for (const LanguageFiles& to : languages) {
      if (&from != &to) Compare(from, to, diagnostics);
    }
  }
}

}  // namespace huikuan::content
