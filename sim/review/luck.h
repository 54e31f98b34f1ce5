// Luck apart from skill (models.md §7, the performance-difference lemma as in backgammon and
// DIVAT): outcome = base + Σ [Q(s, a) − Q(s, π(s))] + luck, with Q and the base policy π
// (by-the-book) on the true state. Zero on average for any policy; statistics, never shown as what
// one could have known.
#pragma once

#include "huikuan/review.h"
#include "review/run.h"

namespace huikuan::review {

inline constexpr int kLuckPairs = 40;   // a decision
inline constexpr int kLuckBase = 200;   // runs from the opening

// Adds up one decision after the other, so that it can be spread over time.
class Luck {
 public:
  Luck(const Scenario& content, const Run& run, Seed salt);
  // Values the next command; false when all are.
  bool Step();
  // Precondition: Step has said false.
  ReviewedLuck Take() const;

 private:
  const Scenario& content_;
  const Run& run_;
  Seed salt_;
  std::size_t next_ = 0;
  double ledger_ = 1;
  double base_ = 0;
  double skill_ = 0;
};

}  // namespace huikuan::review
