// Every purpose of a message is worth its minutes in some tested state, and the tempting mistakes
// lose: paired with doing nothing, over worlds that share their luck.
#include <gtest/gtest.h>

#include <algorithm>

#include "contract/objected.h"
#include "rules/message/message.h"

namespace huikuan::test {
namespace {

struct WritingMoment {
  Alone customer;
  world::State state;
};

// Mornings on which by-the-book has got so far, customers of their own.
std::vector<WritingMoment> WritingMoments() {
  std::vector<WritingMoment> out;
  for (const char* id : {"county-hospital", "strained-foundry"}) {
    const ScenarioPtr scenario = LoadScenario(RealBundle(), id).scenario;
    for (Seed seed = 1; seed <= 12; ++seed) {
      WritingMoment moment{{scenario, 0}, {}};
      rules::Chance chance(seed);
      rules::World world{*scenario, moment.state, chance, nullptr};
      rules::SetUp(*scenario, moment.state, chance, nullptr);
      Day last = 0;
      for (int i = 0; i < bots::kMaxDecisions && moment.state.known.seller.ended == 0; ++i) {
        const bots::BotView view{*scenario, moment.state.known, seed, true, nullptr};
        rules::ApplyCommand(world, bots::Choose(bots::Bot::kByTheBook, view));
        const Day day = moment.state.known.seller.day;
        const bool wanted = day >= 3 && day - last >= 3 && day < 40;
        if (!wanted || moment.state.known.conversation.active != 0) continue;
        last = day;
        if (moment.state.known.seller.ended == 0) out.push_back(moment);
      }
    }
  }
  return out;
}

// What it adds to the end, with nothing more done or with by-the-book playing on.
double Gain(const WritingMoment& moment, const SendMessage& message, Seed key, bool book) {
  double worth[2] = {};
  for (const bool sent : {false, true}) {
    world::State state = moment.state;
    rules::Chance chance(key);
    chance.SetDay(state.known.seller.day);
    rules::World world{*moment.customer.scenario, state, chance, nullptr};
    if (sent) rules::ApplyCommand(world, message);
    if (book) {
      worth[sent ? 1 : 0] = moment.customer.Worth(state, key);
    } else {
      moment.customer.Rest(world, 200);
      const ValueParts parts = rules::Value(*moment.customer.scenario, state);
      worth[sent ? 1 : 0] = static_cast<double>(parts.total) / 100;
    }
  }
  return worth[1] - worth[0];
}

Mean GainOver(const WritingMoment& moment, const SendMessage& message, Seed from, int worlds,
              bool book) {
  Mean mean;
  for (int i = 0; i < worlds; ++i) {
    mean.Add(Gain(moment, message, from + static_cast<Seed>(i) * 77, book));
  }
  return mean;
}

struct WritingCandidate {
  const WritingMoment* moment = nullptr;
  SendMessage message;
};

// To everybody it may go to by every channel, where it fits; at most `most`, spread over the moments.
std::vector<WritingCandidate> CandidatesFor(const std::vector<WritingMoment>& moments,
                                            const std::string& purpose, std::size_t most) {
  std::vector<WritingCandidate> all;
  for (const WritingMoment& moment : moments) {
    const Scenario& content = *moment.customer.scenario;
    const world::Known& known = moment.state.known;
    const std::uint8_t id = IndexOf(content.messages, purpose);
    const auto people = content.customers[0].people.size();
    for (std::size_t p = 0; p <= people; ++p) {
      const PersonId person = p == people ? kNone : static_cast<PersonId>(p);
      if (!rules::MessageFits(content, known, 0, id, person)) continue;
      const auto message = rules::DefaultMessage(content, known, 0, id, person);
      if (message) all.push_back({&moment, *message});
    }
  }
  std::vector<WritingCandidate> some;
  for (std::size_t i = 0; i < most && !all.empty(); ++i) {
    some.push_back(all[(i * 7919) % all.size()]);
  }
  return some;
}

bool IsError(const std::string& purpose) {
  const ScenarioPtr scenario = LoadScenario(RealBundle(), "county-hospital").scenario;
  const std::uint8_t id = IndexOf(scenario->messages, purpose);
  return id == kNone ||
         scenario->messages[id].act.purpose == content::Purpose::kError;
}

TEST(MessagesContract, EveryPurposeIsWorthSendingSomewhereAndTheMistakesLose) {
  const std::vector<WritingMoment> moments = WritingMoments();
  ASSERT_GT(moments.size(), 60U);
  for (const std::string& purpose : CatalogueIdsOf("messages")) {
    SCOPED_TRACE(purpose);
    const std::vector<WritingCandidate> candidates = CandidatesFor(moments, purpose, 40);
    ASSERT_FALSE(candidates.empty());
    if (IsError(purpose)) {
      Mean mean;
      for (const WritingCandidate& one : candidates) {
        mean.Add(GainOver(*one.moment, one.message, 11, 8, false).mean());
      }
      EXPECT_LT(mean.mean(), 0);
      continue;
    }
    // The most promising ones, then once more in fresh worlds: no winner's curse.
    bool found = false;
    for (const bool book : {false, true}) {
      std::vector<std::pair<double, const WritingCandidate*>> ranked;
      for (const WritingCandidate& one : candidates) {
        const Mean mean = GainOver(*one.moment, one.message, 5, 8, book);
        ranked.emplace_back(mean.mean(), &one);
      }
      std::stable_sort(ranked.begin(), ranked.end(),
                       [](const auto& a, const auto& b) { return a.first > b.first; });
      for (std::size_t i = 0; i < 4 && i < ranked.size() && !found; ++i) {
        const WritingCandidate& one = *ranked[i].second;
        const Mean again = GainOver(*one.moment, one.message, 100'003, 60, book);
        found = again.mean() > 0 && again.mean() > again.se();
      }
      if (found) break;
    }
    EXPECT_TRUE(found);
  }
}

// Each message of a customer comes in some run.
TEST(MessagesContract, EveryIncomingMessageComes) {
  std::vector<std::string> seen;
  for (const char* id : {"county-hospital", "strained-foundry"}) {
    const ScenarioPtr scenario = LoadScenario(RealBundle(), id).scenario;
    for (Seed seed = 1; seed <= 30; ++seed) {
      world::State state;
      rules::Chance chance(seed);
      std::vector<Event> events;
      rules::World world{*scenario, state, chance, &events};
      rules::SetUp(*scenario, state, chance, &events);
      while (state.known.seller.ended == 0) rules::ApplyCommand(world, Wait{});
      for (const Event& e : events) {
        if (e.kind == EventKind::kMessageReceived) seen.push_back(scenario->incoming[e.item].id);
      }
    }
  }
  for (const std::string& id : CatalogueIdsOf("incoming")) {
    EXPECT_NE(std::find(seen.begin(), seen.end(), id), seen.end()) << id;
  }
}

}  // namespace
}  // namespace huikuan::test
