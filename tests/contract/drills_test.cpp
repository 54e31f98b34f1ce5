// The four drills: the book's way is praised and never blamed, mistakes are named at once, and
// feedback tells nothing that could not be known.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "content/scenario.h"
#include "huikuan/experiment.h"
#include "huikuan/feedback.h"
#include "huikuan/text.h"
#include "huikuan/watch.h"
#include "unit/how_many.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

const char* const kDrills[] = {"drill-call", "drill-letter", "drill-visit", "drill-reconciliation"};

class EveryDrill : public ::testing::TestWithParam<const char*> {
 protected:
  ScenarioPtr Load() const { return LoadScenario(test::RealBundle(), GetParam()).scenario; }
};

Session StartedDrill(const ScenarioPtr& scenario, Seed seed) {
  return std::move(Session::Start(scenario, seed)).value();
}

void PlayByTheBook(Session& session) {
  const BotDriver bot = BotDriver::Make("by-the-book").value();
  while (!session.Ended()) ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
}

int CountMoves(const std::vector<Feedback>& feedback, Move move) {
  return static_cast<int>(std::count_if(feedback.begin(), feedback.end(),
                                        [&](const Feedback& f) { return f.move == move; }));
}

TEST_P(EveryDrill, IsOneAndSmall) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  EXPECT_TRUE(IsDrill(*scenario));
  EXPECT_EQ(scenario->customers.size(), 1U);
  EXPECT_LE(scenario->customers[0].people.size(), 4U);
  EXPECT_LE(scenario->days.size(), 15U);
}

TEST_P(EveryDrill, TheBookIsNeverBlamed) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  for (Seed seed = 1; seed <= static_cast<Seed>(test::HowMany(40, 300)); ++seed) {
    Session session = StartedDrill(scenario, seed);
    PlayByTheBook(session);
    const Observation see = session.Observe();
    for (const Feedback& f : see.feedback) {
      EXPECT_NE(f.move, Move::kBad) << "seed " << seed << ": " << f.key;
    }
    EXPECT_GE(CountMoves(see.feedback, Move::kGood), 4) << "seed " << seed;
  }
}

TEST_P(EveryDrill, TheBookBeatsChance) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  SimulateOptions options;
  options.seeds = test::HowMany(100, 300);
  const auto mean = [&](const char* bot) {
    const auto rows = Simulate(scenario, bot, options).value();
    double sum = 0;
    for (const SimulateRow& row : rows) sum += static_cast<double>(row.value) / kOne;
    return sum / static_cast<double>(rows.size());
  };
  EXPECT_GT(mean("by-the-book"), mean("random") + 0.05);
}

TEST_P(EveryDrill, TellsEveryLineInBothLanguages) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  for (const std::string& tag : Language::Tags(test::RealBundle())) {
    const Phrasebook words(Language::Load(test::RealBundle(), tag).value(), scenario);
    for (const char* name : {"by-the-book", "random", "nag-daily"}) {
      const BotDriver bot = BotDriver::Make(name).value();
      for (Seed seed = 1; seed <= 6; ++seed) {
        Session session = StartedDrill(scenario, seed);
        while (!session.Ended()) ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
        const Observation see = session.Observe();
        for (const Feedback& f : see.feedback) {
          const std::string line = FeedbackLine(words, f);
          EXPECT_EQ(line.find("\u27e6"), std::string::npos) << f.key;
          EXPECT_EQ(line.find('{'), std::string::npos) << f.key << ": " << line;
          EXPECT_LT(f.after, see.history.size());
        }
        const DrillEnd end = SumUp(see.feedback);
        for (const std::string& line :
             {DrillGood(words, end), DrillCost(words, end), DrillNext(words, end)}) {
          EXPECT_FALSE(line.empty());
          EXPECT_EQ(line.find("\u27e6"), std::string::npos) << line;
        }
      }
    }
  }
}

