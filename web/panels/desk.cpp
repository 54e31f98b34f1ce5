#include "panels/desk.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"

namespace huikuan::web {
namespace {

constexpr ImGuiWindowFlags kPlain = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                    ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                    ImGuiWindowFlags_NoBringToFrontOnFocus;

void Style(const Theme& t, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.PopupRounding = 10;
  style.PopupBorderSize = 1;
  style.ScrollbarSize = 10 * scale;
  style.ScrollbarRounding = 6;
  style.WindowMinSize = ImVec2(1, 1);
  ImVec4* colours = style.Colors;
  const auto set = [&](ImGuiCol which, ImU32 colour) {
    colours[which] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(ImGuiCol_WindowBg, t.ground);
  set(ImGuiCol_PopupBg, t.raised);
  set(ImGuiCol_Border, t.line);
  set(ImGuiCol_ScrollbarBg, 0);
  set(ImGuiCol_ScrollbarGrab, Blend(t.line, t.muted, 0.3f));
  set(ImGuiCol_ScrollbarGrabHovered, t.muted);
  set(ImGuiCol_ScrollbarGrabActive, t.accent);
  set(ImGuiCol_ModalWindowDimBg, t.veil);
}

const Node* ByRole(const Node& tree, Role role, int skip = 0) {
  for (const Node& child : tree.children) {
    if (child.role == role && skip-- == 0) return &child;
  }
  return nullptr;
}

}  // namespace

void Desk::Focus(const char* key) {
  painter_.focus = key;
  painter_.reveal_focus = true;
}

std::vector<std::pair<std::string, std::string>> Desk::TakeClicks() {
  return std::exchange(painter_.clicks, {});
}

const DrawnRect* Desk::Find(const std::string& key) const {
  const auto it = painter_.rects.find(key);
  return it == painter_.rects.end() || it->second.frame != painter_.frame ? nullptr : &it->second;
}

// One scrolling part of the desk.
void Desk::Region(const Node& node, const char* name, ImVec2 at, ImVec2 extent, ImU32 ground,
                  bool stack_of_cards) {
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(extent);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ground);
  ImGuiWindowFlags flags = kPlain | (painter_.blocked ? ImGuiWindowFlags_NoInputs : 0);
  if (node.role == Role::kStrip) {
    flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  }
  ImGui::Begin(name, nullptr, flags);
  const float pad = painter_.S(stack_of_cards ? 10 : 18);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float scrollbar = ImGui::GetStyle().ScrollbarSize;
  const float inner = extent.x - pad * 2 - (stack_of_cards ? scrollbar - pad / 2 : scrollbar);
  const float top = painter_.S(stack_of_cards ? 2 : 6);
  const float used = painter_.Stack(node.children, ImVec2(start.x + pad, start.y + top), inner,
                                    painter_.S(stack_of_cards ? 10 : 12));
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy(ImVec2(inner, used + top + painter_.S(16)));
  painter_.rects[node.key] = {at.x, at.y, extent.x, extent.y, true, painter_.frame};
  // What has just been said should be seen, with the sentences to choose from below it.
  if (painter_.log_grew) {
    const DrawnRect* offers = Find("offers.title");
    if (offers == nullptr) offers = Find("visit.title");
    if (offers != nullptr && std::string_view(name) == "centre") {
      const float target = offers->y - at.y + ImGui::GetScrollY() - extent.y * 0.42f;
      ImGui::SetScrollY(std::max(0.0f, target));
      painter_.log_grew = false;
    }
  }
  ImGui::End();
  ImGui::PopStyleColor();
}

float Desk::PinnedHead(const Node& main, ImVec2 at, float width) {
  painter_.pinned.clear();
  std::vector<const Node*> heads;
  for (const Node& child : main.children) {
    if (child.role == Role::kTabs) heads.push_back(&child);
    for (const Node& part : child.children) {
      if (part.key == "talk.partner") heads.push_back(&part);
    }
  }
  const float gap = painter_.S(10);
  // Who is on the line may need two lines. Its height is known once it has been drawn; a second
  // frame follows.
  const std::string height_key = "head#height." + std::to_string(heads.size());
  float height = painter_.S(heads.size() > 1 ? 118 : 52);
  const auto known = painter_.rects.find(height_key);
  if (known != painter_.rects.end()) height = known->second.height;
  ImGui::SetNextWindowPos(at);
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, painter_.theme->panel);
  ImGui::Begin(
      "head", nullptr,
      kPlain | ImGuiWindowFlags_NoScrollbar | (painter_.blocked ? ImGuiWindowFlags_NoInputs : 0));
  const float pad = painter_.S(18);
  float y = painter_.S(6);
  for (const Node* head : heads) {
    y += painter_.Draw(*head, ImVec2(at.x + pad, at.y + y),
                       width - 2 * pad - ImGui::GetStyle().ScrollbarSize) +
         gap;
  }
  const float used = y - painter_.S(heads.size() > 1 ? 0 : 4);
  if (used != height) painter_.animating = true;
  painter_.rects[height_key] = {0, 0, width, used, false, painter_.frame};
  if (heads.size() > 1) {
    ImGui::GetWindowDrawList()->AddLine(
        ImVec2(at.x + pad, at.y + height - 1),
        ImVec2(at.x + width - pad - ImGui::GetStyle().ScrollbarSize, at.y + height - 1),
        painter_.theme->line);
  }
  ImGui::End();
  ImGui::PopStyleColor();
  painter_.pinned = std::move(heads);
  return height;
}

