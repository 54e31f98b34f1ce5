// huikuan bench: what a customer-day and a whole episode cost.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "allocations.h"
#include "cases.h"
#include "commands/commands.h"
#include "huikuan/experiment.h"
#include "huikuan/recognise.h"
#include "json_text.h"
#include "layout.h"
#include "measure.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

constexpr std::string_view kBot = "by-the-book";
constexpr int kEpisodes = 10;  // of different seeds, in one measured round
constexpr int kTables = 4;     // deal tables between different parties, in one measured round

struct Figures {
  std::string id;
  double customer_day_ns = 0;
  double episode_us = 0;
  double rollouts_per_s = 0;
  double allocations = 0;
};

// How a customer-day's cost grows with the number of customers and the length of the run.
struct Growth {
  int customers = 0;
  int days = 0;
  double customer_day_ns = 0;
};
constexpr Growth kGrowth[] = {{1, 60, 0}, {3, 60, 0}, {6, 60, 0}, {12, 60, 0},
                              {4, 30, 0}, {4, 60, 0}, {4, 90, 0}, {4, 120, 0}};

// One round of episodes, and how many customer-days they are.
struct Timing {
  double seconds = 0;
  std::int64_t customer_days = 0;
  double customer_day_ns() const {
    return seconds * 1e9 / static_cast<double>(std::max<std::int64_t>(1, customer_days));
  }
};

Timing Time(const std::string& name, const Scenario& scenario, std::int64_t* sink) {
  Timing timing;
  timing.customer_days = RunRollouts(scenario, kBot, 1, kEpisodes).customer_days;
  timing.seconds =
      SecondsOf(name, [&] { *sink += RunRollouts(scenario, kBot, 1, kEpisodes).value_sum; });
  return timing;
}

std::vector<Growth> MeasureGrowth(const Scenario& scenario) {
  std::vector<Growth> rows;
  std::int64_t sink = 0;
  for (Growth row : kGrowth) {
    const ScenarioPtr stretched = Stretched(scenario, row.customers, row.days);
    if (stretched == nullptr) continue;
    row.customer_day_ns = Time("growth", *stretched, &sink).customer_day_ns();
    rows.push_back(row);
  }
  return rows;
}

