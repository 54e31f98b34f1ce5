// What a Session holds. Names, texts and history live here, outside State.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/hash.h"
#include "huikuan/session.h"
#include "rules/chance.h"
#include "session/hash_state.h"

namespace huikuan {

struct Session::Impl {
  Impl(ScenarioPtr s, Seed given) : scenario(std::move(s)), seed(given), chance(given) {}

  ScenarioPtr scenario;
  Seed seed;
  rules::Chance chance;
  world::State state;
  std::vector<Event> history;
  std::vector<Command> commands;
  std::vector<std::uint16_t> checks;
  std::map<std::uint32_t, std::string> words;
  std::vector<Feedback> feedback;  // of a drill
};

}  // namespace huikuan
