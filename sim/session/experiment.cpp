// Many runs: simulate, signature, rollouts. The bots play through the same rules as a trainee.
#include "huikuan/experiment.h"

#include <cstring>

#include "assess/comments.h"
#include "bots/bots.h"
#include "core/hash.h"
#include "rules/payment/ledger.h"
#include "rules/rules.h"
#include "rules/setup.h"
#include "rules/value.h"
#include "session/hash_state.h"
#include "session/impl.h"
#include "session/planned_run.h"

namespace huikuan {

namespace {

constexpr std::string_view kPlanner = "planner";
// The planner keeps a belief, so it is no function of Known like the others.
constexpr bots::Bot kPlannerBot = bots::Bot::kCount;

Result<bots::Bot> BotByName(std::string_view name) {
  std::string all;
  for (std::size_t i = 0; i < static_cast<std::size_t>(bots::Bot::kCount); ++i) {
    if (bots::kBotNames[i] == name) return static_cast<bots::Bot>(i);
    all += bots::kBotNames[i];
    all += ", ";
  }
  if (name == kPlanner) return kPlannerBot;
  all += kPlanner;
  return Error{"bot.unknown", {std::string(name), all}, {}};
}

// Plays one whole run without history or allocation; `state` is the end. Returns the days played.
template <class OnStep>
int PlayOut(const Scenario& content, bots::Bot bot, Seed seed, const SimulateOptions& options,
            world::State& state, OnStep on_step) {
  rules::Chance chance(seed);
  rules::SetUp(content, state, chance, nullptr);
  rules::World world{content, state, chance, nullptr};
  bots::Memo memo;
  const int every = options.every > 0 ? options.every : bots::kFirmGap;
  for (int step = 0; step < bots::kMaxDecisions && state.known.seller.ended == 0; ++step) {
    const bots::BotView view{content, state.known, seed, options.diagnoses, &memo, every};
    world.changed = 0;
    rules::ApplyCommand(world, bots::Choose(bot, view));
    memo.Changed(world.changed);
    on_step(step);
  }
  return state.known.seller.day + 1;
}

void PlayPlanned(const Scenario& content, Seed seed, world::State& state) {
  session::PlannedRun run(content, seed);
  for (int step = 0; step < bots::kMaxDecisions && !run.Ended(); ++step) run.Submit(run.Choose());
  state = run.state();
}

// Received of all that could be collected, Q16.
Q16 CollectedShare(const Scenario& content, const world::State& state) {
  Cents paid = 0, open = 0;
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    paid += rules::PaidTotal(content.customers[c], state.known.customers[c]);
    open += rules::OpenTotal(content.customers[c], state.known.customers[c]);
  }
  if (paid + open == 0) return kOne;
  const Cents unit = paid + open > (1LL << 45) ? 1LL << 16 : 1;  // ledgers of a trillion fit
  return static_cast<Q16>(DivRound(paid / unit * kOne, (paid + open) / unit));
}

Drawn DrawnFor(const Scenario& content, const world::State& state, std::size_t c) {
  const world::CustomerTruth& truth = state.truth.customers[c];
  const std::uint8_t blocker = truth.invoices[content.customers[c].claim].blocker;
  Drawn drawn;
  drawn.type = content.types[truth.type].id;
  if (truth.second != truth.type) drawn.type += "+" + content.types[truth.second].id;
  drawn.blocker =
      blocker == kNone ? std::string(content::kNoBlockerName) : content.blockers[blocker].id;
  return drawn;
}

}  // namespace

std::vector<std::string> BotNames() {
  std::vector<std::string> names = QuickBotNames();
  names.emplace_back(kPlanner);
  return names;
}

std::vector<std::string> QuickBotNames() {
  std::vector<std::string> names;
  for (const std::string_view name : bots::kBotNames) names.emplace_back(name);
  return names;
}

Result<BotDriver> BotDriver::Make(std::string_view name, bool diagnoses) {
  const Result<bots::Bot> bot = BotByName(name);
  if (!bot.ok()) return bot.error();
  BotDriver driver;
  driver.bot_ = static_cast<int>(bot.value());
  driver.diagnoses_ = diagnoses;
  return driver;
}

std::optional<Command> BotDriver::Next(const Session& session) const {
  return Next(session, nullptr);
}

