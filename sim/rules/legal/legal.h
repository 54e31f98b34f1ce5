// What the law says, from a law pack (content/law.h; catalogue/law/<id>.json names article and year
// for each number). Pure functions of integers: no state, no chance, no allocation. Answers are
// what a court would say: kYes, kNo, or kDisputed when it depends on the facts. A pack that is not
// present knows nothing statutory: contracts count as signed.
//
// Amounts are cents of the case's currency; days are calendar days.
#pragma once

#include <optional>

#include "content/law.h"
#include "core/date.h"
#include "core/fixed.h"

namespace huikuan::rules::legal {

using content::Answer;
using content::LawPack;

// ---- the SME rule -------------------------------------------------------------------------------

// Both are content's (content/law.h), which applies due days when a case is loaded.
using content::SmeRuleApplies;
using content::StatutoryDueDays;

// Whether an agreed period of so many days counts against us.
Answer LongTermCounts(const LawPack& pack, content::PayerKind payer, int agreed_days,
                      bool sme_declared);

// Whether this duty binds this payer: "our process takes time", "the whole is in dispute" and "take
// a bill" are then no excuses.
bool DutyHolds(const LawPack& pack, content::PayerDuty duty, content::PayerKind payer,
               bool sme_declared);

// Whether a signed clause "you are paid when we are" holds against us. kNo = it is void.
Answer PayWhenPaidCounts(const LawPack& pack, content::PayerKind payer, bool sme_declared);

// ---- money --------------------------------------------------------------------------------------

// The rate LateInterest applies. `agreed`: the contract's, in ppm a day 0…10'000 (0.05 % = 500;
// more is read as 10'000), or none. `sme_applies`: SmeRuleApplies; a pack without a special rate
// for it has the general one. An agreed rate wins over the statutory one, down to the floor if
// there is one; 0 agreed is a term that excludes interest, which some laws ignore. {0, 1} = none.
content::LateRate LateRateFor(const LawPack& pack, std::optional<Ppm> agreed, bool sme_applies);

// Simple interest on `principal` (0…kMaxMoney) for `days_late` (≤ 0 gives 0; more than 36,525 count
// as 36,525), half to even, at most kMaxMoney. One rate for the whole time: the pack's, of its
// date.
//   principal × ppm × days / (1,000,000 × per_days)
Cents LateInterest(const LawPack& pack, Cents principal, int days_late, std::optional<Ppm> agreed,
                   bool sme_applies);

// The fixed sum for the costs of collecting one late invoice of this principal; 0 when the law
// names none or the principal is not positive (EU 2011/7 art. 6; UK 1998 Act s. 5A).
Cents RecoveryCost(const LawPack& pack, Cents principal);

// ---- time ---------------------------------------------------------------------------------------

// Whether such an event makes a claim good again that was out of time already.
bool Revives(const LawPack& pack, content::Interruption what);
// The last day on which a suit is in time after the claim fell due and nothing happened since.
// kNoDate = the law knows no limit, or `due` is kNoDate. 29 February becomes 28 where the year has
// none; non-working days are not counted in our favour.
Date LimitationFromDue(const LawPack& pack, Date due);
// … after the last event that began it anew (Interrupts), without regard to the longest period. The
// event must have come in time: what is out of time is not renewed by it.
Date LimitationDate(const LawPack& pack, Date last_interruption);
// … with both: the longest period from the due date caps it. `last_interruption` may be kNoDate.
Date LimitationDate(const LawPack& pack, Date due, Date last_interruption);

// Whether such an event begins limitation anew.
bool Interrupts(const LawPack& pack, content::Interruption what);
// Whether a written demand does, sent in this way: arrival and content must both be proved.
// `content_described`: waybill or signed receipt says what was sent ("demand, contract 12").
// An expired limitation is not revived by this.
Answer DemandInterrupts(const LawPack& pack, Delivery delivery, bool content_described);

// ---- our own steps ------------------------------------------------------------------------------

// Whether we may stop this. `has_clause`: the contract says so; `proved_right`: a statutory right
// for this contract and proof of its conditions (they have not performed, or visibly cannot). The
// better of the two counts. kNo = our breach, and a counterclaim.
Answer SuspensionLawful(const LawPack& pack, content::Suspension what, bool has_clause,
                        bool proved_right);

// Whether this security holds against third parties (other creditors, buyers, an administrator).
Answer SecurityHolds(const LawPack& pack, content::Security security, bool formality_done);

// Whether an administrator can undo it. `days_before_filing`: negative = after it. Months count as
// 365/12 days, rounded up. kYes within the ordinary period, kDisputed within the longer one
// (intent, connected parties), kNo beyond both. Further conditions (they were insolvent, we knew)
// are facts.
Answer ClawbackReach(const LawPack& pack, int days_before_filing, content::ClawbackAct act);

}  // namespace huikuan::rules::legal
