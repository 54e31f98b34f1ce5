// For every objection and every type of customer the best answer beats each of the bad ones: in
// paired worlds, the same up to the answer and with the same luck after it, of every shipped case
// that uses the objection. What really holds the money up is drawn as in play: each world counts by
// how likely the objection is to be raised in it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "contract/objected.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "unit/how_many.h"

namespace huikuan {
namespace {

using test::Alone;
using test::Mean;

struct Objected : Alone {
  ObjectionId o = 0;
  std::vector<PersonId> speakers;  // at whose desk it belongs

  const content::Objection& objection() const { return scenario->objections[o]; }

  // They are asked, and object. Returns how likely that objection was, of those they could raise; 0
  // when they hung up before or would never raise it.
  double Raise(Seed seed, std::uint8_t type, world::State* state) const {
    rules::Chance chance(seed);
    rules::World world{*scenario, *state, chance, nullptr};
    const PersonId speaker = speakers[seed % speakers.size()];
    Begin(world, type);
    if (!Ring(world, speaker)) return 0;
    const rules::ForcedOutcome raised{rules::Draw::kObjection, rules::PersonKey(c, speaker),
                                      rules::MomentKey(state->known), state->known.seller.day, o};
    chance.Force({&raised, 1});
    const huikuan::Say say;
    const content::Act asked;
    rules::Exchange x{world, c, speaker, asked, say, {}};
    rules::Refuse(x);
    return static_cast<double>(chance.Likelihood()) / 4294967296.0;
  }

  // The acts said for an answer, while the objection stands or is settled: another one needs
  // another answer.
  world::State Answered(const world::State& start, const std::vector<std::uint8_t>& acts,
                        Seed key) const {
    world::State state = start;
    rules::Chance chance(key);
    chance.SetDay(state.known.seller.day);
    rules::World world{*scenario, state, chance, nullptr};
    const world::ConversationKnown& talk = state.known.conversation;
    for (const std::uint8_t act : acts) {
      if (talk.active == 0 || (talk.objection != o && talk.objection != kNone)) break;
      TrySay(world, act);
    }
    return state;
  }

  // How ready the speaker has become, in logits, to do what we ask (rules/attitudes.h).
  double Ready(world::State state, Seed seed) const {
    rules::Chance chance(seed);
    rules::World world{*scenario, state, chance, nullptr};
    return rules::Readiness(world, c, speakers[seed % speakers.size()]) / 65536.0;
  }
};

// The customers of a case who may raise the objection.
void AddStages(const ScenarioPtr& scenario, const std::string& id, std::vector<Objected>* stages) {
  const ObjectionId o = test::IndexOf(scenario->objections, id);
  for (std::size_t c = 0; o != kNone && c < scenario->customers.size(); ++c) {
    Objected stage{{scenario, static_cast<CustomerId>(c)}, o, {}};
    const auto& people = scenario->customers[c].people;
    for (std::size_t p = 0; p < people.size(); ++p) {
      const bool theirs = (people[p].duties & stage.objection().gates) != 0;
      if (theirs && !people[p].gatekeeper) stage.speakers.push_back(static_cast<PersonId>(p));
    }
    // Where the contract is still to be made there is nothing to object to yet.
    if (!stage.speakers.empty() && !scenario->customers[c].deal.on) stages->push_back(stage);
  }
}

// Where the shipped cases with the objection stage it, or the first case with it added to its own.
std::vector<Objected> Stages(const std::string& id) {
  static const std::vector<ScenarioPtr> cases = [] {
    std::vector<ScenarioPtr> made;
    for (const CaseCard& card : CaseCards(test::RealBundle())) {
      if (card.drill) continue;  // too short for one answer to show in the end
      made.push_back(test::WithEveryType(card.id));
    }
    return made;
  }();
  std::vector<Objected> stages;
  for (const ScenarioPtr& scenario : cases) AddStages(scenario, id, &stages);
  if (stages.size() < 2) AddStages(test::WithEveryType("first-invoice", id), id, &stages);
  return stages;
}

// The best answer over each bad one, in its order: in value at the end, or in readiness at once.
std::vector<Mean> Gains(const std::vector<Objected>& stages, std::uint8_t type, int worlds,
                        bool to_the_end) {
  std::vector<Mean> gains(stages.front().objection().bad.size());
  for (Seed seed = 1; seed <= static_cast<Seed>(worlds); ++seed) {
    const Objected& stage = stages[seed % stages.size()];
    const content::Objection& objection = stage.objection();
    world::State start;
    const double odds = stage.Raise(seed, type, &start);
    if (odds <= 0) continue;
    const auto after = [&](const std::vector<std::uint8_t>& acts) {
      const world::State state = stage.Answered(start, acts, seed);
      return to_the_end ? stage.Worth(state, seed) : stage.Ready(state, seed);
    };
    const double best = after(objection.best);
    for (std::size_t b = 0; b < gains.size(); ++b) {
      gains[b].Add(best - after({objection.bad[b]}), odds);
    }
  }
  return gains;
}

// Of independent means, each counting the same.
struct Sum {
  double mean = 0, variance = 0;

