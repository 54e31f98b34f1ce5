// The repository's scenarios/ folder as a Bundle, for tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "huikuan/scenario.h"

namespace huikuan::test {

inline Bundle ReadBundle() {
  namespace fs = std::filesystem;
  Bundle bundle;
  const fs::path root = fs::path(HUIKUAN_SOURCE_DIR) / "scenarios";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = fs::relative(entry.path(), root).generic_string();
    if (path.rfind("schema/", 0) == 0) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    bundle.files[path] =
        std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return bundle;
}

// Read once; tests copy what they change.
inline const Bundle& RealBundle() {
  static const Bundle bundle = ReadBundle();
  return bundle;
}

}  // namespace huikuan::test
