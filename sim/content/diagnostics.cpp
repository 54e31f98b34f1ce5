#include "content/diagnostics.h"

#include <algorithm>
#include <utility>

namespace huikuan::content {
namespace {

// Levenshtein's distance of the first 40 bytes.
std::size_t Distance(std::string_view a, std::string_view b) {
  a = a.substr(0, 40);
  b = b.substr(0, 40);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

}  // namespace

void Diagnostics::Add(Severity severity, std::string code, std::vector<std::string> args,
                      Where where) {
  if (severity == Severity::kError) ++errors_;
  if (items_.size() < kMaxDiagnostics) {
    items_.push_back({severity, {std::move(code), std::move(args), std::move(where)}});
  } else if (items_.size() == kMaxDiagnostics) {
    // An error even when a warning overflows it: silence would look like a clean file.
    ++errors_;
    items_.push_back({Severity::kError, {"diagnostics.too_many", {}, std::move(where)}});
  }
}

std::string Clip(std::string_view text) {
  constexpr std::size_t kLimit = 80;
  if (text.size() <= kLimit) return std::string(text);
  std::size_t n = kLimit;
  while (n > 0 && (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80) --n;
  return std::string(text.substr(0, n)) + "…";
}

std::string Suggest(std::string_view given, const std::vector<std::string>& names) {
  std::size_t best = 3;  // farther is no misspelling
  const std::string* nearest = nullptr;
  for (const std::string& name : names) {
    const std::size_t d = Distance(given, name);
    if (d < best) {
      best = d;
      nearest = &name;
    }
  }
  if (nearest != nullptr) return *nearest;
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < 12; ++i) all += (i > 0 ? ", " : "") + names[i];
  if (names.size() > 12) all += ", …";
  return all;
}

}  // namespace huikuan::content
