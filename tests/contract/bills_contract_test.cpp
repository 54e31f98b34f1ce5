// The contract of the one door where customers pay by bill and may fail: the first case with such a
// customer. What money_test asks of single rules, this asks of whole runs.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "huikuan/experiment.h"
#include "huikuan/session.h"
#include "huikuan/text.h"
#include "model/actions.h"
#include "model/panels.h"
#include "unit/how_many.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

ScenarioPtr PoorPayer() {
  Bundle bundle = test::RealBundle();
  std::string& text = bundle.files["cases/first-invoice/case.json"];
  const auto put = [&](const std::string& before, const std::string& words) {
    const std::size_t at = text.find(before);
    ASSERT_NE(at, std::string::npos);
    text.insert(at, words);
  };
  put("\"start\":", "\"mixed\": \"0.33\", ");
  put("\"told_gate\":",
      "\"pays_by\": {\"bank_bill\": 1, \"commercial_bill\": 2, \"voucher\": 1}, \"bill_days\": 14, "
      "\"insolvency\": \"0.08\", ");
  put("\"weekly_payables\":",
      "\"shock\": \"0.9\", \"season\": [{\"from\": \"2026-03-20\", \"to\": \"2026-05-20\", "
      "\"factor\": \"0.6\"}], ");
  return LoadScenario(bundle, "first-invoice").scenario;
}

void ExpectWords(const web::Node& node) {
  for (const std::string* text : {&node.label, &node.value, &node.hint}) {
    EXPECT_EQ(text->find("\u27e6"), std::string::npos) << node.key << ": " << *text;
  }
  for (const web::Node& child : node.children) ExpectWords(child);
}

int Buttons(const web::Node& node, const web::Context& c) {
  int n = 0;
  if (node.action.rfind("bill:", 0) == 0) {
    const web::Parsed parsed = web::ParseAction(c, node.action, "");
    const auto* submission = std::get_if<web::Submission>(&parsed);
    EXPECT_NE(submission, nullptr) << node.action;
    if (submission != nullptr) {
      EXPECT_EQ(node.enabled, c.check(submission->command).ok());
    }
    ++n;
  }
  for (const web::Node& child : node.children) n += Buttons(child, c);
  return n;
}

TEST(BillsContract, WholeRunsHold) {
  const ScenarioPtr scenario = PoorPayer();
  ASSERT_NE(scenario, nullptr);
  std::map<EventKind, int> seen;
  std::set<int> decisions;
  int buttons = 0;
  for (const std::string& tag : {std::string("zh"), std::string("en")}) {
    const Phrasebook book(Language::Load(test::RealBundle(), tag).value(), scenario);
    for (int i = 1; i <= test::HowMany(40, 400); ++i) {
      const auto seed = static_cast<Seed>(i);
      Session session = std::move(Session::Start(scenario, seed)).value();
      // By the book until a bill is there; what becomes of it by lot.
      const BotDriver book_bot = BotDriver::Make("by-the-book").value();
      while (!session.Ended()) {
        const Observation see = session.Observe();
        Command command = *book_bot.Next(session);
        for (const BillView& bill : see.customers[0].bills) {
          const DecideBill decide{0, bill.id,
                                  static_cast<BillDecision>((seed + bill.maturity) % 3)};
          if (bill.state == BillState::kOffered && session.Check(decide).ok()) {
            command = decide;
            web::UiState ui;
            const web::Checker check = [&](const Command& c) { return session.Check(c); };
            const web::Context context{see, book, ui, check};
            const web::Node tree = web::DeskTree(context);
            ExpectWords(tree);
            buttons += Buttons(tree, context);
            decisions.insert(static_cast<int>(decide.decision));
          }
        }
        ASSERT_TRUE(session.Submit(command).ok());
      }
      Cents received = 0;
      for (const Event& e : session.History()) {
        ++seen[e.kind];
        if (e.kind == EventKind::kPaymentReceived) received += e.amount;
        if (e.kind == EventKind::kMoneyReturned) received -= e.amount;
        EXPECT_EQ(book.Sentence(e).find("\u27e6"), std::string::npos) << book.Sentence(e);
        EXPECT_EQ(book.Sentence(e).find('{'), std::string::npos) << book.Sentence(e);
      }
      EXPECT_EQ(received, session.Observe().customers[0].received) << seed;
      const Debrief debrief = session.MakeDebrief().value();
      EXPECT_EQ(debrief.received, received);
      for (const DebriefLine& line : debrief.customers[0].story) {
        EXPECT_TRUE(book.language().Has("debrief." + line.key)) << line.key;
      }
      for (const DebriefLine& line : debrief.customers[0].timeline) {
        EXPECT_TRUE(book.language().Has("debrief." + line.key)) << line.key;
      }
      Result<Session> resumed = Session::Resume(scenario, session.Save());
      ASSERT_TRUE(resumed.ok()) << resumed.error().code;
      EXPECT_EQ(resumed->Hash(), session.Hash());
    }
  }
  EXPECT_EQ(decisions.size(), 3U);
  EXPECT_GT(buttons, 30);
  for (const EventKind kind :
       {EventKind::kBillOffered, EventKind::kBillDecided, EventKind::kBillDishonoured,
        EventKind::kInsolvencyFiled, EventKind::kMoneyReturned}) {
    EXPECT_GT(seen[kind], 0) << "event " << static_cast<int>(kind) << " never happened";
  }
}

// The random bot is offered every decision, and LegalCommands never one that is refused.
TEST(BillsContract, LegalCommandsNameTheDecisions) {
  const ScenarioPtr scenario = PoorPayer();
  ASSERT_NE(scenario, nullptr);
  std::set<int> offered;
  for (Seed seed = 1; seed <= 20; ++seed) {
    Session session = std::move(Session::Start(scenario, seed)).value();
    const BotDriver bot = BotDriver::Make("by-the-book").value();
    while (!session.Ended()) {
      for (const CommandOption& option : session.LegalCommands()) {
        const auto* decide = std::get_if<DecideBill>(&option.command);
        if (decide == nullptr) continue;
        offered.insert(static_cast<int>(decide->decision));
        Session fork = session.Fork();
        ASSERT_TRUE(fork.Submit(*decide).ok());
        ASSERT_NE(fork.Hash(), session.Hash());
      }
      ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
    }
  }
  EXPECT_EQ(offered.size(), 3U);
}

}  // namespace
}  // namespace huikuan