Figures Measure(const Scenario& scenario) {
  Figures figures;
  figures.id = std::string(CaseId(scenario));
  std::int64_t sink = 0;
  const Timing timing = Time(figures.id, scenario, &sink);
  figures.customer_day_ns = timing.customer_day_ns();
  figures.episode_us = timing.seconds * 1e6 / kEpisodes;
  figures.rollouts_per_s = timing.seconds > 0 ? kEpisodes / timing.seconds : 0;
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

// Microseconds of one deal table: every outcome, the Pareto set, the points of bargaining theory.
double MeasureBargaining() {
  std::uint64_t sink = 0;
  const double seconds = SecondsOf("bargaining", [&] { sink += SolveBargains(0, kTables).hash; });
  return sink == 1 ? 0 : seconds * 1e6 / kTables;  // the work has to be done
}

// Microseconds of understanding one typed sentence, mean of short and long ones in both languages;
// 0 when the paraphrases cannot be learnt from.
double MeasureRecognition(const Cli& cli) {
  constexpr std::string_view kTyped[] = {
      "陆经理，您好，我是砺舟的周晨，想跟您核一下那笔验收款。",
      "三期款十二万五千，下周五之前能到账吗？要不先付三成也行。",
      "我理解您的难处，不过合同写得很清楚，麻烦您看一下第五条。",
      "单子现在到谁手里了",
      "Hello Ms Lu, this is Zhou Chen. I'm calling about the acceptance payment.",
      "Could you pay half of it, ¥192,000, by the end of next week?",
      "I see that it isn't easy for you, but the contract is quite clear on when it is due.",
      "Who has to sign next?",
  };
  constexpr Date kSomeDay = 20528;  // 2026-03-16
  const Result<Recogniser> recogniser = Recogniser::Learn(cli.bundle());
  if (!recogniser.ok()) return 0;
  std::size_t sink = 0;
  const double seconds = SecondsOf("recognition", [&] {
    for (const std::string_view words : kTyped) {
      sink += recogniser.value().Hear(words, kSomeDay).acts.size();
    }
  });
  return sink == 0 ? 0 : seconds * 1e6 / static_cast<double>(std::size(kTyped));
}

class Bench : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_flag("--json", json_, cli.T("cli.help.json"));
  }

  int Run(const Cli& cli) override {
    const LoadedCases loaded = LoadAllCases(cli);
    if (loaded.code != kSuccess) return loaded.code;
    std::vector<Figures> all;
    Progress progress(cli.T("cli.bench.progress"), static_cast<int>(loaded.scenarios.size()) + 3);
    for (const ScenarioPtr& scenario : loaded.scenarios) {
      all.push_back(Measure(*scenario));
      progress.Done(static_cast<int>(all.size()));
    }
    const double bargaining_us = MeasureBargaining();
    progress.Done(static_cast<int>(all.size()) + 1);
    const double recognition_us = MeasureRecognition(cli);
    progress.Done(static_cast<int>(all.size()) + 2);
    const std::vector<Growth> growth = MeasureGrowth(*loaded.scenarios.front());
    progress.Clear();
    const Figures& slowest = *std::max_element(
        all.begin(), all.end(),
        [](const Figures& a, const Figures& b) { return a.customer_day_ns < b.customer_day_ns; });
    fmt::print("{}", json_ ? Json(slowest, all, growth, bargaining_us, recognition_us)
                           : Table(cli, slowest, all, growth, bargaining_us, recognition_us));
    return kSuccess;
  }

 private:
  static JsonObject& Add(JsonObject& object, const Figures& figures) {
    return object.Number("customer_day_ns", figures.customer_day_ns)
        .Number("episode_us", figures.episode_us)
        .Number("rollouts_per_s", figures.rollouts_per_s)
        .Number("allocations_per_rollout", figures.allocations);
  }

  static std::string Json(const Figures& slowest, const std::vector<Figures>& all,
                          const std::vector<Growth>& growth, double bargaining_us,
                           double recognition_us) {
    std::vector<std::string> cases, flat;
    for (const Growth& row : growth) {
      flat.push_back(JsonObject()
                         .Integer("customers", row.customers)
                         .Integer("days", row.days)
                         .Number("customer_day_ns", row.customer_day_ns)
                         .Done());
    }
    for (const Figures& figures : all) {
      JsonObject object;
      object.Text("case", figures.id);
      cases.push_back(Add(object, figures).Done());
    }
    JsonObject object;
    object.Text("case", slowest.id).Text("bot", kBot);
    Add(object, slowest);
    object.Integer("state_bytes_per_customer", StateBytesPerCustomer());
    object.Number("deal_table_us", bargaining_us);
    object.Number("sentence_us", recognition_us);
    object.Raw("review_first_s", "null").Raw("review_all_s", "null");
    object.Raw("cases", JsonArray(cases));
    return object.Raw("flat", JsonArray(flat)).Done() + "\n";
  }

  static std::string Table(const Cli& cli, const Figures& slowest, const std::vector<Figures>& all,
                           const std::vector<Growth>& growth, double bargaining_us,
                           double recognition_us) {
    std::string out;
    const auto row_of = [&](const std::string& name, const std::string& value) {
      out += PadRight(name, 34) + PadLeft(value, 12) + "\n";
    };
    const auto line = [&](const char* key, const std::string& value) { row_of(cli.T(key), value); };
    line("cli.bench.customer_day", fmt::format("{:.0f} ns", slowest.customer_day_ns));
    line("cli.bench.episode", fmt::format("{:.0f} µs", slowest.episode_us));
    line("cli.bench.rollouts", fmt::format("{:.0f}", slowest.rollouts_per_s));
    line("cli.bench.state", fmt::format("{} B", StateBytesPerCustomer()));
    line("cli.bench.allocations", Decimal(slowest.allocations));
    line("cli.bench.deal_table", fmt::format("{:.0f} µs", bargaining_us));
    line("cli.bench.sentence", fmt::format("{:.0f} µs", recognition_us));
    for (const Figures& figures : all) {
      row_of("  " + figures.id, fmt::format("{:.0f} ns", figures.customer_day_ns));
    }
    for (const Growth& row : growth) {
      const std::string name =
          cli.T("cli.bench.growth",
                {{"customers", std::to_string(row.customers)}, {"days", std::to_string(row.days)}});
      row_of("  " + name, fmt::format("{:.0f} ns", row.customer_day_ns));
    }
    return out;
  }

  bool json_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> MakeBench() { return std::make_unique<Bench>(); }

}  // namespace huikuan::cli
