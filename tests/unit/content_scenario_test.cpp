// Loading the authored cases and the small one: what comes out, and the identity of its rules.
#include <gtest/gtest.h>

#include <random>

#include "content/capacity.h"
#include "content/scenario.h"
#include "content/vocabulary.h"
#include "huikuan/author.h"
#include "huikuan/text.h"
#include "unit/small_bundle.h"
#include "unit/how_many.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

using content::ConditionKind;
using content::EffectKind;

std::string Explain(const std::vector<Diagnostic>& diagnostics) {
  const Result<Language> language = Language::Load(test::RealBundle(), "en");
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    out += (language.ok() ? language->Explain(d) : d.error.code) + "\n";
  }
  return out;
}

ScenarioPtr Load(const Bundle& bundle, std::string_view id) {
  LoadReport report = LoadScenario(bundle, id);
  EXPECT_NE(report.scenario, nullptr) << Explain(report.diagnostics);
  return report.scenario;
}

std::uint64_t HashAfter(const char* file, const std::string& find, const std::string& replace) {
  Bundle bundle = test::SmallBundle();
  std::string& text = bundle.files[file];
  const std::size_t at = text.find(find);
  EXPECT_NE(at, std::string::npos) << find;
  if (at != std::string::npos) text.replace(at, find.size(), replace);
  const ScenarioPtr scenario = Load(bundle, "small");
  return scenario == nullptr ? 0 : RulesHash(*scenario);
}

TEST(ContentScenario, EveryAuthoredFileIsClean) {
  const std::vector<Diagnostic> diagnostics = Lint(test::RealBundle());
  EXPECT_TRUE(diagnostics.empty()) << Explain(diagnostics);
  EXPECT_FALSE(CaseIds(test::RealBundle()).empty());
}

TEST(ContentScenario, EveryCaseLoads) {
  for (const std::string& id : CaseIds(test::RealBundle())) {
    const ScenarioPtr scenario = Load(test::RealBundle(), id);
    ASSERT_NE(scenario, nullptr) << id;
    EXPECT_EQ(CaseId(*scenario), id);
    EXPECT_NE(RulesHash(*scenario), 0U);
    EXPECT_LE(WorstCaseSaveLength(*scenario), content::kMaxSaveLength);
    EXPECT_EQ(scenario->languages, (std::vector<std::string>{"en", "zh"}));
  }
}

TEST(ContentScenario, CompilesValuesExactly) {
  const ScenarioPtr s = Load(test::SmallBundle(), "small");
  ASSERT_NE(s, nullptr);
  ASSERT_EQ(s->acts.size(), 3U);
  EXPECT_EQ(ActName(*s, 0), "ask");  // sorted by id, whatever the case's order
  EXPECT_EQ(ActName(*s, 2), "probe");
  EXPECT_EQ(ActName(*s, 3), "");
  const content::Customer& customer = s->customers.at(0);
  EXPECT_EQ(customer.invoices[0].amount, 38'400'005);
  EXPECT_EQ(customer.cash_mean, 78643);  // 1.2 × 65536 = 78643.2
  EXPECT_EQ(customer.people[0].superior, 1);
  EXPECT_EQ(customer.people[1].superior, kNone);
  EXPECT_EQ(customer.people[0].duties, 0b11111);
  EXPECT_EQ(customer.facts[0].known_by, 1);
  EXPECT_EQ(customer.documents[0].fields[0].fact, 0);
  EXPECT_EQ(customer.documents[0].fields[0].blocker, 0);
  EXPECT_EQ(customer.documents[0].seals[0].missing_if, kNone);
  EXPECT_EQ(customer.terms[1].kind, TypedArg::Kind::kDate);
  EXPECT_EQ(customer.terms[2].value, 128'000'000);
  EXPECT_EQ(customer.terms[3].kind, TypedArg::Kind::kNumber);
  EXPECT_EQ(customer.type_weights, std::vector<std::uint32_t>{1});
  EXPECT_EQ(customer.invoices[0].blocker_weights, (std::vector<std::uint32_t>{2, 0}));
  ASSERT_EQ(s->blockers[0].needs.size(), 2U);
  EXPECT_EQ(customer.links.needs[0][0].ref, 2);  // the third paper
  EXPECT_EQ(s->blockers[0].needs[1].kind, content::NeedKind::kTask);
  EXPECT_EQ(customer.links.produces[0], 2);
  EXPECT_EQ(s->tasks[0].needs_blocker, 0);
  EXPECT_EQ(s->objections[0].settled_by, 0b10);
  EXPECT_EQ(s->objections[0].best, (std::vector<std::uint8_t>{1, 2}));
  EXPECT_EQ(s->objections[0].bad, std::vector<std::uint8_t>{0});
  EXPECT_EQ(s->clauses[0].levels, 0b110);
  EXPECT_EQ(s->letters[3].fits_from, -60);
}

