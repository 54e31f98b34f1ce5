// Good files spoilt in one place: the loader must say what is wrong, and where.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "huikuan/scenario.h"

namespace huikuan::test {

struct BadFile {
  const char* code;
  const char* file;     // of the good bundle
  const char* find;     // first occurrence is replaced …
  std::string replace;  // … by this
  const char* at;       // the diagnostic points here; "" = nowhere special
};

// "line:column" of an offset.
inline std::string PlaceOf(const std::string& text, std::size_t offset) {
  const std::string before = text.substr(0, offset);
  const std::size_t line = before.rfind('\n');
  const std::size_t column = line == std::string::npos ? offset + 1 : offset - line;
  return std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ":" +
         std::to_string(column);
}

inline std::string Described(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    const Error& e = d.error;
    out += e.where.file + ":" + std::to_string(e.where.line) + ":" +
           std::to_string(e.where.column) + " " + e.code;
    for (const std::string& arg : e.args) out += " [" + arg + "]";
    out += "\n";
  }
  return out;
}

// `check`: the diagnostics of a bundle. An error without a place in `bad.at` may name any file.
template <class Check>
void ExpectFound(Bundle bundle, const BadFile& bad, Check check) {
  SCOPED_TRACE(std::string(bad.code) + " after replacing " + bad.find);
  std::string& text = bundle.files[bad.file];
  const std::size_t at = text.find(bad.find);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string(bad.find).size(), bad.replace);
  const std::vector<Diagnostic> diagnostics = check(bundle);
  for (const Diagnostic& d : diagnostics) {
    const Where& where = d.error.where;
    if (d.error.code != bad.code || (*bad.at != '\0' && where.file != bad.file)) continue;
    const std::string place = std::to_string(where.line) + ":" + std::to_string(where.column);
    if (*bad.at == '\0' || place == PlaceOf(text, text.find(bad.at))) return;
  }
  ADD_FAILURE() << "expected at " << PlaceOf(text, text.find(bad.at)) << ", found\n"
                << Described(diagnostics);
}

}  // namespace huikuan::test
