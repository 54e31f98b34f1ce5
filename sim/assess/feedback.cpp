// Which kind of decision, and what the kinds share.
#include "assess/feedback.h"

#include "assess/lines.h"
#include "rules/knowledge.h"

namespace huikuan::assess {

namespace judging {

namespace {

Feedback LineOf(const char* key, Move move, int weight, std::vector<TypedArg> args) {
  Feedback line;
  line.key = key;
  line.move = move;
  line.weight = static_cast<std::uint8_t>(weight);
  line.args = std::move(args);
  return line;
}

}  // namespace

Feedback Good(const char* key, int weight, std::vector<TypedArg> args) {
  return LineOf(key, Move::kGood, weight, std::move(args));
}
Feedback Note(const char* key, std::vector<TypedArg> args) {
  return LineOf(key, Move::kNote, 0, std::move(args));
}
Feedback Bad(const char* key, int weight, std::vector<TypedArg> args) {
  return LineOf(key, Move::kBad, weight, std::move(args));
}

const Event* Seen(const Decision& d, EventKind kind) {
  for (const Event& event : d.events) {
    if (event.kind == kind) return &event;
  }
  return nullptr;
}

FactId LearntFact(const Decision& d, CustomerId c) {
  FactId learnt = kNone;
  for (const Event& event : d.events) {
    if (event.kind != EventKind::kFactLearnt || event.customer != c || event.fact == kNone) continue;
    if (d.content.customers[c].facts[event.fact].problem) return event.fact;
    if (learnt == kNone) learnt = event.fact;
  }
  return learnt;
}

FactId ProblemBefore(const Decision& d, CustomerId c) {
  return rules::OpenProblem(d.content, d.before, c);
}

bool WaitsForUs(const Decision& d, CustomerId c, FactId problem) {
  if (problem == kNone) return false;
  const content::Customer& customer = d.content.customers[c];
  const std::uint8_t blocker = customer.facts[problem].blocker;
  if (blocker == kNone) return false;
  for (const content::Need& need : customer.links.needs[blocker]) {
    if (need.kind == content::NeedKind::kDocument || need.kind == content::NeedKind::kTask) {
      return true;
    }
  }
  return false;
}

FactId WantsPaper(const Decision& d, CustomerId c, DocumentId document) {
  const content::Customer& customer = d.content.customers[c];
  for (std::size_t f = 0; f < customer.facts.size(); ++f) {
    const auto fact = static_cast<FactId>(f);
    const std::uint8_t blocker = customer.facts[f].blocker;
    if (!customer.facts[f].problem || blocker == kNone) continue;
    if (!rules::Knows(d.before.customers[c], fact)) continue;
    if (rules::Solved(d.content, d.before, c, fact)) continue;
    for (const content::Need& need : customer.links.needs[blocker]) {
      if (need.kind == content::NeedKind::kDocument && need.ref == document) return fact;
    }
  }
  return kNone;
}

bool KnownDesk(const Decision& d, CustomerId c, PersonId person, Gate gate) {
  if (gate == Gate::kPaid) return false;
  const bool known = d.before.customers[c].people[person].part_known != 0;
  return known && ((d.content.customers[c].people[person].duties >> static_cast<int>(gate)) & 1) != 0;
}

bool Unread(const Decision& d, CustomerId c) {
  const world::CustomerKnown& mine = d.before.customers[c];
  const content::DocumentSet left = mine.documents_in_file & ~mine.documents_opened;
  return d.before.seller.contacted == 0 && (left & d.content.customers[c].index.documents) != 0;
}

TypedArg Who(const Decision& d, CustomerId c, PersonId person, const char* name) {
  const auto& people = d.content.customers[c].people;
  return TextArg(name, person < people.size() ? people[person].name : 0);
}
TypedArg WhatFact(const Decision& d, CustomerId c, FactId fact) {
  const auto& facts = d.content.customers[c].facts;
  return TextArg("fact", fact < facts.size() ? facts[fact].text : 0);
}
TypedArg WhatPaper(const Decision& d, CustomerId c, DocumentId document) {
  const auto& papers = d.content.customers[c].documents;
  return TextArg("document", document < papers.size() ? papers[document].title : 0);
}

}  // namespace judging

void Judge(const Decision& decision, std::size_t history, std::vector<Feedback>* out) {
  judging::Verdict line;
  CustomerId customer = decision.before.conversation.customer;
  if (const auto* say = std::get_if<Say>(&decision.command)) {
    line = judging::OfSay(decision, *say);
  } else if (std::holds_alternative<EndConversation>(decision.command)) {
    line = judging::OfEnd(decision);
  } else if (std::holds_alternative<Wait>(decision.command)) {
    line = judging::OfWait(decision);
  } else {
    line = judging::OfDesk(decision);
  }
  if (!line) return;
  if (!decision.events.empty()) customer = decision.events.front().customer;
  line->customer = customer;
  line->after = history == 0 ? 0 : history - 1;
  out->push_back(std::move(*line));
}

}  // namespace huikuan::assess
