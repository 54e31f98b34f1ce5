// Drawn faces. The portrait number picks hair, skin and clothes; the mood moves brows, eyes, mouth.
#include <array>
#include <cmath>

#include "imgui.h"
#include "panels/painter.h"

namespace huikuan::web {
namespace {

// How a mood bends the face; y grows downwards, all in radii.
struct Expression {
  float mouth;       // > 0 smiles
  float brow_inner;  // inner end of the brows, lower = cross
  float brow_outer;
  float eye;  // height of the eyes
  float blush;
};
constexpr std::array<Expression, 6> kExpressions = {{
    {0.02f, 0.00f, 0.00f, 0.070f, 0.0f},    // calm
    {0.16f, -0.03f, 0.00f, 0.062f, 0.25f},  // friendly
    {-0.03f, 0.02f, -0.02f, 0.045f, 0.0f},  // guarded
    {-0.12f, 0.09f, -0.05f, 0.055f, 0.1f},  // annoyed
    {-0.02f, -0.07f, 0.02f, 0.050f, 0.6f},  // embarrassed
    {-0.11f, -0.10f, 0.03f, 0.078f, 0.0f},  // worried
}};

// One row a portrait number; a case gives its people numbers (assets/README.md describes them).
enum HairStyle { kLong, kParted, kBob, kBun, kReceding };
struct Look {
  HairStyle hair;
  int hair_colour, skin, clothes;
  bool glasses;
};
constexpr std::array<Look, 12> kLooks = {{{kLong, 0, 0, 1, false},
                                          {kParted, 0, 1, 2, false},
                                          {kBob, 1, 2, 0, true},
                                          {kBun, 0, 0, 3, false},
                                          {kReceding, 1, 1, 4, true},
                                          {kParted, 2, 0, 4, false},
                                          {kLong, 1, 2, 3, true},
                                          {kParted, 3, 1, 0, true},
                                          {kBun, 2, 0, 2, false},
                                          {kReceding, 2, 1, 1, false},
                                          {kBob, 0, 0, 2, false},
                                          {kParted, 1, 2, 1, false}}};

constexpr ImU32 kSkins[] = {IM_COL32(243, 208, 178, 255), IM_COL32(232, 190, 156, 255),
                            IM_COL32(248, 219, 192, 255)};
constexpr ImU32 kHairs[] = {IM_COL32(38, 33, 31, 255), IM_COL32(66, 52, 44, 255),
                            IM_COL32(122, 116, 110, 255), IM_COL32(28, 28, 34, 255)};
constexpr ImU32 kClothes[] = {IM_COL32(62, 84, 104, 255), IM_COL32(120, 74, 68, 255),
                              IM_COL32(72, 96, 78, 255), IM_COL32(92, 80, 108, 255),
                              IM_COL32(52, 58, 66, 255)};

void Hair(ImDrawList* list, ImVec2 c, float r, HairStyle style, ImU32 hair) {
  const ImVec2 head(c.x, c.y - r * 0.05f);
  const float pi = 3.14159f;
  list->PathArcTo(head, r * 0.56f, pi * 1.02f, pi * 1.98f, 20);
  if (style == kParted) {  // parted to the side
    list->PathLineTo(ImVec2(c.x + r * 0.5f, c.y - r * 0.2f));
    list->PathLineTo(ImVec2(c.x - r * 0.1f, c.y - r * 0.34f));
  } else if (style == kReceding) {  // receding
    list->PathLineTo(ImVec2(c.x + r * 0.42f, c.y - r * 0.38f));
    list->PathLineTo(ImVec2(c.x, c.y - r * 0.46f));
    list->PathLineTo(ImVec2(c.x - r * 0.42f, c.y - r * 0.38f));
  } else {  // fringe
    list->PathLineTo(ImVec2(c.x + r * 0.52f, c.y - r * 0.14f));
    list->PathLineTo(ImVec2(c.x, c.y - r * 0.26f));
    list->PathLineTo(ImVec2(c.x - r * 0.52f, c.y - r * 0.14f));
  }
  list->PathFillConcave(hair);
  if (style == kLong || style == kBob || style == kBun) {
    const float bottom = style == kLong ? 0.58f : style == kBob ? 0.36f : 0.14f;
    for (const float side : {-0.50f, 0.50f}) {
      list->AddRectFilled(ImVec2(c.x + r * (side - 0.08f), c.y - r * 0.16f),
                          ImVec2(c.x + r * (side + 0.08f), c.y + r * bottom), hair, r * 0.08f);
    }
  }
  if (style == kBun) list->AddCircleFilled(ImVec2(c.x, c.y - r * 0.68f), r * 0.2f, hair);
}

void Face(ImDrawList* list, ImVec2 c, float r, const Expression& e, ImU32 ink, bool glasses) {
  for (const float side : {-1.0f, 1.0f}) {
    const float x = c.x + side * r * 0.21f;
    const float y = c.y + r * 0.04f;
    list->AddEllipseFilled(ImVec2(x, y), ImVec2(r * 0.055f, r * e.eye), ink);
    list->AddLine(ImVec2(c.x + side * r * 0.10f, y - r * (0.17f - e.brow_inner)),
                  ImVec2(c.x + side * r * 0.33f, y - r * (0.17f - e.brow_outer)), ink, r * 0.055f);
    if (glasses) list->AddCircle(ImVec2(x, y), r * 0.15f, ink, 0, r * 0.04f);
    if (e.blush > 0) {
      list->AddCircleFilled(ImVec2(c.x + side * r * 0.34f, c.y + r * 0.2f), r * 0.1f,
                            IM_COL32(214, 92, 80, static_cast<int>(120 * e.blush)));
    }
  }
  if (glasses) {
    list->AddLine(ImVec2(c.x - r * 0.07f, c.y + r * 0.03f),
                  ImVec2(c.x + r * 0.07f, c.y + r * 0.03f), ink, r * 0.04f);
  }
  const float y = c.y + r * 0.31f - r * e.mouth * 0.4f;
  list->AddBezierQuadratic(ImVec2(c.x - r * 0.17f, y), ImVec2(c.x, y + r * e.mouth * 1.6f),
                           ImVec2(c.x + r * 0.17f, y), IM_COL32(150, 70, 62, 255), r * 0.06f);
}

}  // namespace

void Painter::Portrait(ImVec2 centre, float radius, int face, int mood, bool dim) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::size_t n = static_cast<std::size_t>(face < 0 ? 0 : face) % kLooks.size();
  const Look& look = kLooks[n];
  const Expression& expression = kExpressions[static_cast<std::size_t>(mood) < kExpressions.size()
                                                  ? static_cast<std::size_t>(mood)
                                                  : 0];
  const ImU32 ground = Blend(theme->accent_soft, theme->them, static_cast<float>(n % 3) * 0.4f);
  list->AddCircleFilled(centre, radius, ground);
  list->PushClipRect(ImVec2(centre.x - radius, centre.y - radius),
                     ImVec2(centre.x + radius, centre.y + radius * 0.94f), true);
  const ImU32 clothes = kClothes[look.clothes];
  const ImU32 skin = kSkins[look.skin];
  const float r = radius;
  list->AddEllipseFilled(ImVec2(centre.x, centre.y + r * 1.02f), ImVec2(r * 0.66f, r * 0.40f),
                         clothes);
  list->AddRectFilled(ImVec2(centre.x - r * 0.15f, centre.y + r * 0.35f),
                      ImVec2(centre.x + r * 0.15f, centre.y + r * 0.72f), skin);
  list->AddTriangleFilled(ImVec2(centre.x - r * 0.2f, centre.y + r * 0.64f),
                          ImVec2(centre.x + r * 0.2f, centre.y + r * 0.64f),
                          ImVec2(centre.x, centre.y + r * 0.9f), IM_COL32(245, 243, 238, 255));
  list->AddEllipseFilled(ImVec2(centre.x, centre.y + r * 0.04f), ImVec2(r * 0.46f, r * 0.53f),
                         skin);
  Hair(list, centre, r, look.hair, kHairs[look.hair_colour]);
  Face(list, centre, r, expression, IM_COL32(40, 34, 32, 255), look.glasses);
  list->PopClipRect();
  if (dim) list->AddCircleFilled(centre, radius, (theme->card & 0x00ffffff) | 0x66000000);
  list->AddCircle(centre, radius, theme->line, 0, 1.5f);
}

}  // namespace huikuan::web
