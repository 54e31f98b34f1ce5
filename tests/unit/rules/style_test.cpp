// Types of customers as company profile × personal style; face.
#include <gtest/gtest.h>

#include "rules/attitudes.h"
#include "rules/effects/effects.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Stage;

ScenarioPtr Mixed(Q16 share) {
  auto scenario = std::make_shared<Scenario>(*test::FirstCase());
  scenario->mixed = share;
  return scenario;
}

std::uint8_t Type(const Stage& s, const std::string& id) {
  for (std::size_t t = 0; t < s.scenario->types.size(); ++t) {
    if (s.scenario->types[t].id == id) return static_cast<std::uint8_t>(t);
  }
  ADD_FAILURE() << "no type " << id;
  return 0;
}

TEST(Style, AShareOfCustomersIsMixedAndHalfOfThoseShift) {
  int mixed = 0, shifts = 0;
  for (Seed seed = 1; seed <= 600; ++seed) {
    Stage s(seed, Mixed(Hundredths(33)));
    if (s.truth().second == s.truth().type) continue;
    ++mixed;
    shifts += s.truth().shifts;
    EXPECT_TRUE(s.truth().shifts == 0 || s.truth().second_style == 0);
  }
  EXPECT_NEAR(mixed, 200, 40);
  EXPECT_NEAR(shifts, mixed / 2, 30);
}

// The second contact of two, three business days apart, costs whom it is too soon for.
Q16 StrainOfComingBack(const std::string& type) {
  Stage s(1, Mixed(0));
  s.truth().type = s.truth().second = Type(s, type);
  const PersonId buyer = s.Person("buyer");
  Connect(s.world, 0, buyer);
  Disconnect(s.world, false);
  s.state.known.seller.day = 3;
  const Q16 before = s.person("buyer").reactance;
  Connect(s.world, 0, buyer);
  return s.person("buyer").reactance - before;
}

TEST(Style, HowSoonContactWearsThinDiffersByType) {
  EXPECT_GT(StrainOfComingBack("face_relation"), StrainOfComingBack("procedural"));
  EXPECT_GT(StrainOfComingBack("procedural"), 0);
}

TEST(Style, NothingIsMixedUnlessTheCaseSaysSo) {
  for (Seed seed = 1; seed <= 50; ++seed) {
    Stage s(seed);
    EXPECT_EQ(s.truth().second, s.truth().type);
    for (std::size_t p = 0; p < s.customer().people.size(); ++p) {
      EXPECT_EQ(&s.world.style(0, static_cast<PersonId>(p)), &s.world.type(0));
    }
  }
}

TEST(Style, APersonOfAnotherStyleReactsByIt) {
  Stage s;
  s.truth().type = Type(s, "serial_promiser");
  s.truth().second = Type(s, "face_relation");
  s.truth().second_style = static_cast<std::uint16_t>(1U << s.Person("ap"));
  s.person("ap") = s.person("buyer") = world::PersonTruth{};
  content::Features hard;
  hard.pressure = kOne / 2;
  const Q16 ap = React(s.world, 0, s.Person("ap"), hard, kOne);
  const Q16 buyer = React(s.world, 0, s.Person("buyer"), hard, kOne);
  EXPECT_GT(ap, buyer);
  EXPECT_EQ(s.world.type(0).id, "serial_promiser") << "the firm ranks us as before";
}

TEST(Style, SomeCustomersShowAnotherFaceUnderStress) {
  Stage s;
  s.truth().type = Type(s, "procedural");
  s.truth().second = Type(s, "buck_passer");
  s.truth().shifts = 1;
  s.truth().cash = s.truth().floor + kOne;
  EXPECT_EQ(s.world.style(0, 1).id, "procedural");
  s.truth().people[1].reactance = Hundredths(60);
  EXPECT_EQ(s.world.style(0, 1).id, "buck_passer");
  EXPECT_EQ(s.world.style(0, 2).id, "procedural");
  EXPECT_EQ(s.world.type(0).id, "procedural");
  s.truth().cash = s.truth().floor;
  EXPECT_EQ(s.world.style(0, 2).id, "buck_passer");
  EXPECT_EQ(s.world.type(0).id, "buck_passer");
}

// Shown up before a superior: face-led people take it harder than others.
TEST(Style, LosingFaceBeforeASuperiorHurtsTheFaceLedMost) {
  const auto loss = [](const std::string& type) {
    Stage s;
    s.truth().type = s.truth().second = Type(s, type);
    s.person("ap") = world::PersonTruth{};
    s.person("ap").trust = kOne / 2;
    content::Act act;
    content::Effect effect;
    effect.variable = content::Variable::kReactance;
    effect.audience = content::Audience::kSuperior;
    effect.amount = Hundredths(8);
    const Say say;
    Exchange x{s.world, 0, s.Person("ap"), act, say, {}};
    x.features.face_threat = kOne;
    EXPECT_NE(s.customer().people[x.listener].superior, kNone);
    EffectAdjust(x, effect);
    EXPECT_EQ(s.person("ap").reactance, kOne / 2 - s.person("ap").trust);
    return s.person("ap").reactance;
  };
  EXPECT_EQ(loss("procedural"), 0);
  EXPECT_GT(loss("face_relation"), Hundredths(10));
}

}  // namespace
}  // namespace huikuan::rules
