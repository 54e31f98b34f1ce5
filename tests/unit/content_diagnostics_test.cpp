// One bad file for every diagnostic code, with its place.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "huikuan/text.h"
#include "unit/bad_file.h"
#include "unit/small_bundle.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

using test::BadFile;
using test::Described;
using test::ExpectFound;

constexpr char kCase[] = "cases/small/case.json";
constexpr char kProbe[] = "catalogue/acts/probe.json";
constexpr char kObjection[] = "catalogue/objections/later.json";
constexpr char kTask[] = "catalogue/tasks/reissue.json";

std::string Repeat(const std::string& text, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

std::vector<BadFile> BadFiles() {
  return {
      {"json.syntax", kCase, "\"id\": \"small\",", "\"id\" \"small\",", "\"small\""},
      {"json.duplicate_key", kCase, "\"days\": 20,", "\"days\": 20, \"days\": 21,", "\"days\": 21"},
      {"json.bad_utf8", kCase, "Small", "\xff", "\xff"},
      {"json.control_character", kCase, "Small", "\x02", "\x02"},
      {"json.too_deep", kCase, "[8, 31]", Repeat("[", 40) + Repeat("]", 40), ""},
      {"key.unknown", kCase, "\"briefing\"", "\"breifing\"", "\"breifing\""},
      {"key.missing", kCase, "\"start\": \"2026-03-02\",", "", "{\n  // one"},
      {"type.wrong", kCase, "\"days\": 20", "\"days\": \"20\"", "\"20\""},
      {"type.wrong", kCase, "\"known_at_start\": true", "\"known_at_start\": 1", "1, \"duties\""},
      {"type.wrong", kCase, "{\"id\": \"main\", \"number\"", "7, {\"id\": \"main\", \"number\"",
       "7,"},
      {"number.bad", kCase, "\"0.08\"", "\"8e-2\"", "\"8e-2\""},
      {"number.range", kCase, "\"visit_gate\": \"0.8\"", "\"visit_gate\": \"1.01\"", "\"1.01\""},
      {"number.range", kCase, "\"days\": 20", "\"days\": 99999999999999999999", "99999"},
      {"number.range", kCase, "\"days\": 20", "\"days\": 1.5", "1.5"},
      {"money.bad", kCase, "\"384000.05\"", "\"384000.055\"", "\"384000.055\""},
      {"money.bad", kCase, "\"384000.05\"", "\"1e5\"", "\"1e5\""},
      {"money.range", kCase, "\"384000.05\"", "\"-1.00\"", "\"-1.00\""},
      {"money.range", kCase, "\"384000.05\"", "\"99999999999999.00\"", "\"99999999999999.00\""},
      {"date.bad", kCase, "\"2026-02-03\"", "\"2026-02-30\"", "\"2026-02-30\""},
      {"date.order", kCase, "\"to\": \"2026-03-09\"", "\"to\": \"2026-03-08\"", "\"2026-03-09\""},
      {"season.order", kCase, "\"weekly_payables\"",
       "\"season\": [{\"from\": \"2026-04-01\", \"to\": \"2026-03-01\", \"factor\": \"0.8\"}], "
       "\"weekly_payables\"",
       "\"2026-04-01\""},
      {"number.range", kCase, "\"weekly_payables\"", "\"shock\": \"1.5\", \"weekly_payables\"",
       "\"1.5\""},
      {"number.range", kCase, "\"visit_gate\"", "\"bill_days\": 361, \"visit_gate\"", "361"},
      {"number.range", kCase, "\"visit_gate\"", "\"insolvency\": \"2\", \"visit_gate\"", "\"2\""},
      {"number.range", kCase, "\"start\": ", "\"mixed\": \"1.01\", \"start\": ", "\"1.01\""},
      {"weights.zero", kCase, "\"visit_gate\"", "\"pays_by\": {\"transfer\": 0}, \"visit_gate\"",
       ""},
      {"key.unknown", kCase, "\"visit_gate\"", "\"pays_by\": {\"cheque\": 1}, \"visit_gate\"",
       "\"cheque\""},
      {"date.outside_calendar", kCase, "\"2026-03-14\"", "\"2024-03-14\"", "[\"2024-03-14\"]"},
      {"name.unknown", kCase, "\"role\": \"cfo\"", "\"role\": \"cfoo\"", "\"cfoo\""},
      {"name.unknown", kProbe, "\"do\": \"diagnose\"", "\"do\": \"diagnoze\"", "\"diagnoze\""},
      {"name.unknown", kProbe, "[\"greeted\"", "[\"greated\"", "\"greated\""},
      {"ref.unknown", kCase, "\"superior\": \"chief\"", "\"superior\": \"cheif\"", "\"cheif\""},
      {"ref.unknown", kCase, "[\"later\"]", "[\"latter\"]", "\"latter\""},
      {"ref.unknown", kCase, "\"claim\": \"main\"", "\"claim\": \"mine\"", "\"mine\""},
      {"ref.unknown", kObjection, "\"bad\": [\"ask\"]", "\"bad\": [\"asks\"]", "\"asks\""},
      {"key.missing", kObjection, "\"best\": [\"greet\", \"probe\"],", "", "{\"id\""},
      {"objection.unsettled", kObjection, "[\"probe\"]", "[\"probe\", \"commit\"]", "[\"greet\""},
      {"objection.best_and_bad", kObjection, "[\"ask\"]", "[\"ask\", \"probe\"]", "[\"ask\""},
      {"paper.nowhere", kTask, "\"produces\": \"new_invoice\"", "\"produces\": \"old\"", ""},
      {"id.bad", kCase, "\"id\": \"shop\"", "\"id\": \"Shop 1\"", "\"Shop 1\""},
      {"id.duplicate", kCase, "\"id\": \"contract\"", "\"id\": \"invoice\"",
       "{\"id\": \"invoice\", \"form\": \"contract\""},
      {"id.file_mismatch", kTask, "\"id\": \"reissue\"", "\"id\": \"other\"", "\"other\""},
      {"list.twice", kCase, "[\"later\"]", "[\"later\", \"later\"]", "\"later\"]"},
      {"list.pair", kTask, "[3, 5]", "[5, 3]", "[5, 3]"},
      {"list.too_long", kCase, "\"zh\": \"小案例\"", "\"zh\": [" + Repeat("\"a\",", 16) + "\"b\"]",
       "\"b\"]"},
      {"term.bad", kCase, "\"1280000.00\"", "\"soon\"", "\"soon\""},
      {"text.not_by_language", kCase, "{\"zh\": \"小案例\", \"en\": \"Small\"}", "\"Small\"",
       "\"Small\""},
      {"text.missing_language", kCase, ", \"en\": \"Small\"", "", "{\"zh\": \"小案例\""},
      {"text.not_words", kCase, "\"en\": \"Small\"", "\"en\": []", "[]"},
      {"text.empty", kCase, "\"en\": \"Small\"", "\"en\": \" \"", "\" \""},
      {"text.too_long", kCase, "Small", std::string(20'001, 'x'), ""},
      {"text.control_character", kCase, "Small", "a\\u202eb", "\"a\\u202eb"},
      {"text.bad_placeholder", kCase, "Small", "a {b", "\"a {b"},
      {"text.placeholders_differ", kProbe, "Where is it", "Where is {listener}", "[\"走到"},
      {"text.unknown_placeholder", kProbe, "走到哪了", "走到{nowhere}了", ""},
      {"effect.hidden_in_requires", kProbe, "[\"greeted\"", "[\"listener_owns_gate\"",
       "\"listener_owns"},
      {"effect.hidden_in_requires", kProbe, "{\"turn_at_least\": 1}",
       "{\"not\": {\"trust_at_least\": \"0.5\"}}", "{\"trust_at_least\": \"0.5\"}"},
      {"condition.shape", kProbe, "{\"turn_at_least\": 1}", "{}", "{}"},
      {"condition.needs_value", kProbe, "{\"turn_at_least\": 1}", "\"turn_at_least\"",
       "\"turn_at_least\""},
      {"condition.takes_no_value", kProbe, "[\"greeted\"", "[{\"greeted\": 1}", "{\"greeted\": 1}"},
      {"condition.not_a_list", kProbe, "[\"greeted\", {\"turn_at_least\": 1}]", "\"greeted\"",
       "\"greeted\""},
      {"need.shape", "catalogue/blockers/wrong_invoice.json", "{\"task\": \"reissue\"}",
       "{\"task\": \"reissue\", \"agreement\": true}", "{\"task\""},
      {"example.no_such_effect", kProbe, "\"expect\": \"diagnose\"", "\"expect\": \"breach\"",
       "\"breach\""},
      {"act.slot_missing", "catalogue/acts/ask.json", "[\"amount\", \"date\"]", "[\"amount\"]",
       "{\"zh\": [\"{date}"},
      {"letters.incomplete", "catalogue/letters.json", "\"reminder\"", "\"statement\"",
       "[{\"level\""},
      {"capacity.exceeded", kCase, "\"seals\": [",
       "\"seals\": [" + Repeat("{\"who\": {\"zh\": \"a\", \"en\": \"a\"}}, ", 8),
       "{\"who\": {\"zh\": \"我方\""},
      {"weights.zero", kCase, "{\"wrong_invoice\": 2}", "{\"wrong_invoice\": 0}", ""},
      {"calendar.no_runs", kCase, "[8, 31]", "[]", "[],"},
      {"invoice.overpaid", kCase, "\"due\": \"2026-02-03\"}",
       "\"due\": \"2026-02-03\", \"paid\": \"384001\"}", "\"384001\""},
      {"claim.no_amount", kCase, "\"due\": \"2026-02-03\"}",
       "\"due\": \"2026-02-03\", \"collectable\": false}", "\"main\",\n"},
      {"gate.wrong_order", kCase, "{\"gate\": \"acceptance\"", "{\"gate\": \"invoice\"",
       "\"invoice\", \"owner\""},
      {"gate.incomplete", kCase,
       ",\n      {\"gate\": \"payment_run\", \"owner\": \"chief\", \"hazard\": \"1\"}", "",
       "[\n      {\"gate\": \"delivery\""},
      {"gate.owner_without_duty", kCase, "{\"gate\": \"approval\", \"owner\": \"chief\"",
       "{\"gate\": \"approval\", \"owner\": \"clerk\"", "{\"gate\": \"approval\""},
      {"person.unreachable", kCase, ", \"refers_to\": \"chief\"", "", "{\"id\": \"chief\""},
      {"person.cycle", kCase, "\"role\": \"cfo\",", "\"role\": \"cfo\", \"superior\": \"clerk\",",
       "{\"id\": \"clerk\""},
      {"fact.no_words", kCase,
       "\"tell\": {\"zh\": [\"税号不对\"], \"en\": [\"The tax number is wrong\"]}, ", "",
       "[\"clerk\"]}"},
      {"task.no_fact", kCase, "\"problem\": true, ", "", ""},
      {"blocker.undiscoverable", kCase, "\"known_by\": [\"clerk\"]", "\"known_by\": []",
       "[\n      {\"id\": \"tax_wrong\""},
      {"catalogue.no_purpose", "catalogue/acts/greet.json", "\"open\"", "\"relate\"", ""},
      {"catalogue.no_reply", "catalogue/replies/thank.json", "\"kind\": \"thank\"",
       "\"kind\": \"greet\"", ""},
      {"save.too_long", kCase, "\"commands_a_day\": 20", "\"commands_a_day\": 200", "200"},
      {"lang.names", "lang/en.json", "\"g\"]", "\"g\", \"h\"]", "[\"a\""},
      {"lang.missing_key", "lang/en.json", "\"app.title\"", "\"app.titel\"", "\"app.titel\""},
      {"lang.placeholders_differ", "lang/en.json", "{person}: {amount}", "{amount}",
       "\"event.promised\""},
  };
}

TEST(ContentDiagnostics, EveryCodeHasABadFile) {
  for (const BadFile& bad : BadFiles()) ExpectFound(test::SmallBundle(), bad, Lint);
}

TEST(ContentDiagnostics, TheSmallBundleIsGood) {
  const Bundle bundle = test::SmallBundle();
  const LoadReport report = LoadScenario(bundle, "small");
  EXPECT_NE(report.scenario, nullptr) << Described(report.diagnostics);
  for (const Diagnostic& d : Lint(bundle)) {
    EXPECT_EQ(d.severity, Severity::kWarning) << Described({d});
  }
}

TEST(ContentDiagnostics, MissingFiles) {
  Bundle bundle = test::SmallBundle();
  bundle.files.erase("catalogue/letters.json");
  EXPECT_EQ(LoadScenario(bundle, "small").diagnostics.back().error.code.substr(0, 4), "cata");
  const auto has = [](const std::vector<Diagnostic>& all, const char* code) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Diagnostic& d) { return d.error.code == code; });
  };
  EXPECT_TRUE(has(LoadScenario(bundle, "small").diagnostics, "file.missing"));
  EXPECT_TRUE(has(LoadScenario(bundle, "absent").diagnostics, "file.missing"));
  EXPECT_TRUE(has(LoadScenario(bundle, "../small").diagnostics, "id.bad"));
  EXPECT_TRUE(has(LoadScenario({}, "small").diagnostics, "lang.none"));
  EXPECT_EQ(LoadScenario(bundle, "small").scenario, nullptr);
  EXPECT_EQ(Language::Load(bundle, "fr").error().code, "lang.unknown");
}

