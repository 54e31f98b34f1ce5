#include "cases.h"

#include <fmt/format.h>

#include <cstdio>

#include "files.h"
#include "layout.h"

namespace huikuan::cli {
namespace {

// The case of a folder, with the catalogue of its own root, else of the root in use.
CaseFiles FromFolder(const Cli& cli, const std::string& folder) {
  CaseFiles found;
  found.id = BaseName(folder);
  const std::string root = RootAbove(Parent(folder));
  if (!root.empty() && folder == root + "/cases/" + found.id) {
    found.bundle = root == cli.root() ? cli.bundle() : ReadRoot(root);
    return found;
  }
  found.bundle = cli.bundle();
  const std::string prefix = "cases/" + found.id + "/";
  std::erase_if(found.bundle.files,
                [&](const auto& file) { return file.first.starts_with(prefix); });
  AddFolder(folder, prefix, found.bundle);
  return found;
}

LoadedCase Load(const Cli& cli, const Bundle& bundle, const std::string& id) {
  LoadReport report = LoadScenario(bundle, id);
  LoadedCase loaded;
  loaded.scenario = report.scenario;
  if (report.scenario != nullptr) return loaded;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.severity != Severity::kError) continue;
    fmt::print(stderr, "{}\n", cli.Explain(diagnostic));
  }
  loaded.code = cli.Fail(kFailed, cli.T("cli.case.broken", {{"case", id}}));
  return loaded;
}

}  // namespace

CaseFiles FindCase(const Cli& cli, const std::string& name) {
  CaseFiles found;
  if (name.find('/') == std::string::npos &&
      cli.bundle().files.count("cases/" + name + "/case.json") != 0) {
    found.id = name;
    found.bundle = cli.bundle();
    return found;
  }
  std::string folder = Absolute(name);
  if (BaseName(folder) == "case.json") folder = Parent(folder);
  if (Exists(folder + "/case.json")) return FromFolder(cli, folder);
  found.code = cli.Fail(
      kWrongUsage,
      cli.T("cli.case.unknown", {{"case", name}, {"cases", Joined(CaseIds(cli.bundle()))}}));
  return found;
}

LoadedCase LoadCase(const Cli& cli, const std::string& name) {
  const CaseFiles found = FindCase(cli, name);
  if (found.code != kSuccess) return {found.code, nullptr};
  return Load(cli, found.bundle, found.id);
}

LoadedCases LoadAllCases(const Cli& cli) {
  LoadedCases all;
  for (const std::string& id : CaseIds(cli.bundle())) {
    LoadedCase loaded = Load(cli, cli.bundle(), id);
    if (loaded.code != kSuccess) {
      all.code = loaded.code;
      return all;
    }
    all.scenarios.push_back(std::move(loaded.scenario));
  }
  if (all.scenarios.empty()) {
    all.code = cli.Fail(kFailed, cli.T("cli.case.none", {{"path", ForDisplay(cli.root())}}));
  }
  return all;
}

}  // namespace huikuan::cli
