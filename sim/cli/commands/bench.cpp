// huikuan bench: what a customer-day and a whole episode cost.
#include <fmt/format.h>

#include <algorithm>

#include "allocations.h"
#include "cases.h"
#include "commands/commands.h"
#include "huikuan/experiment.h"
#include "json_text.h"
#include "layout.h"
#include "measure.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

constexpr std::string_view kBot = "by-the-book";
constexpr int kEpisodes = 10;  // of different seeds, in one measured round

struct Figures {
  std::string id;
  double customer_day_ns = 0;
  double episode_us = 0;
  double rollouts_per_s = 0;
  double allocations = 0;
};

Figures Measure(const Scenario& scenario) {
  Figures figures;
  figures.id = std::string(CaseId(scenario));
  std::int64_t sink = 0;
  const double seconds =
      SecondsOf(figures.id, [&] { sink += RunRollouts(scenario, kBot, 1, kEpisodes).value_sum; });
  const RolloutStats stats = RunRollouts(scenario, kBot, 1, kEpisodes);
  figures.customer_day_ns =
      seconds * 1e9 / static_cast<double>(std::max<std::int64_t>(1, stats.customer_days));
  figures.episode_us = seconds * 1e6 / kEpisodes;
  figures.rollouts_per_s = seconds > 0 ? kEpisodes / seconds : 0;
  // The difference leaves out what the call itself needs, whatever the number of rollouts.
  const std::int64_t before = AllocationCount();
  sink += RunRollouts(scenario, kBot, 1, 1).value_sum;
  const std::int64_t one = AllocationCount();
  sink += RunRollouts(scenario, kBot, 1, 1 + kEpisodes).value_sum;
  const std::int64_t many = AllocationCount();
  figures.allocations = static_cast<double>((many - one) - (one - before)) / kEpisodes;
  if (sink == 1) figures.id += " ";  // the work has to be done
  return figures;
}

class Bench : public Command {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_flag("--json", json_, cli.T("cli.help.json"));
  }

  int Run(const Cli& cli) override {
    const LoadedCases loaded = LoadAllCases(cli);
    if (loaded.code != kSuccess) return loaded.code;
    std::vector<Figures> all;
    Progress progress(cli.T("cli.bench.progress"), static_cast<int>(loaded.scenarios.size()));
    for (const ScenarioPtr& scenario : loaded.scenarios) {
      all.push_back(Measure(*scenario));
      progress.Done(static_cast<int>(all.size()));
    }
    progress.Clear();
    const Figures& slowest = *std::max_element(
        all.begin(), all.end(),
        [](const Figures& a, const Figures& b) { return a.customer_day_ns < b.customer_day_ns; });
    fmt::print("{}", json_ ? Json(slowest, all) : Table(cli, slowest, all));
    return kSuccess;
  }

 private:
  static JsonObject& Add(JsonObject& object, const Figures& figures) {
    return object.Number("customer_day_ns", figures.customer_day_ns)
        .Number("episode_us", figures.episode_us)
        .Number("rollouts_per_s", figures.rollouts_per_s)
        .Number("allocations_per_rollout", figures.allocations);
  }

  static std::string Json(const Figures& slowest, const std::vector<Figures>& all) {
    std::vector<std::string> cases;
    for (const Figures& figures : all) {
      JsonObject object;
      object.Text("case", figures.id);
      cases.push_back(Add(object, figures).Done());
    }
    JsonObject object;
    object.Text("case", slowest.id).Text("bot", kBot);
    Add(object, slowest);
    object.Integer("state_bytes_per_customer", StateBytesPerCustomer());
    object.Raw("review_first_s", "null").Raw("review_all_s", "null");
    return object.Raw("cases", JsonArray(cases)).Done() + "\n";
  }

  static std::string Table(const Cli& cli, const Figures& slowest,
                           const std::vector<Figures>& all) {
    std::string out;
    const auto line = [&](const char* key, const std::string& value) {
      out += PadRight(cli.T(key), 34) + PadLeft(value, 12) + "\n";
    };
    line("cli.bench.customer_day", fmt::format("{:.0f} ns", slowest.customer_day_ns));
    line("cli.bench.episode", fmt::format("{:.0f} µs", slowest.episode_us));
    line("cli.bench.rollouts", fmt::format("{:.0f}", slowest.rollouts_per_s));
    line("cli.bench.state", fmt::format("{} B", StateBytesPerCustomer()));
    line("cli.bench.allocations", Decimal(slowest.allocations));
    for (const Figures& figures : all) {
      out += fmt::format("{}{}\n", PadRight("  " + figures.id, 34),
                         PadLeft(fmt::format("{:.0f} ns", figures.customer_day_ns), 12));
    }
    return out;
  }

  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> MakeBench() { return std::make_unique<Bench>(); }

}  // namespace huikuan::cli
