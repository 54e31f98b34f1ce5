#include <gtest/gtest.h>

#include <cstring>

#include "content/json.h"
#include "rules/attitudes.h"
#include "rules/call/gatekeeper.h"
#include "rules/call/slots.h"
#include "rules/effects/effects.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Stage;

Say Default(const Stage& s, const std::string& act) {
  Say say;
  EXPECT_TRUE(DefaultSlots(*s.scenario, s.state.known, s.Act(act), &say)) << act;
  return say;
}

void Greet(Stage& s) { s.Do(Default(s, "greet")); }

TEST(Call, NothingIsSaidBeforeGreeting) {
  Stage s;
  s.Talk("buyer");
  EXPECT_FALSE(s.May(Default(s, "state_debt")));
  Greet(s);
  EXPECT_TRUE(s.May(Default(s, "state_debt")));
}

TEST(Call, APaperMustHaveBeenReadToBeCited) {
  Stage s;
  s.Talk("buyer");
  Greet(s);
  EXPECT_FALSE(s.May(Default(s, "cite_clause")));
  Say give;
  give.act = s.Act("provide_document");
  give.document = s.Document("contract");
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, give), Refusal::kNotOpened);
  s.Do(EndConversation{});
  s.Do(OpenDocument{0, s.Document("contract")});
  s.Talk("buyer");
  Greet(s);
  EXPECT_TRUE(s.May(Default(s, "cite_clause")));
}

TEST(Call, CitingTheClauseMakesItDueBeforeWhoCanJudgeIt) {
  int recognised = 0;
  for (Seed seed = 1; seed <= 100; ++seed) {
    Stage s(seed);
    s.Do(OpenDocument{0, s.Document("contract")});
    s.Talk("ap");
    Greet(s);
    s.Do(Default(s, "cite_clause"));
    recognised += s.claim().due_recognised;
  }
  EXPECT_GT(recognised, 60);
  for (Seed seed = 1; seed <= 30; ++seed) {
    Stage s(seed);
    s.Do(OpenDocument{0, s.Document("contract")});
    s.Talk("user");
    Greet(s);
    s.Do(Default(s, "cite_clause"));
    EXPECT_EQ(s.claim().due_recognised, 0) << "production cannot judge it";
  }
}

TEST(Call, PressureBreedsReactanceAndWarmthDoesNot) {
  Stage hard;
  hard.Talk("buyer");
  const Q16 before = hard.person("buyer").reactance;
  content::Features pressing;
  pressing.pressure = kOne;
  pressing.face_threat = kOne;
  React(hard.world, 0, hard.Person("buyer"), pressing, kOne);
  EXPECT_GT(hard.person("buyer").reactance, before);
  Stage soft;
  content::Features kind;
  kind.empathy = kOne;
  const Q16 trust = soft.person("buyer").trust;
  React(soft.world, 0, soft.Person("buyer"), kind, kOne);
  EXPECT_LE(soft.person("buyer").reactance, before);
  EXPECT_GE(soft.person("buyer").trust, trust);
}

TEST(Call, TrustAfterACaughtDeceptionIsCapped) {
  Stage s;
  s.person("buyer").marks = world::kTrustCapped;
  for (int i = 0; i < 200; ++i) {
    Adjust(s.world, 0, s.Person("buyer"), content::Variable::kTrust, Hundredths(20));
  }
  EXPECT_LE(s.person("buyer").trust, Hundredths(60));
  for (std::size_t p = 0; p < s.customer().people.size(); ++p) s.truth().people[p].trust = kOne;
  s.person("buyer").trust = Hundredths(59);
  for (int night = 0; night < 10; ++night) AttitudesOvernight(s.world, 0);
  EXPECT_LE(s.person("buyer").trust, Hundredths(60)) << "nor by trusting colleagues";
}

