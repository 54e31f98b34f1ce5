// huikuan signature: one hash over many scripted games of every case, the same everywhere.
#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "cases.h"
#include "commands/commands.h"
#include "huikuan/experiment.h"
#include "progress.h"

namespace huikuan::cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

class SignatureCommand : public Subcommand {
 public:
  void Declare(CLI::App& app, const Cli& cli) override {
    AddCountOption(app, "--runs", runs_, cli.T("cli.signature.runs"))->capture_default_str();
    app.add_option("--log", log_, cli.T("cli.signature.log"))->type_name(cli.T("cli.help.file"));
  }

  int Run(const Cli& cli) override {
    const LoadedCases loaded = LoadAllCases(cli);
    if (loaded.code != kSuccess) return loaded.code;
    std::unique_ptr<std::FILE, CloseFile> log;
    if (!log_.empty()) {
      log.reset(std::fopen(log_.c_str(), "wb"));
      if (log == nullptr) return cli.Fail(kFailed, cli.T("cli.file.unwritable", {{"path", log_}}));
    }
    Progress progress(cli.T("cli.signature.progress"), runs_);
    const auto step = [&](std::string_view scenario, Seed seed, int number, StateHash hash) {
      if (log != nullptr) fmt::print(log.get(), "{} {} {} {:016x}\n", scenario, seed, number, hash);
      if (number == 0) progress.Done(static_cast<int>(seed));
    };
    const std::uint64_t hash = Signature(loaded.scenarios, runs_, step);
    progress.Clear();
    if (log != nullptr && (std::fflush(log.get()) != 0 || std::ferror(log.get()) != 0)) {
      return cli.Fail(kFailed, cli.T("cli.file.unwritable", {{"path", log_}}));
    }
    fmt::print("{:016x}\n", hash);
    return kSuccess;
  }

 private:
  int runs_ = 1000;
  std::string log_;
};

}  // namespace

std::unique_ptr<Subcommand> MakeSignature() { return std::make_unique<SignatureCommand>(); }

}  // namespace huikuan::cli
