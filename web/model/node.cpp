#include "model/node.h"

#include <array>
#include <utility>

namespace huikuan::web {
namespace {

constexpr std::array<std::string_view, kKinds> kKindNames = {
    "heading",  "text",  "list", "table",  "button",   "input",
    "textarea", "meter", "log",  "figure", "document", "dialog"};

constexpr std::array<std::string_view, kRoles> kRoleNames = {
    "",         "root",     "banner",  "main",     "side",   "strip",  "card",
    "bar",      "stack",    "columns", "tabs",     "row",    "header", "page",
    "primary",  "quiet",    "offer",   "tab",      "chip",   "icon",   "check",
    "link",     "select",   "number",  "search",   "option", "note",   "small",
    "big",      "us",       "them",    "event",    "field",  "seal",   "figuretext",
    "calendar", "pipeline", "people",  "portrait", "papers", "gauge"};

constexpr std::array<std::string_view, 5> kShadeNames = {"", "good", "warn", "bad", "muted"};

}  // namespace

std::string_view KindName(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::string_view RoleName(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::string_view ShadeName(Shade tone) { return kShadeNames[static_cast<std::size_t>(tone)]; }

namespace {

// FNV-1a (Fowler, Noll, Vo): tells a changed tree from an unchanged one, within one page only.
constexpr std::uint64_t kPrime = 0x100000001b3ULL;

std::uint64_t HashWord(std::uint64_t h, std::uint64_t word) {
  for (int i = 0; i < 8; ++i) h = (h ^ (word >> (8 * i) & 0xff)) * kPrime;
  return h;
}

std::uint64_t HashText(std::uint64_t h, std::string_view text) {
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * kPrime;
  return HashWord(h, text.size());
}

}  // namespace

std::uint64_t HashNode(const Node& node) {
  std::uint64_t h = HashText(0xcbf29ce484222325ULL, node.key);
  const auto flags =
      static_cast<std::uint64_t>(node.kind) | static_cast<std::uint64_t>(node.role) << 8 |
      static_cast<std::uint64_t>(node.tone) << 16 | static_cast<std::uint64_t>(node.enabled) << 24 |
      static_cast<std::uint64_t>(node.selected) << 25 |
      static_cast<std::uint64_t>(static_cast<std::uint32_t>(node.level)) << 32;
  h = HashWord(h, flags);
  for (const std::string* text : {&node.label, &node.value, &node.hint, &node.action}) {
    h = HashText(h, *text);
  }
  for (const int number : node.data) h = HashWord(h, static_cast<std::uint32_t>(number));
  for (const Node& child : node.children) h = HashWord(h, HashNode(child));
  return HashWord(h, node.children.size());
}

namespace {

void Straighten(std::string* text) {
  static constexpr std::pair<std::string_view, char> kMarks[] = {
      {"\u201c", '"'}, {"\u201d", '"'}, {"\u2018", '\''}, {"\u2019", '\''}};
  for (const auto& [mark, straight] : kMarks) {
    for (std::size_t at = text->find(mark); at != std::string::npos; at = text->find(mark, at)) {
      text->replace(at, mark.size(), 1, straight);
    }
  }
}

}  // namespace

void StraightenQuotes(Node* node) {
  Straighten(&node->label);
  Straighten(&node->hint);
  const bool typed = node->kind == Kind::kInput || node->kind == Kind::kTextarea;
  if (!typed && node->role != Role::kOption) Straighten(&node->value);
  for (Node& child : node->children) StraightenQuotes(&child);
}

const Node* FindNode(const Node& root, std::string_view key) {
  if (root.key == key) return &root;
  for (const Node& child : root.children) {
    if (const Node* found = FindNode(child, key)) return found;
  }
  return nullptr;
}

}  // namespace huikuan::web