TEST(ContentScenario, CompilesTheEffectsLanguage) {
  const ScenarioPtr s = Load(test::SmallBundle(), "small");
  ASSERT_NE(s, nullptr);
  const content::Act& ask = s->acts[0];
  EXPECT_EQ(ask.request, content::Request::kPayment);
  EXPECT_EQ(ask.channels, 1);
  EXPECT_EQ(ask.slots, kSlotAmount | kSlotDate);
  ASSERT_EQ(ask.requires_end - ask.requires_begin, 2);
  const content::Condition& not_reception = s->conditions[ask.requires_begin + 1U];
  EXPECT_EQ(not_reception.kind, ConditionKind::kListenerRole);
  EXPECT_TRUE(not_reception.negated);
  EXPECT_EQ(not_reception.value, static_cast<int>(Role::kReception));
  const content::Act& probe = s->acts[2];
  EXPECT_EQ(probe.target, Target::kGate);
  EXPECT_EQ(probe.chain, 0b10);
  ASSERT_EQ(probe.effects_end - probe.effects_begin, 3);
  const content::Effect& adjust = s->effects[probe.effects_begin + 1U];
  EXPECT_EQ(adjust.kind, EffectKind::kAdjust);
  EXPECT_EQ(adjust.amount, -655);
  ASSERT_EQ(adjust.when_end - adjust.when_begin, 2);
  EXPECT_TRUE(s->conditions[adjust.when_begin].negated);
  EXPECT_EQ(s->conditions[adjust.when_begin + 1U].value, 13107);
  EXPECT_EQ(s->effects[probe.effects_begin + 2U].value, 1);  // the step, not its bit
}

TEST(ContentScenario, CalendarRollsRunsAndCutOffs) {
  const ScenarioPtr s = Load(test::SmallBundle(), "small");
  ASSERT_NE(s, nullptr);
  ASSERT_EQ(s->days.size(), 20U);
  const auto day = [&](int month, int d) -> const content::RunDay* {
    for (std::size_t i = 0; i < s->days.size(); ++i) {
      if (s->days[i].date == FromCivil(2026, month, d)) return &s->customers[0].days[i];
    }
    return nullptr;
  };
  EXPECT_EQ(day(3, 9), nullptr);   // the holiday, a Monday
  EXPECT_NE(day(3, 14), nullptr);  // the Saturday worked instead
  EXPECT_EQ(day(3, 15), nullptr);
  // The 8th is a Sunday and the 9th off: the run rolls to the 10th, its list closes on the 5th.
  ASSERT_NE(day(3, 10), nullptr);
  EXPECT_TRUE(day(3, 10)->is_run);
  EXPECT_TRUE(day(3, 5)->is_cut_off);
  EXPECT_EQ(s->days[static_cast<std::size_t>(day(3, 5)->run)].date, FromCivil(2026, 3, 10));
  EXPECT_EQ(s->days.back().date, FromCivil(2026, 3, 27));
}

