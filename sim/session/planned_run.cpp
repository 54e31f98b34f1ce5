#include "session/planned_run.h"

#include "rules/rules.h"
#include "rules/setup.h"

namespace huikuan::session {

PlannedRun::PlannedRun(const Scenario& content, Seed seed, const search::PlannerOptions& options)
    : content_(content),
      seed_(seed),
      chance_(seed),
      state_(Opening(content, chance_)),
      planner_(content, state_.known, options) {}

world::State PlannedRun::Opening(const Scenario& content, rules::Chance& chance) {
  world::State state;
  rules::SetUp(content, state, chance, nullptr);
  return state;
}

void PlannedRun::Submit(const Command& command) {
  search::Step step;
  step.command = command;
  rules::World world{content_, state_, chance_, &step.events};
  rules::ApplyCommand(world, command);
  step.known = state_.known;
  planner_.Observe(step);
  ++done_;
}

bool PlannedRun::CatchUp(const std::vector<Command>& commands) {
  if (commands.size() < done_) return false;
  while (done_ < commands.size()) Submit(commands[done_]);
  return true;
}

}  // namespace huikuan::session
