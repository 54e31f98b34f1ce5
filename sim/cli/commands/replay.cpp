// huikuan replay: plays a save again, verifies its hashes and says how it stands.
#include <fmt/format.h>

#include "commands/commands.h"
#include "huikuan/session.h"
#include "huikuan/text.h"
#include "open_save.h"

namespace huikuan::cli {
namespace {

class Replay : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("SAVE", file_, cli.T("cli.replay.save"))->required()->type_name("");
    app.add_option("--case", case_, cli.T("cli.replay.case"))->type_name(cli.T("cli.help.name"));
  }

  int Run(const Cli& cli) override {
    const OpenedSave opened = OpenSave(cli, file_, case_);
    return opened.session ? Tell(cli, *opened.session) : opened.code;
  }

 private:
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
