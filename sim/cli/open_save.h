// The run a save file holds, whichever case it belongs to.
#pragma once

#include <optional>
#include <string>

#include "cases.h"
#include "cli.h"
#include "huikuan/session.h"

namespace huikuan::cli {

struct OpenedSave {
  std::optional<Session> session;  // none: `code` says how to exit, the reason is told already
  int code = kSuccess;
};

// `file`: a path, or - for standard input; `case_id`: empty = found out.
OpenedSave OpenSave(const Cli& cli, const std::string& file, const std::string& case_id);
// The same among cases that are loaded already.
OpenedSave OpenSave(const Cli& cli, const std::string& file, const LoadedCases& cases);

}  // namespace huikuan::cli
