// No single tell gives a type away: of the catalogue's types, all as likely at first, none becomes
// likelier than 0.6 by any one kind of answer, objection or mood in a first call.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/scenario.h"
#include "huikuan/session.h"
#include "rules/call/reach.h"
#include "rules/call/slots.h"
#include "rules/rules.h"
#include "rules/setup.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

constexpr int kCalls = 700;  // of each type
constexpr int kLeast = 60;   // calls in which a tell must occur before its odds mean something
constexpr int kTurns = 9;
constexpr double kMostLikely = 0.6;

std::vector<std::string> TypeIds() {
  std::vector<std::string> ids;
  constexpr std::string_view kFolder = "catalogue/types/";
  for (const auto& [path, text] : test::RealBundle().files) {
    if (path.rfind(kFolder, 0) != 0) continue;
    ids.push_back(path.substr(kFolder.size(), path.size() - kFolder.size() - 5));
  }
  return ids;
}

// The first case with every type in its catalogue, in equal shares.
ScenarioPtr WithEveryType(const std::vector<std::string>& ids) {
  Bundle bundle = test::RealBundle();
  std::string& text = bundle.files["cases/first-invoice/case.json"];
  const std::size_t begin = text.find("\"types\": {");
  const std::size_t end = text.find('}', begin) + 1;
  std::string types;
  for (const std::string& id : ids) types += (types.empty() ? "" : ", ") + ("\"" + id + "\": 1");
  text.replace(begin, end - begin, "\"types\": {" + types + "}");
  return LoadScenario(bundle, "first-invoice").scenario;
}

// What one sees and hears in a first call with one of their people: kinds of answers, objections
// raised, moods shown. What is said is chosen by lot, the same for every type.
std::set<std::string> FirstCall(const Scenario& content, std::uint8_t type, Seed seed) {
  world::State state;
  rules::Chance chance(seed);
  std::vector<Event> events;
  rules::SetUp(content, state, chance, &events);
  state.truth.customers[0].type = state.truth.customers[0].second = type;
  rules::World world{content, state, chance, &events};
  events.clear();
  const auto& people = content.customers[0].people;
  PersonId listener = static_cast<PersonId>(seed % people.size());
  while (people[listener].gatekeeper)
    listener = static_cast<PersonId>((listener + 1) % people.size());
  state.known.conversation.active = 1;
  rules::Connect(world, 0, listener);
  rules::Chance dice(seed, 99);
  for (std::uint32_t turn = 0; turn < kTurns && state.known.conversation.active != 0; ++turn) {
    std::vector<Command> lawful;
    for (std::size_t a = 0; a < content.acts.size(); ++a) {
      Say say;
      if (!rules::DefaultSlots(content, state.known, static_cast<ActId>(a), &say)) continue;
      if (content.acts[a].purpose == content::Purpose::kError) continue;
      if (rules::CheckCommand(content, state.known, say) == rules::Refusal::kNone) {
        lawful.push_back(say);
      }
    }
    if (lawful.empty()) break;
    const std::vector<std::uint32_t> weights(lawful.size(), 1);
    rules::ApplyCommand(
        world, lawful[static_cast<std::size_t>(dice.Pick(rules::Draw::kBot, 0, turn, weights))]);
  }
  std::set<std::string> seen;
  for (const Event& e : events) {
    if (e.kind != EventKind::kReplied) continue;
    seen.insert("mood " + std::to_string(static_cast<int>(e.mood)));
    if (e.objection != kNone) seen.insert("objection " + content.objections[e.objection].id);
    if (e.reply != kNone) seen.insert("reply " + content.replies[e.reply].id);
  }
  return seen;
}

TEST(Types, NoSingleTellGivesOneAway) {
  const std::vector<std::string> ids = TypeIds();
  ASSERT_EQ(ids.size(), 12U);
  const ScenarioPtr scenario = WithEveryType(ids);
  ASSERT_NE(scenario, nullptr);
  ASSERT_EQ(scenario->types.size(), ids.size());
  std::map<std::string, std::vector<int>> counts;
  for (std::size_t t = 0; t < ids.size(); ++t) {
    for (int call = 0; call < kCalls; ++call) {
      // The same lots for every type, so that they differ by their answers alone.
      for (const std::string& tell :
           FirstCall(*scenario, static_cast<std::uint8_t>(t), static_cast<Seed>(call + 1))) {
        auto& row = counts[tell];
        row.resize(ids.size());
        ++row[t];
      }
    }
  }
  int judged = 0;
  bool defers = false, dated = false;
  for (const auto& [tell, row] : counts) {
    int all = 0;
    for (const int n : row) all += n;
    if (all < kLeast) continue;
    ++judged;
    defers = defers || tell == "reply defer";
    dated = dated || tell == "reply promise_dated";
    for (std::size_t t = 0; t < ids.size(); ++t) {
      EXPECT_LT(static_cast<double>(row[t]) / all, kMostLikely) << tell << " says " << ids[t];
    }
  }
  EXPECT_GT(judged, 15) << "too few tells were seen often enough";
  EXPECT_TRUE(defers && dated);
  // And they do tell something: else the types could not be told apart at all.
  double most = 0;
  for (const auto& [tell, row] : counts) {
    int all = 0;
    for (const int n : row) all += n;
    for (const int n : row)
      most = all < kLeast ? most : std::max(most, static_cast<double>(n) / all);
  }
  EXPECT_GT(most, 1.5 / static_cast<double>(ids.size()));
  RecordProperty("strongest_tell", std::to_string(most));
}

}  // namespace
}  // namespace huikuan