  void Add(const Mean& m) {
    mean += m.mean();
    variance += m.se() * m.se();
  }
  double sigmas() const { return variance > 0 ? mean / std::sqrt(variance) : 0; }
};

// Every pair of an objection's bad answer and a type of customer.
template <class Each>
void ForEachPair(int worlds, bool to_the_end, Each each) {
  for (const std::string& id : test::CatalogueIdsOf("objections")) {
    const std::vector<Objected> stages = Stages(id);
    ASSERT_FALSE(stages.empty()) << id;
    const Objected& first = stages.front();
    ASSERT_FALSE(first.objection().best.empty()) << id;
    ASSERT_FALSE(first.objection().bad.empty()) << id;
    for (const std::string& type : test::CatalogueIdsOf("types")) {
      const std::uint8_t t = test::IndexOf(first.scenario->types, type);
      ASSERT_NE(t, kNone) << type;
      const std::vector<Mean> gains = Gains(stages, t, worlds, to_the_end);
      for (std::size_t b = 0; b < gains.size(); ++b) {
        each(id, first.scenario->acts[first.objection().bad[b]].id, type, gains[b]);
      }
    }
  }
}

// Domain.md §4 has 29 rows; each stands in the comment of a file of the catalogue.
TEST(Objections, TheTwentyNineAreThere) {
  std::set<int> rows;
  for (const auto& [path, text] : test::RealBundle().files) {
    constexpr std::string_view kRow = "domain.md §4 no. ";
    const std::size_t at = text.find(kRow);
    if (path.rfind("catalogue/objections/", 0) != 0 || at == std::string::npos) continue;
    rows.insert(std::atoi(text.c_str() + at + kRow.size()));
  }
  EXPECT_EQ(rows.size(), 29U);
  EXPECT_EQ(*rows.begin(), 1);
  EXPECT_EQ(*rows.rbegin(), 29);
}

// What the answer itself does: how ready it leaves the speaker to do what we ask.
TEST(Objections, TheBestAnswerLeavesEveryTypeReadierThanABadOne) {
  constexpr double kReadier = 0.1;  // logits
  int pairs = 0;
  ForEachPair(test::HowMany(60, 600), false,
              [&](const std::string& id, const std::string& bad, const std::string& type,
                  const Mean& gain) {
                ++pairs;
                EXPECT_GT(gain.n, 5) << id << ", " << type;
                EXPECT_GT(gain.mean() - 3 * gain.se(), kReadier)
                    << id << " answered with " << bad << ", " << type;
              });
  EXPECT_GE(pairs, 29 * 12);
  RecordProperty("pairs", pairs);
}

// What it is worth in the end. One answer in a run of some fifty days moves the value by a few
// thousandths, so that a single pair needs thousands of worlds to be sure of: in a full run no pair
// may lose; what is summed over pairs must gain.
TEST(Objections, TheBestAnswerIsWorthMoreThanABadOneInTheEnd) {
  const bool full = test::HowMany(0, 1) == 1;
  const int worlds = test::HowMany(120, 1000);
  std::map<std::string, Sum> by_objection, by_type;
  ForEachPair(worlds, true,
              [&](const std::string& id, const std::string& bad, const std::string& type,
                  const Mean& gain) {
                by_objection[id].Add(gain);
                by_type[type].Add(gain);
                if (!full) return;
                EXPECT_GT(gain.mean(), -3 * gain.se())
                    << id << " answered with " << bad << ", " << type;
              });
  if (worlds < 100) return;  // under the sanitizers; too few to tell anything
  for (const auto& [type, sum] : by_type) EXPECT_GT(sum.sigmas(), 3) << type;
  for (const auto& [id, sum] : by_objection) EXPECT_GT(sum.sigmas(), full ? 0 : -3) << id;
}

}  // namespace
}  // namespace huikuan
