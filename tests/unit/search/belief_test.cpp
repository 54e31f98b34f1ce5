// The belief: particles that could have shown what was seen, weighted by how likely that was.
#include "search/belief.h"

#include <gtest/gtest.h>

#include <cstring>

#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/slice.h"
#include "search/observable.h"
#include "unit/search/watched_run.h"

namespace huikuan::search {
namespace {

using test::WatchedRun;

double ShareOfBlocker(const Belief& belief, std::uint8_t blocker, InvoiceId claim) {
  double sum = 0, with = 0;
  for (const Particle& p : belief.particles()) {
    sum += p.weight;
    if (p.truth.customers[0].invoices[claim].blocker == blocker) with += p.weight;
  }
  return sum > 0 ? with / sum : 0;
}

TEST(Belief, BeginsAtThePrior) {
  const WatchedRun run(1, 0);
  const Belief belief(*run.scenario, 0, run.opening, 1600);
  EXPECT_EQ(belief.particles().size(), 1600U);
  for (std::uint8_t b = 0; b < 5; ++b) EXPECT_NEAR(ShareOfBlocker(belief, b, 0), 0.2, 0.07);
}

TEST(Belief, SurvivesWholeRunsAndKnowsWhatIsKnown) {
  for (const Seed seed : {2, 5, 9}) {
    const WatchedRun run(seed, 400);
    Belief belief(*run.scenario, 0, run.opening, 96);
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
      belief.Observe(run.steps[i]);
      ASSERT_FALSE(belief.particles().empty()) << "seed " << seed << ", step " << i;
      if (run.steps[i].known.seller.ended != 0) break;
      const world::State mine = belief.StateOf(belief.particles().front());
      const world::State slice = rules::Slice(world::State{run.steps[i].known, {}}, 0);
      ASSERT_EQ(std::memcmp(&mine.known, &slice.known, sizeof mine.known), 0);
    }
    EXPECT_LE(belief.rescues(), 6);
  }
}

TEST(Belief, LearnsWhatStandsInTheWay) {
  double share = 0;
  int runs = 0;
  for (Seed seed = 1; seed <= 8; ++seed) {
    const WatchedRun run(seed, 45);
    if (run.state.known.seller.ended != 0) continue;
    const std::uint8_t blocker = run.state.truth.customers[0].invoices[0].blocker;
    Belief belief(*run.scenario, 0, run.opening, 96);
    for (const Step& step : run.steps) belief.Observe(step);
    share += ShareOfBlocker(belief, blocker, 0);
    ++runs;
  }
  ASSERT_GE(runs, 5);
  EXPECT_GT(share / runs, 0.5) << "the prior gives 0.2";
}

TEST(Belief, TellsHowLikelyAnUnansweredRingWas) {
  // Nobody answers: the likelihood is one minus the chance to be reached, for every particle alike.
  for (Seed seed = 1; seed < 30; ++seed) {
    WatchedRun run(seed, 0);
    PersonId buyer = kNone;
    for (std::size_t p = 0; p < run.scenario->customers[0].people.size(); ++p) {
      const content::Person& person = run.scenario->customers[0].people[p];
      if (person.known_at_start && !person.gatekeeper) buyer = static_cast<PersonId>(p);
    }
    ASSERT_NE(buyer, kNone);
    run.Do(StartCall{0, buyer});
    if (run.state.known.conversation.active != 0) continue;
    Explainer explainer(*run.scenario, 0);
    world::Truth truth = rules::Slice(run.state, 0).truth;
    const double likelihood = explainer.Explain(truth, run.opening, run.steps[0], 77);
    // The opening is a Monday morning, a bad hour: 0.75 × reach.
    const double reach = run.scenario->customers[0].people[buyer].reach / 65536.0 * 0.75;
    EXPECT_NEAR(likelihood, 1 - reach, 0.001);
    return;
  }
  FAIL() << "somebody always answered";
}

TEST(Belief, RefusesAWorldThatCouldNotHaveShownIt) {
  // A run in which something was disclosed: the particle with another blocker cannot explain it.
  for (Seed seed = 1; seed <= 20; ++seed) {
    const WatchedRun run(seed, 60);
    for (std::size_t i = 1; i < run.steps.size(); ++i) {
      for (const Event& e : run.steps[i].events) {
        if (e.kind != EventKind::kFactLearnt) continue;
        const content::Fact& fact = run.scenario->customers[0].facts[e.fact];
        if (!fact.problem || fact.blocker == kNone) continue;
        Belief belief(*run.scenario, 0, run.opening, 64);
        for (std::size_t k = 0; k <= i; ++k) belief.Observe(run.steps[k]);
        ASSERT_FALSE(belief.particles().empty());
        EXPECT_NEAR(ShareOfBlocker(belief, fact.blocker, fact.invoice), 1.0, 1e-9);
        return;
      }
    }
  }
  FAIL() << "nothing was ever found";
}

TEST(Observable, TellsHiddenFromShown) {
  EXPECT_EQ(VisibilityOf(rules::Draw::kReach), Visibility::kShown);
  EXPECT_EQ(VisibilityOf(rules::Draw::kBlocker), Visibility::kHidden);
  EXPECT_EQ(VisibilityOf(rules::Draw::kCite), Visibility::kPartly);
  rules::ChancePath path;
  path.shown = ShownDraws();
  EXPECT_TRUE(path.Shows(rules::Draw::kReach));
  EXPECT_FALSE(path.Shows(rules::Draw::kGate));
}

TEST(ChancePath, WalksThroughEveryOutcomeOnceAndTheirOddsAddUp) {
  rules::ChancePath path;
  path.shown = ShownDraws();
  rules::Chance chance(1);
  chance.Follow(&path);
  const std::array<std::uint32_t, 3> w = {2, 0, 6};
  EXPECT_EQ(chance.Pick(rules::Draw::kEvade, 0, 0, w), 0);
  EXPECT_EQ(path.likelihood, (1ULL << 32) / 4);
  path.given = 1;
  path.taken = 0;
  path.likelihood = 1ULL << 32;
  path.steps[0].outcome = 1;  // impossible: gives way to the next
  EXPECT_EQ(chance.Pick(rules::Draw::kEvade, 0, 0, w), 2);
  EXPECT_EQ(path.likelihood, (1ULL << 32) / 4 * 3);
  path.taken = 0;
  path.steps[0].outcome = 3;
  chance.Pick(rules::Draw::kEvade, 0, 0, w);
  EXPECT_TRUE(path.lost);
}

}  // namespace
}  // namespace huikuan::search
