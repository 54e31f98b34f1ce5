// Texts in every language: what lint can say about words without reading them.
#include <utf8.h>

#include <algorithm>

#include "content/reader.h"

namespace huikuan::content {
namespace {

using Kind = JsonValue::Kind;
constexpr std::size_t kMaxWordings = 16;
constexpr std::size_t kMaxTextBytes = 20'000;

class TextReader {
 public:
  TextReader(ReadContext& context, const JsonValue& value) : context_(context), value_(value) {}

  TextRef Read() {
    if (value_.kind != Kind::kObject) {
      Add("text.not_by_language", {}, value_);
      return 0;
    }
    for (const JsonKey& key : value_.keys) {
      if (std::find(context_.languages.begin(), context_.languages.end(), key.name) ==
          context_.languages.end()) {
        context_.diagnostics->AddError("key.unknown",
                                       {Clip(key.name), Suggest(key.name, context_.languages)},
                                       {context_.file, key.line, key.column});
      }
    }
    Text text;
    std::vector<std::vector<std::string>> placeholders;
    for (const std::string& language : context_.languages) {
      text.by_language.emplace_back();
      placeholders.emplace_back();
      const JsonValue* words = value_.Find(language);
      if (words == nullptr) {
        Add("text.missing_language", {language}, value_);
        continue;
      }
      Wordings(*words, &text.by_language.back(), &placeholders.back());
      if (placeholders.back() != placeholders.front()) {
        context_.diagnostics->AddWarning("text.placeholders_differ",
                                         {context_.languages.front(), Join(placeholders.front()),
                                          language, Join(placeholders.back())},
                                         {context_.file, words->line, words->column});
      }
    }
    context_.texts->push_back(std::move(text));
    return static_cast<TextRef>(context_.texts->size() - 1);
  }

 private:
  void Add(const char* code, std::vector<std::string> args, const JsonValue& at) {
    context_.diagnostics->AddError(code, std::move(args), {context_.file, at.line, at.column});
  }

  static std::string Join(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += "{" + name + "}";
    return out.empty() ? "–" : Clip(out);
  }

  // A string, or a list of strings to choose from.
  void Wordings(const JsonValue& words, std::vector<std::string>* out,
                std::vector<std::string>* placeholders) {
    if (words.kind == Kind::kString) {
      One(words, out, placeholders);
    } else if (words.kind == Kind::kArray && !words.items.empty()) {
      for (std::size_t i = 0; i < words.items.size(); ++i) {
        if (i == kMaxWordings) {
          Add("list.too_long", {"", std::to_string(kMaxWordings)}, words.items[i]);
          break;
        }
        One(words.items[i], out, placeholders);
      }
    } else {
      Add("text.not_words", {}, words);
    }
    std::sort(placeholders->begin(), placeholders->end());
    placeholders->erase(std::unique(placeholders->begin(), placeholders->end()),
                        placeholders->end());
  }

  void One(const JsonValue& words, std::vector<std::string>* out,
           std::vector<std::string>* placeholders) {
    if (words.kind != Kind::kString) {
      Add("text.not_words", {}, words);
      return;
    }
    if (words.text.find_first_not_of(" \n") == std::string::npos) Add("text.empty", {}, words);
    if (words.text.size() > kMaxTextBytes) {
      Add("text.too_long", {std::to_string(kMaxTextBytes)}, words);
      return;
    }
    if (HasControlCharacters(words.text)) Add("text.control_character", {}, words);
    if (!Placeholders(words.text, placeholders)) Add("text.bad_placeholder", {}, words);
    out->push_back(words.text);
  }

  ReadContext& context_;
  const JsonValue& value_;
};

}  // namespace

bool HasControlCharacters(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  // Parsed JSON is valid UTF-8 (json.cpp); the guard keeps utf8::next from ever throwing.
  if (utf8::find_invalid(p, end) != end) return true;
  while (p < end) {
    const std::uint32_t c = utf8::unchecked::next(p);
    if ((c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0)) return true;
    if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)) return true;  // reorder
    if (c == 0x2028 || c == 0x2029 || c == 0xfeff) return true;
  }
  return false;
}

bool Placeholders(std::string_view text, std::vector<std::string>* names) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '}') return false;
    if (text[i] != '{') continue;
    const std::size_t close = text.find('}', i);
    if (close == std::string_view::npos) return false;
    const std::string_view name = text.substr(i + 1, close - i - 1);
    if (!IsId(name)) return false;
    names->emplace_back(name);
    i = close;
  }
  return true;
}

TextRef ReadText(ReadContext& context, const JsonValue& value) {
  return TextReader(context, value).Read();
}

}  // namespace huikuan::content
