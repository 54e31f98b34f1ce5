// A sentence as hashed n-grams: of one to four characters where it is Chinese; the beginnings of
// words, words, and pairs of words where it is not. Named amounts, days and shares
// count as what they are, not by their figures.
#pragma once

#include <cstdint>
#include <vector>

#include "recognise/parts.h"
#include "recognise/slots.h"

namespace huikuan::recognise {

// Hashes are that much shorter than 32 bits, which makes a packed model smaller.
inline constexpr int kUnusedBits = 6;

struct Gram {
  std::uint32_t hash = 0;
  std::size_t from = 0, to = 0;  // places in Typed::text
};

// Between two places of the text; in order of place, each hash once. With `gaps` also two characters
// or words with one or two between them that may be any.
std::vector<Gram> GramsOf(const Typed& typed, const std::vector<Slot>& slots, std::size_t from,
                          std::size_t to, bool gaps = false);

}  // namespace huikuan::recognise
