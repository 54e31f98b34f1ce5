// huikuan lint: checks authored files and names the place of everything wrong.
#include <fmt/format.h>

#include <cstdio>
#include <set>

#include "cases.h"
#include "commands/commands.h"
#include "files.h"

namespace huikuan::cli {
namespace {

// What to check: a bundle, and the part of it that was asked for.
struct Target {
  int code = kSuccess;
  Bundle bundle;
  std::string base;    // folder that the bundle's paths are below
  std::string prefix;  // of paths asked for; "" = all
  std::string below;   // when set, stands in place of `prefix` for display
};

class Lint : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("PATH", paths_, cli.T("cli.lint.path"))->required()->type_name("");
  }
  bool NeedsLanguage() const override { return false; }

  int Run(const Cli& cli) override {
    for (const std::string& path : paths_) {
      if (Exists(path)) continue;
      return cli.Fail(kWrongUsage, cli.T("cli.lint.missing", {{"path", path}}));
    }
    for (const std::string& path : paths_) {
      const Target target = Aim(cli, path);
      if (target.code != kSuccess) return target.code;
      Check(cli, target);
    }
    const std::string summary =
        cli.T(errors_ + warnings_ == 0 ? "cli.lint.clean" : "cli.lint.found",
              {{"errors", std::to_string(errors_)}, {"warnings", std::to_string(warnings_)}});
    std::fflush(stdout);
    if (!summary.empty()) fmt::print(stderr, "{}\n", summary);
    return errors_ == 0 ? kSuccess : kFailed;
  }

 private:
  static Target Aim(const Cli& cli, const std::string& path) {
    Target target;
    const std::string full = Absolute(path);
    std::string root = RootAbove(full);
    if (root.empty() && IsRoot(full + "/scenarios")) root = full + "/scenarios";
    if (!root.empty()) {
      target.base = root;
      target.bundle = ReadRoot(root);
      if (full.size() > root.size()) target.prefix = full.substr(root.size() + 1);
      if (!target.prefix.empty() && IsFolder(full)) target.prefix += "/";
      return target;
    }
    return Overlay(cli, path, full);
  }

  // A case, or one piece of the catalogue, that lies outside any root of scenarios: checked as if
  // it were in the one in use.
  static Target Overlay(const Cli& cli, const std::string& path, const std::string& full) {
    Target target;
    if (cli.root().empty()) {
      target.code = cli.Ready();
      return target;
    }
    target.bundle = cli.bundle();
    const bool folder = IsFolder(full);
    const std::string home = folder ? full : Parent(full);
    const std::string catalogue = "catalogue/" + BaseName(home) + "/";
    if (Exists(home + "/case.json")) {
      target.prefix = "cases/" + BaseName(home) + "/";
      std::erase_if(target.bundle.files,
                    [&](const auto& file) { return file.first.starts_with(target.prefix); });
    } else if (IsFolder(cli.root() + "/" + catalogue)) {
      target.prefix = catalogue;
    } else {
      target.code = cli.Fail(kWrongUsage, cli.T("cli.lint.what_is_it", {{"path", path}}));
      return target;
    }
    AddFolder(home, target.prefix, target.bundle);
    target.below = home + "/";
    if (!folder && BaseName(full) != "case.json") {
      target.prefix += BaseName(full);
      target.below += BaseName(full);
    }
    return target;
  }

  static std::string Shown(const Target& target, const std::string& file) {
    if (file.empty()) return file;
    if (!target.below.empty() && file.starts_with(target.prefix)) {
      return ForDisplay(target.below + file.substr(target.prefix.size()));
    }
    return ForDisplay((target.base.empty() ? std::string() : target.base + "/") + file);
  }

  void Check(const Cli& cli, const Target& target) {
    for (Diagnostic diagnostic : huikuan::Lint(target.bundle)) {
      std::string& file = diagnostic.error.where.file;
      if (!file.empty() && !file.starts_with(target.prefix)) continue;
      file = Shown(target, file);
      const std::string line = cli.Explain(diagnostic);
      if (!told_.insert(line).second) continue;  // paths may overlap
      fmt::print("{}\n", line);
      ++(diagnostic.severity == Severity::kError ? errors_ : warnings_);
    }
  }

  std::vector<std::string> paths_;
  std::set<std::string> told_;
  int errors_ = 0;
  int warnings_ = 0;
};

}  // namespace

std::unique_ptr<Subcommand> MakeLint() { return std::make_unique<Lint>(); }

}  // namespace huikuan::cli
