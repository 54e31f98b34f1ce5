// The commands there are; one file each.
#pragma once

#include <memory>

#include "subcommand.h"

namespace huikuan::cli {

std::unique_ptr<Subcommand> MakePlay();
std::unique_ptr<Subcommand> MakeLint();
std::unique_ptr<Subcommand> MakeSimulate();
std::unique_ptr<Subcommand> MakeReplay();
std::unique_ptr<Subcommand> MakeReview();
std::unique_ptr<Subcommand> MakeDebriefCommand();
std::unique_ptr<Subcommand> MakeRescore();
std::unique_ptr<Subcommand> MakeRecognise();
std::unique_ptr<Subcommand> MakeSignature();
std::unique_ptr<Subcommand> MakeBench();
std::unique_ptr<Subcommand> MakeCalibrate();

}  // namespace huikuan::cli
