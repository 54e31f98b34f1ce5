// Nothing hidden reaches the planner: two runs whose Truth differs, but whose commands and observed
// events are the same, give the same belief to the byte and the same choice.
#include <gtest/gtest.h>

#include <cstring>
#include <map>

#include "core/hash.h"
#include "huikuan/experiment.h"
#include "search/planner.h"
#include "unit/search/watched_run.h"

namespace huikuan::search {
namespace {

using test::WatchedRun;

std::uint64_t SeenHash(const WatchedRun& run) {
  std::uint64_t h = 0;
  for (const Step& step : run.steps) {
    h = HashBytes(h, &step.known, sizeof step.known);
    for (const Event& e : step.events) {
      for (const std::int64_t v :
           {std::int64_t{static_cast<int>(e.kind)}, std::int64_t{e.person}, std::int64_t{e.other},
            std::int64_t{e.reply}, std::int64_t{e.objection}, std::int64_t{e.fact},
            std::int64_t{e.document}, std::int64_t{e.item}, std::int64_t{e.value},
            std::int64_t{static_cast<int>(e.mood)}, std::int64_t{e.date}, e.amount}) {
        h = HashWord(h, static_cast<std::uint64_t>(v));
      }
    }
  }
  return h;
}

bool SameBelief(const Belief& a, const Belief& b) {
  if (a.particles().size() != b.particles().size()) return false;
  for (std::size_t i = 0; i < a.particles().size(); ++i) {
    const Particle& x = a.particles()[i];
    const Particle& y = b.particles()[i];
    if (x.weight != y.weight) return false;
    if (std::memcmp(&x.truth, &y.truth, sizeof x.truth) != 0) return false;
  }
  return true;
}

TEST(BeliefContract, WhatWasSeenDecides) {
  constexpr int kSteps = 12;
  std::map<std::uint64_t, Seed> first;
  int compared = 0;
  for (Seed seed = 1; seed <= 60 && compared < 6; ++seed) {
    const WatchedRun run(seed, kSteps);
    const auto [entry, fresh] = first.emplace(SeenHash(run), seed);
    if (fresh) continue;
    const WatchedRun other(entry->second, kSteps);
    if (std::memcmp(&run.state.truth, &other.state.truth, sizeof run.state.truth) == 0) continue;
    Planner a(*run.scenario, run.opening, {24, 2, 4, 4});
    Planner b(*run.scenario, other.opening, {24, 2, 4, 4});
    for (int i = 0; i < kSteps; ++i) {
      a.Observe(run.steps[static_cast<std::size_t>(i)]);
      b.Observe(other.steps[static_cast<std::size_t>(i)]);
    }
    ASSERT_TRUE(SameBelief(a.belief(0), b.belief(0))) << seed << " and " << entry->second;
    EXPECT_EQ(a.Next().index(), b.Next().index());
    ++compared;
  }
  EXPECT_GE(compared, 3) << "too few runs showed the same";
}

TEST(BeliefContract, ThePlannerPlaysByTheOneDoorAndFollowsForks) {
  ASSERT_EQ(BotNames().back(), "planner");
  Session session = std::move(Session::Start(test::FirstCase(), 7)).value();
  const BotDriver driver = BotDriver::Make("planner").value();
  for (int i = 0; i < 8; ++i) ASSERT_TRUE(session.Submit(*driver.Next(session)).ok());
  // Another driver that comes in late, and this one after a fork that went another way, agree.
  Session fork = session.Fork();
  ASSERT_TRUE(fork.Submit(Wait{Until::kNextDay, kNoDate}).ok() ||
              fork.Submit(EndConversation{}).ok());
  const BotDriver late = BotDriver::Make("planner").value();
  EXPECT_EQ(driver.Next(fork)->index(), late.Next(fork)->index());
  EXPECT_EQ(driver.Next(session)->index(), late.Next(session)->index());
}

}  // namespace
}  // namespace huikuan::search
