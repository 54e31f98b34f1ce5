#include "review/causes.h"

#include <algorithm>
#include <optional>

#include "bots/bots.h"
#include "core/hash.h"
#include "review/edits.h"
#include "review/graft.h"
#include "rules/rules.h"
#include "search/price.h"

namespace huikuan::review {

namespace {

constexpr int kProofs = 192;        // worlds (design value)
constexpr double kShare = 0.25;     // of the loss that must go (design value)
constexpr std::size_t kMostCauses = 3;
constexpr std::uint64_t kProofStage = 16;
constexpr int kMostCatchUp = 400;  // commands by the book until both worlds have the same day

struct Row {
  const char* id;
  Basis basis;
  std::optional<Edit> edit;
  std::optional<Part> part;
};

// In order of precedence: of causes that take away the same, the first is named. What the command
// itself got wrong comes before what it left behind.
constexpr Row kRows[] = {
    {"conduct", Basis::kLaw, {}, Part::kConduct},
    {"amount", Basis::kPractice, Edit::kAmount, {}},
    {"promise", Basis::kPractice, Edit::kDefinite, {}},
    {"concession", Basis::kPractice, {}, Part::kConcession},
    {"credit", Basis::kPractice, Edit::kCredit, {}},
    {"instrument", Basis::kPractice, Edit::kBill, {}},
    {"terms", Basis::kPractice, Edit::kTerms, {}},
    {"cut_off", Basis::kPractice, Edit::kCutOff, {}},
    {"gate", Basis::kPractice, Edit::kGate, {}},
    {"authority", Basis::kPractice, Edit::kAuthority, {}},
    {"level", Basis::kPractice, Edit::kLevel, {}},
    {"tone", Basis::kSurvey, Edit::kTone, {}},
    {"timing", Basis::kSurvey, Edit::kTiming, {}},
    {"evidence", Basis::kSurvey, {}, Part::kEvidence},
    {"progress", Basis::kPractice, {}, Part::kProgress},
    {"knowledge", Basis::kPractice, {}, Part::kKnowledge},
    {"commitment", Basis::kDesignValue, {}, Part::kPromise},
    {"trust", Basis::kDesignValue, {}, Part::kTrust},
    {"face", Basis::kSurvey, {}, Part::kFace},
    {"pressure", Basis::kDesignValue, {}, Part::kPressure},
    {"cost", Basis::kDesignValue, {}, Part::kCosts},
};

// A world after a command, its conversation played out by the book.
class Branch {
 public:
  Branch(const Position& p, const world::State& start, const Command& command, Seed key)
      : content_(p.content),
        key_(key),
        state_(start),
        chance_(key, search::kRolloutStream),
        world_{content_, state_, chance_, nullptr} {
    chance_.SetDay(state_.known.seller.day);
    rules::ApplyCommand(world_, command);
    search::PlayToDesk(world_, key_);
  }
  Branch(const Branch&) = delete;
  Branch& operator=(const Branch&) = delete;

  // By the book until the other's day is reached.
  void CatchUp(const Branch& other) {
    for (int i = 0; i < kMostCatchUp && Day() < other.Day() && !Ended(); ++i) {
      const bots::BotView view{content_, state_.known, key_};
      rules::ApplyCommand(world_, bots::Choose(bots::Bot::kByTheBook, view));
    }
    search::PlayToDesk(world_, key_);
  }
  int Day() const { return state_.known.seller.day; }
  bool Ended() const { return state_.known.seller.ended != 0; }
  const world::State& state() const { return state_; }

  double EndWith(const Branch& other, CustomerId customer, Part part) const {
    world::State state = state_;
    Graft(other.state_, state, customer, part);
    return End(state);
  }
  double End(const world::State& from) const {
    world::State state = from;
    rules::Chance chance(key_, search::kRolloutStream);
    chance.SetDay(state.known.seller.day);
    rules::World world{content_, state, chance, nullptr};
    search::PlayToEnd(world, key_);
    return static_cast<double>(search::EndValue(content_, state));
  }

 private:
  const Scenario& content_;
  Seed key_;
  world::State state_;
  rules::Chance chance_;
  rules::World world_;
};


class Proofs {
 public:
  Proofs(const Position& p, const Judgement& judged)
      : p_(p), judged_(judged), worlds_(p.content, p.belief, HashWord(p.salt, kProofStage)) {
    for (const Row& row : kRows) {
      if (row.edit) {
        for (const Command& edited : Edits(p, *row.edit)) trials_.push_back({&row, edited, {}});
      } else {
        trials_.push_back({&row, {}, {}});
      }
    }
  }

  std::vector<ReviewedCause> Take() {
    for (int i = 0; i < kProofs; ++i) TryAll(i);
    struct Found {
      const Row* row;
      double gain;
    };
    std::vector<Found> found;
    for (const Trial& trial : trials_) {
      const double gain = trial.gain.mean();
      if (gain < kShare * loss_.mean() || gain < 2 * trial.gain.error() || gain <= 0) continue;
      auto same = std::find_if(found.begin(), found.end(),
                               [&](const Found& f) { return f.row == trial.row; });
      if (same == found.end()) {
        found.push_back({trial.row, gain});
      } else {
        same->gain = std::max(same->gain, gain);
      }
    }
    // By what they take away, in steps of a tenth of the loss, so that precedence decides near ties.
    const auto rank = [&](const Found& f) {
      const int tenths = static_cast<int>(10 * f.gain / loss_.mean());
      return std::min(tenths, 8);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Found& a, const Found& b) { return rank(a) > rank(b); });
    std::vector<ReviewedCause> causes;
    for (const Found& f : found) {
      if (causes.size() == kMostCauses) break;
      const double left = (loss_.mean() - f.gain) / static_cast<double>(p_.exposure);
      causes.push_back({f.row->id, f.row->basis, left > 0 ? left : 0});
    }
    return causes;
  }

 private:
  struct Trial {
    const Row* row;
    Command edited;
    Paired gain;
  };

  double Price(const Command& command) const {
    return search::PriceOfTime(p_.content, p_.known, p_.belief.customer(), command);
  }

  void TryAll(int i) {
    const world::State start = worlds_.Start(i);
    const Seed key = worlds_.Key(i);
    const auto value = [&](const Command& command) {
      return static_cast<double>(search::RollOut(p_.content, start, command, key)) -
             Price(command);
    };
    const double chosen = value(p_.chosen);
    loss_.Add(value(judged_.best) - chosen);
    Branch mine(p_, start, p_.chosen, key);
    Branch better(p_, start, judged_.best, key);
    mine.CatchUp(better);
    better.CatchUp(mine);
    const bool level = mine.Day() == better.Day() && !mine.Ended() && !better.Ended();
    const double went_on = level ? mine.End(mine.state()) : 0;
    for (Trial& trial : trials_) {
      if (trial.row->edit) {
        trial.gain.Add(value(trial.edited) - chosen);
      } else {
        trial.gain.Add(
            level ? mine.EndWith(better, p_.belief.customer(), *trial.row->part) - went_on : 0);
      }
    }
  }

  const Position& p_;
  const Judgement& judged_;
  search::Worlds worlds_;
  std::vector<Trial> trials_;
  Paired loss_;
};

}  // namespace

std::vector<ReviewedCause> Causes(const Position& p, const Judgement& judged) {
  return Proofs(p, judged).Take();
}

}  // namespace huikuan::review
