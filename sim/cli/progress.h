// One line on a terminal's standard error while long work runs; nothing elsewhere.
#pragma once

#include <chrono>
#include <string>

namespace huikuan::cli {

class Progress {
 public:
  Progress(std::string what, int all);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Done(int count);
  // Takes the line away, before anything else is printed.
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;
  std::string what_;
  int all_ = 0;
  bool shown_ = false;
  bool terminal_ = false;
  Clock::time_point last_;
};

}  // namespace huikuan::cli
