// How long a piece of work takes.
#pragma once

#include <functional>
#include <string>

namespace huikuan::cli {

// Seconds of one call of `work` on average, the best of a few series. With Google Benchmark where
// the program is built with it, else with the steady clock.
double SecondsOf(const std::string& name, const std::function<void()>& work);

}  // namespace huikuan::cli
