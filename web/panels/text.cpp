// Text with line breaking for Chinese and Latin together, which ImGui's own does not do well.
#include <cstring>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "panels/painter.h"

namespace huikuan::web {
namespace {

bool IsWide(unsigned c) { return c >= 0x2e80; }

// Never at the start of a line.
bool IsClosing(unsigned c) {
  static constexpr unsigned kSet[] = {0x3001, 0x3002, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff01,
                                      0xff1f, 0xff09, 0x300b, 0x300d, 0x300f, 0x3011, 0x201d,
                                      0x2019, 0x2026, 0xff05, 0x25,   0x2c,   0x2e,   0x29,
                                      0x3b,   0x3a,   0x21,   0x3f};
  for (const unsigned x : kSet) {
    if (c == x) return true;
  }
  return false;
}

// Never at the end of a line.
bool IsOpening(unsigned c) {
  return c == 0xff08 || c == 0x300a || c == 0x300c || c == 0x3010 || c == 0x201c || c == 0x2018 ||
         c == 0x28 || c == 0xa5 || c == 0xffe5;
}

struct Span {
  const char* begin;
  const char* end;
};

// Breaks one paragraph (no newline inside) into lines.
void BreakLines(ImFontBaked* baked, float ratio, const char* text, const char* end, float width,
                std::vector<Span>& lines, bool& missing) {
  const char* line = text;
  const char* last_break = nullptr;
  float x = 0, x_at_break = 0;
  unsigned previous = 0;
  for (const char* s = text; s < end;) {
    unsigned c = 0;
    const int length = ImTextCharFromUtf8(&c, s, end);
    if (length <= 0) break;
    const bool wide = IsWide(c) || IsWide(previous);
    if (s > line && (previous == ' ' || previous == '/' || (wide && !IsClosing(c))) &&
        !IsOpening(previous) && c != ' ') {
      last_break = s;
      x_at_break = x;
    }
    if (IsWide(c) && baked->FindGlyphNoFallback(static_cast<ImWchar>(c)) == nullptr) missing = true;
    const float advance = baked->GetCharAdvance(static_cast<ImWchar>(c)) * ratio;
    if (x + advance > width && s > line && c != ' ') {
      const char* cut = last_break != nullptr ? last_break : s;
      lines.push_back({line, cut});
      x -= last_break != nullptr ? x_at_break : x;
      line = cut;
      last_break = nullptr;
    }
    x += advance;
    previous = c;
    s += length;
  }
  lines.push_back({line, end});
}

std::vector<Span> Lines(std::string_view text, float width, float font_size, bool& missing) {
  std::vector<Span> lines;
  ImFontBaked* baked = ImGui::GetFont()->GetFontBaked(font_size);
  const float ratio = font_size / baked->Size;
  const char* s = text.data();
  const char* end = s + text.size();
  while (s <= end) {
    const char* newline =
        s < end ? static_cast<const char*>(std::memchr(s, '\n', static_cast<std::size_t>(end - s)))
                : nullptr;
    const char* stop = newline != nullptr ? newline : end;
    BreakLines(baked, ratio, s, stop, width, lines, missing);
    if (newline == nullptr) break;
    s = newline + 1;
  }
  return lines;
}

constexpr float kLeading = 1.45f;

}  // namespace

float Painter::Paragraph(std::string_view text, ImVec2 at, float width, float font_size,
                         ImU32 colour, bool centred) {
  if (text.empty()) return 0;
  const float height = font_size * kLeading;
  const float inset = (height - font_size) / 2;
  float y = at.y;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  for (const Span& span : Lines(text, width, font_size, glyph_missing)) {
    if (y + height >= clip.Min.y && y <= clip.Max.y) {
      float x = at.x;
      if (centred) {
        const std::string_view line(span.begin, static_cast<std::size_t>(span.end - span.begin));
        x += (width - TextWidth(line, font_size)) / 2;
      }
      list->AddText(ImGui::GetFont(), font_size, ImVec2(x, y + inset), colour, span.begin,
                    span.end);
    }
    y += height;
  }
  return y - at.y;
}

float Painter::ParagraphHeight(std::string_view text, float width, float font_size) {
  if (text.empty()) return 0;
  return static_cast<float>(Lines(text, width, font_size, glyph_missing).size()) * font_size *
         kLeading;
}

float Painter::TextWidth(std::string_view text, float font_size) {
  return ImGui::GetFont()
      ->CalcTextSizeA(font_size, 1e9f, 0, text.data(), text.data() + text.size())
      .x;
}

void Painter::Line(std::string_view text, ImVec2 at, float font_size, ImU32 colour) {
  ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), font_size, at, colour, text.data(),
                                      text.data() + text.size());
}

// One weight is all we ship; a second pass half a pixel on gives headings their weight.
void Painter::Bold(std::string_view text, ImVec2 at, float font_size, ImU32 colour) {
  Line(text, at, font_size, colour);
  Line(text, ImVec2(at.x + 0.5f, at.y), font_size, colour);
}

}  // namespace huikuan::web
