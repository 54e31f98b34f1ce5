// A run with a planner beside it that sees what the trainee would see, and nothing else of it.
#pragma once

#include <vector>

#include "rules/chance.h"
#include "search/planner.h"

namespace huikuan::session {

class PlannedRun {
 public:
  PlannedRun(const Scenario& content, Seed seed, const search::PlannerOptions& options = {});
  // Precondition: lawful.
  void Submit(const Command& command);
  Command Choose() const { return planner_.Next(); }
  // Brings the run to where those commands lead; false when it has gone another way already.
  bool CatchUp(const std::vector<Command>& commands);

  const world::State& state() const { return state_; }
  Seed seed() const { return seed_; }
  bool Ended() const { return state_.known.seller.ended != 0; }

 private:
  static world::State Opening(const Scenario& content, rules::Chance& chance);

  const Scenario& content_;
  Seed seed_;
  rules::Chance chance_;
  world::State state_;
  std::size_t done_ = 0;
  search::Planner planner_;
};

}  // namespace huikuan::session
