// Part of every rules_hash: raised when a rule changes what happens, so that old saves are refused
// with a clear message instead of replaying into another world.
#pragma once

namespace huikuan::content {
inline constexpr int kRulesVersion = 1;
}  // namespace huikuan::content
