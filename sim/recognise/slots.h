// What a typed sentence names: amounts, days, shares and papers, each with its place.
#pragma once

#include <cstdint>
#include <vector>

#include "core/date.h"
#include "huikuan/recognise.h"
#include "recognise/normalise.h"

namespace huikuan::recognise {

enum class SlotKind : std::uint8_t { kAmount, kDate, kShare, kPaper };
struct Slot {
  SlotKind kind = SlotKind::kAmount;
  std::int64_t value = 0;  // cents; Date; share in basis points 1…10,000; PaperKind
  std::size_t from = 0, to = 0;
};

// In order of their places, none overlapping. "Half", 三成 are shares; a bare number is an amount
// only from 1,000 on, or with a unit or sign of money.
std::vector<Slot> FindSlots(const Typed& typed, Date today);

}  // namespace huikuan::recognise
