#include "content/vocabulary.h"

#include <array>

#include "huikuan/company.h"
#include "huikuan/event.h"

namespace huikuan::content {
namespace {

// ---- closed lists -------------------------------------------------------------------------------

constexpr Name kGateRows[] = {
    {"delivery", V(Gate::kDelivery), "signed delivery note"},
    {"acceptance", V(Gate::kAcceptance), "acceptance report"},
    {"reconciliation", V(Gate::kReconciliation), "confirmed statement of account"},
    {"invoice", V(Gate::kInvoice), "valid invoice received and checked"},
    {"booking", V(Gate::kBooking), "booked by payables"},
    {"approval", V(Gate::kApproval), "payment request signed"},
    {"cash_plan", V(Gate::kCashPlan), "in the treasurer's plan"},
    {"payment_run", V(Gate::kPaymentRun), "on the list of a payment run"},
};
constexpr Name kRoleRows[] = {
    {"reception", V(Role::kReception)},
    {"warehouse", V(Role::kWarehouse)},
    {"user", V(Role::kUser), "the department that uses what we sold"},
    {"buyer", V(Role::kBuyer)},
    {"payables", V(Role::kPayables)},
    {"cashier", V(Role::kCashier)},
    {"finance_manager", V(Role::kFinanceManager)},
    {"cfo", V(Role::kCfo)},
    {"boss", V(Role::kBoss)},
};
constexpr Name kDepartmentRows[] = {
    {"sales", V(Department::kSales)},
    {"finance", V(Department::kFinance)},
    {"after_sales", V(Department::kAfterSales)},
    {"legal", V(Department::kLegal)},
    {"manager", V(Department::kManager)},
};
constexpr Name kChannelRows[] = {{"call", V(Channel::kCall)}, {"visit", V(Channel::kVisit)}};
constexpr Name kTargetRows[] = {
    {"nothing", V(Target::kNothing)},
    {"gate", V(Target::kGate), "where the payment stands"},
    {"cause", V(Target::kCause), "why it has not moved"},
    {"who", V(Target::kWho), "who does or decides what"},
    {"cash", V(Target::kCash), "how much money there is"},
    {"dates", V(Target::kDates), "payment runs and cut-offs"},
    {"quality", V(Target::kQuality), "trouble with what we delivered"},
    {"papers", V(Target::kPapers), "missing or wrong papers"},
    {"authority", V(Target::kAuthority), "how far their say goes"},
};
constexpr Name kToneRows[] = {{"plain", V(Tone::kPlain)},
                              {"warm", V(Tone::kWarm)},
                              {"firm", V(Tone::kFirm)},
                              {"harsh", V(Tone::kHarsh)}};
constexpr Name kLetterLevelRows[] = {
    {"statement", V(LetterLevel::kStatement)},
    {"reminder", V(LetterLevel::kReminder)},
    {"first_demand", V(LetterLevel::kFirstDemand)},
    {"second_demand", V(LetterLevel::kSecondDemand)},
    {"final_notice", V(LetterLevel::kFinalNotice)},
    {"lawyer_letter", V(LetterLevel::kLawyerLetter)},
};
constexpr Name kLetterElementRows[] = {
    {"demand", V(LetterElement::kDemand)},
    {"seal_request", V(LetterElement::kSealRequest)},
    {"enclosures", V(LetterElement::kEnclosures)},
    {"consequence", V(LetterElement::kConsequence)},
    {"mandate", V(LetterElement::kMandate)},
};
constexpr Name kDeliveryRows[] = {{"email", V(Delivery::kEmail)},
                                  {"courier", V(Delivery::kCourier)},
                                  {"registered", V(Delivery::kRegistered)},
                                  {"by_hand", V(Delivery::kByHand)}};
constexpr Name kMoodRows[] = {
    {"calm", V(Mood::kCalm)},
    {"friendly", V(Mood::kFriendly)},
    {"guarded", V(Mood::kGuarded)},
    {"annoyed", V(Mood::kAnnoyed)},
    {"embarrassed", V(Mood::kEmbarrassed)},
    {"worried", V(Mood::kWorried)},
};
constexpr Name kVariableRows[] = {
    {"trust", V(Variable::kTrust), "in us, 0 to 1"},
    {"reactance", V(Variable::kReactance), "resistance to pressure, 0 to 1"},
    {"urgency", V(Variable::kUrgency), "of paying, fades within weeks"},
    {"pressure_cost", V(Variable::kPressureCost), "felt cost of not paying, fades within months"},
    {"mood", V(Variable::kMood), "-1 to 1"},
    {"relation", V(Variable::kRelation), "the firm's view of us as a supplier"},
    {"sponsor", V(Variable::kSponsor), "support from their top for this payment"},
};
constexpr Name kAudienceRows[] = {
    {"listener", V(Audience::kListener), "whom one talks to"},
    {"superior", V(Audience::kSuperior), "the listener's superior"},
    {"owner", V(Audience::kOwner), "whoever owns the gate where the money stands"},
    {"everybody", V(Audience::kEverybody), "everybody at the customer"},
};
constexpr Name kRequestRows[] = {
    {"nothing", V(Request::kNothing)},
    {"act_on_gate", V(Request::kActOnGate), "do your part: file, sign, book, put on the list"},
    {"payment", V(Request::kPayment), "the whole amount by a date"},
    {"part_payment", V(Request::kPartPayment), "part now, the rest dated"},
    {"pass_on", V(Request::kPassOn), "put me through, or tell me whom to speak to"},
    {"support", V(Request::kSupport), "use your rank for this payment"},
    {"checkpoint", V(Request::kCheckpoint), "agree on the next check"},
    {"written", V(Request::kWritten), "confirm it in writing"},
    {"security", V(Request::kSecurity), "give security for what is owed"},
    {"join", V(Request::kJoin), "get a colleague onto this call"},
};
constexpr Name kPurposeRows[] = {
    {"open", V(Purpose::kOpen)},
    {"relate", V(Purpose::kRelate)},
    {"diagnose", V(Purpose::kDiagnose)},
    {"inform", V(Purpose::kInform)},
    {"ask", V(Purpose::kAsk)},
    {"negotiate", V(Purpose::kNegotiate)},
    {"press", V(Purpose::kPress)},
    {"clarify", V(Purpose::kClarify)},
    {"close", V(Purpose::kClose)},
    {"gatekeeper", V(Purpose::kGatekeeper)},
    {"error", V(Purpose::kError), "tempting, and it costs"},
};
constexpr Name kReplyKindRows[] = {
    {"greet", V(ReplyKind::kGreet)},
    {"acknowledge", V(ReplyKind::kAcknowledge)},
    {"disclose", V(ReplyKind::kDisclose)},
    {"defer", V(ReplyKind::kDefer)},
    {"deflect", V(ReplyKind::kDeflect)},
    {"plead", V(ReplyKind::kPlead)},
    {"dispute", V(ReplyKind::kDispute)},
    {"deny", V(ReplyKind::kDeny)},
    {"promise_vague", V(ReplyKind::kPromiseVague)},
    {"promise_dated", V(ReplyKind::kPromiseDated)},
    {"agree", V(ReplyKind::kAgree)},
    {"request_document", V(ReplyKind::kRequestDocument)},
    {"refuse", V(ReplyKind::kRefuse)},
    {"hang_up", V(ReplyKind::kHangUp)},
    {"dont_know", V(ReplyKind::kDontKnow)},
    {"thank", V(ReplyKind::kThank)},
    {"tell_gate", V(ReplyKind::kTellGate)},
    {"name_papers", V(ReplyKind::kNamePapers), "which paper is missing: {document}"},
    {"papers_in_order", V(ReplyKind::kPapersInOrder)},
    {"restate", V(ReplyKind::kRestate), "the objection's own detail, when asked what it is"},
    {"name_owner", V(ReplyKind::kNameOwner), "before both: whose matter it is"},
};
constexpr Name kSaidByRows[] = {
    {"desk", kSaidByDesk, "whoever's desk one of the gates is"},
    {"top", kSaidByTop, "whoever has the last word"},
};
constexpr Name kFlagRows[] = {
    {"greeted", world::kGreeted},        {"debt_stated", world::kDebtStated},
    {"cause_asked", world::kCauseAsked}, {"summarised", world::kSummarised},
    {"rapport", world::kRapport},        {"clause_cited", world::kClauseCited},
    {"date_agreed", world::kDateAgreed},
};
constexpr Name kChainRows[] = {
    {"acknowledge", 0}, {"probe", 1}, {"verify", 2}, {"resolve", 3}, {"commit", 4}};
constexpr Name kBreachRows[] = {
    {"threat", V(ConductBreach::kThreat)},
    {"false_statement", V(ConductBreach::kFalseStatement)},
    {"disclosure", V(ConductBreach::kDisclosure)},
    {"harassment", V(ConductBreach::kHarassment)},
};
constexpr Name kSlotRows[] = {{"amount", kSlotAmount},
                              {"date", kSlotDate},
                              {"document", kSlotDocument},
                              {"person", kSlotPerson}};
constexpr Name kFormRows[] = {{"contract", 0},  {"note", 1},   {"invoice", 2},
                              {"statement", 3}, {"report", 4}, {"letter", 5}};
constexpr Name kNeedRows[] = {
    {"document", V(NeedKind::kDocument), "this paper in the right hands"},
    {"task", V(NeedKind::kTask), "this task of our own done"},
    {"agreement", V(NeedKind::kAgreement), "an agreement with who decides"},
    {"due_recognised", V(NeedKind::kDueRecognised), "they accept that it is due"},
};
constexpr Name kPaymentRows[] = {{"wages", V(PaymentKind::kWages)},
                                 {"supplier", V(PaymentKind::kSupplier)},
                                 {"tax", V(PaymentKind::kTax)},
                                 {"rent", V(PaymentKind::kRent)}};
constexpr Name kOrderDecisionRows[] = {{"release", V(OrderDecision::kRelease)},
                                       {"hold", V(OrderDecision::kHold)},
                                       {"prepay", V(OrderDecision::kPrepay)}};
constexpr Name kMessageChannelRows[] = {{"email", V(MessageChannel::kEmail)},
                                        {"text", V(MessageChannel::kText), "WeChat"},
                                        {"voice", V(MessageChannel::kVoice), "WeChat"},
                                        {"photo", V(MessageChannel::kPhoto), "WeChat, of a paper"}};
constexpr Name kMessageToRows[] = {{"person", 1}, {"group", 2}};
constexpr Name kIncomingKindRows[] = {
    {"problem", V(IncomingKind::kProblem), "tells of what is in the way"},
    {"payment_out", V(IncomingKind::kPaymentOut), "says that money is on its way, truly or not"},
    {"holiday", V(IncomingKind::kHoliday), "closing days, and when they pay"},
};
constexpr Name kIncomingWantsRows[] = {
    {"nothing", V(IncomingWants::kNothing)},
    {"task", V(IncomingWants::kTask), "that our departments see to it"},
    {"paper", V(IncomingWants::kPaper), "the paper that is missing"},
    {"answer", V(IncomingWants::kAnswer), "that we come back to them"},
};
constexpr Name kEventRows[] = {
    {"day_started", V(EventKind::kDayStarted)},
    {"call_started", V(EventKind::kCallStarted)},
    {"no_answer", V(EventKind::kNoAnswer)},
    {"gatekeeper", V(EventKind::kGatekeeper)},
    {"said", V(EventKind::kSaid)},
    {"replied", V(EventKind::kReplied)},
    {"conversation_ended", V(EventKind::kConversationEnded)},
    {"person_met", V(EventKind::kPersonMet)},
    {"fact_learnt", V(EventKind::kFactLearnt)},
    {"gate_told", V(EventKind::kGateTold)},
    {"document_opened", V(EventKind::kDocumentOpened)},
    {"field_inspected", V(EventKind::kFieldInspected)},
    {"document_sent", V(EventKind::kDocumentSent)},
    {"document_received", V(EventKind::kDocumentReceived)},
    {"task_ordered", V(EventKind::kTaskOrdered)},
    {"task_done", V(EventKind::kTaskDone)},
    {"letter_sent", V(EventKind::kLetterSent)},
    {"letter_answered", V(EventKind::kLetterAnswered)},
    {"visit_started", V(EventKind::kVisitStarted)},
    {"observed", V(EventKind::kObserved)},
    {"promised", V(EventKind::kPromised)},
    {"promise_confirmed", V(EventKind::kPromiseConfirmed)},
    {"promise_kept", V(EventKind::kPromiseKept)},
    {"promise_broken", V(EventKind::kPromiseBroken)},
    {"payment_received", V(EventKind::kPaymentReceived)},
    {"cut_off_passed", V(EventKind::kCutOffPassed)},
    {"plan_set", V(EventKind::kPlanSet)},
    {"diary_set", V(EventKind::kDiarySet)},
    {"diary_due", V(EventKind::kDiaryDue)},
    {"note_written", V(EventKind::kNoteWritten)},
    {"conduct_breach", V(EventKind::kConductBreach)},
    {"time_up", V(EventKind::kTimeUp)},
    {"case_ended", V(EventKind::kCaseEnded)},
    {"order_placed", V(EventKind::kOrderPlaced)},
    {"order_decided", V(EventKind::kOrderDecided)},
    {"order_answered", V(EventKind::kOrderAnswered)},
    {"order_cleared", V(EventKind::kOrderCleared)},
    {"order_delivered", V(EventKind::kOrderDelivered)},
    {"order_lost", V(EventKind::kOrderLost)},
    {"own_payment", V(EventKind::kOwnPayment)},
    {"forecast_taken", V(EventKind::kForecastTaken)},
    {"suppliers_paid", V(EventKind::kSuppliersPaid)},
    {"payroll_short", V(EventKind::kPayrollShort)},
    {"bridging_fee", V(EventKind::kBridgingFee)},
    {"task_refused", V(EventKind::kTaskRefused)},
    {"task_late", V(EventKind::kTaskLate)},
    {"bill_offered", V(EventKind::kBillOffered)},
    {"bill_decided", V(EventKind::kBillDecided)},
    {"bill_dishonoured", V(EventKind::kBillDishonoured)},
    {"money_returned", V(EventKind::kMoneyReturned)},
    {"insolvency_filed", V(EventKind::kInsolvencyFiled)},
    {"administrator", V(EventKind::kAdministrator)},
    {"dispute_opened", V(EventKind::kDisputeOpened)},
    {"dispute_settled", V(EventKind::kDisputeSettled)},
    {"terms_proposed", V(EventKind::kTermsProposed)},
    {"terms_answered", V(EventKind::kTermsAnswered)},
    {"settlement_offered", V(EventKind::kSettlementOffered)},
    {"settlement_answered", V(EventKind::kSettlementAnswered)},
    {"settlement_agreed", V(EventKind::kSettlementAgreed)},
    {"settlement_ended", V(EventKind::kSettlementEnded)},
    {"message_sent", V(EventKind::kMessageSent)},
    {"message_answered", V(EventKind::kMessageAnswered)},
    {"message_received", V(EventKind::kMessageReceived)},
    {"message_overdue", V(EventKind::kMessageOverdue)},
    {"face_lost", V(EventKind::kFaceLost)},
    {"photo_refused", V(EventKind::kPhotoRefused)},
    {"contract_signed", V(EventKind::kContractSigned)},
    {"goods_delivered", V(EventKind::kGoodsDelivered)},
    {"goods_accepted", V(EventKind::kGoodsAccepted)},
    {"reordered", V(EventKind::kReordered)},
    {"deal_lost", V(EventKind::kDealLost)},
    {"limitation_renewed", V(EventKind::kLimitationRenewed)},
    {"limitation_unproved", V(EventKind::kLimitationUnproved)},
    {"limitation_pleaded", V(EventKind::kLimitationPleaded)},
    {"statement_sealed", V(EventKind::kStatementSealed)},
    {"rule_cited", V(EventKind::kRuleCited)},
    {"interest_claimed", V(EventKind::kInterestClaimed)},
    {"hold_unlawful", V(EventKind::kHoldUnlawful)},
    {"security_agreed", V(EventKind::kSecurityAgreed)},
    {"security_effective", V(EventKind::kSecurityEffective)},
    {"security_void", V(EventKind::kSecurityVoid)},
    {"claim_filed", V(EventKind::kClaimFiled)},
    {"claim_lost", V(EventKind::kClaimLost)},
    {"joined", V(EventKind::kJoined)},
    {"turned_to", V(EventKind::kTurnedTo)},
    {"face", V(EventKind::kFace)},
};

constexpr Name kCaseKindRows[] = {
    {"case", V(CaseKind::kCase), "to be played to its end, with the result there"},
    {"drill", V(CaseKind::kDrill), "about five minutes, with feedback after each decision"},
};

}  // namespace

constexpr NameSet kCaseKindNames{"case_kind", kCaseKindRows};
constexpr NameSet kGateNames{"gate", kGateRows};
constexpr NameSet kRoleNames{"role", kRoleRows};
constexpr NameSet kDepartmentNames{"department", kDepartmentRows};
constexpr NameSet kChannelNames{"channel", kChannelRows};
constexpr NameSet kTargetNames{"target", kTargetRows};
constexpr NameSet kToneNames{"tone", kToneRows};
constexpr NameSet kLetterLevelNames{"letter_level", kLetterLevelRows};
constexpr NameSet kLetterElementNames{"letter_element", kLetterElementRows};
constexpr NameSet kDeliveryNames{"delivery", kDeliveryRows};
constexpr NameSet kMoodNames{"mood", kMoodRows};
constexpr NameSet kVariableNames{"variable", kVariableRows};
constexpr NameSet kAudienceNames{"audience", kAudienceRows};
constexpr NameSet kRequestNames{"request", kRequestRows};
constexpr NameSet kPurposeNames{"purpose", kPurposeRows};
constexpr NameSet kReplyKindNames{"reply_kind", kReplyKindRows};
constexpr NameSet kSaidByNames{"said_by", kSaidByRows};
constexpr NameSet kFlagNames{"flag", kFlagRows};
constexpr NameSet kChainNames{"chain", kChainRows};
constexpr NameSet kBreachNames{"breach", kBreachRows};
constexpr NameSet kSlotNames{"slot", kSlotRows};
constexpr NameSet kFormNames{"form", kFormRows};
constexpr NameSet kNeedNames{"need", kNeedRows};
constexpr NameSet kPaymentNames{"payment_kind", kPaymentRows};
constexpr NameSet kOrderDecisionNames{"order_decision", kOrderDecisionRows};
constexpr NameSet kMessageChannelNames{"message_channel", kMessageChannelRows};
constexpr NameSet kMessageToNames{"message_to", kMessageToRows};
constexpr NameSet kIncomingKindNames{"incoming_kind", kIncomingKindRows};
constexpr NameSet kIncomingWantsNames{"incoming_wants", kIncomingWantsRows};
constexpr NameSet kEventNames{"event", kEventRows};

// ---- the effects language -----------------------------------------------------------------------

namespace {

using Type = Parameter::Type;
using Slot = Parameter::Slot;

constexpr Parameter Pick(std::string_view name, const NameSet& names, Slot slot = Slot::kValue) {
  return {name, Type::kName, &names, 0, 0, slot};
}
constexpr Parameter Whole(int low, int high) {
  return {{}, Type::kInteger, nullptr, low, high, Slot::kValue};
}
constexpr Parameter Decimal(std::string_view name, int low, int high) {
  return {name, Type::kDecimal, nullptr, low, high, Slot::kAmount};
}
constexpr Parameter kPlain{};

using C = ConditionKind;
constexpr ConditionRow kConditionRows[] = {
    {C::kChannel, "channel", Pick({}, kChannelNames), false, "in a call or on a visit"},
    {C::kGreeted, "greeted", kPlain, false, "we have said who we are"},
    {C::kDebtStated, "debt_stated", kPlain, false, "the debt was named in this conversation"},
    {C::kTurnAtLeast, "turn_at_least", Whole(0, 60), false, "at least this many turns so far"},
    {C::kTurnAtMost, "turn_at_most", Whole(0, 60), false, "at most this many turns so far"},
    {C::kObjectionOpen, "objection_open", kPlain, false, "an objection stands unanswered"},
    {C::kPromiseOpen, "promise_open", kPlain, false, "a promise of theirs is running"},
    {C::kPromiseBroken, "promise_broken", kPlain, false, "they broke a promise"},
    {C::kClauseOpened, "clause_opened", kPlain, false, "we know the clause by which it is due"},
    {C::kPromisedHere, "promised_here", kPlain, false, "they promised in this conversation"},
    {C::kProblemKnown, "problem_known", kPlain, false, "a problem is known and not yet solved"},
    {C::kListenerRole, "listener_role", Pick({}, kRoleNames), false, "what the listener is"},
    {C::kListenerKnowsUs, "listener_knows_us", kPlain, false, "we have spoken before"},
    {C::kDocumentGiven, "document_given", kPlain, false, "the listener has a paper from us"},
    {C::kWrittenDemand, "written_demand", kPlain, false, "a demand went out in writing"},
    {C::kLetterLevelSent, "letter_level_sent", Pick({}, kLetterLevelNames), false,
     "a letter of this level went out"},
    {C::kTrustAtLeast, "trust_at_least", Decimal({}, 0, 1), true, "the listener trusts us so much"},
    {C::kReactanceAtLeast, "reactance_at_least", Decimal({}, 0, 1), true,
     "the listener resists so much"},
    {C::kListenerOwnsGate, "listener_owns_gate", kPlain, true,
     "the money stands at the listener's desk"},
    {C::kCutOffNear, "cut_off_near", kPlain, false, "their payment list closes within two days"},
    {C::kPaidLately, "paid_lately", kPlain, false, "money came within the week"},
    {C::kHolidayNear, "holiday_near", kPlain, false, "a holiday begins within the week"},
    {C::kOverdue, "overdue", kPlain, false, "what we are after is past its due date"},
    {C::kPromiseUnwritten, "promise_unwritten", kPlain, false,
     "the listener's promise is not in writing yet"},
    {C::kHeardNothing, "heard_nothing", kPlain, false, "nobody told us for a week where it stands"},
};
static_assert(std::size(kConditionRows) == static_cast<std::size_t>(C::kCount));

constexpr Parameter kAdjustParameters[] = {Pick("variable", kVariableNames, Slot::kVariable),
                                           Pick("audience", kAudienceNames, Slot::kAudience),
                                           Decimal("by", -1, 1)};
constexpr Parameter kDiagnoseParameters[] = {Pick("target", kTargetNames, Slot::kTarget)};
constexpr Parameter kRequestParameters[] = {Pick("request", kRequestNames, Slot::kRequest)};
constexpr Parameter kFlagParameters[] = {Pick("flag", kFlagNames)};
constexpr Parameter kChainParameters[] = {Pick("step", kChainNames)};
constexpr Parameter kConcedeParameters[] = {Decimal("amount", 0, 1)};
constexpr Parameter kBreachParameters[] = {Pick("breach", kBreachNames)};

using K = EffectKind;
constexpr EffectRow kEffectRows[] = {
    {K::kAdjust, "adjust", kAdjustParameters, "adds `by` to a variable of an audience"},
    {K::kDiagnose, "diagnose", kDiagnoseParameters, "asks after the target; may bring out facts"},
    {K::kRequest, "request", kRequestParameters, "asks for something; they comply or not"},
    {K::kCite, "cite", {}, "puts an opened paper, or the due-date clause, before them"},
    {K::kGive, "give", {}, "hands over the paper in the slot"},
    {K::kFlag, "flag", kFlagParameters, "remembers in this conversation that it happened"},
    {K::kChain, "chain", kChainParameters, "takes a step of the objection chain"},
    {K::kConcede, "concede", kConcedeParameters,
     "gives `amount`, a share of the claim, away for nothing"},
    {K::kBreach, "breach", kBreachParameters, "breaks the rules of conduct"},
    {K::kAcceptVague, "accept_vague", {}, "takes \"soon\" for an answer"},
    {K::kEnd, "end", {}, "ends the conversation"},
    {K::kCiteLaw, "cite_law", {}, "puts the rule that answers the open objection before them"},
};
static_assert(std::size(kEffectRows) == static_cast<std::size_t>(K::kCount));

// The names of the two tables as name sets, so that messages and schemas treat them alike.
template <class Row, std::size_t N>
constexpr std::array<Name, N> NamesOf(const Row (&rows)[N]) {
  std::array<Name, N> names{};
  for (std::size_t i = 0; i < N; ++i) names[i] = {rows[i].name, V(rows[i].kind), rows[i].doc};
  return names;
}
constexpr auto kConditionNameRows = NamesOf(kConditionRows);
constexpr auto kEffectNameRows = NamesOf(kEffectRows);

}  // namespace

constexpr NameSet kEffectNames{"effect", kEffectNameRows};
constexpr NameSet kConditionNames{"condition", kConditionNameRows};

std::span<const ConditionRow> Conditions() { return kConditionRows; }
std::span<const EffectRow> Effects() { return kEffectRows; }

const ConditionRow* FindCondition(std::string_view name) {
  for (const ConditionRow& row : kConditionRows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

const EffectRow* FindEffect(std::string_view name) {
  for (const EffectRow& row : kEffectRows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

const Name* NameSet::Find(std::string_view name) const {
  for (const Name& row : rows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::string_view NameSet::NameOf(int value) const {
  for (const Name& row : rows) {
    if (row.value == value) return row.name;
  }
  return {};
}

namespace {
constexpr Q16 Features::*kFeatureMembers[kFeatures] = {
    &Features::pressure,    &Features::face_threat, &Features::empathy,   &Features::evidence,
    &Features::specificity, &Features::warmth,      &Features::deception, &Features::deference};
}  // namespace

Q16& FeatureAt(Features& features, int index) { return features.*kFeatureMembers[index]; }
Q16 FeatureAt(const Features& features, int index) { return features.*kFeatureMembers[index]; }

}  // namespace huikuan::content
