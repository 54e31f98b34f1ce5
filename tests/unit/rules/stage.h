// A stage for rule tests: the first case with everything hidden set by hand.
#pragma once

#include <gtest/gtest.h>

#include "content/scenario.h"
#include "rules/call/reach.h"
#include "rules/chance.h"
#include "rules/day/next_day.h"
#include "rules/knowledge.h"
#include "rules/rules.h"
#include "rules/setup.h"
#include "unit/test_bundle.h"

namespace huikuan::test {

inline constexpr CustomerId c = 0;  // whom the tests are about

inline ScenarioPtr FirstCase() {
  static const ScenarioPtr scenario = LoadScenario(RealBundle(), "first-invoice").scenario;
  return scenario;
}

class Stage {
 public:
  explicit Stage(Seed seed = 1, ScenarioPtr given = FirstCase())
      : scenario(std::move(given)), chance(seed), world{*scenario, state, chance, &events} {
    rules::SetUp(*scenario, state, chance, &events);
    events.clear();
  }

  // What really blocks the money, and the claim at its gate.
  void Block(const std::string& blocker) {
    for (std::size_t i = 0; i < scenario->blockers.size(); ++i) {
      if (scenario->blockers[i].id != blocker) continue;
      claim().blocker = static_cast<std::uint8_t>(i);
      claim().gate = static_cast<std::uint8_t>(scenario->blockers[i].gate);
    }
  }
  PersonId Person(const std::string& id) const {
    const auto& people = customer().people;
    for (std::size_t p = 0; p < people.size(); ++p) {
      if (people[p].id == id) return static_cast<PersonId>(p);
    }
    ADD_FAILURE() << "no person " << id;
    return 0;
  }
  ActId Act(const std::string& id) const {
    for (std::size_t a = 0; a < scenario->acts.size(); ++a) {
      if (scenario->acts[a].id == id) return static_cast<ActId>(a);
    }
    ADD_FAILURE() << "no act " << id;
    return 0;
  }
  DocumentId Document(const std::string& id) const {
    for (std::size_t d = 0; d < customer().documents.size(); ++d) {
      if (customer().documents[d].id == id) return static_cast<DocumentId>(d);
    }
    ADD_FAILURE() << "no document " << id;
    return 0;
  }
  FactId Fact(const std::string& id) const {
    for (std::size_t f = 0; f < customer().facts.size(); ++f) {
      if (customer().facts[f].id == id) return static_cast<FactId>(f);
    }
    ADD_FAILURE() << "no fact " << id;
    return 0;
  }
  TaskId Task(const std::string& id) const {
    for (std::size_t t = 0; t < scenario->tasks.size(); ++t) {
      if (scenario->tasks[t].id == id) return static_cast<TaskId>(t);
    }
    ADD_FAILURE() << "no task " << id;
    return 0;
  }
  // On the line with somebody, past the front desk.
  void Talk(const std::string& person) {
    state.known.conversation = world::ConversationKnown{};
    state.known.conversation.active = 1;
    rules::Connect(world, 0, Person(person));
  }
  // Says the act with its default slots; fails the test if that is not lawful.
  void Do(const Command& command) {
    ASSERT_EQ(rules::CheckCommand(*scenario, state.known, command), rules::Refusal::kNone);
    rules::ApplyCommand(world, command);
  }
  bool May(const Command& command) const {
    return rules::CheckCommand(*scenario, state.known, command) == rules::Refusal::kNone;
  }
  int Count(EventKind kind) const {
    int n = 0;
    for (const Event& e : events) n += e.kind == kind ? 1 : 0;
    return n;
  }

  const content::Customer& customer() const { return scenario->customers[0]; }
  world::InvoiceTruth& claim() { return state.truth.customers[0].invoices[customer().claim]; }
  world::CustomerTruth& truth() { return state.truth.customers[0]; }
  world::CustomerKnown& known() { return state.known.customers[0]; }
  world::PersonTruth& person(const std::string& id) { return truth().people[Person(id)]; }

  ScenarioPtr scenario;
  world::State state;
  rules::Chance chance;
  std::vector<Event> events;
  rules::World world;
};

inline void Nights(Stage& s, int n) {
  for (int i = 0; i < n && s.state.known.seller.ended == 0; ++i) rules::NextDay(s.world);
}

}  // namespace huikuan::test