TEST_P(EveryDrill, ASaveKeepsTheFeedback) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  Session session = StartedDrill(scenario, 3);
  PlayByTheBook(session);
  const Session again = std::move(Session::Resume(scenario, session.Save())).value();
  const Observation first = session.Observe(), second = again.Observe();
  ASSERT_EQ(first.feedback.size(), second.feedback.size());
  for (std::size_t i = 0; i < first.feedback.size(); ++i) {
    EXPECT_EQ(first.feedback[i].key, second.feedback[i].key);
    EXPECT_EQ(first.feedback[i].after, second.feedback[i].after);
  }
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryDrill, ::testing::ValuesIn(kDrills), [](const auto& param) {
  std::string name = param.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Drills, TheMenuKnowsThem) {
  std::set<std::string> drills;
  for (const CaseCard& card : CaseCards(test::RealBundle())) {
    if (card.drill) drills.insert(card.id);
  }
  EXPECT_EQ(drills, std::set<std::string>(std::begin(kDrills), std::end(kDrills)));
}

TEST(Drills, CasesSayNothingBeforeTheEnd) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  Session session = StartedDrill(scenario, 1);
  PlayByTheBook(session);
  EXPECT_TRUE(session.Observe().feedback.empty());
}

// ---- planted mistakes ---------------------------------------------------------------------------

std::uint8_t ActCalled(const Scenario& scenario, const std::string& id) {
  for (std::size_t a = 0; a < scenario.acts.size(); ++a) {
    if (scenario.acts[a].id == id) return static_cast<std::uint8_t>(a);
  }
  ADD_FAILURE() << id;
  return 0;
}

// Says the act as offered; false when it cannot be said now.
bool SayAct(Session& session, const std::string& id) {
  const ActId act = ActCalled(*session.scenario(), id);
  const Observation see = session.Observe();
  if (!see.conversation) return false;
  for (const auto* list : {&see.conversation->offers, &see.conversation->others}) {
    for (const OfferView& offer : *list) {
      if (offer.command.act == act) return session.Submit(offer.command).ok();
    }
  }
  return false;
}

Feedback LastOf(const Session& session) {
  const Observation see = session.Observe();
  return see.feedback.empty() ? Feedback{} : see.feedback.back();
}

// A call to the buyer, greeted; the papers read first if asked for.
Session CallTheBuyer(Seed seed, bool read) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "drill-call").scenario;
  for (;; ++seed) {
    Session session = StartedDrill(scenario, seed);
    for (DocumentId d = 0; read && d < 3; ++d) EXPECT_TRUE(session.Submit(OpenDocument{0, d}).ok());
    EXPECT_TRUE(session.Submit(StartCall{0, 0}).ok());
    if (session.Observe().conversation) return session;
  }
}

TEST(Drills, PlantedMistakesAreNamedAtOnce) {
  Session unread = CallTheBuyer(1, false);
  EXPECT_EQ(LastOf(unread).key, "call.unread");
  EXPECT_EQ(LastOf(unread).move, Move::kBad);

  Session threat = CallTheBuyer(1, true);
  ASSERT_TRUE(SayAct(threat, "greet"));
  EXPECT_EQ(LastOf(threat).key, "greeted");
  ASSERT_TRUE(SayAct(threat, "state_debt"));
  ASSERT_TRUE(SayAct(threat, "threaten"));
  EXPECT_EQ(LastOf(threat).key, "breach.threat");
  EXPECT_EQ(LastOf(threat).move, Move::kBad);
}

