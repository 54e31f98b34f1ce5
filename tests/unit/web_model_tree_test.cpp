// The node tree along whole runs: pure, keys unique, every action understood, every text there.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "huikuan/experiment.h"
#include "huikuan/session.h"
#include "model/actions.h"
#include "model/letter_draft.h"
#include "model/panels.h"
#include "unit/how_many.h"
#include "unit/test_bundle.h"

namespace huikuan::web {
namespace {

struct Table {
  Session session;
  Phrasebook words;
  Checker check;
};

Table Open(std::string_view tag, Seed seed, std::string_view scenario = "first-invoice") {
  LoadReport report = LoadScenario(test::RealBundle(), scenario);
  EXPECT_TRUE(report.scenario);
  Result<Language> language = Language::Load(test::RealBundle(), tag);
  EXPECT_TRUE(language.ok());
  Result<Session> session = Session::Start(report.scenario, seed);
  EXPECT_TRUE(session.ok());
  return {std::move(session).value(), Phrasebook(language.value(), report.scenario), {}};
}

void Collect(const Node& node, std::vector<const Node*>& out) {
  out.push_back(&node);
  for (const Node& child : node.children) Collect(child, out);
}

// What must hold of any tree.
void ExpectSound(const Context& c, const Node& tree) {
  std::vector<const Node*> nodes;
  Collect(tree, nodes);
  std::set<std::string> keys;
  for (const Node* node : nodes) {
    ASSERT_FALSE(node->key.empty()) << node->label;
    EXPECT_TRUE(keys.insert(node->key).second) << "twice: " << node->key;
    for (const std::string* text : {&node->label, &node->value, &node->hint}) {
      EXPECT_EQ(text->find("\u27e6"), std::string::npos) << node->key << ": " << *text;
      if (node->kind != Kind::kTextarea) {
        EXPECT_EQ(text->find('{'), std::string::npos) << node->key << ": " << *text;
      }
    }
    if (node->action.empty()) continue;
    const Parsed parsed = ParseAction(c, node->action, node->value);
    if (node->enabled) {
      EXPECT_FALSE(std::holds_alternative<Unknown>(parsed)) << node->key << " " << node->action;
    }
    if (const auto* submission = std::get_if<Submission>(&parsed)) {
      EXPECT_EQ(node->enabled, c.check(submission->command).ok()) << node->key;
    }
  }
  EXPECT_EQ(HashNode(tree), HashNode(DeskTree(c)));
}

void ExpectSoundEverywhere(const Observation& see, const Table& table, const Debrief* debrief) {
  for (const char* tab : {"talk", "deal", "papers", "letter", "log", "debrief"}) {
    for (const char* dialog : {"", "briefing", "wait", "diary", "help", "restart"}) {
      if (std::string_view(tab) != "talk" && dialog[0] != '\0') continue;
      UiState ui;
      ui.language = table.words.language().tag();
      ui.tab = tab;
      ui.dialog = dialog;
      ui.person = 2;
      ui.document = 0;
      ui.drafts["letter.level"] = "2";
      ui.drafts["letter.to.2"] = "1";
      ui.drafts["search"] = ui.language == "zh" ? "付" : "pay";
      if (see.conversation && !see.conversation->offers.empty()) {
        ui.adjusting = see.conversation->offers.back().command.act;
      }
      const Context context{see, table.words, ui, table.check, debrief};
      ExpectSound(context, DeskTree(context));
    }
  }
}

class WholeRun : public ::testing::TestWithParam<const char*> {};

TEST_P(WholeRun, TreesAreSound) {
  const int every = 28 / test::HowMany(4, 28);
  for (const auto& [scenario, bot] : {std::pair<const char*, const char*>{"first-invoice", "by-the-book"},
                                      {"first-invoice", "random"},
                                      {"full-loop", "by-the-book"}}) {
    Table table = Open(GetParam(), 7, scenario);
    table.check = [&](const Command& command) { return table.session.Check(command); };
    Result<BotDriver> driver = BotDriver::Make(bot);
    ASSERT_TRUE(driver.ok());
    int step = 0;
    while (!table.session.Ended()) {
      const auto command = driver.value().Next(table.session);
      ASSERT_TRUE(command.has_value());
      ASSERT_TRUE(table.session.Submit(*command).ok());
      if (step++ % every != 0) continue;
      ExpectSoundEverywhere(table.session.Observe(), table, nullptr);
      if (HasFailure()) return;
    }
    const Result<Debrief> debrief = table.session.MakeDebrief();
    ASSERT_TRUE(debrief.ok());
    ExpectSoundEverywhere(table.session.Observe(), table, &debrief.value());
  }
}
INSTANTIATE_TEST_SUITE_P(Languages, WholeRun, ::testing::Values("zh", "en"));

TEST(Quotes, AreStraightenedInWordsButNotInWhatSomebodyTyped) {
  Node root = Words("root", "\u201cAll right\u201d, it\u2019s \u2018here\u2019");
  Node field = Words("field", "\u201cwords\u201d");
  field.kind = Kind::kTextarea;
  field.value = "\u201cmine\u201d";
  root.Add(std::move(field));
  StraightenQuotes(&root);
  EXPECT_EQ(root.label, "\"All right\", it's 'here'");
  EXPECT_EQ(root.children[0].label, "\"words\"");
  EXPECT_EQ(root.children[0].value, "\u201cmine\u201d");
}

TEST(WebActions, OffersAreSaidAsDrafted) {
  Table table = Open("en", 3);
  table.check = [&](const Command& command) { return table.session.Check(command); };
  UiState ui;
  Observation see = table.session.Observe();
  for (const char* nonsense : {"", ":", "say", "say:offer:0", "call:", "call:x", "call:999",
                               "open:-1", "ui:", "ui:tab:nowhere", "inspect:1", "wait:forever",
                               "set:", "app:", "say:other:3", "letter", "plan:", "note:save"}) {
    const Context context{see, table.words, ui, table.check};
    EXPECT_TRUE(std::holds_alternative<Unknown>(ParseAction(context, nonsense, ""))) << nonsense;
  }
  const Context context{see, table.words, ui, table.check};
  const Parsed call = ParseAction(context, "call:2", "");
  ASSERT_TRUE(std::holds_alternative<Submission>(call));
  EXPECT_EQ(std::get<StartCall>(std::get<Submission>(call).command).person, 2);
}

TEST(WebActions, TheLetterIsComposedUntilItIsEdited) {
  Table table = Open("zh", 3);
  table.check = [&](const Command& command) { return table.session.Check(command); };
  const Observation see = table.session.Observe();
  UiState ui;
  ui.drafts["letter.level"] = "1";
  const Context context{see, table.words, ui, table.check};
  const LetterDraft composed = DraftedLetter(context);
  EXPECT_EQ(composed.words, composed.unedited);
  EXPECT_EQ(composed.words.find('{'), std::string::npos) << composed.words;
  ui.drafts["letter.words"] = "自己写的";
  EXPECT_EQ(DraftedLetter(context).words, "自己写的");
  EXPECT_EQ(DraftedLetter(context).unedited, composed.unedited);
}

TEST(WebLetter, GoesToNobodyOnlyAfterAWarning) {
  Table table = Open("en", 3);
  table.check = [&](const Command& command) { return table.session.Check(command); };
  const Observation see = table.session.Observe();
  UiState ui;
  ui.dialog.clear();
  ui.tab = "letter";
  ui.drafts["letter.level"] = "1";
  const Context context{see, table.words, ui, table.check};
  const Parsed asked = ParseAction(context, "letter:send", "");
  ASSERT_TRUE(std::holds_alternative<UiChange>(asked));
  ApplyUi(context, std::get<UiChange>(asked), ui);
  EXPECT_EQ(ui.dialog, "letter");
  EXPECT_NE(FindNode(DeskTree(context), "letterask.send"), nullptr);
  EXPECT_TRUE(std::holds_alternative<Submission>(ParseAction(context, "letter:send_anyway", "")));
  ui.drafts["letter.to.2"] = "1";
  EXPECT_TRUE(std::holds_alternative<Submission>(ParseAction(context, "letter:send", "")));
  EXPECT_EQ(FindNode(DeskTree(context), "letterask.send"), nullptr);
}

TEST(WebLetter, FindingsStandAtTheirPlace) {
  Table table = Open("en", 3);
  table.check = [&](const Command& command) { return table.session.Check(command); };
  const Observation see = table.session.Observe();
  UiState ui;
  ui.tab = "letter";
  ui.drafts["letter.level"] = "1";
  ui.drafts["letter.to.2"] = "1";
  const Context context{see, table.words, ui, table.check};
  std::string words = DraftedLetter(context).unedited;
  const std::string sum = table.words.language().Money(see.customers[0].outstanding);
  words.replace(words.find(sum), sum.size(), "¥38,400");
  ui.drafts["letter.words"] = words;
  const LetterCheck check = CheckLetter(context);
  ASSERT_FALSE(check.findings.empty());
  const auto wrong = std::find_if(check.findings.begin(), check.findings.end(), [](const auto& f) {
    return f.key == "wrong_amount";
  });
  ASSERT_NE(wrong, check.findings.end());
  EXPECT_EQ(words.substr(wrong->begin, wrong->end - wrong->begin), "¥38,400");
  const std::string at = std::to_string(wrong - check.findings.begin());
  const Node tree = LetterPanel(context);
  const Node* advice = FindNode(tree, "letter.finding." + at);
  ASSERT_NE(advice, nullptr);
  EXPECT_NE(advice->label.find("¥38,400"), std::string::npos) << advice->label;
  EXPECT_NE(advice->label.find(sum), std::string::npos) << advice->label;
  const Node* place = FindNode(tree, "letter.place." + at);
  ASSERT_NE(place, nullptr);
  EXPECT_NE(place->label.find("¥38,400"), std::string::npos);
}

TEST(WebLetter, InterestIsAskedForWhereTheLetterClaimsIt) {
  Table table = Open("en", 3, "strained-foundry");
  table.check = [&](const Command& command) { return table.session.Check(command); };
  const Observation see = table.session.Observe();
  UiState ui;
  const Context context{see, table.words, ui, table.check};
  EXPECT_EQ(FindNode(LetterPanel(context), "letter.interest"), nullptr);
  const auto& clauses = see.customers[0].clauses;
  const auto claim = std::find_if(clauses.begin(), clauses.end(),
                                  [](const ClauseView& clause) { return clause.claims_interest; });
  ASSERT_NE(claim, clauses.end());
  int level = 0;
  while (((claim->levels >> level) & 1) == 0) ++level;
  ui.drafts["letter.level"] = std::to_string(level);
  ui.drafts["letter.clause." + std::to_string(claim->id)] = "1";
  EXPECT_NE(FindNode(LetterPanel(context), "letter.interest"), nullptr);
}

}  // namespace
}  // namespace huikuan::web
