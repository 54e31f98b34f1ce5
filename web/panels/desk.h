// The desk: places the regions of the tree on the canvas and draws them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/node.h"
#include "model/ui_state.h"
#include "panels/painter.h"

namespace huikuan::web {

class Desk {
 public:
  void Draw(const Node& tree, const UiState& ui, bool dark, float width, float height);
  std::vector<std::pair<std::string, std::string>> TakeClicks();
  void Focus(const char* key);
  const DrawnRect* Find(const std::string& key) const;  // of the last frame only
  const std::vector<Overlay>& overlays() const { return painter_.overlays; }
  bool animating() const { return painter_.animating; }
  bool glyph_missing() const { return painter_.glyph_missing; }
  unsigned ground() const { return painter_.theme->ground; }

 private:
  void Region(const Node& node, const char* name, ImVec2 at, ImVec2 extent, ImU32 ground,
              bool stack_of_cards);
  void Banner(const Node& node, float width);
  // Tabs and the person on the line stay in sight while the rest scrolls; the height used.
  float PinnedHead(const Node& main, ImVec2 at, float width);
  void Dialog(const Node& node, float width, float height, bool page);

  Painter painter_;
  std::string tab_;
};

}  // namespace huikuan::web
