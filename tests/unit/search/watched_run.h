// A run by by-the-book with everything it showed, step by step.
#pragma once

#include <vector>

#include "bots/bots.h"
#include "rules/setup.h"
#include "search/past.h"
#include "unit/rules/stage.h"

namespace huikuan::test {

struct WatchedRun {
  explicit WatchedRun(Seed seed, int most, ScenarioPtr given = FirstCase())
      : scenario(std::move(given)), chance(seed) {
    rules::SetUp(*scenario, state, chance, nullptr);
    opening = state.known;
    for (int i = 0; i < most && state.known.seller.ended == 0; ++i) {
      Do(bots::Choose(bots::Bot::kByTheBook, {*scenario, state.known, 1, true}));
    }
  }
  void Do(const Command& command) {
    search::Step step;
    step.command = command;
    rules::World world{*scenario, state, chance, &step.events};
    rules::ApplyCommand(world, command);
    step.known = state.known;
    steps.push_back(step);
  }

  ScenarioPtr scenario;
  rules::Chance chance;
  world::State state;
  world::Known opening;
  std::vector<search::Step> steps;
};

}  // namespace huikuan::test
