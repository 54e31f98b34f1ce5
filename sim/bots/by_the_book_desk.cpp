#include "bots/by_the_book.h"
#include "huikuan/observation.h"
#include "rules/call/slots.h"
#include "rules/file/inspection.h"
#include "rules/internal/tasks.h"
#include "rules/knowledge.h"
#include "rules/letter/standard.h"
#include "rules/payment/promise.h"

namespace huikuan::bots {

namespace {

constexpr int kCallGap = 4;  // working days between calls to one person without news

constexpr int kTimeForACall = 35;  // minutes, the front desk included

using MaybeCommand = std::optional<Command>;

MaybeCommand IfLawful(const BotView& v, const Command& command) {
  if (Lawful(v, command)) return command;
  return std::nullopt;
}

// The file is read before anybody is rung.
MaybeCommand ReadFile(const BotView& v, CustomerId c) {
  const auto& documents = v.content.customers[c].documents;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    if (auto open = IfLawful(v, OpenDocument{c, static_cast<DocumentId>(d)})) return open;
  }
  return std::nullopt;
}

MaybeCommand MakePlan(const BotView& v, CustomerId c) {
  const world::PlanKnown& plan = v.known.customers[c].plan;
  const Day day = v.known.seller.day;
  // Forecasts are renewed when they are three weeks old or their date has passed.
  if (plan.set != 0 && day - plan.day < 15 && plan.date >= Today(v)) return std::nullopt;
  SetPlan set;
  set.customer = c;
  set.gate = ToldGate(v, c);
  set.amount = rules::KnownOutstanding(v.content, v.known, c);
  const FactId problem = rules::OpenProblem(v.content, v.known, c);
  const bool promised = LivePromise(v, c);
  set.ability =
      problem != kNone && v.content.customers[c].facts[problem].target == Target::kCash ? 0 : 2;
  set.willingness = promised ? 2 : 1;
  set.probability = promised ? 70 : 50;
  const Date horizon = Today(v) + (promised ? 14 : 35);
  const Date last = v.content.days.back().date;
  set.date = horizon < last ? horizon : last;
  return IfLawful(v, set);
}

MaybeCommand ConfirmPromises(const BotView& v, CustomerId c) {
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    if (auto confirm = IfLawful(v, ConfirmPromise{c, static_cast<PromiseId>(i)})) return confirm;
  }
  return std::nullopt;
}

// What a known problem needs: the task that makes the paper, the paper to the desk, the repair.
MaybeCommand ServeProblem(const BotView& v, CustomerId c, FactId problem) {
  const content::Customer& customer = v.content.customers[c];
  const std::uint8_t blocker = customer.facts[problem].blocker;
  if (blocker == kNone) return std::nullopt;
  for (const content::Need& need : customer.links.needs[blocker]) {
    if (need.kind == content::NeedKind::kTask) {
      if (auto order = IfLawful(v, OrderTask{c, need.ref})) return order;
    }
    if (need.kind != content::NeedKind::kDocument || need.ref == kNone) continue;
    if (((v.known.customers[c].documents_in_file >> need.ref) & 1) == 0) {
      for (std::size_t t = 0; t < v.content.tasks.size(); ++t) {
        if (customer.links.produces[t] != need.ref) continue;
        if (auto order = IfLawful(v, OrderTask{c, static_cast<TaskId>(t)})) return order;
      }
      continue;
    }
    for (std::size_t p = 0; p < customer.people.size(); ++p) {
      const auto person = static_cast<PersonId>(p);
      if (!KnownDuty(v, c, person, customer.facts[problem].gate)) continue;
      if (((v.known.customers[c].people[p].documents >> need.ref) & 1) != 0) continue;
      if (auto send = IfLawful(v, SendDocument{c, person, need.ref})) return send;
    }
  }
  return std::nullopt;
}

