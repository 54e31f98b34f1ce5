// All chance goes through Chance::Pick. A draw is a pure function of (seed, stream; entity, day,
// purpose, index), so that adding one never shifts another and paired rollouts share their luck.
// Pick can sample, be forced to an outcome (the belief filter asks how likely that was), or record.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/fixed.h"
#include "huikuan/values.h"

namespace huikuan::rules {

// Purposes. Frozen numbers: part of the determinism contract.
enum class Draw : std::uint16_t {
  kBlocker = 1,
  kType = 2,
  kTrust = 3,
  kHonesty = 4,
  kCash = 5,
  kGate = 6,
  kReach = 7,
  kGatekeeper = 8,
  kReveal = 9,
  kEvade = 10,
  kComply = 11,
  kObjection = 12,
  kVague = 13,
  kCommit = 14,
  kCite = 15,
  kForward = 16,
  kTaskDays = 17,
  kVisitGate = 18,
  kLetterAnswer = 19,
  kLetterDispute = 20,
  kCaught = 21,
  kHangUp = 22,
  kFalseStatus = 23,
  kRunSlip = 24,
  kOffers = 25,
  kBot = 26,
  kOpening = 27,
  kNotDue = 28,
  kOrderLost = 40,
  kPrepay = 41,
  kTaskRefused = 42,
  kMixed = 50,
  kSecondType = 51,
  kMixedKind = 52,
  kStyle = 53,
  kInstrument = 54,
  kShock = 55,
  kInsolvency = 56,
  kClawback = 57,
  kBillDishonour = 58,
  kBillInsist = 59,
  kEvidenceSettles = 60,
  // Of the search's own streams (sim/search), never of the world's.
  kResample = 66,  // where systematic resampling starts
  kTaskDate = 67,  // a day on which a task under way may yet be done
  kParticle = 68,  // which particles a comparison begins with
  kDealReservation = 70,
  kDealPatience = 71,
  kDealBlocker = 72,
  kSealed = 80,
  kPleadsLimitation = 81,
  kRuleAccepted = 82,
  kSecurityVoid = 83,
  kUpstreamPays = 84,
  kSettlementReservation = 90,
  kSettlementRounds = 91,
  kJoins = 95,
  kMessageAnswer = 126,
  kPhotoCounts = 127,
  kIncoming = 128,
};

struct ChanceRecord {
  Draw purpose = Draw::kBlocker;
  std::uint32_t entity = 0;
  std::uint32_t index = 0;
  Day day = 0;
  std::uint8_t outcome = 0;
  Q16 odds = 0;  // of that outcome
};

struct ForcedOutcome {
  Draw purpose = Draw::kBlocker;
  std::uint32_t entity = 0;
  std::uint32_t index = 0;
  Day day = 0;
  std::uint8_t outcome = 0;
};

// One way through those draws whose outcome shows (bits of `shown`, by number): the outcomes in the
// order in which the draws come up. Beyond the steps given, the first possible outcome is taken and
// noted, so that a belief can walk through every way there is.
struct ChancePath {
  static constexpr int kMax = 32;
  struct Step {
    Draw purpose = Draw::kBlocker;
    std::uint8_t outcome = 0;
    std::uint8_t options = 0;
  };
  std::array<std::uint64_t, 4> shown{};  // draws to which it applies; others are sampled
  std::array<Step, kMax> steps{};
  int given = 0;                          // steps to be followed
  int taken = 0;                          // steps come by
  std::uint64_t likelihood = 1ULL << 32;  // of them all, Q32
  bool lost = false;                      // a step given was impossible, or there were too many

  bool Shows(Draw purpose) const {
    const auto bit = static_cast<unsigned>(purpose);
    return bit < 256 && ((shown[bit / 64] >> (bit % 64)) & 1) != 0;
  }
};

class Chance {
 public:
  explicit Chance(Seed seed, std::uint32_t stream = 0) : seed_(seed), stream_(stream) {}

  void SetDay(Day day) { day_ = day; }
  // One of `weights` (sum > 0), with probability proportional to it. `index` tells apart draws of
  // one purpose and entity on one day.
  int Pick(Draw purpose, std::uint32_t entity, std::uint32_t index,
           std::span<const std::uint32_t> weights);
  // True with probability p (Q16, clamped to 0..1).
  bool Happens(Draw purpose, std::uint32_t entity, std::uint32_t index, Q16 p);
  // A standard normal by 32 equal bins (±2.15 at the ends), Q16.
  Q16 Normal(Draw purpose, std::uint32_t entity, std::uint32_t index);

  void Record(std::vector<ChanceRecord>* to) { record_ = to; }
  // While set, draws listed here have that outcome; Likelihood() multiplies their odds (Q32).
  void Force(std::span<const ForcedOutcome> outcomes) {
    forced_ = outcomes;
    likelihood_ = 1ULL << 32;
  }
  std::uint64_t Likelihood() const { return likelihood_; }
  // While set, draws that show go along this path (null: no more).
  void Follow(ChancePath* path) { path_ = path; }
  Seed seed() const { return seed_; }

 private:
  // Nothing forced, followed or recorded: only the outcome counts.
  bool Plain() const {
    return record_ == nullptr && path_ == nullptr && forced_.empty();
  }
  int Walk(Draw purpose, std::span<const std::uint32_t> weights, std::uint64_t total);
  std::uint32_t Bits(Draw purpose, std::uint32_t entity, std::uint32_t index) const;

  Seed seed_;
  std::uint32_t stream_;
  Day day_ = 0;
  std::vector<ChanceRecord>* record_ = nullptr;
  std::span<const ForcedOutcome> forced_;
  std::uint64_t likelihood_ = 1ULL << 32;
  ChancePath* path_ = nullptr;
};

}  // namespace huikuan::rules
