// A run played again, step by step: what was known and what was true before each command.
#pragma once

#include <memory>
#include <vector>

#include "search/past.h"

namespace huikuan::review {

struct Turn {
  search::MomentPtr moment;  // known before, the command, what it showed
  world::Truth truth;        // before the command: for hindsight and luck, never for a verdict
};

struct Run {
  world::State opening;
  world::State end;
  std::vector<Turn> turns;
};

// Precondition: the commands are lawful in order from this seed's opening.
Run PlayAgain(const Scenario& content, Seed seed, const std::vector<Command>& commands);

// Whether a command is a decision that a verdict is given on. Reading the file, the plan card, the
// diary and notes prepare decisions; the process score looks at them.
bool IsDecision(const Command& command);

// The customer a decision is about. Letting time pass is about whom the book would have attended
// to, else about whoever owes most.
CustomerId CustomerOf(const Scenario& content, const world::Known& known, const Command& command);

// What was at stake with a customer, cents, 1 or more: what they owe now, or nothing being owed any
// more (or yet), what the run was to bring in.
Cents ExposureOf(const Scenario& content, const world::Known& known, CustomerId customer);

}  // namespace huikuan::review
