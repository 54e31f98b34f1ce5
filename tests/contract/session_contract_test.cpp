// The contract of the one door, on every shipped case and by every policy: Check agrees with
// Submit, an unlawful command changes nothing, a save resumes to the same hash, nothing hidden is
// seen, the ledger balances, and the case ends.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include "bots/bots.h"
#include "content/scenario.h"
#include "core/hash.h"
#include "huikuan/experiment.h"
#include "huikuan/session.h"
#include "rules/rules.h"
#include "rules/setup.h"
#include "session/observe.h"
#include "unit/how_many.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

constexpr int kMaxSteps = 20000;

class EveryCase : public testing::TestWithParam<std::string> {
 protected:
  ScenarioPtr Load() const {
    LoadReport report = LoadScenario(test::RealBundle(), GetParam());
    return report.scenario;
  }
};

// Commands that are nonsense or come at the wrong time.
std::vector<Command> Hostile(const Scenario& content) {
  const auto beyond = static_cast<std::uint8_t>(200);
  std::vector<Command> out = {OpenDocument{0, beyond},
                              OpenDocument{9, 0},
                              InspectField{0, 0, 99},
                              StartCall{0, beyond},
                              StartCall{77, 0},
                              Say{beyond},
                              OrderTask{0, beyond},
                              StartVisit{0, beyond},
                              Observe{beyond},
                              MeetPerson{beyond},
                              ConfirmPromise{0, beyond},
                              SetDiary{0, kNone, content.start - 5},
                              Wait{Until::kDate, content.start - 1},
                              SetPlan{},
                              SendDocument{0, 0, beyond},
                              DecideOrder{0, beyond, OrderDecision::kRelease},
                              DecideOrder{77, 0, OrderDecision::kHold},
                              DecideOrder{0, 0, static_cast<OrderDecision>(3)},
                              ProposeTerms{0, {100, 100, 100, 255, 255, 255}},
                              ProposeTerms{55, {}},
                              SignContract{beyond},
                              SendLetter{}};
  SendLetter letter;
  letter.reading.recipients = 0xffff;
  letter.reading.clauses = ~0ULL;
  out.emplace_back(letter);
  Say say;
  say.amount = -5;
  say.date = kNoDate + 1;
  out.emplace_back(say);
  return out;
}

// ASCII characters: design.md §3; less for the first case, which is to fit a message.
std::size_t LongestSave(const Scenario& scenario) {
  return CaseId(scenario) == "first-invoice" ? 2000 : 4000;
}

void ExpectRoundTrip(const ScenarioPtr& scenario, const Session& session) {
  const std::string save = session.Save();
  ASSERT_LE(save.size(), LongestSave(*scenario)) << "after " << session.CommandCount();
  Result<Session> resumed = Session::Resume(scenario, save);
  ASSERT_TRUE(resumed.ok()) << resumed.error().code;
  ASSERT_EQ(resumed->Hash(), session.Hash());
  ASSERT_EQ(resumed->Save(), save);
}

TEST_P(EveryCase, RandomPlayKeepsTheContract) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  for (int run = 0; run < test::HowMany(40, 1000); ++run) {
    const auto seed = static_cast<Seed>(run + 1000);
    Result<Session> started = Session::Start(scenario, seed);
    ASSERT_TRUE(started.ok());
    Session session = std::move(started).value();
    const BotDriver bot = BotDriver::Make("random").value();
    int steps = 0;
    while (!session.Ended() && steps < kMaxSteps) {
      const Command command = *bot.Next(session);
      ASSERT_TRUE(session.Check(command).ok());
      if (steps % 7 == 0) {
        for (const Command& bad : Hostile(*scenario)) {
          if (session.Check(bad).ok()) continue;  // some are lawful by accident
          const StateHash before = session.Hash();
          ASSERT_FALSE(session.Submit(bad).ok());
          ASSERT_EQ(session.Hash(), before);
        }
      }
      ASSERT_TRUE(session.Submit(command).ok());
      if (run < test::HowMany(1, 3) || static_cast<std::uint64_t>(steps) == HashWord(seed, 1) % 120) {
        ExpectRoundTrip(scenario, session);
      }
      if (HasFatalFailure()) return;
      ++steps;
    }
    ASSERT_TRUE(session.Ended());
    ASSERT_TRUE(session.MakeDebrief().ok());
    EXPECT_FALSE(session.Submit(Wait{}).ok());
  }
}