TEST(ContentDiagnostics, FilesNobodyReads) {
  Bundle bundle = test::SmallBundle();
  bundle.files["catalogue/act/greet.json"] = "{}";
  const std::vector<Diagnostic> diagnostics = Lint(bundle);
  EXPECT_TRUE(std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) {
    return d.error.code == "file.unknown" && d.error.where.file == "catalogue/act/greet.json";
  })) << Described(diagnostics);
}

// Every customer has its own lists; papers and facts are found by id in each of them.
TEST(ContentDiagnostics, EveryCustomerHasTheRemediesItNeeds) {
  Bundle bundle = test::SmallBundle();
  std::string& text = bundle.files[kCase];
  const std::size_t begin = text.find("\"customers\": [") + 14;
  const std::size_t end = text.rfind("}]") + 1;
  std::string second = text.substr(begin, end - begin);
  second.replace(second.find("acme"), 4, "bolt");
  text.insert(end, "," + second);
  EXPECT_NE(LoadScenario(bundle, "small").scenario, nullptr)
      << Described(LoadScenario(bundle, "small").diagnostics);
  const std::size_t at = text.rfind("\"id\": \"new_invoice\"");
  text.replace(at, 19, "\"id\": \"other_paper\"");
  const std::vector<Diagnostic> found = LoadScenario(bundle, "small").diagnostics;
  EXPECT_NE(Described(found).find("customer.paper_missing"), std::string::npos) << Described(found);
}

