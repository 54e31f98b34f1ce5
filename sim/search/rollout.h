// Paired rollouts: what the run would be worth after a command, with by-the-book playing on from
// what the trainee would then know. Candidates share particle and chance (common random numbers).
#pragma once

#include "search/belief.h"

namespace huikuan::search {

// The end value of the slice in cents (rules::Value, breaches capped) after `command` and then
// by-the-book. Precondition: the command is lawful in `start`. Allocates nothing.
Cents RollOut(const Scenario& content, const world::State& start, const Command& command, Seed key);

// Value sums of several candidates over the same worlds.
class Comparison {
 public:
  struct Arm {
    Command command;
    double penalty = 0;  // cents taken off: the price of its minutes
    std::vector<double> values;
    bool out = false;
  };
  // `salt` tells sets of worlds apart: fresh keys after a selection remove its bias.
  Comparison(const Scenario& content, const Belief& belief, std::vector<Command> candidates,
             Seed salt);

  void SetPenalty(std::size_t arm, double cents) { arms_[arm].penalty = cents; }
  // Until every arm still in has been tried in `worlds` worlds.
  void RunTo(int worlds);
  // Leaves the better half in, always with arm 0 (to which all are compared); at least `least`.
  void Halve(std::size_t least);
  // Takes out every arm but 0 whose edge is hardly as much as `cents`: two standard errors below
  // it.
  void DropBelow(double cents);
  // Mean of (arm − arm 0) over the worlds both were tried in, and the square of its standard error.
  struct Edge {
    double mean = 0;
    double variance = 0;
    int n = 0;
  };
  Edge EdgeOf(std::size_t arm) const;
  // The best arm in, by its edge; 0 when none is above.
  std::size_t Best() const;
  const std::vector<Arm>& arms() const { return arms_; }

 private:
  const Scenario& content_;
  const Belief& belief_;
  std::vector<Arm> arms_;
  Seed salt_;
};

}  // namespace huikuan::search
