// How a customer pays, or does not: cash, bills, disputes, retention, insolvency.
#include <gtest/gtest.h>

#include <functional>

#include "assess/value.h"
#include "huikuan/observation.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/day/next_day.h"
#include "rules/file/handover.h"
#include "rules/letter/standard.h"
#include "rules/payment/dispute.h"
#include "rules/payment/due.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/instrument.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"
#include "rules/payment/receipt.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Stage;

constexpr Cents kClaim = 384'000'00;

// The first case with its customer changed.
ScenarioPtr Changed(const std::function<void(content::Customer&)>& change) {
  auto scenario = std::make_shared<Scenario>(*test::FirstCase());
  change(scenario->customers[0]);
  return scenario;
}

ScenarioPtr PaysOnlyBy(Instrument kind, int days = 180) {
  return Changed([&](content::Customer& c) {
    c.paying.pays_by = {0, 0, 0, 0};
    c.paying.pays_by[static_cast<std::size_t>(kind)] = 1;
    c.paying.bill_days = days;
  });
}

void Nights(Stage& s, int n) {
  for (int i = 0; i < n && s.state.known.seller.ended == 0; ++i) NextDay(s.world);
}

// On the list of a payment run that is today.
void PutOnTheList(Stage& s, Cents amount = kClaim) {
  s.Block("wrong_invoice");
  s.claim().cured = 1;
  s.claim().gate = static_cast<std::uint8_t>(Gate::kPaymentRun);
  s.claim().listed = amount;
  s.truth().cash = s.truth().cash_mean = 4 * kOne;
}

// The bill on our desk; slips (one run in twenty) are tried again.
world::BillKnown& Offered(Stage& s) {
  PutOnTheList(s);
  for (int i = 0; i < 20 && s.known().bills[0].state == 0; ++i) {
    RunMorning(s.world, 0);
    if (s.known().bills[0].state == 0) s.chance.SetDay(static_cast<Day>(100 + i));
  }
  s.chance.SetDay(s.world.day());
  return s.known().bills[0];
}

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
  const Cents before = assess::Value(*s.scenario, s.state).open;
  ASSERT_TRUE(InsolvencyMorning(s.world, 0));
  const ValueParts after = assess::Value(*s.scenario, s.state);
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

// ---- bills -------------------------------------------------------------------------------------

TEST(Bill, IsOfferedInsteadOfMoneyAndLeavesTheInvoiceOpen) {
  Stage s(2, PaysOnlyBy(Instrument::kBankBill));
  const world::BillKnown& bill = Offered(s);
  ASSERT_EQ(StateOf(bill), BillState::kOffered);
  EXPECT_EQ(bill.amount, kClaim);
  EXPECT_EQ(bill.maturity, s.world.date() + 180);
  EXPECT_EQ(OpenOf(s.customer(), s.known(), s.customer().claim), kClaim);
  EXPECT_EQ(s.state.known.seller.received_value, 0);
  EXPECT_EQ(s.Count(EventKind::kBillOffered), 1);
  EXPECT_EQ(s.Count(EventKind::kPaymentReceived), 0);
  EXPECT_LT(s.truth().cash, 4 * kOne) << "a bank bill needs a deposit";
  EXPECT_GT(s.truth().cash, 4 * kOne - Weeks(s.customer(), kClaim));
}

TEST(Bill, KeptSettlesTheInvoiceButIsNoMoneyUntilItMatures) {
  Stage s(2, PaysOnlyBy(Instrument::kBankBill, 20));
  Offered(s);
  s.Do(DecideBill{0, 0, BillDecision::kKeep});
  EXPECT_EQ(OpenOf(s.customer(), s.known(), s.customer().claim), 0);
  EXPECT_EQ(PaidTotal(s.customer(), s.known()), 0);
  EXPECT_EQ(s.state.known.seller.received_value, 0);
  EXPECT_EQ(s.claim().gate, static_cast<int>(Gate::kPaid));
  s.truth().cash = 0;  // a bank pays whatever becomes of them
  for (int i = 0; i < 20; ++i) {
    NextDay(s.world);
    s.state.known.seller.ended = 0;  // nothing else is open, which ends the case
  }
  EXPECT_EQ(StateOf(s.known().bills[0]), BillState::kPaid);
  EXPECT_EQ(PaidTotal(s.customer(), s.known()), kClaim);
  EXPECT_GT(s.state.known.seller.received_value, 0);
  EXPECT_EQ(s.known().held_bills, 0);
}

TEST(Bill, ThatNobodyDecidesOnIsTakenIn) {
  Stage s(2, PaysOnlyBy(Instrument::kVoucher));
  Offered(s);
  const Date by = DecideBy(*s.scenario, s.known().bills[0]);
  Nights(s, kBillDecisionDays - 1);
  EXPECT_EQ(StateOf(s.known().bills[0]), BillState::kOffered);
  NextDay(s.world);
  EXPECT_EQ(s.world.date(), by);
  EXPECT_EQ(StateOf(s.known().bills[0]), BillState::kHeld);
}

