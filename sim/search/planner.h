// The planner: by-the-book, improved at the desk by looking ahead from what can be inferred
// (models.md §8). Candidates by proposals.h, sequential halving over paired rollouts, and a guard
// against the winner's curse: on fresh worlds the best must beat the book's choice by two standard
// errors (and in a portfolio by more than our time could be worth elsewhere), else the book's
// choice stands. In conversation it follows the book.
#pragma once

#include <memory>
#include <vector>

#include "search/belief.h"
#include "search/rollout.h"

namespace huikuan::search {

struct PlannerOptions {  // worlds tried (design values)
  int particles = 128;
  int first = 8;    // all candidates
  int second = 24;  // the better half of them
  int final = 128;  // the best against the book's choice, on fresh worlds: at most
};

// Deterministic in (scenario, steps); the scenario must outlive it.
class Planner {
 public:
  Planner(const Scenario& content, const world::Known& opening, const PlannerOptions& options = {});
  // What the last command showed. Call for every command, whoever chose it.
  void Observe(const Step& step);
  // The next command; always lawful. Precondition: the run has not ended.
  Command Next() const;
  const Belief& belief(CustomerId customer) const { return beliefs_[customer]; }

 private:
  CustomerId CustomerFor(const Command& book) const;
  Command LookAhead(CustomerId customer, const Command& book) const;
  double LeastEdge(CustomerId customer) const;  // cents
  bool Wins(Comparison& duel, double least) const;

  const Scenario& content_;
  PlannerOptions options_;
  world::Known known_;
  std::vector<Belief> beliefs_;  // by customer
  std::size_t steps_ = 0;
};

}  // namespace huikuan::search
