// catalogue/law: one bad file for every diagnostic code, what a case and its rules_hash take, and
// that the authored packs are whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "content/scenario.h"
#include "huikuan/text.h"
#include "unit/bad_file.h"
#include "unit/small_bundle.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

using test::BadFile;

constexpr char kLaw[] = "catalogue/law/here.json";
constexpr char kLawCase[] = "cases/small/case.json";

std::string Entry(const std::string& id, const std::string& kind, const std::string& parameters) {
  return "    {\"id\": \"" + id + "\", \"kind\": \"" + kind + "\", \"parameters\": {" + parameters +
         "},\n     \"text\": {\"zh\": \"文\", \"en\": \"Text\"},\n     \"source\": [{\"cite\": "
         "{\"zh\": \"法\", \"en\": \"Act\"}, \"year\": 2020}],\n     \"checked\": {\"by_lawyer\": "
         "false, \"note\": {\"zh\": \"查\", \"en\": \"Check\"}}}";
}

std::string SmallLaw() {
  const std::string entries[] = {
      Entry("late", "late_interest",
            "\"for\": \"general\", \"base_percent_a_year\": \"3.05\", \"times_percent\": \"130\", "
            "\"rate_from\": \"2026-01-01\", \"rate_to\": \"2026-06-30\", \"agreed_rate_wins\": "
            "true"),
      Entry("cost", "recovery_costs",
            "\"bands\": [{\"below\": \"1000\", \"fixed\": \"40\"}, {\"fixed\": \"70\"}]"),
      Entry("time", "limitation",
            "\"years\": 3, \"longest_years\": 20, \"interrupted_by\": [\"demand\"]"),
      Entry("paid", "pay_when_paid", "\"void_for_payers\": [], \"otherwise_counts\": \"yes\""),
      Entry("back", "clawback", "\"act\": \"payment\", \"months\": 6, \"longest_months\": 24"),
      Entry("days", "payment_period",
            "\"payers\": [\"other\"], \"days_if_not_agreed\": 30, \"days_longest\": 60")};
  std::string all;
  for (const std::string& entry : entries) all += (all.empty() ? "" : ",\n") + entry;
  return "{\n  \"id\": \"here\",\n  \"title\": {\"zh\": \"此地\", \"en\": \"Here\"},\n"
         "  \"scope\": {\"zh\": \"全部\", \"en\": \"All\"},\n  \"as_of\": \"2026-01-01\",\n"
         "  \"entries\": [\n" +
         all + "\n  ]\n}\n";
}

Bundle LawBundle() {
  Bundle bundle = test::SmallBundle();
  bundle.files[kLaw] = SmallLaw();
  std::string& text = bundle.files[kLawCase];
  text.replace(text.find("\"days\""), 0, "\"law\": \"here\", ");
  return bundle;
}

const BadFile kBadFiles[] = {
    {"law.percent", kLaw, "\"3.05\"", "\"3.055\"", "\"3.055\""},
    {"law.percent", kLaw, "\"3.05\"", "\"3%\"", "\"3%\""},
    {"law.percent", kLaw, "\"3.05\"", "3", "3, \"times"},
    {"number.range", kLaw, "\"3.05\"", "\"51\"", "\"51\""},
    {"number.range", kLaw, "\"130\"", "\"9999999999999999\"", "\"9999999999999999\""},
    {"number.range", kLaw, "\"3.05\", \"times_percent\": \"130\"",
     "\"50\", \"times_percent\": \"101\"", "\"50\""},
    {"law.rate_shape", kLaw, "\"times_percent\"", "\"percent_a_day\": \"0.05\", \"times_percent\"",
     "{\"for\""},
    {"law.rate_shape", kLaw, "\"base_percent_a_year\": \"3.05\", ", "", "{\"for\""},
    {"law.order", kLaw, "\"130\"", "\"130\", \"times_percent_up_to\": \"120\"", "\"120\""},
    {"law.order", kLaw, "\"2026-06-30\"", "\"2025-06-30\"", "\"2025-06-30\""},
    {"law.order", kLaw, "\"longest_years\": 20", "\"longest_years\": 2", "2, \"interrupted_by\""},
    {"law.order", kLaw, "\"longest_months\": 24", "\"longest_months\": 5", "5}"},
    {"law.order", kLaw, "\"days_longest\": 60", "\"days_longest\": 29", "29}"},
    {"law.bands", kLaw, "{\"fixed\": \"70\"}", "{\"below\": \"900\", \"fixed\": \"70\"}",
     "{\"below\": \"900\""},
    {"law.bands", kLaw, ", {\"fixed\": \"70\"}", "", "[{\"below\""},
    {"law.twice", kLaw,
     "\"kind\": \"payment_period\", \"parameters\": {\"payers\": [\"other\"], "
     "\"days_if_not_agreed\": 30, \"days_longest\": 60}",
     "\"kind\": \"clawback\", \"parameters\": {\"months\": 1, \"act\": \"payment\"}",
     "{\"months\": 1"},
    {"law.no_source", kLaw, "[{\"cite\": {\"zh\": \"法\", \"en\": \"Act\"}, \"year\": 2020}]", "[]",
     "[],"},
    {"law.unsigned", kLaw, "\"by_lawyer\": false", "\"by_lawyer\": true", "true, \"note\""},
    {"law.silent", kLaw, "\"for\": \"general\"", "\"for\": \"sme\"", "[\n    {\"id\": \"late\""},
    {"law.outdated", kLaw, "\"2026-06-30\"", "\"2026-02-28\"", "\"2026-02-28\""},
    {"id.duplicate", kLaw, "\"id\": \"cost\"", "\"id\": \"late\"", ""},
    {"id.file_mismatch", kLaw, "\"here\"", "\"there\"", "\"there\""},
    {"name.unknown", kLaw, "\"limitation\"", "\"limitatoin\"", "\"limitatoin\""},
    {"name.unknown", kLaw, "[\"demand\"]", "[\"demnad\"]", "\"demnad\""},
    {"name.unknown", kLaw, "\"otherwise_counts\": \"yes\"", "\"otherwise_counts\": \"ja\"",
     "\"ja\""},
    {"key.unknown", kLaw, "\"years\"", "\"yaers\"", "\"yaers\""},
    {"key.missing", kLaw, "\"kind\": \"limitation\", ", "", "{\"id\": \"time\""},
    {"key.missing", kLaw, "\"scope\": {\"zh\": \"全部\", \"en\": \"All\"},", "", "{\n  \"id\""},
    {"text.missing_language", kLaw, ", \"en\": \"Check\"", "", "{\"zh\": \"查\""},
    {"ref.unknown", kLawCase, "\"law\": \"here\"", "\"law\": \"heer\"", "\"heer\""},
};

