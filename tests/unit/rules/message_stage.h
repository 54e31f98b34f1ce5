// A stage for messages: a case with mail, people we have met, drafts by purpose.
#pragma once

#include <map>

#include "rules/commands.h"
#include "rules/message/message.h"
#include "unit/rules/stage.h"

namespace huikuan::test {

inline ScenarioPtr WrittenCase(const char* id = "county-hospital") {
  static std::map<std::string, ScenarioPtr> cases;
  ScenarioPtr& scenario = cases[id];
  if (!scenario) scenario = LoadScenario(RealBundle(), id).scenario;
  return scenario;
}

inline std::uint8_t PurposeNamed(const Stage& s, const std::string& id) {
  for (std::size_t m = 0; m < s.scenario->messages.size(); ++m) {
    if (s.scenario->messages[m].id == id) return static_cast<std::uint8_t>(m);
  }
  ADD_FAILURE() << "no message " << id;
  return 0;
}
inline std::size_t IncomingNamed(const Scenario& s, const std::string& id) {
  for (std::size_t i = 0; i < s.incoming.size(); ++i) {
    if (s.incoming[i].id == id) return i;
  }
  ADD_FAILURE() << "no incoming " << id;
  return 0;
}

// Somebody we have spoken to.
inline void Meet(Stage& s, const std::string& person) {
  world::PersonKnown& known = s.known().people[s.Person(person)];
  known.known = known.part_known = 1;
  known.contacts = 1;
}
inline void ReadFile(Stage& s) { s.known().documents_opened = s.known().documents_in_file; }

inline SendMessage To(const Stage& s, const std::string& purpose, const std::string& person,
               MessageChannel channel) {
  const auto m = rules::DefaultMessage(*s.scenario, s.state.known, 0, PurposeNamed(s, purpose),
                                s.Person(person), channel);
  if (m) return *m;
  SendMessage other;
  other.person = s.Person(person);
  other.purpose = PurposeNamed(s, purpose);
  other.channel = channel;
  return other;
}
inline rules::Refusal RefusalOf(const Stage& s, const SendMessage& m) {
  return rules::Check(*s.scenario, s.state.known, m);
}
// As if they trusted us, or were sick of us.
inline void Feel(Stage& s, const std::string& person, Q16 trust, Q16 reactance) {
  s.person(person).trust = trust;
  s.person(person).reactance = reactance;
}
}  // namespace huikuan::test