TEST(Bill, DiscountedIsMoneyNowLessRateTimesDays) {
  struct Case {
    Instrument kind;
    Cents cost;
  };
  // 384,000 × rate × 180/360; the bank bill's fee of ¥150 besides.
  for (const Case& c : {Case{Instrument::kBankBill, 3'072'00 + 150'00},
                        Case{Instrument::kCommercialBill, 8'640'00},
                        Case{Instrument::kVoucher, 11'520'00}}) {
    Stage s(2, PaysOnlyBy(c.kind));
    Offered(s);
    const Cents spent = s.state.known.seller.spent;
    s.Do(DecideBill{0, 0, BillDecision::kDiscount});
    EXPECT_EQ(PaidTotal(s.customer(), s.known()), kClaim);
    EXPECT_EQ(s.state.known.seller.received_value, kClaim) << "the first day: no discount for time";
    const Cents minutes = s.scenario->costs.minute * s.scenario->costs.confirm_minutes;
    EXPECT_EQ(s.state.known.seller.spent - spent, c.cost + minutes);
    EXPECT_FALSE(s.May(DecideBill{0, 0, BillDecision::kKeep}));
    EXPECT_FALSE(s.May(DecideBill{0, 0, BillDecision::kDiscount}));
  }
}

TEST(Bill, AKeptOneMayStillBeDiscountedAndNothingElse) {
  Stage s(2, PaysOnlyBy(Instrument::kCommercialBill));
  Offered(s);
  s.Do(DecideBill{0, 0, BillDecision::kKeep});
  EXPECT_FALSE(s.May(DecideBill{0, 0, BillDecision::kKeep}));
  EXPECT_FALSE(s.May(DecideBill{0, 0, BillDecision::kRefuse}));
  s.Do(DecideBill{0, 0, BillDecision::kDiscount});
  EXPECT_EQ(PaidTotal(s.customer(), s.known()), kClaim);
  EXPECT_EQ(s.known().held_bills, 0);
  EXPECT_FALSE(s.May(DecideBill{0, 1, BillDecision::kKeep})) << "there is no second one";
  EXPECT_FALSE(s.May(DecideBill{0, 9, BillDecision::kKeep}));
}

TEST(Bill, RefusedTheyMayPayByTransferOrInsistAndLikeUsLess) {
  const auto insisted = [](bool cash_term) {
    const ScenarioPtr scenario = Changed([&](content::Customer& c) {
      c.paying.pays_by = {0, 1, 0, 0};
      c.paying.cash_term = cash_term;
    });
    int n = 0;
    for (Seed seed = 1; seed <= 200; ++seed) {
      Stage s(seed, scenario);
      Offered(s);
      const Q16 cash = s.truth().cash;
      const Q16 before = s.person("finance_manager").reactance;
      s.Do(DecideBill{0, 0, BillDecision::kRefuse});
      EXPECT_GT(s.person("finance_manager").reactance, before);
      EXPECT_GT(s.truth().cash, cash) << "the deposit is free again";
      EXPECT_EQ(OpenOf(s.customer(), s.known(), s.customer().claim), kClaim);
      EXPECT_EQ(s.claim().gate, static_cast<int>(Gate::kCashPlan));
      n += s.truth().instrument != static_cast<std::uint8_t>(Instrument::kTransfer) ? 1 : 0;
    }
    return n;
  };
  const int plain = insisted(false);
  const int by_contract = insisted(true);
  EXPECT_GT(plain, 60);
  EXPECT_LT(plain, 140);
  EXPECT_LT(by_contract + 30, plain) << "a contract that says cash helps";
}

TEST(Bill, TheirOwnPaperDefaultsAsTheirCashFalls) {
  const content::Customer& customer = test::FirstCase()->customers[0];
  world::CustomerTruth truth;
  truth.cash = 2 * customer.cash_mean;
  const auto risk = [&](Instrument kind, bool insolvent = false) {
    return DefaultRisk(customer, truth, insolvent, kind);
  };
  const Q16 full = risk(Instrument::kCommercialBill);
  EXPECT_EQ(risk(Instrument::kBankBill), 0);
  EXPECT_EQ(risk(Instrument::kVoucher), full / 2);
  truth.cash = 0;
  EXPECT_GT(risk(Instrument::kCommercialBill), full + Hundredths(40));
  EXPECT_EQ(risk(Instrument::kCommercialBill, true), kOne);
  EXPECT_EQ(risk(Instrument::kVoucher, true), kOne / 2);
  EXPECT_EQ(risk(Instrument::kBankBill, true), 0);
}

// Kept or discounted, the paper of an insolvent house is not paid: the invoice is open again, and
// what a bank gave for it goes back.
TEST(Bill, DishonouredOpensTheInvoiceAgainWithRecourse) {
  for (const BillDecision decision : {BillDecision::kKeep, BillDecision::kDiscount}) {
    Stage s(2, PaysOnlyBy(Instrument::kCommercialBill, 10));
    Offered(s);
    s.Do(DecideBill{0, 0, decision});
    s.known().insolvent = s.world.day();
    for (int i = 0; i < 10; ++i) {
      NextDay(s.world);
      s.state.known.seller.ended = 0;
    }
    EXPECT_EQ(StateOf(s.known().bills[0]), BillState::kDishonoured);
    EXPECT_EQ(OpenOf(s.customer(), s.known(), s.customer().claim), kClaim);
    EXPECT_EQ(s.Count(EventKind::kBillDishonoured), 1);
    EXPECT_EQ(s.Count(EventKind::kMoneyReturned), decision == BillDecision::kDiscount ? 1 : 0);
    EXPECT_EQ(PaidTotal(s.customer(), s.known()), 0);
    EXPECT_EQ(s.known().focus, s.customer().claim);
  }
}

TEST(Bill, WithoutRoomForAnotherTheyPayByTransfer) {
  Stage s(2, PaysOnlyBy(Instrument::kBankBill));
  for (world::BillKnown& bill : s.known().bills) {
    bill.state = static_cast<std::uint8_t>(BillState::kDiscounted);
    bill.maturity = s.world.date() + 100;
  }
  EXPECT_EQ(PaysBy(s.world, 0), Instrument::kTransfer);
  s.known().bills[2].state = static_cast<std::uint8_t>(BillState::kPaid);
  EXPECT_EQ(PaysBy(s.world, 0), Instrument::kBankBill);
  Offered(s);
  PutOnTheList(s);
  OfferBill(s.world, 0, s.customer().claim, Instrument::kBankBill, 1'00);
  EXPECT_EQ(s.known().bills[2].amount, 1'00) << "the slot of the one that is over";
}

TEST(Bill, IsWorthItsFaceLessRiskAndTime) {
  Stage bank(2, PaysOnlyBy(Instrument::kBankBill));
  Offered(bank);
  bank.Do(DecideBill{0, 0, BillDecision::kKeep});
  const Cents safe = assess::Value(*bank.scenario, bank.state).open;
  EXPECT_LT(safe, kClaim);
  EXPECT_EQ(safe, kClaim - MulPpm(kClaim, bank.scenario->costs.daily_discount * 180));
  Stage own(2, PaysOnlyBy(Instrument::kCommercialBill));
  Offered(own);
  own.Do(DecideBill{0, 0, BillDecision::kKeep});
  own.truth().cash = 0;
  EXPECT_LT(assess::Value(*own.scenario, own.state).open, safe);
  // Sold, it is money, less what may have to be given back.
  own.Do(DecideBill{0, 0, BillDecision::kDiscount});
  EXPECT_LT(assess::Value(*own.scenario, own.state).open, 0);
  EXPECT_EQ(assess::Value(*own.scenario, own.state).cash, kClaim);
}

TEST(Bill, KeepsAPromise) {
  Stage s(2, PaysOnlyBy(Instrument::kBankBill));
  MakePromise(s.world, 0, s.Person("boss"), kClaim, s.world.date() + 1, false);
  Offered(s);
  Nights(s, 2);
  EXPECT_EQ(static_cast<PromiseState>(s.known().promises[0].state), PromiseState::kKept);
}

TEST(Bill, LedgersOfATrillionDoNotOverflow) {
  const Cents huge = 1'000'000'000'000'00;
  const ScenarioPtr scenario = Changed([&](content::Customer& c) {
    c.paying.pays_by = {0, 0, 1, 0};
    c.invoices[c.claim].amount = huge;
    c.weekly_payables = huge / 900;
  });
  for (const BillDecision decision :
       {BillDecision::kKeep, BillDecision::kDiscount, BillDecision::kRefuse}) {
    Stage s(2, scenario);
    PutOnTheList(s, huge);
    OfferBill(s.world, 0, s.customer().claim, Instrument::kCommercialBill, huge);
    EXPECT_EQ(DiscountCost(s.known().bills[0], s.world.date()), MulPpm(huge, 22'500));
    s.Do(DecideBill{0, 0, decision});
    const ValueParts value = assess::Value(*s.scenario, s.state);
    EXPECT_GT(value.total, huge / 2);
    EXPECT_LT(value.total, huge);
    EXPECT_GE(s.truth().cash, 0);
  }
  Stage s(2, scenario);
  s.truth().cash = 0;
  s.known().insolvent = 0;
  EXPECT_NEAR(static_cast<double>(assess::Value(*s.scenario, s.state).open), huge * 0.08,
              huge * 0.001);
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
  SendLetter letter =
      StandardLetter(*s.scenario, s.state.known, 0, LetterLevel::kReminder);
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
    EXPECT_FALSE(CiteAgainstPretext(s.world, 0, s.Person("cashier")));
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