TEST(ContentLaw, EveryCodeHasABadFile) {
  const auto check = [](const Bundle& bundle) { return LoadScenario(bundle, "small").diagnostics; };
  for (const BadFile& bad : kBadFiles) test::ExpectFound(LawBundle(), bad, check);
}

TEST(ContentLaw, EveryCodeAndNameHasWords) {
  std::set<std::string> codes;
  for (const BadFile& bad : kBadFiles) codes.insert(bad.code);
  for (const char* what :
       {"law", "answer", "payer", "law_kind", "interruption", "suspension", "security", "formality",
        "clawback", "payer_duty", "conduct", "confidence", "late_for", "runs_from"}) {
    codes.insert("what." + std::string(what));
  }
  for (const std::string& tag : Language::Tags(test::RealBundle())) {
    const Result<Language> language = Language::Load(test::RealBundle(), tag);
    ASSERT_TRUE(language.ok());
    for (const std::string& code : codes) EXPECT_TRUE(language->Has("error." + code)) << code;
  }
}

TEST(ContentLaw, IsReadExactly) {
  const ScenarioPtr scenario = LoadScenario(LawBundle(), "small").scenario;
  ASSERT_NE(scenario, nullptr);
  const content::LawPack& law = scenario->law;
  EXPECT_TRUE(law.present);
  EXPECT_EQ(law.id, "here");
  EXPECT_EQ(law.late_general.rate.ppm, 39'650);  // 3.05 % × 130 %
  EXPECT_EQ(law.late_general.rate.per_days, 365);
  EXPECT_FALSE(law.late_sme.present);
  EXPECT_EQ(law.limitation.years, 3);
  EXPECT_EQ(law.clawback[0].longest_months, 24);
  ASSERT_EQ(law.entries.size(), 6U);
  EXPECT_EQ(law.entries[2].id, "time");
  EXPECT_EQ(law.entries[2].sources[0].year, 2020);
  EXPECT_EQ(scenario->texts[law.entries[2].note].by_language.size(), 2U);
}

TEST(ContentLaw, NumbersChangeTheRulesHashAndWordsDoNot) {
  const auto hash = [](const char* find, const char* replace) {
    Bundle bundle = LawBundle();
    std::string& text = bundle.files[kLaw];
    text.replace(text.find(find), std::string(find).size(), replace);
    const ScenarioPtr scenario = LoadScenario(bundle, "small").scenario;
    EXPECT_NE(scenario, nullptr) << find;
    return scenario == nullptr ? 0 : RulesHash(*scenario);
  };
  const std::uint64_t before = hash("\"3.05\"", "\"3.05\"");
  EXPECT_EQ(hash("\"en\": \"Text\"", "\"en\": \"Other words\""), before);
  EXPECT_EQ(hash("\"en\": \"Act\"", "\"en\": \"Another act\""), before);
  EXPECT_EQ(
      hash("\"by_lawyer\": false",
           "\"by\": {\"zh\": \"甲\", \"en\": \"A\"}, \"on\": \"2026-01-02\", \"by_lawyer\": true"),
      before);
  EXPECT_NE(hash("\"3.05\"", "\"3.06\""), before);
  EXPECT_NE(hash("\"40\"", "\"41\""), before);
  EXPECT_NE(hash("\"longest_years\": 20", "\"longest_years\": 19"), before);
  EXPECT_NE(hash("[\"demand\"]", "[\"suit\"]"), before);
  EXPECT_NE(hash("\"otherwise_counts\": \"yes\"", "\"otherwise_counts\": \"no\""), before);
  EXPECT_NE(hash("\"months\": 6", "\"months\": 7"), before);
  EXPECT_NE(hash("\"days_longest\": 60", "\"days_longest\": 61"), before);
}

// A case without a law keeps its hash, whatever laws there are.
TEST(ContentLaw, NoLawIsNeutral) {
  Bundle bundle = test::SmallBundle();
  const ScenarioPtr before = LoadScenario(bundle, "small").scenario;
  bundle.files[kLaw] = SmallLaw();
  const ScenarioPtr after = LoadScenario(bundle, "small").scenario;
  ASSERT_NE(after, nullptr);
  EXPECT_FALSE(after->law.present);
  EXPECT_EQ(RulesHash(*before), RulesHash(*after));
}

TEST(ContentLaw, LintReadsLawsNobodyUses) {
  Bundle bundle = test::SmallBundle();
  bundle.files[kLaw] = SmallLaw();
  std::string& text = bundle.files[kLaw];
  text.replace(text.find("\"3.05\""), 6, "\"three\"");
  const std::vector<Diagnostic> all = Lint(bundle);
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Diagnostic& d) {
    return d.error.code == "law.percent" && d.error.where.file == kLaw && d.error.where.line > 1;
  }));
}

