#include "open_save.h"

#include "files.h"
#include "save_file.h"

namespace huikuan::cli {

namespace {

OpenedSave Failed(int code) { return {std::nullopt, code}; }

// A save does not name its case in clear: the case it fits is the one that reads it.
OpenedSave Try(const Cli& cli, const LoadedCases& cases, const SaveText& text) {
  for (const ScenarioPtr& scenario : cases.scenarios) {
    Result<Session> session = Session::Resume(scenario, text.save);
    if (session.ok()) {
      session->RestoreWords(text.words);
      return {std::move(session.value()), kSuccess};
    }
    if (session.error().code == "save.case" && cases.scenarios.size() > 1) continue;
    return Failed(cli.Fail(kFailed, session.error()));
  }
  return Failed(cli.Fail(kFailed, cli.T("cli.replay.no_case")));
}

}  // namespace

OpenedSave OpenSave(const Cli& cli, const std::string& file, const LoadedCases& cases) {
  const auto text = ReadWholeFile(file);
  if (!text) {
    return Failed(cli.Fail(kWrongUsage, cli.T("cli.file.unreadable", {{"path", file}})));
  }
  return Try(cli, cases, UnpackSave(*text));
}

OpenedSave OpenSave(const Cli& cli, const std::string& file, const std::string& case_id) {
  LoadedCases cases;
  if (case_id.empty()) {
    cases = LoadAllCases(cli);
  } else {
    LoadedCase one = LoadCase(cli, case_id);
    cases.code = one.code;
    cases.scenarios.push_back(std::move(one.scenario));
  }
  if (cases.code != kSuccess) return Failed(cases.code);
  return OpenSave(cli, file, cases);
}

}  // namespace huikuan::cli
