// huikuan debrief: the printed debrief of a run, one HTML file.
#include <fmt/format.h>

#include "commands/commands.h"
#include "files.h"
#include "huikuan/review.h"
#include "open_save.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

class DebriefCommand : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("SAVE", file_, cli.T("cli.replay.save"))->required()->type_name("");
    app.add_option("-o,--output", output_, cli.T("cli.debrief.output"))
        ->required()
        ->type_name(cli.T("cli.help.file"));
    app.add_option("--case", case_, cli.T("cli.replay.case"))->type_name(cli.T("cli.help.name"));
  }

  int Run(const Cli& cli) override {
    const OpenedSave opened = OpenSave(cli, file_, case_);
    if (!opened.session) return opened.code;
    const Session& session = *opened.session;
    if (!session.Ended()) return cli.Fail(kFailed, cli.T("cli.debrief.early"));
    Reviewer reviewer = Reviewer::Of(session);
    Progress progress(cli.T("cli.review.progress"), reviewer.Total());
    while (reviewer.Step()) progress.Done(reviewer.Done());
    progress.Clear();
    const Phrasebook words(cli.language(), session.scenario());
    if (!ReplaceFile(output_, DebriefPage(words, session, reviewer.review()))) {
      return cli.Fail(kFailed, cli.T("cli.file.unwritable", {{"path", output_}}));
    }
    fmt::print("{}\n", cli.T("cli.debrief.written", {{"path", output_}}));
    return kSuccess;
  }

 private:
  std::string file_, case_, output_;
};

}  // namespace

std::unique_ptr<Subcommand> MakeDebriefCommand() { return std::make_unique<DebriefCommand>(); }

}  // namespace huikuan::cli
