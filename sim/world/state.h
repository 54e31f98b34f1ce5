// State: trivially copyable, no padding, fixed capacities; a rollout clones it with one copy.
// Every member is hashed by its bytes, which static_asserts below make canonical (little-endian
// platforms; the parity test runs on all we ship).
#pragma once

#include <bit>
#include <cstdint>
#include <type_traits>

#include "huikuan/command.h"
#include "huikuan/values.h"
#include "world/bill.h"
#include "world/company_state.h"
#include "world/message_state.h"
#include "world/settlement_state.h"

namespace huikuan::world {

inline constexpr int kMaxCustomers = 12;
inline constexpr int kMaxPeople = 12;
inline constexpr int kMaxInvoices = 24;
inline constexpr int kMaxPromises = 6;
inline constexpr int kMaxDiary = 8;
inline constexpr int kMaxTasks = 32;  // running or lately done, all customers
inline constexpr int kMaxFacts = 48;  // a customer
inline constexpr int kMaxDocuments = 32;
inline constexpr int kMaxSpots = 16;
inline constexpr int kDealOrders = 2;
inline constexpr int kMaxDays = 126;  // business days; a half-day fits a byte
inline constexpr std::uint8_t kNoDay = 0xff;
static_assert(std::endian::native == std::endian::little);

// ---- Truth ------------------------------------------------------------------------------------

struct PersonTruth {  // attitudes in Q16, 0..1 unless said otherwise
  Q16 trust = 0;
  Q16 reactance = 0;      // resistance to pressure
  Q16 urgency = 0;        // half-life 15 business days
  Q16 pressure_cost = 0;  // perceived cost of not paying; half-life 45 days
  Q16 honesty = 0;
  Q16 mood = 0;  // -1..1
  Day last_contact = kNever;
  std::uint8_t contacts = 0;  // with us, saturating
  std::uint8_t marks = 0;  // PersonMark
};
enum PersonMark : std::uint8_t {
  kTrustCapped = 1,  // caught deception: trust never above 0.6 again
  kVouchedFor = 2,   // a colleague has put in a word for us
};

struct InvoiceTruth {
  Cents listed = 0;  // amount on the list of the next payment run
  Day gate_since = 0;
  std::uint8_t gate = 0;            // Gate
  std::uint8_t blocker = kNone;     // index into the scenario's blockers
  std::uint8_t cured = 0;           // the blocker is out of the way
  std::uint8_t due_recognised = 0;  // they accept that it is due
  std::uint8_t had_papers = 0;      // bit i: blocker's i-th need is met
  std::uint8_t cured_day = 0xff;    // business day, 0xff = not yet
};

struct DealTruth {
  std::uint16_t reservation = 0;  // utility, 1/65536, below which they buy elsewhere
  std::uint8_t patience = 0;      // rounds
  std::uint8_t spare = 0;
};

struct CustomerTruth {
  PersonTruth people[kMaxPeople];
  InvoiceTruth invoices[kMaxInvoices];
  Q16 commitment[kMaxPromises] = {};  // of each promise, hidden
  Q16 cash = 0;                       // weeks of normal payables
  Q16 cash_mean = 0;
  Q16 claims = 0;                 // rival claims, same unit
  Q16 floor = 0;                  // what the treasurer keeps back
  Q16 sponsor = 0;                // a senior's support for this payment, decaying
  Q16 relation = 0;               // the firm's view of us as a supplier
  std::uint8_t type = 0;          // index into the scenario's types
  std::uint8_t agreed_share = 0;  // percent agreed for the next payment runs, 0 = none
  std::uint16_t second_style = 0;  // bit per person who has the second type's style
  std::uint8_t second = 0;         // the second type of a mixed customer, else `type`
  std::uint8_t shifts = 0;         // acts as its second type under stress
  std::uint8_t instrument = 0;     // Instrument they like to pay by
  std::uint8_t cited = 0;          // evidence was put before whoever pretends a dispute
  DealTruth deal;
  SettlementTruth settlement;
  std::uint8_t plan_written = 0;  // the share is a plan in writing: it stands run after run
  std::uint8_t spare[3] = {};
};

struct Truth {
  Day task_due[kMaxTasks] = {};  // the day each task of Known will really be done
  CustomerTruth customers[kMaxCustomers];
};

// ---- Known ------------------------------------------------------------------------------------

struct PersonKnown {
  Day last_contact = kNever;
  std::uint8_t known = 0;       // in our file
  std::uint8_t part_known = 0;  // we know what they do in the payment
  std::uint8_t contacts = 0;
  std::uint8_t mood = 0;       // Mood as last seen
  std::uint8_t no_answer = 0;  // tries in a row without reaching them
  std::uint8_t asked = 0;      // bit per Target − 1: asked this person, and they had their say
  std::uint8_t asked_day = kNoDay;
  std::uint8_t chased = kNoDay;  // last pressed for money
  std::uint8_t tried = kNoDay;   // half-day (2 × day + part) of the last call not answered
  std::uint8_t today = 0;        // conversations on the day of the last contact
  std::uint32_t documents = 0;   // papers we gave them
};

struct InvoiceKnown {
  Cents paid = 0;  // received by us
  Day told_day = kNever;
  std::uint8_t told_gate = 0;    // Gate, as last told
  std::uint8_t told_by = kNone;  // PersonId; kNone = never told
  std::uint8_t disputed = 0;  // they wait for the ledger to be explained: 1 with all, 2 with a part
  std::uint8_t paid_day = kNoDay;  // of the last receipt
  std::uint8_t renewed = 0;  // business day + 1 on which limitation last began anew; 0 = not here
  std::uint8_t marks = 0;    // InvoiceMark
};
enum InvoiceMark : std::uint8_t {
  kPleadedOutOfTime = 1,
  kCredited = 2,  // a kept settlement's discount was what remained of it
};

struct PromiseKnown {
  Cents amount = 0;
  Cents paid_before = 0;  // received when it was made
  Date date = kNoDate;
  Day made = 0;
  Day closed = kNever;  // kept or broken on
  std::uint8_t person = kNone;
  std::uint8_t quality = 0;  // 0..6
  std::uint8_t state = 0;    // PromiseState
  std::uint8_t used = 0;     // the slot is in use
  std::uint8_t marks = 0;  // PromiseMark
  std::uint8_t spare[3] = {};
};
enum PromiseMark : std::uint8_t {
  kPromiseWritten = 1,
  kPromiseCheckpoint = 2,
  kPromiseMethod = 4,
  kPromiseFollowed = 8,
  kPromiseInstalment = 16,  // of part, the rest to follow
};

struct DiaryKnown {
  Date date = kNoDate;
  std::uint8_t person = kNone;
  std::uint8_t promise = kNone;
  std::uint8_t used = 0;
  std::uint8_t spare = 0;
};

struct PlanKnown {
  Cents amount = 0;
  Date date = kNoDate;
  Day day = kNever;  // when last set
  std::uint8_t gate = 0;
  std::uint8_t ability = 1;
  std::uint8_t willingness = 1;
  std::uint8_t probability = 50;
  std::uint8_t first_set_before_contact = 0;
  std::uint8_t set = 0;
  std::uint8_t spare[4] = {};
};

struct DealKnown {
  DealTerms standing;            // theirs, or agreed: what a signature signs
  DealTerms terms[kDealOrders];  // signed, by order
  std::uint8_t phase = 0;  // DealPhase, of the current order
  std::uint8_t order = 0;  // 0-based
  std::uint8_t round = 0;  // proposals made
  std::uint8_t marks = 0;  // DealMark
  std::uint8_t signed_by = kNone;  // for them
  std::uint8_t opened = 0;  // business day the order was asked for
  std::uint8_t signed_day[kDealOrders] = {kNoDay, kNoDay};
  std::uint8_t delivered_day[kDealOrders] = {kNoDay, kNoDay};
  std::uint8_t accepted_day[kDealOrders] = {kNoDay, kNoDay};
  std::uint8_t homework[kDealOrders] = {0, 0};  // DealHomework done, by order
};
enum ClaimMark : std::uint8_t { kClaimFiled = 1, kClaimLost = 2 };
static_assert(sizeof(DealKnown) == 32);
enum DealHomework : std::uint8_t { kCreditChecked = 1, kDeliveryPrepared = 2 };
enum DealMark : std::uint8_t {
  kLastOffer = 1,        // they said so
  kRetentionDue = 4,     // of the first order; the next bit: of the second
  kRetentionDue2 = 8,
  kSecondInFocus = 16,   // the first order is paid: findings are about the second from now on
};

struct CustomerKnown {
  PersonKnown people[kMaxPeople];
  InvoiceKnown invoices[kMaxInvoices];
  PromiseKnown promises[kMaxPromises];
  DiaryKnown diary[kMaxDiary];
  PlanKnown plan;
  std::uint8_t fact_source[kMaxFacts] = {};                // Source
  std::uint8_t fact_day[kMaxFacts] = {};                   // business day learnt (kMaxDays < 255)
  std::uint64_t fields_inspected[kMaxDocuments / 4] = {};  // 16 bits a document
  std::uint32_t documents_in_file = 0;
  std::uint32_t documents_opened = 0;
  std::uint16_t spots_seen = 0;
  std::uint16_t visits = 0;
  Day letter_day[kBasicLetterLevels] = {kNever, kNever, kNever, kNever};  // read by LetterDay
  std::uint16_t chases = 0;          // asks for money
  std::uint16_t invalid_chases = 0;  // … of somebody who could not act, as far as was known
  std::uint16_t letters = 0;
  std::uint16_t letter_to[kBasicLetterLevels] = {};  // recipients of the last one of each level
  std::uint8_t letter_quality[kBasicLetterLevels] = {};
  std::uint8_t agreed = 0;  // bit per Gate: somebody said yes to moving it, as we heard
  InvoiceId focus = 0;      // the invoice calls and letters are about: the oldest open one
  std::uint64_t tasks_done = 0;  // bit per task
  CustomerOrders orders;
  BillKnown bills[kMaxBills];
  Day insolvent = kNever;       // the day they filed
  std::uint8_t held_bills = 0;  // how many are kept until maturity: saves looking through them
  std::uint8_t security = 0;    // SecurityState, of what was given outside a deal's contract
  std::uint8_t security_day = 0;  // business day on which it was agreed
  std::uint8_t claim = 0;         // ClaimMark, once they are insolvent
  std::uint8_t spare[2] = {};
  DealKnown deal;
  SettlementKnown settlement;
};

struct TaskKnown {
  Day due = kNever;  // as promised; the day it was done, once it is
  std::uint8_t task = kNone;
  std::uint8_t customer = 0;
  std::uint8_t state = 0;  // TaskState
  std::uint8_t spare = 0;
};

// The conversation going on, if any.
struct ConversationKnown {
  std::uint8_t active = 0;
  std::uint8_t channel = 0;  // Channel
  std::uint8_t customer = 0;
  std::uint8_t person = kNone;
  std::uint8_t wanted = kNone;  // whom we asked a gatekeeper for
  std::uint8_t turn = 0;
  std::uint8_t mood = 0;
  std::uint8_t objection = kNone;
  std::uint8_t chain = 0;  // objection chain: bits acknowledge, probe, verify, resolve, commit
  std::uint8_t last_reply = kNone;
  std::uint8_t last_act = kNone;
  std::uint8_t refusals = 0;
  std::uint8_t flags = 0;        // ConversationFlag
  std::uint8_t promise = kNone;  // promise made in this conversation
  std::uint8_t pressed = 0;      // times pressed for money in this conversation
  std::uint8_t visit_left = 0;   // minutes left on the visit
  std::uint8_t on_visit = 0;
  std::uint8_t closing = 0;  // ends after this exchange
  std::uint8_t spare[3] = {};
  std::uint8_t joined = 0;   // PersonId + 1 of a second person on the line; 0 = nobody
  std::uint8_t address = 0;  // Address we have used to them; 0 = none yet
  std::uint8_t face = 0;     // FaceMark
  std::uint64_t acts_used = 0;  // bit per act
};
enum FaceMark : std::uint8_t {
  kFaceLost = 1,      // whom we speak to lost face in this conversation
  kOwnerNamed = 2,    // before both it was said whose matter it is
  kOtherFaceLost = 4,  // the same of the second one on the line
};
enum ConversationFlag : std::uint8_t {
  kGreeted = 1,
  kDebtStated = 2,
  kCauseAsked = 4,
  kAgreedToAct = 8,
  kSummarised = 16,
  kRapport = 32,
  kClauseCited = 64,
  kDateAgreed = 128,
};

struct SellerKnown {
  Cents spent = 0;  // travel, fees and working time
  Cents conceded = 0;
  Cents received_value = 0;  // receipts, each discounted to the first day
  Day day = 0;
  std::int16_t minutes_left = 0;
  std::uint16_t decisions = 0;
  std::uint16_t commands_today = 0;
  std::uint8_t part = 0;  // DayPart
  std::uint8_t ended = 0;
  std::uint8_t breaches = 0;
  std::uint8_t contacted = 0;  // first contact with any customer made
  std::uint8_t customers = 0;  // in this run
  std::uint8_t notes_today = 0;  // bits 0–2; messages sent today in 4–7
  std::uint16_t active = 0;  // bit per customer that lives on; a slice keeps one
  CompanyKnown company;
};

// The same for the levels above the basic ones. Apart, because cases that do not name them were
// played and saved without: their hash leaves it out.
inline constexpr int kFurtherLevels = kLetterLevels - kBasicLetterLevels;
struct FurtherLetters {
  Day day[kFurtherLevels] = {kNever, kNever};
  std::uint16_t to[kFurtherLevels] = {};
  std::uint8_t quality[kFurtherLevels] = {};
  // What they wrote by themselves and wait for: place among the case's incoming + 1, and the
  // business day + 1; 0 = nothing.
  std::uint8_t wanted = 0;
  std::uint8_t wanted_day = 0;
};

struct Known {
  SellerKnown seller;
  ConversationKnown conversation;
  TaskKnown tasks[kMaxTasks];
  CustomerKnown customers[kMaxCustomers];
  FurtherLetters further[kMaxCustomers];
  MessagesKnown messages[kMaxCustomers];  // hashed where the case has messages
};

// The last letter of a level: the business day it went (kNever = none), to whom, how good it was.
struct LetterKnown {
  Day day = kNever;
  std::uint16_t to = 0;      // bit per person
  std::uint8_t quality = 0;  // 0..100
};
inline LetterKnown LastLetter(const Known& known, CustomerId c, int level) {
  if (level < kBasicLetterLevels) {
    const CustomerKnown& mine = known.customers[c];
    return {mine.letter_day[level], mine.letter_to[level], mine.letter_quality[level]};
  }
  const FurtherLetters& more = known.further[c];
  level -= kBasicLetterLevels;
  return {more.day[level], more.to[level], more.quality[level]};
}
inline Day LetterDay(const Known& known, CustomerId c, LetterLevel level) {
  return LastLetter(known, c, static_cast<int>(level)).day;
}
inline void NoteLetter(Known& known, CustomerId c, int level, const LetterKnown& letter) {
  if (level < kBasicLetterLevels) {
    CustomerKnown& mine = known.customers[c];
    mine.letter_day[level] = letter.day;
    mine.letter_to[level] = letter.to;
    mine.letter_quality[level] = letter.quality;
    return;
  }
  FurtherLetters& more = known.further[c];
  level -= kBasicLetterLevels;
  more.day[level] = letter.day;
  more.to[level] = letter.to;
  more.quality[level] = letter.quality;
}

struct State {
  Known known;
  Truth truth;
};

static_assert(std::is_trivially_copyable_v<State>);
static_assert(std::has_unique_object_representations_v<PersonTruth>);
static_assert(std::has_unique_object_representations_v<InvoiceTruth>);
static_assert(std::has_unique_object_representations_v<CustomerTruth>);
static_assert(std::has_unique_object_representations_v<PersonKnown>);
static_assert(std::has_unique_object_representations_v<InvoiceKnown>);
static_assert(std::has_unique_object_representations_v<PromiseKnown>);
static_assert(std::has_unique_object_representations_v<PlanKnown>);
static_assert(std::has_unique_object_representations_v<DealKnown>);
static_assert(std::has_unique_object_representations_v<DealTruth>);
static_assert(std::has_unique_object_representations_v<BillKnown>);
static_assert(std::has_unique_object_representations_v<CustomerKnown>);
static_assert(std::has_unique_object_representations_v<FurtherLetters>);
static_assert(std::has_unique_object_representations_v<ConversationKnown>);
static_assert(std::has_unique_object_representations_v<SellerKnown>);
static_assert(std::has_unique_object_representations_v<State>);

}  // namespace huikuan::world
