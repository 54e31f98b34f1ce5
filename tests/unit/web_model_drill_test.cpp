// The page around drills: two groups in the menu, remarks in the talk and beside it, the end in
// three lines; the wrap-up after a talk; the watched call.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "huikuan/experiment.h"
#include "huikuan/watch.h"
#include "model/actions.h"
#include "model/panels.h"
#include "unit/test_bundle.h"

namespace huikuan::web {
namespace {

struct DrillPage {
  explicit DrillPage(const char* id, Seed seed = 2, const char* tag = "en")
      : scenario(LoadScenario(test::RealBundle(), id).scenario),
        words(Language::Load(test::RealBundle(), tag).value(), scenario),
        session(std::move(Session::Start(scenario, seed)).value()) {
    check = [this](const Command& command) { return session.Check(command); };
    ui.language = tag;
    ui.dialog.clear();
  }
  Node Tree() {
    see = session.Observe();
    return DeskTree(Context{see, words, ui, check});
  }
  bool Act(const std::string& action) {
    see = session.Observe();
    const Parsed parsed = ParseAction(Context{see, words, ui, check}, action, {});
    const auto* submission = std::get_if<Submission>(&parsed);
    if (submission == nullptr || !session.Submit(submission->command).ok()) return false;
    for (const Command& command : submission->then) EXPECT_TRUE(session.Submit(command).ok());
    FollowCommand(submission->command, ui);
    return true;
  }

