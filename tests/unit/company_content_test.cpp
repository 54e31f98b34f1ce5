// A company, a credit limit and orders in authored files: what is wrong is said with its place, and
// every sentence about them has words in both languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "content/scenario.h"
#include "huikuan/experiment.h"
#include "huikuan/session.h"
#include "huikuan/text.h"
#include "model/actions.h"
#include "model/panels.h"
#include "unit/company_bundle.h"
#include "unit/small_bundle.h"

namespace huikuan {
namespace {

constexpr char kFile[] = "cases/small/case.json";
constexpr char kCompany[] = R"json("company": {"cash": "1000.00", "payments": [
  {"id": "wages", "kind": "wages", "date": "2026-03-07", "amount": "500.00", "title": {"zh": "工资", "en": "Wages"}}],
  "finance_spends": "0.5", "refusals": [{"task": "reissue", "chance": "0.3", "reason": {"zh": "忙", "en": "Busy"}}]},
  "catalogue": {)json";
constexpr char kOrders[] = R"json("credit_limit": "400000.00",
  "orders": [{"id": "lot", "date": "2026-03-05", "amount": "100.00", "margin": "0.22", "title": {"zh": "货", "en": "Lot"}},
   {"id": "named", "date": "2026-03-06", "amount": "200.00", "margin": "0.22", "invoice": "extra", "title": {"zh": "货二", "en": "Lot two"}}],
  "invoices": [{"id": "extra", "number": {"zh": "二", "en": "2"}, "title": {"zh": "二", "en": "Two"}, "amount": "200.00", "due": "2026-05-01", "blockers": {"none": 1}}, )json";

Bundle WithCompany() {
  Bundle bundle = test::SmallBundle();
  std::string& text = bundle.files[kFile];
  test::PutIn(text, "\"catalogue\": {", kCompany);
  test::PutIn(text, "\"invoices\": [", kOrders);
  return bundle;
}

TEST(CompanyContent, ReadsAndLinks) {
  const LoadReport report = LoadScenario(WithCompany(), "small");
  ASSERT_NE(report.scenario, nullptr) << report.diagnostics[0].error.code;
  const Scenario& s = *report.scenario;
  ASSERT_EQ(s.company.payments.size(), 1U);
  EXPECT_EQ(s.days[static_cast<std::size_t>(s.company.payments[0].day)].date,
            FromCivil(2026, 3, 10))
      << "a Saturday, and the Monday is a holiday";
  EXPECT_EQ(s.company.overdraft, 500) << "unless the case says otherwise";
  EXPECT_EQ(s.company.queue_days, 1);
  EXPECT_NE(s.tasks[0].refusal.chance, 0);
  const content::Customer& customer = s.customers[0];
  EXPECT_EQ(customer.credit_limit, 400'000'00);
  ASSERT_EQ(customer.orders.size(), 2U);
  ASSERT_EQ(customer.invoices.size(), 3U) << "the order without one got a plain receivable";
  EXPECT_EQ(customer.invoices[customer.orders[0].invoice].id, "lot");
  EXPECT_EQ(customer.invoices[customer.orders[0].invoice].order, 0);
  EXPECT_EQ(customer.invoices[customer.orders[1].invoice].id, "extra");
  EXPECT_EQ(customer.invoices[customer.orders[1].invoice].order, 1);
  EXPECT_EQ(customer.invoices[customer.claim].order, kNone);
  EXPECT_EQ(customer.orders[0].term_days, 30);
}

TEST(CompanyContent, EveryNumberIsPartOfTheRules) {
  const auto hash = [](const char* find, const char* replace) {
    Bundle bundle = WithCompany();
    test::PutIn(bundle.files[kFile], find, replace);
    const LoadReport report = LoadScenario(bundle, "small");
    EXPECT_NE(report.scenario, nullptr) << find;
    return report.scenario == nullptr ? 0 : RulesHash(*report.scenario);
  };
  const std::uint64_t same = hash("Wages", "Pay");
  EXPECT_EQ(same, RulesHash(*LoadScenario(WithCompany(), "small").scenario)) << "words alone";
  const std::pair<const char*, const char*> changes[] = {
      {"\"1000.00\"", "\"1000.01\""},
      {"\"500.00\"", "\"500.01\""},
      {"\"2026-03-07\"", "\"2026-03-05\""},
      {"\"kind\": \"wages\"", "\"kind\": \"tax\""},
      {"\"finance_spends\": \"0.5\"", "\"finance_spends\": \"0.6\""},
      {"\"chance\": \"0.3\"", "\"chance\": \"0.4\""},
      {"\"finance_spends\"", "\"queue_days\": 3, \"finance_spends\""},
      {"\"finance_spends\"", "\"overdraft_ppm_a_day\": 3, \"finance_spends\""},
      {"\"400000.00\"", "\"400001.00\""},
      {"\"2026-03-05\", \"amount\"", "\"2026-03-06\", \"amount\""},
      {"\"100.00\"", "\"101.00\""},
      {"\"margin\": \"0.22\"", "\"margin\": \"0.23\""},
      {"\"margin\"", "\"term_days\": 60, \"margin\""}};
  for (const auto& [find, replace] : changes) EXPECT_NE(hash(find, replace), same) << find;
}

