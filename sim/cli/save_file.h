// A save in a file: the first line is the save itself, the others are words kept beside it
// ("hash<TAB>text", line breaks as \n), which no rule reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "huikuan/session.h"

namespace huikuan::cli {

struct SaveText {
  std::string save;
  std::vector<KeptWords> words;
};

std::string PackSave(const Session& session);
// Anything can be unpacked; whether the save is sound is for Session::Resume to say.
SaveText UnpackSave(std::string_view text);

}  // namespace huikuan::cli
