// One command of the program: declares its options, then runs. The table of all is in main.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>

#include "cli.h"

namespace huikuan::cli {

class Subcommand {
 public:
  Subcommand() = default;
  virtual ~Subcommand() = default;
  Subcommand(const Subcommand&) = delete;
  Subcommand& operator=(const Subcommand&) = delete;

  // `app` is the command's own, named and described already.
  virtual void Declare(CLI::App& app, const Cli& cli) = 0;
  // Returns the exit code, after the reason has been told.
  virtual int Run(const Cli& cli) = 0;
  // False: the command can do something sensible with broken scenarios or languages.
  virtual bool NeedsLanguage() const { return true; }
};

// Declares --seed, --first-seed and their like: 0 … 2^64 - 1.
void AddSeedOption(CLI::App& app, const std::string& name, std::uint64_t& seed,
                   const std::string& help);
// Declares an option for how many: 1 … 10,000,000.
CLI::Option* AddCountOption(CLI::App& app, const std::string& name, int& count,
                            const std::string& help);

}  // namespace huikuan::cli
