// huikuan play: a case as text, by a person or by a bot.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "cases.h"
#include "commands/commands.h"
#include "files.h"
#include "huikuan/experiment.h"
#include "play/comments.h"
#include "play/game.h"
#include "play/sheets.h"
#include "play/transcript.h"
#include "save_file.h"

namespace huikuan::cli {
namespace {

class Play : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    app.add_option("CASE", case_, cli.T("cli.help.case"))->required()->type_name("");
    AddSeedOption(app, "--seed", seed_, cli.T("cli.play.seed"));
    app.add_option("--bot", bot_, cli.T("cli.play.bot"))->type_name(cli.T("cli.help.name"));
    app.add_flag("--comment", comment_, cli.T("cli.play.comment"));
    app.add_option("--save", save_, cli.T("cli.play.save"))->type_name(cli.T("cli.help.file"));
    app_ = &app;
  }

  int Run(const Cli& cli) override {
    const LoadedCase loaded = LoadCase(cli, case_);
    if (loaded.code != kSuccess) return loaded.code;
    const bool seeded = app_->count("--seed") > 0;
    if (comment_ && bot_.empty()) bot_ = "by-the-book";
    // What its author chose for watching, else the first run.
    const Seed watched = comment_ ? WatchedSeed(*loaded.scenario) : 0;
    if (!bot_.empty()) {
      return Watch(cli, loaded.scenario, seeded ? seed_ : watched > 0 ? watched : 1);
    }
    Result<Session> session = Session::Start(loaded.scenario, seeded ? seed_ : AnySeed());
    if (!save_.empty() && Exists(save_)) {
      const auto text = ReadWholeFile(save_);
      if (!text) return cli.Fail(kFailed, cli.T("cli.file.unreadable", {{"path", save_}}));
      const SaveText unpacked = UnpackSave(*text);
      session = Session::Resume(loaded.scenario, unpacked.save);
      if (session.ok()) session->RestoreWords(unpacked.words);
      if (!session.ok()) {
        const std::string why = cli.Explain(session.error());
        return cli.Fail(kFailed, cli.T("cli.play.no_resume", {{"file", save_}, {"why", why}}));
      }
      if (seeded && session->seed() != seed_) {
        return cli.Fail(kWrongUsage,
                        cli.T("cli.play.other_seed",
                              {{"file", save_}, {"seed", std::to_string(session->seed())}}));
      }
    }
    if (!session.ok()) return cli.Fail(kFailed, session.error());
    return Game(cli, std::move(session).value(), save_).Play();
  }

 private:
  // A person who names no seed wants a fresh situation.
  static Seed AnySeed() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<Seed>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count()) %
               1'000'000 +
           1;
  }

  int Watch(const Cli& cli, const ScenarioPtr& scenario, Seed seed) const {
    const auto driver = BotDriver::Make(bot_);
    if (!driver.ok()) return cli.Fail(kWrongUsage, driver.error());
    if (!save_.empty() && Exists(save_)) {
      return cli.Fail(kWrongUsage, cli.T("cli.play.exists", {{"path", save_}}));
    }
    Result<Session> session = Session::Start(scenario, seed);
    if (!session.ok()) return cli.Fail(kFailed, session.error());
    const Phrasebook words(cli.language(), scenario);
    const Observation start = session->Observe();
    fmt::print("{}\n", BriefingSheet(words, start));
    fmt::print("{}\n", cli.T("cli.play.watched", {{"bot", bot_}, {"seed", std::to_string(seed)}}));
    Transcript transcript(words, start.clock.days);
    fmt::print("{}", transcript.Lines(session->History()));
    Comment why;
    while (const auto command = driver->Next(session.value(), comment_ ? &why : nullptr)) {
      const auto events = session->Submit(*command);
      if (!events.ok()) return cli.Fail(kFailed, events.error());
      if (comment_) {
        fmt::print("{}", Commented(words, session.value(), events.value(), why, transcript));
      } else {
        fmt::print("{}", transcript.Lines(events.value()));
      }
    }
    if (!save_.empty() && !ReplaceFile(save_, PackSave(session.value()))) {
      return cli.Fail(kFailed, cli.T("cli.file.unwritable", {{"path", save_}}));
    }
    const Result<Debrief> debrief = session->MakeDebrief();
    if (!debrief.ok()) return cli.Fail(kFailed, debrief.error());
    fmt::print("{}", DebriefSheet(words, session->Observe(), debrief.value()));
    return kSuccess;
  }

  const CLI::App* app_ = nullptr;
  bool comment_ = false;
  std::string case_, bot_, save_;
  Seed seed_ = 1;
};

}  // namespace

std::unique_ptr<Subcommand> MakePlay() { return std::make_unique<Play>(); }

}  // namespace huikuan::cli
