// Groups of nodes: stacks, cards, bars, columns, tabs, tables, texts and speech.
#include <algorithm>

#include "imgui.h"
#include "panels/painter.h"

namespace huikuan::web {

float Painter::Draw(const Node& node, ImVec2 at, float width) {
  switch (node.kind) {
    case Kind::kHeading:
    case Kind::kText:
      return Text(node, at, width);
    case Kind::kButton:
      return Button(node, at, width);
    case Kind::kInput:
      return node.role == Role::kSelect ? Select(node, at, width) : Field(node, at, width);
    case Kind::kTextarea:
      return Field(node, at, width);
    case Kind::kMeter:
      return Meter(node, at, width);
    case Kind::kTable:
      return Table(node, at, width);
    case Kind::kLog:
    case Kind::kDialog:
      return Stack(node.children, at, width, S(size::kGap));
    case Kind::kDocument:
      return Page(node, at, width);
    case Kind::kFigure:
      if (node.role == Role::kCalendar) return Calendar(node, at, width);
      if (node.role == Role::kPipeline) return Pipeline(node, at, width);
      if (node.role == Role::kPeople) return People(node, at, width);
      Portrait(ImVec2(at.x + S(24), at.y + S(24)), S(24), node.data.empty() ? 0 : node.data[0],
               node.data.size() > 1 ? node.data[1] : 0, false);
      return S(48);
    case Kind::kList:
      break;
  }
  switch (node.role) {
    case Role::kCard:
      return Card(node, at, width, theme->card, S(size::kPad));
    case Role::kBar:
      return Bar(node, at, width);
    case Role::kRow:
      return RowOf(node, at, width);
    case Role::kColumns:
      return Columns(node, at, width);
    case Role::kTabs:
      return Tabs(node, at, width);
    default:
      return Stack(node.children, at, width, S(size::kGap));
  }
}

float Painter::Stack(const std::vector<Node>& children, ImVec2 at, float width, float gap) {
  float y = 0;
  for (const Node& child : children) {
    if (std::find(pinned.begin(), pinned.end(), &child) != pinned.end()) continue;
    if (y > 0) y += child.kind == Kind::kHeading ? gap * 1.4f : gap;
    float wanted = width;
    if (child.kind == Kind::kButton && child.role != Role::kOffer && child.role != Role::kCheck) {
      // A button as wide as a column reads as a field.
      const float most = S(child.role == Role::kPrimary ? 330 : 240);
      wanted = std::min(width, std::max(NaturalWidth(child, width),
                                        child.role == Role::kQuiet ? 0 : std::min(most, width)));
    }
    y += Draw(child, ImVec2(at.x, at.y + y), wanted);
  }
  return y;
}

float Painter::Card(const Node& node, ImVec2 at, float width, ImU32 ground, float pad) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImDrawListSplitter splitter;  // contents first, then the ground below them at the right height
  splitter.Split(list, 2);
  splitter.SetCurrentChannel(list, 1);
  const float height =
      Stack(node.children, ImVec2(at.x + pad, at.y + pad), width - 2 * pad, S(size::kGap)) +
      2 * pad;
  splitter.SetCurrentChannel(list, 0);
  RoundRect(ImVec2(at.x, at.y + 2), ImVec2(width, height), theme->shadow, 0, S(size::kRadius));
  RoundRect(at, ImVec2(width, height), ground, theme->line, S(size::kRadius));
  splitter.Merge(list);
  Note(node.key, at, ImVec2(width, height));
  return height;
}

// Left to right, wrapping.
float Painter::Bar(const Node& node, ImVec2 at, float width) {
  const float gap = S(size::kGap);
  float x = 0, y = 0, row = 0;
  for (const Node& child : node.children) {
    float wanted = NaturalWidth(child, width);
    if (x > 0 && x + wanted > width) {
      x = 0;
      y += row + gap;
      row = 0;
    }
    const bool low = child.kind == Kind::kText && child.role == Role::kSmall;
    const float drop = low ? S(6) : 0;
    // Lines beside a portrait belong together.
    const bool lines = child.kind == Kind::kList && child.role == Role::kStack;
    const ImVec2 place(at.x + x, at.y + y + drop);
    row = std::max(
        row,
        (lines ? Stack(child.children, place, wanted, S(1)) : Draw(child, place, wanted)) + drop);
    x += wanted + gap;
  }
  return y + row;
}

