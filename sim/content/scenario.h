// Scenario: everything authored, compiled to flat tables. Immutable and shared. All numbers that
// rules read are integers; probabilities and attitudes Q16, money cents, days business days.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "content/company.h"
#include "content/deal.h"
#include "content/index.h"
#include "content/law.h"
#include "content/messages.h"
#include "content/money.h"
#include "content/settlement.h"
#include "huikuan/command.h"
#include "huikuan/observation.h"
#include "huikuan/scenario.h"
#include "huikuan/values.h"
#include "world/state.h"

namespace huikuan::content {

inline constexpr int kMaxActs = 64;
inline constexpr int kMaxFields = 16;   // a document
inline constexpr int kMaxEntries = 64;  // blockers, objections … a case uses
// The reserved name among weights of blockers: nothing stands in the way.
inline constexpr std::string_view kNoBlockerName = "none";

// A text in every language: by_language[i] holds the wordings of Scenario::languages[i].
struct Text {
  std::vector<std::vector<std::string>> by_language;
};

// ---- effects language (closed and typed; one row each in vocabulary.cpp) ------------------------

enum class ConditionKind : std::uint8_t {
  // about Known: allowed in `requires` and in `when`
  kChannel,
  kGreeted,
  kDebtStated,
  kTurnAtLeast,
  kTurnAtMost,
  kObjectionOpen,
  kPromiseOpen,
  kPromiseBroken,
  kClauseOpened,
  kPromisedHere,
  kProblemKnown,
  kListenerRole,
  kListenerKnowsUs,
  kDocumentGiven,
  kWrittenDemand,
  kLetterLevelSent,
  // about Truth: allowed in `when` only
  kTrustAtLeast,
  kReactanceAtLeast,
  kListenerOwnsGate,
  // about Known again: numbers are part of rules_hash, so new ones come last
  kCutOffNear,
  kPaidLately,
  kHolidayNear,
  kOverdue,
  kPromiseUnwritten,
  kHeardNothing,
  kCount,
};
struct Condition {
  ConditionKind kind = ConditionKind::kGreeted;
  bool negated = false;
  std::int32_t value = 0;
};

enum class Variable : std::uint8_t {
  kTrust,
  kReactance,
  kUrgency,
  kPressureCost,
  kMood,
  kRelation,
  kSponsor,
  kCount,
};
enum class Audience : std::uint8_t { kListener, kSuperior, kOwner, kEverybody, kCount };

enum class EffectKind : std::uint8_t {
  kAdjust,       // variable of audience by amount
  kDiagnose,     // ask after `target`: the reveal rule
  kRequest,      // ask for `request`: the compliance rule
  kCite,         // put an opened paper before them (slot document, or the due-date clause)
  kGive,         // hand over a paper (slot document)
  kFlag,         // conversation flag
  kChain,        // a step of the objection chain
  kConcede,      // give away `amount` (share of the claim, Q16), for nothing
  kBreach,       // conduct breach `value`
  kAcceptVague,  // take "soon" for an answer
  kEnd,          // ends the conversation
  kCiteLaw,      // put the rule against the open objection before them
  kCount,
};

enum class Request : std::uint8_t {
  kNothing,
  kActOnGate,    // do your part: file the request, sign, book, put it on the list
  kPayment,      // full payment by a date: a dated promise
  kPartPayment,  // part now, the rest dated
  kPassOn,       // put me through / tell me whom to speak to
  kSupport,      // use your rank for this payment
  kCheckpoint,   // a next check is agreed
  kWritten,      // confirm it in writing
  kSecurity,     // give security for what is owed
  kJoin,         // get a colleague onto this call
  kCount,
};

struct Effect {
  EffectKind kind = EffectKind::kAdjust;
  Variable variable = Variable::kTrust;
  Audience audience = Audience::kListener;
  Target target = Target::kNothing;
  Request request = Request::kNothing;
  std::uint8_t value = 0;        // ConversationFlag bit, chain step 0…4, ConductBreach
  std::int32_t amount = 0;       // Q16
  std::uint16_t when_begin = 0;  // conditions [begin, end) in Scenario::conditions
  std::uint16_t when_end = 0;
};

enum class Purpose : std::uint8_t {
  kOpen,
  kRelate,
  kDiagnose,
  kInform,
  kAsk,
  kNegotiate,
  kPress,
  kClarify,
  kClose,
  kGatekeeper,
  kError,
  kCount,
};

// What an act is like; types, objections and bots speak of features, never of act ids. Q16 0..1.
struct Features {
  Q16 pressure = 0, face_threat = 0, empathy = 0, evidence = 0, specificity = 0, warmth = 0,
      deception = 0, deference = 0;
};
inline constexpr int kFeatures = 8;
static_assert(sizeof(Features) == kFeatures * sizeof(Q16));

struct Act {
  std::string id;
  TextRef say = 0, label = 0;
  TextRef say_other = 0;  // about an invoice that is not the main claim; 0 = the same words
  Purpose purpose = Purpose::kAsk;
  Features features;
  std::uint8_t channels = 3;  // bit per Channel
  std::uint8_t slots = 0;     // SlotBit
  std::uint8_t minutes = 2;
  std::uint16_t requires_begin = 0, requires_end = 0;
  std::uint16_t effects_begin = 0, effects_end = 0;
  Target target = Target::kNothing;     // derived from its effects
  Request request = Request::kNothing;  // derived from its effects
  std::uint8_t chain = 0;               // derived: chain-step bits
};

// What one may write a message for: an act at a distance.
struct MessagePurpose {
  std::string id;
  Act act;         // say: its wordings; label: its title
  TextRef answer = 0;  // what they write back when nothing was asked
  MessageManner manner;
};

// What customers do when they speak (domain.md §4).
enum class ReplyKind : std::uint8_t {
  kGreet,
  kAcknowledge,
  kDisclose,
  kDefer,
  kDeflect,
  kPlead,
  kDispute,
  kDeny,
  kPromiseVague,
  kPromiseDated,
  kAgree,
  kRequestDocument,
  kRefuse,
  kHangUp,
  kDontKnow,
  kThank,
  kTellGate,
  kNamePapers,    // which paper is missing
  kPapersInOrder,
  kRestate,       // says what exactly the objection is about
  kNameOwner,     // before both: whose matter it is
  kCount,
};
struct Reply {
  std::string id;
  ReplyKind kind = ReplyKind::kAcknowledge;
  TextRef say = 0;          // wordings
  TextRef say_annoyed = 0;  // wordings when annoyed (0 = same)
};

enum SaidBy : std::uint8_t {
  kSaidByDesk = 1,  // whoever owns one of its gates
  kSaidByTop = 2,   // whoever has the last word (authority of 0.8 and more), about any gate
};
struct Objection {
  std::string id;
  ReplyKind reply = ReplyKind::kDefer;
  TextRef say = 0, label = 0;
  std::uint16_t gates = 0;           // raised by people asked about these gates; bit per Gate
  std::vector<std::uint8_t> causes;  // blocker indices for which it is real
  bool not_due = false;              // real while they do not accept that the claim is due
  Q16 weight = kOne;                 // how often as an excuse, against the others
  std::uint8_t settled_by = 0;       // chain steps (bits) that settle it
  Q16 evidence = 0;                  // how much cited evidence counts against it
  Rule rule = Rule::kNone;           // takes it away where it binds the payer
  TextRef detail = 0;        // what they say when asked what exactly is meant
  std::uint16_t blames = 0;  // bit per Role: neither said by one of them nor before one
  std::uint8_t said_by = kSaidByDesk | kSaidByTop;  // SaidBy
  // Acts of the case: the best answer, in order, and answers that lose by it, each by itself. What
  // is taught and tested; no rule reads it, so it is no part of rules_hash.
  std::vector<std::uint8_t> best, bad;
};

// A type of customer: how it reacts to features, how it answers (domain.md §2).
struct Type {
  std::string id;
  TextRef name = 0, note = 0;
  Features reactance_to;  // Δreactance per unit of feature
  Features trust_to;      // Δtrust per unit of feature
  Features urgency_to;    // Δurgency per unit of feature
  Q16 priority = 0;       // β0 of models.md §2
  Q16 openness = 0;       // logit added to reveals
  Q16 compliance = 0;     // logit added to requests
  Q16 deflects = 0;       // share of evasions that are a referral
  Q16 vague = 0;          // share of promises without a date
  Q16 keeps = 0;          // logit added to commitment
  Q16 pleads = 0;
  // Business days between contacts below which they wear thin, 1…20; up to twice that a little.
  std::uint8_t patience = 3;
  Bargaining bargaining;
};

struct Person {
  std::string id;
  TextRef name = 0, title = 0, part = 0;
  TextRef familiar = 0;  // what friends at work call them; 0 = the same as anybody
  Role role = Role::kReception;
  std::uint8_t portrait = 0;
  bool known_at_start = false;
  bool gatekeeper = false;  // answers the main number
  bool behind_gatekeeper = false;
  std::uint16_t duties = 0;      // gates owned; bit per Gate
  std::uint16_t listens_to = 0;  // bit per person
  PersonId superior = kNone;
  PersonId refers_to = kNone;  // whom they name when asked who
  Q16 authority = 0;           // 0..1
  Q16 honesty = 0;
  Q16 trust = 0, trust_spread = 0;  // at the start; ± spread drawn
  Q16 reach = 0;                    // chance to be reached in a call
  Q16 agrees = 0;                   // logit added to requests
  bool wechat = false;              // we have their contact from the start
};

struct Fact {
  std::string id;
  TextRef text = 0;  // as noted in our file
  TextRef tell = 0;  // wordings when somebody tells it
  Target target = Target::kNothing;
  Gate gate = Gate::kDelivery;
  std::uint8_t blocker = kNone;  // true exactly when this blocker was drawn; kNone = always true
  bool problem = false;          // it blocks the money
  std::uint16_t known_by = 0;    // bit per person
  Q16 logit = 0;                 // ease of telling
  bool reveals_gate = false;     // telling it says where the claim stands
  PersonId introduces = kNone;   // telling it makes this person's part known
  InvoiceId invoice = 0;         // the one it is about
  bool due_clause = false;       // the clause by which the claim is due
  bool not_due = false;          // true only while they do not accept that it is due
  bool reveals_dates = false;    // payment runs and cut-offs
};

enum class NeedKind : std::uint8_t { kDocument, kTask, kAgreement, kDueRecognised };
struct Need {
  NeedKind kind = NeedKind::kDocument;
  // Task; or a paper: in the catalogue its place in Scenario::papers, in Customer::links the
  // customer's own document.
  std::uint8_t ref = kNone;
};
// What can really block the money (catalogue/blockers).
struct Blocker {
  std::string id;
  TextRef name = 0, story = 0, remedy = 0;
  Gate gate = Gate::kAcceptance;
  std::vector<Need> needs;  // all must be met; at most 8
  Q16 cash_factor = kOne;   // of the mean cash
  bool pretended = false;   // cited evidence wears it down
  bool upstream = false;    // waits for the money of their own customer
};

struct Field {
  std::string id;
  TextRef label = 0, value = 0;
  TextRef wrong = 0;  // value shown when `blocker` was drawn
  std::uint8_t blocker = kNone;
  std::uint8_t fact = kNone;  // learnt by inspecting it (when the fact is true)
};
struct Seal {
  TextRef who = 0;
  bool present = false;
  std::uint8_t missing_if = kNone;  // blocker for which it is missing
};
struct Document {
  std::string id;
  TextRef title = 0, body = 0;
  std::uint8_t form = 0;
  bool in_file = true;  // at the start
  std::uint8_t minutes = 3;
  Cents amount = 0;
  Date date = kNoDate;
  InvoiceId invoice = 0;      // the one it is about
  std::uint8_t fact = kNone;  // learnt by opening it (when true)
  std::vector<Field> fields;
  std::vector<Seal> seals;
};

struct Task {
  std::string id;
  TextRef title = 0, note = 0, done = 0;
  Department department = Department::kFinance;
  std::uint8_t days_min = 1, days_max = 2;
  std::uint8_t minutes = 10;
  Cents cost = 0;
  std::uint8_t produces = kNone;      // place in Scenario::papers
  std::vector<std::uint8_t> reveals;  // blockers it brings to light
  Q16 sponsor = 0;                    // support from their top it wins (a manager's call)
  bool diagnostic = false;
  bool repeatable = false;
  std::uint8_t needs_blocker = kNone;  // a problem by this blocker must be known first
  bool idle = false;                   // … which this case does not use: never on offer
  TaskRefusal refusal;                 // the case's own takes its place
  std::uint8_t queue_days = 0;         // added for each other task the department has running
  bool secures = false;                // does the formality of security they agreed to
  bool files_claim = false;            // files our claim in their insolvency
};

// What a clause puts into a letter that shows in its words only; the rest shows in its blanks.
enum class LetterElement : std::uint8_t {
  kNone,
  kDemand,
  kSealRequest,
  kEnclosures,
  kConsequence,
  kMandate,
};

struct Clause {
  std::string id;
  TextRef title = 0, text = 0;
  std::uint8_t levels = 0;    // bit per LetterLevel
  std::uint8_t required = 0;  // bit per LetterLevel
  std::uint8_t order = 0;
  Features features;
  bool states_amount = false, states_date = false, cites_due = false, threatens = false;
  bool claims_interest = false;      // names a sum of late interest
  bool needs_broken_promise = false;  // speaks of promises that were not kept
  std::uint8_t breach = kNone;        // ConductBreach it commits, besides threatening
  LetterElement element = LetterElement::kNone;  // for the letter check; rules never read it
  std::uint8_t needs_paper = kNone;  // place in Scenario::papers; must have been opened
};

struct LetterForm {
  TextRef title = 0;
  std::uint8_t minutes = 30;
  std::int16_t fits_from = 0, fits_to = 9999;  // calendar days overdue for which it fits
  Q16 urgency = 0, pressure_cost = 0;          // at full quality and fit
  Q16 misfit = 0;                              // reactance when it does not fit
  Cents cost = 0;                              // fees, beside our own time
  std::uint8_t needs_task = kNone;             // somebody has to be instructed first
};

struct Spot {
  std::string id;
  TextRef title = 0;
  TextRef plain = 0;  // what is seen when nothing special is so
  std::uint8_t minutes = 15;
  std::vector<std::uint8_t> facts;  // seen if true
};

struct Invoice {
  std::string id;
  TextRef number = 0, title = 0;
  Cents amount = 0;
  Date due = kNoDate;         // lawful: the contract's, or earlier where the law cuts its term
  Date agreed_due = kNoDate;  // the contract's, where the law's is another; else kNoDate
  Date served = kNoDate;   // receipt or acceptance, from which days to pay run; kNoDate = not said
  Date renewed = kNoDate;  // limitation last began anew before the opening
  bool collectable = true;
  Cents paid = 0;
  Gate gate = Gate::kApproval;     // where it stands at the opening when nothing blocks it
  Gate told_gate = Gate::kDelivery;  // where we believe it stands
  Day starts = 0;                  // business day from which its process runs
  bool retention = false;          // warranty money: nobody pays it unasked
  std::uint8_t order = kNone;      // exists once this order has been released
  // Billed under a contract of the deal desk: amount and due date follow its terms
  // (rules/payment/ledger.h); `amount` and `due` are those of our opening offer.
  DealPart part = DealPart::kNone;
  std::uint8_t deal_order = 0;
  // By blocker index; the last one is "nothing blocks it".
  std::vector<std::uint32_t> blocker_weights;
};

struct GateDef {
  PersonId owner = 0;
  Q16 hazard = 0;        // chance a day to pass when nothing is in the way
  bool willing = false;  // faster with urgency, slower with reactance
};

// A business day as one customer's treasury sees it.
struct RunDay {
  Day run = kNever;  // business day number of the run; on a cut-off, of the run it closes
  bool is_run = false, is_cut_off = false;
};

// What the catalogue's papers and findings are at one customer; made when the case is loaded.
struct CustomerLinks {
  std::vector<std::vector<Need>> needs;             // by blocker; papers are the customer's own
  std::vector<DocumentId> produces;                 // by task; kNone = nothing
  std::vector<std::vector<std::uint8_t>> reveals;   // by task: facts found when done (if true)
  std::vector<DocumentId> clause_papers;            // by clause; must have been opened
};

struct Customer {
  std::string id;
  TextRef name = 0, note = 0;
  std::vector<Person> people;
  std::vector<Fact> facts;
  std::vector<Document> documents;
  std::vector<Spot> spots;
  std::vector<Invoice> invoices;
  std::array<GateDef, kGates> gates;
  InvoiceId claim = 0;        // the main invoice: facts and papers are about it by default
  Day due_by_itself = 38;     // business day from which they accept by themselves that it is due
  std::vector<RunDay> days;   // one for each of Scenario::days
  CustomerLaw law;
  CustomerLinks links;
  CustomerIndex index;
  Q16 cash_mean = 0, cash_sigma = 0, cash_reversion = 0, claims = 0, floor = 0;
  Cents weekly_payables = 0;                // one "week" of the cash unit
  Paying paying;
  Q16 visit_gate = 0;                       // chance to be let in
  std::vector<std::uint32_t> type_weights;  // by type index
  Q16 future_margin = 0;                    // expected margin of future orders, share of the ledger
  Q16 dependence = 0;                       // on us as a supplier
  std::vector<TypedArg> terms;              // of the contract, for letters and acts
  Cents credit_limit = 0;                   // 0 = none
  std::vector<Order> orders;                // at most world::kMaxOrders
  Deal deal;
  Settlement settlement;
  MessageGroup group;
};

struct DayInfo {
  Date date = kNoDate;
};
struct HolidayDef {
  Date date = kNoDate;
  TextRef name = 0;
};

struct Costs {
  int minutes_a_day = 120;
  int commands_a_day = 28;
  Cents minute = 0;  // cost of a working minute
  Cents visit = 0;
  int call_minutes = 5, visit_minutes = 60, send_minutes = 3, inspect_minutes = 2, plan_minutes = 2,
      diary_minutes = 1, confirm_minutes = 5, note_minutes = 1, visit_inside = 90;
  Ppm daily_discount = 0;  // ppm a calendar day
};

}  // namespace huikuan::content

