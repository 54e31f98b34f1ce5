// The commands there are; one file each.
#pragma once

#include <memory>

#include "command.h"

namespace huikuan::cli {

std::unique_ptr<Command> MakePlay();
std::unique_ptr<Command> MakeLint();
std::unique_ptr<Command> MakeSimulate();
std::unique_ptr<Command> MakeReplay();
std::unique_ptr<Command> MakeSignature();
std::unique_ptr<Command> MakeBench();
std::unique_ptr<Command> MakeCalibrate();

}  // namespace huikuan::cli