TEST(Call, AThreatIsABreachEvenIfTheyHangUp) {
  int hung_up = 0;
  for (Seed seed = 1; seed <= 60; ++seed) {
    Stage s(seed);
    s.person("buyer").reactance = Hundredths(60);
    s.Talk("buyer");
    Greet(s);
    if (s.state.known.conversation.active == 0) continue;
    const int before = s.state.known.seller.breaches;
    s.Do(Default(s, "threaten"));
    EXPECT_EQ(s.state.known.seller.breaches, before + 1);
    hung_up += s.state.known.conversation.active == 0 ? 1 : 0;
  }
  EXPECT_GT(hung_up, 5);
}

TEST(Call, KindWordsWearOutAtOnce) {
  Stage s(3);
  s.Talk("buyer");
  Greet(s);
  s.Do(Default(s, "empathise"));
  const Q16 once = s.person("buyer").trust;
  for (int i = 0; i < 6; ++i) {
    const Say again = Default(s, "empathise");
    if (s.May(again)) s.Do(again);
  }
  EXPECT_LE(s.person("buyer").trust, once + Hundredths(4));
}

TEST(Call, GoodWillDoesNotReplaceAMissingPaper) {
  for (Seed seed = 1; seed <= 50; ++seed) {
    Stage s(seed);
    s.Block("wrong_invoice");
    s.person("ap").trust = kOne;
    s.Talk("ap");
    Greet(s);
    s.Do(Default(s, "request_action"));
    EXPECT_EQ(s.claim().had_papers, 0);
  }
}

TEST(Call, AnUnfiledRequestYieldsToAskingItsOwner) {
  int filed = 0;
  for (Seed seed = 1; seed <= 100; ++seed) {
    Stage s(seed);
    s.Block("request_not_filed");
    s.Talk("buyer");
    Greet(s);
    s.Do(Default(s, "state_debt"));
    s.Do(Default(s, "request_action"));
    filed += s.claim().had_papers;
  }
  EXPECT_GT(filed, 20);
  EXPECT_LT(filed, 95) << "nor is it certain";
}

TEST(Call, TheWrongDeskCannotActAndCountsAsAnInvalidChase) {
  Stage s;
  s.Block("cash_short");
  s.Talk("ap");
  Greet(s);
  s.Do(Default(s, "state_debt"));
  s.Do(Default(s, "request_payment_date"));
  EXPECT_EQ(s.known().chases, 1);
  EXPECT_EQ(s.known().invalid_chases, 1);
}

TEST(Call, EveryUtteranceIsAnsweredOnce) {
  for (std::size_t a = 0; a < test::FirstCase()->acts.size(); ++a) {
    for (Seed seed = 1; seed <= 10; ++seed) {
      Stage s(seed);
      for (std::size_t d = 0; d < s.customer().documents.size(); ++d) {
        const Command open = OpenDocument{0, static_cast<DocumentId>(d)};
        if (s.May(open)) s.Do(open);
      }
      s.Talk("finance_manager");
      Greet(s);
      Say say;
      if (!DefaultSlots(*s.scenario, s.state.known, static_cast<ActId>(a), &say)) continue;
      if (!s.May(say)) continue;
      s.events.clear();
      s.Do(say);
      EXPECT_EQ(s.Count(EventKind::kSaid), 1);
      EXPECT_EQ(s.Count(EventKind::kReplied), 1) << s.scenario->acts[a].id;
    }
  }
}

TEST(Gatekeeper, StandsBeforeStrangersOnly) {
  Stage s;
  const PersonId fang = s.Person("finance_manager");
  EXPECT_TRUE(MeetsGatekeeper(*s.scenario, s.state.known, 0, fang));
  EXPECT_FALSE(MeetsGatekeeper(*s.scenario, s.state.known, 0, s.Person("buyer")));
  s.Talk("finance_manager");
  EXPECT_FALSE(MeetsGatekeeper(*s.scenario, s.state.known, 0, fang));
}

TEST(Gatekeeper, AShortPurposeOpensMoreDoorsThanTheDebtStory) {
  int polite = 0, loud = 0;
  for (Seed seed = 1; seed <= 200; ++seed) {
    for (const bool decent : {true, false}) {
      Stage s(seed);
      s.Talk("front_desk");
      s.state.known.conversation.wanted = s.Person("ap");
      Greet(s);
      s.events.clear();
      s.Do(Default(s, decent ? "give_reason" : "tell_receptionist"));
      int through = 0;
      for (const Event& e : s.events) through += e.kind == EventKind::kGatekeeper && e.value != 2;
      (decent ? polite : loud) += through;
      if (!decent) EXPECT_GT(s.state.known.seller.breaches, 0);
    }
  }
  EXPECT_GT(polite, loud);
}

