// Messages as authored: what is wrong with a file is said with its place, and a new purpose is one
// file.
#include <gtest/gtest.h>

#include "content/scenario.h"
#include "unit/bad_file.h"
#include "unit/small_bundle.h"

namespace huikuan {
namespace {

constexpr char kAsk[] = "catalogue/messages/ask.json";
constexpr char kGripe[] = "catalogue/incoming/gripe.json";
constexpr char kWritten[] = "cases/small/case.json";

Bundle BundleWithMessages() {
  Bundle bundle = test::SmallBundle();
  bundle.files[kAsk] = R"json({"id": "ask", "purpose": "diagnose",
 "title": {"zh": "问", "en": "Ask"}, "say": {"zh": ["{document}到哪了"], "en": ["Where is {document}"]},
 "channels": ["email", "photo"], "features": {"warmth": "0.5"}, "slots": ["document"],
 "answered": "0.5", "requires": ["overdue"], "fits": ["heard_nothing"], "misfit": "0.02",
 "effects": [{"do": "diagnose", "target": "gate"}]}
)json";
  bundle.files[kGripe] = R"json({"id": "gripe", "kind": "problem",
 "title": {"zh": "抱怨", "en": "Gripe"}, "say": {"zh": ["{tell}"], "en": ["{tell}"]},
 "from": ["payables"], "blockers": ["wrong_invoice"], "days": [3, 6], "chance": "0.5",
 "wants": "paper", "within": 3, "overdue": {"trust": "-0.05"}}
)json";
  std::string& text = bundle.files[kWritten];
  const std::string list = "\"clauses\": [\"due\"]";
  text.replace(text.find(list), list.size(),
               list + ", \"messages\": [\"ask\"], \"incoming\": [\"gripe\"]");
  const std::string terms = "\"terms\": {\"clause_no\"";
  text.replace(text.find(terms), terms.size(),
               "\"group\": {\"name\": {\"zh\": \"群\", \"en\": \"Group\"}, \"people\": [\"clerk\"]},\n"
               "    \"terms\": {\"clause_no\"");
  return bundle;
}

TEST(ContentMessages, AGoodBundleLoads) {
  const LoadReport report = LoadScenario(BundleWithMessages(), "small");
  ASSERT_NE(report.scenario, nullptr);
  ASSERT_EQ(report.scenario->messages.size(), 1U);
  EXPECT_EQ(report.scenario->messages[0].manner.channels, 0b1001);
  EXPECT_EQ(report.scenario->messages[0].act.target, Target::kGate);
  ASSERT_EQ(report.scenario->incoming.size(), 1U);
  EXPECT_EQ(report.scenario->customers[0].group.people, 1);
  for (const Diagnostic& d : Lint(BundleWithMessages())) {
    EXPECT_EQ(d.severity, Severity::kWarning) << test::Described({d});
  }
}

TEST(ContentMessages, ANewPurposeIsOneFileAndChangesNoOtherCase) {
  Bundle bundle = test::SmallBundle();
  const auto before = RulesHash(*LoadScenario(bundle, "small").scenario);
  bundle.files[kAsk] = BundleWithMessages().files[kAsk];
  EXPECT_EQ(RulesHash(*LoadScenario(bundle, "small").scenario), before);
  const auto with = RulesHash(*LoadScenario(BundleWithMessages(), "small").scenario);
  EXPECT_NE(with, before);
  Bundle other = BundleWithMessages();
  std::string& text = other.files[kAsk];
  text.replace(text.find("\"0.02\""), 6, "\"0.03\"");
  EXPECT_NE(RulesHash(*LoadScenario(other, "small").scenario), with);
}

TEST(ContentMessages, WhatIsWrongIsSaidWithItsPlace) {
  const test::BadFile bad[] = {
      {"message.effect", kAsk, "{\"do\": \"diagnose\", \"target\": \"gate\"}", "{\"do\": \"end\"}",
       "[{\"do\": \"end\"}]"},
      {"message.photo_of_nothing", kAsk, "\"slots\": [\"document\"],", "", "[\"email\""},
      {"name.unknown", kAsk, "\"photo\"", "\"pigeon\"", "\"pigeon\""},
      {"name.unknown", kAsk, "\"heard_nothing\"", "\"heard_all\"", "\"heard_all\""},
      {"effect.hidden_in_requires", kAsk, "\"overdue\"", "{\"trust_at_least\": \"0.5\"}",
       "{\"trust_at_least\""},
      {"number.range", kAsk, "\"answered\": \"0.5\"", "\"answered\": \"1.5\"", "\"1.5\""},
      {"key.unknown", kAsk, "\"misfit\"", "\"missfit\"", "\"missfit\""},
      {"incoming.no_problem", kGripe, "[\"wrong_invoice\"]", "[]", "[]"},
      {"name.unknown", kGripe, "\"kind\": \"problem\"", "\"kind\": \"poem\"", "\"poem\""},
      {"name.unknown", kGripe, "\"wants\": \"paper\"", "\"wants\": \"love\"", "\"love\""},
      {"ref.unknown", kGripe, "[\"wrong_invoice\"]", "[\"wrong_invoise\"]", "\"wrong_invoise\""},
      {"ref.unknown", kWritten, "\"people\": [\"clerk\"]}", "\"people\": [\"clark\"]}",
       "\"clark\""},
      {"ref.unknown", kWritten, "\"messages\": [\"ask\"]", "\"messages\": [\"task\"]", ""},
  };
  for (const test::BadFile& one : bad) {
    test::ExpectFound(BundleWithMessages(), one, [](const Bundle& bundle) { return Lint(bundle); });
  }
}

}  // namespace
}  // namespace huikuan
