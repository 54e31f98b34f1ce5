// Security and claims under the law: formality, what an administrator undoes, filing in time.
#include "rules/legal/security.h"

#include <gtest/gtest.h>

#include "rules/day/next_day.h"
#include "rules/effects/effects.h"
#include "rules/payment/insolvency.h"
#include "unit/rules/deal_stage.h"
#include "unit/rules/law_stage.h"

namespace huikuan::rules {
namespace {

using test::On;
using test::Stage;

using test::c;

ScenarioPtr Foundry() {
  static const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "strained-foundry").scenario;
  return scenario;
}

void File(Stage& s) {
  auto& customer = const_cast<content::Customer&>(s.customer());
  customer.paying.insolvency = kOne;
  s.truth().cash = 0;
  ASSERT_TRUE(InsolvencyMorning(s.world, c));
}

ScenarioPtr FoundryChanged(const std::function<void(content::Customer&)>& change = {}) {
  auto scenario = std::make_shared<Scenario>(*Foundry());
  if (change) change(scenario->customers[0]);
  return scenario;
}

TEST(Security, HoldsOnlyWithItsFormality) {
  Stage s(1, FoundryChanged());
  const InvoiceId claim = s.customer().claim;
  const TaskId formality = s.Task("secure_formally");
  EXPECT_FALSE(s.May(OrderTask{c, formality})) << "nothing was agreed";
  AgreeSecurity(s.world, c, s.Person("boss"));
  EXPECT_EQ(SecuredShare(*s.scenario, s.known(), c, claim), 0) << "a word";
  s.Do(OrderTask{c, formality});
  for (int day = 0; day < 6; ++day) NextDay(s.world);
  ASSERT_EQ(s.Count(EventKind::kSecurityEffective), 1);
  EXPECT_EQ(SecuredShare(*s.scenario, s.known(), c, claim), Hundredths(60));
  const Cents open = OpenTotal(s.customer(), s.known());
  File(s);
  EXPECT_GT(Value(*s.scenario, s.state).open, MulMoney(open, Hundredths(55)));
}

TEST(Security, IsAskedOfThoseWhoCanGiveIt) {
  int given = 0;
  for (Seed seed = 1; seed <= 40; ++seed) {
    Stage s(seed, FoundryChanged());
    s.person("boss").trust = kOne;
    s.Talk("boss");
    for (const char* act : {"greet", "state_debt", "request_payment_date", "request_security"}) {
      Say say;
      if (!DefaultSlots(*s.scenario, s.state.known, s.Act(act), &say) || !s.May(say)) break;
      s.Do(say);
    }
    given += s.Count(EventKind::kSecurityAgreed);
    Stage clerk(seed, FoundryChanged());
    Exchange x{
        clerk.world, c, clerk.Person("ap"), clerk.scenario->acts[clerk.Act("request_security")],
        {},          {}};
    clerk.Talk("ap");
    content::Effect ask;
    ask.kind = content::EffectKind::kRequest;
    ask.request = content::Request::kSecurity;
    EffectRequest(x, ask);
    EXPECT_EQ(clerk.Count(EventKind::kSecurityAgreed), 0);
  }
  EXPECT_GT(given, 5);
}

TEST(Security, OfADealNeedsItsFormalityToo) {
  test::DealStage s;
  DealTerms terms = s.deal().theirs;
  terms.clauses = kSecurity;
  s.SignAndDeliver(terms);
  const InvoiceId balance = s.Invoice(0, content::DealPart::kBalance);
  EXPECT_EQ(SecuredShare(*s.scenario, s.known(), 0, balance), 0) << "title not registered";
  SecureFormally(s.world, 0);
  EXPECT_EQ(SecuredShare(*s.scenario, s.known(), 0, balance), kOne);
  auto lawless = std::make_shared<Scenario>(*test::FullLoop());
  lawless->law = content::LawPack{};
  test::DealStage plain(1, lawless);
  plain.SignAndDeliver(terms);
  EXPECT_EQ(SecuredShare(*plain.scenario, plain.known(), 0, balance), kOne);
}

TEST(Security, ForAnOldDebtCanBeUndoneUnlessSomebodyElseGaveIt) {
  int undone = 0;
  for (Seed seed = 1; seed <= 100; ++seed) {
    for (const bool by_other : {false, true}) {
      Stage s(seed, FoundryChanged([&](content::Customer& customer) {
                customer.law.security_by_other = by_other;
                customer.law.security = content::Security::kReceivables;
              }));
      AgreeSecurity(s.world, c, s.Person("boss"));
      SecureFormally(s.world, c);
      File(s);
      const int n = s.Count(EventKind::kSecurityVoid);
      EXPECT_EQ(SecurityOf(s.known()), n > 0 ? SecurityState::kVoid : SecurityState::kEffective);
      if (by_other) EXPECT_EQ(n, 0);
      undone += n;
    }
  }
  EXPECT_NEAR(undone, 80, 15);
}

TEST(Clawback, ReachesAsFarAsTheLawSays) {
  const ScenarioPtr cn = Foundry();
  const Date due = On("2026-05-01"), filed = On("2026-12-01");
  EXPECT_EQ(ClawbackChance(*cn, On("2026-07-01"), due, filed), Hundredths(25));
  EXPECT_EQ(ClawbackChance(*cn, On("2026-05-15"), due, filed), 0) << "older than six months";
  // Paid before it was due: a year.
  EXPECT_EQ(ClawbackChance(*cn, On("2026-05-15"), On("2026-08-01"), filed), Hundredths(25));
  EXPECT_EQ(ClawbackChance(*cn, On("2025-11-15"), On("2026-08-01"), filed), 0);
  const ScenarioPtr none = test::FirstCase();
  EXPECT_EQ(ClawbackChance(*none, On("2026-07-01"), due, filed), Hundredths(25));
  EXPECT_EQ(ClawbackChance(*none, On("2026-05-15"), due, filed), 0);
}

TEST(Claim, IsFiledInTimeOrLost) {
  for (const bool file : {false, true}) {
    Stage s(1, FoundryChanged());
    const TaskId task = s.Task("file_claim");
    EXPECT_FALSE(s.May(OrderTask{c, task})) << "they are in business";
    File(s);
    EXPECT_EQ(FileClaimBy(*s.scenario, s.known(), c), s.world.date() + 30);
    const Cents open = Value(*s.scenario, s.state).open;
    EXPECT_GT(open, 0);
    if (file) s.Do(OrderTask{c, task});
    for (int day = 0; day < 30; ++day) NextDay(s.world);
    EXPECT_EQ(s.Count(EventKind::kClaimFiled), file ? 1 : 0);
    EXPECT_EQ(s.Count(EventKind::kClaimLost), file ? 0 : 1);
    EXPECT_EQ(Value(*s.scenario, s.state).open, file ? open : 0);
    EXPECT_FALSE(s.May(OrderTask{c, task}));
  }
}

TEST(Claim, NobodyFilesAfterTheEnd) {
  Stage s(1, FoundryChanged());
  File(s);
  s.state.known.seller.ended = 1;
  EXPECT_EQ(Value(*s.scenario, s.state).open, 0);
}

}  // namespace
}  // namespace huikuan::rules
