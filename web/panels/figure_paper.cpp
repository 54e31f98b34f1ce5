// A paper of the contract file on the desk: a sheet with its fields, and red round seals.
#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "panels/painter.h"

namespace huikuan::web {

float Painter::Page(const Node& node, ImVec2 at, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float sheet = std::min(width, S(620));
  const ImVec2 corner(at.x + (width - sheet) / 2, at.y + S(4));
  const float pad = S(30);
  // On paper everything is ink on white, in the dark theme too.
  const Theme* own = theme;
  Theme on_paper = LightTheme();
  on_paper.raised = on_paper.paper;
  theme = &on_paper;
  ImDrawListSplitter splitter;
  splitter.Split(list, 2);
  splitter.SetCurrentChannel(list, 1);
  const float height =
      Stack(node.children, ImVec2(corner.x + pad, corner.y + pad), sheet - 2 * pad, S(size::kGap)) +
      2 * pad;
  splitter.SetCurrentChannel(list, 0);
  const ImVec2 end(corner.x + sheet, corner.y + height);
  list->AddRectFilled(ImVec2(corner.x + 5, corner.y + 6), ImVec2(end.x + 5, end.y + 6), own->shadow,
                      2);
  list->AddRectFilled(corner, end, on_paper.paper, 2);
  list->AddRect(corner, end, on_paper.line, 2);
  list->AddLine(ImVec2(corner.x + pad * 0.6f, corner.y), ImVec2(corner.x + pad * 0.6f, end.y),
                IM_COL32(194, 51, 39, 40));
  splitter.Merge(list);
  theme = own;
  Note(node.key, corner, ImVec2(sheet, height));
  return height + S(12);
}

float Painter::SealMark(const Node& node, ImVec2 at) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float radius = S(40);
  const ImVec2 c(at.x + S(55), at.y + radius + S(4));
  const float small = S(11);
  if (node.selected) {
    const ImU32 red = (theme->seal & 0x00ffffff) | 0xd0000000;
    list->AddCircle(c, radius, red, 0, S(2.5f));
    ImVec2 star[10];
    for (int i = 0; i < 10; ++i) {
      const float angle = -1.5708f + static_cast<float>(i) * 0.62832f;
      const float r = (i % 2 == 0 ? S(12) : S(4.8f));
      star[i] = ImVec2(c.x + std::cos(angle) * r, c.y - S(4) + std::sin(angle) * r);
    }
    list->AddConcavePolyFilled(star, 10, red);
    const float wide = TextWidth(node.hint, small);
    Line(node.hint, ImVec2(c.x - wide / 2, c.y + S(15)), small, red);
  } else {
    for (int i = 0; i < 18; ++i) {
      const float a = static_cast<float>(i) * 0.349f;
      list->PathArcTo(c, radius, a, a + 0.2f);
      list->PathStroke(theme->bad, 0, 1.5f);
    }
    const float wide = TextWidth(node.hint, small);
    Line(node.hint, ImVec2(c.x - wide / 2, c.y - small / 2), small, theme->bad);
  }
  const float used = radius * 2 + S(8);
  const float words =
      Paragraph(node.label, ImVec2(at.x, at.y + used), S(110), S(size::kSmall), theme->muted, true);
  Note(node.key, at, ImVec2(S(110), used + words));
  return used + words;
}

}  // namespace huikuan::web