TEST(ContentScenario, RunsOnTheLastDayOfShortMonths) {
  Bundle bundle = test::SmallBundle();
  std::string& text = bundle.files["cases/small/case.json"];
  text.replace(text.find("\"days\": 20"), 10, "\"days\": 50");
  const ScenarioPtr s = Load(bundle, "small");
  ASSERT_NE(s, nullptr);
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < s->days.size(); ++i) {
    if (s->customers[0].days[i].is_run) runs.push_back(FormatIso(s->days[i].date));
  }
  // February's last day is a Saturday: its run rolls into March, the case's first day.
  EXPECT_EQ(runs, (std::vector<std::string>{"2026-03-02", "2026-03-10", "2026-03-31", "2026-04-08",
                                            "2026-04-30", "2026-05-08"}));
}

TEST(ContentScenario, RulesHashIsTheSameEveryTime) {
  const ScenarioPtr a = Load(test::SmallBundle(), "small");
  const ScenarioPtr b = Load(test::SmallBundle(), "small");
  ASSERT_NE(a, nullptr);
  EXPECT_EQ(RulesHash(*a), RulesHash(*b));
}

TEST(ContentScenario, WordsKeepTheRulesHash) {
  const std::uint64_t before = RulesHash(*Load(test::SmallBundle(), "small"));
  EXPECT_EQ(HashAfter("cases/small/case.json", "小案例", "小小案例"), before);
  EXPECT_EQ(HashAfter("cases/small/case.json", "[\"The tax number is wrong\"]",
                      "[\"It's wrong\", \"The number's wrong\"]"),
            before);
  EXPECT_EQ(HashAfter("catalogue/acts/greet.json", "Hello", "Good morning,"), before);
  EXPECT_EQ(HashAfter("cases/small/case.json", "// one customer", "// a comment, one customer"),
            before);
}

TEST(ContentScenario, NumbersAndStructureChangeTheRulesHash) {
  const std::uint64_t before = RulesHash(*Load(test::SmallBundle(), "small"));
  const char* const kCase = "cases/small/case.json";
  EXPECT_NE(HashAfter(kCase, "\"0.08\"", "\"0.09\""), before);
  EXPECT_NE(HashAfter(kCase, "\"384000.05\"", "\"384000.06\""), before);
  EXPECT_NE(HashAfter(kCase, "\"days\": 20", "\"days\": 21"), before);
  EXPECT_NE(HashAfter(kCase, "\"willing\": true", "\"willing\": false"), before);
  EXPECT_NE(HashAfter(kCase, "\"plain\": 1", "\"plain\": 2"), before);
  EXPECT_NE(HashAfter("catalogue/acts/probe.json", "\"-0.01\"", "\"-0.02\""), before);
  EXPECT_NE(HashAfter("catalogue/acts/probe.json", "!debt_stated", "debt_stated"), before);
  EXPECT_NE(HashAfter("catalogue/letters.json", "400", "401"), before);
  EXPECT_NE(HashAfter("catalogue/tasks/reissue.json", "[3, 5]", "[3, 6]"), before);
}

// A file no case uses changes nothing.
TEST(ContentScenario, UnusedCatalogueFilesDoNotCount) {
  Bundle bundle = test::SmallBundle();
  std::string act = bundle.files["catalogue/acts/greet.json"];
  act.replace(act.find("\"greet\""), 7, "\"extra\"");
  bundle.files["catalogue/acts/extra.json"] = act;
  EXPECT_EQ(RulesHash(*Load(bundle, "small")), RulesHash(*Load(test::SmallBundle(), "small")));
}

