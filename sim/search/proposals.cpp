#include "search/proposals.h"

#include <algorithm>

#include "rules/knowledge.h"
#include "rules/letter/letter.h"
#include "rules/message/message.h"
#include "rules/payment/due.h"
#include "rules/rules.h"

namespace huikuan::search {

namespace {

struct Proposal {
  int worth = 0;
  Command command;
};
using Ranked = std::vector<Proposal>;

int CallWorth(const Scenario& content, const world::Known& known, const StartCall& call) {
  const content::Person& person = content.customers[call.customer].people[call.person];
  const world::CustomerKnown& mine = known.customers[call.customer];
  const world::PersonKnown& seen = mine.people[call.person];
  const auto now = known.seller.day * 2 + known.seller.part;
  if (person.gatekeeper || seen.last_contact == known.seller.day || seen.tried == now) return 0;
  int worth = 10 + static_cast<int>(MulQ(person.authority, 20));
  if (seen.part_known != 0) worth += 10;
  if (seen.contacts == 0) worth += 8;
  const std::uint8_t told = mine.invoices[mine.focus].told_gate;
  if (seen.part_known != 0 && ((person.duties >> told) & 1) != 0) worth += 20;
  const int gap = seen.last_contact == kNever ? 10 : known.seller.day - seen.last_contact;
  return gap < 3 ? worth / 2 : worth;
}

int TaskWorth(const Scenario& content, const OrderTask& order) {
  const content::Task& task = content.tasks[order.task];
  return 10 + (task.needs_blocker != kNone ? 30 : 0) + (task.sponsor != 0 ? 20 : 0) +
         (task.diagnostic ? 10 : 0);
}

int SendWorth(const Scenario& content, const world::Known& known, const SendDocument& send) {
  const content::Customer& customer = content.customers[send.customer];
  const content::Person& person = customer.people[send.person];
  if (known.customers[send.customer].people[send.person].part_known == 0) return 0;
  const FactId problem = rules::OpenProblem(content, known, send.customer);
  if (problem != kNone && customer.facts[problem].blocker != kNone) {
    const int gate = static_cast<int>(customer.facts[problem].gate);
    for (const content::Need& need : customer.links.needs[customer.facts[problem].blocker]) {
      const bool paper = need.kind == content::NeedKind::kDocument && need.ref == send.document;
      if (paper && ((person.duties >> gate) & 1) != 0) return 50;
    }
  }
  const std::uint8_t fact = customer.documents[send.document].fact;
  const bool clause = fact != kNone && customer.facts[fact].due_clause;
  return clause && rules::CanJudgeDueDate(person) ? 20 : 0;
}

int LetterWorth(const Scenario& content, const world::Known& known, const SendLetter& letter) {
  const auto level = static_cast<int>(letter.reading.level);
  const Day last = world::LetterDay(known, letter.customer, letter.reading.level);
  if (last != kNever && known.seller.day - last < 10) return 0;
  const bool fits = rules::LetterFits(content, known, letter.customer, letter.reading.level);
  return 10 + 5 * level + (fits ? 30 : 0);
}

int MessageWorth(const Scenario& content, const world::Known& known, const SendMessage& m) {
  const content::MessagePurpose& purpose = content.messages[m.purpose];
  if (purpose.act.purpose == content::Purpose::kError) return 0;
  if (!rules::MessageFits(content, known, m.customer, m.purpose, m.person)) return 0;
  const world::LastMessage last = rules::LastMessageTo(known, m.customer);
  if (last.half_day >= 0 && known.seller.day - last.day() < 4) return 0;
  const bool asks = purpose.act.request != content::Request::kNothing;
  return 10 + (asks ? 20 : 0) + (purpose.act.requires_begin != purpose.act.requires_end ? 10 : 0);
}

void Take(Ranked& ranked, std::size_t most, std::vector<Command>& out, std::size_t limit) {
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Proposal& a, const Proposal& b) { return a.worth > b.worth; });
  for (std::size_t i = 0; i < ranked.size() && i < most && out.size() < limit; ++i) {
    const bool twice = std::any_of(out.begin(), out.end(), [&](const Command& c) {
      return SameCommand(c, ranked[i].command);
    });
    if (!twice) out.push_back(ranked[i].command);
  }
}

}  // namespace

bool SameCommand(const Command& a, const Command& b) {
  if (a.index() != b.index()) return false;
  if (const auto* x = std::get_if<StartCall>(&a)) {
    return x->person == std::get<StartCall>(b).person;
  }
  if (const auto* x = std::get_if<StartVisit>(&a)) {
    return x->person == std::get<StartVisit>(b).person;
  }
  if (const auto* x = std::get_if<OrderTask>(&a)) return x->task == std::get<OrderTask>(b).task;
  if (const auto* x = std::get_if<SendLetter>(&a)) {
    return x->reading.level == std::get<SendLetter>(b).reading.level;
  }
  if (const auto* x = std::get_if<SendMessage>(&a)) {
    const auto& y = std::get<SendMessage>(b);
    return x->person == y.person && x->purpose == y.purpose && x->channel == y.channel;
  }
  if (const auto* x = std::get_if<SendDocument>(&a)) {
    const auto& y = std::get<SendDocument>(b);
    return x->person == y.person && x->document == y.document;
  }
  if (const auto* x = std::get_if<Wait>(&a)) {
    const auto& y = std::get<Wait>(b);
    return x->until == y.until && x->date == y.date;
  }
  return false;
}

std::vector<Command> Proposals(const Scenario& content, const world::Known& known,
                               CustomerId customer, const Command& book) {
  rules::Options options;
  rules::LegalOptions(content, known, options);
  Ranked calls, tasks, sends, letters, visits, messages;
  const auto add = [](Ranked& to, int worth, const Command& command) {
    if (worth > 0) to.push_back({worth, command});
  };
  for (const Command& option : options) {
    if (const auto* call = std::get_if<StartCall>(&option)) {
      if (call->customer == customer) add(calls, CallWorth(content, known, *call), option);
    } else if (const auto* task = std::get_if<OrderTask>(&option)) {
      if (task->customer == customer) add(tasks, TaskWorth(content, *task), option);
    } else if (const auto* send = std::get_if<SendDocument>(&option)) {
      if (send->customer == customer) add(sends, SendWorth(content, known, *send), option);
    } else if (const auto* letter = std::get_if<SendLetter>(&option)) {
      if (letter->customer == customer) add(letters, LetterWorth(content, known, *letter), option);
    } else if (const auto* message = std::get_if<SendMessage>(&option)) {
      if (message->customer != customer) continue;
      add(messages, MessageWorth(content, known, *message), option);
    } else if (const auto* visit = std::get_if<StartVisit>(&option)) {
      if (visit->customer != customer) continue;
      add(visits, CallWorth(content, known, StartCall{customer, visit->person}), option);
    }
  }
  std::vector<Command> out = {book};
  // Time passes for everybody: with more than one customer nobody's turn ends the day.
  const Command wait = Wait{Until::kNextDay, kNoDate};
  const bool alone = content.customers.size() == 1;
  if (alone && !SameCommand(wait, book)) out.push_back(wait);
  const std::size_t limit = out.size() + kMaxProposals;
  Take(sends, 1, out, limit);
  Take(tasks, 2, out, limit);
  Take(calls, 3, out, limit);
  Take(letters, 2, out, limit);
  Take(visits, 1, out, limit);
  Take(messages, 1, out, limit);
  return out;
}

}  // namespace huikuan::search
