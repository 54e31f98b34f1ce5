// The payment process as a line of gates: filled when known to be passed, a ring when told open,
// dashed and faint when nobody has said.
#include "huikuan/observation.h"
#include "imgui.h"
#include "model/panels.h"
#include "panels/painter.h"

namespace huikuan::web {
namespace {

void Symbol(const Painter& p, const Node& gate, ImVec2 c) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& t = *p.theme;
  const float r = p.S(10);
  const auto knowledge = static_cast<Knowledge>(gate.data[figure::kKnowledge]);
  const ImU32 ink = Ink(t, gate.tone);
  if (gate.data[figure::kHere] != 0) {
    list->AddCircleFilled(c, r + p.S(4), Soft(t, gate.tone));
    list->AddCircleFilled(c, r, ink);
    list->AddRectFilled(ImVec2(c.x - p.S(4), c.y - p.S(4.5f)),
                        ImVec2(c.x - p.S(1), c.y + p.S(4.5f)), t.card);
    list->AddRectFilled(ImVec2(c.x + p.S(1), c.y - p.S(4.5f)),
                        ImVec2(c.x + p.S(4), c.y + p.S(4.5f)), t.card);
    return;
  }
  if (knowledge == Knowledge::kUnknown) {
    for (int i = 0; i < 8; ++i) {
      list->PathArcTo(c, r, static_cast<float>(i) * 0.785f, static_cast<float>(i) * 0.785f + 0.45f);
      list->PathStroke(Blend(t.muted, t.card, 0.35f), 0, 1.5f);
    }
    return;
  }
  const bool passed = gate.data[figure::kPassed] != 0;
  if (passed) {
    list->AddCircleFilled(c, r, ink);
    const ImVec2 points[3] = {ImVec2(c.x - r * 0.45f, c.y + r * 0.02f),
                              ImVec2(c.x - r * 0.1f, c.y + r * 0.4f),
                              ImVec2(c.x + r * 0.5f, c.y - r * 0.35f)};
    list->AddPolyline(points, 3, t.card, 0, p.S(2));
  } else {
    list->AddCircleFilled(c, r, t.card);
    list->AddCircle(c, r, ink, 0, p.S(2));
  }
}

}  // namespace

float Painter::Pipeline(const Node& node, ImVec2 at, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float left = S(36);
  const float body = S(size::kBody);
  const float small = S(size::kSmall);
  float y = 0;
  ImVec2 before(0, 0);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& gate = node.children[i];
    if (gate.data.size() <= figure::kProblem) continue;
    const ImVec2 centre(at.x + S(15), at.y + y + S(13));
    if (i > 0) {
      list->AddLine(ImVec2(before.x, before.y + S(11)), ImVec2(centre.x, centre.y - S(11)),
                    theme->line, S(2));
    }
    Symbol(*this, gate, centre);
    before = centre;
    const ImVec2 text(at.x + left, at.y + y + S(2));
    const float room = width - left;
    const bool known = gate.data[figure::kKnowledge] != 0 || gate.selected;
    const float name = TextWidth(gate.label, body) + S(8);
    const ImU32 ink = known ? theme->ink : theme->muted;
    if (gate.selected) {
      Bold(gate.label, ImVec2(text.x, text.y + body * 0.2f), body, ink);
    } else {
      Line(gate.label, ImVec2(text.x, text.y + body * 0.2f), body, ink);
    }
    const float state = TextWidth(gate.value, small);
    float used = body * 1.45f;
    if (name + state <= room) {
      Line(gate.value, ImVec2(text.x + room - state, text.y + small * 0.3f), small,
           Ink(*theme, gate.tone));
    } else {
      used +=
          Paragraph(gate.value, ImVec2(text.x, text.y + used), room, small, Ink(*theme, gate.tone));
    }
    used += Paragraph(gate.hint, ImVec2(text.x, text.y + used), room, small, theme->muted);
    for (const Node& child : gate.children) {
      used += Paragraph(child.label, ImVec2(text.x, text.y + used), room, small,
                        child.tone == Shade::kNormal ? theme->muted : Ink(*theme, child.tone));
    }
    Note(gate.key, ImVec2(at.x, at.y + y), ImVec2(width, used + S(4)));
    y += used + S(10);
  }
  Note(node.key, at, ImVec2(width, y));
  return y;
}

}  // namespace huikuan::web
