// A sentence between its marks.
#pragma once

#include <vector>

#include "recognise/normalise.h"

namespace huikuan::recognise {

struct Part {
  std::size_t from = 0, to = 0;  // places in Typed::text
};

// Between marks that end a sentence, and with `commas` between commas as well; a full stop within a
// number ends nothing, and what is shorter than a few characters belongs to what follows.
std::vector<Part> PartsOf(const Typed& typed, bool commas);
// Everything that may have been said by itself: the parts, neighbours together, and the whole.
std::vector<Part> StretchesOf(const Typed& typed);

}  // namespace huikuan::recognise
