// huikuan replay: plays a save again, verifies its hashes and says how it stands.
#include <fmt/format.h>

#include "cases.h"
#include "commands/commands.h"
#include "files.h"
#include "huikuan/session.h"
#include "huikuan/text.h"
#include "save_file.h"

namespace huikuan::cli {
namespace {

class Replay : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("SAVE", file_, cli.T("cli.replay.save"))->required()->type_name("");
    app.add_option("--case", case_, cli.T("cli.replay.case"))->type_name(cli.T("cli.help.name"));
  }

  int Run(const Cli& cli) override {
    const auto text = ReadWholeFile(file_);
    if (!text) return cli.Fail(kWrongUsage, cli.T("cli.file.unreadable", {{"path", file_}}));
    LoadedCases cases;
    if (case_.empty()) {
      cases = LoadAllCases(cli);
    } else {
      LoadedCase one = LoadCase(cli, case_);
      cases.code = one.code;
      cases.scenarios.push_back(std::move(one.scenario));
    }
    if (cases.code != kSuccess) return cases.code;
    return Try(cli, cases, UnpackSave(*text));
  }

 private:
  // A save does not name its case in clear: the case it fits is the one that reads it.
  static int Try(const Cli& cli, const LoadedCases& cases, const SaveText& text) {
    for (const ScenarioPtr& scenario : cases.scenarios) {
      Result<Session> session = Session::Resume(scenario, text.save);
      if (session.ok()) return Tell(cli, session.value());
      if (session.error().code == "save.case" && cases.scenarios.size() > 1) continue;
      return cli.Fail(kFailed, session.error());
    }
    return cli.Fail(kFailed, cli.T("cli.replay.no_case"));
  }

  static int Tell(const Cli& cli, const Session& session) {
    const Phrasebook words(cli.language(), session.scenario());
    const Observation see = session.Observe();
    const Language& language = cli.language();
    const auto line = [&](const char* key, const TextArgs& args) {
      fmt::print("{}\n", cli.T(key, args));
    };
    line("cli.replay.verified", {{"commands", std::to_string(session.CommandCount())},
                                 {"hash", fmt::format("{:016x}", session.Hash())}});
    line("cli.replay.what", {{"case", std::string(CaseId(*session.scenario()))},
                             {"title", words.Text(see.title)},
                             {"seed", std::to_string(session.seed())}});
    line("cli.replay.where", {{"date", language.DateLong(see.clock.date)},
                              {"day", std::to_string(see.clock.day + 1)},
                              {"days", std::to_string(see.clock.days)},
                              {"decisions", std::to_string(see.clock.decisions)}});
    for (const CustomerView& customer : see.customers) {
      line("cli.replay.money", {{"customer", words.Text(customer.name)},
                                {"received", language.Money(customer.received)},
                                {"outstanding", language.Money(customer.outstanding)}});
    }
    if (!session.Ended()) {
      line("cli.replay.running", {});
      return kSuccess;
    }
    const Result<Debrief> debrief = session.MakeDebrief();
    if (!debrief.ok()) return cli.Fail(kFailed, debrief.error());
    line("cli.replay.score", {{"score", language.Percent(debrief->parts.capped)},
                              {"breaches", std::to_string(debrief->breaches)}});
    return kSuccess;
  }

  std::string file_, case_;
};

}  // namespace

std::unique_ptr<Subcommand> MakeReplay() { return std::make_unique<Replay>(); }

}  // namespace huikuan::cli
