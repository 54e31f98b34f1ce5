// What differs between a native program and one under Node.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace huikuan::cli {

// A variable of the environment; "" when there is none.
std::string Environment(const char* name);
bool ErrorsGoToTerminal();
// The folder of the running program, from argv[0] where that names it; "" when unknown.
std::string ProgramFolder(std::string_view program);

struct Entry {
  std::string name;
  bool folder = false;
};
// What a folder holds, sorted by name, without links to folders; empty when it cannot be read.
std::vector<Entry> ListFolder(const std::string& path);

}  // namespace huikuan::cli