TEST_P(EveryCase, EveryLegalOptionIsAcceptedAndChangesTheHash) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  for (Seed seed = 1; seed <= 5; ++seed) {
    Session session = std::move(Session::Start(scenario, seed)).value();
    const BotDriver bot = BotDriver::Make(seed % 2 == 0 ? "random" : "by-the-book").value();
    for (int step = 0; !session.Ended() && step < 400; ++step) {
      if (step % 9 == 0) {
        for (const CommandOption& option : session.LegalCommands()) {
          Session fork = session.Fork();
          ASSERT_TRUE(fork.Submit(option.command).ok());
          ASSERT_NE(fork.Hash(), session.Hash());
        }
      }
      ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
    }
  }
}

TEST_P(EveryCase, SavedAtAnyCommandResumesToTheSameHash) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  const auto runs = static_cast<Seed>(test::HowMany(4, 12));
  for (const std::string& name : QuickBotNames()) {
    for (Seed seed = 1; seed <= (name == "random" ? 1 : runs); ++seed) {
      Session session = std::move(Session::Start(scenario, seed)).value();
      const BotDriver bot = BotDriver::Make(name).value();
      while (!session.Ended()) {
        ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
        // Resuming replays everything: each step of one run, a sample of the others.
        if (seed != 1 && session.CommandCount() % 23 != 0 && !session.Ended()) continue;
        ExpectRoundTrip(scenario, session);
        if (HasFatalFailure()) return;
      }
    }
  }
}

TEST_P(EveryCase, SavesStayShortForEveryPolicy) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  std::size_t longest = 0;
  for (const std::string& name : QuickBotNames()) {
    for (int seed = 1; seed <= test::HowMany(60, 1000); ++seed) {
      Session session = std::move(Session::Start(scenario, seed)).value();
      const BotDriver bot = BotDriver::Make(name).value();
      while (!session.Ended()) ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
      longest = std::max(longest, session.Save().size());
    }
  }
  EXPECT_LE(longest, LongestSave(*scenario));
  RecordProperty("longest_save", static_cast<int>(longest));
}

TEST_P(EveryCase, DamagedSavesAreRefusedAndNeverCrash) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  Session session = std::move(Session::Start(scenario, 5)).value();
  const BotDriver bot = BotDriver::Make("by-the-book").value();
  for (int i = 0; i < 60 && !session.Ended(); ++i) {  // a drill is over sooner
    ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
  }
  const std::string save = session.Save();
  for (std::size_t i = 0; i < save.size(); ++i) {
    std::string bad = save;
    bad[i] = bad[i] == 'A' ? 'B' : 'A';
    const Result<Session> r = Session::Resume(scenario, bad);
    ASSERT_FALSE(r.ok());
    ASSERT_EQ(r.error().code.substr(0, 5), "save.");
  }
  for (std::size_t n = 0; n < save.size(); n += 3) {
    ASSERT_FALSE(Session::Resume(scenario, save.substr(0, n)).ok());
  }
  for (const char* bad : {"", "=", "回款", "AAAA", "\xff\xfe"}) {
    ASSERT_EQ(Session::Resume(scenario, bad).error().code, "save.damaged");
  }
}

