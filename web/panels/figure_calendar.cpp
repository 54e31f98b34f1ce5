// The calendar strip: one cell a day, marks below the number, today under a ring.
#include <algorithm>
#include <cmath>

#include "huikuan/observation.h"
#include "imgui.h"
#include "model/panels.h"
#include "panels/painter.h"

namespace huikuan::web {
namespace {

bool Has(int marks, DayMark mark) { return (marks & static_cast<int>(mark)) != 0; }

void Marks(const Painter& p, int marks, ImVec2 centre) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& t = *p.theme;
  const std::pair<DayMark, ImU32> kinds[] = {
      {DayMark::kRun, t.accent},  {DayMark::kCutOff, t.bad}, {DayMark::kPromise, t.warn},
      {DayMark::kDiary, t.muted}, {DayMark::kTask, t.muted}, {DayMark::kPaid, t.good}};
  int count = 0;
  for (const auto& kind : kinds) count += Has(marks, kind.first) ? 1 : 0;
  float x = centre.x - static_cast<float>(count - 1) * p.S(3.5f);
  const float r = p.S(3);
  for (const auto& [mark, colour] : kinds) {
    if (!Has(marks, mark)) continue;
    const ImVec2 c(x, centre.y);
    switch (mark) {
      case DayMark::kRun:
        list->AddRectFilled(ImVec2(c.x - r, c.y - r), ImVec2(c.x + r, c.y + r), colour);
        break;
      case DayMark::kCutOff:
        list->AddTriangleFilled(ImVec2(c.x - r, c.y + r), ImVec2(c.x + r, c.y + r),
                                ImVec2(c.x, c.y - r), colour);
        break;
      case DayMark::kPromise:
        list->AddQuadFilled(ImVec2(c.x, c.y - r), ImVec2(c.x + r, c.y), ImVec2(c.x, c.y + r),
                            ImVec2(c.x - r, c.y), colour);
        break;
      case DayMark::kPaid:
        list->AddCircleFilled(c, r + 1, colour);
        break;
      default:
        list->AddCircle(c, r, colour, 0, 1.5f);
        break;
    }
    x += p.S(7);
  }
}

}  // namespace

float Painter::Calendar(const Node& node, ImVec2 at, float width) {
  float count = 0;
  for (const Node& day : node.children) count += day.data.size() > figure::kOff ? 1 : 0;
  const float height = S(74);
  if (count < 1) return height;
  const float cell = std::min(S(34), width / count);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float small = S(11);
  float x = at.x;
  int month = 0;
  bool past = true;
  for (const Node& day : node.children) {
    if (day.data.size() <= figure::kOff) continue;
    const bool off = day.data[figure::kOff] != 0;
    const bool today = day.selected;
    if (today) past = false;
    const ImVec2 top(x, at.y + S(16));
    if (day.data[figure::kMonth] != month) {
      month = day.data[figure::kMonth];
      // The month's name is the date without its day.
      list->AddLine(ImVec2(x, at.y), ImVec2(x, at.y + S(56)), theme->line);
      Line(day.label, ImVec2(x + S(4), at.y), S(12), theme->muted);
    }
    if (today) {
      RoundRect(ImVec2(x + 1, top.y), ImVec2(cell - 2, S(40)), theme->accent, 0, S(6));
    } else if (!off) {
      RoundRect(ImVec2(x + 1, top.y), ImVec2(cell - 2, S(40)), past ? theme->panel : theme->raised,
                0, S(6));
    }
    const std::string number = std::to_string(day.data[figure::kDayOfMonth]);
    const ImU32 ink = today  ? theme->accent_ink
                      : off  ? Blend(theme->muted, theme->panel, 0.45f)
                      : past ? theme->muted
                             : theme->ink;
    Line(number, ImVec2(x + (cell - TextWidth(number, small)) / 2, top.y + S(6)), small, ink);
    Marks(*this, day.data[figure::kMarks], ImVec2(x + cell / 2, top.y + S(29)));
    bool hovered = false;
    Hit(day, top, ImVec2(cell, S(40)), &hovered);
    if (hovered) {
      Tip(day.label + " " + day.value + (day.hint.empty() ? "" : "\n" + day.hint));
      ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
    }
    x += cell;
  }
  // What the marks mean: below the days.
  x = at.x;
  for (const Node& entry : node.children) {
    if (entry.role != Role::kSmall || entry.data.empty()) continue;
    Marks(*this, entry.data[0], ImVec2(x + S(5), at.y + S(67)));
    Line(entry.label, ImVec2(x + S(13), at.y + S(61)), S(12), theme->muted);
    x += S(26) + TextWidth(entry.label, S(12));
  }
  Note(node.key, at, ImVec2(width, height));
  return height;
}

}  // namespace huikuan::web
