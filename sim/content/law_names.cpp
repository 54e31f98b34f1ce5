#include "content/law_names.h"

#include "content/law.h"

namespace huikuan::content {
namespace {

constexpr Name kAnswerRows[] = {
    {"no", V(Answer::kNo)},
    {"disputed", V(Answer::kDisputed), "depends on the facts, or courts differ"},
    {"yes", V(Answer::kYes)},
};
constexpr Name kPayerRows[] = {
    {"other", V(PayerKind::kOther), "neither of the two below"},
    {"public_body", V(PayerKind::kPublicBody), "government body or public institution"},
    {"large_enterprise", V(PayerKind::kLargeEnterprise)},
};
constexpr Name kLawKindRows[] = {
    {"late_interest", V(LawKind::kLateInterest), "statutory interest on late payment"},
    {"agreed_penalty", V(LawKind::kAgreedPenalty), "when a court cuts an agreed penalty"},
    {"recovery_costs", V(LawKind::kRecoveryCosts), "fixed sums for the costs of collecting"},
    {"limitation", V(LawKind::kLimitation), "when the claim is out of time, what renews it"},
    {"demand_proof", V(LawKind::kDemandProof), "which way of sending proves a demand"},
    {"sme_rule", V(LawKind::kSmeRule), "whom the protection of small suppliers binds"},
    {"payment_period", V(LawKind::kPaymentPeriod), "days to pay"},
    {"payer_duty", V(LawKind::kPayerDuty), "excuses the law takes away"},
    {"pay_when_paid", V(LawKind::kPayWhenPaid), "our customer has not paid us"},
    {"suspension", V(LawKind::kSuspension), "stopping our own performance"},
    {"security", V(LawKind::kSecurity), "security and what it needs"},
    {"clawback", V(LawKind::kClawback), "what an insolvency can take back"},
    {"conduct", V(LawKind::kConduct), "limits of conduct"},
    {"note", V(LawKind::kNote), "words only"},
};
constexpr Name kInterruptionRows[] = {
    {"demand", V(Interruption::kDemand), "a demand that reached them"},
    {"part_payment", V(Interruption::kPartPayment)},
    {"acknowledgement", V(Interruption::kAcknowledgement), "sealed statement, signed letter"},
    {"promise", V(Interruption::kPromise), "they agreed to perform"},
    {"suit", V(Interruption::kSuit), "suit, payment order, arbitration"},
};
constexpr Name kSuspensionRows[] = {
    {"delivery", V(Suspension::kDelivery)},
    {"service", V(Suspension::kService)},
    {"spare_parts", V(Suspension::kSpareParts)},
    {"remote_lock", V(Suspension::kRemoteLock), "locking a delivered machine"},
};
constexpr Name kSecurityRows[] = {
    {"retention_of_title", V(Security::kRetentionOfTitle)},
    {"guarantee", V(Security::kGuarantee)},
    {"movables", V(Security::kMovables), "mortgage or pledge of machines and stock"},
    {"receivables", V(Security::kReceivables)},
    {"land", V(Security::kLand)},
};
constexpr Name kFormalityRows[] = {
    {"none", V(Formality::kNone)},
    {"clause", V(Formality::kClause), "a term of the contract"},
    {"written", V(Formality::kWritten), "a signed paper"},
    {"registered", V(Formality::kRegistered), "entry in the public register"},
    {"possession", V(Formality::kPossession), "handing over the thing"},
};
constexpr Name kClawbackRows[] = {
    {"payment", V(ClawbackAct::kPayment), "of a debt that was due"},
    {"early_payment", V(ClawbackAct::kEarlyPayment), "of a debt not yet due"},
    {"new_security", V(ClawbackAct::kNewSecurity), "for an old debt"},
    {"undervalue", V(ClawbackAct::kUndervalue), "goods or rights for too little"},
};
constexpr Name kDutyRows[] = {
    {"process_no_excuse", V(PayerDuty::kProcessNoExcuse),
     "internal process does not justify delay"},
    {"undisputed_part", V(PayerDuty::kUndisputedPart), "pay what is not in dispute"},
    {"no_forced_bills", V(PayerDuty::kNoForcedBills), "no bills against our will"},
};
constexpr Name kConductRows[] = {
    {"violence", V(Conduct::kViolence)},
    {"detention", V(Conduct::kDetention), "keeping somebody from leaving"},
    {"refusing_to_leave", V(Conduct::kRefusingToLeave), "staying, blocking, disturbing"},
    {"false_identity", V(Conduct::kFalseIdentity)},
    {"false_court_papers", V(Conduct::kFalseCourtPapers)},
    {"contacting_family", V(Conduct::kContactingFamily)},
    {"telling_outsiders", V(Conduct::kTellingOutsiders), "public shaming included"},
    {"threat_of_police", V(Conduct::kThreatOfPolice), "threatening with prosecution to get paid"},
    {"harassment", V(Conduct::kHarassment), "repeated calls or messages that harass"},
    {"buying_data", V(Conduct::kBuyingData)},
    {"bribe", V(Conduct::kBribe)},
    {"debt_company", V(Conduct::kDebtCompany), "hiring a collection company"},
    {"recording_own_call", V(Conduct::kRecordingOwnCall), "without telling the other side"},
};
constexpr Name kConfidenceRows[] = {
    {"settled", V(Confidence::kSettled), "taken from the text of the law"},
    {"likely", V(Confidence::kLikely), "the common reading"},
    {"uncertain", V(Confidence::kUncertain), "not to be relied on before it is checked"},
};
constexpr Name kLateForRows[] = {
    {"general", 0, "every claim"},
    {"sme", 1, "claims under the SME rule"},
};
constexpr Name kRunsFromRows[] = {
    {"due_date", 0},
    {"end_of_year", 1, "31 December of the year of the due date"},
};

constexpr Name kRuleRows[] = {
    {"process_no_excuse", V(Rule::kProcessNoExcuse), "\"our process takes time\""},
    {"undisputed_part", V(Rule::kUndisputedPart), "\"first everything must agree\""},
    {"no_forced_bills", V(Rule::kNoForcedBills), "\"only by bill\""},
    {"pay_when_paid", V(Rule::kPayWhenPaid), "\"our customer has not paid us\""},
};

}  // namespace

constexpr NameSet kAnswerNames{"answer", kAnswerRows};
constexpr NameSet kPayerNames{"payer", kPayerRows};
constexpr NameSet kLawKindNames{"law_kind", kLawKindRows};
constexpr NameSet kInterruptionNames{"interruption", kInterruptionRows};
constexpr NameSet kSuspensionNames{"suspension", kSuspensionRows};
constexpr NameSet kSecurityNames{"security", kSecurityRows};
constexpr NameSet kFormalityNames{"formality", kFormalityRows};
constexpr NameSet kClawbackNames{"clawback", kClawbackRows};
constexpr NameSet kDutyNames{"payer_duty", kDutyRows};
constexpr NameSet kConductNames{"conduct", kConductRows};
constexpr NameSet kConfidenceNames{"confidence", kConfidenceRows};
constexpr NameSet kLateForNames{"late_for", kLateForRows};
constexpr NameSet kRuleNames{"rule", kRuleRows};
constexpr NameSet kRunsFromNames{"runs_from", kRunsFromRows};

}  // namespace huikuan::content