// Our own house first: the checks our departments can make cost nobody's patience.
MaybeCommand CheckOurselves(const BotView& v, CustomerId c) {
  if (!v.diagnoses || rules::AnySolved(v.content, v.known, c)) return std::nullopt;
  const auto& documents = v.content.customers[c].documents;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    // The contract is what the other papers are held against.
    if (documents[d].fact != kNone && v.content.customers[c].facts[documents[d].fact].due_clause)
      continue;
    for (std::size_t f = 0; f < documents[d].fields.size(); ++f) {
      if (v.known.seller.minutes_left < 60) break;  // leave time for people
      if (auto look = IfLawful(
              v, InspectField{c, static_cast<DocumentId>(d), static_cast<std::uint8_t>(f)})) {
        return look;
      }
    }
  }
  for (std::size_t t = 0; t < v.content.tasks.size(); ++t) {
    if (!v.content.tasks[t].diagnostic || v.known.seller.minutes_left < 50) continue;
    if (auto order = IfLawful(v, OrderTask{c, static_cast<TaskId>(t)})) return order;
  }
  return std::nullopt;
}

bool LetterDue(const BotView& v, CustomerId c, LetterLevel level, int day, int after) {
  const world::CustomerKnown& known = v.known.customers[c];
  const auto index = static_cast<int>(level);
  if (known.letter_day[index] != kNever || v.known.seller.day < day) return false;
  const Day before = index > 1 ? known.letter_day[index - 1] : kNever;
  return index <= 1 || before == kNever || v.known.seller.day - before >= after;
}

// The ladder: a reminder early, demands when they fit; none while our own complaint is open.
MaybeCommand Letter(const BotView& v, CustomerId c, FactId problem) {
  const bool ours = problem != kNone && v.content.customers[c].facts[problem].gate < Gate::kBooking;
  if (ours || LivePromise(v, c)) return std::nullopt;
  constexpr struct {
    LetterLevel level;
    int day;
    int after;
  } kLadder[] = {{LetterLevel::kReminder, 4, 0},
                 {LetterLevel::kFirstDemand, 9, 5},
                 {LetterLevel::kSecondDemand, 24, 12}};
  for (const auto& step : kLadder) {
    if (!LetterDue(v, c, step.level, step.day, step.after)) continue;
    const SendLetter letter = rules::StandardLetter(v.content, v.known, c, step.level);
    if (auto send = IfLawful(v, letter)) return send;
  }
  return std::nullopt;
}

// Our manager speaks to theirs when willingness is the trouble and time runs.
MaybeCommand Escalate(const BotView& v, CustomerId c, FactId problem) {
  const bool unwilling =
      problem != kNone && v.content.customers[c].facts[problem].gate >= Gate::kApproval;
  if (v.known.seller.day < (unwilling ? 5 : 16)) return std::nullopt;
  for (std::size_t t = 0; t < v.content.tasks.size(); ++t) {
    if (v.content.tasks[t].sponsor == 0) continue;
    const int entry = rules::FindTask(v.known, c, static_cast<TaskId>(t));
    if (entry >= 0 && v.known.seller.day - v.known.tasks[entry].due < 9) continue;
    if (auto order = IfLawful(v, OrderTask{c, static_cast<TaskId>(t)})) return order;
  }
  return std::nullopt;
}

// A day or two before a list closes: the time for a friendly reminder.
bool CutOffNear(const BotView& v, CustomerId c) {
  if (!rules::RunDatesKnown(v.content, v.known, c)) return false;
  for (std::size_t d = 1; d <= 2; ++d) {
    const std::size_t day = static_cast<std::size_t>(v.known.seller.day) + d;
    const auto& days = v.content.customers[c].days;
    if (day < days.size() && days[day].is_cut_off) return true;
  }
  return false;
}

