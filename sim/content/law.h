// A law pack: what a jurisdiction says about collecting, as numbers that rules read
// (sim/rules/legal) and entries that people read. Authored in catalogue/law/<id>.json. Training
// material, no legal advice: every entry says whether a lawyer has checked it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/fixed.h"
#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan::content {

// A rule that can be put before a customer against an excuse.
enum class Rule : std::uint8_t {
  kNone,
  kProcessNoExcuse,  // PayerDuty, in its order
  kUndisputedPart,
  kNoForcedBills,
  kPayWhenPaid,  // a term by which we are paid when they are is void
  kCount,
};

// What a court would say. kDisputed: it depends on the facts, or courts differ.
enum class Answer : std::uint8_t { kNo, kDisputed, kYes };

// The payer by size; the size at signing counts.
enum class PayerKind : std::uint8_t { kOther, kPublicBody, kLargeEnterprise, kCount };
inline constexpr int kPayerKinds = static_cast<int>(PayerKind::kCount);

enum class LawKind : std::uint8_t {
  kLateInterest,
  kAgreedPenalty,
  kRecoveryCosts,
  kLimitation,
  kDemandProof,
  kSmeRule,
  kPaymentPeriod,
  kPayerDuty,
  kPayWhenPaid,
  kSuspension,
  kSecurity,
  kClawback,
  kConduct,
  kNote,
  kCount,
};

// What makes limitation begin anew.
enum class Interruption : std::uint8_t {
  kDemand,           // a demand that reached them
  kPartPayment,      // they paid a part
  kAcknowledgement,  // they acknowledged the debt: sealed statement, letter, plan
  kPromise,          // they agreed to perform
  kSuit,             // suit, payment order, arbitration
  kCount,
};

enum class Suspension : std::uint8_t { kDelivery, kService, kSpareParts, kRemoteLock, kCount };
inline constexpr int kSuspensions = static_cast<int>(Suspension::kCount);

enum class Security : std::uint8_t {
  kRetentionOfTitle,
  kGuarantee,
  kMovables,     // mortgage or pledge of machines and stock
  kReceivables,  // charge over, or assignment of, their claims
  kLand,
  kCount,
};
inline constexpr int kSecurities = static_cast<int>(Security::kCount);

enum class Formality : std::uint8_t { kNone, kClause, kWritten, kRegistered, kPossession, kCount };

// What an insolvency administrator may undo.
enum class ClawbackAct : std::uint8_t {
  kPayment,       // of a debt that was due
  kEarlyPayment,  // of one that was not
  kNewSecurity,   // for an old debt
  kUndervalue,    // goods or rights given up for too little
  kCount,
};
inline constexpr int kClawbackActs = static_cast<int>(ClawbackAct::kCount);

// Duties of payers that take an excuse away.
enum class PayerDuty : std::uint8_t {
  kProcessNoExcuse,  // internal process, change of leader: no ground for delay
  kUndisputedPart,   // what is not in dispute must be paid
  kNoForcedBills,    // bills and vouchers need the supplier's free consent
  kCount,
};
inline constexpr int kPayerDuties = static_cast<int>(PayerDuty::kCount);

enum class Conduct : std::uint8_t {
  kViolence,
  kDetention,
  kRefusingToLeave,
  kFalseIdentity,
  kFalseCourtPapers,
  kContactingFamily,
  kTellingOutsiders,
  kThreatOfPolice,
  kHarassment,
  kBuyingData,
  kBribe,
  kDebtCompany,  // hiring a "collection company"
  kRecordingOwnCall,
  kCount,
};
inline constexpr int kConducts = static_cast<int>(Conduct::kCount);

// Simple interest: `ppm` of the principal per `per_days` calendar days. {500, 1} = 0.05 % a day;
// {39'000, 365} = 3.9 % a year. ppm ≤ 500'000, per_days 1…366.
struct LateRate {
  Ppm ppm = 0;
  std::int32_t per_days = 1;
};

struct LateRule {
  bool present = false;
  LateRate rate;                  // what is safely owed when nothing is agreed
  LateRate rate_up_to;            // the most a court gives; equals rate when there is no range
  LateRate floor;                 // an agreed rate counts at least so much; 0 = no floor
  bool agreed_wins = true;        // else the higher of the two
  bool no_interest_void = false;  // a term that excludes interest does not count
};

inline constexpr int kMaxCostBands = 4;
struct CostBand {
  Cents below = 0;  // claims below this; 0 = all others
  Cents fixed = 0;
};

struct LimitationRule {
  std::int16_t years = 0;           // 0 = no rule
  std::int16_t longest_years = 0;   // from the due date whatever happens; 0 = none
  bool from_year_end = false;       // the first run begins with the end of the year of the due date
  std::uint8_t interrupted_by = 0;  // bit per Interruption
  std::uint8_t revived_by = 0;      // … what makes even an expired claim good again
};