// One line: buttons at the right keep their width, the rest is shared by what stands before them.
float Painter::RowOf(const Node& node, ImVec2 at, float width) {
  const float gap = S(size::kGap);
  float fixed = 0;
  int flexible = 0;
  const auto is_fixed = [](const Node& child) {
    return (child.kind == Kind::kButton && child.role != Role::kOffer) ||
           child.kind == Kind::kFigure;
  };
  for (const Node& child : node.children) {
    if (is_fixed(child)) {
      fixed += NaturalWidth(child, width * 0.45f) + gap;
    } else {
      ++flexible;
    }
  }
  const float share =
      flexible > 0 ? std::max(S(60), (width - fixed) / static_cast<float>(flexible)) : 0;
  float x = 0, height = 0;
  for (const Node& child : node.children) {
    const float wanted = is_fixed(child) ? NaturalWidth(child, width * 0.45f) : share;
    const bool lines = child.kind == Kind::kList && child.role == Role::kStack;
    const ImVec2 place(at.x + x, at.y);
    height = std::max(
        height, lines ? Stack(child.children, place, wanted, S(1)) : Draw(child, place, wanted));
    x += wanted + gap;
  }
  Note(node.key, at, ImVec2(width, height));
  return height;
}

float Painter::Columns(const Node& node, ImVec2 at, float width) {
  const float gap = S(size::kGap * 1.5f);
  std::size_t columns = std::min<std::size_t>(node.children.size(), 2);
  if (columns == 0) return 0;
  if (width < S(230)) columns = 1;
  // The letter: choices need less room than the sheet.
  const bool sheet = node.key == "letter.columns";
  if (sheet && width < S(560)) columns = 1;
  float y = 0;
  for (std::size_t i = 0; i < node.children.size(); i += columns) {
    float x = 0, row = 0;
    for (std::size_t j = i; j < std::min(i + columns, node.children.size()); ++j) {
      float one = (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
      if (sheet && columns == 2) one = (width - gap) * (j == i ? 0.40f : 0.60f);
      row = std::max(row, Draw(node.children[j], ImVec2(at.x + x, at.y + y), one));
      x += one + gap;
    }
    y += row + (i + columns < node.children.size() ? S(size::kGap) : 0);
  }
  return y;
}

float Painter::Tabs(const Node& node, ImVec2 at, float width) {
  const float body = S(size::kBody);
  const float height = S(38);
  float x = 0;
  ImGui::GetWindowDrawList()->AddLine(ImVec2(at.x, at.y + height - 1),
                                      ImVec2(at.x + width, at.y + height - 1), theme->line);
  for (const Node& tab : node.children) {
    const float wide = TextWidth(tab.label, body) + S(30);
    const ImVec2 corner(at.x + x, at.y);
    bool hovered = false;
    const bool clicked = Hit(tab, corner, ImVec2(wide, height), &hovered);
    if (hovered && !tab.selected) {
      RoundRect(corner, ImVec2(wide, height - S(4)), theme->accent_soft, 0, S(8));
    }
    const ImVec2 words(corner.x + S(15), corner.y + (height - body) / 2 - S(1));
    if (tab.selected) {
      Bold(tab.label, words, body, theme->ink);
      RoundRect(ImVec2(corner.x + S(10), corner.y + height - S(3)), ImVec2(wide - S(20), S(3)),
                theme->accent, 0, 2);
    } else {
      Line(tab.label, words, body, theme->muted);
    }
    if (clicked) Click(tab);
    x += wide;
  }
  return height;
}

float Painter::Table(const Node& node, ImVec2 at, float width) {
  const float body = S(size::kBody);
  const float small = S(size::kSmall);
  float y = 0;
  for (const Node& row : node.children) {
    const auto count = row.children.size();
    if (count == 0) continue;
    const bool header = row.role == Role::kHeader;
    float x = 0, height = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Node& cell = row.children[i];
      // The first column names the thing and needs most of the room.
      const float first = count == 2 ? 0.62f : 0.38f;
      const float share = i == 0 ? first : (1 - first) / static_cast<float>(count - 1);
      const float wide = width * share - S(6);
      const float font = header ? small : body * 0.95f;
      const ImU32 ink = header ? theme->muted : Ink(*theme, cell.tone);
      float used = Paragraph(cell.label, ImVec2(at.x + x, at.y + y + S(5)), wide, font, ink);
      used += Paragraph(cell.hint, ImVec2(at.x + x, at.y + y + S(5) + used), wide, small * 0.95f,
                        cell.tone == Shade::kNormal ? theme->muted : Ink(*theme, cell.tone));
      height = std::max(height, used + S(10));
      x += width * share;
    }
    Note(row.key, ImVec2(at.x, at.y + y), ImVec2(width, height));
    y += height;
    ImGui::GetWindowDrawList()->AddLine(ImVec2(at.x, at.y + y), ImVec2(at.x + width, at.y + y),
                                        theme->line);
  }
  return y;
}