TEST(ContentDiagnostics, ManyProblemsAreCutOff) {
  Bundle bundle = test::SmallBundle();
  std::string keys;
  for (int i = 0; i < 1000; ++i) keys += "\"k" + std::to_string(i) + "\": 0, ";
  std::string& text = bundle.files[kCase];
  text.replace(text.find("\"id\""), 0, keys);
  const LoadReport report = LoadScenario(bundle, "small");
  EXPECT_EQ(report.scenario, nullptr);
  EXPECT_LE(report.diagnostics.size(), 401U);
  EXPECT_EQ(report.diagnostics.back().error.code, "diagnostics.too_many");
}

// Every code has words in every language, and they show the arguments.
TEST(ContentDiagnostics, EveryCodeHasWords) {
  std::set<std::string> codes = {"file.missing",    "lang.none",
                                 "lang.unknown",    "lang.duplicate_key",
                                 "json.too_large",  "json.too_many_values",
                                 "catalogue.empty", "diagnostics.too_many",
                                 "file.unknown",    "customer.paper_missing"};
  for (const BadFile& bad : BadFiles()) codes.insert(bad.code);
  for (const std::string& tag : Language::Tags(test::RealBundle())) {
    const Result<Language> language = Language::Load(test::RealBundle(), tag);
    ASSERT_TRUE(language.ok()) << language.error().code;
    for (const std::string& code : codes) EXPECT_TRUE(language->Has("error." + code)) << code;
    const Diagnostic d{Severity::kError,
                       {"ref.unknown", {"@error.what.person", "cheif", "chief"}, {"f.json", 3, 7}}};
    const std::string words = language->Explain(d);
    EXPECT_EQ(words.rfind("f.json:3:7: ref.unknown: ", 0), 0U) << words;
    EXPECT_NE(words.find(language->Ui("error.what.person")), std::string::npos) << words;
    EXPECT_NE(words.find("cheif"), std::string::npos);
  }
}

}  // namespace
}  // namespace huikuan
