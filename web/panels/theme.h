// Colours, type scale and spacing of the desk: paper and ink, light and dark.
#pragma once

#include "imgui.h"
#include "model/node.h"

namespace huikuan::web {

struct Theme {
  ImU32 ground, panel, card, raised, ink, muted, line, accent, accent_ink, accent_soft, good, warn,
      bad, good_soft, warn_soft, bad_soft, paper, seal, shadow, us, them, veil, paper_ink;
};
const Theme& LightTheme();
const Theme& DarkTheme();

ImU32 Ink(const Theme& theme, Shade tone);       // text in that tone
ImU32 Soft(const Theme& theme, Shade tone);      // ground in that tone
ImU32 Blend(ImU32 from, ImU32 to, float share);  // share 0: from

// Sizes at 100 % text size. ImGui's font size is the height of a line of the font, 1.17 times what
// CSS calls it: 16 here is 13.7px there.
namespace size {
inline constexpr float kSmall = 14, kBody = 16, kH3 = 15, kH2 = 18, kH1 = 23, kBig = 26;
inline constexpr float kGap = 8, kPad = 14, kRadius = 10, kControl = 34;
}  // namespace size

}  // namespace huikuan::web
