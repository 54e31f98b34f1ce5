#include <cstdio>

#include "model/node.h"

namespace huikuan::web {
namespace {

void WriteText(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", byte);
      out += escape;
    } else {
      out += c;
    }
  }
  out += '"';
}

void WriteField(const char* name, std::string_view text, std::string& out) {
  if (text.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  WriteText(text, out);
}

void WriteNode(const Node& node, std::string& out) {
  out += "{\"k\":";
  WriteText(node.key, out);
  WriteField("t", KindName(node.kind), out);
  WriteField("r", RoleName(node.role), out);
  WriteField("s", ShadeName(node.tone), out);
  WriteField("l", node.label, out);
  WriteField("v", node.value, out);
  WriteField("h", node.hint, out);
  WriteField("a", node.action, out);
  if (node.level != 0) out += ",\"n\":" + std::to_string(node.level);
  if (!node.enabled) out += ",\"x\":1";
  if (node.selected) out += ",\"y\":1";
  if (!node.data.empty()) {
    out += ",\"d\":[";
    for (std::size_t i = 0; i < node.data.size(); ++i) {
      if (i > 0) out += ',';
      out += std::to_string(node.data[i]);
    }
    out += ']';
  }
  if (!node.children.empty()) {
    out += ",\"c\":[";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) out += ',';
      WriteNode(node.children[i], out);
    }
    out += ']';
  }
  out += '}';
}

}  // namespace

std::string NodeJson(const Node& node) {
  std::string out;
  WriteNode(node, out);
  return out;
}

}  // namespace huikuan::web
