// Golden playthroughs: what a run reads like, in both languages, with the hash at its end. They
// change only by tests/run --update, with the reason in the commit.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "huikuan/experiment.h"
#include "huikuan/text.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

struct Golden {
  const char* scenario;
  const char* bot;
  Seed seed;
};
// One seed for each of the five blockers by the book, and one of every simple policy.
constexpr Golden kGoldens[] = {
    {"first-invoice", "by-the-book", 1},   {"first-invoice", "by-the-book", 2},
    {"first-invoice", "by-the-book", 3},   {"first-invoice", "by-the-book", 7},
    {"first-invoice", "by-the-book", 9},   {"first-invoice", "weekly-firm", 1},
    {"first-invoice", "polite-waiter", 1}, {"first-invoice", "nag-daily", 1},
    {"first-invoice", "random", 1},
    {"full-loop", "by-the-book", 1},       {"full-loop", "polite-waiter", 1},
    {"county-hospital", "by-the-book", 1}, {"strained-foundry", "by-the-book", 2},
    {"drill-call", "by-the-book", 2},      {"drill-letter", "by-the-book", 1},
    {"drill-visit", "by-the-book", 1},     {"drill-reconciliation", "by-the-book", 1},
    {"drill-reconciliation", "by-the-book", 2},
};

std::string Hex(std::uint64_t value) {
  static const char* digits = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) out[i] = digits[value & 15];
  return out;
}

std::string Play(const Golden& golden, const std::string& tag) {
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), golden.scenario).scenario;
  const Phrasebook book(Language::Load(test::RealBundle(), tag).value(), scenario);
  Session session = std::move(Session::Start(scenario, golden.seed)).value();
  const BotDriver bot = BotDriver::Make(golden.bot).value();
  while (!session.Ended()) EXPECT_TRUE(session.Submit(*bot.Next(session)).ok());
  std::string out;
  Event before;
  for (const Event& e : session.History()) {
    const bool repeats = SaysTheSame(before, e);
    before = e;
    if (repeats) continue;
    if (e.kind == EventKind::kDayStarted) {
      out += "\n" + book.language().DateLong(e.date) + "\n";
      continue;
    }
    const std::string speaker = book.Speaker(e);
    out += "  " + (speaker.empty() ? "" : speaker + ": ") + book.Sentence(e) + "\n";
  }
  const Debrief d = session.MakeDebrief().value();
  out += "\n";
  for (const CustomerDebrief& customer : d.customers) {
    for (const DebriefLine& line : customer.story) {
      out += "  * " + book.Ui("debrief." + line.key, book.Words(line.args)) + "\n";
    }
  }
  out += "\n" + Hex(session.Hash()) + "\n" + session.Save() + "\n";
  return out;
}

std::string ReadText(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

TEST(Golden, PlaythroughsReadAsRecorded) {
  namespace fs = std::filesystem;
  const bool update = std::getenv("HUIKUAN_UPDATE_GOLDEN") != nullptr;
  for (const Golden& golden : kGoldens) {
    for (const std::string& tag : Language::Tags(test::RealBundle())) {
      const std::string text = Play(golden, tag);
      EXPECT_LT(text.size(), 50000U) << "a golden file should stay readable";
      const fs::path path =
          fs::path(HUIKUAN_SOURCE_DIR) / "tests" / "golden" / golden.scenario /
          (std::string(golden.bot) + "." + std::to_string(golden.seed) + "." + tag + ".txt");
      if (update) {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        continue;
      }
      ASSERT_TRUE(fs::exists(path)) << path << ": run tests/run --update and read what it writes";
      EXPECT_EQ(ReadText(path), text) << path.filename();
    }
  }
}

TEST(Golden, EveryBlockerHasAGoldenRunByTheBook) {
  std::set<std::string> seen;
  const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  for (const Golden& golden : kGoldens) {
    if (std::string(golden.bot) != "by-the-book") continue;
    if (std::string(golden.scenario) != "first-invoice") continue;
    SimulateOptions options;
    options.first_seed = golden.seed;
    options.seeds = 1;
    seen.insert(Simulate(scenario, golden.bot, options).value()[0].drawn[0].blocker);
  }
  EXPECT_EQ(seen.size(), 5U);
}

}  // namespace
}  // namespace huikuan
