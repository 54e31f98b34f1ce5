// Feedback on letting time pass: what was left undone, which one could know; and what came of
// earlier moves, which is hindsight.
#include "assess/feedback.h"
#include "assess/lines.h"
#include "rules/commands.h"
#include "rules/knowledge.h"

namespace huikuan::assess::judging {

namespace {

template <class T>
bool MayDo(const Decision& d, const T& command) {
  return rules::Check(d.content, d.before, command) == rules::Refusal::kNone;
}

Verdict Unconfirmed(const Decision& d, CustomerId c) {
  const world::CustomerKnown& mine = d.before.customers[c];
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& promise = mine.promises[i];
    const bool open = promise.used != 0 && promise.date != kNoDate &&
                      promise.state == static_cast<std::uint8_t>(PromiseState::kOpen);
    if (!open || (promise.marks & world::kPromiseWritten) != 0) continue;
    if (!MayDo(d, ConfirmPromise{c, static_cast<PromiseId>(i)})) continue;
    return Bad("wait.unconfirmed", 50, {Who(d, c, promise.person)});
  }
  return std::nullopt;
}

// A paper that lies here while somebody waits for it, or that nobody has ordered yet.
Verdict Undelivered(const Decision& d, CustomerId c) {
  const content::Customer& customer = d.content.customers[c];
  const FactId problem = ProblemBefore(d, c);
  if (problem == kNone || customer.facts[problem].blocker == kNone) return std::nullopt;
  for (const content::Need& need : customer.links.needs[customer.facts[problem].blocker]) {
    if (need.kind == content::NeedKind::kTask && MayDo(d, OrderTask{c, need.ref})) {
      return Bad("wait.task", 55, {TextArg("task", d.content.tasks[need.ref].title),
                                   WhatFact(d, c, problem)});
    }
    if (need.kind != content::NeedKind::kDocument || need.ref == kNone) continue;
    if (!content::Has(d.before.customers[c].documents_in_file, need.ref)) {
      for (std::size_t t = 0; t < customer.links.produces.size(); ++t) {
        if (customer.links.produces[t] != need.ref) continue;
        if (!MayDo(d, OrderTask{c, static_cast<TaskId>(t)})) continue;
        return Bad("wait.task", 55,
                   {TextArg("task", d.content.tasks[t].title), WhatFact(d, c, problem)});
      }
      continue;
    }
    for (std::size_t p = 0; p < customer.people.size(); ++p) {
      const auto person = static_cast<PersonId>(p);
      if (!KnownDesk(d, c, person, customer.facts[problem].gate)) continue;
      if (content::Has(d.before.customers[c].people[p].documents, need.ref)) continue;
      if (!MayDo(d, SendDocument{c, person, need.ref})) continue;
      return Bad("wait.paper", 60, {WhatPaper(d, c, need.ref), Who(d, c, person)});
    }
  }
  return std::nullopt;
}

Verdict WhatCame(const Decision& d) {
  Verdict line;
  if (const Event* paid = Seen(d, EventKind::kPaymentReceived)) {
    line = Good("paid", 100, {Money("amount", paid->amount)});
  } else if (const Event* broken = Seen(d, EventKind::kPromiseBroken)) {
    const auto& promises = d.before.customers[broken->customer].promises;
    const bool written = broken->item < world::kMaxPromises &&
                         (promises[broken->item].marks & world::kPromiseWritten) != 0;
    const TypedArg who = Who(d, broken->customer, broken->person);
    line = written ? Note("broken", {who}) : Bad("broken.spoken", 40, {who});
  } else if (const Event* passed = Seen(d, EventKind::kCutOffPassed)) {
    line = Note("cut_off", {DateArg("date", passed->date)});
  }
  if (line) line->hindsight = true;
  return line;
}

}  // namespace

Verdict OfWait(const Decision& d) {
  for (std::size_t i = 0; i < d.content.customers.size(); ++i) {
    const auto c = static_cast<CustomerId>(i);
    if (auto line = Undelivered(d, c)) return line;
    if (auto line = Unconfirmed(d, c)) return line;
  }
  if (auto line = WhatCame(d)) return line;
  const bool idle = d.before.seller.day == 0 && d.before.seller.contacted == 0 &&
                    d.before.seller.decisions == 0;
  return idle ? Verdict(Bad("wait.idle", 40)) : std::nullopt;
}

}  // namespace huikuan::assess::judging
