// Bounds that follow from the save format. The one place of the save-length formula.
#pragma once

#include "content/scenario.h"

namespace huikuan::content {

inline constexpr int kMaxSaveLength = 4000;     // ASCII characters
inline constexpr int kSaveHeaderBytes = 60;     // versions, rules_hash, seed, first hashes
inline constexpr int kSaveBitsPerCommand = 10;  // mean over a whole run of packed commands

// base64url characters of a run that uses every command of every day.
int SaveLength(int days, int commands_a_day);

}  // namespace huikuan::content