TEST(Drills, ABadAnswerToAnObjectionIsBad) {
  int tried = 0;
  for (Seed seed = 1; seed <= 80; ++seed) {
    Session session = CallTheBuyer(seed, true);
    if (!SayAct(session, "greet") || !SayAct(session, "state_debt")) continue;
    for (const char* ask : {"request_payment_date", "ask_cause", "probe_gate"}) SayAct(session, ask);
    const Observation see = session.Observe();
    if (!see.conversation || see.conversation->objection == kNone) continue;
    const auto& objection = session.scenario()->objections[see.conversation->objection];
    const std::string bad = session.scenario()->acts[objection.bad.front()].id;
    const std::string best = session.scenario()->acts[objection.best.front()].id;
    Session other = session.Fork();
    if (!SayAct(session, bad)) continue;
    EXPECT_EQ(LastOf(session).move, Move::kBad) << bad << ": " << LastOf(session).key;
    if (SayAct(other, best)) {
      EXPECT_EQ(LastOf(other).move, Move::kGood) << best << ": " << LastOf(other).key;
    }
    ++tried;
  }
  EXPECT_GT(tried, 5);
}

TEST(Drills, WaitingWithWorkLeftUndoneCosts) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "drill-call").scenario;
  Session session = StartedDrill(scenario, 1);
  ASSERT_TRUE(session.Submit(Wait{Until::kNextDay, kNoDate}).ok());
  EXPECT_EQ(LastOf(session).key, "wait.idle");
}

// ---- the watched call ---------------------------------------------------------------------------

TEST(Watched, EveryDecisionHasItsReason) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "drill-call").scenario;
  ASSERT_NE(WatchedSeed(*scenario), 0U);
  Watch watch = std::move(Watch::Start(scenario)).value();
  int steps = 0;
  while (watch.Next()) ++steps;
  EXPECT_TRUE(watch.done());
  EXPECT_FALSE(watch.Next());
  EXPECT_GE(steps, 8);
  std::size_t reasons = 0, said = 0, replied = 0, told = 0;
  for (const Comment& comment : watch.comments()) (comment.answer ? told : reasons) += 1;
  for (const Event& event : watch.session().History()) {
    said += event.kind == EventKind::kSaid;
    replied += event.kind == EventKind::kReplied;
  }
  EXPECT_GE(said, 5U);
  EXPECT_EQ(reasons, static_cast<std::size_t>(steps));
  EXPECT_GE(told, replied / 3);
  for (const std::string& tag : Language::Tags(test::RealBundle())) {
    const Phrasebook words(Language::Load(test::RealBundle(), tag).value(), scenario);
    for (const Comment& comment : watch.comments()) {
      const std::string line = CommentLine(words, comment);
      EXPECT_EQ(line.find("\u27e6"), std::string::npos) << comment.key;
      EXPECT_EQ(line.find('{'), std::string::npos) << line;
    }
  }
  Watch again = std::move(Watch::Start(scenario)).value();
  while (again.Next()) {
  }
  EXPECT_EQ(again.session().Hash(), watch.session().Hash());
}

// Reasons are notes only: with them and without, the same is chosen; by the book in every case.
TEST(Watched, NotingReasonsChangesNoChoice) {
  const BotDriver bot = BotDriver::Make("by-the-book").value();
  for (const std::string& id : CaseIds(test::RealBundle())) {
    const ScenarioPtr scenario = LoadScenario(test::RealBundle(), id).scenario;
    Session session = StartedDrill(scenario, 5);
    const Phrasebook words(Language::Load(test::RealBundle(), "en").value(), scenario);
    while (!session.Ended()) {
      Comment why;
      const std::optional<Command> noted = bot.Next(session, &why);
      const std::optional<Command> plain = bot.Next(session);
      Session a = session.Fork(), b = session.Fork();
      ASSERT_TRUE(a.Submit(*noted).ok());
      ASSERT_TRUE(b.Submit(*plain).ok());
      ASSERT_EQ(a.Hash(), b.Hash()) << id;
      EXPECT_FALSE(why.key.empty()) << id;
      EXPECT_EQ(CommentLine(words, why).find("\u27e6"), std::string::npos) << why.key;
      ASSERT_TRUE(session.Submit(*plain).ok());
    }
  }
}

}  // namespace
}  // namespace huikuan
