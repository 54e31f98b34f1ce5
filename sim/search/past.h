// What a run showed, step by step: the whole input of a belief. Truth is not among it.
#pragma once

#include <memory>
#include <vector>

#include "huikuan/command.h"
#include "huikuan/event.h"
#include "world/state.h"

namespace huikuan::search {

// One command, what it let us see, and all we knew after it.
struct Step {
  Command command;
  std::vector<Event> events;
  world::Known known;
};

// A step with what was known before it; shared by the beliefs of all customers.
struct Moment {
  world::Known before;
  Step step;
};
using MomentPtr = std::shared_ptr<const Moment>;

// The customer a command is about as far as its effect on them goes; kNone = everybody's (time).
CustomerId Concerned(const world::Known& before, const Command& command);

}  // namespace huikuan::search
