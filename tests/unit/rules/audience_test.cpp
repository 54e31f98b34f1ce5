// Three-way calls, face before others, and forms of address.
#include "rules/call/audience.h"

#include <gtest/gtest.h>

#include "rules/call/address.h"
#include "rules/call/slots.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::c;
using test::Stage;

Say Sentence(const Stage& s, const std::string& act) {
  Say say;
  EXPECT_TRUE(DefaultSlots(*s.scenario, s.state.known, s.Act(act), &say)) << act;
  return say;
}

// On the line, greeted, the debt stated, with nothing to be afraid of.
void Ready(Stage& s, const std::string& person) {
  s.Talk(person);
  s.Do(Sentence(s, "greet"));
  s.Do(Sentence(s, "state_debt"));
  s.state.known.conversation.objection = kNone;
}

// `second` listens in from now on.
void Bring(Stage& s, const std::string& second) {
  Attend(s.world, c, s.Person(second));
  s.events.clear();
}

TEST(ThreeWay, TheFriendlyComeAndTheHostileDoNot) {
  const auto came = [](Q16 trust, Q16 reactance, const char* whom) {
    int n = 0;
    for (Seed seed = 1; seed <= 200; ++seed) {
      Stage s(seed);
      Ready(s, "ap");
      s.person(whom).trust = trust;
      s.person(whom).reactance = reactance;
      Say join = Sentence(s, "join_call");
      join.person = s.Person(whom);
      s.known().people[join.person].known = 1;
      if (!s.May(join)) continue;
      s.Do(join);
      n += Second(s.state.known) == join.person ? 1 : 0;
      EXPECT_LE(s.Count(EventKind::kJoined), 1);
    }
    return n;
  };
  const int friends = came(Hundredths(70), 0, "buyer");
  EXPECT_GT(friends, came(Hundredths(20), Hundredths(60), "buyer") + 15);
  EXPECT_GT(friends, came(Hundredths(70), 0, "boss")) << "rank is not called in so easily";
}

TEST(ThreeWay, OnlyOnceOnlyByTelephoneAndNotTheFrontDesk) {
  Stage s;
  Ready(s, "ap");
  Say join = Sentence(s, "join_call");
  join.person = s.Person("front_desk");
  EXPECT_FALSE(s.May(join));
  join.person = s.Person("ap");
  EXPECT_FALSE(s.May(join)) << "they are on the line already";
  Bring(s, "buyer");
  join.person = s.Person("buyer");
  EXPECT_FALSE(s.May(join));
  Stage visit;
  Ready(visit, "ap");
  visit.state.known.conversation.channel = static_cast<std::uint8_t>(Channel::kVisit);
  join = Say{};
  join.act = visit.Act("join_call");
  join.person = visit.Person("buyer");
  EXPECT_FALSE(visit.May(join));
}

TEST(ThreeWay, NobodyIsReferredToWhoeverListens) {
  for (Seed seed = 1; seed <= 60; ++seed) {
    Stage s(seed);
    s.Block("request_not_filed");  // it lies with the buyer
    Ready(s, "ap");
    Bring(s, "buyer");
    s.Do(Sentence(s, "request_action"));
    for (const Event& e : s.events) {
      if (e.kind != EventKind::kReplied) continue;
      ASSERT_FALSE(e.other == s.Person("buyer") &&
                   s.scenario->replies[e.reply].kind == content::ReplyKind::kDeflect);
    }
    // The owner was named, speaks now, and is readier than somebody asked alone.
    const world::ConversationKnown& talk = s.state.known.conversation;
    ASSERT_EQ(talk.person, s.Person("buyer")) << seed;
    EXPECT_NE(talk.face & world::kOwnerNamed, 0);
    EXPECT_GT(AudienceWeighs(talk), 0);
    EXPECT_EQ(s.known().invoices[s.world.focus(c)].told_gate,
              static_cast<std::uint8_t>(Gate::kApproval));
  }
}

TEST(ThreeWay, TurningToTheOtherChangesWhoIsSpokenTo) {
  Stage s;
  Ready(s, "ap");
  EXPECT_FALSE(s.May(TurnTo{s.Person("buyer")}));
  Bring(s, "buyer");
  EXPECT_FALSE(s.May(TurnTo{s.Person("ap")}));
  s.Do(TurnTo{s.Person("buyer")});
  EXPECT_EQ(s.state.known.conversation.person, s.Person("buyer"));
  EXPECT_EQ(Second(s.state.known), s.Person("ap"));
  EXPECT_NE(s.state.known.conversation.flags & world::kGreeted, 0) << "both heard it";
  s.Do(EndConversation{});
  EXPECT_EQ(s.state.known.conversation.joined, 0);
}

TEST(Face, PressedBeforeASuperiorItIsLostAndAWayOutGivesItBack) {
  Stage alone, before;
  for (Stage* s : {&alone, &before}) Ready(*s, "ap");
  Bring(before, "finance_manager");
  for (Stage* s : {&alone, &before}) s->Do(Sentence(*s, "press_now"));
  EXPECT_LT(before.person("ap").trust, alone.person("ap").trust);
  EXPECT_GT(before.person("ap").reactance, alone.person("ap").reactance);
  world::ConversationKnown& talk = before.state.known.conversation;
  if (talk.active == 0) GTEST_SKIP() << "they hung up";
  EXPECT_NE(talk.face & world::kFaceLost, 0);
  EXPECT_LT(AudienceWeighs(talk), 0);
  const Q16 resists = before.person("ap").reactance;
  before.Do(Sentence(before, "offer_way_out"));
  EXPECT_EQ(talk.face & world::kFaceLost, 0);
  EXPECT_LT(before.person("ap").reactance, resists);
  EXPECT_EQ(before.events.back().kind == EventKind::kFace || before.Count(EventKind::kFace) > 0,
            true);
}

