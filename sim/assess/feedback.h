// Feedback in a drill: what one decision was worth, from what was known before it and what was seen
// after it. Takes no Truth, so nothing can be told that the trainee could not know.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "content/scenario.h"
#include "huikuan/command.h"
#include "huikuan/event.h"
#include "huikuan/feedback.h"
#include "world/state.h"

namespace huikuan::assess {

struct Decision {
  const Scenario& content;
  const world::Known& before;
  const world::Known& after;
  const Command& command;
  std::span<const Event> events;  // what was seen of it
};

// Appends at most one line; `history`: how many events there are by now.
void Judge(const Decision& decision, std::size_t history, std::vector<Feedback>* out);

namespace judging {

using Verdict = std::optional<Feedback>;

// By kind of decision: talk (feedback_talk.cpp), desk (feedback_desk.cpp), time (feedback_time.cpp).
Verdict OfSay(const Decision& d, const Say& say);
Verdict OfEnd(const Decision& d);
Verdict OfDesk(const Decision& d);
Verdict OfWait(const Decision& d);

Feedback Good(const char* key, int weight, std::vector<TypedArg> args = {});
Feedback Note(const char* key, std::vector<TypedArg> args = {});
Feedback Bad(const char* key, int weight, std::vector<TypedArg> args = {});

// The first event of a kind; null when there is none.
const Event* Seen(const Decision& d, EventKind kind);
// A fact learnt by it: a problem before anything else; kNone.
FactId LearntFact(const Decision& d, CustomerId c);
// The known problem that is not dealt with, and whether words cannot move it: it waits for a paper
// or for work of ours.
FactId ProblemBefore(const Decision& d, CustomerId c);
bool WaitsForUs(const Decision& d, CustomerId c, FactId problem);
// Whether this paper is what a known problem waits for.
FactId WantsPaper(const Decision& d, CustomerId c, DocumentId document);
bool KnownDesk(const Decision& d, CustomerId c, PersonId person, Gate gate);
// Papers of the file nobody has read, before anybody was rung.
bool Unread(const Decision& d, CustomerId c);

TypedArg Who(const Decision& d, CustomerId c, PersonId person, const char* name = "person");
TypedArg WhatFact(const Decision& d, CustomerId c, FactId fact);
TypedArg WhatPaper(const Decision& d, CustomerId c, DocumentId document);

}  // namespace judging
}  // namespace huikuan::assess