float Painter::Text(const Node& node, ImVec2 at, float width) {
  if (node.role == Role::kUs || node.role == Role::kThem) return Speech(node, at, width);
  if (node.role == Role::kSeal) return SealMark(node, at);
  const ImU32 ink = Ink(*theme, node.tone);
  const float small = S(size::kSmall);
  float used = 0;
  if (node.kind == Kind::kHeading) {
    const float font = S(node.level == 1 ? size::kH1 : node.level == 2 ? size::kH2 : size::kH3);
    used = Paragraph(node.label, at, width, font, node.level == 3 ? theme->muted : ink);
    if (node.level < 3) Paragraph(node.label, ImVec2(at.x + 0.5f, at.y), width, font, ink);
  } else if (node.role == Role::kBig) {
    if (node.value.empty()) {
      used = Paragraph(node.label, at, width, S(size::kH2), ink);
    } else {
      used = Paragraph(node.label, at, width, small, theme->muted);
      Bold(node.value, ImVec2(at.x, at.y + used), S(size::kBig), ink);
      used += S(size::kBig) * 1.1f;
    }
  } else if (node.role == Role::kField) {
    used = Paragraph(node.label, at, width, small, theme->muted);
    used += Paragraph(node.value, ImVec2(at.x, at.y + used), width, S(size::kBody), theme->ink);
    used += Paragraph(node.hint, ImVec2(at.x, at.y + used), width, small, ink);
  } else if (node.role == Role::kNote) {
    const float inset = S(12);
    ImDrawList* list = ImGui::GetWindowDrawList();
    used = Paragraph(node.label, ImVec2(at.x + inset, at.y), width - inset, S(size::kBody),
                     theme->ink);
    used +=
        Paragraph(node.hint, ImVec2(at.x + inset, at.y + used), width - inset, small, theme->muted);
    list->AddRectFilled(ImVec2(at.x, at.y + 2), ImVec2(at.x + S(3), at.y + used - 2),
                        node.tone == Shade::kNormal ? theme->line : ink, 2);
  } else {
    const float font =
        node.role == Role::kSmall || node.role == Role::kEvent ? small : S(size::kBody);
    std::string words = node.label;
    if (node.role == Role::kEvent && !node.value.empty()) words = node.value + "  " + words;
    if (node.role == Role::kEvent && node.tone == Shade::kNormal && node.value.empty()) {
      used = Paragraph(words, at, width, font, theme->muted);
    } else {
      used = Paragraph(words, at, width, font, ink);
    }
    if (node.role == Role::kSmall && !node.value.empty()) {
      Line(node.value, ImVec2(at.x + TextWidth(node.label, font) + S(6), at.y + font * 0.22f), font,
           ink);
    }
    if (node.role != Role::kEvent) {
      used += Paragraph(node.hint, ImVec2(at.x, at.y + used), width, small, theme->muted);
    }
  }
  Note(node.key, at, ImVec2(width, used));
  return used;
}

float Painter::Speech(const Node& node, ImVec2 at, float width) {
  const bool ours = node.role == Role::kUs;
  const float body = S(size::kBody);
  const float portrait = ours || node.data.empty() ? 0 : S(40);
  const float pad = S(11);
  const float room = (width - portrait) * 0.86f - 2 * pad;
  const float text = std::min(room, TextWidth(node.label, body) + 2);
  const float name = node.value.empty() ? 0 : S(size::kSmall) * 1.4f;
  const float height = ParagraphHeight(node.label, text, body) + S(12);
  const float bubble = text + 2 * pad;
  const float x = ours ? at.x + width - bubble : at.x + portrait;
  if (portrait > 0) {
    Portrait(ImVec2(at.x + S(17), at.y + name + S(17)), S(16), node.data[0], node.data[1], false);
  }
  if (name > 0) {
    const float wide = TextWidth(node.value, S(size::kSmall));
    Line(node.value, ImVec2(ours ? at.x + width - wide - 2 : x + 2, at.y), S(size::kSmall),
         theme->muted);
  }
  RoundRect(ImVec2(x, at.y + name), ImVec2(bubble, height), ours ? theme->us : theme->them, 0,
            S(12));
  Paragraph(node.label, ImVec2(x + pad, at.y + name + S(6)), text, body, theme->ink);
  Note(node.key, at, ImVec2(width, name + height));
  return name + height;
}

}  // namespace huikuan::web
