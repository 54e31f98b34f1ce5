// The semantic tree that both renderers draw: the ImGui desk and the DOM reading layout. Plain
// values without layout; a new panel needs only nodes, never a new widget or JavaScript.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huikuan::web {

enum class Kind : std::uint8_t {
  kHeading,
  kText,
  kList,
  kTable,
  kButton,
  kInput,
  kTextarea,
  kMeter,
  kLog,
  kFigure,
  kDocument,
  kDialog,
};
inline constexpr int kKinds = 12;

// How a node of its kind is meant; a closed list, so that both renderers know all of it.
enum class Role : std::uint8_t {
  kNone,
  // lists: kNone is a plain list of items
  kRoot,
  kBanner,
  kMain,
  kSide,
  kStrip,
  kCard,
  kBar,
  kStack,
  kColumns,
  kTabs,
  kRow,
  kHeader,
  kPage,
  // buttons
  kPrimary,
  kQuiet,
  kOffer,
  kTab,
  kChip,
  kIcon,
  kCheck,
  kLink,
  // inputs
  kSelect,
  kNumber,
  kSearch,
  kOption,
  // texts
  kNote,
  kSmall,
  kBig,
  kUs,
  kThem,
  kEvent,
  kField,
  kSeal,
  kFigureText,
  // figures
  kCalendar,
  kPipeline,
  kPeople,
  kPortrait,
  kPaperStack,
  kGauge,
};
inline constexpr int kRoles = static_cast<int>(Role::kGauge) + 1;

enum class Shade : std::uint8_t { kNormal, kGood, kWarn, kBad, kMuted };

struct Node {
  std::string key;  // unique in the tree, stable from frame to frame
  Kind kind = Kind::kText;
  Role role = Role::kNone;
  Shade tone = Shade::kNormal;
  bool enabled = true;
  bool selected = false;
  std::string label;      // the words people see (and hear)
  std::string value;      // an input's or meter's content; an option's value
  std::string hint;       // second, quieter words: minutes, who said it, why not
  std::string action;     // action id (actions.h); empty = not interactive
  int level = 0;          // heading level 1–3; meter: 0–100
  std::vector<int> data;  // figures only: numbers to draw from, documented in figures.h
  std::vector<Node> children;

  Node& Add(Node child) {
    children.push_back(std::move(child));
    return children.back();
  }
};

std::string_view KindName(Kind kind);
std::string_view RoleName(Role role);
std::string_view ShadeName(Shade tone);

// Hash of everything a renderer sees of a node and its children.
std::uint64_t HashNode(const Node& node);

// The tree as JSON; defaults are left out. Keys: k key, t kind, r role, s shade, l label, v value,
// h hint, a action, n level, d data, x disabled, y selected, c children.
std::string NodeJson(const Node& node);

// Curly quotation marks become straight ones, in all words but those somebody typed: the drawn desk's
// font has them as wide as an ideogram, which tears holes into other scripts' lines.
void StraightenQuotes(Node* node);

// Depth first; nullptr when there is none.
const Node* FindNode(const Node& root, std::string_view key);

}  // namespace huikuan::web
