// Typed words as utterances of a running case: lawful, with what was named, offences first.
#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "unit/recognise/learnt.h"

namespace huikuan {
namespace {

// On the line with the first person of first-invoice who is no gatekeeper and answers.
Session OnTheLine(PersonId* listener) {
  const LoadReport report = LoadScenario(test::RealBundle(), "first-invoice");
  for (Seed seed = 1; seed < 60; ++seed) {
    Session session = Session::Start(report.scenario, seed).value();
    const Observation opening = session.Observe();  // must outlive the loop over its people
    for (const PersonView& person : opening.customers[0].people) {
      if (!person.known || person.gatekeeper || !session.Check(StartCall{0, person.id}).ok()) {
        continue;
      }
      EXPECT_TRUE(session.Submit(StartCall{0, person.id}).ok());
      const Observation see = session.Observe();
      if (see.conversation && see.conversation->person == person.id) {
        *listener = person.id;
        return session;
      }
    }
  }
  ADD_FAILURE() << "nobody answers";
  return Session::Start(report.scenario, 1).value();
}

std::string IdOf(const Session& session, const TypedReading& reading, std::size_t act) {
  // The catalogue's ids are not on view; the words of the act are.
  const Language en = Language::Load(test::RealBundle(), "en").value();
  const Phrasebook words(en, session.scenario());
  return words.Text(reading.acts.at(act).offer.text);
}

TEST(Typed, NothingWithoutAConversation) {
  const LoadReport report = LoadScenario(test::RealBundle(), "first-invoice");
  const Session session = Session::Start(report.scenario, 1).value();
  const TypedReading reading = session.ReadTyped(test::Learnt(), "您好");
  EXPECT_TRUE(reading.acts.empty());
  EXPECT_EQ(reading.sure, Sureness::kLost);
  EXPECT_FALSE(reading.plain());
  EXPECT_TRUE(reading.ToSay().empty());
}

// The form of address in the words is that of the utterance, and the words are kept and shown.
TEST(Typed, WordsAndFormOfAddressGoWithTheUtterance) {
  PersonId listener = kNone;
  Session session = OnTheLine(&listener);
  const std::string words = "小陆，你好，我是苏州砺舟的周晨";
  const TypedReading reading = session.ReadTyped(test::Learnt(), words);
  ASSERT_FALSE(reading.acts.empty());
  const std::vector<Say> say = reading.ToSay();
  EXPECT_EQ(say.front().address, Address::kFamiliar);
  const auto said = session.Submit(say.front(), words);
  ASSERT_TRUE(said.ok()) << said.error().code;
  const Observation see = session.Observe();
  int shown = 0;
  for (const Event& e : see.history) {
    if (WordsTyped(see.typed, e) == words) ++shown;
  }
  EXPECT_EQ(shown, 1);
  // A save keeps the hash; the words come back from beside it.
  Result<Session> resumed = Session::Resume(session.scenario(), session.Save());
  ASSERT_TRUE(resumed.ok());
  const Observation bare = resumed->Observe();
  for (const Event& e : bare.history) EXPECT_TRUE(WordsTyped(bare.typed, e).empty());
  resumed->RestoreWords(session.Words());
  const Observation again = resumed->Observe();
  shown = 0;
  for (const Event& e : again.history) {
    if (WordsTyped(again.typed, e) == words) ++shown;
  }
  EXPECT_EQ(shown, 1);
}

TEST(Typed, ReadingChangesNothingAndWhatItGivesIsLawful) {
  PersonId listener = kNone;
  Session session = OnTheLine(&listener);
  const StateHash before = session.Hash();
  const TypedReading reading = session.ReadTyped(test::Learnt(), "您好，我是苏州砺舟的周晨");
  EXPECT_EQ(session.Hash(), before);
  ASSERT_FALSE(reading.acts.empty());
  EXPECT_TRUE(reading.acts[0].now);
  for (const Say& say : reading.ToSay()) EXPECT_TRUE(session.Submit(say).ok());
  EXPECT_NE(session.Hash(), before);
}

TEST(Typed, WhatIsNamedFillsTheSlots) {
  PersonId listener = kNone;
  Session session = OnTheLine(&listener);
  const TypedReading greeting = session.ReadTyped(test::Learnt(), "您好，我是苏州砺舟的周晨");
  ASSERT_TRUE(session.Submit(greeting.ToSay().front()).ok());
  const Observation see = session.Observe();
  const TypedReading part =
      session.ReadTyped(test::Learnt(), "能不能先付十二万五千，下周五之前到账，剩下的再说？");
  ASSERT_FALSE(part.acts.empty());
  EXPECT_EQ(part.acts[0].offer.command.amount, 125'000'00) << IdOf(session, part, 0);
  EXPECT_FALSE(part.acts[0].slot_unfit);
  const TypedReading half = session.ReadTyped(test::Learnt(), "要不先付一半吧，另一半后面再安排");
  ASSERT_FALSE(half.acts.empty());
  EXPECT_EQ(half.acts[0].offer.command.amount, see.customers[0].outstanding / 2);
}

TEST(Typed, MoreThanIsOwedDoesNotFitAndIsAskedAbout) {
  PersonId listener = kNone;
  Session session = OnTheLine(&listener);
  ASSERT_TRUE(
      session.Submit(session.ReadTyped(test::Learnt(), "您好，我是苏州砺舟的周晨").ToSay().front()).ok());
  const TypedReading reading = session.ReadTyped(test::Learnt(), "请您先付九千万，剩下的再说");
  ASSERT_FALSE(reading.acts.empty());
  EXPECT_TRUE(reading.acts[0].slot_unfit);
  EXPECT_FALSE(reading.plain());
}

TEST(Typed, AThreatStandsWhicheverActIsConfirmed) {
  PersonId listener = kNone;
  Session session = OnTheLine(&listener);
  ASSERT_TRUE(
      session.Submit(session.ReadTyped(test::Learnt(), "您好，我是苏州砺舟的周晨").ToSay().front()).ok());
  const TypedReading reading =
      session.ReadTyped(test::Learnt(), "辛苦您了。再不给钱，我就带一帮人到你们厂门口堵着，谁也别想出去");
  ASSERT_FALSE(reading.offences.empty());
  EXPECT_FALSE(reading.plain());
  const ActId breach = reading.offences[0].said.act;
  EXPECT_EQ(reading.ToSay().front().act, breach);
  for (int other = 0; other < static_cast<int>(reading.others.size()); ++other) {
    EXPECT_EQ(reading.ToSay(other).front().act, breach);
  }
  bool broke = false;
  const std::vector<Event> events = session.Submit(reading.ToSay().front()).value();
  for (const Event& event : events) {
    broke |= event.kind == EventKind::kConductBreach;
  }
  EXPECT_TRUE(broke);
}

TEST(Typed, HostileWordsAreOnlyWords) {
  PersonId listener = kNone;
  const Session session = OnTheLine(&listener);
  for (const std::string words : {"", " ", "<b>x</b>", "\xff\xfe", "9999999999999999999999万亿"}) {
    for (const Say& say : session.ReadTyped(test::Learnt(), words).ToSay()) {
      (void)session.Check(say);  // lawful or not, it can be asked
    }
  }
}

}  // namespace
}  // namespace huikuan
