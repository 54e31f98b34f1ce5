#include "model/lines.h"

#include <algorithm>

namespace huikuan::web {
namespace {

void Escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
}

std::string Unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
  }
  return out;
}

}  // namespace

void PutLine(std::string_view key, std::string_view value, std::string& out) {
  Escape(key, out);
  out += '\t';
  Escape(value, out);
  out += '\n';
}

std::vector<std::pair<std::string, std::string>> ReadLines(std::string_view packed) {
  std::vector<std::pair<std::string, std::string>> lines;
  while (!packed.empty()) {
    const std::size_t end = std::min(packed.find('\n'), packed.size());
    const std::string_view line = packed.substr(0, end);
    packed.remove_prefix(std::min(end + 1, packed.size()));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    lines.emplace_back(Unescape(line.substr(0, tab)), Unescape(line.substr(tab + 1)));
  }
  return lines;
}

}  // namespace huikuan::web
