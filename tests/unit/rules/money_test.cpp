// How a customer pays, or does not: cash, disputes, retention, insolvency.
#include <gtest/gtest.h>

#include "rules/value.h"
#include "huikuan/observation.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/day/next_day.h"
#include "rules/file/handover.h"
#include "rules/letter/standard.h"
#include "rules/payment/dispute.h"
#include "rules/payment/due.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/receipt.h"
#include "unit/rules/money_stage.h"

namespace huikuan::rules {
namespace {

using test::Changed;
using test::kClaim;
using test::Nights;
using test::PutOnTheList;
using test::Stage;

// ---- cash --------------------------------------------------------------------------------------

TEST(Cash, ASeasonMovesTheMeanWhileItLasts) {
  const ScenarioPtr lean = Changed([](content::Customer& c) {
    c.cash_sigma = 0;
    c.paying.seasons = {{FromCivil(2026, 3, 1), FromCivil(2026, 3, 31), kOne / 2}};
  });
  Stage s(1, lean);
  s.Block("open_complaint");
  s.truth().cash = s.truth().cash_mean = kOne;
  Nights(s, 18);
  const Q16 in_season = s.truth().cash;
  EXPECT_LT(in_season, Hundredths(85));
  EXPECT_GT(in_season, Hundredths(49));
  Nights(s, 24);
  EXPECT_GT(s.truth().cash, in_season + Hundredths(10)) << "and it comes back";
}

TEST(Cash, AShockTakesHalfAWeekAboutOnceInAMonthOfTheChanceGiven) {
  const ScenarioPtr shaky = Changed([](content::Customer& c) {
    c.cash_sigma = 0;
    c.cash_reversion = 0;
    c.paying.shock = kOne;
  });
  int shocks = 0, nights = 0;
  for (Seed seed = 1; seed <= 100; ++seed) {
    Stage s(seed, shaky);
    s.truth().cash = 7 * kOne;
    for (int day = 0; day < 42; ++day) {
      s.chance.SetDay(static_cast<Day>(day));
      const Q16 before = s.truth().cash;
      CashOvernight(s.world, 0);
      const Q16 lost = before - s.truth().cash;
      ASSERT_TRUE(lost == 0 || lost == kOne / 2 || s.truth().cash == 0);
      shocks += lost == kOne / 2 ? 1 : 0;
      ++nights;
    }
  }
  EXPECT_NEAR(shocks, nights / 21, nights / 60);
}

// ---- insolvency --------------------------------------------------------------------------------

ScenarioPtr Doomed(Q16 chance = kOne) {
  return Changed([&](content::Customer& c) { c.paying.insolvency = chance; });
}

TEST(Insolvency, ComesOnlyWithNothingToPayFrom) {
  Stage rich(1, Doomed());
  rich.truth().cash = rich.truth().floor + 1;
  EXPECT_FALSE(InsolvencyMorning(rich.world, 0));
  Stage broke(1, Doomed());
  broke.truth().cash = broke.truth().floor;
  EXPECT_TRUE(InsolvencyMorning(broke.world, 0));
  EXPECT_EQ(broke.known().insolvent, broke.world.day());
  EXPECT_EQ(broke.Count(EventKind::kInsolvencyFiled), 1);
  EXPECT_FALSE(InsolvencyMorning(broke.world, 0)) << "once";
}

TEST(Insolvency, HappensAsOftenAsSaid) {
  int filed = 0;
  for (Seed seed = 1; seed <= 1000; ++seed) {
    Stage s(seed, Doomed(Hundredths(10)));
    s.truth().cash = 0;
    filed += InsolvencyMorning(s.world, 0) ? 1 : 0;
  }
  EXPECT_NEAR(filed, 100, 30);
}

TEST(Insolvency, StopsTheProcessAndEverybodyWhoWasAsked) {
  Stage s(3, Doomed());
  s.Block("wrong_invoice");
  s.claim().cured = 1;
  s.claim().gate = static_cast<std::uint8_t>(Gate::kApproval);
  RecogniseDue(s.world, 0);
  s.truth().cash = 0;
  ASSERT_TRUE(InsolvencyMorning(s.world, 0));
  s.truth().cash = s.truth().cash_mean = 4 * kOne;
  Nights(s, 30);
  EXPECT_EQ(s.claim().gate, static_cast<int>(Gate::kApproval));
  EXPECT_EQ(s.Count(EventKind::kPaymentReceived), 0);
  EXPECT_EQ(s.Count(EventKind::kCutOffPassed), 0);
  s.Talk("finance_manager");
  s.events.clear();
  for (const char* act : {"greet", "state_debt", "request_payment_date"}) {
    Say say;
    ASSERT_TRUE(DefaultSlots(*s.scenario, s.state.known, s.Act(act), &say));
    s.Do(say);
  }
  EXPECT_EQ(s.Count(EventKind::kAdministrator), 1);
  EXPECT_EQ(s.Count(EventKind::kPromised), 0);
}

TEST(Insolvency, OpenClaimsAreWorthAQuota) {
  Stage s(1, Doomed());
  s.truth().cash = 0;
  const Cents before = rules::Value(*s.scenario, s.state).open;
  ASSERT_TRUE(InsolvencyMorning(s.world, 0));
  const ValueParts after = rules::Value(*s.scenario, s.state);
  EXPECT_LT(after.open * 4, before);
  EXPECT_GT(after.open, 0);
  EXPECT_EQ(after.relationship, 0);
}

TEST(Insolvency, WhatCameInTheLastSixMonthsMayGoBack) {
  int returned = 0;
  for (Seed seed = 1; seed <= 400; ++seed) {
    Stage s(seed, Doomed());
    Receive(s.world, 0, 0, 100'000'00);
    const Cents before = s.state.known.seller.received_value;
    s.truth().cash = 0;
    ASSERT_TRUE(InsolvencyMorning(s.world, 0));
    const bool back = s.Count(EventKind::kMoneyReturned) > 0;
    returned += back ? 1 : 0;
    EXPECT_EQ(s.known().invoices[0].paid, back ? 0 : 100'000'00);
    EXPECT_EQ(s.state.known.seller.received_value, back ? before - 100'000'00 : before);
  }
  EXPECT_NEAR(returned, 100, 35);
}

TEST(Insolvency, MoneyPaidBeforeTheFirstDayIsOutOfReach) {
  for (Seed seed = 1; seed <= 40; ++seed) {
    Stage s(seed, Doomed());
    s.truth().cash = 0;
    ASSERT_TRUE(InsolvencyMorning(s.world, 0));
    EXPECT_EQ(s.Count(EventKind::kMoneyReturned), 0);
  }
}

// ---- retention ---------------------------------------------------------------------------------

TEST(Retention, MovesByItselfFromTheDayItIsDueAndNotBefore) {
  const Date due = FromCivil(2026, 3, 20);
  const ScenarioPtr scenario = Changed([&](content::Customer& c) {
    c.invoices[c.claim].retention = true;
    c.invoices[c.claim].due = due;
  });
  for (Seed seed = 1; seed <= 10; ++seed) {
    Stage s(seed, scenario);
    s.claim().blocker = kNone;
    s.claim().gate = static_cast<std::uint8_t>(Gate::kAcceptance);
    RecogniseDue(s.world, 0);
    while (s.world.date() < due) {
      EXPECT_EQ(s.claim().gate, static_cast<int>(Gate::kAcceptance)) << seed;
      NextDay(s.world);
    }
    Nights(s, 20);
    EXPECT_GT(s.claim().gate, static_cast<int>(Gate::kAcceptance)) << seed;
  }
}

// ---- disputes ----------------------------------------------------------------------------------

SendLetter WrongLetter(const Stage& s, Cents by) {
  SendLetter letter = StandardLetter(*s.scenario, s.state.known, 0, LetterLevel::kReminder);
  letter.reading.amount += by;
  letter.reading.recipients = static_cast<std::uint16_t>(1U << s.Person("finance_manager"));
  return letter;
}

TEST(Dispute, AWrongFigureHoldsThePaymentUntilTheLedgerIsExplained) {
  int disputed = 0;
  for (Seed seed = 1; seed <= 100; ++seed) {
    Stage s(seed);
    s.known().people[s.Person("finance_manager")].known = 1;
    s.Do(WrongLetter(s, 1'00));
    if (s.known().invoices[s.customer().claim].disputed == 0) continue;
    ++disputed;
    EXPECT_EQ(s.Count(EventKind::kDisputeOpened), 1);
    s.Block("wrong_invoice");
    s.claim().cured = 1;
    RecogniseDue(s.world, 0);
    s.claim().gate = static_cast<std::uint8_t>(Gate::kApproval);
    s.truth().cash = s.truth().cash_mean = 4 * kOne;
    Nights(s, 20);
    EXPECT_EQ(s.claim().gate, static_cast<int>(Gate::kApproval));
    // A corrected letter explains it.
    SendLetter right = WrongLetter(s, 0);
    right.reading.amount = KnownOutstanding(*s.scenario, s.state.known, 0);
    s.Do(right);
    EXPECT_EQ(s.known().invoices[s.customer().claim].disputed, 0);
    EXPECT_EQ(s.Count(EventKind::kDisputeSettled), 1);
    Nights(s, 20);
    EXPECT_GT(s.claim().gate, static_cast<int>(Gate::kApproval)) << seed;
  }
  EXPECT_NEAR(disputed, 50, 20);
}

TEST(Dispute, AStatementToWhoeverKeepsTheLedgerExplainsIt) {
  Stage s;
  OpenDispute(s.world, 0, s.customer().claim);
  OpenDispute(s.world, 0, s.customer().claim);
  EXPECT_EQ(s.Count(EventKind::kDisputeOpened), 1) << "once";
  const DocumentId statement = s.Document("statement");
  HandOver(s.world, 0, s.Person("user"), statement);
  EXPECT_EQ(s.known().invoices[s.customer().claim].disputed, 1) << "the users keep no books";
  HandOver(s.world, 0, s.Person("ap"), statement);
  EXPECT_EQ(s.known().invoices[s.customer().claim].disputed, 0);
}

TEST(Dispute, AListedInvoiceIsNotPaidWhileItIsDisputed) {
  Stage s(2);
  PutOnTheList(s);
  OpenDispute(s.world, 0, s.customer().claim);
  for (int day = 0; day < 20; ++day) {
    s.chance.SetDay(static_cast<Day>(day));
    RunMorning(s.world, 0);
  }
  EXPECT_EQ(s.Count(EventKind::kPaymentReceived), 0);
}

// Evidence before the right person wears a pretext down; its paper would settle it at once, and
// no evidence helps against a real obstacle.
TEST(Dispute, EvidenceWearsDownWhatIsOnlyPretended) {
  int let_go = 0;
  for (Seed seed = 1; seed <= 100; ++seed) {
    auto scenario = std::make_shared<Scenario>(*test::FirstCase());
    for (content::Blocker& blocker : scenario->blockers) {
      blocker.pretended = blocker.id == "open_complaint";
    }
    Stage s(seed, scenario);
    s.Block("open_complaint");
    const PersonId owner = s.customer().gates[s.claim().gate].owner;
    Nights(s, 5);
    ASSERT_EQ(s.claim().cured, 0) << "not by itself";
    EXPECT_FALSE(CiteAgainstPretext(s.world, 0, s.Person("ap")));
    EXPECT_TRUE(CiteAgainstPretext(s.world, 0, owner));
    Nights(s, 5);
    let_go += s.claim().cured;
    Stage real(seed);
    real.Block("open_complaint");
    EXPECT_FALSE(CiteAgainstPretext(real.world, 0, owner));
  }
  EXPECT_NEAR(let_go, 50, 18);
}

}  // namespace
}  // namespace huikuan::rules
