#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "panels/painter.h"

namespace huikuan::web {

void Painter::Note(const std::string& key, ImVec2 at, ImVec2 extent) {
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  const ImVec2 middle(at.x + extent.x / 2, at.y + extent.y / 2);
  rects[key] = {at.x, at.y, extent.x, extent.y, !blocked && clip.Contains(middle), frame};
}

bool Painter::Hit(const Node& node, ImVec2 at, ImVec2 extent, bool* hovered) {
  Note(node.key, at, extent);
  ImGui::SetCursorScreenPos(at);
  bool clicked = false;
  bool over = false;
  if (extent.x > 0 && extent.y > 0) {
    ImGui::PushID(node.key.c_str());
    clicked = ImGui::InvisibleButton("hit", extent);
    over = ImGui::IsItemHovered();
    ImGui::PopID();
  }
  if (over && node.enabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (hovered != nullptr) *hovered = over && node.enabled;
  if (!focus.empty() && focus == node.key) {
    ImGui::GetWindowDrawList()->AddRect(ImVec2(at.x - 2, at.y - 2),
                                        ImVec2(at.x + extent.x + 2, at.y + extent.y + 2),
                                        theme->accent, size::kRadius, 0, 2.5f);
    if (reveal_focus) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
  }
  return clicked && node.enabled && !blocked;
}

void Painter::Click(const Node& node) {
  std::string value = node.value;
  if (node.role == Role::kCheck) value = node.selected ? "0" : "1";
  clicks.emplace_back(node.action, std::move(value));
}

void Painter::RoundRect(ImVec2 at, ImVec2 extent, ImU32 fill, ImU32 border, float radius) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 end(at.x + extent.x, at.y + extent.y);
  if ((fill & IM_COL32_A_MASK) != 0) list->AddRectFilled(at, end, fill, radius);
  if ((border & IM_COL32_A_MASK) != 0) list->AddRect(at, end, border, radius, 0, 1);
}

void Painter::Tip(std::string_view text) {
  if (blocked || text.empty()) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(S(10), S(7)));
  if (ImGui::BeginTooltip()) {
    const float width = std::min(S(280), TextWidth(text, S(size::kSmall)) + 2);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = Paragraph(text, at, width, S(size::kSmall), theme->ink);
    ImGui::Dummy(ImVec2(width, height));
    ImGui::EndTooltip();
  }
  ImGui::PopStyleVar();
}

}  // namespace huikuan::web
