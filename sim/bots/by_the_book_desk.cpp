// One customer's work at the desk.
#include "bots/by_the_book.h"
#include "huikuan/observation.h"
#include "rules/internal/tasks.h"
#include "rules/knowledge.h"
#include "rules/letter/standard.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"

namespace huikuan::bots {

namespace {

constexpr int kCallGap = 4;  // working days between calls to one person without news
constexpr int kSponsorGap = 8;  // … to a senior whose word is wanted: it fades by a third

constexpr int kTimeForACall = 35;  // minutes, the front desk included

template <class T>
MaybeCommand IfLawful(const Account& a, const T& command) {
  return bots::IfLawful(a.v, command);
}

int MinutesLeft(const Account& a) { return a.v.known.seller.minutes_left; }
Day DayOf(const Account& a) { return a.v.known.seller.day; }

// Nobody is troubled about an invoice that falls due later than next week.
bool MayContact(const Account& a) {
  constexpr int kAhead = 7;  // calendar days: the courtesy call before the due date
  const Date due = a.looked ? a.due : rules::DueOf(a.customer, a.known, a.known.focus);
  return due <= Today(a.v) + kAhead;
}

MaybeCommand ConfirmPromises(const Account& a) {
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& p = a.known.promises[i];
    if (p.used == 0) break;  // slots fill from the front
    if (p.date == kNoDate || (p.marks & world::kPromiseWritten) != 0) continue;
    if (MessageConfirms(a, static_cast<PromiseId>(i))) continue;
    Because(a.v, {.why = Why::kConfirm, .person = p.person, .date = p.date});
    if (auto confirm = IfLawful(a, ConfirmPromise{a.id, static_cast<PromiseId>(i)})) {
      return confirm;
    }
  }
  return std::nullopt;
}

// The paper is not in our file: whoever of ours makes it.
MaybeCommand OrderPaper(const Account& a, DocumentId paper) {
  const auto& produces = a.customer.links.produces;
  for (std::size_t t = 0; t < produces.size(); ++t) {
    if (produces[t] != paper) continue;
    if (auto order = IfLawful(a, OrderTask{a.id, static_cast<TaskId>(t)})) return order;
  }
  return std::nullopt;
}

// What a known problem needs: the task that makes the paper, the paper to the desk, the repair.
MaybeCommand ServeProblem(const Account& a, FactId problem) {
  for (const content::Need& need : a.NeedsOf(problem)) {
    Because(a.v, {.why = Why::kServeTask, .fact = problem});
    if (need.kind == content::NeedKind::kTask) {
      if (auto order = IfLawful(a, OrderTask{a.id, need.ref})) return order;
    }
    if (need.kind != content::NeedKind::kDocument || need.ref == kNone) continue;
    if (!content::Has(a.known.documents_in_file, need.ref)) {
      if (auto order = OrderPaper(a, need.ref)) return order;
      continue;
    }
    content::PeopleSet desk = a.Desk(a.GateOf(problem));
    for (; desk != 0; desk = static_cast<content::PeopleSet>(desk & (desk - 1))) {
      const auto p = static_cast<PersonId>(content::First(desk));
      if (content::Has(a.known.people[p].documents, need.ref)) continue;
      Because(a.v,
              {.why = Why::kServePaper, .person = p, .fact = problem, .document = need.ref});
      if (auto send = IfLawful(a, SendDocument{a.id, p, need.ref})) return send;
    }
  }
  return std::nullopt;
}

// The next field of an opened paper that was not held against the rest of the file yet.
MaybeCommand CheckPapers(const Account& a) {
  if (MinutesLeft(a) < 60) return std::nullopt;  // leave time for people
  for (std::size_t w = 0; w < a.index.fields.size(); ++w) {
    std::uint64_t left = a.index.fields[w] & ~a.known.fields_inspected[w];
    while (left != 0) {
      const int at = content::First(left);
      const int d = static_cast<int>(w) * 4 + at / 16;
      if (content::Has(a.known.documents_opened, d)) {
        Because(a.v, {.why = Why::kInspect, .document = static_cast<DocumentId>(d)});
        return IfLawful(a, InspectField{a.id, static_cast<DocumentId>(d),
                                        static_cast<std::uint8_t>(at % 16)});
      }
      left &= ~(0xffffULL << (at / 16 * 16));  // no paper, no fields
    }
  }
  return std::nullopt;
}

// Our own house first: the checks our departments can make cost nobody's patience.
MaybeCommand CheckOurselves(const Account& a) {
  if (!a.v.diagnoses || a.any_solved) return std::nullopt;
  if (auto look = CheckPapers(a)) return look;
  if (MinutesLeft(a) < 50) return std::nullopt;
  const content::Index& index = a.v.content.index;
  content::TaskSet tasks = index.diagnostic & ~(a.known.tasks_done & ~index.repeatable);
  for (; tasks != 0; tasks &= tasks - 1) {
    const auto task = static_cast<TaskId>(content::First(tasks));
    Because(a.v, {.why = Why::kCheckOurselves, .task = task});
    if (auto order = IfLawful(a, OrderTask{a.id, task})) return order;
  }
  return std::nullopt;
}

bool LetterDue(const Account& a, LetterLevel level, int after) {
  const auto index = static_cast<int>(level);
  if (world::LetterDay(a.v.known, a.id, level) != kNever) return false;
  const Day before = index > 1 ? world::LastLetter(a.v.known, a.id, index - 1).day : kNever;
  return index <= 1 || before == kNever || DayOf(a) - before >= after;
}

// The ladder: a reminder early, demands when they fit; none while our own complaint is open.
MaybeCommand Letter(const Account& a) {
  const bool ours = a.problem != kNone && a.GateOf(a.problem) < Gate::kBooking;
  if (ours) return std::nullopt;
  constexpr struct {
    LetterLevel level;
    int day;
    int after;
  } kLadder[] = {{LetterLevel::kReminder, 4, 0},
                 {LetterLevel::kFirstDemand, 9, 5},
                 {LetterLevel::kSecondDemand, 24, 12}};
  const int chased = a.DaysChased();
  const bool lightly = a.v.relationship_first;
  for (const auto& step : kLadder) {
    if (chased < (lightly ? 2 * step.day : step.day)) break;
    if (lightly && step.level > LetterLevel::kFirstDemand) break;
    if (!LetterDue(a, step.level, step.after)) continue;
    if (a.LivePromise()) return std::nullopt;
    const SendLetter letter = rules::StandardLetter(a.v.content, a.v.known, a.id, step.level);
    if (letter.reading.recipients == 0) continue;
    Because(a.v, {.why = Why::kLetter});
    if (auto send = IfLawful(a, letter)) return send;
  }
  return std::nullopt;
}

// Our manager speaks to theirs when willingness is the trouble and time runs.
MaybeCommand Escalate(const Account& a) {
  const bool unwilling = a.problem != kNone && a.GateOf(a.problem) >= Gate::kApproval;
  if (a.DaysChased() < (unwilling || a.short_of_cash ? 5 : 16)) return std::nullopt;
  content::TaskSet tasks = a.v.content.index.sponsoring;
  for (; tasks != 0; tasks &= tasks - 1) {
    const auto task = static_cast<TaskId>(content::First(tasks));
    const int entry = rules::FindTask(a.v.known, a.id, task);
    if (entry >= 0 && DayOf(a) - a.v.known.tasks[entry].due < 9) continue;
    Because(a.v, {.why = Why::kEscalate, .task = task});
    if (auto order = IfLawful(a, OrderTask{a.id, task})) return order;
  }
  return std::nullopt;
}

// What a call is worth, and why.
struct Worthwhile {
  int worth = 0;
  Why why = Why::kUnsaid;
  FactId fact = kNone;

