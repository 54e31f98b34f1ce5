// Letters in the world beyond the basic ladder: final notice and counsel, letters to nobody or
// without a sum, copies, enclosures, delivery by hand, words that break conduct limits.
#include "rules/letter/letter.h"

#include <gtest/gtest.h>

#include <bit>

#include "huikuan/session.h"
#include "rules/letter/standard.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Stage;

ScenarioPtr HospitalCase() {
  static const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "county-hospital").scenario;
  return scenario;
}

SendLetter Standard(const Stage& s, LetterLevel level) {
  return StandardLetter(*s.scenario, s.state.known, 0, level);
}

// Sends the standard letter on a day with time for it.
void SendStandard(Stage& s, LetterLevel level) {
  Command letter = Standard(s, level);
  for (int i = 0; i < 3 && !s.May(letter); ++i) {
    test::Nights(s, 1);
    letter = Standard(s, level);
  }
  s.Do(letter);
}

std::uint64_t ClauseBit(const Stage& s, const std::string& id) {
  for (std::size_t i = 0; i < s.scenario->clauses.size(); ++i) {
    if (s.scenario->clauses[i].id == id) return 1ULL << i;
  }
  ADD_FAILURE() << "no clause " << id;
  return 0;
}

TEST(LetterLevels, FinalNoticeAndCounselComeAfterTheDemands) {
  Stage s(1, HospitalCase());
  const auto refusal = [&](LetterLevel level) {
    return CheckCommand(*s.scenario, s.state.known, Standard(s, level));
  };
  EXPECT_EQ(refusal(LetterLevel::kFinalNotice), Refusal::kLetterOrder);
  EXPECT_EQ(refusal(LetterLevel::kLawyerLetter), Refusal::kLetterOrder);
  SendStandard(s, LetterLevel::kFirstDemand);
  SendStandard(s, LetterLevel::kSecondDemand);
  test::Nights(s, 1);
  EXPECT_EQ(refusal(LetterLevel::kLawyerLetter), Refusal::kLetterNotReady);
  EXPECT_TRUE(s.May(Standard(s, LetterLevel::kFinalNotice)));
  s.Do(OrderTask{0, s.Task("take_counsel")});
  test::Nights(s, 6);
  const Cents before = s.state.known.seller.spent;
  s.Do(Standard(s, LetterLevel::kLawyerLetter));
  const content::LetterForm& form =
      s.scenario->letters[static_cast<std::size_t>(LetterLevel::kLawyerLetter)];
  EXPECT_EQ(form.cost, 2'000'00);
  EXPECT_GE(s.state.known.seller.spent - before, form.cost);
  EXPECT_EQ(world::LetterDay(s.state.known, 0, LetterLevel::kLawyerLetter), s.world.day());
}

TEST(LetterLevels, PressHarderTheFurtherUpTheyAre) {
  Q16 before = 0;
  for (int level = 0; level < kLetterLevels; ++level) {
    const content::LetterForm& form = HospitalCase()->letters[static_cast<std::size_t>(level)];
    EXPECT_GT(form.pressure_cost, before) << level;
    before = form.pressure_cost;
  }
}

// What a letter presses with, less the resistance it stirs up, which lasts (design weight).
Q16 Pressing(LetterLevel level, int days_overdue) {
  auto scenario = std::make_shared<Scenario>(*HospitalCase());
  content::Customer& customer = scenario->customers[0];
  customer.invoices[customer.claim].due = scenario->start - days_overdue;
  Stage s(1, scenario);
  for (const DocumentId d :
       {s.Document("contract"), s.Document("delivery_note"), s.Document("invoice")}) {
    s.known().documents_opened |= 1U << d;
  }
  for (int below = 0; below < static_cast<int>(level); ++below) {
    world::NoteLetter(s.state.known, 0, below, {0, 0, 0});
  }
  world::NoteLetter(s.state.known, 0, static_cast<int>(level), {});
  s.known().tasks_done |= 1ULL << s.Task("take_counsel");
  const SendLetter letter = Standard(s, level);
  const auto first = static_cast<PersonId>(std::countr_zero(letter.reading.recipients));
  const world::PersonTruth before = s.truth().people[first];
  s.Do(letter);
  const world::PersonTruth& after = s.truth().people[first];
  return after.pressure_cost - before.pressure_cost + after.urgency - before.urgency -
         3 * (after.reactance - before.reactance);
}

TEST(LetterLevels, EachIsTheBestOfTheLadderAtItsTime) {
  const int days[] = {-10, 10, 25, 45, 60, 120};  // by LetterLevel
  for (int level = 0; level < kLetterLevels; ++level) {
    const Q16 own = Pressing(static_cast<LetterLevel>(level), days[level]);
    for (int other = 0; other < kLetterLevels; ++other) {
      if (other == level) continue;
      EXPECT_GT(own, Pressing(static_cast<LetterLevel>(other), days[level]))
          << level << " against " << other;
    }
  }
}

TEST(LetterLevels, ACaseThatDoesNotNameThemHasNone) {
  Stage s(1);
  EXPECT_FALSE(s.scenario->HasFurtherLetters());
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, Standard(s, LetterLevel::kFinalNotice)),
            Refusal::kLetterNotInCase);
  for (const content::Clause& clause : s.scenario->clauses) {
    EXPECT_EQ(clause.levels >> kBasicLetterLevels, 0) << clause.id;
  }
}

