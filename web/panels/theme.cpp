#include "panels/theme.h"

namespace huikuan::web {
namespace {

constexpr ImU32 Rgb(unsigned rgb, unsigned alpha = 255) {
  return IM_COL32(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
}

}  // namespace

const Theme& LightTheme() {
  static const Theme theme = {Rgb(0xe9e4da), Rgb(0xf2eee6),      Rgb(0xfbf9f5),     Rgb(0xffffff),
                              Rgb(0x24211d), Rgb(0x655f56),      Rgb(0xdcd5c8),     Rgb(0x1f5a6b),
                              Rgb(0xffffff), Rgb(0xdde9ea),      Rgb(0x2b6a45),     Rgb(0x875400),
                              Rgb(0xa8322a), Rgb(0xdfece2),      Rgb(0xf6e8cd),     Rgb(0xf6dedb),
                              Rgb(0xfffdf8), Rgb(0xc23327),      Rgb(0x3c3225, 40), Rgb(0xdbe8ea),
                              Rgb(0xf0ebe1), Rgb(0x2a251e, 120), Rgb(0x24211d)};
  return theme;
}

const Theme& DarkTheme() {
  static const Theme theme = {Rgb(0x171613), Rgb(0x1f1d1a),      Rgb(0x292622),     Rgb(0x34302b),
                              Rgb(0xf0ebe2), Rgb(0xaaa396),      Rgb(0x423d36),     Rgb(0x6fb4c6),
                              Rgb(0x10252b), Rgb(0x23393f),      Rgb(0x7cc39a),     Rgb(0xe2af5a),
                              Rgb(0xf08e84), Rgb(0x22372a),      Rgb(0x40331c),     Rgb(0x47272a),
                              Rgb(0xf3eddf), Rgb(0xc23327),      Rgb(0x000000, 90), Rgb(0x24404a),
                              Rgb(0x34302b), Rgb(0x000000, 150), Rgb(0x24211d)};
  return theme;
}

ImU32 Ink(const Theme& theme, Shade tone) {
  switch (tone) {
    case Shade::kNormal:
      return theme.ink;
    case Shade::kGood:
      return theme.good;
    case Shade::kWarn:
      return theme.warn;
    case Shade::kBad:
      return theme.bad;
    case Shade::kMuted:
      return theme.muted;
  }
  return theme.ink;
}

ImU32 Soft(const Theme& theme, Shade tone) {
  switch (tone) {
    case Shade::kGood:
      return theme.good_soft;
    case Shade::kWarn:
      return theme.warn_soft;
    case Shade::kBad:
      return theme.bad_soft;
    default:
      return theme.panel;
  }
}

ImU32 Blend(ImU32 from, ImU32 to, float share) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from);
  const ImVec4 b = ImGui::ColorConvertU32ToFloat4(to);
  return ImGui::ColorConvertFloat4ToU32(ImVec4(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share,
                                               a.z + (b.z - a.z) * share,
                                               a.w + (b.w - a.w) * share));
}

}  // namespace huikuan::web
