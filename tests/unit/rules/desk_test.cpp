#include <gtest/gtest.h>

#include "huikuan/observation.h"
#include "rules/day/next_day.h"
#include "rules/internal/tasks.h"
#include "rules/letter/letter.h"
#include "rules/letter/standard.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Nights;
using test::Stage;

TEST(Calendar, FortyFiveBusinessDaysWithHolidaysAndMakeUpDays) {
  const ScenarioPtr s = test::FirstCase();
  ASSERT_EQ(s->days.size(), 45U);
  EXPECT_EQ(s->days.front().date, FromCivil(2026, 3, 2));
  for (const content::DayInfo& d : s->days) {
    EXPECT_NE(d.date, FromCivil(2026, 4, 6)) << "Qingming";
    EXPECT_NE(d.date, FromCivil(2026, 5, 4)) << "Labour Day";
    EXPECT_LT(Weekday(d.date), 5);
  }
  int runs = 0, cut_offs = 0;
  for (const content::RunDay& d : s->customers[0].days) {
    runs += d.is_run;
    cut_offs += d.is_cut_off;
    if (d.is_cut_off && d.run != kNever) {
      EXPECT_TRUE(s->customers[0].days[static_cast<std::size_t>(d.run)].is_run);
    }
  }
  EXPECT_GE(runs, 4);
  EXPECT_GE(cut_offs, 4);
}

TEST(Day, WaitingSkipsQuietDaysAndStopsAtTheFirstEvent) {
  Stage s(1);
  s.Block("open_complaint");
  EXPECT_FALSE(s.May(Wait{Until::kPaymentRun, kNoDate})) << "their payment days are not known yet";
  EXPECT_FALSE(s.May(Wait{Until::kReply, kNoDate})) << "nothing is under way";
  Learn(s.world, 0, s.Fact("run_dates"), Source::kTold, s.Person("buyer"));
  s.Do(OrderTask{0, s.Task("check_ledger")});
  s.Do(Wait{Until::kPaymentRun, kNoDate});
  EXPECT_EQ(s.Count(EventKind::kTaskDone), 1) << "the finished task comes before the run";
  EXPECT_FALSE(s.customer().days[static_cast<std::size_t>(s.state.known.seller.day)].is_run);
  s.Do(Wait{Until::kPaymentRun, kNoDate});
  EXPECT_TRUE(s.customer().days[static_cast<std::size_t>(s.state.known.seller.day)].is_run);
}

TEST(Day, WaitUntilADateStopsThereOrBefore) {
  Stage s(1);
  s.Block("open_complaint");
  const Date date = s.scenario->days[10].date;
  s.Do(Wait{Until::kDate, date});
  EXPECT_EQ(s.world.date(), date);
  EXPECT_FALSE(s.May(Wait{Until::kDate, date}));
}

TEST(Day, MinutesRunOutAndComeBack) {
  Stage s(1);
  int opened = 0;
  for (std::size_t d = 0; d < s.customer().documents.size(); ++d) {
    const Command open = OpenDocument{0, static_cast<DocumentId>(d)};
    if (!s.May(open)) continue;
    s.Do(open);
    ++opened;
  }
  EXPECT_LT(s.state.known.seller.minutes_left, s.scenario->costs.minutes_a_day);
  EXPECT_GT(opened, 3);
  s.Do(Wait{Until::kNextDay, kNoDate});
  EXPECT_EQ(s.state.known.seller.minutes_left, s.scenario->costs.minutes_a_day);
}