TEST_P(EveryCase, ASaveUnderOtherRulesIsRefusedByName) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  Session session = std::move(Session::Start(scenario, 5)).value();
  const std::string save = session.Save();
  auto changed = std::make_shared<Scenario>(*scenario);
  changed->rules_hash ^= 1;
  EXPECT_EQ(Session::Resume(changed, save).error().code, "save.rules");
}

// States that differ only in Truth: the same legal commands, the same observation.
TEST_P(EveryCase, NothingHiddenIsSeen) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  const auto digest = [&](const world::Known& known, const std::vector<Event>& history) {
    const Observation o = session::BuildObservation(*scenario, known, history, 7);
    std::string text;
    for (const GateView& g : o.customers[0].gates) {
      text += std::to_string(static_cast<int>(g.knowledge)) + std::to_string(g.problem) + ";";
    }
    for (const DocumentView& d : o.customers[0].documents) {
      for (const FieldView& f : d.fields) text += std::to_string(f.value) + ",";
    }
    for (const CustomerView& own : o.customers)
      for (const TaskView& t : own.tasks) text += std::to_string(t.id) + "/";
    for (const PersonView& p : o.customers[0].people)
      text += std::to_string(static_cast<int>(p.mood));
    return text;
  };
  std::string opening;
  world::State first;
  bool truth_differs = false;
  for (Seed seed = 1; seed <= 60; ++seed) {
    world::State state;
    rules::Chance chance(seed);
    std::vector<Event> history;
    rules::SetUp(*scenario, state, chance, &history);
    if (seed == 1) first = state;
    rules::Options options;
    rules::LegalOptions(*scenario, state.known, options);
    const std::string seen = digest(state.known, history) + std::to_string(options.size());
    if (seed == 1) opening = seen;
    EXPECT_EQ(seen, opening) << "the opening tells seed " << seed << " apart";
    EXPECT_EQ(std::memcmp(&first.known, &state.known, sizeof(state.known)), 0)
        << "what is known at the opening depends on what was drawn, seed " << seed;
    truth_differs =
        truth_differs || std::memcmp(&first.truth, &state.truth, sizeof(state.truth)) != 0;
  }
  EXPECT_TRUE(truth_differs) << "nothing is drawn: the test would hold of itself";
}

// Commands that only read our own file or buy time leave what is known the same under every draw,
// until an event tells something: the same commands and events give the same Known.
TEST_P(EveryCase, KnownFollowsFromWhatWasSeen) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  std::map<std::uint64_t, std::uint64_t> known_by_events;  // hashes: thousands of states
  int compared = 0;
  for (int i = 1; i <= test::HowMany(300, 3000); ++i) {
    const auto seed = static_cast<Seed>(i);
    world::State state;
    rules::Chance chance(seed);
    std::vector<Event> history;
    rules::SetUp(*scenario, state, chance, &history);
    rules::World world{*scenario, state, chance, &history};
    for (int step = 0; step < 30 && state.known.seller.ended == 0; ++step) {
      // One policy, the same dice for every run: commands depend on Known alone.
      const Command command =
          bots::Choose(bots::Bot::kByTheBook, {*scenario, state.known, 1, true});
      rules::ApplyCommand(world, command);
      std::string events = std::to_string(step) + ":";
      for (const Event& e : history) {
        for (const std::int64_t v :
             {std::int64_t{static_cast<int>(e.kind)}, std::int64_t{e.person}, std::int64_t{e.other},
              std::int64_t{e.act}, std::int64_t{e.reply}, std::int64_t{e.objection},
              std::int64_t{e.fact}, std::int64_t{e.document}, std::int64_t{e.item},
              std::int64_t{e.value}, std::int64_t{static_cast<int>(e.mood)}, std::int64_t{e.day},
              std::int64_t{e.date}, e.amount}) {
          events += std::to_string(v) + ",";
        }
      }
      const std::uint64_t known = HashBytes(0, &state.known, sizeof(state.known));
      const auto [entry, fresh] = known_by_events.emplace(HashText(0, events), known);
      if (fresh) continue;
      ++compared;
      ASSERT_EQ(entry->second, known) << "seed " << seed << ", step " << step;
    }
  }
  EXPECT_GT(compared, 1000) << "too few runs share a beginning";
}

