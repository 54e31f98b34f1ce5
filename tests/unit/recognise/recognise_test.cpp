// Typed words: what is named in them, and what the recogniser makes of them.
#include "huikuan/recognise.h"

#include <gtest/gtest.h>

#include "recognise/normalise.h"
#include "recognise/slots.h"
#include "unit/how_many.h"
#include "unit/recognise/learnt.h"

namespace huikuan::recognise {
namespace {

const Date kMonday = FromCivil(2026, 3, 16);

std::vector<Slot> Named(std::string_view words) { return FindSlots(Normalise(words), kMonday); }

struct Amount {
  const char* words;
  Cents cents;
};

TEST(Slots, AmountsAsPeopleTypeThem) {
  for (const Amount& a : {Amount{"先付十二万五千", 125'000'00},
                          {"12.5万行不行", 125'000'00},
                          {"¥125,000", 125'000'00},
                          {"RMB 384,000.50 please", 384'000'50},
                          {"38万4", 384'000'00},
                          {"7万2千5", 72'500'00},
                          {"18w6的应收", 186'000'00},
                          {"one point two million", 1'200'000'00},
                          {"two hundred and fifty thousand yuan", 250'000'00},
                          {"50k now", 50'000'00},
                          {"12.5万3月28日付", 125'000'00}}) {
    const std::vector<Slot> slots = Named(a.words);
    ASSERT_FALSE(slots.empty()) << a.words;
    EXPECT_EQ(slots[0].kind, SlotKind::kAmount) << a.words;
    EXPECT_EQ(slots[0].value, a.cents) << a.words;
  }
  for (const char* none : {"2000台设备", "我们一块儿来", "2026年", "第3号楼"}) {
    for (const Slot& slot : Named(none)) EXPECT_NE(slot.kind, SlotKind::kAmount) << none;
  }
}

struct Day {
  const char* words;
  int month, day;
};

TEST(Slots, DaysAsPeopleTypeThem) {
  for (const Day& d : {Day{"下周五之前", 3, 27},
                       {"本周五", 3, 20},
                       {"25号", 3, 25},
                       {"月底前", 3, 31},
                       {"下个月5号", 4, 5},
                       {"后天", 3, 18},
                       {"三天内", 3, 19},
                       {"3月20日", 3, 20},
                       {"上个月底到期", 2, 28},
                       {"by the end of next week", 3, 27},
                       {"next Friday", 3, 27},
                       {"on the 25th", 3, 25},
                       {"before month-end", 3, 31},
                       {"the day after tomorrow", 3, 18},
                       {"a week today", 3, 23},
                       {"due on 28 February", 2, 28},
                       {"2026-03-20", 3, 20}}) {
    const std::vector<Slot> slots = Named(d.words);
    ASSERT_FALSE(slots.empty()) << d.words;
    EXPECT_EQ(slots[0].kind, SlotKind::kDate) << d.words;
    EXPECT_EQ(FormatIso(static_cast<Date>(slots[0].value)),
              FormatIso(FromCivil(2026, d.month, d.day)))
        << d.words;
  }
  for (const char* none : {"每周三付款", "every Wednesday", "收货后六十天内",
                           "within 45 days of receipt", "拖了半个月了"}) {
    EXPECT_TRUE(Named(none).empty()) << none;
  }
}

TEST(Slots, SharesAndPapers) {
  EXPECT_EQ(Named("先付三成")[0].value, 3000);
  EXPECT_EQ(Named("half of it by then")[0].value, 5000);
  EXPECT_EQ(Named("百分之一点五")[0].value, 150);
  EXPECT_EQ(Named("drop one and a half per cent")[0].value, 150);
  EXPECT_TRUE(Named("half an hour").empty());
  EXPECT_TRUE(Named("a third party").empty());
  EXPECT_EQ(Named("验收单带来了")[0].value, static_cast<int>(PaperKind::kAcceptance));
  EXPECT_EQ(Named("the delivery note")[0].value, static_cast<int>(PaperKind::kDeliveryNote));
}

TEST(Words, OneForm) {
  const Typed typed = Normalise("ＡＢＣ，\u202e好好好好好好！\u0007 \xff 😀");
  EXPECT_EQ(typed.text, U"abc,好好好!");
  EXPECT_EQ(typed.at.size(), typed.text.size() + 1);
}

TEST(Recogniser, UnderstandsPlainSentences) {
  struct Said {
    const char* words;
    const char* act;
  };
  for (const Said& said : {Said{"您好陈经理，我是华锐的小周", "greet"},
                           {"钱现在卡在哪个环节了？", "probe_gate"},
                           {"Which step is our payment at right now?", "probe_gate"},
                           {"Who has the final say on this payment?", "test_authority"},
                           {"麻烦您发个微信书面确认一下", "ask_written"}}) {
    const Heard heard = test::Learnt().Hear(said.words, kMonday);
    ASSERT_FALSE(heard.others.empty()) << said.words;
    EXPECT_EQ(heard.others[0].act, said.act) << said.words;
    EXPECT_FALSE(heard.others[0].because.empty()) << said.words;
  }
}

TEST(Recogniser, WhatMayBeMeantNarrowsIt) {
  const Heard heard = test::Learnt().Hear("您好", kMonday, {{"thank", kOne}, {"greet", kOne}});
  for (const HeardAct& act : heard.others) EXPECT_TRUE(act.act == "thank" || act.act == "greet");
}

TEST(Recogniser, MisconductStandsInPoliteWords) {
  const Heard heard =
      test::Learnt().Hear("陈经理辛苦了，月底前安排一下吧，不然我只好让你们同行都知道这事", kMonday);
  ASSERT_FALSE(heard.misconduct.empty());
}

TEST(Recogniser, IsTheSameAfterPacking) {
  const std::string bytes = test::Learnt().Pack();
  // Under the sanitizers, where learning takes long, once is enough.
  for (int again = test::HowMany(4, 4) / 4; again > 0; --again) {
    EXPECT_EQ(Recogniser::Learn(test::RealBundle()).value().Pack(), bytes);
  }
  const Result<Recogniser> back = Recogniser::Unpack(bytes);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.value().Pack(), bytes);
  for (std::size_t n = 0; n < bytes.size(); n += 5003) {
    EXPECT_FALSE(Recogniser::Unpack(bytes.substr(0, n)).ok());
  }
  std::string damaged = bytes;
  damaged[damaged.size() / 2] ^= 1;
  EXPECT_FALSE(Recogniser::Unpack(damaged).ok());
}

TEST(Recogniser, HostileWordsAreWords) {
  std::string hostile[] = {"",
                           " ",
                           "<script>alert(1)</script>",
                           std::string(5000, 'a'),
                           "\xf0\x9f\x98\x80\xf0\x9f\x98\x80",
                           "\u202e\u202d\u2066",
                           "\xff\xfe\x80",
                           "9999999999999999999999999999万亿",
                           "百分之",
                           "¥",
                           "下下下下下下"};
  for (const std::string& words : hostile) {
    const Heard heard = test::Learnt().Hear(words, kMonday);
    for (const HeardAct& act : heard.acts) {
      EXPECT_LE(act.to, words.size());
      for (const HeardSlot& slot : act.slots) EXPECT_LE(slot.to, words.size());
    }
  }
}

}  // namespace
}  // namespace huikuan::recognise