TEST(Day, TheCommandCapHolds) {
  Stage s(1);
  int done = 0;
  for (int i = 0; i < 100; ++i) {
    const Command note = WriteNote{0, static_cast<std::uint32_t>(i + 1)};
    if (!s.May(note)) break;
    s.Do(note);
    ++done;
  }
  EXPECT_EQ(done, 4) << "notes have a cap of their own";
  for (int i = 0; i < 100; ++i) {
    const Command diary = SetDiary{0, kNone, s.scenario->days[20].date};
    const Command send = SendDocument{0, s.Person("buyer"), s.Document("contract")};
    if (i == 0) s.Do(OpenDocument{0, s.Document("contract")});
    if (s.May(diary)) {
      s.Do(diary);
    } else if (s.May(send)) {
      s.Do(send);
    } else {
      break;
    }
    ++done;
  }
  EXPECT_LE(done, s.scenario->costs.commands_a_day);
  EXPECT_TRUE(s.May(Wait{}));
}

TEST(File, InspectingFindsWhatIsWrongAndOnlyThen) {
  for (const char* blocker : {"wrong_invoice", "missed_reconciliation"}) {
    Stage s(1);
    s.Block(blocker);
    const DocumentId invoice = s.Document("invoice");
    EXPECT_FALSE(s.May(InspectField{0, invoice, 0})) << "not opened yet";
    s.Do(OpenDocument{0, invoice});
    const auto& fields = s.customer().documents[invoice].fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
      s.Do(InspectField{0, invoice, static_cast<std::uint8_t>(f)});
    }
    EXPECT_EQ(Knows(s.known(), s.Fact("tax_number_wrong")),
              std::string(blocker) == "wrong_invoice");
    EXPECT_FALSE(s.May(InspectField{0, invoice, 0})) << "once is enough";
  }
}

TEST(Tasks, ComeBackInTheirTimeWithTheirPaper) {
  for (Seed seed = 1; seed <= 20; ++seed) {
    Stage s(seed);
    s.Block("open_complaint");
    const TaskId task = s.Task("statement");
    s.Do(OrderTask{0, task});
    EXPECT_FALSE(s.May(OrderTask{0, task})) << "it is running";
    const int days = s.scenario->tasks[task].days_max;
    Nights(s, days);
    EXPECT_NE(s.known().documents_in_file & (1U << s.Document("statement")), 0U);
  }
}

TEST(Tasks, ARepairIsOrderedOnlyForAProblemOneKnowsOf) {
  Stage s(1);
  s.Block("open_complaint");
  EXPECT_FALSE(s.May(OrderTask{0, s.Task("service_visit")}));
  Learn(s.world, 0, s.Fact("leak_seen"), Source::kSeen, kNone);
  s.Do(OrderTask{0, s.Task("service_visit")});
  Nights(s, 8);
  EXPECT_EQ(s.claim().cured, 1);
  EXPECT_TRUE(Solved(*s.scenario, s.state.known, 0, s.Fact("leak_seen")));
}

TEST(Tasks, OurChecksFindTheirOwnBlockerOnly) {
  const std::pair<const char*, const char*> kChecks[] = {{"check_invoice", "wrong_invoice"},
                                                         {"service_log", "open_complaint"},
                                                         {"check_ledger", "missed_reconciliation"},
                                                         {"credit_check", "cash_short"}};
  for (const auto& [task, blocker] : kChecks) {
    for (const content::Blocker& drawn : test::FirstCase()->blockers) {
      Stage s(1);
      s.Block(drawn.id);
      s.Do(OrderTask{0, s.Task(task)});
      Nights(s, 6);
      EXPECT_EQ(s.Count(EventKind::kFactLearnt) > 0, drawn.id == blocker)
          << task << " on " << drawn.id;
    }
  }
}

TEST(Letter, ALadderIsClimbedFromBelow) {
  Stage s(1);
  const SendLetter second =
      StandardLetter(*s.scenario, s.state.known, 0, LetterLevel::kSecondDemand);
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, second), Refusal::kLetterOrder);
  s.Do(StandardLetter(*s.scenario, s.state.known, 0, LetterLevel::kFirstDemand));
  s.Do(Wait{});
  EXPECT_TRUE(s.May(StandardLetter(*s.scenario, s.state.known, 0, LetterLevel::kSecondDemand)));
}

