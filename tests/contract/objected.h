// Worlds in which somebody of a given type has just objected, and what a way of going on from there
// is worth: for the contract tests of objections and types.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "bots/bots.h"
#include "content/scenario.h"
#include "rules/call/reach.h"
#include "rules/call/slots.h"
#include "rules/rules.h"
#include "rules/setup.h"
#include "rules/value.h"
#include "unit/test_bundle.h"

namespace huikuan::test {

inline std::vector<std::string> CatalogueIdsOf(std::string_view kind) {
  const std::string folder = "catalogue/" + std::string(kind) + "/";
  std::vector<std::string> ids;
  for (const auto& [path, text] : RealBundle().files) {
    if (path.rfind(folder, 0) != 0) continue;
    ids.push_back(path.substr(folder.size(), path.size() - folder.size() - 5));
  }
  return ids;
}

template <class Entry>
std::uint8_t IndexOf(const std::vector<Entry>& entries, std::string_view id) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].id == id) return static_cast<std::uint8_t>(i);
  }
  return kNone;
}

// The case with every type of the catalogue, and with this objection besides its own.
inline ScenarioPtr WithEveryType(const std::string& id, const std::string& objection = {}) {
  Bundle bundle = RealBundle();
  std::string& text = bundle.files["cases/" + id + "/case.json"];
  std::string types;
  for (const std::string& type : CatalogueIdsOf("types")) {
    types += (types.empty() ? "" : ", ") + ("\"" + type + "\": 1");
  }
  const std::string key = "\"types\": {";
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at)) {
    at += key.size();
    text.replace(at, text.find('}', at) - at, types);
  }
  if (!objection.empty()) {
    const std::string list = "\"objections\": [";
    text.insert(text.find(list) + list.size(), "\"" + objection + "\", ");
  }
  return LoadScenario(bundle, id).scenario;
}

// A mean over worlds of different weight, and its standard error.
struct Mean {
  double weight = 0, sum = 0, squares = 0, weights_squared = 0, cross = 0;
  int n = 0;

  void Add(double value, double w = 1) {
    weight += w;
    sum += w * value;
    squares += w * w * value * value;
    cross += w * w * value;
    weights_squared += w * w;
    ++n;
  }
  double mean() const { return weight > 0 ? sum / weight : 0; }
  double se() const {
    if (weight <= 0) return 1;
    const double m = mean();
    return std::sqrt(std::max(0.0, squares - 2 * m * cross + m * m * weights_squared)) / weight;
  }
};

// A customer of a case, who lives alone in it.
struct Alone {
  ScenarioPtr scenario;
  CustomerId c = 0;

  bool Lawful(const world::State& state, const Command& command) const {
    return rules::CheckCommand(*scenario, state.known, command) == rules::Refusal::kNone;
  }
  // With the slots that would be offered; false where it is not lawful.
  bool TrySay(rules::World& world, ActId act, Tone tone = Tone::kPlain) const {
    huikuan::Say say;
    if (!rules::DefaultSlots(*scenario, world.state.known, act, &say)) return false;
    say.tone = tone;
    if (!Lawful(world.state, say)) return false;
    rules::ApplyCommand(world, say);
    return true;
  }
  bool TrySay(rules::World& world, std::string_view act, Tone tone = Tone::kPlain) const {
    const std::uint8_t id = IndexOf(scenario->acts, act);
    return id != kNone && TrySay(world, static_cast<ActId>(id), tone);
  }

  // A run begins, with the file read and the customer of this type and no other.
  void Begin(rules::World& world, std::uint8_t type) const {
    world::State& state = world.state;
    rules::SetUp(*scenario, state, world.chance, nullptr);
    state.known.seller.active = static_cast<std::uint16_t>(1U << c);
    world::CustomerTruth& truth = state.truth.customers[c];
    truth.type = truth.second = type;
    truth.shifts = 0;
    truth.second_style = 0;
    world::CustomerKnown& file = state.known.customers[c];
    file.documents_opened = file.documents_in_file;
  }
  // They answer the telephone: greeted, and told what it is about; at the front desk somebody else
  // is asked for instead. False when they hung up.
  bool Ring(rules::World& world, PersonId person) const {
    world::ConversationKnown& talk = world.state.known.conversation;
    talk = world::ConversationKnown{};
    talk.active = 1;
    talk.customer = c;
    rules::Connect(world, c, person);
    const content::Person& who = scenario->customers[c].people[person];
    if (who.gatekeeper) talk.wanted = who.refers_to;
    if (!TrySay(world, "greet")) return false;
    TrySay(world, "state_debt");
    return talk.active != 0;
  }
  // Ends the call and does nothing more for so many working days.
  void Rest(rules::World& world, int days) const {
    const world::SellerKnown& seller = world.state.known.seller;
    if (Lawful(world.state, EndConversation{})) rules::ApplyCommand(world, EndConversation{});
    const int until = seller.day + days;
    while (seller.day < until && seller.ended == 0 && Lawful(world.state, Wait{})) {
      rules::ApplyCommand(world, Wait{});
    }
  }

  // The call is ended, and from the next day by-the-book plays on to the end. The value as a share
  // of the ledger, without the cap for breaches: what is wrong must lose by what it does.
  double Worth(world::State state, Seed key) const {
    rules::Chance chance(key);
    chance.SetDay(state.known.seller.day);
    rules::World world{*scenario, state, chance, nullptr};
    Rest(world, 1);
    bots::Memo memo;
    for (int i = 0; i < bots::kMaxDecisions && state.known.seller.ended == 0; ++i) {
      const bots::BotView view{*scenario, state.known, key, true, &memo};
      world.changed = 0;
      rules::ApplyCommand(world, bots::Choose(bots::Bot::kByTheBook, view));
      memo.Changed(world.changed);
    }
    const ValueParts parts = rules::Value(*scenario, state);
    Cents ledger = 1;
    for (const content::Invoice& i : scenario->customers[c].invoices) {
      ledger += i.collectable ? i.amount - i.paid : 0;
    }
    return static_cast<double>(parts.total) / static_cast<double>(ledger);
  }
};

}  // namespace huikuan::test
