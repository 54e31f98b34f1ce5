// From what the user calls a case, an id or a folder, to a loaded scenario.
#pragma once

#include <string>
#include <vector>

#include "cli.h"
#include "huikuan/scenario.h"

namespace huikuan::cli {

// A case as asked for: its id and the files it is loaded from.
struct CaseFiles {
  int code = kSuccess;  // not kSuccess: the reason has been told
  std::string id;
  Bundle bundle;
};
CaseFiles FindCase(const Cli& cli, const std::string& name);

struct LoadedCase {
  int code = kSuccess;  // as above; kFailed when its files have errors
  ScenarioPtr scenario;
};
LoadedCase LoadCase(const Cli& cli, const std::string& name);

// Every case of the root in use, in order of ids.
struct LoadedCases {
  int code = kSuccess;
  std::vector<ScenarioPtr> scenarios;
};
LoadedCases LoadAllCases(const Cli& cli);

}  // namespace huikuan::cli