  void AtLeast(int other, Why because, FactId about = kNone) {
    if (other > worth) *this = {other, because, about};
  }
};

// What a call to this person promises for a known problem.
Worthwhile WorthForProblem(const Account& a, PersonId p, FactId problem, int gap) {
  const bool desk = a.Owns(p, a.GateOf(problem));
  Worthwhile call;
  for (const content::Need& need : a.NeedsOf(problem)) {
    if (need.kind == content::NeedKind::kAgreement && desk) call = {80, Why::kCallDesk, problem};
    if (need.kind == content::NeedKind::kAgreement && content::Has(a.Heads(), p) && gap >= 5) {
      call.AtLeast(60, Why::kCallHead, problem);
    }
    // The paper's desk is unknown: ask whoever may know it.
    if (need.kind == content::NeedKind::kDocument && desk && a.known.people[p].contacts == 0) {
      call = {50, Why::kCallDesk, problem};
    }
  }
  return call;
}

Worthwhile WorthForQuestions(const Account& a, PersonId p, PersonId payer, int gap) {
  Worthwhile call{0, p == payer ? Why::kCallPayer : Why::kCallQuestions, kNone};
  if (a.v.diagnoses && a.OpenQuestions(p) != 0) call.worth = 40;
  if (a.Owns(p, a.told)) call.worth += 20;
  if (p == payer) call.worth += 30;
  if (!a.v.diagnoses && gap >= 5) call.worth += 10;
  return call;
}

// What all calls to one customer have in common today.
struct CallDay {
  explicit CallDay(const Account& a) : payer(a.Payer()), cut_off_near(a.CutOffNear()) {
    for (const world::PromiseKnown& p : a.known.promises) {
      if (p.used == 0) break;  // slots fill from the front
      if (p.date != kNoDate && p.state == static_cast<std::uint8_t>(PromiseState::kOpen)) {
        live_promise = true;
      }
      if (p.person < world::kMaxPeople && rules::FollowUpDue(p, DayOf(a))) {
        broken |= static_cast<content::PeopleSet>(1U << p.person);
      }
    }
  }
  PersonId payer;
  bool cut_off_near;
  bool live_promise = false;
  content::PeopleSet broken = 0;  // whose broken promise is to be followed up
};

// What a call to somebody promises whom we have not spoken to for `gap` business days.
Worthwhile WorthAfter(const Account& a, PersonId p, const CallDay& day, int gap) {
  const world::PersonKnown& person = a.known.people[p];
  // What little there is goes where the boss says.
  if (a.short_of_cash && gap >= kSponsorGap && content::Has(a.Seniors(), p)) {
    return {70, Why::kCallSponsor, kNone};
  }
  Worthwhile call;
  // They are let keep their promise.
  if (day.live_promise && !(p == day.payer && day.cut_off_near)) return call;
  for (const FactId problem : a.problems) {
    const Worthwhile one = WorthForProblem(a, p, problem, gap);
    call.AtLeast(one.worth, one.why, one.fact);
  }
  if (a.focus_problem == kNone) {
    const Worthwhile one = WorthForQuestions(a, p, day.payer, gap);
    call.AtLeast(one.worth, one.why);
  }
  // Introduced people who were never met come before old acquaintances.
  if (call.worth > 0 && person.contacts == 0 && person.part_known != 0) call.worth += 5;
  return call;
}

bool SpokenToToday(const Account& a, PersonId p) {
  return a.known.people[p].last_contact == DayOf(a);
}

// How much a call to this person promises today; 0 = nothing.
Worthwhile CallWorth(const Account& a, PersonId p, const CallDay& day) {
  if (SpokenToToday(a, p)) return {};
  if (content::Has(day.broken, p)) return {100, Why::kCallBroken, kNone};
  const int gap = DaysSinceContact(a.v, a.id, p);
  return gap < kCallGap ? Worthwhile{} : WorthAfter(a, p, day, gap);
}

// Today's calls, from the memo while they hold.
const CallList& CallsTo(Account& a) {
  Memo& memo = *a.v.memo;
  CallList& calls = memo.calls[a.id];
  if (content::Has(memo.listed, a.id)) return calls;
  a.Look();
  const CallDay day(a);
  calls.people = 0;
  content::ForEach(a.people, [&](int person) {
    const int worth = CallWorth(a, static_cast<PersonId>(person), day).worth;
    if (worth <= 0) return;
    calls.people = static_cast<content::PeopleSet>(calls.people | (1U << person));
    calls.worth[person] = static_cast<std::uint8_t>(worth);
  });
  memo.listed = static_cast<std::uint16_t>(memo.listed | (1U << a.id));
  return calls;
}

MaybeCommand CallSomebody(Account& a) {
  if (MinutesLeft(a) < kTimeForACall || !MayContact(a)) return std::nullopt;
  PersonId best = kNone;
  int best_worth = 0;
  const CallList& calls = CallsTo(a);
  content::ForEach(calls.people, [&](int person) {
    const auto p = static_cast<PersonId>(person);
    if (calls.worth[p] <= best_worth || SpokenToToday(a, p) || TriedNow(a.v, a.id, p)) return;
    best = p;
    best_worth = calls.worth[p];
  });
  if (best == kNone) return std::nullopt;
  if (a.v.reason != nullptr) {  // the list keeps no reasons: weighed once more
    const Worthwhile call = CallWorth(a, best, CallDay(a));
    Because(a.v, {.why = call.why, .person = best, .fact = call.fact});
  }
  return IfLawful(a, StartCall{a.id, best});
}

MaybeCommand AfterCalls(const Account& a) {
  if (a.focus_problem == kNone) {
    if (auto command = CheckOurselves(a)) return command;
  }
  if (auto command = Letter(a)) return command;
  return Escalate(a);
}

}  // namespace