TEST(LetterClauses, SomeBreakConductLimitsBesidesThreatening) {
  for (const auto& [id, breach] :
       {std::pair<const char*, ConductBreach>{"bluff_suit", ConductBreach::kFalseStatement},
        {"disclose_others", ConductBreach::kDisclosure},
        {"crime_threat", ConductBreach::kThreat}}) {
    Stage s(1, HospitalCase());
    SendLetter letter = Standard(s, LetterLevel::kFirstDemand);
    letter.reading.clauses |= ClauseBit(s, id);
    s.Do(letter);
    ASSERT_EQ(s.Count(EventKind::kConductBreach), 1) << id;
    for (const Event& e : s.events) {
      if (e.kind == EventKind::kConductBreach) EXPECT_EQ(e.value, static_cast<int>(breach)) << id;
    }
  }
  Stage s(1, HospitalCase());
  SendLetter letter = Standard(s, LetterLevel::kFirstDemand);
  letter.reading.flags = kLetterFalseClaim | kLetterDisclosure;  // typed by hand
  s.Do(letter);
  EXPECT_EQ(s.Count(EventKind::kConductBreach), 2);
}

TEST(LetterClauses, BrokenPromisesAreNamedOnlyWhereThereAreSome) {
  Stage s(1, HospitalCase());
  SendLetter letter = Standard(s, LetterLevel::kFirstDemand);
  letter.reading.clauses |= ClauseBit(s, "past_promises");
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, letter), Refusal::kNotOpened);
  s.known().promises[0].used = 1;
  s.known().promises[0].state = static_cast<std::uint8_t>(PromiseState::kBroken);
  EXPECT_TRUE(s.May(letter));
}

TEST(LetterWithoutRecipient, GoesButNobodyActsOnIt) {
  Stage sent, lost;
  const SendLetter letter = Standard(sent, LetterLevel::kReminder);
  SendLetter nobody = letter;
  nobody.reading.recipients = 0;
  const Cents before = lost.state.known.seller.spent;
  const int minutes = lost.state.known.seller.minutes_left;
  const PersonId owner = lost.customer().gates[lost.claim().gate % kGates].owner;
  const Q16 trust = lost.truth().people[owner].trust;
  sent.Do(letter);
  lost.Do(nobody);
  EXPECT_GT(sent.person("buyer").urgency, lost.person("buyer").urgency);
  EXPECT_LT(lost.truth().people[owner].trust, trust);
  EXPECT_LT(lost.state.known.seller.minutes_left, minutes);
  EXPECT_GE(lost.state.known.seller.spent, before);
  nobody.reading.delivery = Delivery::kByHand;
  Stage at_gate;
  EXPECT_EQ(CheckCommand(*at_gate.scenario, at_gate.state.known, nobody), Refusal::kNoRecipient);
}

TEST(LetterWithoutSum, CountsForLess) {
  Stage right, vague;
  SendLetter letter = Standard(right, LetterLevel::kReminder);
  right.Do(letter);
  letter.reading.amount = 0;
  letter.reading.flags = kLetterNoAmount | kLetterNamesNoSum;
  vague.Do(letter);
  EXPECT_GT(right.person("buyer").pressure_cost, vague.person("buyer").pressure_cost);
  EXPECT_GT(right.person("buyer").trust, vague.person("buyer").trust);
  EXPECT_EQ(vague.Count(EventKind::kDisputeOpened), 0) << "no figure, nothing to dispute";
}

TEST(LetterCopies, CountHalfAndCostFaceEarly) {
  Stage plain, copied;
  SendLetter letter = Standard(plain, LetterLevel::kFirstDemand);
  const PersonId buyer = plain.Person("buyer");
  const PersonId superior = plain.customer().people[buyer].superior;
  ASSERT_NE(superior, kNone);
  letter.reading.recipients = static_cast<std::uint16_t>(1U << buyer);
  plain.Do(letter);
  letter.reading.copies = static_cast<std::uint16_t>(1U << superior);
  EXPECT_EQ(CheckCommand(*copied.scenario, copied.state.known, letter), Refusal::kPersonUnknown);
  copied.known().people[superior].known = 1;
  copied.Do(letter);
  EXPECT_GT(copied.truth().people[superior].pressure_cost,
            plain.truth().people[superior].pressure_cost);
  EXPECT_LT(copied.person("buyer").trust, plain.person("buyer").trust);
  letter.reading.copies = letter.reading.recipients;
  EXPECT_EQ(CheckCommand(*copied.scenario, copied.state.known, letter), Refusal::kSlotBad);
}

TEST(LetterEnclosures, ReachWhoeverTheLetterIsFor) {
  Stage s(1);
  SendLetter letter = Standard(s, LetterLevel::kReminder);
  const DocumentId note = s.Document("delivery_note");
  letter.reading.recipients = static_cast<std::uint16_t>(1U << s.Person("buyer"));
  letter.reading.enclosures = static_cast<std::uint16_t>(1U << note);
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, letter), Refusal::kNotOpened);
  s.Do(OpenDocument{0, note});
  SendLetter bare = letter;
  bare.reading.enclosures = 0;
  EXPECT_EQ(MinutesOf(*s.scenario, s.state.known, letter),
            MinutesOf(*s.scenario, s.state.known, bare) + kEncloseMinutes);
  s.Do(letter);
  EXPECT_NE(s.known().people[s.Person("buyer")].documents >> note & 1, 0U);
}

TEST(LetterByHand, TakesTheTimeOfAVisit) {
  Stage s(1);
  SendLetter letter = Standard(s, LetterLevel::kFirstDemand);
  const Cents before = s.state.known.seller.spent;
  letter.reading.delivery = Delivery::kByHand;
  EXPECT_EQ(MinutesOf(*s.scenario, s.state.known, letter), s.scenario->costs.visit_minutes);
  s.Do(letter);
  EXPECT_GE(s.state.known.seller.spent - before, s.scenario->costs.visit);
}

}  // namespace
}  // namespace huikuan::rules