// How much a call to this person promises today; 0 = not now. `later`: as if they had not been rung
// in vain this half-day.
int CallWorth(const BotView& v, CustomerId c, PersonId p, FactId problem, bool later = false) {
  const content::Customer& customer = v.content.customers[c];
  const world::PersonKnown& known = v.known.customers[c].people[p];
  if (known.known == 0 || customer.people[p].gatekeeper) return 0;
  if (known.last_contact == v.known.seller.day || (!later && TriedNow(v, c, p))) return 0;
  const int gap = DaysSinceContact(v, c, p);
  for (const world::PromiseKnown& promise : v.known.customers[c].promises) {
    if (promise.person == p && rules::FollowUpDue(promise, v.known.seller.day)) return 100;
  }
  if (gap < kCallGap) return 0;
  if (LivePromise(v, c) && !(p == Payer(v, c) && CutOffNear(v, c))) return 0;  // let them keep it
  int worth = 0;
  if (problem != kNone) {
    const std::uint8_t blocker = customer.facts[problem].blocker;
    for (const content::Need& need : customer.links.needs[blocker]) {
      const bool desk = KnownDuty(v, c, p, customer.facts[problem].gate);
      if (need.kind == content::NeedKind::kAgreement && desk) worth = 80;
      if (need.kind == content::NeedKind::kAgreement &&
          customer.people[p].authority >= Hundredths(70) && known.part_known != 0 && gap >= 5) {
        worth = worth > 60 ? worth : 60;
      }
      // The paper's desk is unknown: ask whoever may know it.
      if (need.kind == content::NeedKind::kDocument && desk && known.contacts == 0) worth = 50;
    }
  } else {
    if (v.diagnoses && OpenQuestions(v, c, p) != 0) worth = 40;
    if (KnownDuty(v, c, p, ToldGate(v, c))) worth += 20;
    if (p == Payer(v, c) && gap >= 4) worth += 30;
    if (!v.diagnoses && gap >= 5) worth += 10;
  }
  // Introduced people who were never met come before old acquaintances.
  if (worth > 0 && known.contacts == 0 && known.part_known != 0) worth += 5;
  return worth;
}

MaybeCommand CallSomebody(const BotView& v, CustomerId c, FactId problem) {
  PersonId best = kNone;
  int best_worth = 0;
  const auto people = v.content.customers[c].people.size();
  for (std::size_t p = 0; p < people; ++p) {
    const int worth = CallWorth(v, c, static_cast<PersonId>(p), problem);
    if (worth <= best_worth) continue;
    if (!Lawful(v, StartCall{c, static_cast<PersonId>(p)})) continue;
    best = static_cast<PersonId>(p);
    best_worth = worth;
  }
  if (best == kNone || v.known.seller.minutes_left < kTimeForACall) return std::nullopt;
  return Command{StartCall{c, best}};
}

// Somebody worth a call was not at their desk this morning.
bool SomebodyToTryAgain(const BotView& v, CustomerId c, FactId problem) {
  if (v.known.seller.minutes_left < kTimeForACall) return false;
  const auto people = v.content.customers[c].people.size();
  for (std::size_t p = 0; p < people; ++p) {
    const auto person = static_cast<PersonId>(p);
    if (!TriedNow(v, c, person)) continue;
    if (CallWorth(v, c, person, problem, true) > 0) return true;
  }
  return false;
}

// Nothing found by telephone: go and look.
MaybeCommand Visit(const BotView& v, CustomerId c, FactId problem) {
  if (!v.diagnoses || v.known.customers[c].visits >= 2) return std::nullopt;
  const Day day = v.known.seller.day;
  const bool puzzled = problem == kNone && day >= 7 + 12 * v.known.customers[c].visits &&
                       !rules::AnySolved(v.content, v.known, c);
  if (!puzzled) return std::nullopt;
  const content::Customer& customer = v.content.customers[c];
  PersonId host = kNone;
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    if (v.known.customers[c].people[p].known == 0 || customer.people[p].gatekeeper) continue;
    const bool owner = KnownDuty(v, c, static_cast<PersonId>(p), ToldGate(v, c));
    if (host == kNone || owner) host = static_cast<PersonId>(p);
  }
  if (host == kNone) return std::nullopt;
  return IfLawful(v, StartVisit{c, host});
}

}  // namespace