struct PeriodRule {
  bool present = false;
  std::int16_t not_agreed = 0;   // days when the contract says nothing
  std::int16_t longest = 0;      // 0 = none
  Answer beyond = Answer::kYes;  // whether a longer agreed period counts
};

struct SecurityRule {
  Formality formality = Formality::kNone;  // what it needs against third parties
  Answer without = Answer::kNo;            // holds against third parties without it
  Answer with = Answer::kNo;               // … with it
};

struct ClawbackRule {
  std::int16_t months = 0;          // reached back from the filing; 0 = not at all
  std::int16_t longest_months = 0;  // under further conditions; ≥ months
};

struct ConductRule {
  Answer allowed = Answer::kNo;
  std::int16_t prison_months = 0;  // up to; 0 = none named
  std::int16_t custody_days = 0;   // administrative detention up to
};

enum class Confidence : std::uint8_t { kSettled, kLikely, kUncertain };

struct LawSource {
  TextRef cite = 0;
  std::int16_t year = 0;
};
struct LawEntry {
  std::string id;
  LawKind kind = LawKind::kNote;
  TextRef text = 0;
  std::vector<LawSource> sources;
  Confidence confidence = Confidence::kSettled;
  bool by_lawyer = false;
  TextRef note = 0, lawyer = 0;  // what to check; who checked it
  Date checked_on = kNoDate;
};

// Without a law (present = false) nothing statutory exists: no interest but the agreed rate, no
// limitation, and clauses count as signed.
struct LawPack {
  bool present = false;
  std::string id;
  TextRef title = 0, scope = 0;
  Date as_of = kNoDate;
  std::vector<LawEntry> entries;  // in the author's order

  LateRule late_general, late_sme;
  Ppm penalty_cut_above = 0;  // a penalty more than this above the loss may be cut; 0 = no rule
  std::array<CostBand, kMaxCostBands> costs;  // rising; cost_bands of them
  std::uint8_t cost_bands = 0;
  LimitationRule limitation;
  // by Delivery, then whether the content is described on the waybill or receipt
  std::array<std::array<Answer, 2>, 4> demand_proof{};
  std::uint8_t sme_payers = 0;  // bit per PayerKind; 0 = no SME rule
  bool sme_must_declare = true;
  std::array<PeriodRule, kPayerKinds> period_general, period_sme;
  std::array<std::uint8_t, kPayerDuties> duty_general{}, duty_sme{};  // bit per PayerKind
  std::uint8_t pay_when_paid_void = 0;                                // bit per PayerKind …
  bool pay_when_paid_sme_only = true;  // … where the SME rule applies
  Answer pay_when_paid_else = Answer::kYes;
  // by Suspension: with a clause, with a proved right, with neither
  std::array<std::array<Answer, 3>, kSuspensions> suspension{};
  std::array<SecurityRule, kSecurities> security;
  std::array<ClawbackRule, kClawbackActs> clawback;
  std::array<ConductRule, kConducts> conduct;
};

// Where one customer and our contract with it stand in law, as the case says.
struct CustomerLaw {
  PayerKind payer = PayerKind::kOther;
  bool sme_declared = false;    // in the signed contract; a deal's contract says so itself
  bool pay_when_paid = false;   // signed: we are paid when their own customer pays them
  Q16 upstream = 0;             // chance a business day that it does
  Ppm late_rate = kNoLateRate;  // agreed, ppm of the principal a calendar day 0…10'000
  std::uint8_t suspension = 0;  // clauses that allow it; bit per Suspension
  Security security = Security::kGuarantee;  // what they could give,
  Q16 security_covers = 0;                   // … for this share of the debt; 0 = nothing
  bool security_by_other = false;            // … from somebody else's pocket
  std::int16_t claim_days =
      0;  // calendar days for filing claims in their insolvency; 0 = by itself

  static constexpr Ppm kNoLateRate = -1;
};

// Functions of a pack that are needed when a case is loaded; the rest is in rules/legal.

// Whether the protection of small suppliers binds this payer (CN: State Council Order 802, art. 3).
// `sme_declared`: we are an SME and said so at signing; where nothing need be declared, we are one.
bool SmeRuleApplies(const LawPack& pack, PayerKind payer, bool sme_declared);

// The rule for this payer: the special one where it applies and there is one.
const PeriodRule& PeriodOf(const LawPack& pack, PayerKind payer, bool sme_declared);

// Days within which this payer must pay. `agreed_days`: of the contract, 0…3650, or none. An agreed
// period beyond the law's longest is cut to it only where the law says so without "unless"; where a
// longer one is disputed it is returned as agreed, and LongTermCounts says kDisputed. 0 = at once.
int StatutoryDueDays(const LawPack& pack, PayerKind payer, std::optional<int> agreed_days,
                     bool sme_declared);

}  // namespace huikuan::content