struct Bad {
  const char* code;
  const char* find;
  const char* replace;
};

TEST(CompanyContent, WhatIsWrongIsSaidWithItsPlace) {
  const Bad all[] = {
      {"name.unknown", "\"kind\": \"wages\"", "\"kind\": \"wage\""},
      {"date.outside_calendar", "\"2026-03-07\"", "\"2026-02-07\""},
      {"date.outside_calendar", "\"2026-03-05\", \"amount\"", "\"2029-03-05\", \"amount\""},
      {"money.range", "\"1000.00\"", "\"-1.00\""},
      {"number.range", "\"finance_spends\": \"0.5\"", "\"finance_spends\": \"1.5\""},
      {"number.range", "\"margin\": \"0.22\"", "\"margin\": \"1.22\""},
      {"key.missing", "\"cash\": \"1000.00\", ", ""},
      {"key.unknown", "\"credit_limit\"", "\"credit_limits\""},
      {"ref.unknown", "\"task\": \"reissue\", \"chance\"", "\"task\": \"reisue\", \"chance\""},
      {"ref.unknown", "\"invoice\": \"extra\"", "\"invoice\": \"extras\""},
      {"id.duplicate", "\"id\": \"named\"", "\"id\": \"lot\""},
      {"id.duplicate", "{\"id\": \"wages\"",
       "{\"id\": \"wages\", \"kind\": \"tax\", \"date\": \"2026-03-07\", \"amount\": \"1\", "
       "\"title\": {\"zh\": \"一\", \"en\": \"a\"}}, {\"id\": \"wages\""},
      {"id.duplicate", "\"id\": \"lot\"", "\"id\": \"main\""},
      {"order.no_amount", "\"100.00\"", "\"0\""},
      {"order.amount_differs", "\"200.00\"", "\"201.00\""},
      {"order.invoice_taken", "\"invoice\": \"extra\"", "\"invoice\": \"main\""},
      {"order.invoice_taken", "\"id\": \"lot\"", "\"id\": \"lot\", \"invoice\": \"extra\""},
      {"order.invoice_taken", "\"due\": \"2026-05-01\"",
       "\"due\": \"2026-05-01\", \"collectable\": false"},
  };
  const Result<Language> language = Language::Load(test::RealBundle(), "zh");
  for (const Bad& bad : all) {
    SCOPED_TRACE(std::string(bad.code) + " after " + bad.replace);
    Bundle bundle = WithCompany();
    test::PutIn(bundle.files[kFile], bad.find, bad.replace);
    const LoadReport report = LoadScenario(bundle, "small");
    EXPECT_EQ(report.scenario, nullptr);
    const auto found = std::find_if(report.diagnostics.begin(), report.diagnostics.end(),
                                    [&](const Diagnostic& d) { return d.error.code == bad.code; });
    ASSERT_NE(found, report.diagnostics.end())
        << (report.diagnostics.empty() ? "nothing" : report.diagnostics[0].error.code);
    EXPECT_EQ(found->error.where.file, kFile);
    EXPECT_GT(found->error.where.line, 1);
    EXPECT_TRUE(language->Has(std::string("error.") + bad.code));
  }
}

