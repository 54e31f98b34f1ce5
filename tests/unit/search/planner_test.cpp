// Paired rollouts and the planner's guards.
#include "search/planner.h"

#include <gtest/gtest.h>

#include "search/proposals.h"
#include "search/rollout.h"
#include "unit/search/watched_run.h"

namespace huikuan::search {
namespace {

using test::WatchedRun;

const PlannerOptions kSmall = {24, 4, 8, 12};

TEST(RollOut, IsAFunctionOfStateCommandAndKey) {
  const WatchedRun run(3, 20);
  const Belief belief(*run.scenario, 0, run.opening, 4);
  const world::State start = belief.StateOf(belief.particles()[0]);
  const Command wait = Wait{Until::kNextDay, kNoDate};
  const Cents once = RollOut(*run.scenario, start, wait, 11);
  EXPECT_EQ(once, RollOut(*run.scenario, start, wait, 11));
  bool differs = false;
  for (Seed key = 12; key < 20; ++key) differs |= RollOut(*run.scenario, start, wait, key) != once;
  EXPECT_TRUE(differs) << "chance must follow the key";
}

TEST(Comparison, EqualCandidatesHaveNoEdge) {
  const WatchedRun run(3, 0);
  const Belief belief(*run.scenario, 0, run.opening, 16);
  const Command wait = Wait{Until::kNextDay, kNoDate};
  Comparison look(*run.scenario, belief, {wait, wait}, 1);
  look.RunTo(6);
  EXPECT_EQ(look.EdgeOf(1).mean, 0);
  EXPECT_EQ(look.EdgeOf(1).n, 6);
  EXPECT_EQ(look.Best(), 0U);
}

TEST(Comparison, APenaltyCountsAgainstItsArm) {
  const WatchedRun run(3, 0);
  const Belief belief(*run.scenario, 0, run.opening, 16);
  const Command wait = Wait{Until::kNextDay, kNoDate};
  Comparison look(*run.scenario, belief, {wait, wait, wait}, 1);
  look.SetPenalty(0, 100);
  look.SetPenalty(1, 50);
  look.SetPenalty(2, 500);
  look.RunTo(4);
  EXPECT_DOUBLE_EQ(look.EdgeOf(1).mean, 50);
  EXPECT_EQ(look.Best(), 1U);
  look.Halve(1);
  EXPECT_FALSE(look.arms()[1].out);
  EXPECT_TRUE(look.arms()[2].out);
}

TEST(Comparison, DropsWhatIsSurelyNotWorthIt) {
  const WatchedRun run(3, 0);
  const Belief belief(*run.scenario, 0, run.opening, 16);
  const Command wait = Wait{Until::kNextDay, kNoDate};
  Comparison look(*run.scenario, belief, {wait, wait, wait}, 1);
  look.SetPenalty(0, 100);
  look.SetPenalty(1, 50);
  look.RunTo(4);
  look.DropBelow(80);  // the edges are 50 and 100, without any error
  EXPECT_TRUE(look.arms()[1].out);
  EXPECT_FALSE(look.arms()[2].out);
  EXPECT_FALSE(look.arms()[0].out);
}

TEST(Proposals, BeginWithTheBookAreLawfulAndOnceEach) {
  WatchedRun run(4, 0);
  for (int step = 0; step < 80 && run.state.known.seller.ended == 0; ++step) {
    const Command book =
        bots::Choose(bots::Bot::kByTheBook, {*run.scenario, run.state.known, 1, true});
    if (run.state.known.conversation.active == 0) {
      const auto all = Proposals(*run.scenario, run.state.known, 0, book);
      ASSERT_EQ(all[0].index(), book.index());
      EXPECT_LE(all.size(), kMaxProposals + 2);
      for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(rules::CheckCommand(*run.scenario, run.state.known, all[i]),
                  rules::Refusal::kNone);
        for (std::size_t j = i + 1; j < all.size(); ++j) {
          EXPECT_FALSE(SameCommand(all[i], all[j]));
        }
      }
    }
    run.Do(book);
  }
}

TEST(Planner, ChoosesTheSameFromTheSameSteps) {
  WatchedRun run(6, 30);
  while (run.state.known.conversation.active != 0) run.Do(EndConversation{});
  Planner a(*run.scenario, run.opening, kSmall);
  Planner b(*run.scenario, run.opening, kSmall);
  for (const Step& step : run.steps) {
    a.Observe(step);
    b.Observe(step);
  }
  const Command choice = a.Next();
  const Command again = b.Next();
  ASSERT_EQ(choice.index(), again.index());
  if (!std::holds_alternative<Say>(choice)) {
    EXPECT_TRUE(SameCommand(choice, again));
  }
  EXPECT_EQ(rules::CheckCommand(*run.scenario, run.state.known, choice), rules::Refusal::kNone);
}

}  // namespace
}  // namespace huikuan::search
