// The files of interface strings: lang/<tag>.json and lang/<tag>/*.json.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "content/diagnostics.h"
#include "huikuan/scenario.h"
#include "huikuan/text.h"

namespace huikuan::content {

struct LanguageFiles {
  std::string tag, name;
  std::string money = "{units}", group, decimal = ".";
  std::string date_short, date_long;
  std::string percent = "{n}%";
  std::array<std::string, 12> months;
  std::array<std::string, 7> weekdays;
  std::map<std::string, std::string, std::less<>> strings;
  std::map<std::string, Where, std::less<>> places;  // of the strings
};

// Tags of the bundle's languages: files lang/<tag>.json, sorted.
std::vector<std::string> LanguageTags(const Bundle& bundle);

// All files of one language, merged; a key in two of them is an error.
LanguageFiles ReadLanguage(const Bundle& bundle, const std::string& tag, Diagnostics* diagnostics);

// Fills {name} from args. Unknown names stay as they are, so that a gap is seen.
std::string FillPlaceholders(std::string_view text, const TextArgs& args);

// Every language, and that all have the same keys with the same placeholders.
void CheckLanguages(const Bundle& bundle, Diagnostics* diagnostics);

}  // namespace huikuan::content
