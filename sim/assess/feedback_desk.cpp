// Feedback on work at the desk, on letters and on where one goes.
#include "assess/feedback.h"
#include "assess/lines.h"
#include "rules/knowledge.h"
#include "rules/letter/letter.h"

namespace huikuan::assess::judging {

namespace {

constexpr int kTooSoon = 2;  // business days between calls to one person without news

Gate GateOfProblem(const Decision& d, CustomerId c, FactId problem) {
  return d.content.customers[c].facts[problem].gate;
}
Gate ToldGateBefore(const Decision& d, CustomerId c) {
  const world::CustomerKnown& mine = d.before.customers[c];
  return static_cast<Gate>(mine.invoices[mine.focus].told_gate);
}

Verdict Of(const Decision& d, const OpenDocument& open) {
  const TypedArg paper = WhatPaper(d, open.customer, open.document);
  if (const FactId fact = LearntFact(d, open.customer); fact != kNone) {
    return Good("read.learnt", 30, {paper, WhatFact(d, open.customer, fact)});
  }
  if (d.before.seller.contacted == 0) return Good("read.first", 15, {paper});
  return std::nullopt;
}

Verdict Of(const Decision& d, const InspectField& look) {
  const TypedArg paper = WhatPaper(d, look.customer, look.document);
  const FactId fact = LearntFact(d, look.customer);
  if (fact == kNone) return Note("inspect.agrees", {paper});
  const bool problem = d.content.customers[look.customer].facts[fact].problem;
  return Good(problem ? "inspect.found" : "inspect.learnt", problem ? 75 : 40,
              {paper, WhatFact(d, look.customer, fact)});
}

Verdict Of(const Decision& d, const SetPlan&) {
  return d.before.seller.contacted == 0 ? Verdict(Good("plan.first", 25))
                                        : Verdict(Note("plan.later"));
}

Verdict Of(const Decision& d, const StartCall& call) {
  const CustomerId c = call.customer;
  const TypedArg who = Who(d, c, call.person);
  if (Unread(d, c)) return Bad("call.unread", 35, {who});
  const world::PersonKnown& person = d.before.customers[c].people[call.person];
  if (person.last_contact != kNever && d.before.seller.day - person.last_contact < kTooSoon) {
    return Bad("call.too_soon", 35, {who});
  }
  if (Seen(d, EventKind::kNoAnswer) != nullptr) return Note("call.no_answer", {who});
  const FactId problem = ProblemBefore(d, c);
  if (problem != kNone && KnownDesk(d, c, call.person, GateOfProblem(d, c, problem))) {
    return Good("call.problem_desk", 40, {who, WhatFact(d, c, problem)});
  }
  if (KnownDesk(d, c, call.person, ToldGateBefore(d, c))) return Good("call.desk", 30, {who});
  if (person.part_known == 0) return Note("call.unknown_part", {who});
  return std::nullopt;
}

Verdict Of(const Decision& d, const StartVisit& visit) {
  const TypedArg who = Who(d, visit.customer, visit.person);
  if (Unread(d, visit.customer)) return Bad("visit.unread", 45, {who});
  if (d.after.conversation.active == 0) return Note("visit.not_let_in", {who});
  const FactId problem = ProblemBefore(d, visit.customer);
  if (problem == kNone) return Good("visit.look", 35, {who});
  if (KnownDesk(d, visit.customer, visit.person, GateOfProblem(d, visit.customer, problem))) {
    return Good("visit.desk", 45, {who, WhatFact(d, visit.customer, problem)});
  }
  return std::nullopt;
}

Verdict Of(const Decision& d, const Observe&) {
  const CustomerId c = d.before.conversation.customer;
  const FactId fact = LearntFact(d, c);
  if (fact == kNone) return Note("seen.nothing");
  const bool problem = d.content.customers[c].facts[fact].problem;
  return Good(problem ? "seen.found" : "seen.learnt", problem ? 80 : 40, {WhatFact(d, c, fact)});
}

Verdict Of(const Decision& d, const MeetPerson& meet) {
  const CustomerId c = d.before.conversation.customer;
  const FactId problem = ProblemBefore(d, c);
  const TypedArg who = Who(d, c, meet.person);
  if (problem != kNone && KnownDesk(d, c, meet.person, GateOfProblem(d, c, problem))) {
    return Good("meet.desk", 45, {who, WhatFact(d, c, problem)});
  }
  return Good("meet.person", 15, {who});
}

Verdict Of(const Decision& d, const SendDocument& send) {
  const CustomerId c = send.customer;
  const std::vector<TypedArg> args = {WhatPaper(d, c, send.document), Who(d, c, send.person)};
  const FactId wants = WantsPaper(d, c, send.document);
  if (wants == kNone) return Note("send.unasked", args);
  if (!KnownDesk(d, c, send.person, GateOfProblem(d, c, wants))) {
    return Note("send.roundabout", args);
  }
  return Good("send.fits", 80, {args[0], args[1], WhatFact(d, c, wants)});
}

Verdict Of(const Decision& d, const OrderTask& order) {
  const CustomerId c = order.customer;
  const content::Customer& customer = d.content.customers[c];
  const content::Task& task = d.content.tasks[order.task];
  const TypedArg title = TextArg("task", task.title);
  const DocumentId makes = customer.links.produces[order.task];
  if (makes != kNone) {
    if (const FactId wants = WantsPaper(d, c, makes); wants != kNone) {
      return Good("task.clears", 80, {title, WhatFact(d, c, wants)});
    }
  }
  const FactId problem = ProblemBefore(d, c);
  if (problem != kNone) {
    for (const content::Need& need : customer.links.needs[customer.facts[problem].blocker]) {
      if (need.kind == content::NeedKind::kTask && need.ref == order.task) {
        return Good("task.clears", 80, {title, WhatFact(d, c, problem)});
      }
    }
    if (task.diagnostic) return Note("task.known", {title});
  }
  if (task.diagnostic) return Good("task.check", 30, {title});
  return Note("task.idle", {title});
}

// Mistakes of a letter, the worst first.
Verdict LetterMistake(const Decision& d, const SendLetter& letter) {
  constexpr struct {
    LetterFlag flag;
    const char* key;
    int weight;
  } kFlags[] = {{kLetterThreat, "letter.threat", 100},
                {kLetterFalseClaim, "letter.false_claim", 100},
                {kLetterDisclosure, "letter.disclosure", 100},
                {kLetterWrongAmount, "letter.wrong_amount", 85},
                {kLetterInterestHigh, "letter.interest", 60},
                {kLetterNamesNoSum, "letter.no_amount", 60},
                {kLetterNoAmount, "letter.no_amount", 60}};
  for (const auto& [flag, key, weight] : kFlags) {
    if ((letter.reading.flags & flag) != 0) return Bad(key, weight);
  }
  if (letter.reading.recipients == 0) return Bad("letter.nobody", 60);
  const FactId problem = ProblemBefore(d, letter.customer);
  const bool ours = WaitsForUs(d, letter.customer, problem);
  if (ours && GateOfProblem(d, letter.customer, problem) < Gate::kBooking) {
    return Bad("letter.ours_first", 55, {WhatFact(d, letter.customer, problem)});
  }
  if (!rules::LetterFits(d.content, d.before, letter.customer, letter.reading.level)) {
    return Bad("letter.misfit", 55);
  }
  const bool demand = letter.reading.level > LetterLevel::kStatement;
  if (demand && (letter.reading.flags & kLetterNoDate) != 0) return Bad("letter.no_date", 45);
  if (letter.reading.quality < 60) return Bad("letter.thin", 45);
  return std::nullopt;
}

Verdict Of(const Decision& d, const SendLetter& letter) {
  if (auto mistake = LetterMistake(d, letter)) return mistake;
  if (Seen(d, EventKind::kLimitationUnproved) != nullptr) return Note("letter.unproved");
  return Good("letter.good", 80, {Number("points", letter.reading.quality)});
}

Verdict Of(const Decision& d, const ConfirmPromise& confirm) {
  const world::PromiseKnown& promise = d.before.customers[confirm.customer].promises[confirm.promise];
  return Good("confirmed", 65,
              {Who(d, confirm.customer, promise.person), Money("amount", promise.amount),
               DateArg("date", promise.date)});
}

Verdict Of(const Decision&, const SetDiary& diary) {
  return Good("diary", 20, {DateArg("date", diary.date)});
}

// Orders, bills, deals and notes say what comes of them themselves.
template <class Other>
Verdict Of(const Decision&, const Other&) {
  return std::nullopt;
}

}  // namespace

Verdict OfDesk(const Decision& d) {
  return std::visit([&d](const auto& command) { return Of(d, command); }, d.command);
}

}  // namespace huikuan::assess::judging