TEST(Letter, QualityRaisesItsWeightAndAThreatIsABreach) {
  Stage good, poor;
  SendLetter letter =
      StandardLetter(*good.scenario, good.state.known, 0, LetterLevel::kFirstDemand);
  letter.reading.quality = 100;  // no better than its clauses bear out
  good.Do(letter);
  letter.reading.quality = 20;
  poor.Do(letter);
  EXPECT_GT(good.person("buyer").pressure_cost, poor.person("buyer").pressure_cost);
  Stage rude;
  letter.reading.flags = kLetterThreat;
  rude.Do(letter);
  EXPECT_EQ(rude.state.known.seller.breaches, 1);
}

TEST(Letter, NobodyCitesWhatTheyHaveNotRead) {
  Stage s(1);
  SendLetter letter = StandardLetter(*s.scenario, s.state.known, 0, LetterLevel::kFirstDemand);
  const std::uint64_t without = letter.reading.clauses;
  for (std::size_t i = 0; i < s.scenario->clauses.size(); ++i) {
    if (s.scenario->clauses[i].cites_due) letter.reading.clauses |= 1ULL << i;
  }
  ASSERT_NE(letter.reading.clauses, without);
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, letter), Refusal::kNotOpened);
  s.Do(OpenDocument{0, s.Document("contract")});
  EXPECT_TRUE(s.May(letter));
}

TEST(Letter, GoesOnlyToPeopleWeKnow) {
  Stage s(1);
  SendLetter letter = StandardLetter(*s.scenario, s.state.known, 0, LetterLevel::kReminder);
  letter.reading.recipients = static_cast<std::uint16_t>(1U << s.Person("boss"));
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, letter), Refusal::kPersonUnknown);
}

TEST(Visit, CostsTheDayAndShowsThePlace) {
  for (Seed seed = 1; seed <= 30; ++seed) {
    Stage s(seed);
    s.Block("open_complaint");
    const Cents before = s.state.known.seller.spent;
    s.Do(StartVisit{0, s.Person("buyer")});
    EXPECT_GE(s.state.known.seller.spent - before, s.scenario->costs.visit);
    EXPECT_EQ(s.state.known.seller.minutes_left, 0);
    if (s.state.known.conversation.active == 0) continue;  // not let in
    for (std::size_t spot = 0; spot < s.customer().spots.size(); ++spot) {
      const Command look = Observe{static_cast<SpotId>(spot)};
      if (s.May(look)) s.Do(look);
    }
    EXPECT_TRUE(Knows(s.known(), s.Fact("leak_seen")));
    const PersonId user = s.Person("user");
    s.known().people[user].known = 1;
    if (s.May(MeetPerson{user})) s.Do(MeetPerson{user});
    s.Do(EndConversation{});
    EXPECT_EQ(s.state.known.conversation.active, 0);
  }
}

TEST(Plan, IsMadeBeforeTheFirstContactOrNot) {
  SetPlan plan;
  plan.amount = 384'000'00;
  Stage s(1);
  plan.date = s.scenario->days[20].date;
  s.Do(plan);
  EXPECT_EQ(s.known().plan.first_set_before_contact, 1);
  Stage late(1);
  late.Talk("buyer");
  late.Do(EndConversation{});
  late.Do(plan);
  EXPECT_EQ(late.known().plan.first_set_before_contact, 0);
  plan.probability = 52;
  EXPECT_FALSE(s.May(plan)) << "steps of five";
  plan.probability = 50;
  plan.amount = 385'000'00;
  EXPECT_FALSE(s.May(plan)) << "more than is owed";
}

TEST(Diary, RemindsOnItsDay) {
  Stage s(1);
  s.Block("open_complaint");
  s.Do(SetDiary{0, s.Person("buyer"), s.scenario->days[3].date});
  s.Do(Wait{Until::kDate, s.scenario->days[10].date});
  EXPECT_EQ(s.Count(EventKind::kDiaryDue), 1);
  EXPECT_EQ(s.state.known.seller.day, 3);
}

}  // namespace
}  // namespace huikuan::rules
