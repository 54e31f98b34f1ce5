// Many runs: policies over seeds, the cross-platform signature, and what `huikuan bench` measures.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huikuan/feedback.h"
#include "huikuan/session.h"

namespace huikuan {

namespace session {
class PlannedRun;
}

// Names of the reference policies, in a fixed order: random, nag-daily, polite-waiter,
// weekly-firm, by-the-book, planner.
std::vector<std::string> BotNames();
// Those that need no search: a run takes a fraction of a millisecond, the planner's seconds.
std::vector<std::string> QuickBotNames();

// A policy playing a Session by the same door as a trainee, acting on Known only.
class BotDriver {
 public:
  // Error "bot.unknown" with the names there are.
  static Result<BotDriver> Make(std::string_view name, bool diagnoses = true);
  // The next command; none when the case has ended.
  std::optional<Command> Next(const Session& session) const;
  // The same, and why: as the policy noted it where it decided. The key is empty where it says
  // nothing (the simple policies and the planner).
  std::optional<Command> Next(const Session& session, Comment* why) const;

 private:
  Command NextPlanned(const Session& session) const;

  int bot_ = 0;
  bool diagnoses_ = true;
  // The planner's memory of the run it was last asked about; made again for another run.
  mutable ScenarioPtr scenario_;
  mutable std::shared_ptr<session::PlannedRun> planned_;
};

struct SimulateOptions {
  Seed first_seed = 1;
  int seeds = 500;
  bool diagnoses = true;  // false: the policy without its diagnostic acts
  int every = 0;  // weekly-firm: business days between calls to one person; 0: its own, a week
};
// What the seed drew for one customer: hidden in play, for whoever studies the runs.
struct Drawn {
  std::string type;     // id; of a mixed customer both, "first+second"
  std::string blocker;  // of the main claim, id or "none"
};
struct SimulateRow {
  Seed seed = 0;
  Q16 value = 0;
  Q16 collected = 0;  // share of the collectable ledger received
  int breaches = 0;
  int decisions = 0;
  std::vector<Drawn> drawn;  // by customer
};
// Rows in seed order, so that seeds pair across bots. `progress` gets rows done, may be empty.
Result<std::vector<SimulateRow>> Simulate(const ScenarioPtr& scenario, std::string_view bot,
                                          const SimulateOptions& options,
                                          const std::function<void(int)>& progress = {});

// One hash over `runs` scripted games of every scenario (quick bots by turns, seeds 1…), every
// step's hash included. Same everywhere. `step_log` (may be empty) gets each step for finding the
// first difference: scenario, seed, step, hash.
std::uint64_t Signature(
    const std::vector<ScenarioPtr>& scenarios, int runs,
    const std::function<void(std::string_view, Seed, int, StateHash)>& step_log);

struct RolloutStats {
  std::int64_t customer_days = 0;
  std::int64_t episodes = 0;
  std::int64_t value_sum = 0;  // so that nothing is optimised away
};
// Plays whole episodes by a quick policy without history or allocation, as rollouts do.
RolloutStats RunRollouts(const Scenario& scenario, std::string_view bot, Seed first_seed,
                         int episodes);
int StateBytesPerCustomer();

struct BargainStats {
  std::int64_t outcomes = 0;
  std::int64_t pareto = 0;  // of them in the Pareto set
  std::uint64_t hash = 0;   // over the points found: the same on every platform
};
// Solves deal tables between made-up parties, numbers `first` … first + tables − 1: utilities of
// every outcome of an open debt, the Pareto set, the points of Nash, Kalai and Kalai-Smorodinsky.
// first ≥ 0.
BargainStats SolveBargains(int first, int tables);

// The case with its first customer `customers` times (1…12) over a run of `days` business days
// (2…126), an invoice falling due every month of it and working time in proportion: for measuring
// how the cost of a run grows. Null when out of range, or when the case is shorter than a month.
ScenarioPtr Stretched(const Scenario& scenario, int customers, int days);

}  // namespace huikuan
