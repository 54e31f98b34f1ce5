// Paired rollouts: what the run would be worth after a command, with by-the-book playing on from
// what the trainee would then know. Candidates share particle and chance (common random numbers).
#pragma once

#include "rules/world.h"
#include "search/belief.h"

namespace huikuan::search {

// Who plays on. The second is by-the-book with a lighter hand: warm words first, letters late and
// none above the first demand; a verdict that holds under both does not hang on the first's habits.
enum class BasePolicy : std::uint8_t { kBook, kRelationship };

// The end value in cents (rules::Value, breaches capped), of a slice or of the whole run.
Cents EndValue(const Scenario& content, const world::State& state);

// Plays on to the end from where the world is. Allocates nothing. `key`: of the policy's own dice.
void PlayToEnd(rules::World& world, Seed key, BasePolicy policy = BasePolicy::kBook);
// The same until nobody is on the line.
void PlayToDesk(rules::World& world, Seed key, BasePolicy policy = BasePolicy::kBook);

// The end value after `command` and then by-the-book. Precondition: the command is lawful in
// `start`. Allocates nothing.
Cents RollOut(const Scenario& content, const world::State& start, const Command& command, Seed key,
              BasePolicy policy = BasePolicy::kBook);

// The worlds of one comparison: the i-th is a particle of the belief and a key for its chance. Any
// first n of them spread evenly over the belief. `salt` tells sets of worlds apart.
class Worlds {
 public:
  // Precondition: the belief has particles; both outlive this.
  Worlds(const Scenario& content, const Belief& belief, Seed salt);
  world::State Start(int i) const;
  Seed Key(int i) const;

 private:
  const Scenario& content_;
  const Belief& belief_;
  Seed salt_;
  double offset_;
};

// The stream of chance in rollouts.
inline constexpr std::uint32_t kRolloutStream = 24;

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
  Worlds worlds_;
  std::vector<Arm> arms_;
};

}  // namespace huikuan::search
