#include "review/judge.h"

#include <algorithm>
#include <array>

#include "core/hash.h"
#include "review/candidates.h"
#include "rules/rules.h"
#include "search/price.h"

namespace huikuan::review {

namespace {

constexpr double kFewest = 8;  // effective particles below which nothing can be inferred
constexpr std::array<double, 4> kBounds = {0.02, 0.05, 0.10, 0.20};  // design.md §6
constexpr double kLargestError = 0.01;  // of exposure, of a verdict that is given
// Worlds (design values): of each round of the look, of the guard, of the pair that counts.
constexpr std::array<int, 4> kRounds = {10, 24, 64, 128};
constexpr std::array<std::size_t, 4> kLeft = {10, 5, 2, 1};
constexpr int kGuard = 384;
constexpr int kLeast = 96;
constexpr int kMost = 4096;
constexpr int kSecond = 192;  // under the second policy
constexpr int kHindsight = 48;
constexpr int kBehind = 128;  // against the book's choice where that is not the best one

// Stages of one decision, each with worlds of its own.
enum Stage : std::uint64_t { kLook = 1, kDuel = 2, kPair = 3, kOther = 4, kTruth = 5, kBook = 6 };

Seed SaltOf(const Position& p, Stage stage) {
  return HashWord(p.salt, static_cast<std::uint64_t>(stage));
}

double ToNearestBound(double loss) {
  double nearest = 1;
  for (const double bound : kBounds) {
    const double off = loss > bound ? loss - bound : bound - loss;
    nearest = std::min(nearest, off);
  }
  return nearest;
}

// Whether the candidate beats the book's choice by two standard errors on fresh worlds; soon
// settled where the difference hardly varies.
bool Wins(search::Comparison& duel) {
  for (int worlds = kGuard / 8; worlds <= kGuard; worlds *= 2) {
    duel.RunTo(worlds);
    const search::Comparison::Edge edge = duel.EdgeOf(1);
    if (edge.mean <= 0) return false;
    if (edge.mean * edge.mean > 9 * edge.variance) return true;
  }
  const search::Comparison::Edge edge = duel.EdgeOf(1);
  return edge.mean > 0 && edge.mean * edge.mean > 4 * edge.variance;
}

double Price(const Position& p, const Command& command) {
  return search::PriceOfTime(p.content, p.known, p.belief.customer(), command);
}

// The best of the candidates as far as it is sure; else the book's choice, the first of them.
Command BestOf(const Position& p, const std::vector<Command>& candidates) {
  search::Comparison look(p.content, p.belief, candidates, SaltOf(p, kLook));
  for (std::size_t i = 0; i < candidates.size(); ++i) look.SetPenalty(i, Price(p, candidates[i]));
  for (std::size_t round = 0; round < kRounds.size(); ++round) {
    look.RunTo(kRounds[round]);
    look.DropBelow(0);
    if (look.Best() == 0) return candidates[0];
    look.Halve(kLeft[round]);
  }
  const std::size_t best = look.Best();
  if (best == 0) return candidates[0];
  const search::Comparison::Edge edge = look.EdgeOf(best);
  if (edge.mean * edge.mean < edge.variance) return candidates[0];
  search::Comparison duel(p.content, p.belief, {candidates[0], candidates[best]},
                          SaltOf(p, kDuel));
  duel.SetPenalty(0, Price(p, candidates[0]));
  duel.SetPenalty(1, Price(p, candidates[best]));
  return Wins(duel) ? candidates[best] : candidates[0];
}

struct Loss {
  double mean = 0;  // share of exposure, may be below zero
  double error = 0;
};

// Until the class is clear, or the standard error small enough and no more to be had.
Loss MeasuredLoss(const Position& p, const Command& best) {
  const search::Worlds worlds(p.content, p.belief, SaltOf(p, kPair));
  const auto exposure = static_cast<double>(p.exposure);
  Paired pair;
  Loss loss;
  for (int i = 0; i < kMost; ++i) {
    pair.Add(Difference(p, worlds, i, best, search::BasePolicy::kBook));
    if (i + 1 < kLeast || (i + 1) % 32 != 0) continue;
    loss = {pair.mean() / exposure, pair.error() / exposure};
    if (loss.error > kLargestError) continue;
    if (i + 1 >= kMost / 2 || ToNearestBound(loss.mean) > 1.5 * loss.error) break;
  }
  return loss;
}

// In so many worlds of a stage of their own.
Loss LossIn(const Position& p, Stage stage, int worlds_wanted, const Command& better,
            search::BasePolicy policy) {
  const search::Worlds worlds(p.content, p.belief, SaltOf(p, stage));
  const auto exposure = static_cast<double>(p.exposure);
  Paired pair;
  for (int i = 0; i < worlds_wanted; ++i) pair.Add(Difference(p, worlds, i, better, policy));
  return {pair.mean() / exposure, pair.error() / exposure};
}

Loss BehindTheBook(const Position& p, const Command& book) {
  return LossIn(p, kBook, kBehind, book, search::BasePolicy::kBook);
}

void SetBehind(const Loss& behind, Judgement& judged) {
  judged.behind = behind.mean;
  judged.behind_se = behind.error;
}

// A mistake or blunder stands only as far as a relationship-first policy sees one as well.
Verdict Confirmed(const Position& p, const Command& best, Verdict verdict) {
  if (verdict != Verdict::kMistake && verdict != Verdict::kBlunder) return verdict;
  const Loss loss = LossIn(p, kOther, kSecond, best, search::BasePolicy::kRelationship);
  const auto other = static_cast<int>(ClassOf(loss.mean));
  const int most = std::max(static_cast<int>(Verdict::kInaccuracy), other + 1);
  return static_cast<Verdict>(std::min(static_cast<int>(verdict), most));
}

}  // namespace

Verdict ClassOf(double loss) {
  int at = 0;
  while (at < 4 && loss >= kBounds[static_cast<std::size_t>(at)]) ++at;
  return static_cast<Verdict>(at);
}

double Root(double square) {
  if (square <= 0) return 0;
  double root = square > 1 ? square : 1;
  for (int i = 0; i < 200; ++i) {
    const double next = (root + square / root) / 2;
    if (next >= root) break;
    root = next;
  }
  return root;
}

double Paired::variance() const {
  if (n_ < 2) return squares_;
  const double rest = squares_ - sum_ / n_ * sum_;
  return (rest < 0 ? 0 : rest) / (n_ - 1) / n_;
}

double Paired::error() const { return Root(variance()); }

double Difference(const Position& p, const search::Worlds& worlds, int i, const Command& better,
                  search::BasePolicy policy) {
  const world::State start = worlds.Start(i);
  const Seed key = worlds.Key(i);
  const auto value = [&](const Command& command) {
    return static_cast<double>(search::RollOut(p.content, start, command, key, policy)) -
           Price(p, command);
  };
  return value(better) - value(p.chosen);
}

Judgement Judge(const Position& p) {
  Judgement judged;
  judged.best = p.chosen;
  if (p.belief.particles().empty() || p.belief.EffectiveSize() < kFewest) return judged;
  if (rules::CheckCommand(p.content, p.known, p.chosen) != rules::Refusal::kNone) return judged;
  const std::vector<Command> candidates =
      Candidates(p.content, p.known, p.belief.customer(), p.chosen);
  const Command best = BestOf(p, candidates);
  judged.book = candidates[0];
  judged.verdict = Verdict::kBest;
  const bool by_the_book = Same(p.content, judged.book, p.chosen);
  if (Same(p.content, best, p.chosen)) {
    if (!by_the_book) SetBehind(BehindTheBook(p, judged.book), judged);
    return judged;
  }
  const Loss loss = MeasuredLoss(p, best);
  judged.se = loss.error;
  if (!by_the_book) {
    SetBehind(Same(p.content, best, judged.book) ? loss : BehindTheBook(p, judged.book), judged);
  }
  if (loss.error > kLargestError) {
    judged.verdict = Verdict::kNotJudged;
    return judged;
  }
  if (loss.mean <= 0) return judged;
  judged.best = best;
  judged.same = false;
  judged.loss = loss.mean;
  judged.verdict = Confirmed(p, best, ClassOf(loss.mean - loss.error));
  return judged;
}

double LossInTruth(const Position& p, const Command& best, const world::State& state) {
  Paired pair;
  for (int i = 0; i < kHindsight; ++i) {
    const Seed key = HashWord(SaltOf(p, kTruth), static_cast<std::uint64_t>(i));
    pair.Add(static_cast<double>(search::RollOut(p.content, state, best, key) -
                                 search::RollOut(p.content, state, p.chosen, key)) -
             Price(p, best) + Price(p, p.chosen));
  }
  return pair.mean() / static_cast<double>(p.exposure);
}

}  // namespace huikuan::review