  ScenarioPtr scenario;
  Phrasebook words;
  Session session;
  UiState ui;
  Observation see;
  Checker check;
};

TEST(WebDrill, TheMenuHasTwoGroupsAndACallToWatch) {
  const auto cards = CaseCards(test::RealBundle());
  for (const std::string& tag : Language::Tags(test::RealBundle())) {
    const Node menu = CaseMenu(Language::Load(test::RealBundle(), tag).value(), cards, "drill-call");
    ASSERT_EQ(menu.children.size(), 2U);
    const Node* drills = FindNode(menu, "cases.drills");
    ASSERT_NE(drills, nullptr);
    const Node* call = FindNode(*drills, "cases.drill-call");
    ASSERT_NE(call, nullptr);
    EXPECT_EQ(call->action, "app:drill:drill-call");
    EXPECT_TRUE(call->enabled) << "a drill can be begun again";
    const Node* watch = FindNode(*drills, "cases.watch.drill-call");
    ASSERT_NE(watch, nullptr);
    EXPECT_EQ(watch->action, "app:watch:case:drill-call");
    const Node* full = FindNode(menu, "cases.full");
    ASSERT_NE(full, nullptr);
    EXPECT_NE(FindNode(*full, "cases.first-invoice"), nullptr);
    EXPECT_EQ(FindNode(*full, "cases.drill-call"), nullptr);
  }
}

TEST(WebDrill, RemarksStandBesideTheDeskAndInTheTalk) {
  DrillPage page("drill-call");
  EXPECT_NE(FindNode(page.Tree(), "drill.start"), nullptr);
  ASSERT_TRUE(page.Act("open:0"));
  const Node read = page.Tree();
  const Node* last = FindNode(read, "drill.last");
  ASSERT_NE(last, nullptr);
  EXPECT_EQ(last->tone, Shade::kGood);
  EXPECT_FALSE(last->hint.empty());
  EXPECT_NE(FindNode(read, "drill.restart"), nullptr);
  for (int tries = 0; tries < 6 && !page.session.Observe().conversation; ++tries) {
    if (!page.Act("call:0")) page.Act("wait:next_day");
  }
  ASSERT_TRUE(page.session.Observe().conversation);
  ASSERT_TRUE(page.Act("say:offer:0"));
  const Node talk = page.Tree();
  const std::size_t n = page.see.feedback.size();
  ASSERT_GT(n, 0U);
  if (page.see.conversation) {
    const Node* log = FindNode(talk, "talk.log");
    ASSERT_NE(log, nullptr);
    EXPECT_NE(FindNode(*log, "talk.feedback." + std::to_string(n - 1)), nullptr);
    EXPECT_EQ(FindNode(talk, "drill.last"), nullptr) << "said once, not twice";
  }
}

TEST(WebDrill, FinishingShowsThreeLinesAndOnceMore) {
  DrillPage page("drill-call");
  ASSERT_TRUE(page.Act("open:0"));
  ASSERT_NE(FindNode(page.Tree(), "drill.finish"), nullptr);
  ASSERT_TRUE(page.Act("drill:finish"));
  EXPECT_TRUE(page.session.Ended());
  const Node end = page.Tree();
  for (const char* key : {"drill.good", "drill.cost", "drill.next"}) {
    const Node* line = FindNode(end, key);
    ASSERT_NE(line, nullptr) << key;
    EXPECT_FALSE(line->label.empty());
    EXPECT_FALSE(key != std::string("drill.x") && line->hint.empty());
  }
  const Node* again = FindNode(end, "drill.again");
  ASSERT_NE(again, nullptr);
  EXPECT_EQ(again->action, "app:again");
}

TEST(WebDrill, ACaseHasNoDrillCard) {
  DrillPage page("first-invoice");
  EXPECT_EQ(FindNode(page.Tree(), "drill"), nullptr);
  EXPECT_FALSE(page.Act("drill:finish"));
}

TEST(WebDrill, AfterATalkEverythingForItsEndStandsInOnePlace) {
  DrillPage page("first-invoice", 7);
  EXPECT_EQ(FindNode(page.Tree(), "wrap"), nullptr);
  for (int tries = 0; tries < 12 && !page.session.Observe().conversation; ++tries) {
    if (!page.Act("call:2")) page.Act("wait:next_day");
  }
  ASSERT_TRUE(page.Act("end"));
  const Node tree = page.Tree();
  const Node* wrap = FindNode(tree, "wrap");
  ASSERT_NE(wrap, nullptr);
  EXPECT_NE(FindNode(*wrap, "note.text"), nullptr);
  EXPECT_NE(FindNode(*wrap, "wrap.nothing"), nullptr);
  const Node* diary = FindNode(*wrap, "wrap.diary");
  ASSERT_NE(diary, nullptr);
  EXPECT_TRUE(diary->enabled) << diary->hint;
  ASSERT_TRUE(page.Act(diary->action));
  page.see = page.session.Observe();
  ASSERT_EQ(page.see.customers[0].diary.size(), 1U);
  EXPECT_EQ(page.see.customers[0].diary[0].person, 2);
  EXPECT_GT(page.see.customers[0].diary[0].date, page.see.clock.date);
}

void ExpectOnlyToLookAt(const Node& node) {
  if (!node.action.empty()) {
    const bool ours = node.action.rfind("app:watch:", 0) == 0 || node.action.rfind("ui:language:", 0) == 0;
    EXPECT_TRUE(ours) << node.key << " " << node.action;
  }
  for (const Node& child : node.children) ExpectOnlyToLookAt(child);
}

void CollectKeys(const Node& node, std::set<std::string>& keys) {
  EXPECT_TRUE(keys.insert(node.key).second) << "twice: " << node.key;
  for (const Node& child : node.children) CollectKeys(child, keys);
}

TEST(WebDrill, AWatchedCallGoesStepByStepToItsEnd) {
  for (const char* tag : {"zh", "en"}) {
    const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "drill-call").scenario;
    const Phrasebook words(Language::Load(test::RealBundle(), tag).value(), scenario);
    Watch watch = std::move(Watch::Start(scenario)).value();
    UiState ui;
    ui.language = tag;
    ui.dialog.clear();
    const Checker check = [&](const Command& command) { return watch.session().Check(command); };
    int steps = 0;
    do {
      const Observation see = watch.session().Observe();
      const Context c{see, words, ui, check};
      const Node tree = WatchTree(c, {&watch.comments(), steps, false, watch.done()});
      ExpectOnlyToLookAt(tree);
      std::set<std::string> keys;
      CollectKeys(tree, keys);
      EXPECT_EQ(keys.count(watch.done() ? "watch.try" : "watch.next"), 1U);
      if (steps > 0) {
        EXPECT_EQ(keys.count("watch.comment." + std::to_string(watch.comments().size() - 1)), 1U);
      }
      ++steps;
    } while (watch.Next() || steps == 1);
    EXPECT_GT(steps, 8);
  }
}

}  // namespace
}  // namespace huikuan::web