TEST(CompanyContent, TooManyOrdersAreRefused) {
  Bundle bundle = WithCompany();
  std::string many;
  for (int i = 0; i < world::kMaxOrders; ++i) {
    many += "{\"id\": \"o" + std::to_string(i) +
            "\", \"date\": \"2026-03-05\", \"amount\": \"1\", \"margin\": \"0\", \"title\": "
            "{\"zh\": \"货\", \"en\": \"Lot\"}}, ";
  }
  test::PutIn(bundle.files[kFile], "\"orders\": [", "\"orders\": [" + many);
  EXPECT_EQ(LoadScenario(bundle, "small").scenario, nullptr);
}

// Whole runs in both languages: every event has a sentence, every node its words and its action.
TEST(CompanyContent, EverythingHasWordsInBothLanguages) {
  const ScenarioPtr scenario = test::CompanyCase();
  ASSERT_NE(scenario, nullptr);
  std::set<EventKind> kinds;
  int buttons = 0;
  for (const char* tag : {"zh", "en"}) {
    const Phrasebook words(Language::Load(test::RealBundle(), tag).value(), scenario);
    for (Seed seed = 1; seed <= 12; ++seed) {
      Session session = std::move(Session::Start(scenario, seed)).value();
      const BotDriver bot = BotDriver::Make(seed % 4 == 0 ? "by-the-book" : "random").value();
      const web::Checker check = [&](const Command& command) { return session.Check(command); };
      web::UiState ui;
      ui.language = tag;
      while (!session.Ended()) {
        ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
        if (session.CommandCount() % 17 != 0) continue;
        const Observation see = session.Observe();
        const web::Context context{see, words, ui, check};
        const web::Node tree = web::DeskTree(context);
        const std::string json = web::NodeJson(tree);
        ASSERT_EQ(json.find("\u27e6"), std::string::npos) << json.substr(json.find("\u27e6"), 80);
        EXPECT_NE(web::FindNode(tree, "company.cash"), nullptr);
        for (const OrderView& order : see.company.orders) {
          const std::string key = "order.0." + std::to_string(order.id);
          EXPECT_NE(web::FindNode(tree, key + ".line"), nullptr);
          const web::Node* release = web::FindNode(tree, key + ".release");
          if (release == nullptr) continue;
          ++buttons;
          const DecideOrder command{0, order.id, OrderDecision::kRelease};
          EXPECT_EQ(release->enabled, session.Check(command).ok());
        }
      }
      for (const Event& e : session.History()) {
        kinds.insert(e.kind);
        const std::string sentence = words.Sentence(e);
        EXPECT_EQ(sentence.find("\u27e6"), std::string::npos) << sentence;
        EXPECT_EQ(sentence.find('{'), std::string::npos) << sentence;
      }
      const Debrief debrief = session.MakeDebrief().value();
      for (const ValueRow& row : ValueRows(debrief.parts)) {
        EXPECT_TRUE(words.language().Has(std::string("web.part.") + row.name)) << row.name;
      }
    }
  }
  EXPECT_GT(buttons, 10);
  // What chance did not bring has words too.
  for (const char* tag : {"zh", "en"}) {
    const Phrasebook words(Language::Load(test::RealBundle(), tag).value(), scenario);
    Event e;
    e.item = 0;
    for (int kind = static_cast<int>(EventKind::kOrderPlaced);
         kind <= static_cast<int>(EventKind::kTaskLate); ++kind) {
      e.kind = static_cast<EventKind>(kind);
      e.date = scenario->start;
      const std::string sentence = words.Sentence(e);
      EXPECT_FALSE(sentence.empty());
      EXPECT_EQ(sentence.find("\u27e6"), std::string::npos) << sentence;
      EXPECT_EQ(sentence.find('{'), std::string::npos) << sentence;
    }
  }
  EXPECT_EQ(kinds.count(EventKind::kOrderAnswered), 1U);
  EXPECT_EQ(kinds.count(EventKind::kPayrollShort), 1U);
}

TEST(CompanyContent, WithoutACompanyThePageShowsNothingOfIt) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  const Phrasebook words(Language::Load(test::RealBundle(), "en").value(), scenario);
  Session session = std::move(Session::Start(scenario, 1)).value();
  const Observation see = session.Observe();
  EXPECT_FALSE(see.company.present);
  web::UiState ui;
  const web::Checker check = [&](const Command& command) { return session.Check(command); };
  const web::Node tree = web::DeskTree({see, words, ui, check});
  EXPECT_EQ(web::FindNode(tree, "company"), nullptr);
  EXPECT_EQ(web::FindNode(tree, "orders"), nullptr);
}

}  // namespace
}  // namespace huikuan
