#include "layout.h"

#include <cstddef>
#include <cstdint>

namespace huikuan::cli {
namespace {

struct Glyph {
  std::string_view bytes;
  std::uint32_t code = 0;
};

// The next character; damaged bytes count as one each.
Glyph Next(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  std::size_t size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (size > text.size()) size = 1;
  std::uint32_t code = size == 1 ? lead : lead & (0xffU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3fU);
  }
  return {text.substr(0, size), code};
}

bool Wide(std::uint32_t code) {
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) ||
         (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) ||
         (code >= 0xfe30 && code <= 0xfe4f) || (code >= 0xff00 && code <= 0xff60) ||
         (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x20000 && code <= 0x3fffd);
}

// Never at the beginning of a line.
bool Closes(std::uint32_t code) {
  constexpr char32_t kClosing[] = U"，。、；：！？）》」』”’…%";
  for (const char32_t c : kClosing) {
    if (c != 0 && c == code) return true;
  }
  return false;
}

// Never at the end of a line.
bool Opens(std::uint32_t code) {
  return code == U'（' || code == U'《' || code == U'“' || code == U'「';
}

// Breaks one paragraph greedily at the last place where a break is allowed.
class Paragraph {
 public:
  Paragraph(std::string first, int indent) : line_(std::move(first)), indent_(indent) {
    used_ = Columns(line_);
    begin_ = line_.size();
  }

  void Add(std::string_view text) {
    std::uint32_t before = 0;
    while (!text.empty()) {
      const Glyph glyph = Next(text);
      text.remove_prefix(glyph.bytes.size());
      const bool between =
          (Wide(before) || Wide(glyph.code)) && !Closes(glyph.code) && !Opens(before);
      if (glyph.code != ' ' && (before == ' ' || between) && line_.size() > begin_) {
        break_ = line_.size();
      }
      line_ += glyph.bytes;
      used_ += Wide(glyph.code) ? 2 : 1;
      if (used_ > kPageWidth && break_ > begin_ && glyph.code != ' ') Break();
      before = glyph.code;
    }
  }
  std::string Done() { return out_ + line_; }

 private:
  void Break() {
    std::string rest = line_.substr(break_);
    line_.resize(break_);
    while (!line_.empty() && line_.back() == ' ') line_.pop_back();
    out_ += line_ + "\n";
    line_ = std::string(static_cast<std::size_t>(indent_), ' ') + rest;
    used_ = Columns(line_);
    begin_ = static_cast<std::size_t>(indent_);
    break_ = 0;
  }

  std::string out_, line_;
  int indent_ = 0;
  int used_ = 0;
  std::size_t begin_ = 0;  // of the text in the line
  std::size_t break_ = 0;  // where the line may end
};

}  // namespace

std::string Joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

int Columns(std::string_view text) {
  int columns = 0;
  while (!text.empty()) {
    const Glyph glyph = Next(text);
    columns += Wide(glyph.code) ? 2 : 1;
    text.remove_prefix(glyph.bytes.size());
  }
  return columns;
}

std::string PadRight(std::string text, int columns) {
  const int missing = columns - Columns(text);
  if (missing > 0) text.append(static_cast<std::size_t>(missing), ' ');
  return text;
}

std::string PadLeft(const std::string& text, int columns) {
  const int missing = columns - Columns(text);
  return std::string(static_cast<std::size_t>(missing > 0 ? missing : 0), ' ') + text;
}

std::string Wrapped(std::string_view text, std::string_view first) {
  const int indent = Columns(first);
  std::string out;
  std::string begin(first);
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (line.empty()) {
      while (!begin.empty() && begin.back() == ' ') begin.pop_back();
      out += begin;
    } else {
      Paragraph paragraph(begin, indent);
      paragraph.Add(line);
      out += paragraph.Done();
    }
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
    out += "\n";
    begin.assign(static_cast<std::size_t>(indent), ' ');
  }
}

}  // namespace huikuan::cli
