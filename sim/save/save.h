// The save: an envelope round packed commands. It carries no state, so a changed layout never
// breaks one; it is refused, not misread, when the rules it was played under have changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/scenario.h"
#include "core/result.h"
#include "huikuan/command.h"

namespace huikuan::save {

inline constexpr int kSaveVersion = 1;
inline constexpr int kCheckEvery = 16;  // commands between hashes

struct SaveFile {
  Seed seed = 0;
  std::vector<Command> commands;
  std::vector<std::uint16_t>
      checks;                    // low bits of the state's hash after every kCheckEvery commands
  std::uint32_t final_hash = 0;  // low bits of the hash after the last
};

std::string Encode(const Scenario& content, const SaveFile& save);
// Errors: save.damaged, save.version {version}, save.case, save.rules.
Result<SaveFile> Decode(const Scenario& content, std::string_view text);

}  // namespace huikuan::save
