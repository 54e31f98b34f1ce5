// Files: reading, writing without ever losing the old one, and folders of scenarios.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "huikuan/scenario.h"

namespace huikuan::cli {

// The whole file; none when it cannot be read. "-" is standard input.
std::optional<std::string> ReadWholeFile(const std::string& path);
// Writes beside the file and then takes its place. False when that fails; the old one remains.
bool ReplaceFile(const std::string& path, std::string_view bytes);

bool IsFolder(const std::string& path);
bool Exists(const std::string& path);
std::string Absolute(const std::string& path);  // normal form, without a '/' at the end
std::string Parent(const std::string& path);    // "" above the root
std::string BaseName(const std::string& path);
// `path` seen from the working directory when it is below it, else as it is.
std::string ForDisplay(const std::string& path);

// Is this a root of scenarios: a folder with `cases` and `catalogue` in it?
bool IsRoot(const std::string& folder);
// The nearest root at or above a folder or file; "" when there is none.
std::string RootAbove(const std::string& path);
// The nearest `scenarios` folder with `cases` in it, in a folder or above; "" when there is none.
std::string ScenariosAbove(const std::string& folder);

// Adds the authored files (*.json) of a folder under `prefix` ("cases/x/") to the bundle.
void AddFolder(const std::string& folder, const std::string& prefix, Bundle& bundle);
// A root's cases, catalogue, courses and languages.
Bundle ReadRoot(const std::string& root);

}  // namespace huikuan::cli
