#include "save_file.h"

#include <fmt/format.h>

#include <charconv>

namespace huikuan::cli {
namespace {

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view Trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

std::string Unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      out += text[i] == 'n' ? '\n' : text[i];
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

std::string PackSave(const Session& session) {
  std::string out = session.Save() + "\n";
  for (const KeptWords& words : session.Words()) {
    out += fmt::format("{:08x}\t{}\n", words.hash, Escaped(words.text));
  }
  return out;
}

SaveText UnpackSave(std::string_view text) {
  SaveText out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (Trimmed(line).empty()) continue;
    const std::size_t tab = line.find('\t');
    if (out.save.empty()) {
      out.save = Trimmed(line);
    } else if (tab != std::string_view::npos) {
      KeptWords words;
      std::from_chars(line.data(), line.data() + tab, words.hash, 16);
      words.text = Unescaped(line.substr(tab + 1));
      out.words.push_back(std::move(words));
    }
  }
  return out;
}

}  // namespace huikuan::cli