Gate ToldGate(const BotView& v, CustomerId c) {
  const std::uint8_t told = v.known.customers[c].invoices[v.known.customers[c].focus].told_gate;
  return static_cast<Gate>(told < kGates ? told : kGates - 1);
}

bool KnownDuty(const BotView& v, CustomerId c, PersonId p, Gate gate) {
  return v.known.customers[c].people[p].part_known != 0 &&
         ((v.content.customers[c].people[p].duties >> static_cast<int>(gate)) & 1) != 0;
}

PersonId Payer(const BotView& v, CustomerId c) {
  PersonId payer = kNone;
  const content::Customer& customer = v.content.customers[c];
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    if (KnownDuty(v, c, static_cast<PersonId>(p), Gate::kCashPlan))
      payer = static_cast<PersonId>(p);
  }
  return payer;
}

std::uint8_t OpenQuestions(const BotView& v, CustomerId c, PersonId p) {
  const content::Customer& customer = v.content.customers[c];
  const world::PersonKnown& known = v.known.customers[c].people[p];
  if (customer.people[p].gatekeeper) return 0;
  const auto bit = [](Target t) {
    return static_cast<std::uint8_t>(1U << (static_cast<int>(t) - 1));
  };
  std::uint8_t wanted = bit(Target::kGate) | bit(Target::kCause) | bit(Target::kPapers);
  if (customer.people[p].role == Role::kUser) wanted |= bit(Target::kQuality);
  if ((customer.people[p].duties >> static_cast<int>(Gate::kApproval)) != 0)
    wanted |= bit(Target::kCash);
  if (!rules::RunDatesKnown(v.content, v.known, c)) wanted |= bit(Target::kDates);
  bool senior_known = false;
  for (std::size_t q = 0; q < customer.people.size(); ++q) {
    if (v.known.customers[c].people[q].part_known != 0 &&
        customer.people[q].authority >= Hundredths(80)) {
      senior_known = true;
    }
  }
  if (!senior_known) wanted |= bit(Target::kAuthority);
  if (Payer(v, c) == kNone) wanted |= bit(Target::kWho);
  // Status grows stale: after a week the two plain questions may be put again.
  std::uint8_t asked = known.asked;
  const auto told = static_cast<int>(ToldGate(v, c));
  const bool nearby = ((customer.people[p].duties >> told) & 3) != 0;  // that desk or the next
  if (nearby && known.asked_day != world::kNoDay && v.known.seller.day - known.asked_day >= 5) {
    asked = static_cast<std::uint8_t>(
        asked & ~(bit(Target::kGate) | bit(Target::kCause) | bit(Target::kPapers)));
  }
  return static_cast<std::uint8_t>(wanted & ~asked);
}

Command BookDesk(const BotView& v) {
  constexpr CustomerId c = 0;
  if (const auto deal = BookDeal(v, c)) return *deal;
  if (const auto command = ReadFile(v, c)) return *command;
  if (const auto command = MakePlan(v, c)) return *command;
  if (const auto command = ConfirmPromises(v, c)) return *command;
  const FactId problem = rules::OpenProblem(v.content, v.known, c);
  if (problem != kNone) {
    if (const auto command = ServeProblem(v, c, problem)) return *command;
  }
  if (const auto command = Visit(v, c, problem)) return *command;
  if (const auto command = CallSomebody(v, c, problem)) return *command;
  if (problem == kNone) {
    if (const auto command = CheckOurselves(v, c)) return *command;
  }
  if (const auto command = Letter(v, c, problem)) return *command;
  if (const auto command = Escalate(v, c, problem)) return *command;
  return SomebodyToTryAgain(v, c, problem) ? TryLater(v) : MoveOn(v);
}

Command ChooseByTheBook(const BotView& v) {
  return Talk(v).active != 0 ? BookTalk(v) : BookDesk(v);
}

}  // namespace huikuan::bots