// Every act's own example: said to that listener after those words, it must do what is expected in
// some run.
ScenarioPtr CaseWithAct(const std::string& id) {
  const Bundle& bundle = test::RealBundle();
  std::vector<std::string> cases = CaseIds(bundle);
  cases.insert(cases.begin(), "first-invoice");  // the plainest one first
  for (const std::string& name : cases) {
    ScenarioPtr scenario = LoadScenario(bundle, name).scenario;
    if (scenario == nullptr) continue;
    for (const content::Act& act : scenario->acts) {
      if (act.id == id) return scenario;
    }
  }
  return nullptr;
}

TEST(Acts, DoWhatTheirExamplesSay) {
  const Bundle& bundle = test::RealBundle();
  int checked = 0;
  for (const auto& [path, bytes] : bundle.files) {
    if (path.rfind("catalogue/acts/", 0) != 0) continue;
    const Result<content::JsonValue> json = content::ParseJson(bytes, path);
    ASSERT_TRUE(json.ok()) << path;
    const content::JsonValue* example = json->Find("example");
    ASSERT_NE(example, nullptr) << path << " has no example";
    const std::string id = json->Find("id")->text;
    const std::string role = example->Find("listener_role")->text;
    const std::string expected = example->Find("expect")->text;
    bool done = false;
    const ScenarioPtr scenario = CaseWithAct(id);
    ASSERT_NE(scenario, nullptr) << path << ": no case uses it";
    for (Seed seed = 1; seed <= 40 && !done; ++seed) {
      Stage s(seed, scenario);
      for (std::size_t d = 0; d < s.customer().documents.size(); ++d) {
        const Command open = OpenDocument{0, static_cast<DocumentId>(d)};
        if (s.May(open)) s.Do(open);
      }
      std::string listener;
      for (const content::Person& p : s.customer().people) {
        constexpr const char* kNames[] = {"reception",       "warehouse", "user",
                                          "buyer",           "payables",  "cashier",
                                          "finance_manager", "cfo",       "boss"};
        if (role == kNames[static_cast<int>(p.role)]) listener = p.id;
      }
      ASSERT_FALSE(listener.empty()) << path << ": nobody is " << role;
      s.Talk(listener);
      if (s.scenario->acts[s.Act(id)].purpose == content::Purpose::kGatekeeper) {
        s.state.known.conversation.wanted = s.Person("ap");
      }
      bool lawful = true;
      for (const content::JsonValue& before : example->Find("after")->items) {
        Say say;
        lawful = lawful && DefaultSlots(*s.scenario, s.state.known, s.Act(before.text), &say) &&
                 s.May(say);
        if (lawful) s.Do(say);
      }
      Say say;
      if (!lawful || !DefaultSlots(*s.scenario, s.state.known, s.Act(id), &say) || !s.May(say))
        continue;
      const world::State before = s.state;
      s.Do(say);
      const content::Act& act = s.scenario->acts[s.Act(id)];
      bool has = false;
      constexpr const char* kKinds[] = {"adjust", "diagnose",     "request", "cite",
                                        "give",   "flag",         "chain",   "concede",
                                        "breach", "accept_vague", "end",     "cite_law"};
      for (std::uint16_t e = act.effects_begin; e < act.effects_end; ++e) {
        has = has || expected == kKinds[static_cast<int>(s.scenario->effects[e].kind)];
      }
      done = has && std::memcmp(&before.truth, &s.state.truth, sizeof(before.truth)) != 0;
    }
    EXPECT_TRUE(done) << path << ": the example never does “" << expected << "”";
    ++checked;
  }
  EXPECT_GE(checked, 16);
}

}  // namespace
}  // namespace huikuan::rules
