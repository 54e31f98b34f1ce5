// Commands: the only way to change the world (Session::Submit). Plain structs in one variant.
// The wire tag of each is frozen (kTag): saves of every age depend on it. Never reuse a tag.
#pragma once

#include <cstdint>
#include <type_traits>
#include <variant>

#include "huikuan/bill.h"
#include "huikuan/company.h"
#include "huikuan/deal.h"
#include "huikuan/message.h"
#include "huikuan/settlement.h"
#include "huikuan/values.h"

namespace huikuan {

// Opens a paper of the contract file, which must have happened before it can be cited.
struct OpenDocument {
  static constexpr int kTag = 1;
  CustomerId customer = 0;
  DocumentId document = 0;
};

// Checks one field of an opened paper against the rest of the file; says whether it agrees.
struct InspectField {
  static constexpr int kTag = 2;
  CustomerId customer = 0;
  DocumentId document = 0;
  std::uint8_t field = 0;  // position among the paper's fields
};

// The plan card: where the money stands, what kind of debtor this is, and the forecast.
struct SetPlan {
  static constexpr int kTag = 3;
  CustomerId customer = 0;
  Gate gate = Gate::kDelivery;
  std::uint8_t ability = 1;       // 0 low, 1 unsure, 2 high
  std::uint8_t willingness = 1;   // 0 low, 1 unsure, 2 high
  std::uint8_t probability = 50;  // percent, a multiple of 5, that `amount` is in by `date`
  Cents amount = 0;
  Date date = kNoDate;
};

struct StartCall {
  static constexpr int kTag = 4;
  CustomerId customer = 0;
  PersonId person = 0;
};

// One utterance to the person one is talking to. Slots an act does not take are left at their
// defaults; Check says which are missing.
struct Say {
  static constexpr int kTag = 5;
  ActId act = 0;
  Tone tone = Tone::kPlain;
  Cents amount = 0;
  Date date = kNoDate;
  DocumentId document = kNone;
  PersonId person = kNone;
  Address address = Address::kAsFits;
  std::uint32_t words = 0;  // hash of what was typed, kept beside the save; 0 = a sentence offered
};

// Hangs up, or leaves the premises when on a visit.
struct EndConversation {
  static constexpr int kTag = 6;
};

// Sends one paper by e-mail.
struct SendDocument {
  static constexpr int kTag = 7;
  CustomerId customer = 0;
  PersonId person = 0;
  DocumentId document = 0;
};

// What a letter says, read before it is sent; rules never see words. At most 32 bytes.
struct LetterReading {
  std::uint64_t clauses = 0;     // bit i = clause i of the catalogue
  Cents amount = 0;              // stated total, 0 = none
  Date pay_by = kNoDate;         // stated date, kNoDate = none
  std::uint16_t recipients = 0;  // bit i = person i
  std::uint16_t flags = 0;       // LetterFlag bits
  LetterLevel level = LetterLevel::kStatement;
  Delivery delivery = Delivery::kEmail;
  std::uint8_t quality = 0;  // 0..100, from the checked elements
  Tone tone = Tone::kPlain;
  std::uint16_t copies = 0;      // bit i = person i gets a copy
  std::uint16_t enclosures = 0;  // bit i = document i goes with it
};
static_assert(sizeof(LetterReading) == 32);
static_assert(std::has_unique_object_representations_v<LetterReading>);

enum LetterFlag : std::uint16_t {
  kLetterWrongAmount = 1,  // the stated total is not the ledger's
  kLetterNoAmount = 2,
  kLetterNoDate = 4,
  kLetterThreat = 8,  // unlawful threat in the edited words
  kLetterWordsEdited = 16,
  kLetterElementsMissing = 32,  // required elements of its level are missing
  kLetterInterestHigh = 64,     // claims more late interest than the law allows
  kLetterFalseClaim = 128,      // says that a suit is filed, and the like
  kLetterDisclosure = 256,      // tells outsiders of the debt
  kLetterNamesNoSum = 512,      // states no sum, and was sent after a warning
};

struct SendLetter {
  static constexpr int kTag = 8;
  CustomerId customer = 0;
  LetterReading reading;
  std::uint32_t words = 0;  // hash of the words kept beside the save
};

// Asks one of our own departments for something.
struct OrderTask {
  static constexpr int kTag = 9;
  CustomerId customer = 0;
  TaskId task = 0;
};

struct StartVisit {
  static constexpr int kTag = 10;
  CustomerId customer = 0;
  PersonId person = 0;  // whom one asks for at the gate
};

struct Observe {
  static constexpr int kTag = 11;
  SpotId spot = 0;
};

// On a visit: goes on to another person.
struct MeetPerson {
  static constexpr int kTag = 12;
  PersonId person = 0;
};

// Confirms a spoken promise in writing.
struct ConfirmPromise {
  static constexpr int kTag = 13;
  CustomerId customer = 0;
  PromiseId promise = 0;
};

struct SetDiary {
  static constexpr int kTag = 14;
  CustomerId customer = 0;
  PersonId person = kNone;
  Date date = kNoDate;
};

enum class Until : std::uint8_t { kAfternoon, kNextDay, kDate, kReply, kPaymentRun, kPromise };

// Lets time pass, quiet days at once; stops at the first event that wants attention.
struct Wait {
  static constexpr int kTag = 15;
  Until until = Until::kNextDay;
  Date date = kNoDate;  // for kDate
};

// A call note in the trainee's own words, kept beside the save.
struct WriteNote {
  static constexpr int kTag = 16;
  CustomerId customer = 0;
  std::uint32_t words = 0;
};

// What becomes of an order they have placed: goods on credit, goods kept back, or money first.
struct DecideOrder {
  static constexpr int kTag = 17;
  CustomerId customer = 0;
  OrderId order = 0;
  OrderDecision decision = OrderDecision::kRelease;
};

// What becomes of a bill they offered (keep, discount, refuse); one that is kept may still be
// discounted before it matures.
struct DecideBill {
  static constexpr int kTag = 18;
  CustomerId customer = 0;
  BillId bill = 0;
  BillDecision decision = BillDecision::kKeep;
};

// With two of them on one line: speaks to the other one from now on.
struct TurnTo {
  static constexpr int kTag = 31;
  PersonId person = 0;
};

using Command = std::variant<OpenDocument, InspectField, SetPlan, StartCall, Say, EndConversation,
                             SendDocument, SendLetter, OrderTask, StartVisit, Observe, MeetPerson,
                             ConfirmPromise, SetDiary, Wait, WriteNote, DecideOrder, DecideBill,
                             ProposeTerms, SignContract, OfferSettlement, TakeSettlement, TurnTo,
                             SendMessage>;

}  // namespace huikuan
