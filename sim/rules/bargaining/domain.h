// What is bargained over: issues with few values each, and outcomes, one value of every issue.
// The debt's own domain is models.md §4: 5 × 4 × 4 × 5 × 4 × 4 = 6,400 outcomes. Any other of at
// most kMaxIssues issues of kMaxValues values works as well; tests use ones small enough to be
// worked out by hand.
// Everything in this folder is a pure function of its arguments, in integers, and allocates
// nothing.
#pragma once

#include <array>
#include <cstdint>

#include "core/fixed.h"

namespace huikuan::rules::bargaining {

inline constexpr int kMaxIssues = 6;
inline constexpr int kMaxValues = 5;
inline constexpr int kMaxOutcomes = 6400;
inline constexpr int kNoOutcome = -1;

// The issues of an open debt, in the order of an outcome's values.
enum Issue : std::uint8_t {
  kPayNow,       // share paid at once: kPayNowPercent
  kDate,         // the payment run of the first part of the rest: the next one, or one of 3 later
  kInstalments,  // of the rest, one a run from kDate on: kInstalmentCounts
  kSecurity,     // of the rest: Security
  kDiscount,     // on the whole debt: kDiscountPpm
  kSupply,       // of goods meanwhile: Supply
};
inline constexpr int kDebtIssues = 6;
inline constexpr int kRuns = 4;
inline constexpr std::array<std::uint8_t, 5> kPayNowPercent = {0, 25, 50, 75, 100};
inline constexpr std::array<std::uint8_t, 4> kInstalmentCounts = {1, 2, 3, 6};
inline constexpr std::array<Ppm, 4> kDiscountPpm = {0, 5'000, 10'000, 20'000};
enum class Security : std::uint8_t { kNone, kSignedBalance, kBankDraft, kGuarantee, kRetention };
enum class Supply : std::uint8_t { kHold, kPrepay, kContinue, kPriority };

// Positions of values, one of each issue; those beyond the domain's issues are 0.
struct Outcome {
  std::array<std::uint8_t, kMaxIssues> value{};
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// Outcomes that say the same. Where all is paid at once there is no rest, so that its date, its
// instalments and its security say nothing: those issues are *moot* where `settling` has the value
// `settled`. Every outcome keeps its index, and what is moot counts alike whatever its value
// (Preferences::moot), but only the one outcome with all moot values 0 is *canonical*: enumeration
// lists no agreement twice. Of the debt's 6,400 outcomes 5,136 are canonical.
struct Domain {
  int issues = 0;                                // 1 … kMaxIssues
  std::array<std::uint8_t, kMaxIssues> sizes{};  // values of an issue, 1 … kMaxValues
  int settling = -1;                             // an issue, not moot itself; -1: nothing is moot
  int settled = 0;
  std::uint8_t moot = 0;  // bit i: issue i
};

inline constexpr Domain kDebtDomain = {kDebtIssues,
                                       {5, kRuns, 4, 5, 4, 4},
                                       kPayNow,
                                       4,
                                       (1 << kDate) | (1 << kInstalments) | (1 << kSecurity)};

// Whether the limits above hold, kMaxOutcomes among them. Precondition of all other functions.
bool Valid(const Domain& domain);
// All outcomes, those that are not canonical included.
int Count(const Domain& domain);
// A bijection onto 0 … Count − 1: mixed radix, the last issue varying fastest. Precondition: every
// value, or the index, in range.
int IndexOf(const Domain& domain, const Outcome& outcome);
Outcome OutcomeAt(const Domain& domain, int index);

bool IsMoot(const Domain& domain, const Outcome& outcome, int issue);
// The one outcome that stands for all that say the same; itself for most.
Outcome Canonical(const Domain& domain, const Outcome& outcome);

}  // namespace huikuan::rules::bargaining
