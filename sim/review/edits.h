// The chosen command with one thing about it otherwise.
#pragma once

#include <vector>

#include "review/judge.h"

namespace huikuan::review {

enum class Edit : std::uint8_t {
  kAmount,     // a letter: the ledger's sum, no wrong figures
  kLevel,      // a letter: another level
  kTone,       // plain words
  kCredit,     // an order: kept back, or money first
  kBill,       // a bill: another decision
  kCutOff,     // time: not past the next cut-off that is known
  kTiming,     // time: not so much of it
  kGate,       // somebody whose part the gate is where the money stands
  kAuthority,  // somebody who may decide more
  kDefinite,   // instead of taking what is vague: a date, a method, a check
  kTerms,      // a settlement: other terms
};

// Lawful commands that differ from the chosen one in this alone, at most three; none when it is
// not a thing this command could have got wrong. Depends on Known only.
std::vector<Command> Edits(const Position& position, Edit edit);

}  // namespace huikuan::review
