// huikuan simulate: what a policy makes of a case, over many seeds.
#include <fmt/format.h>

#include <cmath>
#include <map>

#include "cases.h"
#include "commands/commands.h"
#include "huikuan/experiment.h"
#include "json_text.h"
#include "layout.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

// Sums are whole numbers, so that every edition prints the same.
class Sample {
 public:
  void Add(Q16 value) {
    ++n_;
    sum_ += value;
    squares_ += static_cast<std::int64_t>(value) * value;
  }
  int count() const { return n_; }
  double mean() const { return n_ == 0 ? 0 : static_cast<double>(sum_) / n_ / kOne; }
  // Standard deviation of the sample; 0 for a single value.
  double sd() const {
    if (n_ < 2) return 0;
    const double whole = static_cast<double>(sum_) * static_cast<double>(sum_) / n_;
    const double rest = static_cast<double>(squares_) - whole;
    return std::sqrt((rest < 0 ? 0 : rest) / (n_ - 1)) / kOne;
  }

 private:
  int n_ = 0;
  std::int64_t sum_ = 0;
  std::int64_t squares_ = 0;
};

struct Summary {
  Sample value, collected;
  int breaches = 0;
  std::int64_t decisions = 0;
  void Add(const SimulateRow& row) {
    value.Add(row.value);
    collected.Add(row.collected);
    breaches += row.breaches;
    decisions += row.decisions;
  }
};

std::string MeanAndSd(const Sample& sample) {
  return JsonObject().Number("mean", sample.mean()).Number("sd", sample.sd()).Done();
}

class Simulation : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("CASE", case_, cli.T("cli.help.case"))->required()->type_name("");
    app.add_option("--bot", bot_, cli.T("cli.help.bot"))
        ->required()
        ->type_name(cli.T("cli.help.name"));
    AddCountOption(app, "--seeds", options_.seeds, cli.T("cli.simulate.seeds"))->required();
    AddSeedOption(app, "--first-seed", options_.first_seed, cli.T("cli.simulate.first_seed"));
    AddCountOption(app, "--every", options_.every, cli.T("cli.simulate.every"));
    app.add_flag("--no-diagnosis", no_diagnosis_, cli.T("cli.simulate.no_diagnosis"));
    app.add_flag("--json", json_, cli.T("cli.help.json"));
  }

  int Run(const Cli& cli) override {
    const LoadedCase loaded = LoadCase(cli, case_);
    if (loaded.code != kSuccess) return loaded.code;
    options_.diagnoses = !no_diagnosis_;
    Progress progress(cli.T("cli.simulate.progress"), options_.seeds);
    const auto rows =
        huikuan::Simulate(loaded.scenario, bot_, options_, [&](int done) { progress.Done(done); });
    progress.Clear();
    if (!rows.ok()) return cli.Fail(kWrongUsage, rows.error());
    case_ = std::string(CaseId(*loaded.scenario));
    for (const SimulateRow& row : rows.value()) {
      all_.Add(row);
      by_blocker_[row.drawn[0].blocker].Add(row);
    }
    fmt::print("{}", json_ ? Json(rows.value()) : Table(cli));
    return kSuccess;
  }

 private:
  std::string Json(const std::vector<SimulateRow>& rows) const {
    std::vector<std::string> values, collected, blockers, drawn;
    for (const SimulateRow& row : rows) {
      values.push_back(Decimal(static_cast<double>(row.value) / kOne));
      collected.push_back(Decimal(static_cast<double>(row.collected) / kOne));
      blockers.push_back(Quoted(row.drawn[0].blocker));
      std::vector<std::string> customers;
      for (const Drawn& d : row.drawn) {
        customers.push_back(JsonObject().Text("type", d.type).Text("blocker", d.blocker).Done());
      }
      drawn.push_back(JsonArray(customers));
    }
    JsonObject object;
    object.Text("case", case_).Text("bot", bot_).Integer("seeds", options_.seeds);
    object.Raw("first_seed", std::to_string(options_.first_seed));
    object.Flag("diagnosis", options_.diagnoses);
    if (options_.every > 0) object.Integer("every", options_.every);
    object.Raw("value", MeanAndSd(all_.value)).Raw("collected_share", MeanAndSd(all_.collected));
    object.Integer("breaches", all_.breaches);
    object.Number("decisions", static_cast<double>(all_.decisions) / options_.seeds);
    object.Raw("values", JsonArray(values)).Raw("collected", JsonArray(collected));
    object.Raw("blockers", JsonArray(blockers));
    // Hidden in play: by seed, for each customer.
    object.Raw("drawn", JsonArray(drawn));
    return object.Done() + "\n";
  }

  static std::string Line(const std::string& name, const Summary& summary) {
    return fmt::format("{}{:>7}  {:>6.3f} ± {:<6.3f}{:>9.1f} %{:>9}{:>11.1f}\n", PadRight(name, 24),
                       summary.value.count(), summary.value.mean(), summary.value.sd(),
                       summary.collected.mean() * 100, summary.breaches,
                       static_cast<double>(summary.decisions) / summary.value.count());
  }

  std::string Table(const Cli& cli) const {
    std::string out =
        cli.T("cli.simulate.title",
              {{"case", case_}, {"bot", bot_}, {"seeds", std::to_string(options_.seeds)}});
    out +=
        "\n\n" + PadRight(cli.T("cli.simulate.blocker"), 24) +
        PadLeft(cli.T("cli.simulate.runs"), 7) + "  " + PadRight(cli.T("cli.simulate.value"), 15) +
        PadLeft(cli.T("cli.simulate.collected"), 11) + PadLeft(cli.T("cli.simulate.breaches"), 9) +
        PadLeft(cli.T("cli.simulate.decisions"), 11) + "\n";
    for (const auto& [blocker, summary] : by_blocker_) out += Line(blocker, summary);
    return out + Line(cli.T("cli.simulate.all"), all_);
  }

  std::string case_, bot_;
  SimulateOptions options_;
  bool no_diagnosis_ = false;
  bool json_ = false;
  Summary all_;
  std::map<std::string, Summary> by_blocker_;
};

}  // namespace

std::unique_ptr<Subcommand> MakeSimulate() { return std::make_unique<Simulation>(); }

}  // namespace huikuan::cli