// The file is read before anybody is rung.
MaybeCommand ReadFile(const Account& a) {
  content::DocumentSet left =
      a.known.documents_in_file & ~a.known.documents_opened & a.index.documents;
  for (; left != 0; left &= left - 1) {
    const auto paper = static_cast<DocumentId>(content::First(left));
    Because(a.v, {.why = Why::kReadFile, .document = paper});
    if (auto open = IfLawful(a, OpenDocument{a.id, paper})) return open;
  }
  return std::nullopt;
}

MaybeCommand MakePlan(const Account& a) {
  const world::PlanKnown& plan = a.known.plan;
  // Forecasts are renewed when they are three weeks old or their date has passed.
  if (plan.set != 0 && DayOf(a) - plan.day < 15 && plan.date >= Today(a.v)) return std::nullopt;
  Because(a.v, {.why = plan.set != 0 ? Why::kPlanAgain : Why::kPlan});
  SetPlan set;
  set.customer = a.id;
  set.gate = a.told;
  set.amount = rules::KnownOutstanding(a.v.content, a.v.known, a.id);
  const bool promised = a.LivePromise();
  set.ability = a.problem != kNone && a.customer.facts[a.problem].target == Target::kCash ? 0 : 2;
  set.willingness = promised ? 2 : 1;
  set.probability = promised ? 70 : 50;
  const Date horizon = Today(a.v) + (promised ? 14 : 35);
  const Date last = a.v.content.days.back().date;
  set.date = horizon < last ? horizon : last;
  return IfLawful(a, set);
}

