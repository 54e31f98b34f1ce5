#include "measure.h"

#include <algorithm>

#ifdef HUIKUAN_HAVE_BENCHMARK
#include <benchmark/benchmark.h>
#else
#include <chrono>
#endif

namespace huikuan::cli {

namespace {
constexpr int kSeries = 24;
constexpr double kSeconds = 0.05;  // of one series: short, so that some pass undisturbed
}  // namespace

#ifdef HUIKUAN_HAVE_BENCHMARK

namespace {

class Best : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration || run.iterations == 0) continue;
      const double seconds = run.real_accumulated_time / static_cast<double>(run.iterations);
      if (best_ == 0 || seconds < best_) best_ = seconds;
    }
  }
  double best() const { return best_; }

 private:
  double best_ = 0;
};

}  // namespace

double SecondsOf(const std::string& name, const std::function<void()>& work) {
  benchmark::ClearRegisteredBenchmarks();
  benchmark::RegisterBenchmark(name.c_str(),
                               [&work](benchmark::State& state) {
                                 for ([[maybe_unused]] auto round : state) work();
                               })
      ->MinTime(kSeconds)
      ->Repetitions(kSeries)
      ->UseRealTime();
  Best best;
  benchmark::RunSpecifiedBenchmarks(&best);
  benchmark::ClearRegisteredBenchmarks();
  return best.best();
}

#else

double SecondsOf(const std::string&, const std::function<void()>& work) {
  using Clock = std::chrono::steady_clock;
  const auto seconds = [&](int rounds) {
    const Clock::time_point begin = Clock::now();
    for (int i = 0; i < rounds; ++i) work();
    return std::chrono::duration<double>(Clock::now() - begin).count();
  };
  int rounds = 1;
  double took = seconds(rounds);
  while (took < kSeconds && rounds < 1'000'000'000) {
    rounds = took <= 0 ? rounds * 10
                       : rounds * std::clamp(static_cast<int>(1.2 * kSeconds / took) + 1, 2, 10);
    took = seconds(rounds);
  }
  double best = took / rounds;
  for (int i = 1; i < kSeries; ++i) best = std::min(best, seconds(rounds) / rounds);
  return best;
}

#endif

}  // namespace huikuan::cli
