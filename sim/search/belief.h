// What a trainee can infer of one customer's Truth from what the run showed: a particle filter
// (models.md §8; Silver & Veness 2010). Every particle is a Truth that, under the run's own
// commands, showed exactly what was seen (people's attitudes nudged where only a face differed);
// its weight is how likely that was. It depends on the scenario and the steps alone: two runs that
// showed the same have the same belief.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "search/explain.h"
#include "search/past.h"

namespace huikuan::search {

struct Particle {
  world::Truth truth;
  double weight = 0;  // relative
};

class Belief {
 public:
  // `particles`: how many to carry (design value 256; models.md §8 found 400 no worse than 2,000).
  // `opening` is the Known of a run that has just begun. The scenario must outlive this.
  Belief(const Scenario& content, CustomerId customer, const world::Known& opening,
         int particles = 256);

  // The next step of the run. Steps that do not concern the customer cost nothing.
  void Observe(const Step& step);
  // The same, sharing what is kept. Precondition: moment->before is what was known last.
  void Observe(const MomentPtr& moment);

  // Empty when nothing that was tried could have shown what was seen.
  const std::vector<Particle>& particles() const { return particles_; }
  // Effective number of them, (Σw)² / Σw².
  double EffectiveSize() const;
  // The particle at quantile `u` (0..1) of the weights. Precondition: particles() is not empty.
  const Particle& At(double u) const;
  // The customer alone, as known now, with this particle's Truth: what a rollout starts from.
  world::State StateOf(const Particle& particle) const;

  CustomerId customer() const { return customer_; }
  int rescues() const { return rescues_; }

 private:
  std::vector<Particle> Fresh(int count, Seed salt) const;
  double Explain(world::Truth& truth, const world::Known& before, const Step& step, Seed key);
  void Advance(std::vector<Particle>& particles, const world::Known& before, const Step& step,
               std::size_t number, Seed salt);
  void Resample(std::vector<Particle>& particles, int count, std::size_t number) const;
  void Rescue();
  Seed Key(std::size_t particle, std::size_t step, Seed salt) const;

  const Scenario& content_;
  CustomerId customer_;
  int count_;
  world::Known known_;
  std::vector<MomentPtr> past_;  // what concerns the customer
  std::vector<Particle> particles_;
  Explainer explainer_;
  int rescues_ = 0;
  bool settled_ = false;  // all paid, or the run is over: nothing left to infer
};

}  // namespace huikuan::search
