// The deal desk on the page: drafts become the proposal, the signature signs, every node is sound.
#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "model/actions.h"
#include "model/panels.h"
#include "unit/test_bundle.h"

namespace huikuan::web {
namespace {

struct Desk {
  ScenarioPtr scenario = LoadScenario(test::RealBundle(), "full-loop").scenario;
  Session session = std::move(Session::Start(scenario, 1)).value();
  Phrasebook words{Language::Load(test::RealBundle(), "en").value(), scenario};
  Checker check = [this](const Command& command) { return session.Check(command); };
  UiState ui;
  Observation see = session.Observe();
  Desk() { ui.tab = "deal"; }
  Context context() { return {see, words, ui, check}; }
};

TEST(WebDeal, DraftsBecomeTheProposal) {
  Desk desk;
  desk.ui.drafts["deal.0"] = "15";
  desk.ui.drafts["deal.clause.3"] = "1";
  desk.ui.drafts["deal.clause.1"] = "0";
  const Parsed parsed = ParseAction(desk.context(), "deal:propose", "");
  ASSERT_TRUE(std::holds_alternative<Submission>(parsed));
  const auto propose = std::get<ProposeTerms>(std::get<Submission>(parsed).command);
  const DealTerms wished = desk.see.customers[0].deal->wished;
  EXPECT_EQ(propose.terms.deposit, 15);
  EXPECT_EQ(propose.terms.term_days, wished.term_days);
  EXPECT_EQ(propose.terms.clauses, (wished.clauses | kSecurity) & ~kLateFee);
  ASSERT_TRUE(desk.session.Submit(propose).ok());
  desk.see = desk.session.Observe();
  EXPECT_EQ(desk.see.customers[0].deal->ours, propose.terms);
  EXPECT_TRUE(desk.see.customers[0].deal->answered);
}

TEST(WebDeal, AFreshCaseOpensWhereItBegins) {
  Desk desk;
  EXPECT_EQ(OpeningTab(desk.see.customers[0]), "deal");
  ASSERT_TRUE(desk.session.Submit(SignContract{0}).ok());
  FollowCommand(SignContract{0}, desk.ui);
  EXPECT_EQ(desk.ui.tab, "talk");
  EXPECT_EQ(OpeningTab(desk.session.Observe().customers[0]), "talk");
}

TEST(WebDeal, ThePanelShowsBothSidesAndTheAnswer) {
  Desk desk;
  Node tree = DeskTree(desk.context());
  ASSERT_NE(FindNode(tree, "deal.row.3.theirs"), nullptr);
  EXPECT_EQ(FindNode(tree, "deal.row.3.theirs")->label, "60");
  EXPECT_EQ(FindNode(tree, "deal.row.3.ours")->label, "30");
  EXPECT_TRUE(FindNode(tree, "deal.propose")->enabled);
  EXPECT_TRUE(FindNode(tree, "deal.sign")->enabled);
  ASSERT_TRUE(desk.session.Submit(SignContract{0}).ok());
  desk.see = desk.session.Observe();
  tree = DeskTree(desk.context());
  EXPECT_EQ(FindNode(tree, "deal.sign"), nullptr);
  EXPECT_NE(FindNode(tree, "deal.note.delivery"), nullptr);
  EXPECT_EQ(FindNode(tree, "deal.head.theirs")->label, desk.words.Ui("web.deal.signed"));
}

TEST(WebDeal, OtherCasesHaveNoSuchTab) {
  Desk desk;
  desk.scenario = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  desk.session = std::move(Session::Start(desk.scenario, 1)).value();
  desk.see = desk.session.Observe();
  const Phrasebook words(Language::Load(test::RealBundle(), "en").value(), desk.scenario);
  const Context context{desk.see, words, desk.ui, desk.check};
  const Node tree = DeskTree(context);
  EXPECT_EQ(FindNode(tree, "tab.deal"), nullptr);
  EXPECT_TRUE(std::holds_alternative<Unknown>(ParseAction(context, "deal:propose", "")));
}

}  // namespace
}  // namespace huikuan::web
