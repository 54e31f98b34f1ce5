// Collecting what is wrong with authored files, and suggestions for misspelt names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huikuan/scenario.h"

namespace huikuan::content {

// Keeps the first kMaxDiagnostics; a file with more is told to start from the top.
inline constexpr std::size_t kMaxDiagnostics = 400;

class Diagnostics {
 public:
  void Add(Severity severity, std::string code, std::vector<std::string> args, Where where);
  void AddError(std::string code, std::vector<std::string> args, Where where) {
    Add(Severity::kError, std::move(code), std::move(args), std::move(where));
  }
  void AddWarning(std::string code, std::vector<std::string> args, Where where) {
    Add(Severity::kWarning, std::move(code), std::move(args), std::move(where));
  }
  bool HasErrors() const { return errors_ > 0; }
  int errors() const { return errors_; }
  std::vector<Diagnostic>& items() { return items_; }
  const std::vector<Diagnostic>& items() const { return items_; }

 private:
  std::vector<Diagnostic> items_;
  int errors_ = 0;
};

// At most 80 bytes of what an author wrote, cut between characters, for messages.
std::string Clip(std::string_view text);

// What the author may have meant: the nearest name if one is near, else the first dozen names,
// comma-separated.
std::string Suggest(std::string_view given, const std::vector<std::string>& names);

}  // namespace huikuan::content
