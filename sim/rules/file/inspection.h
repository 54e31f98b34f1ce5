#pragma once

#include "world/state.h"

namespace huikuan::rules {

// Whether the trainee has checked that field of that paper.
bool Inspected(const world::CustomerKnown& known, DocumentId document, int field);

}  // namespace huikuan::rules
