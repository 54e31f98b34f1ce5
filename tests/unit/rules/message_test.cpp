// Messages: who can be written to how, what comes back and what may not, the group, photos, the
// trainee's own words.
#include "rules/message/message.h"

#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "rules/call/gatekeeper.h"
#include "rules/commands.h"
#include "rules/payment/promise.h"
#include "save/bits.h"
#include "save/packing.h"
#include "unit/rules/message_stage.h"

namespace huikuan::rules {
namespace {

using test::Feel;
using test::Meet;
using test::PurposeNamed;
using test::ReadFile;
using test::RefusalOf;
using test::Stage;
using test::To;
using test::WrittenCase;

int AnswersOf(const std::string& purpose, MessageChannel channel, Q16 trust, Q16 reactance) {
  int answers = 0;
  for (Seed seed = 1; seed <= 80; ++seed) {
    Stage s(seed, WrittenCase());
    Meet(s, "accountant");
    Feel(s, "accountant", trust, reactance);
    s.Do(To(s, purpose, "accountant", channel));
    test::Nights(s, 1);
    answers += s.Count(EventKind::kMessageAnswered);
    EXPECT_FALSE(LastMessageTo(s.state.known, 0).pending());
  }
  return answers;
}

TEST(Messages, WechatNeedsAConversationAndEmailAName) {
  Stage s(1, WrittenCase());
  const PersonId head = s.Person("equipment_head");
  ASSERT_EQ(s.known().people[head].known, 1);
  EXPECT_EQ(RefusalOf(s, To(s, "ask_status", "equipment_head", MessageChannel::kText)),
            Refusal::kNoWechat);
  EXPECT_EQ(RefusalOf(s, To(s, "ask_status", "equipment_head", MessageChannel::kEmail)),
            Refusal::kNone);
  EXPECT_EQ(RefusalOf(s, To(s, "ask_status", "accountant", MessageChannel::kEmail)),
            Refusal::kPersonUnknown);
  Meet(s, "equipment_head");
  EXPECT_EQ(RefusalOf(s, To(s, "ask_status", "equipment_head", MessageChannel::kText)),
            Refusal::kNone);
  Meet(s, "front_desk");
  EXPECT_FALSE(HasWechat(*s.scenario, s.state.known, 0, s.Person("front_desk")));
  EXPECT_EQ(RefusalOf(s, To(s, "confirm_promise", "equipment_head", MessageChannel::kVoice)),
            Refusal::kChannelUnfit);
  EXPECT_EQ(RefusalOf(s, To(s, "confirm_promise", "equipment_head", MessageChannel::kText)),
            Refusal::kActNotNow);
}

TEST(Messages, CasesThatNameNoneHaveNone) {
  Stage s;
  EXPECT_EQ(RefusalOf(s, SendMessage{}), Refusal::kNoMessages);
  EXPECT_EQ(MessagesMorning(s.world, 0), false);
  EXPECT_EQ(IncomingMorning(s.world, 0), false);
}

TEST(Messages, LegalityDependsOnKnownAlone) {
  Stage s(3, WrittenCase());
  Meet(s, "accountant");
  const auto before = CountOptions(*s.scenario, s.state.known);
  Feel(s, "accountant", 0, kOne);
  s.claim().gate = 6;
  EXPECT_EQ(CountOptions(*s.scenario, s.state.known), before);
}

TEST(Messages, SilenceMayMeanAnythingAndTrustIsAnswered) {
  const int cold = AnswersOf("ask_status", MessageChannel::kText, Hundredths(10), Hundredths(50));
  const int plain = AnswersOf("ask_status", MessageChannel::kText, Hundredths(45), 0);
  const int warm = AnswersOf("ask_status", MessageChannel::kText, Hundredths(85), 0);
  EXPECT_LT(cold, plain);
  EXPECT_LT(plain, warm);
  EXPECT_GT(plain, 0);
  EXPECT_LT(warm, 80);
  EXPECT_GT(plain, AnswersOf("ask_status", MessageChannel::kEmail, Hundredths(45), 0));
}

TEST(Messages, NoAnswerLeavesNoTrace) {
  for (Seed seed = 1; seed <= 40; ++seed) {
    Stage s(seed, WrittenCase());
    Meet(s, "accountant");
    s.Do(To(s, "ask_status", "accountant", MessageChannel::kText));
    EXPECT_EQ(s.Count(EventKind::kMessageSent), 1);
    EXPECT_EQ(s.Count(EventKind::kMessageAnswered), 0);  // not while one waits for it
    s.Do(Wait{Until::kAfternoon, kNoDate});
    const int same_day = s.Count(EventKind::kMessageAnswered);
    test::Nights(s, 3);
    EXPECT_LE(s.Count(EventKind::kMessageAnswered), 1);
    EXPECT_GE(s.Count(EventKind::kMessageAnswered), same_day);
    EXPECT_EQ(s.state.known.conversation.active, 0);
    EXPECT_EQ(s.state.known.conversation.person, kNone);
  }
}

TEST(Messages, AWaitForAReplyEndsWithIt) {
  Stage s(1, WrittenCase());
  Meet(s, "accountant");
  EXPECT_FALSE(s.May(Wait{Until::kReply, kNoDate}));
  s.Do(To(s, "ask_status", "accountant", MessageChannel::kText));
  const Day day = s.state.known.seller.day;
  s.Do(Wait{Until::kReply, kNoDate});
  EXPECT_EQ(s.state.known.seller.day, day + 1);
}

TEST(Messages, WhatIsAskedComesOutInTheAnswer) {
  int told = 0, learnt = 0;
  for (Seed seed = 1; seed <= 80; ++seed) {
    Stage s(seed, WrittenCase());
    s.Block("wrong_invoice");
    Meet(s, "accountant");
    Feel(s, "accountant", Hundredths(80), 0);
    s.Do(To(s, "ask_papers", "accountant", MessageChannel::kText));
    EXPECT_FALSE(Knows(s.known(), s.Fact("tax_number_wrong")));
    test::Nights(s, 1);
    told += s.Count(EventKind::kMessageAnswered);
    learnt += Knows(s.known(), s.Fact("tax_number_wrong")) ? 1 : 0;
  }
  EXPECT_GT(learnt, 10);
  EXPECT_LT(learnt, told);
}

// What becomes of a request for payment by such a channel: promises, and those in writing.
std::pair<int, int> PromisesBy(MessageChannel channel) {
  int promises = 0, written = 0;
  for (Seed seed = 1; seed <= 120; ++seed) {
    Stage s(seed, WrittenCase("strained-foundry"));
    Meet(s, "finance_manager");
    Feel(s, "finance_manager", Hundredths(90), 0);
    s.Do(To(s, "ask_payment", "finance_manager", channel));
    test::Nights(s, 1);
    for (const world::PromiseKnown& p : s.known().promises) {
      if (p.used == 0 || p.date == kNoDate) continue;
      ++promises;
      written += (p.marks & world::kPromiseWritten) != 0 ? 1 : 0;
    }
  }
  return {promises, written};
}

TEST(Messages, APromiseByTextIsInWritingAndByVoiceIsNot) {
  const auto [by_text, text_written] = PromisesBy(MessageChannel::kText);
  EXPECT_GT(by_text, 3);
  EXPECT_EQ(text_written, by_text);
  const auto [by_voice, voice_written] = PromisesBy(MessageChannel::kVoice);
  EXPECT_GT(by_voice, 3);
  EXPECT_EQ(voice_written, 0);
}

TEST(Messages, ConfirmingWritesWhatWasSaid) {
  int written = 0, silent = 0;
  for (Seed seed = 1; seed <= 60; ++seed) {
    Stage s(seed, WrittenCase("strained-foundry"));
    Meet(s, "finance_manager");
    const PersonId who = s.Person("finance_manager");
    const PromiseId promise =
        MakePromise(s.world, 0, who, 100'000'00, s.world.date() + 20, false);
    SendMessage m = To(s, "confirm_promise", "finance_manager", MessageChannel::kText);
    EXPECT_EQ(m.amount, 100'000'00);
    EXPECT_EQ(m.date, s.known().promises[promise].date);
    SendMessage other = m;
    other.amount += 100;  // not what was said
    EXPECT_EQ(RefusalOf(s, other), Refusal::kSlotBad);
    s.Do(m);
    EXPECT_EQ(s.known().promises[promise].marks & world::kPromiseWritten, 0);
    test::Nights(s, 1);
    const bool done = (s.known().promises[promise].marks & world::kPromiseWritten) != 0;
    written += done ? 1 : 0;
    silent += done ? 0 : 1;
    if (done) {
      EXPECT_NE(RefusalOf(s, m), Refusal::kNone);
    }
  }
  EXPECT_GT(written, 20);
  EXPECT_GT(silent, 3);
}

TEST(Messages, ThePostInTheGroupCostsFaceAndBeforeOutsidersBreaksARule) {
  Stage s(1, WrittenCase());
  const auto post = DefaultMessage(*s.scenario, s.state.known, 0,
                                   PurposeNamed(s, "post_debt_in_group"), kNone);
  ASSERT_TRUE(post);
  const Q16 member = s.person("head_nurse").trust;
  const Q16 stranger = s.person("finance_director").trust;
  const Q16 relation = s.truth().relation;
  s.Do(*post);
  EXPECT_LT(s.person("head_nurse").trust, member - Hundredths(5));
  EXPECT_GT(s.person("head_nurse").reactance, Hundredths(5));
  EXPECT_LE(stranger - Hundredths(9), s.person("finance_director").trust);
  EXPECT_LT(s.truth().relation, relation);
  EXPECT_EQ(s.Count(EventKind::kFaceLost), 1);
  EXPECT_EQ(s.Count(EventKind::kConductBreach), 1);
  EXPECT_EQ(s.state.known.seller.breaches, 1);
}

TEST(Messages, AmongThemselvesItCostsFaceAlone) {
  Stage s(1, WrittenCase("spring-festival"));
  const auto& customers = s.scenario->customers;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    if (customers[i].group.name == 0 || customers[i].group.outsiders != 0) continue;
    const auto post = DefaultMessage(*s.scenario, s.state.known, static_cast<CustomerId>(i),
                                     PurposeNamed(s, "post_debt_in_group"), kNone);
    ASSERT_TRUE(post);
    s.Do(*post);
    EXPECT_EQ(s.Count(EventKind::kFaceLost), 1);
    EXPECT_EQ(s.state.known.seller.breaches, 0);
    return;
  }
  ADD_FAILURE() << "no group without outsiders";
}

TEST(Messages, AGreetingInTheGroupHarmsNobody) {
  Stage s(1, WrittenCase());
  const auto greeting = DefaultMessage(*s.scenario, s.state.known, 0,
                                       PurposeNamed(s, "festival_greeting"), kNone);
  ASSERT_TRUE(greeting);
  s.Do(*greeting);
  EXPECT_EQ(s.Count(EventKind::kFaceLost), 0);
  EXPECT_EQ(s.state.known.seller.breaches, 0);
}

TEST(Messages, APhotoOfAnOriginalIsSeldomEnough) {
  int taken[2] = {};
  for (Seed seed = 1; seed <= 80; ++seed) {
    for (const std::uint8_t form : {std::uint8_t{1}, std::uint8_t{2}}) {
      Stage s(seed, WrittenCase());
      ReadFile(s);
      Meet(s, "accountant");
      SendMessage m = To(s, "send_paper", "accountant", MessageChannel::kPhoto);
      for (std::size_t d = 0; d < s.customer().documents.size(); ++d) {
        const bool here = content::Has(s.known().documents_opened, static_cast<int>(d));
        if (here && s.customer().documents[d].form == form) m.document = static_cast<DocumentId>(d);
      }
      s.Do(m);
      const std::uint32_t given = s.known().people[m.person].documents;
      const bool got = content::Has(given, m.document);
      EXPECT_EQ(got, s.Count(EventKind::kPhotoRefused) == 0);
      taken[form - 1] += got ? 1 : 0;
    }
  }
  EXPECT_GT(taken[0], taken[1] + 20);
  EXPECT_GT(taken[1], 0);
}

TEST(Messages, APaperByEmailIsGiven) {
  Stage s(1, WrittenCase());
  ReadFile(s);
  Meet(s, "accountant");
  const SendMessage m = To(s, "send_paper", "accountant", MessageChannel::kEmail);
  s.Do(m);
  EXPECT_TRUE(content::Has(s.known().people[m.person].documents, m.document));
}

TEST(Messages, DailyMessagesWearOut) {
  Stage s(4, WrittenCase());
  Meet(s, "accountant");
  Feel(s, "accountant", Hundredths(45), 0);
  const auto strain = [&] {
    const Q16 before = s.person("accountant").reactance;
    s.Do(To(s, "ask_papers", "accountant", MessageChannel::kEmail));
    return s.person("accountant").reactance - before;
  };
  const Q16 first = strain();
  // Silence all the way.
  auto last = LastMessageTo(s.state.known, 0);
  last.state = world::MessageState::kOver;
  s.state.known.messages[0] = world::Packed(last);
  const Q16 again = strain();
  last = LastMessageTo(s.state.known, 0);
  EXPECT_EQ(last.row, 1);
  last.state = world::MessageState::kOver;
  s.state.known.messages[0] = world::Packed(last);
  const Q16 third = strain();
  EXPECT_GT(again, first);
  EXPECT_GT(third, again);
}

TEST(Messages, OneAfterTheOtherIsHarassment) {
  Stage s(1, WrittenCase());
  Meet(s, "accountant");
  Feel(s, "accountant", 0, kOne);  // nobody answers
  for (int i = 0; i < 4; ++i) {
    EXPECT_EQ(s.state.known.seller.breaches, 0) << i;
    s.Do(To(s, "ping", "accountant", MessageChannel::kText));
    auto last = LastMessageTo(s.state.known, 0);
    last.state = world::MessageState::kOver;
    s.state.known.messages[0] = world::Packed(last);
    if (i == 1) test::Nights(s, 1);  // a day holds three
  }
  EXPECT_EQ(s.state.known.seller.breaches, 1);
}

TEST(Messages, ADayHoldsSoMany) {
  Stage s(1, WrittenCase());
  Meet(s, "accountant");
  Meet(s, "equipment_head");
  for (int i = 0; i < kMessagesADay; ++i) {
    s.Do(To(s, "ask_papers", i % 2 == 0 ? "accountant" : "equipment_head", MessageChannel::kEmail));
  }
  EXPECT_EQ(RefusalOf(s, To(s, "ask_papers", "accountant", MessageChannel::kEmail)),
            Refusal::kTooMany);
  EXPECT_EQ(s.state.known.seller.notes_today & 7, 0);
  test::Nights(s, 1);
  EXPECT_EQ(MessagesToday(s.state.known), 0);
}

TEST(Messages, AVoiceIsWarmerAndToTheTopUnwelcome) {
  Stage warm(1, WrittenCase());
  Stage voice(1, WrittenCase());
  for (Stage* s : {&warm, &voice}) {
    Meet(*s, "vice_president");
    Meet(*s, "accountant");
  }
  const Q16 before = warm.person("accountant").trust;
  warm.Do(To(warm, "festival_greeting", "accountant", MessageChannel::kEmail));
  voice.Do(To(voice, "festival_greeting", "accountant", MessageChannel::kVoice));
  EXPECT_GE(voice.person("accountant").trust, warm.person("accountant").trust);
  EXPECT_GE(warm.person("accountant").trust, before - Hundredths(2));
  warm.Do(To(warm, "ask_status", "vice_president", MessageChannel::kText));
  voice.Do(To(voice, "ask_status", "vice_president", MessageChannel::kVoice));
  EXPECT_GT(voice.person("vice_president").reactance, warm.person("vice_president").reactance);
}

TEST(Messages, AnAppointmentOpensTheDoor) {
  Stage s(1, WrittenCase());
  const PersonId who = s.Person("vice_president");
  s.known().people[who].known = 1;
  const bool guarded = MeetsGatekeeper(*s.scenario, s.state.known, 0, who);
  s.Do(To(s, "ask_time_to_call", "vice_president", MessageChannel::kEmail));
  EXPECT_FALSE(CallExpected(*s.scenario, s.state.known, 0, who));
  auto last = LastMessageTo(s.state.known, 0);
  last.state = world::MessageState::kAnswered;
  s.state.known.messages[0] = world::Packed(last);
  EXPECT_TRUE(CallExpected(*s.scenario, s.state.known, 0, who));
  EXPECT_FALSE(MeetsGatekeeper(*s.scenario, s.state.known, 0, who));
  int reached = 0, cold = 0;
  for (Seed seed = 1; seed <= 60; ++seed) {
    Chance chance(seed);
    World world{*s.scenario, s.state, chance, nullptr};
    reached += Reached(world, 0, who) ? 1 : 0;
    world::State without = s.state;
    without.known.messages[0] = world::MessagesKnown{};
    World other{*s.scenario, without, chance, nullptr};
    cold += Reached(other, 0, who) ? 1 : 0;
  }
  EXPECT_GT(reached, cold + 10);
  EXPECT_TRUE(guarded || s.customer().people[who].behind_gatekeeper == false);
  test::Nights(s, 5);
  EXPECT_FALSE(CallExpected(*s.scenario, s.state.known, 0, who));
}

TEST(Messages, WhatIsTypedStandsWhateverItWasSentFor) {
  Stage s(1, WrittenCase());
  Meet(s, "accountant");
  SendMessage m = To(s, "ask_papers", "accountant", MessageChannel::kText);
  m.flags = kMessageThreat | kMessageDisclosure;
  m.words = WordsHash("…");
  const Q16 trust = s.person("accountant").trust;
  s.Do(m);
  EXPECT_EQ(s.state.known.seller.breaches, 2);
  EXPECT_LT(s.person("accountant").trust, trust - Hundredths(15));
  m.flags = 8;
  EXPECT_EQ(RefusalOf(s, m), Refusal::kSlotBad);
}

TEST(Messages, TypedWordsAreReadInBothLanguages) {
  const Date today = FromCivil(2026, 9, 1);
  EXPECT_EQ(ReadMessage(nullptr, "您好，发票收到了吗？", today).flags, 0);
  EXPECT_EQ(ReadMessage(nullptr, "Hello, have you got the invoice?", today).flags, 0);
  EXPECT_NE(ReadMessage(nullptr, "再不付我就带人去你们大门口拉横幅", today).flags & kMessageThreat,
            0);
  const MessageReading read =
      ReadMessage(nullptr, "Pay this week or we will put up a banner at your gate", today);
  EXPECT_NE(read.flags & kMessageThreat, 0);
  ASSERT_EQ(read.quoted.size(), 1U);
  EXPECT_FALSE(read.quoted[0].empty());
  EXPECT_EQ(ReadMessage(nullptr, "", today).flags, 0);
  EXPECT_EQ(ReadMessage(nullptr, std::string(200'000, 'x'), today).flags, 0);
}

TEST(Messages, ADemandCountsWhenItIsAnsweredAndNotWhenItVanishes) {
  int renewed = 0, answered = 0;
  for (Seed seed = 1; seed <= 60; ++seed) {
    Stage s(seed, WrittenCase("strained-foundry"));
    Meet(s, "buyer");
    const InvoiceId i = s.known().focus;
    // A broken promise, so that it can be held against them.
    world::PromiseKnown& broken = s.known().promises[0];
    broken.used = 1;
    broken.person = s.Person("buyer");
    broken.state = static_cast<std::uint8_t>(PromiseState::kBroken);
    s.Do(To(s, "list_broken_promises", "buyer", MessageChannel::kEmail));
    EXPECT_EQ(s.known().invoices[i].renewed, 0);
    test::Nights(s, 1);
    const bool came = LastMessageTo(s.state.known, 0).state == world::MessageState::kAnswered;
    answered += came ? 1 : 0;
    renewed += s.known().invoices[i].renewed != 0 ? 1 : 0;
    EXPECT_EQ(came, s.known().invoices[i].renewed != 0);
  }
  EXPECT_GT(answered, 3);
  EXPECT_EQ(renewed, answered);
}

TEST(Messages, PackingRoundTrips) {
  const ScenarioPtr s = WrittenCase("spring-festival");
  for (std::size_t m = 0; m < s->messages.size(); ++m) {
    SendMessage message;
    message.customer = 3;
    message.person = m % 2 == 0 ? PersonId{2} : kNone;
    message.channel = static_cast<MessageChannel>(m % 4);
    message.purpose = static_cast<std::uint8_t>(m);
    const std::uint8_t slots = s->messages[m].act.slots;
    if ((slots & kSlotAmount) != 0) message.amount = 123'456'78;
    if ((slots & kSlotDate) != 0) message.date = s->start + 30;
    if ((slots & kSlotDocument) != 0) message.document = 5;
    if (m % 3 == 0) {
      message.flags = kMessageThreat;
      message.words = 0xdeadbeef;
    }
    save::BitWriter out;
    save::PackCommand(*s, message, out);
    save::BitReader in(out.bytes().data(), out.bytes().size());
    Command back;
    ASSERT_TRUE(save::UnpackCommand(*s, in, &back));
    const auto& got = std::get<SendMessage>(back);
    EXPECT_EQ(got.customer, message.customer);
    EXPECT_EQ(got.person, message.person);
    EXPECT_EQ(got.channel, message.channel);
    EXPECT_EQ(got.purpose, message.purpose);
    EXPECT_EQ(got.flags, message.flags);
    EXPECT_EQ(got.document, message.document);
    EXPECT_EQ(got.amount, message.amount);
    EXPECT_EQ(got.date, message.date);
    EXPECT_EQ(got.words, message.words);
  }
}

TEST(Messages, LastMessagePacksEveryField) {
  world::LastMessage last;
  last.purpose = 47;
  last.channel = 3;
  last.person = 15;
  last.tenths = 10;
  last.quads = 15;
  last.row = 3;
  last.state = world::MessageState::kTried;
  last.half_day = 251;
  const world::LastMessage back = world::Unpacked(world::Packed(last));
  EXPECT_EQ(back.purpose, 47);
  EXPECT_EQ(back.channel, 3);
  EXPECT_EQ(back.person, 15);
  EXPECT_EQ(back.tenths, 10);
  EXPECT_EQ(back.quads, 15);
  EXPECT_EQ(back.row, 3);
  EXPECT_TRUE(back.pending());
  EXPECT_EQ(back.half_day, 251);
  EXPECT_EQ(world::Unpacked(world::MessagesKnown{}).half_day, -1);
}

}  // namespace
}  // namespace huikuan::rules
