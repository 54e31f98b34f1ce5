#include "model/ui_state.h"

#include <algorithm>
#include <charconv>

#include "model/lines.h"

namespace huikuan::web {
namespace {

const std::string kEmpty;

int Small(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void Take(std::string_view key, const std::string& value, UiState& ui) {
  if (key == "language") ui.language = value;
  if (key == "theme") ui.theme = value;
  if (key == "zoom") ui.zoom = std::min(200, std::max(80, Small(value, 100)));
  if (key == "reading") ui.reading = value == "1";
  if (key == "tab") ui.tab = value;
  if (key == "dialog") ui.dialog = value;
  if (key == "person") ui.person = static_cast<PersonId>(Small(value, kNone));
  if (key == "document") ui.document = static_cast<DocumentId>(Small(value, kNone));
  if (key.substr(0, 6) == "draft.") ui.drafts[std::string(key.substr(6))] = value;
}

}  // namespace

const std::string& UiState::Draft(const std::string& key) const {
  const auto it = drafts.find(key);
  return it == drafts.end() ? kEmpty : it->second;
}

std::int64_t UiState::Number(const std::string& key, std::int64_t otherwise) const {
  const std::string& text = Draft(key);
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && !text.empty()
             ? value
             : otherwise;
}

void UiState::Forget(std::string_view prefix) {
  for (auto it = drafts.lower_bound(std::string(prefix)); it != drafts.end();) {
    if (std::string_view(it->first).substr(0, prefix.size()) != prefix) break;
    it = drafts.erase(it);
  }
}

namespace {

// "kept.3.plan.amount": customer 3's.
std::string KeptPrefix(CustomerId customer) { return "kept." + std::to_string(customer) + "."; }

}  // namespace

void UiState::KeepDrafts(CustomerId customer) {
  std::map<std::string, std::string> next;
  for (auto& [key, value] : drafts) {
    const bool kept = key.rfind("kept.", 0) == 0;
    next[kept ? key : KeptPrefix(customer) + key] = std::move(value);
  }
  drafts = std::move(next);
}

void UiState::TakeDrafts(CustomerId customer) {
  const std::string prefix = KeptPrefix(customer);
  std::map<std::string, std::string> next;
  for (auto& [key, value] : drafts) {
    next[key.rfind(prefix, 0) == 0 ? key.substr(prefix.size()) : key] = std::move(value);
  }
  drafts = std::move(next);
}

std::string OpeningTab(const CustomerView& customer) {
  return customer.deal && customer.deal->phase == DealPhase::kQuoting ? "deal" : "talk";
}

std::string PackUi(const UiState& ui) {
  std::string out;
  PutLine("language", ui.language, out);
  PutLine("theme", ui.theme, out);
  PutLine("zoom", std::to_string(ui.zoom), out);
  PutLine("reading", ui.reading ? "1" : "0", out);
  PutLine("tab", ui.tab, out);
  PutLine("dialog", ui.dialog, out);
  PutLine("person", std::to_string(ui.person), out);
  PutLine("document", std::to_string(ui.document), out);
  for (const auto& [key, value] : ui.drafts) PutLine("draft." + key, value, out);
  return out;
}

void UnpackUi(std::string_view packed, UiState& ui) {
  for (const auto& [key, value] : ReadLines(packed)) Take(key, value, ui);
}

Cents ParseMoney(std::string_view text) {
  Cents units = 0;
  Cents scale = 0;  // 0 before the decimal point, then 10, 100 …
  bool digits = false;
  Cents factor = 100;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      if (units > kMaxMoney / 1000) return -1;
      digits = true;
      if (scale >= 10'000) continue;
      units = units * 10 + (c - '0');
      if (scale != 0) scale *= 10;
    } else if (c == '.' && scale == 0) {
      scale = 1;
    } else if (text.substr(i, 3) == "\u4e07") {  // 万
      factor = 1'000'000;
      i += 2;
    } else if (text.substr(i, 3) == "\u5143" || text.substr(i, 3) == "\uffe5" ||
               text.substr(i, 3) == "\uff0c") {
      i += 2;
    } else if (text.substr(i, 2) == "\u00a5") {
      i += 1;
    } else if (c != ',' && c != ' ') {
      return -1;
    }
  }
  if (!digits) return -1;
  return DivRound(units * factor, scale == 0 ? 1 : scale);
}

}  // namespace huikuan::web
