// By-the-book uses the law where it is entitled to, and nowhere else.
#include <gtest/gtest.h>

#include <map>

#include "huikuan/experiment.h"
#include "huikuan/session.h"
#include "unit/test_bundle.h"

namespace huikuan::test {
namespace {

using Counts = std::map<std::pair<EventKind, int>, int>;  // by kind and value

Counts PlayedByTheBook(const char* id, int seeds) {
  const ScenarioPtr scenario = LoadScenario(RealBundle(), id).scenario;
  const BotDriver bot = BotDriver::Make("by-the-book").value();
  Counts counts;
  for (Seed seed = 1; seed <= static_cast<Seed>(seeds); ++seed) {
    Session session = std::move(Session::Start(scenario, seed)).value();
    while (!session.Ended()) EXPECT_TRUE(session.Submit(*bot.Next(session)).ok());
    for (const Event& e : session.History()) ++counts[{e.kind, e.value}];
  }
  return counts;
}

TEST(ByTheBook, CitesOnlyRulesThatBindAndClaimsOnlyWhatIsOwed) {
  int cited = 0, claimed = 0;
  for (const char* id : {"county-hospital", "full-loop", "spring-festival", "strained-foundry"}) {
    Counts n = PlayedByTheBook(id, 25);
    EXPECT_EQ((n[{EventKind::kRuleCited, 0}]), 0) << id;
    EXPECT_EQ((n[{EventKind::kInterestClaimed, 0}]), 0) << id;
    EXPECT_EQ((n[{EventKind::kHoldUnlawful, 0}]), 0) << id;
    cited += n[{EventKind::kRuleCited, 2}];
    claimed += n[{EventKind::kInterestClaimed, 1}];
  }
  EXPECT_GT(cited, 5);
  EXPECT_GT(claimed, 5);
}

TEST(ByTheBook, SecuresTheStrainedAndFilesItsClaim) {
  Counts n = PlayedByTheBook("strained-foundry", 60);
  const int filed = n[{EventKind::kClaimFiled, 0}];
  EXPECT_GT((n[{EventKind::kSecurityEffective, 0}]), 5);
  EXPECT_GT(filed, 0);
  EXPECT_EQ((n[{EventKind::kClaimLost, 0}]), 0);
  EXPECT_LE(filed, (n[{EventKind::kInsolvencyFiled, 0}]));
}

}  // namespace
}  // namespace huikuan::test
