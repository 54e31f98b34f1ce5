// One particle against one step: the ways in which its world could have shown what was seen.
#pragma once

#include "content/scenario.h"
#include "rules/chance.h"
#include "search/past.h"

namespace huikuan::search {

// A path that explained a step for another particle, tried first.
struct Hint {
  rules::ChancePath path;
  bool set = false;
};

// Works through the draws that show; keeps scratch so that particles share it.
class Explainer {
 public:
  Explainer(const Scenario& content, CustomerId customer);

  // Carries `truth` over the step, its draws that show as seen and the others from (key, day):
  // chooses one of the ways by odds. Returns the likelihood of what was seen (0..1); 0: this world
  // could not have shown it, and `truth` is void.
  double Explain(world::Truth& truth, const world::Known& before, const Step& step, Seed key);

  // After Explain gave 0: whose mood alone stood in the way of an explanation; kNone if more did.
  PersonId MisreadPerson() const { return misread_; }

  // Call when the next step begins: hints are of one step.
  void NewStep() { hints_.clear(); }

 private:
  template <class Run, class Matches>
  double Search(world::State& state, rules::Chance& chance, std::size_t moment, Run run,
                Matches matches);
  double OverNights(world::State& state, rules::Chance& chance, const Step& step, int nights);
  bool SameCustomer(const world::Known& a, const world::Known& b) const;
  bool SameEvents(const std::vector<Event>& mine, const Event* from, std::size_t count);
  void SetTaskDates(world::State& state, rules::Chance& chance, const Event* from,
                    std::size_t count) const;

  const Scenario& content_;
  CustomerId customer_;
  std::array<std::uint64_t, 4> shown_;
  std::vector<Hint> hints_;  // by moment of the step: 0, or the night
  std::vector<Event> events_;
  PersonId misread_ = kNone;
  // Slices of the customer: the others are empty and stay so.
  world::State start_;
  world::State try_;
  world::State kept_;
};

}  // namespace huikuan::search
