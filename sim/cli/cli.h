// What every command needs: the scenarios, the reader's language, and how to say that it failed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huikuan/scenario.h"
#include "huikuan/text.h"

namespace huikuan::cli {

enum ExitCode : int { kSuccess = 0, kFailed = 1, kWrongUsage = 2 };

class Cli {
 public:
  struct Flags {
    std::string lang;       // --lang, "" = not given
    std::string scenarios;  // --scenarios, "" = not given
  };

  // Finds the scenarios and the language. Never fails: what is missing is told by Ready().
  Cli(const Flags& flags, std::string_view program);

  // kSuccess, or the exit code after the reason has been told.
  int Ready() const;

  const std::string& root() const { return root_; }
  const Bundle& bundle() const { return bundle_; }
  // Precondition: Ready().
  const Language& language() const { return *language_; }

  // The interface string of the key.
  std::string T(std::string_view key, const TextArgs& args = {}) const;
  std::string Explain(const Error& error) const;
  std::string Explain(const Diagnostic& diagnostic) const;

  // Tells standard error, and returns the code.
  int Fail(int code, const std::string& message) const;
  int Fail(int code, const Error& error) const { return Fail(code, Explain(error)); }

 private:
  void FindRoot(const Flags& flags, std::string_view program);
  void ChooseLanguage(const Flags& flags);

  std::string root_;
  Bundle bundle_;
  std::string tag_;
  std::optional<Language> language_;
  int code_ = kSuccess;
  std::string trouble_;
};

}  // namespace huikuan::cli
