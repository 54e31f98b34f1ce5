#include "progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "platform.h"

namespace huikuan::cli {

namespace {
constexpr std::chrono::milliseconds kEvery{100};
}

Progress::Progress(std::string what, int all)
    : what_(std::move(what)), all_(all), terminal_(ErrorsGoToTerminal()), last_(Clock::now()) {}

Progress::~Progress() { Clear(); }

void Progress::Done(int count) {
  if (!terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < kEvery) return;
  last_ = now;
  shown_ = true;
  fmt::print(stderr, "\r{} {}/{}  ", what_, count, all_);
  std::fflush(stderr);
}

void Progress::Clear() {
  if (shown_) fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

}  // namespace huikuan::cli
