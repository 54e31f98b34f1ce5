// Draws nodes at given places and reports their heights: an immediate layout without ImGui's
// cursor, so that both languages wrap properly and every node's rectangle is known.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/node.h"
#include "panels/theme.h"

namespace huikuan::web {

struct DrawnRect {
  float x = 0, y = 0, width = 0, height = 0;
  bool shown = false;  // at least its middle can be clicked
  int frame = 0;
};
// Where an HTML field lies over the canvas, and how much of it is cut off at each side.
struct Overlay {
  std::string key;
  float x, y, width, height, clip_top, clip_right, clip_bottom, clip_left;
};

class Painter {
 public:
  const Theme* theme = &LightTheme();
  float scale = 1;                  // text size
  bool blocked = false;             // below a dialog: nothing reacts, no overlays
  std::string focus;                // key of the node the keyboard is at
  bool reveal_focus = false;        // scroll it into view
  std::vector<const Node*> pinned;  // drawn by themselves; stacks leave them out
  bool animating = false;
  bool glyph_missing = false;
  int frame = 0;
  std::unordered_map<std::string, DrawnRect> rects;
  std::vector<Overlay> overlays;
  ImVec4 popup{};                   // an open list: left, top, right, bottom; empty when none
  ImVec4 popup_before{};            // the same in the last frame
  std::vector<std::pair<std::string, std::string>> clicks;
  std::unordered_map<std::string, std::size_t> log_lengths;  // to scroll to what is new
  bool log_grew = false;

  float S(float pixels) const { return pixels * scale; }

  // ---- nodes (blocks.cpp, widgets.cpp); all return the height used
  float Draw(const Node& node, ImVec2 at, float width);
  float Stack(const std::vector<Node>& children, ImVec2 at, float width, float gap);
  float Card(const Node& node, ImVec2 at, float width, ImU32 ground, float pad);
  float Bar(const Node& node, ImVec2 at, float width);
  float RowOf(const Node& node, ImVec2 at, float width);
  float Columns(const Node& node, ImVec2 at, float width);
  float Tabs(const Node& node, ImVec2 at, float width);
  float Table(const Node& node, ImVec2 at, float width);
  float Text(const Node& node, ImVec2 at, float width);
  float Speech(const Node& node, ImVec2 at, float width);
  float Button(const Node& node, ImVec2 at, float width);
  float Offer(const Node& node, ImVec2 at, float width);
  float Check(const Node& node, ImVec2 at, float width);
  float Select(const Node& node, ImVec2 at, float width);
  float Field(const Node& node, ImVec2 at, float width);
  float Meter(const Node& node, ImVec2 at, float width);
  // Width the node would like in a bar.
  float NaturalWidth(const Node& node, float available);

  // ---- figures
  float Calendar(const Node& node, ImVec2 at, float width);
  float Pipeline(const Node& node, ImVec2 at, float width);
  float People(const Node& node, ImVec2 at, float width);
  float Page(const Node& node, ImVec2 at, float width);
  float SealMark(const Node& node, ImVec2 at);
  void Portrait(ImVec2 centre, float radius, int face, int mood, bool dim);

  // ---- primitives
  // Lines of text within `width`; breaks Chinese anywhere but before closing punctuation.
  float Paragraph(std::string_view text, ImVec2 at, float width, float font_size, ImU32 colour,
                  bool centred = false);
  float ParagraphHeight(std::string_view text, float width, float font_size);
  float TextWidth(std::string_view text, float font_size);
  void Line(std::string_view text, ImVec2 at, float font_size, ImU32 colour);
  void Bold(std::string_view text, ImVec2 at, float font_size, ImU32 colour);
  // A clickable place; true when clicked. Notes the rectangle and draws the focus ring.
  bool Hit(const Node& node, ImVec2 at, ImVec2 extent, bool* hovered = nullptr);
  void Note(const std::string& key, ImVec2 at, ImVec2 extent);
  void Click(const Node& node);
  void RoundRect(ImVec2 at, ImVec2 extent, ImU32 fill, ImU32 border = 0, float radius = 10);
  void Tip(std::string_view text);
};

}  // namespace huikuan::web
