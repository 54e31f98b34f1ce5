// Controls: each draws from its node's label, state and action alone.
#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "panels/painter.h"

namespace huikuan::web {
namespace {

struct ButtonColours {
  ImU32 fill, border, ink;
};

ButtonColours ColoursOf(const Theme& t, const Node& node, bool hovered) {
  if (!node.enabled) return {0, t.line, Blend(t.muted, t.card, 0.25f)};
  if (node.role == Role::kPrimary) {
    return {hovered ? Blend(t.accent, t.ink, 0.18f) : t.accent, 0, t.accent_ink};
  }
  if (node.selected) return {t.accent_soft, t.accent, t.ink};
  const ImU32 ink = node.tone == Shade::kNormal ? t.ink : Ink(t, node.tone);
  if (node.role == Role::kQuiet || node.role == Role::kLink) {
    return {hovered ? t.accent_soft : 0, 0, t.accent};
  }
  return {hovered ? t.accent_soft : t.raised, t.line, ink};
}

}  // namespace

float Painter::NaturalWidth(const Node& node, float available) {
  const float body = S(size::kBody);
  const float small = S(size::kSmall);
  float width = available;
  if (node.kind == Kind::kButton) {
    width = TextWidth(node.label, body) + S(26);
    if (!node.hint.empty()) width += TextWidth(node.hint, small) + S(8);
    if (node.role == Role::kQuiet) width -= S(5);
  } else if (node.kind == Kind::kText && node.role == Role::kSeal) {
    width = S(110);
  } else if (node.kind == Kind::kText) {
    const float font = node.role == Role::kBig     ? S(node.value.empty() ? size::kH2 : size::kBig)
                       : node.role == Role::kSmall ? small
                                                   : body;
    width = TextWidth(node.label, font) + 2;
    if (!node.value.empty()) width += TextWidth(node.value, font) + S(6);
  } else if (node.kind == Kind::kHeading) {
    width = TextWidth(node.label, S(node.level == 1 ? size::kH1 : size::kH2)) + S(4);
  } else if (node.kind == Kind::kFigure && node.role == Role::kPortrait) {
    width = S(48);
  } else if (node.kind == Kind::kMeter) {
    width = S(150);
  } else if (node.kind == Kind::kInput && node.role == Role::kSelect) {
    width = TextWidth(node.label, small);
    for (const Node& option : node.children) {
      width = std::max(width, TextWidth(option.label, body) + S(38));
    }
  } else if (node.kind == Kind::kList) {
    width = 0;
    for (const Node& child : node.children) {
      const float one = NaturalWidth(child, available);
      if (node.role == Role::kBar || node.role == Role::kRow) {
        width += one + (width > 0 ? S(size::kGap) : 0);
      } else {
        width = std::max(width, one);
      }
    }
  }
  return std::min(width, available);
}

float Painter::Button(const Node& node, ImVec2 at, float width) {
  if (node.role == Role::kOffer) return Offer(node, at, width);
  if (node.role == Role::kCheck) return Check(node, at, width);
  const float body = S(size::kBody);
  const float small = S(size::kSmall);
  const bool stacked = NaturalWidth(node, 1e6f) > width + 1 && !node.hint.empty();
  const float inner = width - S(20);
  const float label_height = std::max(body * 1.45f, ParagraphHeight(node.label, inner, body));
  // The one big button of a dialog.
  const float least = node.role == Role::kPrimary && width > S(240) ? 44 : size::kControl;
  float height = std::max(S(least), label_height + S(11));
  float hint_height = 0;
  if (stacked) {
    hint_height = ParagraphHeight(node.hint, inner, small);
    height = label_height + hint_height + S(12);
  }
  bool hovered = false;
  const bool clicked = Hit(node, at, ImVec2(width, height), &hovered);
  const ButtonColours look = ColoursOf(*theme, node, hovered);
  RoundRect(at, ImVec2(width, height), look.fill, look.border, S(8));
  const ImU32 hint_ink = node.role == Role::kPrimary && node.enabled
                             ? Blend(theme->accent_ink, theme->accent, 0.15f)
                             : theme->muted;
  if (stacked) {
    Paragraph(node.label, ImVec2(at.x + S(10), at.y + S(6)), inner, body, look.ink);
    Paragraph(node.hint, ImVec2(at.x + S(10), at.y + S(6) + label_height), inner, small, hint_ink);
  } else {
    const float label_width = std::min(inner, TextWidth(node.label, body));
    const float hint_width = node.hint.empty() ? 0 : TextWidth(node.hint, small) + S(8);
    const float x = at.x + std::max(S(10), (width - label_width - hint_width) / 2);
    Paragraph(node.label, ImVec2(x, at.y + (height - label_height) / 2), inner, body, look.ink);
    if (!node.hint.empty()) {
      Line(node.hint, ImVec2(x + label_width + S(8), at.y + (height - small) / 2), small, hint_ink);
    }
  }
  if (clicked) Click(node);
  return height;
}

// A full sentence or a task to choose, with its minutes at the right.
float Painter::Offer(const Node& node, ImVec2 at, float width) {
  const float body = S(size::kBody);
  const float small = S(size::kSmall);
  float hint_width = node.hint.empty() ? 0 : TextWidth(node.hint, small);
  const bool below = hint_width > width * 0.3f;
  const float text_width = width - S(24) - (below || hint_width == 0 ? 0 : hint_width + S(12));
  const float text_height = ParagraphHeight(node.label, text_width, body);
  const float hint_height = below ? ParagraphHeight(node.hint, width - S(24), small) : 0;
  const float height = text_height + hint_height + S(14);
  bool hovered = false;
  const bool clicked = Hit(node, at, ImVec2(width, height), &hovered);
  const bool marked = hovered || node.selected;
  const ImU32 fill = marked ? theme->accent_soft : node.enabled ? theme->raised : theme->panel;
  RoundRect(at, ImVec2(width, height), fill, marked ? theme->accent : theme->line, S(8));
  const ImU32 ink = node.enabled ? theme->ink : theme->muted;
  Paragraph(node.label, ImVec2(at.x + S(12), at.y + S(7)), text_width, body, ink);
  const ImU32 hint_ink = node.tone == Shade::kNormal ? theme->muted : Ink(*theme, node.tone);
  if (below) {
    Paragraph(node.hint, ImVec2(at.x + S(12), at.y + S(7) + text_height), width - S(24), small,
              hint_ink);
  } else if (hint_width > 0) {
    Line(node.hint, ImVec2(at.x + width - S(12) - hint_width, at.y + (height - small) / 2), small,
         hint_ink);
  }
  if (clicked) Click(node);
  return height;
}

float Painter::Check(const Node& node, ImVec2 at, float width) {
  const float body = S(size::kBody);
  const float box = S(18);
  const float text_width = width - box - S(10);
  float height = std::max(S(28), ParagraphHeight(node.label, text_width, body) + S(6));
  const float hint = ParagraphHeight(node.hint, text_width, S(size::kSmall));
  bool hovered = false;
  const bool clicked = Hit(node, at, ImVec2(width, height + hint), &hovered);
  const ImVec2 corner(at.x, at.y + S(5));
  const bool on = node.selected;
  RoundRect(corner, ImVec2(box, box),
            on        ? theme->accent
            : hovered ? theme->accent_soft
                      : theme->raised,
            on ? 0 : theme->muted, S(4));
  if (on) {
    const ImVec2 points[3] = {ImVec2(corner.x + box * 0.22f, corner.y + box * 0.52f),
                              ImVec2(corner.x + box * 0.43f, corner.y + box * 0.73f),
                              ImVec2(corner.x + box * 0.80f, corner.y + box * 0.28f)};
    ImGui::GetWindowDrawList()->AddPolyline(points, 3, theme->accent_ink, 0, S(2));
  }
  Paragraph(node.label, ImVec2(at.x + box + S(10), at.y + S(3)), text_width, body,
            node.enabled ? theme->ink : theme->muted);
  Paragraph(node.hint, ImVec2(at.x + box + S(10), at.y + height - S(3)), text_width,
            S(size::kSmall), theme->muted);
  if (clicked) Click(node);
  return height + hint;
}

namespace {

const Node* ChosenOption(const Node& node) {
  for (const Node& option : node.children) {
    if (option.value == node.value) return &option;
  }
  return nullptr;
}

}  // namespace

float Painter::Select(const Node& node, ImVec2 at, float width) {
  const float small = S(size::kSmall);
  const float label_height = small * 1.45f + S(2);
  Line(node.label, ImVec2(at.x, at.y + S(1)), small, theme->muted);
  const ImVec2 box(at.x, at.y + label_height);
  const ImVec2 extent(width, S(size::kControl));
  bool hovered = false;
  const bool clicked = Hit(node, box, extent, &hovered);
  RoundRect(box, extent, hovered ? theme->accent_soft : theme->raised, theme->line, S(8));
  const Node* chosen = ChosenOption(node);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(box, ImVec2(box.x + width - S(26), box.y + extent.y), true);
  const float body = S(size::kBody);
  if (chosen != nullptr) {
    Line(chosen->label, ImVec2(box.x + S(10), box.y + (extent.y - body) / 2), body, theme->ink);
  }
  list->PopClipRect();
  const ImVec2 tip(box.x + width - S(15), box.y + extent.y / 2 + S(2));
  list->AddTriangleFilled(ImVec2(tip.x - S(5), tip.y - S(4)), ImVec2(tip.x + S(5), tip.y - S(4)),
                          ImVec2(tip.x, tip.y + S(3)), theme->muted);
  const std::string list_id = node.key + "##popup";
  if (clicked) ImGui::OpenPopup(list_id.c_str());
  const float row = S(32);
  const float wanted = row * static_cast<float>(node.children.size()) + S(12);
  const float screen = ImGui::GetIO().DisplaySize.y;
  const float height = std::min({wanted, S(340), screen - 20});
  ImGui::SetNextWindowPos(ImVec2(box.x, std::min(box.y + extent.y + 2, screen - height - 4)));
  ImGui::SetNextWindowSize(ImVec2(std::max(width, S(150)), height));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(S(6), S(6)));
  if (ImGui::BeginPopup(list_id.c_str())) {
    const ImVec2 corner = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    this->popup = ImVec4(corner.x, corner.y, corner.x + size.x, corner.y + size.y);
    ImVec2 cursor = ImGui::GetCursorScreenPos();
    const float inner = ImGui::GetContentRegionAvail().x;
    for (const Node& option : node.children) {
      bool over = false;
      const bool picked = Hit(option, cursor, ImVec2(inner, row), &over);
      const bool is = option.value == node.value;
      if (over || is) {
        RoundRect(cursor, ImVec2(inner, row), over ? theme->accent_soft : theme->panel, 0, S(6));
      }
      Line(option.label, ImVec2(cursor.x + S(8), cursor.y + (row - body) / 2), body, theme->ink);
      if (is && ImGui::IsWindowAppearing()) ImGui::ScrollToItem();
      if (picked) {
        clicks.emplace_back(node.action, option.value);
        ImGui::CloseCurrentPopup();
      }
      cursor.y += row;
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar();
  return label_height + extent.y;
}

// The place of an HTML field, which lies over it and does the editing.
float Painter::Field(const Node& node, ImVec2 at, float width) {
  const float small = S(size::kSmall);
  const float label_height = small * 1.45f + S(2);
  Line(node.label, ImVec2(at.x, at.y + S(1)), small, theme->muted);
  // Grows with its words, so that the desk scrolls and never a field within it.
  const bool page = node.role == Role::kPage;
  float height = S(size::kControl);
  if (node.kind == Kind::kTextarea) {
    const float line = S(size::kBody) * 1.45f;
    const float inner = width - S(page ? 48 : 22);
    height = std::max(line * static_cast<float>(std::max(2, node.level)),
                      ParagraphHeight(node.value, inner, S(size::kBody)) + line) +
             S(page ? 42 : 16);
  }
  const ImVec2 box(at.x, at.y + label_height);
  Note(node.key, box, ImVec2(width, height));
  RoundRect(box, ImVec2(width, height), page ? theme->paper : theme->raised,
            node.tone == Shade::kBad ? theme->bad : theme->line, S(8));
  const ImVec2 clip_min = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 clip_max = ImGui::GetWindowDrawList()->GetClipRectMax();
  const float top = std::max(0.0f, clip_min.y - box.y);
  const float bottom = std::max(0.0f, box.y + height - clip_max.y);
  // HTML would lie above an open list: while one is open there, the words are only drawn.
  const bool under_list = box.x < popup_before.z && box.x + width > popup_before.x &&
                          box.y < popup_before.w && box.y + height > popup_before.y;
  if (!blocked && !under_list && top + bottom < height) {
    overlays.push_back({node.key, box.x, box.y, width, height, top,
                        std::max(0.0f, box.x + width - clip_max.x), bottom,
                        std::max(0.0f, clip_min.x - box.x)});
  } else {
    const float inset = S(9);
    Paragraph(node.value.empty() ? node.hint : node.value, ImVec2(box.x + inset, box.y + S(6)),
              width - inset * 2, S(size::kBody), theme->muted);
  }
  float used = label_height + height;
  if (node.tone == Shade::kBad && !node.hint.empty()) {
    used += Paragraph(node.hint, ImVec2(at.x, at.y + used), width, small, theme->bad);
  }
  return used;
}

float Painter::Meter(const Node& node, ImVec2 at, float width) {
  const float small = S(size::kSmall);
  const float value_width = TextWidth(node.value, small);
  const float label_height =
      std::max(small * 1.45f, ParagraphHeight(node.label, width - value_width - S(8), small));
  Paragraph(node.label, at, width - value_width - S(8), small, theme->ink);
  Line(node.value, ImVec2(at.x + width - value_width, at.y + small * 0.22f), small,
       Ink(*theme, node.tone));
  const ImVec2 bar(at.x, at.y + label_height + S(2));
  RoundRect(bar, ImVec2(width, S(6)), theme->line, 0, S(3));
  const float share = static_cast<float>(std::clamp(node.level, 0, 100)) / 100;
  const ImU32 fill = node.tone == Shade::kNormal ? theme->accent : Ink(*theme, node.tone);
  if (share > 0) RoundRect(bar, ImVec2(std::max(S(6), width * share), S(6)), fill, 0, S(3));
  Note(node.key, at, ImVec2(width, label_height + S(10)));
  float used = label_height + S(12);
  if (!node.hint.empty()) {
    used += Paragraph(node.hint, ImVec2(at.x, at.y + used - S(2)), width, small, theme->muted);
  }
  return used;
}

}  // namespace huikuan::web