// A customer's standing in law must be able to count.
TEST(ContentLaw, StandingThatCannotCountIsReported) {
  const auto report = [](const char* law, const char* standing) {
    Bundle bundle = test::SmallBundle();
    bundle.files["catalogue/law/cn.json"] = test::RealBundle().files.at("catalogue/law/cn.json");
    std::string& text = bundle.files[kCase];
    text.replace(text.find("\"days\""), 0, law);
    text.replace(text.find("\"visit_gate\""), 0, "\"law\": {" + std::string(standing) + "}, ");
    return LoadScenario(bundle, "small");
  };
  const auto says = [](const LoadReport& r, const char* code) {
    return std::any_of(r.diagnostics.begin(), r.diagnostics.end(), [&](const Diagnostic& d) {
      return d.error.code == code && d.error.where.line > 1;
    });
  };
  const char* cn = "\"law\": \"cn\", ";
  EXPECT_TRUE(says(report(cn, "\"claim_days\": 30"), "law.no_filing"));
  EXPECT_EQ(report(cn, "\"claim_days\": 30").scenario, nullptr);
  const LoadReport lawless = report("", "\"payer\": \"public_body\"");
  EXPECT_TRUE(says(lawless, "law.without"));
  EXPECT_NE(lawless.scenario, nullptr) << "a warning";
  const LoadReport good = report(cn, "\"payer\": \"public_body\", \"late_ppm_a_day\": 500");
  ASSERT_NE(good.scenario, nullptr);
  EXPECT_EQ(good.scenario->customers[0].law.payer, content::PayerKind::kPublicBody);
  EXPECT_EQ(good.scenario->customers[0].law.late_rate, 500);
  EXPECT_NE(RulesHash(*good.scenario), RulesHash(*report(cn, "").scenario));
}

// Every authored pack is whole, has a source for every entry, and claims no check that was not
// made.
TEST(ContentLaw, AuthoredPacks) {
  for (const char* id : {"cn", "eu", "uk"}) {
    Bundle bundle = test::SmallBundle();
    const std::string path = "catalogue/law/" + std::string(id) + ".json";
    bundle.files[path] = test::RealBundle().files.at(path);
    std::string& text = bundle.files[kLawCase];
    text.replace(text.find("\"days\""), 0, "\"law\": \"" + std::string(id) + "\", ");
    const LoadReport report = LoadScenario(bundle, "small");
    for (const Diagnostic& d : report.diagnostics) {
      if (d.error.where.file != path) continue;
      ADD_FAILURE() << d.error.code << " " << d.error.where.file << ":" << d.error.where.line;
    }
    ASSERT_NE(report.scenario, nullptr) << id;
    const content::LawPack& law = report.scenario->law;
    for (const content::LawEntry& entry : law.entries) {
      EXPECT_FALSE(entry.sources.empty()) << entry.id;
      EXPECT_NE(entry.note, 0U) << entry.id;
      EXPECT_FALSE(entry.by_lawyer) << entry.id;
    }
    for (const content::PeriodRule& rule : law.period_general) EXPECT_TRUE(rule.present) << id;
    unsigned conducts = 0;
    for (const content::LawEntry& entry : law.entries) {
      conducts += entry.kind == content::LawKind::kConduct ? 1 : 0;
    }
    EXPECT_GE(conducts, 8U) << id;
  }
}

}  // namespace
}  // namespace huikuan