void Desk::Banner(const Node& node, float width) {
  const float height = painter_.S(58);
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, painter_.theme->card);
  ImGui::Begin(
      "banner", nullptr,
      kPlain | ImGuiWindowFlags_NoScrollbar | (painter_.blocked ? ImGuiWindowFlags_NoInputs : 0));
  const float gap = painter_.S(14);
  float left = gap;
  float right = width - gap;
  const float middle = painter_.S(12);
  // Settings and waiting stand at the right; title and clock take the rest.
  for (std::size_t i = node.children.size(); i-- > 2;) {
    const float wide = painter_.NaturalWidth(node.children[i], width);
    right -= wide;
    painter_.Draw(node.children[i], ImVec2(right, middle), wide + 2);
    right -= gap;
  }
  for (std::size_t i = 0; i < 2 && i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    if (child.kind == Kind::kHeading) {
      const float wide = painter_.NaturalWidth(child, width);
      painter_.Draw(child, ImVec2(left, painter_.S(13)), wide);
      left += wide + gap;
      continue;
    }
    for (const Node& part : child.children) {
      const float wide = painter_.NaturalWidth(part, width);
      if (left + wide > right) break;
      const bool meter = part.kind == Kind::kMeter;
      const float y = meter                     ? painter_.S(13)
                      : part.role == Role::kBig ? painter_.S(16)
                                                : painter_.S(20);
      painter_.Draw(part, ImVec2(left, y), wide);
      left += wide + gap;
    }
  }
  ImGui::GetWindowDrawList()->AddLine(ImVec2(0, height - 1), ImVec2(width, height - 1),
                                      painter_.theme->line);
  ImGui::End();
  ImGui::PopStyleColor();
}

void Desk::Dialog(const Node& node, float width, float height, bool page) {
  const float wide = std::min(width - 40, painter_.S(page ? 640 : 560));
  const float room = height - 40;
  const std::string height_key = node.key + "#height";
  // Its height is known once it has been drawn; the first frame draws it high and a second follows.
  float tall = painter_.S(300);
  const auto known = painter_.rects.find(height_key);
  if (known != painter_.rects.end()) tall = known->second.height;
  tall = std::min(tall, room);
  const ImVec2 at((width - wide) / 2, std::max(20.0f, (height - tall) / 2.4f));
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, page ? painter_.theme->ground : painter_.theme->veil);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, painter_.theme->card);
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, painter_.S(14));
  // Not among the windows that stay behind: it covers the desk.
  ImGui::Begin("dialog", nullptr,
               (kPlain & ~ImGuiWindowFlags_NoBringToFrontOnFocus) | ImGuiWindowFlags_NoScrollbar |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::SetCursorScreenPos(at);
  ImGui::BeginChild("dialog card", ImVec2(wide, tall));
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float pad = painter_.S(28);
  const float used = painter_.Stack(node.children, ImVec2(start.x + pad, start.y + pad),
                                    wide - 2 * pad, painter_.S(12)) +
                     2 * pad;
  ImGui::SetCursorScreenPos(start);
  ImGui::Dummy(ImVec2(10, used));
  if (known == painter_.rects.end() || known->second.height != used) painter_.animating = true;
  painter_.rects[height_key] = {0, 0, wide, used, false, painter_.frame};
  painter_.rects[node.key] = {at.x, at.y, wide, tall, true, painter_.frame};
  ImGui::EndChild();
  ImGui::End();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
}

void Desk::Draw(const Node& tree, const UiState& ui, bool dark, float width, float height) {
  ++painter_.frame;
  painter_.theme = dark ? &DarkTheme() : &LightTheme();
  painter_.scale = static_cast<float>(ui.zoom) / 100;
  painter_.overlays.clear();
  painter_.popup_before = painter_.popup;
  painter_.popup = ImVec4();
  painter_.animating = false;
  painter_.glyph_missing = false;
  Style(*painter_.theme, painter_.scale);
  ImGui::PushFont(nullptr, painter_.S(size::kBody));
  const Node* dialog = nullptr;
  for (const Node& child : tree.children) {
    if (child.kind == Kind::kDialog) dialog = &child;
  }
  const Node* log = FindNode(tree, "talk.log");
  const std::size_t length = log == nullptr ? 0 : log->children.size();
  if (length != painter_.log_lengths["talk"] || ui.tab != tab_) painter_.log_grew = length > 0;
  if (painter_.log_grew) painter_.animating = true;
  painter_.log_lengths["talk"] = length;
  tab_ = ui.tab;
  const Node* banner = ByRole(tree, Role::kBanner);
  if (banner != nullptr) {
    painter_.blocked = dialog != nullptr;
    Banner(*banner, width);
    const float top = painter_.S(58);
    const float strip = painter_.S(84);
    if (const Node* node = ByRole(tree, Role::kStrip)) {
      Region(*node, "strip", ImVec2(0, top), ImVec2(width, strip), painter_.theme->ground, true);
    }
    const float below = top + strip;
    const float side = std::clamp(width * 0.235f, painter_.S(270), painter_.S(350));
    const ImVec2 size(side, height - below);
    if (const Node* node = ByRole(tree, Role::kSide)) {
      Region(*node, "left", ImVec2(0, below), size, painter_.theme->ground, true);
    }
    if (const Node* node = ByRole(tree, Role::kMain)) {
      const float centre = width - 2 * side;
      const float head = PinnedHead(*node, ImVec2(side, below), centre);
      Region(*node, "centre", ImVec2(side, below + head), ImVec2(centre, height - below - head),
             painter_.theme->panel, false);
      painter_.pinned.clear();
    }
    if (const Node* node = ByRole(tree, Role::kSide, 1)) {
      Region(*node, "right", ImVec2(width - side, below), size, painter_.theme->ground, true);
    }
  }
  painter_.blocked = false;
  if (dialog != nullptr) Dialog(*dialog, width, height, banner == nullptr);
  painter_.log_grew = false;
  painter_.reveal_focus = false;
  ImGui::PopFont();
}

}  // namespace huikuan::web
