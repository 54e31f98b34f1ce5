// The deal table on the page: shown when it can be used, drafts become the offer, both languages
// name every position.
#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "model/actions.h"
#include "model/panels.h"
#include "unit/test_bundle.h"

namespace huikuan::web {
namespace {

struct TableDesk {
  ScenarioPtr scenario = LoadScenario(test::RealBundle(), "strained-foundry").scenario;
  Session session = std::move(Session::Start(scenario, 1)).value();
  Phrasebook words{Language::Load(test::RealBundle(), "en").value(), scenario};
  Checker check = [this](const Command& command) { return session.Check(command); };
  UiState ui;
  Observation see = session.Observe();
  Context context() { return {see, words, ui, check}; }

  // On the line with somebody who is not the front desk, the debt named.
  bool Reach() {
    for (Seed seed = 1; seed < 40; ++seed) {
      session = std::move(Session::Start(scenario, seed)).value();
      see = session.Observe();
      for (const PersonView& person : see.customers[0].people) {
        if (!person.known || person.gatekeeper) continue;
        if (!session.Submit(StartCall{0, person.id}).ok()) continue;
        see = session.Observe();
        if (see.conversation && see.conversation->wanted == kNone) return SayWhatIsOwed();
        break;
      }
    }
    return false;
  }
  bool SayWhatIsOwed() {
    for (int turn = 0; turn < 30 && see.conversation; ++turn) {
      if (TableShown(context()) && see.customers[0].settlement->open) return true;
      const OfferView* said = nullptr;
      for (const auto* list : {&see.conversation->offers, &see.conversation->others}) {
        for (const OfferView& offer : *list) {
          const std::string text = words.Utterance(offer.command, 0, 0, 0, 0, kNone);
          const bool names_sum = text.find("¥") != std::string::npos && offer.slots == 0;
          if (said == nullptr || names_sum) said = &offer;
        }
      }
      if (said == nullptr || !session.Submit(said->command).ok()) return false;
      see = session.Observe();
    }
    return false;
  }
};

TEST(WebTable, DraftsBecomeTheOfferAndTheAnswerStandsBesideIt) {
  TableDesk desk;
  ASSERT_TRUE(desk.Reach());
  desk.ui.drafts["table.0"] = "2";
  desk.ui.drafts["table.2"] = "1";
  const Parsed parsed = ParseAction(desk.context(), "table:offer", "");
  ASSERT_TRUE(std::holds_alternative<Submission>(parsed));
  const auto offer = std::get<OfferSettlement>(std::get<Submission>(parsed).command);
  EXPECT_EQ(offer.terms.pay_now, 2);
  EXPECT_EQ(offer.terms.instalments, 1);
  const SettlementView view = *desk.see.customers[0].settlement;
  EXPECT_GT(SettlementWorth(view, offer.terms), 0);
  EXPECT_LT(SettlementWorth(view, offer.terms), view.debt);
  SettlementTerms cheaper = offer.terms;
  cheaper.discount = 3;
  EXPECT_LT(SettlementWorth(view, cheaper), SettlementWorth(view, offer.terms));
  ASSERT_TRUE(desk.session.Submit(offer).ok());
  desk.see = desk.session.Observe();
  const Node panel = TablePanel(desk.context());
  EXPECT_GT(panel.children.size(), 2U);
}

TEST(WebTable, BothLanguagesNameEveryPosition) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "strained-foundry").scenario;
  for (const char* tag : {"zh", "en"}) {
    const Language language = Language::Load(test::RealBundle(), tag).value();
    for (int n = 0; n < 6400; ++n) {
      const std::string words = SettlementInWords(language, UnpackSettlement(n));
      EXPECT_EQ(words.find("settlement."), std::string::npos) << words;
      EXPECT_EQ(words.find('{'), std::string::npos) << words;
    }
    for (int issue = 0; issue < kSettlementIssues; ++issue) {
      for (int v = 0; v < kSettlementSizes[static_cast<std::size_t>(issue)]; ++v) {
        const std::string key =
            "settlement.position." + std::to_string(issue) + "." + std::to_string(v);
        EXPECT_NE(language.Ui(key), key);
      }
    }
  }
}

}  // namespace
}  // namespace huikuan::web
