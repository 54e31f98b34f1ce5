// What customers write by themselves: complaints, pleas, money said to be out, holidays.
#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "rules/message/message.h"
#include "rules/payment/promise.h"
#include "unit/rules/message_stage.h"

namespace huikuan::rules {
namespace {

using test::IncomingNamed;
using test::PurposeNamed;
using test::Stage;
using test::WrittenCase;

// The hospital with an open complaint, on the morning it was written; false: it never was.
bool Complained(Stage& s) {
  s.Block("open_complaint");
  for (int day = 0; day < 20; ++day) {
    test::Nights(s, 1);
    if (s.Count(EventKind::kMessageReceived) > 0) return s.state.known.further[0].wanted != 0;
  }
  return false;
}

TEST(Incoming, AComplaintCarriesTheFactAndAsksForService) {
  int complaints = 0;
  for (Seed seed = 1; seed <= 30; ++seed) {
    Stage s(seed, WrittenCase());
    if (!Complained(s)) continue;
    ++complaints;
    bool known = false;
    for (std::size_t f = 0; f < s.customer().facts.size(); ++f) {
      known = known || (s.customer().facts[f].problem && Knows(s.known(), static_cast<FactId>(f)));
    }
    EXPECT_TRUE(known);
    EXPECT_TRUE(s.May(OrderTask{0, s.Task("service_visit")}));
    const std::size_t which = IncomingNamed(*s.scenario, "complaint");
    EXPECT_EQ(s.state.known.further[0].wanted, which + 1);
    Stage late(seed, WrittenCase());
    ASSERT_TRUE(Complained(late));
    const Q16 relation = late.truth().relation;
    test::Nights(late, 5);
    EXPECT_EQ(late.Count(EventKind::kMessageOverdue), 1);
    EXPECT_LT(late.truth().relation, relation);
    s.Do(OrderTask{0, s.Task("service_visit")});
    test::Nights(s, 5);
    EXPECT_EQ(s.Count(EventKind::kMessageOverdue), 0);
    EXPECT_EQ(s.state.known.further[0].wanted, 0);
  }
  EXPECT_GT(complaints, 5);
}

TEST(Incoming, NobodyComplainsOfWhatIsNotSo) {
  for (Seed seed = 1; seed <= 30; ++seed) {
    Stage s(seed, WrittenCase());
    s.Block("absent_signer");
    for (int day = 0; day < 20; ++day) test::Nights(s, 1);
    for (const Event& e : s.events) {
      if (e.kind != EventKind::kMessageReceived) continue;
      EXPECT_NE(s.scenario->incoming[e.item].kind, content::IncomingKind::kProblem);
    }
  }
}

TEST(Incoming, AMessageStopsTheWait) {
  for (Seed seed = 1; seed <= 30; ++seed) {
    Stage s(seed, WrittenCase());
    s.Block("open_complaint");
    s.Do(Wait{Until::kDate, s.scenario->days[30].date});
    if (s.Count(EventKind::kMessageReceived) == 0) continue;
    EXPECT_LT(s.state.known.seller.day, 30);
    return;
  }
  ADD_FAILURE() << "nobody ever wrote";
}

TEST(Incoming, APleaWaitsForAnAnswerOfAnyKind) {
  int pleas = 0;
  for (Seed seed = 1; seed <= 40; ++seed) {
    Stage s(seed, WrittenCase("strained-foundry"));
    s.Block("cash_crisis");
    for (int day = 0; day < 22 && s.state.known.further[0].wanted == 0; ++day) test::Nights(s, 1);
    if (s.state.known.further[0].wanted == 0) continue;
    ++pleas;
    world::State answered = s.state;
    const auto m =
        DefaultMessage(*s.scenario, s.state.known, 0, PurposeNamed(s, "ask_time_to_call"),
                       s.Person("buyer"));
    ASSERT_TRUE(m);
    std::vector<Event> events;
    Chance chance(seed);
    World world{*s.scenario, answered, chance, &events};
    ApplyCommand(world, *m);
    for (int i = 0; i < 5; ++i) NextDay(world);
    for (const Event& e : events) EXPECT_NE(e.kind, EventKind::kMessageOverdue);
    test::Nights(s, 5);
    EXPECT_EQ(s.Count(EventKind::kMessageOverdue), 1);
  }
  EXPECT_GT(pleas, 5);
}

TEST(Incoming, MoneySaidToBeOutIsAPromiseAndNotAlwaysTrue) {
  int kept = 0, broken = 0;
  for (Seed seed = 1; seed <= 200; ++seed) {
    Stage s(seed, WrittenCase("strained-foundry"));
    s.claim().blocker = kNone;
    s.claim().gate = static_cast<std::uint8_t>(Gate::kCashPlan);
    s.claim().due_recognised = 1;
    s.truth().cash = s.truth().cash_mean = seed % 2 == 0 ? 4 * kOne : 0;
    test::Nights(s, 40);
    for (const Event& e : s.events) {
      if (e.kind != EventKind::kMessageReceived) continue;
      if (s.scenario->incoming[e.item].kind != content::IncomingKind::kPaymentOut) continue;
      EXPECT_GT(e.amount, 0);
      for (const world::PromiseKnown& p : s.known().promises) {
        if (p.used == 0 || p.date != e.date) continue;
        kept += p.state == static_cast<std::uint8_t>(PromiseState::kKept) ? 1 : 0;
        broken += p.state == static_cast<std::uint8_t>(PromiseState::kBroken) ? 1 : 0;
      }
    }
  }
  EXPECT_GT(kept, 5);
  EXPECT_GT(broken, 5);
}

TEST(Incoming, TheHolidayNoticeTellsWhenTheyPay) {
  int told = 0;
  for (Seed seed = 1; seed <= 20; ++seed) {
    Stage s(seed, WrittenCase());
    EXPECT_FALSE(RunDatesKnown(*s.scenario, s.state.known, 0));
    test::Nights(s, 30);
    for (const Event& e : s.events) {
      if (e.kind != EventKind::kMessageReceived) continue;
      if (s.scenario->incoming[e.item].kind != content::IncomingKind::kHoliday) continue;
      ++told;
      EXPECT_TRUE(RunDatesKnown(*s.scenario, s.state.known, 0));
    }
  }
  EXPECT_GT(told, 5);
}

}  // namespace
}  // namespace huikuan::rules
