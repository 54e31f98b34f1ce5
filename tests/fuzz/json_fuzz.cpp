// Any bytes are JSON or an error with a place inside the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huikuan;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<content::JsonValue> parsed = content::ParseJson(bytes, "fuzz.json");
  if (parsed.ok()) {
    if (parsed->line < 1 || parsed->column < 1) std::abort();
  } else if (parsed.error().code.empty() || parsed.error().where.line < 1) {
    std::abort();
  }
  return 0;
}
