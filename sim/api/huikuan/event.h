// What the trainee saw happen, in order. Observable things only; odds and hidden causes go to the
// review's records. No text: ids and arguments, turned into words by Phrasebook.
#pragma once

#include <cstdint>

#include "huikuan/values.h"

namespace huikuan {

enum class EventKind : std::uint8_t {
  kDayStarted,   // date
  kCallStarted,  // person; value: Channel; item: 1 put through by the front desk
  kNoAnswer,     // person
  kGatekeeper,  // person = gatekeeper, other = person asked for; value: 1 put through, 0 not there,
                // 2 not put through
  kSaid,        // trainee's words: act, amount, date, document, other = person named
  kReplied,     // customer's words: reply, objection, fact, amount, date, other, value: gate told
  kConversationEnded,  // person; value: 1 they ended it
  kPersonMet,          // other = a person whose part is now known
  kFactLearnt,         // fact; value: Source
  kGateTold,           // value: gate as told; person = who said so
  kDocumentOpened,  // document; amount: bits of what it says (fields 0–15, missing seals 16–31)
  kFieldInspected,  // document, value: field; fact or kNone when nothing is wrong with it
  kDocumentSent,    // document, person
  kDocumentReceived,  // document (a paper came into the file)
  kTaskOrdered,       // task, date = promised for
  kTaskDone,          // task
  kLetterSent,        // value: LetterLevel
  kLetterAnswered,    // person, reply …
  kVisitStarted,
  kObserved,          // spot; fact or kNone
  kPromised,          // promise: amount, date, person
  kPromiseConfirmed,  // promise
  kPromiseKept,       // promise
  kPromiseBroken,     // promise; amount = what came
  kPaymentReceived,   // amount, invoice
  kCutOffPassed,      // date of the run it was for
  kPlanSet,
  kDiarySet,  // date, person
  kDiaryDue,  // person
  kNoteWritten,
  kConductBreach,  // value: ConductBreach
  kTimeUp,         // no working time left today
  kCaseEnded,
  kOrderPlaced,    // item = order, amount, date = due when released today
  kOrderDecided,   // item = order, value: OrderDecision, amount
  kOrderAnswered,  // to a prepayment; item = order, value: 1 accepted, amount
  kOrderCleared,   // item = order: what was overdue is in, the held order may go out
  kOrderDelivered,  // item = order: goods went out after the prepayment; amount
  kOrderLost,       // item = order, amount
  kOwnPayment,      // item = payment of ours, amount
  kForecastTaken,   // amount = forecast of the plan cards
  kSuppliersPaid,   // amount = spent on suppliers on the strength of the forecast
  kPayrollShort,    // amount = what was missing, item = payment of ours
  kBridgingFee,     // amount
  kTaskRefused,     // item = task
  kTaskLate,        // item = task
  kBillOffered,      // invoice; amount; date of maturity; value: Instrument
  kBillDecided,      // invoice; value: BillDecision; amount (discounted: what we got); date
  kBillDishonoured,  // invoice; amount; value: Instrument
  kMoneyReturned,    // invoice; amount we had to give back; value: MoneyBack
  kInsolvencyFiled,  // the customer is in the hands of an administrator
  kAdministrator,    // person: refers a request for money to the administrator
  kDisputeOpened,    // invoice: they will not pay before the ledger is explained
  kDisputeSettled,   // invoice
  kTermsProposed,   // amount: PackTerms
  kTermsAnswered,   // person; value: DealAnswer; amount: PackTerms of what stands then
  kContractSigned,  // person; amount: PackTerms; item: order
  kGoodsDelivered,  // item: order
  kGoodsAccepted,   // item: order; value 1: by the clause
  kReordered,       // item: order; date = when it goes ahead on the terms that stand
  kDealLost,        // value 1: they walked away, 0: the enquiry lapsed
  kLimitationRenewed,   // invoice; date = in time until; value: 1 out of time before
  // invoice; date = in time until; the demand proves nothing as sent; value 1: none ever does
  kLimitationUnproved,
  kLimitationPleaded,   // person; invoice: out of time, and they say so
  kStatementSealed,     // person: our statement came back sealed
  kRuleCited,           // person; value: 0 does not reach them, 1 disputed, 2 holds
  kInterestClaimed,     // amount = lawful to date; value: 0 we claimed more than that, 1 rightly
  kHoldUnlawful,        // item = order; amount = what they may claim from us
  kSecurityAgreed,      // person: they will give security; without its formality it is a word
  kSecurityEffective,   // its formality is done
  kSecurityVoid,        // given for an old debt too shortly before the insolvency
  kClaimFiled,          // with the administrator; amount
  kClaimLost,           // not filed in time; amount
  kSettlementOffered,   // person; amount: PackSettlement
  kSettlementAnswered,  // person; value: SettlementState; amount: PackSettlement of their terms
  kSettlementAgreed,    // person; amount: PackSettlement; value: 1 in writing
  kSettlementEnded,     // person; amount paid under it; value: 0 kept, 1 they broke it, 2 we did
  kJoined,      // person = who was to bring other in; value: JoinOutcome
  kTurnedTo,    // person = whom we speak to from now on, with the other one listening
  kFace,        // person, how it shows; other = who heard it; value: FaceMatter
  kMessageSent,      // person (kNone: the group); act = purpose; value: MessageChannel; slots; words
  kMessageAnswered,  // person; act = purpose, value: gate told; reply … (none: the purpose's answer)
  kMessageReceived,  // person; item = incoming; fact, amount, date
  kMessageOverdue,   // person; item = incoming: nothing was done about it in time
  kFaceLost,         // the debt was named before the group; value: 1 outsiders read it
  kPhotoRefused,     // person; document: a photo of it is not enough
};

// Whether a second person came onto the line.
enum class JoinOutcome : std::uint8_t { kCame, kNotThere, kWouldNot };
// What touched somebody's face, one way or the other.
enum class FaceMatter : std::uint8_t {
  kTooFamiliar,  // addressed in a way we had no standing for
  kBare,         // addressed without any courtesy
  kStiff,        // an old acquaintance kept at arm's length
  kNear,         // addressed as one of us, and rightly
  kPressed,      // pressed hard before somebody above them
  kRestored,     // given a way out
};
inline constexpr int kFaceMatters = 6;

// Words spoken in the talk: by us, to us. All other events are reports.
constexpr bool SpokenByUs(EventKind kind) {
  return kind == EventKind::kSaid || kind == EventKind::kSettlementOffered;
}
constexpr bool SpokenToUs(EventKind kind) {
  return kind == EventKind::kReplied || kind == EventKind::kGatekeeper ||
         kind == EventKind::kSettlementAnswered;
}

// Why money received left us again.
enum class MoneyBack : std::uint8_t {
  kRecourse,  // a discounted bill was not honoured: the bank takes its money back
  kClawback,  // paid within six months of the insolvency, and contested
};

enum class ConductBreach : std::uint8_t { kThreat, kFalseStatement, kDisclosure, kHarassment };

struct Event {
  EventKind kind = EventKind::kDayStarted;
  CustomerId customer = 0;
  PersonId person = kNone;
  PersonId other = kNone;
  std::uint8_t act = kNone;        // ActId
  std::uint8_t reply = kNone;      // ReplyId
  std::uint8_t objection = kNone;  // ObjectionId
  std::uint8_t fact = kNone;       // FactId
  std::uint8_t document = kNone;   // DocumentId
  std::uint8_t item = kNone;       // task, spot, invoice or promise, by kind
  std::uint8_t variant = 0;        // picks among the wordings
  std::uint8_t value = 0;
  Mood mood = Mood::kCalm;  // of the person, as it shows
  DayPart part = DayPart::kMorning;
  Day day = 0;
  Date date = kNoDate;
  Cents amount = 0;
  Address address = Address::kAsFits;  // of kSaid: never as fits, but what that came to
  std::uint32_t words = 0;  // hash of own words kept beside the save; 0 = as offered
};

}  // namespace huikuan
