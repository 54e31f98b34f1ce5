#include <gtest/gtest.h>

#include "huikuan/observation.h"
#include "rules/day/next_day.h"
#include "rules/file/handover.h"
#include "rules/payment/due.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"
#include "rules/payment/receipt.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Nights;
using test::Stage;

TEST(Process, AMissingPaperMovesByThePaperOnly) {
  for (Seed seed = 1; seed <= 20; ++seed) {
    Stage s(seed);
    s.Block("wrong_invoice");
    RecogniseDue(s.world, 0);
    for (std::size_t p = 0; p < s.customer().people.size();
         ++p) {  // all the good will in the world
      s.truth().people[p].trust = kOne;
      s.truth().people[p].urgency = kOne;
    }
    s.truth().sponsor = kOne;
    Nights(s, 20);
    EXPECT_EQ(s.claim().gate, static_cast<int>(Gate::kInvoice));
    HandOver(s.world, 0, s.Person("ap"), s.Document("invoice_corrected"));
    Nights(s, 18);
    EXPECT_GT(s.claim().gate, static_cast<int>(Gate::kInvoice));
    EXPECT_EQ(s.claim().cured, 1);
  }
}

TEST(Process, ThePaperMustReachTheRightDesk) {
  int arrived = 0;
  for (Seed seed = 1; seed <= 200; ++seed) {
    Stage s(seed);
    s.Block("wrong_invoice");
    HandOver(s.world, 0, s.Person("user"), s.Document("invoice_corrected"));
    arrived += s.claim().had_papers;
  }
  EXPECT_NEAR(arrived, 70, 25);  // passed on about a third of the time
}

TEST(Process, NothingIsBookedWhileTheyThinkItIsNotDue) {
  Stage s(3);
  s.Block("missed_reconciliation");
  s.claim().gate = static_cast<std::uint8_t>(Gate::kBooking);
  s.claim().cured = 1;
  Nights(s, 25);
  EXPECT_EQ(s.claim().gate, static_cast<int>(Gate::kBooking));
  RecogniseDue(s.world, 0);
  Nights(s, 15);
  EXPECT_GT(s.claim().gate, static_cast<int>(Gate::kBooking));
}

TEST(Process, MoneyMovesOnRunDaysOnly) {
  for (Seed seed = 1; seed <= 60; ++seed) {
    Stage s(seed);
    s.Block("wrong_invoice");
    s.claim().gate = static_cast<std::uint8_t>(Gate::kCashPlan);
    s.claim().cured = 1;
    s.truth().cash_mean = s.truth().cash = 4 * kOne;
    Nights(s, 44);
    for (const Event& e : s.events) {
      if (e.kind != EventKind::kPaymentReceived) continue;
      EXPECT_TRUE(s.customer().days[static_cast<std::size_t>(e.day)].is_run);
    }
    EXPECT_EQ(Outstanding(s.world, 0), 0) << seed;
  }
}