// Rollouts carry a policy's notes from one command to the next; a trainee's session does not. Both
// must play the same game.
TEST_P(EveryCase, RolloutsPlayAsSessionsDo) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  SimulateOptions options;
  options.seeds = 40;
  const std::vector<SimulateRow> rows = Simulate(scenario, "by-the-book", options).value();
  const BotDriver bot = BotDriver::Make("by-the-book").value();
  for (const SimulateRow& row : rows) {
    Session session = std::move(Session::Start(scenario, row.seed)).value();
    while (!session.Ended()) ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
    ASSERT_EQ(session.MakeDebrief().value().parts.value, row.value) << "seed " << row.seed;
  }
}

TEST_P(EveryCase, TheLedgerBalances) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  for (const std::string& name : QuickBotNames()) {
    const auto runs = static_cast<Seed>(test::HowMany(20, name == "random" ? 1000 : 100));
    for (Seed seed = 1; seed <= runs; ++seed) {
      Session session = std::move(Session::Start(scenario, seed)).value();
      const BotDriver bot = BotDriver::Make(name).value();
      while (!session.Ended()) ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
      std::vector<Cents> by_customer(scenario->customers.size());
      Cents received = 0;
      for (const Event& e : session.History()) {
        const bool in = e.kind == EventKind::kPaymentReceived;
        const bool out = e.kind == EventKind::kMoneyReturned;
        const Cents amount = in ? e.amount : out ? -e.amount : 0;
        by_customer[e.customer] += amount;
        received += amount;
      }
      const Observation o = session.Observe();
      for (const CustomerView& customer : o.customers) {
        EXPECT_EQ(by_customer[customer.id], customer.received) << name << ", seed " << seed;
        EXPECT_GE(customer.outstanding, 0);
        EXPECT_GE(customer.open_total, 0);
      }
      const Debrief d = session.MakeDebrief().value();
      EXPECT_EQ(d.received, received);
      EXPECT_EQ(d.parts.total, d.parts.cash + d.parts.open + d.parts.relationship - d.parts.costs -
                                   d.parts.concessions - d.parts.goods - d.parts.crisis -
                                   d.parts.liabilities);
    }
  }
}

TEST_P(EveryCase, AtMostEightSentencesAreOfferedInVaryingOrder) {
  const ScenarioPtr scenario = Load();
  ASSERT_NE(scenario, nullptr);
  Session session = std::move(Session::Start(scenario, 3)).value();
  const BotDriver bot = BotDriver::Make("by-the-book").value();
  std::set<ActId> first_places;
  int turns = 0;
  while (!session.Ended()) {
    const Observation o = session.Observe();
    if (o.conversation) {
      ++turns;
      ASSERT_LE(o.conversation->offers.size(), 8U);
      // Out of time or commands, one can only take leave.
      if (o.conversation->offers.empty()) ASSERT_TRUE(session.Check(EndConversation{}).ok());
      if (!o.conversation->offers.empty()) {
        first_places.insert(o.conversation->offers[0].command.act);
      }
      for (const OfferView& offer : o.conversation->offers) {
        ASSERT_TRUE(session.Check(offer.command).ok());
      }
      for (const OfferView& offer : o.conversation->others) {
        ASSERT_TRUE(session.Check(offer.command).ok());
      }
    }
    ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
  }
  // A drill has one talk, and that of letters perhaps none.
  if (!IsDrill(*scenario)) EXPECT_GT(turns, 10);
  if (!IsDrill(*scenario)) EXPECT_GT(first_places.size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Shipped, EveryCase, testing::ValuesIn(CaseIds(test::RealBundle())),
                         [](const auto& param) {
                           std::string name = param.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace huikuan
