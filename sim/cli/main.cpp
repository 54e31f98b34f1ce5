// The program huikuan. design.md §7 has the calls, sim/cli/README.md the rules of this folder.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "commands/commands.h"

namespace huikuan::cli {
namespace {

struct CommandRow {
  const char* name;
  std::unique_ptr<Subcommand> (*make)();
};
constexpr CommandRow kCommands[] = {
    {"play", MakePlay},     {"lint", MakeLint},           {"simulate", MakeSimulate},
    {"replay", MakeReplay}, {"review", MakeReview}, {"debrief", MakeDebriefCommand}, {"rescore", MakeRescore}, {"recognise", MakeRecognise}, {"signature", MakeSignature}, {"bench", MakeBench},
    {"calibrate", MakeCalibrate},
};

// The value of an option that must be known before the options can be described.
std::string Early(const std::vector<std::string>& words, const std::string& name) {
  std::string value;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == name && i + 1 < words.size()) value = words[i + 1];
    if (words[i].starts_with(name + "=")) value = words[i].substr(name.size() + 1);
  }
  return value;
}

// The library's own labels, in the reader's language.
void Localise(CLI::App& app, const Cli& cli) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  for (const char* label : {"Usage", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS", "Options",
                            "Positionals", "Subcommands", "REQUIRED", "TEXT", "UINT", "INT"}) {
    const std::string words = cli.T("cli.help.label." + std::string(label));
    if (!words.empty()) formatter->label(label, words);
  }
  formatter->column_width(28);
  app.formatter(formatter);
  app.option_defaults()->group(formatter->get_label("Options"));
  const std::string help = cli.T("cli.help.help");
  app.set_help_flag("-h,--help", help.empty() ? "--help" : help);
}

// The command named; "" when there is none.
std::string Named(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lang" || words[i] == "--scenarios") {
      ++i;
    } else if (!words[i].starts_with("-")) {
      return words[i];
    }
  }
  return {};
}

// Empty, or what is wrong with the command named, or with naming none.
std::string UnknownCommand(const std::vector<std::string>& words, const Cli& cli) {
  const std::string given = Named(words);
  std::string all;
  for (const CommandRow& row : kCommands) {
    if (given == row.name) return {};
    all += (all.empty() ? "" : ", ") + std::string(row.name);
  }
  if (given.empty()) return cli.T("cli.usage.no_command", {{"commands", all}});
  return cli.T("cli.usage.command", {{"command", given}, {"commands", all}});
}

int TellUsage(const CLI::App& app, const CLI::ParseError& error, const Cli& cli) {
  std::string name = "huikuan";
  for (const CLI::App* sub : app.get_subcommands()) name += " " + sub->get_name();
  const std::string key = "cli.usage." + error.get_name();
  std::string text = error.what();
  if (cli.Ready() == kSuccess) {
    text = cli.T(cli.language().Has(key) ? key : "cli.usage.other", {{"what", error.what()}});
    text += "\n" + cli.T("cli.usage.hint", {{"command", name}});
  }
  return cli.Fail(kWrongUsage, text);
}

int Run(const std::vector<std::string>& words, const char* program) {
  const Cli cli({Early(words, "--lang"), Early(words, "--scenarios")}, program);
  CLI::App app{cli.T("cli.about"), "huikuan"};
  Localise(app, cli);
  std::string ignored;  // read by Early
  app.add_option("--lang", ignored, cli.T("cli.help.lang"))->type_name("zh|en");
  app.add_option("--scenarios", ignored, cli.T("cli.help.scenarios"))
      ->type_name(cli.T("cli.help.folder"));
  app.footer(cli.T("cli.help.footer"));
  app.require_subcommand(1);
  app.fallthrough();

  std::vector<std::pair<CLI::App*, std::unique_ptr<Subcommand>>> commands;
  for (const CommandRow& row : kCommands) {
    CLI::App* sub = app.add_subcommand(row.name, cli.T(fmt::format("cli.{}.about", row.name)));
    sub->group(app.get_formatter()->get_label("Subcommands"));
    sub->footer(cli.T(fmt::format("cli.{}.footer", row.name)));
    commands.emplace_back(sub, row.make());
    commands.back().second->Declare(*sub, cli);
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::Success&) {  // --help
    fmt::print("{}", app.help());
    return kSuccess;
  } catch (const CLI::ParseError& error) {
    const std::string unknown = UnknownCommand(words, cli);
    return unknown.empty() ? TellUsage(app, error, cli) : cli.Fail(kWrongUsage, unknown);
  }
  for (const auto& [sub, command] : commands) {
    if (!sub->parsed()) continue;
    const int ready = command->NeedsLanguage() ? cli.Ready() : kSuccess;
    return ready == kSuccess ? command->Run(cli) : ready;
  }
  return kWrongUsage;
}

}  // namespace

void AddSeedOption(CLI::App& app, const std::string& name, std::uint64_t& seed,
                   const std::string& help) {
  app.add_option(name, seed, help)->type_name("N");
}

CLI::Option* AddCountOption(CLI::App& app, const std::string& name, int& count,
                            const std::string& help) {
  return app.add_option(name, count, help)
      ->type_name("N")
      ->check(CLI::Range(1, 10'000'000).description(""));
}

}  // namespace huikuan::cli

int main(int argc, char** argv) {
  try {
    return huikuan::cli::Run(std::vector<std::string>(argv + 1, argv + argc), argv[0]);
  } catch (const std::exception& error) {  // out of memory, and the like: no way on
    fmt::print(stderr, "huikuan: {}\n", error.what());
    return huikuan::cli::kFailed;
  }
}