TEST(ContentScenario, SchemasAreUpToDate) {
  for (const auto& [name, text] : JsonSchemas()) {
    const auto path = std::filesystem::path(HUIKUAN_SOURCE_DIR) / "scenarios" / "schema" / name;
    if (std::getenv("HUIKUAN_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(path, std::ios::binary) << text;
    }
    std::ifstream in(path, std::ios::binary);
    const std::string stored((std::istreambuf_iterator<char>(in)),
                             std::istreambuf_iterator<char>());
    EXPECT_EQ(stored, text) << name << ": run tests/run --update";
  }
}

TEST(ContentScenario, ExamplesOfActs) {
  const std::vector<ActExample> examples = ActExamples(test::SmallBundle());
  ASSERT_EQ(examples.size(), 3U);
  EXPECT_EQ(examples[0].act, "ask");
  EXPECT_EQ(examples[0].listener, Role::kCfo);
  EXPECT_EQ(examples[0].after, std::vector<std::string>{"greet"});
  EXPECT_EQ(examples[0].expect, "request");
}

// Every condition and effect can be written, and comes out as itself.
TEST(ContentVocabulary, EveryEffectLoads) {
  for (const content::EffectRow& row : content::Effects()) {
    std::string effect = "{\"do\": \"" + std::string(row.name) + "\"";
    for (const content::Parameter& p : row.parameters) {
      effect +=
          ", \"" + std::string(p.name) + "\": \"" +
          (p.type == content::Parameter::Type::kName ? std::string(p.names->rows[0].name) : "0.5") +
          "\"";
    }
    Bundle bundle = test::SmallBundle();
    std::string& act = bundle.files["catalogue/acts/greet.json"];
    const std::string old = "{\"do\": \"flag\", \"flag\": \"greeted\"}";
    act.replace(act.find(old), old.size(), old + ", " + effect + "}");
    const ScenarioPtr s = Load(bundle, "small");
    ASSERT_NE(s, nullptr) << row.name;
    EXPECT_EQ(s->effects[s->acts[1].effects_begin + 1U].kind, row.kind) << row.name;
  }
}

TEST(ContentVocabulary, EveryConditionLoads) {
  for (const content::ConditionRow& row : content::Conditions()) {
    const content::Parameter& p = row.parameter;
    const std::string name = "\"" + std::string(row.name) + "\"";
    std::string condition = name;
    if (p.type == content::Parameter::Type::kName) {
      condition = "{" + name + ": \"" + std::string(p.names->rows[0].name) + "\"}";
    } else if (p.type == content::Parameter::Type::kInteger) {
      condition = "{" + name + ": 1}";
    } else if (p.type == content::Parameter::Type::kDecimal) {
      condition = "{" + name + ": \"0.5\"}";
    }
    Bundle bundle = test::SmallBundle();
    std::string& act = bundle.files["catalogue/acts/probe.json"];
    const std::string old = row.hidden ? "\"!debt_stated\"" : "\"greeted\"";
    act.replace(act.find(old), old.size(), condition);
    const ScenarioPtr s = Load(bundle, "small");
    ASSERT_NE(s, nullptr) << row.name;
    const std::size_t at = row.hidden ? s->effects[s->acts[2].effects_begin + 1U].when_begin
                                      : s->acts[2].requires_begin;
    EXPECT_EQ(s->conditions[at].kind, row.kind) << row.name;
  }
}

// Bytes changed, cut and doubled at random: diagnostics or a scenario, never a crash.
TEST(ContentScenario, SurvivesDamagedFiles) {
  std::mt19937 random(1);
  const Bundle good = test::SmallBundle();
  std::vector<std::string> names;
  for (const auto& [name, text] : good.files) names.push_back(name);
  for (int i = 0; i < test::HowMany(400, 4000); ++i) {
    Bundle bundle = good;
    std::string& text = bundle.files[names[random() % names.size()]];
    const std::size_t at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = static_cast<char>(random() % 256);
        break;
      case 1:
        text.resize(at);
        break;
      case 2:
        text.erase(at, 1 + random() % 8);
        break;
      default:
        text.insert(at, text.substr(random() % text.size(), random() % 20));
        break;
    }
    const LoadReport report = LoadScenario(bundle, "small");
    EXPECT_TRUE(report.scenario != nullptr || !report.diagnostics.empty());
    (void)Lint(bundle);
  }
}

}  // namespace
}  // namespace huikuan
