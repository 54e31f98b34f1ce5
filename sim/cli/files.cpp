#include "files.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "platform.h"

namespace fs = std::filesystem;

namespace huikuan::cli {
namespace {

constexpr int kMaxDepth = 8;  // of folders in a root

void AddBelow(const std::string& folder, const std::string& prefix, int depth, Bundle& bundle) {
  if (depth > kMaxDepth) return;
  for (const Entry& entry : ListFolder(folder)) {
    const std::string path = folder + "/" + entry.name;
    if (entry.folder) {
      AddBelow(path, prefix + entry.name + "/", depth + 1, bundle);
    } else if (entry.name.ends_with(".json")) {
      if (auto bytes = ReadWholeFile(path)) bundle.files[prefix + entry.name] = *std::move(bytes);
    }
  }
}

}  // namespace

std::optional<std::string> ReadWholeFile(const std::string& path) {
  if (path == "-") {
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  }
  if (IsFolder(path)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) return std::nullopt;
  return bytes;
}

bool ReplaceFile(const std::string& path, std::string_view bytes) {
  const std::string fresh = path + ".new";
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
      std::remove(fresh.c_str());
      return false;
    }
  }
  if (std::rename(fresh.c_str(), path.c_str()) == 0) return true;
  std::remove(fresh.c_str());
  return false;
}

bool IsFolder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool Exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::string Absolute(const std::string& path) {
  std::error_code error;
  std::string text = fs::absolute(path, error).lexically_normal().string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

std::string Parent(const std::string& path) {
  const std::string above = fs::path(path).parent_path().string();
  return above == path ? std::string() : above;
}

std::string BaseName(const std::string& path) { return fs::path(path).filename().string(); }

std::string ForDisplay(const std::string& path) {
  const std::string here = Absolute(".") + "/";
  return path.compare(0, here.size(), here) == 0 ? path.substr(here.size()) : path;
}

bool IsRoot(const std::string& folder) {
  return IsFolder(folder + "/cases") && IsFolder(folder + "/catalogue");
}

std::string RootAbove(const std::string& path) {
  for (std::string at = Absolute(path); !at.empty(); at = Parent(at)) {
    if (IsRoot(at)) return at;
  }
  return {};
}

std::string ScenariosAbove(const std::string& folder) {
  if (folder.empty()) return {};
  for (std::string at = Absolute(folder); !at.empty(); at = Parent(at)) {
    const std::string candidate = (at == "/" ? "" : at) + "/scenarios";
    if (IsFolder(candidate + "/cases")) return candidate;
  }
  return {};
}

void AddFolder(const std::string& folder, const std::string& prefix, Bundle& bundle) {
  AddBelow(folder, prefix, 0, bundle);
}

Bundle ReadRoot(const std::string& root) {
  Bundle bundle;
  for (const char* part : {"calibration", "cases", "catalogue", "courses", "lang"}) {
    AddFolder(root + "/" + part, std::string(part) + "/", bundle);
  }
  return bundle;
}

}  // namespace huikuan::cli