std::optional<Command> BotDriver::Next(const Session& session, Comment* why) const {
  if (session.Ended()) return std::nullopt;
  const Session::Impl& impl = *session.impl_;
  if (static_cast<bots::Bot>(bot_) == kPlannerBot) return NextPlanned(session);
  bots::Reason reason;
  bots::BotView view{*impl.scenario, impl.state.known, impl.seed, diagnoses_};
  if (why != nullptr) view.reason = &reason;
  const Command command = bots::Choose(static_cast<bots::Bot>(bot_), view);
  if (why != nullptr) {
    *why = assess::CommentFor(*impl.scenario, impl.state.known, reason, command);
  }
  return command;
}

Command BotDriver::NextPlanned(const Session& session) const {
  const Session::Impl& impl = *session.impl_;
  const auto here = [&] {
    return planned_ != nullptr && scenario_ == impl.scenario && planned_->seed() == impl.seed &&
           planned_->CatchUp(impl.commands) &&
           std::memcmp(&planned_->state(), &impl.state, sizeof impl.state) == 0;
  };
  if (!here()) {  // another run, or a fork that went its own way
    scenario_ = impl.scenario;
    planned_ = std::make_shared<session::PlannedRun>(*scenario_, impl.seed);
    planned_->CatchUp(impl.commands);
  }
  return planned_->Choose();
}

Result<std::vector<SimulateRow>> Simulate(const ScenarioPtr& scenario, std::string_view name,
                                          const SimulateOptions& options,
                                          const std::function<void(int)>& progress) {
  const Result<bots::Bot> bot = BotByName(name);
  if (!bot.ok()) return bot.error();
  std::vector<SimulateRow> rows;
  world::State state;
  for (int i = 0; i < options.seeds; ++i) {
    const Seed seed = options.first_seed + static_cast<Seed>(i);
    if (bot.value() == kPlannerBot) {
      PlayPlanned(*scenario, seed, state);
    } else {
      PlayOut(*scenario, bot.value(), seed, options, state, [](int) {});
    }
    SimulateRow row;
    row.seed = seed;
    row.value = rules::Value(*scenario, state).value;
    row.collected = CollectedShare(*scenario, state);
    row.breaches = state.known.seller.breaches;
    row.decisions = state.known.seller.decisions;
    for (std::size_t c = 0; c < scenario->customers.size(); ++c) {
      row.drawn.push_back(DrawnFor(*scenario, state, c));
    }
    rows.push_back(std::move(row));
    if (progress) progress(i + 1);
  }
  return rows;
}

std::uint64_t Signature(
    const std::vector<ScenarioPtr>& scenarios, int runs,
    const std::function<void(std::string_view, Seed, int, StateHash)>& step_log) {
  std::uint64_t all = 0;
  world::State state;
  for (int run = 0; run < runs; ++run) {
    const auto seed = static_cast<Seed>(run + 1);
    const auto bot = static_cast<bots::Bot>(run % static_cast<int>(bots::Bot::kCount));
    for (const ScenarioPtr& scenario : scenarios) {
      PlayOut(*scenario, bot, seed, {}, state, [&](int step) {
        const StateHash hash = session::HashState(*scenario, state);
        all = HashWord(all, hash);
        if (step_log) step_log(scenario->id, seed, step, hash);
      });
      all = HashWord(all, static_cast<std::uint64_t>(rules::Value(*scenario, state).total));
    }
  }
  return all;
}

RolloutStats RunRollouts(const Scenario& scenario, std::string_view name, Seed first_seed,
                         int episodes) {
  RolloutStats stats;
  const Result<bots::Bot> bot = BotByName(name);
  if (!bot.ok() || bot.value() == kPlannerBot) return stats;
  world::State state;
  for (int i = 0; i < episodes; ++i) {
    const int days =
        PlayOut(scenario, bot.value(), first_seed + static_cast<Seed>(i), {}, state, [](int) {});
    stats.customer_days +=
        static_cast<std::int64_t>(days) * static_cast<int>(scenario.customers.size());
    stats.value_sum += rules::Value(scenario, state).value;
    ++stats.episodes;
  }
  return stats;
}

int StateBytesPerCustomer() {
  return static_cast<int>(sizeof(world::CustomerTruth) + sizeof(world::CustomerKnown));
}

}  // namespace huikuan