TEST(Face, BeforeACalmColleagueOfNoHigherRankNothingIsLost) {
  Stage s;
  Ready(s, "buyer");
  Bring(s, "ap");
  s.Do(Sentence(s, "press_now"));
  EXPECT_EQ(s.state.known.conversation.face & world::kFaceLost, 0);
}

// What a greeting in that form does to trust, by how often we have spoken and with whom.
Q16 TrustAfter(const std::string& person, int contacts, Address address) {
  Stage s;
  s.Talk(person);
  s.known().people[s.Person(person)].contacts = static_cast<std::uint8_t>(contacts);
  s.known().people[s.Person(person)].mood = static_cast<std::uint8_t>(Mood::kCalm);
  Say greet = Sentence(s, "greet");
  greet.address = address;
  s.Do(greet);
  return s.person(person).trust;
}

TEST(FormOfAddress, TooFamiliarCostsEarlyAndWithRankAndHelpsLater) {
  EXPECT_LT(TrustAfter("ap", 1, Address::kFamiliar), TrustAfter("ap", 1, Address::kTitle));
  EXPECT_GT(TrustAfter("ap", 6, Address::kFamiliar), TrustAfter("ap", 6, Address::kTitle));
  EXPECT_LT(TrustAfter("boss", 9, Address::kFamiliar), TrustAfter("boss", 9, Address::kTitle));
  const Q16 clerk = TrustAfter("ap", 1, Address::kTitle) - TrustAfter("ap", 1, Address::kFamiliar);
  const Q16 boss = TrustAfter("boss", 1, Address::kTitle) - TrustAfter("boss", 1, Address::kFamiliar);
  EXPECT_GT(boss, clerk);
  for (const char* who : {"ap", "boss"}) {
    EXPECT_LT(TrustAfter(who, 1, Address::kBare), TrustAfter(who, 1, Address::kFamiliar));
  }
}

TEST(FormOfAddress, AsFitsIsNeverWorseThanATitle) {
  for (const char* who : {"ap", "buyer", "finance_manager", "boss"}) {
    for (const int contacts : {1, 3, 5, 9}) {
      EXPECT_GE(TrustAfter(who, contacts, Address::kAsFits), TrustAfter(who, contacts, Address::kTitle))
          << who << contacts;
    }
  }
}

TEST(FormOfAddress, IsFeltOnceInATalk) {
  Stage s;
  s.Talk("ap");
  Say greet = Sentence(s, "greet");
  greet.address = Address::kFamiliar;
  s.Do(greet);
  Say thanks = Sentence(s, "thank");
  thanks.address = Address::kFamiliar;
  s.Do(thanks);
  EXPECT_EQ(s.Count(EventKind::kFace), 1);
}

TEST(Answers, WhichPapersAreMissingIsAnsweredByNamingThem) {
  for (Seed seed = 1; seed <= 40; ++seed) {
    Stage s(seed);
    s.Block("wrong_invoice");
    Ready(s, "ap");
    s.events.clear();
    s.Do(Sentence(s, "ask_papers"));
    for (const Event& e : s.events) {
      if (e.kind != EventKind::kReplied) continue;
      const content::ReplyKind kind = s.scenario->replies[e.reply].kind;
      EXPECT_TRUE(kind == content::ReplyKind::kDisclose || kind == content::ReplyKind::kNamePapers ||
                  kind == content::ReplyKind::kPapersInOrder ||
                  kind == content::ReplyKind::kDontKnow || kind == content::ReplyKind::kHangUp)
          << static_cast<int>(kind);
    }
  }
}

TEST(Answers, AskedWhatExactlyTheySayIt) {
  Stage s;
  Ready(s, "ap");
  for (std::size_t o = 0; o < s.scenario->objections.size(); ++o) {
    if (s.scenario->objections[o].id != "no_invoice") continue;
    s.state.known.conversation.objection = static_cast<ObjectionId>(o);
  }
  s.events.clear();
  s.Do(Sentence(s, "clarify_question"));
  bool said = false;
  for (const Event& e : s.events) {
    if (e.kind != EventKind::kReplied) continue;
    said = s.scenario->replies[e.reply].kind == content::ReplyKind::kRestate;
    EXPECT_NE(e.objection, kNone);
  }
  EXPECT_TRUE(said);
}

// Nobody of rank looks for an invoice, and nobody says of themselves that they are away.
TEST(Answers, ObjectionsFitWhoRaisesThem) {
  for (Seed seed = 1; seed <= 300; ++seed) {
    Stage s(seed);
    Ready(s, "boss");
    s.events.clear();
    s.Do(Sentence(s, "request_payment_date"));
    for (const Event& e : s.events) {
      if (e.kind != EventKind::kReplied || e.objection == kNone) continue;
      const content::Objection& objection = s.scenario->objections[e.objection];
      EXPECT_NE(objection.said_by & content::kSaidByTop, 0) << objection.id;
      EXPECT_NE(objection.id, "boss_travelling");
    }
  }
}

}  // namespace
}  // namespace huikuan::rules
