// sim/rules/legal with the authored law packs: worked examples, edges.
#include "rules/legal/legal.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "content/scenario.h"
#include "unit/small_bundle.h"
#include "unit/test_bundle.h"

namespace huikuan::rules::legal {
namespace {

using content::ClawbackAct;
using content::Interruption;
using content::PayerDuty;
using content::PayerKind;
using content::Security;
using content::Suspension;

constexpr Cents kMillion = 1'000'000'00;

// The small case under an authored law.
const LawPack& Law(const std::string& id) {
  static std::map<std::string, ScenarioPtr> loaded;
  ScenarioPtr& scenario = loaded[id];
  if (scenario == nullptr) {
    Bundle bundle = test::SmallBundle();
    bundle.files["catalogue/law/" + id + ".json"] =
        test::RealBundle().files.at("catalogue/law/" + id + ".json");
    std::string& text = bundle.files["cases/small/case.json"];
    text.replace(text.find("\"days\""), 0, "\"law\": \"" + id + "\", ");
    const LoadReport report = LoadScenario(bundle, "small");
    EXPECT_NE(report.scenario, nullptr) << id;
    scenario = report.scenario;
  }
  static const LawPack none;
  return scenario == nullptr ? none : scenario->law;
}

const LawPack& NoLaw() {
  static const LawPack none;
  return none;
}

Date On(const char* iso) { return ParseDate(iso).value(); }
std::string Iso(Date date) { return date == kNoDate ? "none" : FormatIso(date); }

TEST(LateInterest, WorkedExamplesOfChina) {
  const LawPack& cn = Law("cn");
  // ¥1m, 90 days late: ¥45,000 under the SME rule, about ¥10,000 otherwise.
  EXPECT_EQ(LateInterest(cn, kMillion, 90, {}, true), 45'000'00);
  // 1,000,000 × 3.9 % × 90 / 365 = 9,616.438…
  EXPECT_EQ(LateInterest(cn, kMillion, 90, {}, false), 9'616'44);
  EXPECT_NEAR(LateInterest(cn, kMillion, 90, {}, false), 10'000'00, 500'00);
  EXPECT_EQ(cn.late_general.rate.ppm, 39'000);
  EXPECT_EQ(cn.late_general.rate_up_to.ppm, 45'000);
}

TEST(LateInterest, WorkedExamplesOfEuropeAndBritain) {
  // 10.15 % and 11.75 % a year.
  EXPECT_EQ(LateInterest(Law("eu"), 10'000'00, 365, {}, false), 1'015'00);
  EXPECT_EQ(LateInterest(Law("uk"), 10'000'00, 365, {}, false), 1'175'00);
  EXPECT_EQ(LateInterest(Law("uk"), 10'000'00, 1, {}, false), 3'22);
  // No special rate there: the SME rule changes nothing.
  EXPECT_EQ(LateInterest(Law("eu"), 10'000'00, 365, {}, true), 1'015'00);
}

TEST(LateInterest, TheContractWins) {
  const LawPack& cn = Law("cn");
  EXPECT_EQ(LateInterest(cn, kMillion, 90, 300, false), 27'000'00);  // 0.03 % a day
  EXPECT_EQ(LateInterest(cn, kMillion, 90, 300, true), 27'000'00);   // though 0.05 % is statutory
  EXPECT_EQ(LateInterest(cn, kMillion, 90, 0, false), 0);            // excluded by the contract
  // Under the SME rule no less than the LPR of 3 % a year: 1,000,000 × 3 % × 90 / 365.
  EXPECT_EQ(LateInterest(cn, kMillion, 90, 0, true), 7'397'26);
  EXPECT_EQ(LateInterest(cn, kMillion, 90, 50, true), 7'397'26);
  EXPECT_EQ(LateRateFor(cn, 83, true).per_days, 1);  // 83 ppm × 365 > 30,000
  // A term that excludes interest is void in Europe and Britain.
  EXPECT_EQ(LateInterest(Law("eu"), 10'000'00, 365, 0, false), 1'015'00);
  EXPECT_EQ(LateInterest(Law("uk"), 10'000'00, 365, 0, false), 1'175'00);
  EXPECT_EQ(LateInterest(Law("uk"), 10'000'00, 365, 100, false), 365'00);
}

TEST(LateInterest, Edges) {
  const LawPack& cn = Law("cn");
  EXPECT_EQ(LateInterest(cn, kMillion, 0, {}, true), 0);
  EXPECT_EQ(LateInterest(cn, kMillion, -3, {}, true), 0);
  EXPECT_EQ(LateInterest(cn, 0, 90, {}, true), 0);
  EXPECT_EQ(LateInterest(cn, -5, 90, {}, true), 0);
  EXPECT_EQ(LateInterest(cn, 1, 1, {}, true), 0);     // 0.0005 cents
  EXPECT_EQ(LateInterest(cn, 1000, 1, {}, true), 0);  // half a cent, to even
  EXPECT_EQ(LateInterest(cn, 3000, 1, {}, true), 2);  // one and a half, to even
  // ¥1 trillion for 20 years: exact.
  constexpr Cents kTrillion = 1'000'000'000'000'00;
  EXPECT_EQ(LateInterest(cn, kTrillion, 7305, {}, true), kTrillion / 10'000 * 5 * 7305);
  EXPECT_EQ(LateInterest(cn, kTrillion, 7300, {}, false), kTrillion / 1000 * 39 * 20);
  // The largest of everything stays in range.
  EXPECT_EQ(LateInterest(cn, kMaxMoney, 2'000'000'000, 2'000'000'000, true), kMaxMoney);
  EXPECT_EQ(LateInterest(Law("uk"), kMaxMoney, 36'525, {}, false), kMaxMoney);
  EXPECT_EQ(LateInterest(cn, kMillion, 90, -1, false), 0);
}

TEST(RecoveryCost, BySize) {
  const LawPack& uk = Law("uk");
  EXPECT_EQ(RecoveryCost(uk, 999'99), 40'00);
  EXPECT_EQ(RecoveryCost(uk, 1'000'00), 70'00);
  EXPECT_EQ(RecoveryCost(uk, 9'999'99), 70'00);
  EXPECT_EQ(RecoveryCost(uk, 10'000'00), 100'00);
  EXPECT_EQ(RecoveryCost(uk, kMaxMoney), 100'00);
  EXPECT_EQ(RecoveryCost(uk, 0), 0);
  EXPECT_EQ(RecoveryCost(Law("eu"), 1), 40'00);
  EXPECT_EQ(RecoveryCost(Law("cn"), kMillion), 0);
}

TEST(Limitation, Periods) {
  const Date due = On("2026-02-03");
  EXPECT_EQ(Iso(LimitationFromDue(Law("cn"), due)), "2029-02-03");
  EXPECT_EQ(Iso(LimitationFromDue(Law("eu"), due)), "2029-12-31");
  EXPECT_EQ(Iso(LimitationFromDue(Law("uk"), due)), "2032-02-03");
  EXPECT_EQ(Iso(LimitationDate(Law("cn"), On("2026-04-01"))), "2029-04-01");
  EXPECT_EQ(Iso(LimitationDate(Law("eu"), On("2026-04-01"))), "2029-04-01");
  EXPECT_EQ(Iso(LimitationDate(Law("cn"), On("2024-02-29"))), "2027-02-28");
  EXPECT_EQ(Iso(LimitationDate(Law("cn"), kNoDate)), "none");
}

TEST(Limitation, RenewedAndCapped) {
  const LawPack& cn = Law("cn");
  const Date due = On("2026-02-03");
  EXPECT_EQ(Iso(LimitationDate(cn, due, kNoDate)), "2029-02-03");
  EXPECT_EQ(Iso(LimitationDate(cn, due, On("2028-11-11"))), "2031-11-11");
  // Twenty years from the due date whatever happens.
  EXPECT_EQ(Iso(LimitationDate(cn, due, On("2045-06-01"))), "2046-02-03");
  EXPECT_EQ(Iso(LimitationDate(Law("uk"), due, On("2045-06-01"))), "2051-06-01");
  // What came early does not shorten the first run.
  EXPECT_EQ(Iso(LimitationDate(Law("eu"), due, On("2026-02-10"))), "2029-12-31");
  EXPECT_EQ(Iso(LimitationDate(cn, kNoDate, kNoDate)), "none");
}

TEST(Limitation, DemandsByDelivery) {
  const LawPack& cn = Law("cn");
  EXPECT_EQ(DemandInterrupts(cn, Delivery::kRegistered, true), Answer::kYes);
  EXPECT_EQ(DemandInterrupts(cn, Delivery::kRegistered, false), Answer::kDisputed);
  EXPECT_EQ(DemandInterrupts(cn, Delivery::kCourier, true), Answer::kDisputed);
  EXPECT_EQ(DemandInterrupts(cn, Delivery::kCourier, false), Answer::kNo);
  EXPECT_EQ(DemandInterrupts(cn, Delivery::kEmail, true), Answer::kDisputed);
  EXPECT_EQ(DemandInterrupts(cn, Delivery::kByHand, true), Answer::kYes);
  for (const char* law : {"eu", "uk"}) {
    EXPECT_EQ(DemandInterrupts(Law(law), Delivery::kRegistered, true), Answer::kNo) << law;
    EXPECT_TRUE(Interrupts(Law(law), Interruption::kPartPayment)) << law;
    EXPECT_TRUE(Interrupts(Law(law), Interruption::kAcknowledgement)) << law;
  }
  EXPECT_FALSE(Interrupts(Law("uk"), Interruption::kPromise));
  EXPECT_TRUE(Interrupts(cn, Interruption::kPromise));
}

TEST(SmeRule, WhomItReaches) {
  const LawPack& cn = Law("cn");
  EXPECT_TRUE(SmeRuleApplies(cn, PayerKind::kPublicBody, true));
  EXPECT_TRUE(SmeRuleApplies(cn, PayerKind::kLargeEnterprise, true));
  EXPECT_FALSE(SmeRuleApplies(cn, PayerKind::kOther, true));
  EXPECT_FALSE(SmeRuleApplies(cn, PayerKind::kLargeEnterprise, false));
  EXPECT_FALSE(SmeRuleApplies(Law("eu"), PayerKind::kPublicBody, true));
  EXPECT_TRUE(DutyHolds(cn, PayerDuty::kProcessNoExcuse, PayerKind::kLargeEnterprise, true));
  EXPECT_FALSE(DutyHolds(cn, PayerDuty::kNoForcedBills, PayerKind::kLargeEnterprise, false));
  EXPECT_FALSE(DutyHolds(cn, PayerDuty::kUndisputedPart, PayerKind::kOther, true));
}

TEST(DueDays, ByPayer) {
  const LawPack& cn = Law("cn");
  EXPECT_EQ(StatutoryDueDays(cn, PayerKind::kPublicBody, {}, true), 30);
  EXPECT_EQ(StatutoryDueDays(cn, PayerKind::kPublicBody, 45, true), 45);
  EXPECT_EQ(StatutoryDueDays(cn, PayerKind::kPublicBody, 90, true), 60);
  EXPECT_EQ(StatutoryDueDays(cn, PayerKind::kPublicBody, 90, false), 90);
  EXPECT_EQ(StatutoryDueDays(cn, PayerKind::kLargeEnterprise, {}, true), 60);
  // Sixty days are the default for large enterprises, no hard cap.
  EXPECT_EQ(StatutoryDueDays(cn, PayerKind::kLargeEnterprise, 120, true), 120);
  EXPECT_EQ(LongTermCounts(cn, PayerKind::kLargeEnterprise, 120, true), Answer::kDisputed);
  EXPECT_EQ(LongTermCounts(cn, PayerKind::kLargeEnterprise, 60, true), Answer::kYes);
  EXPECT_EQ(LongTermCounts(cn, PayerKind::kPublicBody, 61, true), Answer::kNo);
  EXPECT_EQ(StatutoryDueDays(cn, PayerKind::kOther, {}, true), 0);
  EXPECT_EQ(StatutoryDueDays(Law("eu"), PayerKind::kOther, {}, false), 30);
  EXPECT_EQ(LongTermCounts(Law("eu"), PayerKind::kOther, 90, false), Answer::kDisputed);
  EXPECT_EQ(StatutoryDueDays(Law("uk"), PayerKind::kPublicBody, 60, false), 30);
}

TEST(PayWhenPaid, ByPayer) {
  const LawPack& cn = Law("cn");
  EXPECT_EQ(PayWhenPaidCounts(cn, PayerKind::kLargeEnterprise, true), Answer::kNo);
  EXPECT_EQ(PayWhenPaidCounts(cn, PayerKind::kPublicBody, true), Answer::kNo);
  EXPECT_EQ(PayWhenPaidCounts(cn, PayerKind::kLargeEnterprise, false), Answer::kYes);
  EXPECT_EQ(PayWhenPaidCounts(cn, PayerKind::kOther, true), Answer::kYes);
  EXPECT_EQ(PayWhenPaidCounts(Law("eu"), PayerKind::kLargeEnterprise, true), Answer::kDisputed);
  EXPECT_EQ(PayWhenPaidCounts(Law("uk"), PayerKind::kLargeEnterprise, true), Answer::kYes);
}

TEST(SuspensionLawful, NeedsAClauseOrAProvedRight) {
  for (const char* law : {"cn", "eu", "uk"}) {
    for (int what = 0; what < content::kSuspensions; ++what) {
      EXPECT_EQ(SuspensionLawful(Law(law), static_cast<Suspension>(what), false, false),
                Answer::kNo)
          << law << what;
    }
    EXPECT_EQ(SuspensionLawful(Law(law), Suspension::kDelivery, false, true), Answer::kYes) << law;
  }
  EXPECT_EQ(SuspensionLawful(Law("cn"), Suspension::kRemoteLock, true, false), Answer::kYes);
  EXPECT_EQ(SuspensionLawful(Law("cn"), Suspension::kRemoteLock, false, true), Answer::kDisputed);
  EXPECT_EQ(SuspensionLawful(Law("cn"), Suspension::kRemoteLock, true, true), Answer::kYes);
  EXPECT_EQ(SuspensionLawful(Law("eu"), Suspension::kRemoteLock, true, true), Answer::kDisputed);
  EXPECT_EQ(SuspensionLawful(Law("uk"), Suspension::kService, false, true), Answer::kDisputed);
}

TEST(SecurityHolds, RetentionOfTitle) {
  EXPECT_EQ(SecurityHolds(Law("cn"), Security::kRetentionOfTitle, false), Answer::kNo);
  EXPECT_EQ(SecurityHolds(Law("cn"), Security::kRetentionOfTitle, true), Answer::kYes);
  EXPECT_EQ(Law("cn").security[0].formality, content::Formality::kRegistered);
  EXPECT_EQ(SecurityHolds(Law("uk"), Security::kRetentionOfTitle, true), Answer::kYes);
  EXPECT_EQ(Law("uk").security[0].formality, content::Formality::kClause);
  EXPECT_EQ(Law("eu").security[0].formality, content::Formality::kClause);
}

TEST(ClawbackReach, Periods) {
  const LawPack& cn = Law("cn");
  EXPECT_EQ(ClawbackReach(cn, 0, ClawbackAct::kPayment), Answer::kYes);
  EXPECT_EQ(ClawbackReach(cn, -5, ClawbackAct::kPayment), Answer::kYes);
  EXPECT_EQ(ClawbackReach(cn, 183, ClawbackAct::kPayment), Answer::kYes);
  EXPECT_EQ(ClawbackReach(cn, 184, ClawbackAct::kPayment), Answer::kNo);
  EXPECT_EQ(ClawbackReach(cn, 365, ClawbackAct::kNewSecurity), Answer::kYes);
  EXPECT_EQ(ClawbackReach(cn, 366, ClawbackAct::kNewSecurity), Answer::kNo);
  EXPECT_EQ(ClawbackReach(Law("uk"), 200, ClawbackAct::kPayment), Answer::kDisputed);
  EXPECT_EQ(ClawbackReach(Law("uk"), 731, ClawbackAct::kPayment), Answer::kNo);
  EXPECT_EQ(ClawbackReach(Law("eu"), 92, ClawbackAct::kPayment), Answer::kYes);
  EXPECT_EQ(ClawbackReach(Law("eu"), 1460, ClawbackAct::kPayment), Answer::kDisputed);
  EXPECT_EQ(ClawbackReach(Law("eu"), 7305, ClawbackAct::kPayment), Answer::kNo);
}

TEST(NoLaw, OnlyTheContractCounts) {
  const LawPack& none = NoLaw();
  EXPECT_EQ(LateInterest(none, kMillion, 90, {}, true), 0);
  EXPECT_EQ(LateInterest(none, kMillion, 90, 500, false), 45'000'00);
  EXPECT_EQ(RecoveryCost(none, kMillion), 0);
  EXPECT_EQ(LimitationFromDue(none, On("2026-02-03")), kNoDate);
  EXPECT_EQ(LimitationDate(none, On("2026-02-03")), kNoDate);
  EXPECT_EQ(LimitationDate(none, On("2026-02-03"), On("2026-02-03")), kNoDate);
  EXPECT_EQ(DemandInterrupts(none, Delivery::kRegistered, true), Answer::kNo);
  EXPECT_EQ(StatutoryDueDays(none, PayerKind::kPublicBody, 90, true), 90);
  EXPECT_EQ(StatutoryDueDays(none, PayerKind::kPublicBody, {}, true), 0);
  EXPECT_EQ(LongTermCounts(none, PayerKind::kPublicBody, 90, true), Answer::kYes);
  EXPECT_EQ(PayWhenPaidCounts(none, PayerKind::kLargeEnterprise, true), Answer::kYes);
  EXPECT_EQ(SuspensionLawful(none, Suspension::kDelivery, true, false), Answer::kYes);
  EXPECT_EQ(SuspensionLawful(none, Suspension::kDelivery, false, true), Answer::kNo);
  EXPECT_EQ(SecurityHolds(none, Security::kLand, true), Answer::kNo);
  EXPECT_EQ(ClawbackReach(none, 0, ClawbackAct::kPayment), Answer::kNo);
}

}  // namespace
}  // namespace huikuan::rules::legal
