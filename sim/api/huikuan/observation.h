// What the trainee may know, ready for display. Built from Known and the history only; there is no
// field for anything hidden, so that a leak cannot compile.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huikuan/bill.h"
#include "huikuan/command.h"
#include "huikuan/company.h"
#include "huikuan/deal.h"
#include "huikuan/event.h"
#include "huikuan/feedback.h"
#include "huikuan/legal.h"
#include "huikuan/message.h"
#include "huikuan/scenario.h"

namespace huikuan {

struct ClockView {
  Date date = kNoDate;
  Day day = 0;
  Day days = 0;  // length of the run in business days
  DayPart part = DayPart::kMorning;
  int minutes_left = 0;  // today, for this work
  int minutes_a_day = 0;
  int decisions = 0;  // strategic decisions so far (calls, letters, visits, tasks, plans)
  bool ended = false;
};

enum class DayMark : std::uint8_t {
  kToday = 1,
  kRun = 2,
  kCutOff = 4,
  kPromise = 8,
  kDiary = 16,
  kTask = 32,
  kPaid = 64
};
struct CalendarDayView {
  Date date = kNoDate;
  Day day = kNever;        // business day number; kNever on days off
  std::uint8_t marks = 0;  // DayMark bits of all customers; runs and cut-offs only once known
  std::vector<std::uint8_t> by_customer;  // the same of each
  TextRef holiday = 0;     // name of a public holiday, if it is one
};

struct InvoiceView {
  InvoiceId id = 0;
  TextRef number = 0, title = 0;
  Cents amount = 0, paid = 0;
  Date due = kNoDate;
  int days_overdue = 0;     // calendar days; negative = not yet due
  bool delivered = true;    // false: for an order that has not gone out; nothing is owed
  bool collectable = true;  // false: shown for completeness (already paid, or retention later)
  Cents in_bills = 0;       // covered by bills we hold, not yet money
  bool disputed = false;    // they wait for the ledger to be explained
  Date agreed_due = kNoDate;  // of the contract, where the law brings `due` forward; else kNoDate
  // Last day for a suit, from what we know; kNoDate = no law or no limit.
  Date in_time_until = kNoDate;
  bool pleaded = false;  // they refuse it as out of time
  Cents interest = 0;    // lawful late interest on what is open, to date
};

enum class Knowledge : std::uint8_t { kUnknown, kStale, kTold, kConfirmed };
struct GateView {
  Gate gate = Gate::kDelivery;
  Knowledge knowledge = Knowledge::kUnknown;  // of whether it is passed
  bool passed = false;                        // as far as known
  bool here = false;                          // the claim is said to stand here
  Day as_of = kNever;
  PersonId told_by = kNone;
  PersonId owner = kNone;        // once known
  std::uint8_t problem = kNone;  // FactId of a known, unsolved problem at this gate
};

struct PersonView {
  PersonId id = 0;
  TextRef name = 0, title = 0, part = 0;  // part: what they do in the payment, once known
  Role role = Role::kReception;
  bool known = false;  // name and number in our file
  bool part_known = false;
  bool met = false;  // we have spoken
  bool gatekeeper = false;
  bool behind_gatekeeper = false;
  Mood mood = Mood::kCalm;  // as last seen
  Day last_contact = kNever;
  int contacts = 0;
  std::uint8_t portrait = 0;
  std::vector<Gate> gates;           // owned, once the part is known
  std::vector<PersonId> listens_to;  // influence, once the part is known
};

struct FieldView {
  TextRef label = 0, value = 0;
  bool inspected = false;
  std::uint8_t fact = kNone;  // what the inspection found
};
struct SealView {
  TextRef who = 0;  // party
  bool present = false;
};
struct DocumentView {
  DocumentId id = 0;
  TextRef title = 0, body = 0;
  std::uint8_t form = 0;  // content: contract, note, invoice, statement, report, letter
  bool in_file = false;   // we hold it
  bool opened = false;
  Cents amount = 0;
  Date date = kNoDate;
  std::vector<FieldView> fields;  // empty until opened
  std::vector<SealView> seals;
  std::vector<PersonId> sent_to;
  int minutes = 0;  // to open
};

struct FactView {
  FactId id = 0;
  TextRef text = 0;
  Source source = Source::kUnknown;
  Day day = kNever;
  Gate gate = Gate::kDelivery;
  bool problem = false;  // something that blocks the money
  bool solved = false;   // as far as known
};

enum class PromiseState : std::uint8_t { kOpen, kKept, kPartKept, kBroken };
struct PromiseView {
  PromiseId id = 0;
  PersonId person = 0;
  Cents amount = 0;     // 0 = none named
  Date date = kNoDate;  // kNoDate = none named
  Day made = 0;
  int quality = 0;  // 0..6: amount, date, method, authoriser, written, checkpoint
  PromiseState state = PromiseState::kOpen;
  bool written = false;
};

enum class TaskState : std::uint8_t { kAvailable, kRunning, kDone, kRefused };
struct TaskView {
  TaskId id = 0;
  TextRef title = 0, note = 0;
  Department department = Department::kFinance;
  TaskState state = TaskState::kAvailable;
  Date due = kNoDate;  // while running
  TextRef refusal = 0;  // why the department said no today; 0 = it did not
  int minutes = 0;
  Cents cost = 0;
  int lead_days_min = 0, lead_days_max = 0;
};

struct DiaryView {
  Date date = kNoDate;
  PersonId person = kNone;
  std::uint8_t promise = kNone;
};

enum SlotBit : std::uint8_t { kSlotAmount = 1, kSlotDate = 2, kSlotDocument = 4, kSlotPerson = 8 };

// One sentence on offer. `command` is complete: slots are filled with sensible values, which the
// trainee may change before saying it.
struct OfferView {
  Say command;
  TextRef text = 0;
  std::uint8_t variant = 0;
  std::uint8_t slots = 0;  // SlotBit: which may be changed
  int minutes = 0;
};

struct ConversationView {
  CustomerId customer = 0;
  Channel channel = Channel::kCall;
  PersonId person = kNone;
  PersonId wanted = kNone;  // while a gatekeeper is on the line: whom we asked for
  PersonId joined = kNone;  // the second one on the line
  Address address = Address::kTitle;  // how an offered sentence addresses them
  TextRef familiar = 0;  // what friends at work call them; 0 = the same as anybody
  int turn = 0;
  Mood mood = Mood::kCalm;
  std::uint8_t objection = kNone;  // an open objection
  std::vector<OfferView> offers;   // at most eight, in varying order
  std::vector<OfferView> others;   // every other lawful act, for search
  std::vector<Cents> amounts;      // sensible amounts for the amount slot
  std::vector<Date> dates;         // sensible dates for the date slot
};

struct SpotView {
  SpotId id = 0;
  TextRef title = 0;
  bool seen = false;
  int minutes = 0;
};
struct VisitView {
  bool active = false;
  CustomerId customer = 0;
  int minutes_left = 0;
  std::vector<SpotView> spots;
  std::vector<PersonId> reachable;  // people one may go on to
};

struct ClauseView {
  ClauseId id = 0;
  TextRef title = 0, text = 0;
  std::uint8_t levels = 0;           // bit i: belongs to LetterLevel i
  bool required = false;             // at some level
  std::uint8_t required_levels = 0;  // bit i: required at LetterLevel i
  bool available = true;             // false: cites a paper or fact not known yet
  bool claims_interest = false;      // its sum is LetterDraft's
  std::uint8_t order = 0;
};
struct LetterView {
  LetterLevel level = LetterLevel::kStatement;
  TextRef title = 0;
  int minutes = 0;
  Cents cost = 0;                // fees, beside postage
  int fits_from = 0, fits_to = 0;  // calendar days overdue for which it is right
  Day last_sent = kNever;
  TaskId needs_task = kNone;  // who writes it is instructed by this task
  bool ready = true;          // … and has been
};

struct CustomerView {
  CustomerId id = 0;
  TextRef name = 0, note = 0;
  bool plan_set = false;
  SetPlan plan;
  std::vector<InvoiceView> invoices;
  std::vector<GateView> gates;
  std::vector<PersonView> people;
  std::vector<DocumentView> documents;
  std::vector<FactView> facts;
  std::vector<PromiseView> promises;
  std::vector<DiaryView> diary;
  std::vector<BillView> bills;     // offered, held or discounted, and how earlier ones ended
  Date insolvent_since = kNoDate;  // kNoDate: they are in business
  std::vector<ClauseView> clauses;
  std::vector<LetterView> letters;
  std::vector<TaskView> tasks;  // what our own departments can do for this customer
  std::vector<TypedArg> terms;  // of the contract: {clause_no}, {due_date} … for letters and acts
  std::optional<DealView> deal;  // a case that begins before the contract
  std::optional<SettlementView> settlement;  // the debt can be bargained over
  LegalView legal;
  std::optional<MessagesView> messages;  // a case with messages
  InvoiceId focus = 0;    // the invoice calls and letters are about: the oldest open one
  Cents outstanding = 0;  // what one may ask for today: due, and the focus in any case
  Cents open_total = 0;   // of all collectable invoices, due or not
  Cents received = 0;
};

struct MinutesView {  // what things cost, shown beforehand
  int call = 0, visit = 0, letter = 0, send_document = 0, inspect = 0, plan = 0, diary = 0,
      confirm = 0, note = 0, bill = 0, enclose = 0, hand_over = 0;
};

// Words somebody typed, found again by the hash in the event.
struct TypedWords {
  std::uint32_t hash = 0;
  std::string words;
};

struct Observation {
  TextRef title = 0, briefing = 0, seller = 0, goal = 0;
  ClockView clock;
  std::vector<CalendarDayView> calendar;  // whole run, days off included
  std::vector<CustomerView> customers;
  std::optional<ConversationView> conversation;
  VisitView visit;
  MinutesView minutes;
  Cents spent = 0;  // our costs so far
  CompanyView company;
  int breaches = 0;
  std::vector<Event> history;  // the whole log
  bool drill = false;
  std::vector<Feedback> feedback;  // of a drill, in order of the decisions
  std::vector<TypedWords> typed;  // what was typed in conversations, by hash
};

// What was typed for an utterance; empty for a sentence that was offered, or when it is lost.
inline std::string_view WordsTyped(const std::vector<TypedWords>& all, const Event& event) {
  if (event.kind != EventKind::kSaid || event.words == 0) return {};
  for (const TypedWords& typed : all) {
    if (typed.hash == event.words) return typed.words;
  }
  return {};
}

}  // namespace huikuan
