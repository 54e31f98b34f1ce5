// The verdict on one decision, from the belief at that moment: candidates by sequential halving on
// paired worlds, a guard against the winner's curse, fresh keys for the pair that counts.
#pragma once

#include "huikuan/review.h"
#include "search/belief.h"
#include "search/rollout.h"

namespace huikuan::review {

// One decision as the trainee had it before them.
struct Position {
  const Scenario& content;
  const search::Belief& belief;  // of the customer, before the decision
  world::Known known;            // a slice of the customer
  Command chosen;
  Cents exposure = 1;
  Seed salt = 0;  // tells decisions apart
};

// Mean of paired differences, and its standard error.
class Paired {
 public:
  void Add(double difference) {
    ++n_;
    sum_ += difference;
    squares_ += difference * difference;
  }
  int n() const { return n_; }
  double mean() const { return n_ == 0 ? 0 : sum_ / n_; }
  double variance() const;  // of the mean: the standard error's square; of one sample its square
  double error() const;

 private:
  int n_ = 0;
  double sum_ = 0;
  double squares_ = 0;
};

// Square root by Newton's method: + − × ÷ alone, so that every edition agrees. 0 below 0.
double Root(double square);

// The class of a loss, a share of exposure, by the bounds of design.md §6; never kNotJudged.
Verdict ClassOf(double loss);

struct Judgement {
  Verdict verdict = Verdict::kNotJudged;
  double loss = 0;  // share of exposure
  double se = 0;
  Command best;
  bool same = true;  // the chosen command is the best one
  Command book;      // by-the-book's own choice here
  double behind = 0; // what that one is worth more than the chosen one, share of exposure, signed
  double behind_se = 0;
};
Judgement Judge(const Position& position);

// The loss of `position.chosen` against `best` from one true state (a slice): hindsight.
double LossInTruth(const Position& position, const Command& best, const world::State& state);

// Value of `better` less that of the chosen one in the i-th world of a set, prices of time off.
double Difference(const Position& position, const search::Worlds& worlds, int i,
                  const Command& better, search::BasePolicy policy);

}  // namespace huikuan::review
