// huikuan calibrate: delays of a simulated population beside published ones (models.md §11,
// domain.md §9). Surveys differ in what they count; the table says what does not fit.
#include <fmt/format.h>

#include "commands/commands.h"
#include "huikuan/calibration.h"
#include "json_text.h"
#include "layout.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

enum class Unit { kShare, kDays, kTimes };

struct FigureRow {
  const char* key;  // cli.calibrate.row.<key>
  double PaymentFigures::*figure;
  Unit unit;
};
constexpr FigureRow kRows[] = {
    {"late", &PaymentFigures::late, Unit::kShare},
    {"mean_delay", &PaymentFigures::mean_delay, Unit::kDays},
    {"mean_if_late", &PaymentFigures::mean_if_late, Unit::kDays},
    {"p50", &PaymentFigures::p50, Unit::kDays},
    {"p75", &PaymentFigures::p75, Unit::kDays},
    {"p90", &PaymentFigures::p90, Unit::kDays},
    {"p95", &PaymentFigures::p95, Unit::kDays},
    {"over30", &PaymentFigures::over30, Unit::kShare},
    {"over60", &PaymentFigures::over60, Unit::kShare},
    {"over90", &PaymentFigures::over90, Unit::kShare},
    {"unpaid", &PaymentFigures::unpaid, Unit::kShare},
    {"disputed", &PaymentFigures::disputed, Unit::kShare},
    {"disputed_lift", &PaymentFigures::disputed_lift, Unit::kTimes},
    {"between", &PaymentFigures::between, Unit::kShare},
    {"promises_kept", &PaymentFigures::promises_kept, Unit::kShare},
    {"in_parts", &PaymentFigures::in_parts, Unit::kShare},
    {"on_runs", &PaymentFigures::on_runs, Unit::kShare},
};

// What was published, as a range within which the simulated figure counts as near.
struct Published {
  const char* profile;  // nullptr: every profile
  const char* row;
  double low, high;
  const char* source;  // cli.calibrate.source.<source>
};
constexpr Published kPublished[] = {
    {"mild", "late", 0.33, 0.40, "atradius_late"},
    {"mild", "mean_if_late", 17, 25, "atradius_days"},
    {"mild", "unpaid", 0.02, 0.05, "atradius_bad"},
    {"stressed", "late", 0.40, 0.62, "coface_overdue"},
    {"stressed", "mean_if_late", 64, 79, "coface_days"},
    {nullptr, "disputed", 0.15, 0.30, "ibm_disputed"},
    {nullptr, "disputed_lift", 2.0, 3.3, "ibm_lift"},
    {nullptr, "between", 0.40, 0.70, "ibm_between"},
    {nullptr, "promises_kept", 0.50, 0.70, "vendors_kept"},
};

const Published* PublishedFor(const std::string& profile, std::string_view row) {
  for (const Published& target : kPublished) {
    if (row != target.row) continue;
    if (target.profile == nullptr || profile == target.profile) return &target;
  }
  return nullptr;
}

std::string Shown(double value, Unit unit) {
  switch (unit) {
    case Unit::kShare:
      return fmt::format("{:.1f} %", value * 100);
    case Unit::kDays:
      return fmt::format("{:.1f}", value);
    case Unit::kTimes:
      return fmt::format("{:.2f} ×", value);
  }
  return {};
}

bool Near(const Published& target, double value) {
  return value >= target.low && value <= target.high;
}

