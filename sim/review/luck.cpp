#include "review/luck.h"

#include "bots/bots.h"
#include "core/hash.h"
#include "review/candidates.h"
#include "rules/value.h"
#include "search/rollout.h"

namespace huikuan::review {

Luck::Luck(const Scenario& content, const Run& run, Seed salt)
    : content_(content), run_(run), salt_(HashWord(content.rules_hash, salt)) {
  const Cents ledger = rules::Value(content, run.opening).ledger;
  if (ledger > 0) ledger_ = static_cast<double>(ledger);
  const Command book = bots::Choose(bots::Bot::kByTheBook, {content, run.opening.known, 0});
  double sum = 0;
  for (int i = 0; i < kLuckBase; ++i) {
    const Seed key = HashWord(salt_, static_cast<std::uint64_t>(i));
    sum += static_cast<double>(search::RollOut(content, run.opening, book, key));
  }
  base_ = sum / kLuckBase / ledger_;
}

bool Luck::Step() {
  if (next_ >= run_.turns.size()) return false;
  const std::size_t at = next_++;
  const Turn& turn = run_.turns[at];
  const world::Known& known = turn.moment->before;
  const Command& chosen = turn.moment->step.command;
  const Command book = bots::Choose(bots::Bot::kByTheBook, {content_, known, 0});
  if (Same(content_, chosen, book)) return true;
  const world::State state{known, turn.truth};
  double sum = 0;
  for (int i = 0; i < kLuckPairs; ++i) {
    const Seed key = HashWord(HashWord(salt_, static_cast<std::uint64_t>(at) + 1),
                              static_cast<std::uint64_t>(i));
    sum += static_cast<double>(search::RollOut(content_, state, chosen, key) -
                               search::RollOut(content_, state, book, key));
  }
  skill_ += sum / kLuckPairs / ledger_;
  return true;
}

ReviewedLuck Luck::Take() const {
  ReviewedLuck luck;
  luck.base = base_;
  luck.skill = skill_;
  luck.outcome = static_cast<double>(search::EndValue(content_, run_.end)) / ledger_;
  luck.luck = luck.outcome - base_ - skill_;
  return luck;
}

}  // namespace huikuan::review
