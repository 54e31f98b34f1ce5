// The people map: portraits by rank, lines from each to those they listen to.
#include <algorithm>
#include <cmath>
#include <vector>

#include "imgui.h"
#include "model/panels.h"
#include "panels/painter.h"

namespace huikuan::web {
namespace {

struct Place {
  const Node* person;
  ImVec2 centre;
};

// An arrow that leaves one portrait and ends at another, bent a little so that two never coincide.
void Influence(const Painter& p, ImVec2 from, ImVec2 to, float radius) {
  const ImVec2 d(to.x - from.x, to.y - from.y);
  const float length = std::sqrt(d.x * d.x + d.y * d.y);
  if (length < radius * 2) return;
  const ImVec2 u(d.x / length, d.y / length);
  const ImVec2 start(from.x + u.x * radius, from.y + u.y * radius);
  const ImVec2 end(to.x - u.x * (radius + 4), to.y - u.y * (radius + 4));
  const ImVec2 middle((start.x + end.x) / 2 - u.y * p.S(10), (start.y + end.y) / 2 + u.x * p.S(10));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 colour = Blend(p.theme->accent, p.theme->card, 0.35f);
  list->AddBezierQuadratic(start, middle, end, colour, p.S(1.6f));
  const ImVec2 v(end.x - middle.x, end.y - middle.y);
  const float n = std::max(1.0f, std::sqrt(v.x * v.x + v.y * v.y));
  const ImVec2 w(v.x / n * p.S(7), v.y / n * p.S(7));
  list->AddTriangleFilled(end, ImVec2(end.x - w.x - w.y * 0.5f, end.y - w.y + w.x * 0.5f),
                          ImVec2(end.x - w.x + w.y * 0.5f, end.y - w.y - w.x * 0.5f), colour);
}

}  // namespace

float Painter::People(const Node& node, ImVec2 at, float width) {
  std::vector<Place> places;
  for (const Node& person : node.children) {
    if (person.data.size() >= figure::kListens) places.push_back({&person, {}});
  }
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.person->data[figure::kRole] > b.person->data[figure::kRole];
  });
  const int columns = width < S(240) ? 2 : 3;
  const float cell = width / static_cast<float>(columns);
  const float radius = S(24);
  float words = 0;
  for (const Place& place : places) {
    words = std::max(words, ParagraphHeight(place.person->label, cell - 6, S(size::kBody)) +
                                ParagraphHeight(place.person->hint, cell - 6, S(13)));
  }
  const float row = radius * 2 + words + S(18);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto line = static_cast<float>(i / static_cast<std::size_t>(columns));
    const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
    places[i].centre = ImVec2(at.x + cell * (column + 0.5f), at.y + row * line + radius + S(6));
  }
  for (const Place& place : places) {
    for (std::size_t k = figure::kListens; k < place.person->data.size(); ++k) {
      for (const Place& other : places) {
        if (other.person->level == place.person->data[k]) {
          Influence(*this, place.centre, other.centre, radius);
        }
      }
    }
  }
  const float small = S(13);
  for (const Place& place : places) {
    const Node& person = *place.person;
    const ImVec2 corner(place.centre.x - cell / 2 + 2, place.centre.y - radius - S(5));
    const ImVec2 extent(cell - 4, row - S(4));
    bool hovered = false;
    const bool clicked = Hit(person, corner, extent, &hovered);
    if (person.selected || hovered) {
      RoundRect(corner, extent, person.selected ? theme->accent_soft : theme->panel,
                person.selected ? theme->accent : 0, S(8));
    }
    Portrait(place.centre, radius, person.data[figure::kFace], person.data[figure::kMood],
             person.data[figure::kMet] == 0);
    if (person.data[figure::kGatekeeper] != 0) {
      const ImVec2 badge(place.centre.x + radius * 0.75f, place.centre.y + radius * 0.7f);
      ImGui::GetWindowDrawList()->AddCircleFilled(badge, S(7), theme->warn);
      Line("!", ImVec2(badge.x - S(2), badge.y - S(6)), S(12), theme->card);
    }
    const float y = place.centre.y + radius + S(5);
    const float name = Paragraph(person.label, ImVec2(corner.x + 1, y), extent.x - 2,
                                 S(size::kBody), theme->ink, true);
    Paragraph(person.hint, ImVec2(corner.x + 1, y + name - S(2)), extent.x - 2, small, theme->muted,
              true);
    if (hovered) Tip(person.label + "\n" + person.hint);
    if (clicked) Click(person);
  }
  const float height =
      row * std::ceil(static_cast<float>(places.size()) / static_cast<float>(columns)) + S(2);
  Note(node.key, at, ImVec2(width, height));
  return height;
}

}  // namespace huikuan::web
