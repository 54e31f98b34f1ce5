// What the law pack does in play: due days, interest in letters, rules against excuses, supply held
// back. Limitation and insolvency have their own files.
#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "rules/company/decide_order.h"
#include "rules/day/next_day.h"
#include "rules/deal/deal.h"
#include "rules/letter/interest.h"
#include "rules/letter/standard.h"
#include "rules/payment/dispute.h"
#include "rules/payment/instrument.h"
#include "rules/payment/process.h"
#include "rules/payment/receipt.h"
#include "unit/rules/deal_stage.h"
#include "unit/rules/law_stage.h"

namespace huikuan::rules {
namespace {

using content::Answer;
using content::PayerKind;
using content::Rule;
using test::On;
using test::Skip;
using test::Stage;
using test::UnderLaw;

using test::c;

ScenarioPtr Payer(PayerKind payer, bool declared) {
  return UnderLaw([&](Scenario& s) {
    s.customers[0].law.payer = payer;
    s.customers[0].law.sme_declared = declared;
  });
}

// ---- due days ----------------------------------------------------------------------------------

ScenarioPtr Served(const std::string& dates, const std::string& payer) {
  return test::Authored("first-invoice",
                        {{"\"days\": 45,", "\"days\": 45,\n  \"law\": \"cn\","},
                         {"\"due\": \"2026-02-03\"", dates},
                         {"\"visit_gate\"", "\"law\": {\"payer\": \"" + payer +
                                                "\", \"sme_declared\": true}, \"visit_gate\""}});
}

TEST(DueDays, ATermLongerThanTheLawAllowsIsCut) {
  const char* dates = "\"due\": \"2026-02-03\", \"served\": \"2025-11-05\"";  // 90 days
  const Stage cut(1, Served(dates, "public_body"));
  EXPECT_EQ(DueOf(cut.customer(), cut.state.known.customers[0], cut.customer().claim),
            On("2026-01-04"));
  EXPECT_EQ(cut.customer().invoices[cut.customer().claim].agreed_due, On("2026-02-03"));
  for (const char* payer : {"large_enterprise", "other"}) {  // only disputed, or as agreed
    const Stage as_agreed(1, Served(dates, payer));
    EXPECT_EQ(as_agreed.customer().invoices[as_agreed.customer().claim].due, On("2026-02-03"));
    EXPECT_EQ(as_agreed.customer().invoices[as_agreed.customer().claim].agreed_due, kNoDate);
  }
}

TEST(DueDays, WhereTheContractIsSilentTheLawSpeaks) {
  const char* dates = "\"served\": \"2025-12-01\"";
  const auto due = [&](const char* payer) {
    const ScenarioPtr scenario = Served(dates, payer);
    return scenario->customers[0].invoices[scenario->customers[0].claim].due;
  };
  EXPECT_EQ(due("public_body"), On("2025-12-31"));
  EXPECT_EQ(due("large_enterprise"), On("2026-01-30"));
  EXPECT_EQ(due("other"), On("2025-12-01")) << "at once";
}

TEST(DueDays, ADealsTermIsCutForAPublicBodyWithOurDeclaration) {
  const ScenarioPtr scenario = test::Authored(
      "full-loop", {{"\"payer\": \"large_enterprise\"", "\"payer\": \"public_body\""}});
  for (const bool declared : {false, true}) {
    test::DealStage s(1, scenario);
    DealTerms terms = s.deal().theirs;
    terms.term_days = 90;
    terms.clauses = declared ? kSmeDeclaration : 0;
    s.SignAndDeliver(terms);
    const InvoiceId balance = s.Invoice(0, content::DealPart::kBalance);
    const Date accepted =
        s.deal().dates[static_cast<std::size_t>(s.deal().lead_days)] + s.deal().accept_days;
    EXPECT_EQ(DueOf(s.customer(), s.known(), balance), accepted + (declared ? 60 : 90));
  }
}

// ---- interest in a letter ----------------------------------------------------------------------

TEST(Interest, IsWhatTheLawGivesOnTheOpenBalance) {
  // ¥384,000 since 3 February 2026; the case opens 27 days later. 384,000 × 3.9 % × 27 / 365.
  Stage general(1, UnderLaw());
  EXPECT_EQ(LawfulClaim(*general.scenario, general.state.known, c), 1'107'81);
  Stage sme(1, Payer(PayerKind::kPublicBody, true));  // 0.05 % a day
  EXPECT_EQ(LawfulClaim(*sme.scenario, sme.state.known, c), 5'184'00);
  Stage agreed(1, UnderLaw([](Scenario& s) { s.customers[0].law.late_rate = 300; }));
  EXPECT_EQ(LawfulClaim(*agreed.scenario, agreed.state.known, c), 3'110'40);
  Receive(agreed.world, c, agreed.customer().claim, 184'000'00);
  EXPECT_EQ(LawfulClaim(*agreed.scenario, agreed.state.known, c), 1'620'00);
  Stage none(1);
  EXPECT_EQ(LawfulClaim(*none.scenario, none.state.known, c), 0);
}

TEST(Interest, ComesWithTheFixedSumWhereTheLawKnowsOne) {
  Stage s(1, UnderLaw([](Scenario& scenario) {
            scenario.law.cost_bands = 1;
            scenario.law.costs[0] = {0, 100'00};
          }));
  EXPECT_EQ(LawfulClaim(*s.scenario, s.state.known, c), 1'107'81 + 100'00);
  EXPECT_EQ(LawfulInterest(*s.scenario, s.state.known, c, s.customer().claim), 1'107'81);
}

TEST(Interest, RightlyClaimedItPressesTooMuchItCostsTrust) {
  const ScenarioPtr scenario = Payer(PayerKind::kPublicBody, true);
  int disputes = 0;
  for (Seed seed = 1; seed <= 60; ++seed) {
    for (const bool too_much : {false, true}) {
      Stage s(seed, scenario);
      const PersonId ap = s.Person("ap");
      const world::PersonTruth before = s.truth().people[ap];
      InterestClaimed(s.world, c, static_cast<std::uint16_t>(1U << ap), too_much, kOne);
      const world::PersonTruth& after = s.truth().people[ap];
      ASSERT_EQ(s.Count(EventKind::kInterestClaimed), 1);
      EXPECT_EQ(s.events[0].value, too_much ? 0 : 1);
      EXPECT_EQ(s.events[0].amount, 5'184'00);
      EXPECT_EQ(after.pressure_cost > before.pressure_cost, !too_much);
      EXPECT_EQ(after.trust < before.trust, too_much);
      disputes += s.Count(EventKind::kDisputeOpened);
      if (!too_much) EXPECT_EQ(s.Count(EventKind::kDisputeOpened), 0);
    }
  }
  EXPECT_NEAR(disputes, 30, 14);
}

// The letter sheet reads the claim against the ledger, and the standard letter makes it.
TEST(Interest, IsReadFromTheDraftAndClaimedByTheStandardLetter) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "county-hospital").scenario;
  Session session = std::move(Session::Start(scenario, 1)).value();
  const Observation see = session.Observe();
  const Cents lawful = see.customers[0].legal.interest;
  ASSERT_GT(lawful, 0);
  ClauseId clause = kNone;
  for (std::size_t i = 0; i < scenario->clauses.size(); ++i) {
    if (scenario->clauses[i].claims_interest) clause = static_cast<ClauseId>(i);
  }
  ASSERT_NE(clause, kNone);
  for (const auto& [claimed, high] :
       {std::pair<Cents, bool>{kLawfulInterest, false}, {lawful, false}, {lawful + 1, true}}) {
    LetterDraft draft;
    draft.level = LetterLevel::kSecondDemand;
    draft.clauses = {clause};
    draft.interest = claimed;
    const LetterCheck check = ReadLetter(*scenario, see, draft);
    EXPECT_EQ((check.reading.flags & kLetterInterestHigh) != 0, high);
    const Phrasebook words(Language::Load(test::RealBundle(), "en").value(), scenario);
    const std::string letter = ComposeLetter(words, see, draft);
    EXPECT_NE(letter.find(words.language().Money(claimed < 0 ? lawful : claimed)),
              std::string::npos);
  }
  Stage s(1, scenario);
  const auto standard = [&](LetterLevel level) {
    return StandardLetter(*scenario, s.state.known, c, level).reading.clauses >> clause & 1;
  };
  EXPECT_EQ(standard(LetterLevel::kSecondDemand), 1U);
  EXPECT_EQ(standard(LetterLevel::kFirstDemand), 0U) << "no place for it there";
  const std::vector<Cents>& choices = see.customers[0].legal.interest_choices;
  EXPECT_NE(std::find(choices.begin(), choices.end(), lawful), choices.end());
  EXPECT_GT(choices.back(), lawful) << "and a wrong one to choose";
}

// ---- rules against excuses ---------------------------------------------------------------------

TEST(Rules, HoldOnlyForThePayersTheyBind) {
  const auto holds = [](PayerKind payer, bool declared, Rule rule) {
    const ScenarioPtr scenario = Payer(payer, declared);
    const Stage s(1, scenario);
    return RuleHolds(*scenario, s.state.known, c, rule);
  };
  for (const Rule rule :
       {Rule::kProcessNoExcuse, Rule::kUndisputedPart, Rule::kNoForcedBills, Rule::kPayWhenPaid}) {
    EXPECT_EQ(holds(PayerKind::kPublicBody, true, rule), Answer::kYes);
    EXPECT_EQ(holds(PayerKind::kLargeEnterprise, true, rule), Answer::kYes);
    EXPECT_EQ(holds(PayerKind::kLargeEnterprise, false, rule), Answer::kNo) << "not declared";
    EXPECT_EQ(holds(PayerKind::kOther, true, rule), Answer::kNo);
  }
  const Stage none(1);
  EXPECT_EQ(RuleHolds(*none.scenario, none.state.known, c, Rule::kProcessNoExcuse), Answer::kNo);
}

TEST(Rules, WhereItDependsCitingOneCostsNothingAndSettlesNothing) {
  const ScenarioPtr scenario = UnderLaw([](Scenario& s) {
    s.law.pay_when_paid_void = 0;
    s.law.pay_when_paid_else = Answer::kDisputed;
    s.customers[0].law.pay_when_paid = true;
  });
  Stage s(1, scenario);
  EXPECT_EQ(RuleHolds(*scenario, s.state.known, c, Rule::kPayWhenPaid), Answer::kDisputed);
  EXPECT_FALSE(MayWaitForUpstream(*scenario, s.state.known, c)) << "nor may they rely on it";
}

// On the line with the finance manager of the full loop, who waits for their own customer.
struct Waiting : test::DealStage {
  Waiting(Seed seed, bool declared) : DealStage(seed) {
    DealTerms terms = deal().theirs;
    terms.clauses = declared ? kSmeDeclaration : 0;
    SignAndDeliver(terms);
    BlockFirst("pay_when_paid");
    world::InvoiceTruth& balance = Balance(0);
    balance.gate = static_cast<std::uint8_t>(Gate::kCashPlan);
    known().focus = Invoice(0, content::DealPart::kBalance);
    Talk("finance_manager");
    Say("greet");
    Say("state_debt");
    const auto& objections = scenario->objections;
    for (std::size_t o = 0; o < objections.size(); ++o) {
      if (objections[o].id == "pay_when_paid") {
        state.known.conversation.objection = static_cast<ObjectionId>(o);
      }
    }
    events.clear();
  }
  void Say(const char* act) {
    huikuan::Say say;
    ASSERT_TRUE(DefaultSlots(*scenario, state.known, Act(act), &say));
    Do(say);
  }
  bool Stands() { return Blocked(world, 0, Invoice(0, content::DealPart::kBalance)); }
};

TEST(Rules, PayWhenPaidIsVoidAgainstADeclaredSmallSupplierAndCountsOtherwise) {
  int cured = 0;
  for (Seed seed = 1; seed <= 40; ++seed) {
    Waiting declared(seed, true);
    declared.Say("cite_rule");
    ASSERT_EQ(declared.Count(EventKind::kRuleCited), 1);
    EXPECT_EQ(declared.events[1].value, 2);
    cured += declared.Stands() ? 0 : 1;
    Waiting silent(seed, false);
    const Q16 trust = silent.person("finance_manager").trust;
    silent.Say("cite_rule");
    EXPECT_EQ(silent.events[1].value, 0);
    EXPECT_TRUE(silent.Stands());
    EXPECT_LT(silent.person("finance_manager").trust, trust - Hundredths(5));
  }
  EXPECT_GT(cured, 20);
}

TEST(Rules, ASignedTermHoldsUntilTheirCustomerPaysOrTheirTopDecidesOtherwise) {
  int by_desk = 0, by_top = 0, by_time = 0;
  for (Seed seed = 1; seed <= 40; ++seed) {
    Waiting desk(seed, false);
    desk.Say("request_action");
    by_desk += desk.Stands() ? 0 : 1;
    Waiting top(seed, false);
    top.person("boss").trust = kOne;
    top.Talk("boss");
    top.Say("greet");
    top.Say("state_debt");
    top.Say("request_support");
    by_top += top.Stands() ? 0 : 1;
    Waiting time(seed, false);
    for (int night = 0; night < 25 && time.Stands(); ++night) {
      Skip(time, 1);
      ProcessOvernight(time.world, 0);
    }
    by_time += time.Stands() ? 0 : 1;
  }
  EXPECT_EQ(by_desk, 0);
  EXPECT_GT(by_top, 10);
  EXPECT_NEAR(by_time, 16, 10) << "2 % a day";
}

TEST(Rules, OnlyThePartInQuestionWaitsOnceTheRuleIsShown) {
  Stage s(1, Payer(PayerKind::kPublicBody, true));
  const InvoiceId claim = s.customer().claim;
  OpenDispute(s.world, c, claim);
  EXPECT_TRUE(Disputed(s.world, c, claim));
  EXPECT_TRUE(ReleaseUndisputed(s.world, c, claim));
  EXPECT_FALSE(Disputed(s.world, c, claim));
  EXPECT_EQ(HeldBack(s.world, c, claim), 76'800'00);
  s.claim().blocker = kNone;
  s.claim().due_recognised = 1;
  s.claim().gate = static_cast<std::uint8_t>(Gate::kCashPlan);
  s.truth().cash = s.truth().cash_mean = 8 * kOne;
  for (int day = 0; day < 40; ++day) NextDay(s.world);
  EXPECT_EQ(s.known().invoices[claim].paid, 307'200'00) << "the rest waits";
  ExplainLedger(s.world, c);
  EXPECT_EQ(HeldBack(s.world, c, claim), 0);
}

TEST(Rules, BillsAreRefusedWithoutAnAffrontWhereTheyNeedOurConsent) {
  int insist_free = 0, insist_bound = 0;
  for (Seed seed = 1; seed <= 200; ++seed) {
    for (const bool bound : {true, false}) {
      Stage s(seed, Payer(bound ? PayerKind::kLargeEnterprise : PayerKind::kOther, true));
      s.truth().instrument = static_cast<std::uint8_t>(Instrument::kCommercialBill);
      s.claim().gate = static_cast<std::uint8_t>(Gate::kPaymentRun);
      OfferBill(s.world, c, s.customer().claim, Instrument::kCommercialBill, 100'000'00);
      const Q16 reactance = s.person("finance_manager").reactance;
      s.Do(DecideBill{c, 0, BillDecision::kRefuse});
      EXPECT_EQ(s.person("finance_manager").reactance > reactance, !bound);
      const bool again = PaysBy(s.world, c) != Instrument::kTransfer;
      (bound ? insist_bound : insist_free) += again ? 1 : 0;
    }
  }
  EXPECT_LT(insist_bound * 2, insist_free);
}

// ---- supply held back --------------------------------------------------------------------------

struct Hold {
  bool contracted, clause, same_contract;
  Answer may;
};

TEST(Suspension, IsOursToUseOnlyWithAClauseOrAProvedRight) {
  for (const Hold& row :
       {Hold{false, false, false, Answer::kYes}, Hold{true, false, false, Answer::kNo},
        Hold{true, true, false, Answer::kYes}, Hold{true, false, true, Answer::kYes}}) {
    auto scenario = std::make_shared<Scenario>(*test::CompanyCase());
    scenario->law = test::Cn();
    content::Order& order = scenario->customers[0].orders[0];
    order.contracted = row.contracted;
    order.under = row.same_contract ? scenario->customers[0].claim : kNone;
    scenario->customers[0].law.suspension = row.clause ? 1 : 0;
    Stage s(1, scenario);
    NextDay(s.world);
    s.events.clear();
    ASSERT_GT(OverdueTotal(*s.scenario, s.state.known, c), 0);
    EXPECT_EQ(MayHold(*s.scenario, s.state.known, c, 0), row.may);
    const Q16 cost = s.person("boss").pressure_cost, trust = s.person("boss").trust;
    const Cents value = Value(*s.scenario, s.state).liabilities;
    s.Do(DecideOrder{c, 0, OrderDecision::kHold});
    const bool breach = row.may == Answer::kNo;
    EXPECT_EQ(s.Count(EventKind::kHoldUnlawful), breach ? 1 : 0);
    EXPECT_EQ(s.person("boss").pressure_cost > cost, !breach) << "no lever";
    EXPECT_EQ(s.person("boss").trust < trust, breach);
    EXPECT_EQ(Value(*s.scenario, s.state).liabilities - value, breach ? 10'000'00 : 0);
    EXPECT_EQ(s.known().orders.held_wrongly, breach ? 1 : 0);
    EXPECT_EQ(s.state.known.seller.breaches, 0) << "of contract, not of conduct";
  }
}

TEST(Suspension, WithoutALawNothingChanges) {
  auto scenario = std::make_shared<Scenario>(*test::CompanyCase());
  scenario->customers[0].orders[0].contracted = true;
  Stage s(1, scenario);
  EXPECT_EQ(MayHold(*s.scenario, s.state.known, c, 0), Answer::kYes);
}

}  // namespace
}  // namespace huikuan::rules
