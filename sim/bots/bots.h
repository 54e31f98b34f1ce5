// The five reference policies (models.md §10). Pure functions of what the trainee may know.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/fixed_vector.h"
#include "huikuan/command.h"
#include "rules/rules.h"

namespace huikuan::bots {

enum class Bot : std::uint8_t {
  kRandom,
  kNagDaily,
  kPoliteWaiter,
  kWeeklyFirm,
  kByTheBook,
  kCount
};
inline constexpr std::string_view kBotNames[] = {"random", "nag-daily", "polite-waiter",
                                                 "weekly-firm", "by-the-book"};

// No policy plays for ever: the calendar ends every case. This only bounds a faulty policy that
// would not let time pass.
inline constexpr int kMaxDecisions = 20000;

// What a closer look at one customer's file shows. A function of their part of Known, and of
// nothing else there (not the day either), so that it holds until that changes.
struct Findings {
  content::PeopleSet people = 0;  // in our file, the front desk apart
  content::PeopleSet parts = 0;   // … of all, those whose part in the payment is known
  Gate told = Gate::kDelivery;    // where the invoice under discussion is believed to stand
  bool dates_known = false;       // of payment runs
  bool any_solved = false;        // some known problem is dealt with
  bool short_of_cash = false;     // known not to have enough: parts, early and in writing
  bool destitute = false;         // … and next to nothing: whatever can be had
  std::uint8_t questions = 0;     // worth putting to anybody at all: bit per Target − 1
  PersonId payer = kNone;         // somebody known who can promise money
  FactId problem = kNone;         // the first of the problems below
  // That of the invoice under discussion; kNone while nothing is known to block it.
  FactId focus_problem = kNone;
  content::PeopleSet near = 0;  // whose part is the desk it is believed to lie on, or the next
  Date due = kNoDate;           // of the invoice under discussion
  // Known problems that are not solved as far as we know, one an invoice, that of the invoice under
  // discussion first.
  FixedVector<FactId, world::kMaxInvoices> problems;
};

// Whom of a customer's people a call is worth today, and how much, above zero. Holds for the day:
// whoever is spoken to is not rung again on it, and whoever does not answer may be.
struct CallList {
  content::PeopleSet people = 0;
  std::uint8_t worth[world::kMaxPeople] = {};
};

// What a policy need not work out again in one run. It saves time and never changes a choice;
// whoever keeps one plays every command chosen with it, and no other, and after each tells it which
// customers changed (rules::World::changed).
struct Memo {
  void Changed(std::uint16_t customers) {
    const auto same = static_cast<std::uint16_t>(~customers);
    looked &= same;
    counted &= same;
    decided &= same;
    unsold &= same;
    served &= same;
    listed &= same;
    finished &= same;
    idle &= same;  // mail may give something to do in the half-day after
  }

  std::uint16_t looked = 0;  // bit per customer: `findings` hold
  Findings findings[world::kMaxCustomers];
  std::uint16_t counted = 0;  // bit per customer: `open` is right
  std::uint16_t open = 0;     // bit per customer: lives on and has not paid everything
  // Within one day:
  std::uint16_t decided = 0;  // bit per customer: no order or bill of theirs to decide on
  std::uint16_t unsold = 0;   // bit per customer: nothing to do about a sale to them
  std::uint16_t served = 0;   // bit per customer: nothing comes before calls to them
  std::uint16_t listed = 0;    // bit per customer: `calls` hold
  std::uint16_t finished = 0;  // bit per customer: nothing comes after calls to them
  CallList calls[world::kMaxCustomers];
  // Within one half-day:
  Day day = kNever;
  std::uint8_t part = 0;
  CustomerId last = kNone;    // whom the last choice was about
  std::uint16_t rung = 0;     // bit per customer: a call or visit was begun
  std::uint16_t idle = 0;     // bit per customer: nothing to do for them any more
  std::uint16_t weighed = 0;  // bit per customer: `worth` holds
  std::int64_t worth[world::kMaxCustomers];
};

inline constexpr int kFirmGap = 5;  // a week

// Why a policy does what it does, for whoever watches it: noted where it decides, and never read by
// any choice. The names are in reasons.cpp, as are the interface strings' keys.
enum class Why : std::uint8_t {
  kUnsaid,
  kReadFile, kInspect, kPlan, kPlanAgain, kConfirm, kServeTask, kServePaper, kCheckOurselves,
  kLetter, kEscalate, kCallBroken, kCallDesk, kCallHead, kCallQuestions, kCallPayer, kCallSponsor,
  kVisit, kTryLater, kWait, kSell, kDecide, kLaw,
  kGreet, kGatekeeper, kNotThere, kWarm, kStateDebt, kCiteNotDue, kCiteJudge, kCiteRule,
  kAcknowledge, kProbe, kAsk, kAskElse, kGivePaper, kAskDesk, kAskHead, kSummarise, kWritten, kCheckpoint,
  kAskGate, kAskSupport, kTable, kTakeTable, kAskPayment, kAskPart, kSecurity, kLookRound,
  kLongEnough, kDone,
  kCount,
};
struct Reason {
  Why why = Why::kUnsaid;
  CustomerId customer = 0;
  PersonId person = kNone;
  FactId fact = kNone;
  ObjectionId objection = kNone;
  DocumentId document = kNone;
  TaskId task = kNone;
  Target target = Target::kNothing;
  Date date = kNoDate;
};
// Interface string "why.<key>"; a question's is that of what it is after.
std::string_view KeyOf(const Reason& reason);

// What a bot may look at.
struct BotView {
  const Scenario& content;
  const world::Known& known;
  Seed seed;              // for the random bot's own dice
  bool diagnoses = true;  // false: without diagnostic acts, tasks, inspections and looking round
  Memo* memo = nullptr;
  int every = kFirmGap;  // weekly-firm: business days between its calls to one person, 1 or more
  // by-the-book with a lighter hand: warm words first, letters late, none above the first demand.
  bool relationship_first = false;
  Reason* reason = nullptr;  // by-the-book: where it notes why; not for rollouts
};
// Notes why; the last note before a command is returned is that command's.
inline void Because(const BotView& v, const Reason& reason) {
  if (v.reason != nullptr) *v.reason = reason;
}

// The next command; always lawful. Precondition: the case has not ended.
Command Choose(Bot bot, const BotView& view);

Command ChooseRandom(const BotView& view);
Command ChooseNagDaily(const BotView& view);
Command ChoosePoliteWaiter(const BotView& view);
Command ChooseWeeklyFirm(const BotView& view);
Command ChooseByTheBook(const BotView& view);

}  // namespace huikuan::bots