namespace huikuan {

// Definition of the opaque api type.
struct Scenario {
  std::string id;
  std::vector<std::string> languages;
  std::vector<content::Text> texts;  // [0] = empty
  TextRef title = 0, briefing = 0, seller = 0, goal = 0;
  Date start = kNoDate;
  std::vector<content::DayInfo> days;  // business days of the run
  std::vector<content::HolidayDef> holidays;
  std::vector<Date> workdays_moved;  // make-up workdays on weekends
  content::Costs costs;
  Q16 mixed = 0;                   // share of customers with a second type
  std::vector<content::Act> acts;  // sorted by id
  std::vector<content::Condition> conditions;
  std::vector<content::Effect> effects;
  std::vector<content::Reply> replies;
  std::vector<content::Objection> objections;
  std::vector<content::Type> types;
  std::vector<content::Blocker> blockers;
  std::vector<content::Task> tasks;
  std::vector<content::Clause> clauses;
  std::vector<std::string> papers;  // ids of documents that catalogue entries speak of, sorted
  std::array<content::LetterForm, kLetterLevels> letters;
  std::uint8_t letter_levels = (1U << kBasicLetterLevels) - 1;  // bit per LetterLevel in this case
  bool HasFurtherLetters() const { return letter_levels >> kBasicLetterLevels != 0; }
  std::vector<content::Customer> customers;
  content::LawPack law;  // not present unless the case names one
  content::Index index;
  content::Company company;
  bool drill = false;  // feedback after each decision; no part of rules_hash, like `watch`
  Seed watch = 0;      // of a run by the book worth watching; 0 = none
  std::vector<content::MessagePurpose> messages;  // sorted by id
  std::vector<content::Incoming> incoming;
  std::uint64_t rules_hash = 0;
};

}  // namespace huikuan