class Calibration : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("--profile", profile_, cli.T("cli.calibrate.profile"))
        ->type_name(cli.T("cli.help.name"));
    AddCountOption(app, "--customers", options_.customers, cli.T("cli.calibrate.customers"));
    AddSeedOption(app, "--first-seed", options_.first_seed, cli.T("cli.simulate.first_seed"));
    app.add_option("--bot", options_.collector, cli.T("cli.calibrate.bot"))
        ->type_name(cli.T("cli.help.name"));
    app.add_flag("--json", json_, cli.T("cli.help.json"));
  }

  int Run(const Cli& cli) override {
    const std::vector<std::string> all = ProfileIds(cli.bundle());
    std::vector<std::string> wanted;
    std::string names;
    for (const std::string& id : all) {
      names += (names.empty() ? "" : ", ") + id;
      if (profile_.empty() || profile_ == id) wanted.push_back(id);
    }
    if (wanted.empty()) {
      return cli.Fail(kWrongUsage,
                      cli.T("cli.calibrate.unknown", {{"profile", profile_}, {"profiles", names}}));
    }
    std::string out;
    std::vector<std::string> objects;
    for (const std::string& id : wanted) {
      const LoadReport report = LoadProfile(cli.bundle(), id);
      if (report.scenario == nullptr) {
        for (const Diagnostic& d : report.diagnostics) {
          fmt::print(stderr, "{}\n", cli.Explain(d));
        }
        return cli.Fail(kFailed, cli.T("cli.case.broken", {{"case", id}}));
      }
      Progress progress(cli.T("cli.calibrate.progress"), options_.customers);
      const auto rows =
          CollectFromPopulation(*report.scenario, options_, [&](int done) { progress.Done(done); });
      progress.Clear();
      if (!rows.ok()) return cli.Fail(kWrongUsage, rows.error());
      const PaymentFigures figures = MeasurePayments(rows.value());
      out += (out.empty() ? "" : "\n") + Table(cli, id, figures);
      objects.push_back(Json(id, figures));
    }
    // One object in any case; one profile alone stands at the top.
    if (json_) {
      out = (objects.size() == 1 ? objects[0]
                                 : JsonObject().Raw("profiles", JsonArray(objects)).Done()) +
            "\n";
    }
    fmt::print("{}", out);
    return kSuccess;
  }

 private:
  std::string Json(const std::string& id, const PaymentFigures& figures) const {
    JsonObject object;
    object.Text("profile", id).Integer("customers", options_.customers);
    object.Integer("invoices", figures.invoices);
    JsonObject targets;
    for (const FigureRow& row : kRows) {
      object.Number(row.key, figures.*row.figure);
      const Published* target = PublishedFor(id, row.key);
      if (target == nullptr) continue;
      targets.Raw(row.key, JsonObject()
                               .Number("low", target->low)
                               .Number("high", target->high)
                               .Text("source", target->source)
                               .Flag("fits", Near(*target, figures.*row.figure))
                               .Done());
    }
    return object.Raw("targets", targets.Done()).Done();
  }

  std::string Table(const Cli& cli, const std::string& id, const PaymentFigures& figures) const {
    std::string out =
        cli.T("cli.calibrate.title", {{"profile", id},
                                      {"customers", std::to_string(options_.customers)},
                                      {"invoices", std::to_string(figures.invoices)}}) +
        "\n\n";
    out += PadRight("", 38) + PadLeft(cli.T("cli.calibrate.simulated"), 11) + "  " +
           cli.T("cli.calibrate.published") + "\n";
    std::string notes;
    for (const FigureRow& row : kRows) {
      const double value = figures.*row.figure;
      const std::string name = cli.T(fmt::format("cli.calibrate.row.{}", row.key));
      std::string line = PadRight(name, 38) + PadLeft(Shown(value, row.unit), 11);
      if (const Published* target = PublishedFor(id, row.key)) {
        line += "  " +
                PadRight(Shown(target->low, row.unit) + " – " + Shown(target->high, row.unit), 20) +
                cli.T(Near(*target, value) ? "cli.calibrate.fits" : "cli.calibrate.off");
        notes += Wrapped(name + cli.T("cli.colon") +
                         cli.T(fmt::format("cli.calibrate.source.{}", target->source))) +
                 "\n";
      }
      out += line + "\n";
    }
    return out + "\n" + notes + Wrapped(cli.T("cli.calibrate.caveat")) + "\n";
  }

  std::string profile_;
  PopulationOptions options_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Subcommand> MakeCalibrate() { return std::make_unique<Calibration>(); }

}  // namespace huikuan::cli
