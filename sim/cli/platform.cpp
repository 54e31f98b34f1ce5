#include "platform.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#else
#include <unistd.h>
#endif

namespace fs = std::filesystem;

#ifdef __EMSCRIPTEN__
// Emscripten's own environment knows nothing of the host's.
EM_JS(int, huikuan_environment, (const char* name, char* out, int size), {
  const value = process.env[UTF8ToString(name)] || '';
  if (lengthBytesUTF8(value) + 1 > size) return 0;
  return stringToUTF8(value, out, size);
});
EM_JS(int, huikuan_is_terminal, (), { return process.stderr.isTTY ? 1 : 0; });
// Names separated by '\n', folders with a '/' behind; the length needed, or -1.
EM_JS(int, huikuan_list, (const char* path, char* out, int size), {
  try {
    let text = '';
    for (const entry of require('fs').readdirSync(UTF8ToString(path), {withFileTypes : true})) {
      if (entry.name.includes('\n')) continue;
      text += entry.name + (entry.isDirectory() ? '/' : '') + '\n';
    }
    const need = lengthBytesUTF8(text) + 1;
    if (need <= size) stringToUTF8(text, out, size);
    return need;
  } catch (error) {
    return -1;
  }
});
#endif

namespace huikuan::cli {

#ifdef __EMSCRIPTEN__

std::string Environment(const char* name) {
  char value[4096] = "";
  return huikuan_environment(name, value, sizeof value) > 0 ? value : "";
}

bool ErrorsGoToTerminal() { return huikuan_is_terminal() != 0; }

std::vector<Entry> ListFolder(const std::string& path) {
  std::vector<Entry> entries;
  std::string text(65536, '\0');
  int need = huikuan_list(path.c_str(), text.data(), static_cast<int>(text.size()));
  if (need > static_cast<int>(text.size())) {
    text.assign(static_cast<std::size_t>(need), '\0');
    need = huikuan_list(path.c_str(), text.data(), need);
  }
  if (need < 0) return entries;
  std::string name;
  for (const char c : std::string_view(text.c_str())) {
    if (c != '\n') {
      name += c;
      continue;
    }
    const bool folder = name.back() == '/';
    if (folder) name.pop_back();
    entries.push_back({name, folder});
    name.clear();
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

#else

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool ErrorsGoToTerminal() { return isatty(STDERR_FILENO) != 0; }

std::vector<Entry> ListFolder(const std::string& path) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const bool folder = it->is_directory(ignored);
    if (folder && it->is_symlink(ignored)) continue;  // no loops
    entries.push_back({it->path().filename().string(), folder});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

#endif

std::string ProgramFolder(std::string_view program) {
  std::error_code error;
  fs::path path{program};
  if (program.find('/') == std::string_view::npos) path = fs::read_symlink("/proc/self/exe", error);
  if (error || path.empty()) return {};
  path = fs::absolute(path, error).lexically_normal();
  return error ? std::string() : path.parent_path().string();
}

}  // namespace huikuan::cli