TEST(Process, AnEmptyTillPaysNothingAndAPartWhenAgreed) {
  Stage s(2);
  s.Block("wrong_invoice");
  s.claim().gate = static_cast<std::uint8_t>(Gate::kCashPlan);
  s.claim().cured = 1;
  s.truth().cash_mean = s.truth().cash = s.truth().floor;
  CutOffMorning(s.world, 0);
  EXPECT_EQ(s.claim().listed, 0);
  // Enough for a third, not for all; rivals out of the way by rank.
  s.truth().sponsor = kOne;
  s.truth().cash = s.truth().floor + Hundredths(30);
  CutOffMorning(s.world, 0);
  EXPECT_EQ(s.claim().listed, 0);
  s.truth().agreed_share = 30;
  CutOffMorning(s.world, 0);
  EXPECT_EQ(s.claim().listed, DivRound(384000'00 * 30, 100));
}

TEST(Process, ADifferenceClearsUpWithoutUsWhereTheCaseSaysSo) {
  for (const Q16 settles : {Q16{0}, kOne}) {
    auto scenario = std::make_shared<Scenario>(*test::FirstCase());
    scenario->customers[0].paying.settles = settles;
    Stage s(2, scenario);
    s.Block("wrong_invoice");
    Nights(s, 2);
    EXPECT_EQ(s.claim().cured != 0, settles != 0);
    Stage goodwill(2, scenario);
    goodwill.Block("request_not_filed");
    Nights(goodwill, 2);
    EXPECT_EQ(goodwill.claim().cured, 0);
  }
}

TEST(Process, ASeniorSponsorRaisesOurRank) {
  Stage s(2);
  const Q16 before = Priority(s.world, 0);
  s.truth().sponsor = kOne / 2;
  EXPECT_GT(Priority(s.world, 0), before);
  s.truth().sponsor = 0;
  for (std::size_t p = 0; p < s.customer().people.size(); ++p) s.truth().people[p].reactance = kOne;
  EXPECT_LT(Priority(s.world, 0), before);
}

TEST(Receipt, IsBookedToTheCentAndDiscountedByDays) {
  Stage s;
  Receive(s.world, 0, 0, 100'000'01);
  EXPECT_EQ(s.state.known.seller.received_value, 100'000'01);  // first day: no discount
  Nights(s, 10);
  const Cents before = s.state.known.seller.received_value;
  Receive(s.world, 0, 0, 100'000'00);
  const Date days = s.world.date() - s.scenario->start;
  EXPECT_EQ(s.state.known.seller.received_value - before,
            100'000'00 - MulPpm(100'000'00, s.scenario->costs.daily_discount * days));
  EXPECT_EQ(Outstanding(s.world, 0), 384'000'00 - 200'000'01);
}

TEST(Promise, QualityCountsWhatWasNamed) {
  Stage s;
  const PersonId fang = s.Person("finance_manager");
  const PromiseId vague = MakePromise(s.world, 0, fang, 0, kNoDate, false);
  const int vague_quality = s.known().promises[vague].quality;
  const Q16 vague_commitment = s.truth().commitment[vague];
  const PromiseId dated = MakePromise(s.world, 0, fang, 384000'00, s.world.date() + 7, false);
  EXPECT_EQ(dated, vague) << "a new promise by the same person replaces their open one";
  EXPECT_GT(s.known().promises[dated].quality, vague_quality);
  EXPECT_GT(s.truth().commitment[dated], vague_commitment);
  const Q16 spoken = s.truth().commitment[dated];
  WritePromise(s.world, 0, dated);
  EXPECT_GT(s.truth().commitment[dated], spoken);
  AddCheckpoint(s.world, 0, dated, s.world.date() + 3);
  AgreeMethod(s.world, 0, dated);
  EXPECT_EQ(s.known().promises[dated].quality, 6);
  EXPECT_EQ(s.known().diary[0].date, s.world.date() + 3);
  WritePromise(s.world, 0, dated);  // once only
  EXPECT_EQ(s.known().promises[dated].quality, 6);
}

TEST(Promise, ACoercedOneHoldsLess) {
  Stage s;
  const PromiseId free =
      MakePromise(s.world, 0, s.Person("boss"), 1000'00, s.world.date() + 7, false);
  const Q16 held = s.truth().commitment[free];
  const PromiseId forced =
      MakePromise(s.world, 0, s.Person("boss"), 1000'00, s.world.date() + 7, true);
  EXPECT_LT(s.truth().commitment[forced], held);
}

TEST(Promise, VagueWordsDoNotReplaceADateAndPuttingOffBreaksIt) {
  Stage s;
  const PersonId boss = s.Person("boss");
  const PromiseId dated = MakePromise(s.world, 0, boss, 100'000'00, s.world.date() + 7, false);
  EXPECT_EQ(MakePromise(s.world, 0, boss, 0, kNoDate, false), dated);
  EXPECT_EQ(s.known().promises[dated].date, s.world.date() + 7);
  const PromiseId later = MakePromise(s.world, 0, boss, 100'000'00, s.world.date() + 20, false);
  EXPECT_NE(later, dated);
  EXPECT_EQ(static_cast<PromiseState>(s.known().promises[dated].state), PromiseState::kBroken);
}

TEST(Promise, WeighsByItsShareAndOnlyForTheRunItIsDueBy) {
  Stage s;
  constexpr Cents kAll = 384'000'00;
  const Date run = s.world.date() + 14;
  MakePromise(s.world, 0, s.Person("boss"), 38'400'00, run, false);
  const Q16 tenth = PromiseHold(s.world, 0, run, kAll);
  EXPECT_GT(tenth, 0);
  EXPECT_EQ(PromiseHold(s.world, 0, run - 3, kAll), 0);
  Stage all;
  MakePromise(all.world, 0, all.Person("boss"), 384'000'00, run, false);
  EXPECT_GT(PromiseHold(all.world, 0, run, kAll), 5 * tenth);
  // Of the part that is asked for, the same small promise covers everything.
  EXPECT_GT(PromiseHold(s.world, 0, run, kAll / 10), 5 * tenth);
}

// Cash for `weeks` of payables on top of the floor and no rivals, our claim at the cash plan, and a
// third of it agreed on for the next run.
void AgreeOnAThird(Stage& s, Q16 weeks, bool written) {
  s.Block("wrong_invoice");
  s.claim().gate = static_cast<std::uint8_t>(Gate::kCashPlan);
  s.claim().cured = 1;
  s.truth().sponsor = kOne;
  s.truth().claims = 0;
  s.truth().cash_mean = s.truth().cash = s.truth().floor + weeks;
  const Cents third = 128'000'00;
  const PromiseId id = MakePromise(s.world, 0, s.Person("boss"), third, s.world.date() + 30, false);
  AgreeInstalments(s.world, 0, id, 33);
  if (written) WritePromise(s.world, 0, id);
}

TEST(Instalments, StandRunAfterRunOnceTheyAreInWriting) {
  for (const bool written : {false, true}) {
    Stage s(2);
    AgreeOnAThird(s, Hundredths(30), written);
    s.claim().listed = 10'000'00;
    s.claim().gate = static_cast<std::uint8_t>(Gate::kPaymentRun);
    for (Day d = 0; d < 40 && Outstanding(s.world, 0) == 384'000'00; ++d) {
      RunMorning(s.world, 0);
      s.chance.SetDay(++s.state.known.seller.day);
    }
    ASSERT_LT(Outstanding(s.world, 0), 384'000'00);
    EXPECT_EQ(s.truth().agreed_share, written ? 33 : 0);
  }
}

TEST(Instalments, OfOneInWritingThereComesWhatThereIs) {
  // Enough for a part of a third of the claim, not for a third.
  Stage spoken(2), written(2);
  const Cents third = DivRound(384'000'00 * 33, 100);
  const Q16 half = Weeks(spoken.customer(), third) / 2 + Hundredths(1);
  AgreeOnAThird(spoken, half, false);
  CutOffMorning(spoken.world, 0);
  EXPECT_EQ(spoken.claim().listed, 0);
  AgreeOnAThird(written, half, true);
  CutOffMorning(written.world, 0);
  EXPECT_EQ(written.claim().listed, third / 4 * 2);
}

TEST(Promise, IsKeptBrokenOrKeptInPart) {
  for (const Cents paid : {Cents{0}, Cents{50'000'00}, Cents{100'000'00}}) {
    Stage s(4);
    s.Block("open_complaint");        // nothing comes by itself
    Receive(s.world, 0, 0, 120'000'00);  // earlier money keeps no later promise
    MakePromise(s.world, 0, s.Person("buyer"), 100'000'00, s.world.date() + 4, false);
    if (paid > 0) Receive(s.world, 0, 0, paid);
    Nights(s, 6);
    const auto state = static_cast<PromiseState>(s.known().promises[0].state);
    EXPECT_EQ(state, paid == 0           ? PromiseState::kBroken
                     : paid < 100'000'00 ? PromiseState::kPartKept
                                         : PromiseState::kKept);
  }
}

TEST(Promise, SameDayFollowUpStings) {
  Stage s(4);
  s.Block("open_complaint");
  MakePromise(s.world, 0, s.Person("buyer"), 100'000'00, s.world.date() + 1, false);
  Nights(s, 2);
  ASSERT_EQ(s.Count(EventKind::kPromiseBroken), 1);
  const Q16 before = s.person("buyer").urgency;
  FollowUpBrokenPromise(s.world, 0, s.Person("buyer"));
  EXPECT_GT(s.person("buyer").urgency, before);
  const Q16 after = s.person("buyer").urgency;
  FollowUpBrokenPromise(s.world, 0, s.Person("buyer"));
  EXPECT_EQ(s.person("buyer").urgency, after) << "once for each";
}

}  // namespace
}  // namespace huikuan::rules
