// Diagnostics of the deal desk: one bad case for every code, and words for each.
#include <gtest/gtest.h>

#include <algorithm>

#include "content/scenario.h"
#include "huikuan/text.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

struct BadDeal {
  const char* code;
  const char* find;
  const char* replace;
};
constexpr BadDeal kBadDeals[] = {
    {"deal.range", "\"deposit\": 10,", "\"deposit\": 45,"},
    {"deal.shares", "\"delivery\": [0, 40]", "\"delivery\": [0, 60]"},
    {"deal.cost", "\"cost\": \"610000.00\"", "\"cost\": \"860000.00\""},
    {"deal.days", "\"valid_days\": 12", "\"valid_days\": 80"},
    {"deal.date", "\"second_order\": \"2026-04-20\"", "\"second_order\": \"2027-04-20\""},
    {"deal.part_twice", "\"id\": \"delivery_1\", \"order\": 1, \"part\": \"delivery\"",
     "\"id\": \"delivery_1\", \"order\": 1, \"part\": \"deposit\""},
    {"deal.part_missing", "\"id\": \"delivery_1\", \"order\": 1, \"part\": \"delivery\"",
     "\"id\": \"delivery_1\", \"order\": 1, \"part\": \"deposit\""},
    {"deal.refuse_own", "\"reservation\": \"0.45\"", "\"reservation\": \"0.9\""},
    {"money.range", "\"price\": \"860000.00\"", "\"price\": \"-860000.00\""},
    {"number.range", "\"lead_days\": 8", "\"lead_days\": -1"},
    {"ref.unknown", "\"signer\": \"buyer\"", "\"signer\": \"nobody\""},
    {"ref.unknown", "\"wrong_invoice\": 5", "\"wrong_invoise\": 5"},
    {"ref.unknown", "\"credit_check\": \"credit_check\"", "\"credit_check\": \"credit_chek\""},
    {"name.unknown", "\"clauses\": [\"deemed_acceptance\"", "\"clauses\": [\"deemed\""},
};

std::string Normal(std::string text) {  // the case's line breaks do not matter here
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || (!out.empty() && out.back() != ' ')) out += blank ? ' ' : c;
  }
  return out;
}

TEST(ContentDeal, EveryImpossibleTermIsReported) {
  Bundle bundle = test::RealBundle();
  std::string& text = bundle.files["cases/full-loop/case.json"];
  std::string plain;  // without comments, so that line breaks can go
  std::string line;
  for (const char c : text + "\n") {
    if (c != '\n') {
      line += c;
      continue;
    }
    const std::size_t first = line.find_first_not_of(' ');
    if (first != std::string::npos && line.compare(first, 2, "//") != 0) plain += line + "\n";
    line.clear();
  }
  plain = Normal(plain);
  for (std::size_t at; (at = plain.find("[ \"")) != std::string::npos;) plain.erase(at + 1, 1);
  for (std::size_t at; (at = plain.find("{ \"")) != std::string::npos;) plain.erase(at + 1, 1);
  text = plain;
  ASSERT_NE(LoadScenario(bundle, "full-loop").scenario, nullptr);
  for (const BadDeal& bad : kBadDeals) {
    text = plain;
    const std::size_t at = text.find(bad.find);
    ASSERT_NE(at, std::string::npos) << bad.find;
    text.replace(at, std::string(bad.find).size(), bad.replace);
    const LoadReport report = LoadScenario(bundle, "full-loop");
    EXPECT_EQ(report.scenario, nullptr) << bad.code;
    EXPECT_TRUE(std::any_of(report.diagnostics.begin(), report.diagnostics.end(),
                            [&](const Diagnostic& d) { return d.error.code == bad.code; }))
        << bad.code;
    for (const std::string& tag : Language::Tags(test::RealBundle())) {
      const Result<Language> language = Language::Load(test::RealBundle(), tag);
      EXPECT_TRUE(language->Has(std::string("error.") + bad.code)) << bad.code;
    }
  }
}

TEST(ContentDeal, TermsCountInTheRulesHashAndWordsDoNot) {
  Bundle bundle = test::RealBundle();
  const std::uint64_t before = RulesHash(*LoadScenario(bundle, "full-loop").scenario);
  std::string& text = bundle.files["cases/full-loop/case.json"];
  const std::string all = text;
  text.replace(text.find("\"repeat\": 6"), 11, "\"repeat\": 7");
  EXPECT_NE(RulesHash(*LoadScenario(bundle, "full-loop").scenario), before);
  text = all;
  text.replace(text.find("First lot: deposit"), 18, "Lot one: a deposit");
  EXPECT_EQ(RulesHash(*LoadScenario(bundle, "full-loop").scenario), before);
}

TEST(ContentDeal, TermsAreSpokenInEveryLanguage) {
  for (const std::string& tag : Language::Tags(test::RealBundle())) {
    const Result<Language> language = Language::Load(test::RealBundle(), tag);
    const std::string words =
        TermsInWords(language.value(), {30, 20, 5, 45, 12, kLateFee | kSecurity});
    for (const char* part : {"30", "20", "45", "12"}) {
      EXPECT_NE(words.find(part), std::string::npos) << words;
    }
    EXPECT_NE(words.find(language->Ui("deal.clause.3")), std::string::npos) << words;
    EXPECT_EQ(words.find('{'), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace huikuan
