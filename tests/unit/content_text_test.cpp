// Words: interface strings, formats, and events as sentences in both languages.
#include <gtest/gtest.h>

#include <algorithm>

#include "content/scenario.h"
#include "content/vocabulary.h"
#include "huikuan/text.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

Language Load(const char* tag) {
  Result<Language> language = Language::Load(test::RealBundle(), tag);
  EXPECT_TRUE(language.ok()) << (language.ok() ? "" : language.error().code);
  return std::move(language).value();
}

ScenarioPtr FirstCase() {
  return LoadScenario(test::RealBundle(), CaseIds(test::RealBundle()).front()).scenario;
}

TEST(ContentText, FormatsMoneyDatesAndShares) {
  const Language zh = Load("zh"), en = Load("en");
  EXPECT_EQ(zh.Money(38'400'000), "¥384,000");
  EXPECT_EQ(en.Money(5), "¥0.05");
  EXPECT_EQ(en.Money(-123'456'789), "-¥1,234,567.89");
  EXPECT_EQ(en.Money(0), "¥0");
  EXPECT_EQ(en.Money(99'900), "¥999");
  const Date date = FromCivil(2026, 3, 25);
  EXPECT_EQ(zh.DateShort(date), "3月25日");
  EXPECT_EQ(en.DateShort(date), "25 Mar");
  EXPECT_EQ(zh.DateLong(date), "2026年3月25日 星期三");
  EXPECT_EQ(en.DateLong(date), "Wednesday 25 Mar 2026");
  EXPECT_EQ(en.Weekday(date), "Wednesday");
  EXPECT_EQ(zh.DateShort(kNoDate), "–");
  EXPECT_EQ(en.Percent(Hundredths(31)), "31%");
}

TEST(ContentText, GapsAreSeen) {
  const Language en = Load("en");
  EXPECT_EQ(en.Ui("no.such.key"), "⟦no.such.key⟧");
  EXPECT_FALSE(en.Has("no.such.key"));
  EXPECT_EQ(en.Ui("event.observed", {{"spot", "Yard"}, {"fact", "Full."}}), "Yard: Full.");
}

TEST(ContentText, FilesOfOneLanguageAreMerged) {
  Bundle bundle = test::RealBundle();
  bundle.files["lang/en/more.json"] = R"({"strings": {"more.key": "More"}})";
  ASSERT_TRUE(Language::Load(bundle, "en").ok());
  EXPECT_EQ(Language::Load(bundle, "en")->Ui("more.key"), "More");
  bundle.files["lang/en/more.json"] = R"({"strings": {"app.title": "Again"}})";
  ASSERT_FALSE(Language::Load(bundle, "en").ok());
  EXPECT_EQ(Language::Load(bundle, "en").error().code, "lang.duplicate_key");
}

TEST(ContentText, EveryNameHasWords) {
  const std::pair<const char*, const content::NameSet*> sets[] = {
      {"gate.", &content::kGateNames},
      {"letter.", &content::kLetterLevelNames},
      {"role.", &content::kRoleNames},
      {"department.", &content::kDepartmentNames},
      {"reply.", &content::kReplyKindNames}};
  for (const char* tag : {"zh", "en"}) {
    const Language language = Load(tag);
    for (const auto& [prefix, set] : sets) {
      for (const content::Name& row : set->rows) {
        EXPECT_TRUE(language.Has(prefix + std::string(row.name))) << prefix << row.name;
      }
    }
  }
}

// Every kind of event, with whatever it may carry, is a whole sentence.
TEST(ContentText, EveryEventIsASentence) {
  const ScenarioPtr scenario = FirstCase();
  ASSERT_NE(scenario, nullptr);
  for (const char* tag : {"zh", "en"}) {
    const Phrasebook book(Load(tag), scenario);
    for (int kind = 0; kind <= static_cast<int>(EventKind::kCaseEnded); ++kind) {
      for (int value = 0; value < 4; ++value) {
        Event e;
        e.kind = static_cast<EventKind>(kind);
        e.value = static_cast<std::uint8_t>(value);
        e.person = 0;
        e.other = 1;
        e.act = static_cast<std::uint8_t>(value);
        e.reply = static_cast<std::uint8_t>(value);
        e.document = 0;
        e.item = 0;
        e.fact = value % 2 == 0 && e.kind != EventKind::kFactLearnt ? kNone : 0;
        e.amount = value == 3 ? 0 : 38'400'000;
        e.date = FromCivil(2026, 3, 25);
        const std::string words = book.Sentence(e);
        EXPECT_FALSE(words.empty()) << tag << " " << kind;
        EXPECT_EQ(words.find_first_of("{}"), std::string::npos) << words;
        EXPECT_EQ(words.find("⟦"), std::string::npos) << words;
      }
    }
  }
}

// Whatever an act, reply or objection says, its blanks can be filled.
TEST(ContentText, EveryWordingIsFilled) {
  const ScenarioPtr scenario = FirstCase();
  ASSERT_NE(scenario, nullptr);
  for (const char* tag : {"zh", "en"}) {
    const Phrasebook book(Load(tag), scenario);
    Event e;
    e.person = 0;
    e.other = 1;
    e.document = 0;
    e.amount = 38'400'000;
    e.date = FromCivil(2026, 3, 25);
    const auto check = [&] {
      for (e.variant = 0; e.variant < 6; ++e.variant) {
        const std::string words = book.Sentence(e);
        EXPECT_FALSE(words.empty());
        EXPECT_EQ(words.find_first_of("{}"), std::string::npos) << words;
      }
    };
    e.kind = EventKind::kSaid;
    for (e.act = 0; e.act < scenario->acts.size(); ++e.act) check();
    e.kind = EventKind::kReplied;
    for (const Mood mood : {Mood::kCalm, Mood::kAnnoyed}) {
      e.mood = mood;
      for (e.reply = 0; e.reply < scenario->replies.size(); ++e.reply) check();
    }
    for (e.objection = 0; e.objection < scenario->objections.size(); ++e.objection) check();
    e.objection = kNone;
    for (e.fact = 0; e.fact < scenario->customers[0].facts.size(); ++e.fact) check();
  }
}

TEST(ContentText, AnnoyedPeopleSpeakOtherwise) {
  const ScenarioPtr scenario = FirstCase();
  ASSERT_NE(scenario, nullptr);
  const Phrasebook book(Load("en"), scenario);
  Event e;
  e.kind = EventKind::kReplied;
  e.person = 0;
  for (e.reply = 0; e.reply < scenario->replies.size(); ++e.reply) {
    const content::Reply& reply = scenario->replies[e.reply];
    if (reply.say_annoyed == 0) continue;
    e.mood = Mood::kCalm;
    const std::string calm = book.Sentence(e);
    e.mood = Mood::kAnnoyed;
    EXPECT_NE(book.Sentence(e), calm) << reply.id;
    EXPECT_EQ(book.Speaker(e), book.Text(scenario->customers[0].people[0].name));
  }
  e.kind = EventKind::kSaid;
  EXPECT_EQ(book.Speaker(e), "");
}

TEST(ContentText, TermsAreWordsOfTheLanguage) {
  const ScenarioPtr scenario = FirstCase();
  ASSERT_NE(scenario, nullptr);
  const Phrasebook zh(Load("zh"), scenario), en(Load("en"), scenario);
  const std::vector<TypedArg> args = {{"d", TypedArg::Kind::kDate, FromCivil(2025, 12, 5)},
                                      {"m", TypedArg::Kind::kMoney, 100'000},
                                      {"n", TypedArg::Kind::kNumber, 7},
                                      {"p", TypedArg::Kind::kPercent, Hundredths(50)},
                                      {"t", TypedArg::Kind::kText, scenario->title}};
  EXPECT_EQ(zh.Words(args)[0].second, "2025年12月5日");
  EXPECT_EQ(en.Words(args)[0].second, "5 Dec 2025");
  EXPECT_EQ(en.Words(args)[1].second, "¥1,000");
  EXPECT_EQ(en.Words(args)[2].second, "7");
  EXPECT_EQ(en.Words(args)[3].second, "50%");
  EXPECT_EQ(en.Words(args)[4].second, en.Text(scenario->title));
}

// Events that name what does not exist (a damaged log) give words or nothing, never a crash.
TEST(ContentText, DamagedEventsAreHarmless) {
  const ScenarioPtr scenario = FirstCase();
  ASSERT_NE(scenario, nullptr);
  const Phrasebook book(Load("en"), scenario);
  for (int kind = 0; kind < 256; ++kind) {
    Event e;
    e.kind = static_cast<EventKind>(kind);
    e.customer = kind % 3 == 0 ? 200 : 0;
    e.person = e.other = e.act = e.reply = e.objection = e.fact = e.document = e.item = 250;
    e.value = 250;
    e.day = 30'000;
    (void)book.Sentence(e);
    (void)book.Speaker(e);
  }
  EXPECT_EQ(book.Text(0), "");
  EXPECT_EQ(book.Text(0xffffffff), "");
}

}  // namespace
}  // namespace huikuan