MaybeCommand BeforeCalls(Account& a, bool alone) {
  if (auto command = BookMessage(a)) return command;
  if (auto command = ConfirmPromises(a)) return command;
  for (const FactId problem : a.problems) {
    if (auto command = ServeProblem(a, problem)) return command;
  }
  return alone ? Visit(a) : std::nullopt;
}

MaybeCommand CallsAndAfter(Account& a) {
  if (auto command = CallSomebody(a)) return command;
  if (content::Has(a.v.memo->finished, a.id)) return std::nullopt;
  a.Look();
  if (auto command = AfterCalls(a)) return command;
  a.v.memo->finished = static_cast<std::uint16_t>(a.v.memo->finished | (1U << a.id));
  return std::nullopt;
}

bool SomebodyToTryAgain(Account& a) {
  if (MinutesLeft(a) < kTimeForACall || !MayContact(a)) return false;
  bool any = false;
  content::ForEach(CallsTo(a).people, [&](int person) {
    const auto p = static_cast<PersonId>(person);
    any = any || (TriedNow(a.v, a.id, p) && !SpokenToToday(a, p));
  });
  return any;
}

MaybeCommand Visit(Account& a) {
  if (!a.v.diagnoses || a.known.visits >= 2 || !MayContact(a)) return std::nullopt;
  if (a.DaysChased() < 7 + 12 * a.known.visits) return std::nullopt;
  a.Look();
  if (a.problem != kNone || a.any_solved) return std::nullopt;
  PersonId host = kNone;
  content::ForEach(a.people, [&](int person) {
    const auto p = static_cast<PersonId>(person);
    if (host == kNone || a.Owns(p, a.told)) host = p;
  });
  if (host == kNone) return std::nullopt;
  Because(a.v, {.why = Why::kVisit, .person = host});
  return IfLawful(a, StartVisit{a.id, host});
}

}  // namespace huikuan::bots
