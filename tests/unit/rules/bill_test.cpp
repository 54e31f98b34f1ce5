// Bills and vouchers: offered, decided, matured, dishonoured, valued.
#include <gtest/gtest.h>

#include "rules/value.h"
#include "huikuan/observation.h"
#include "rules/commands.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/instrument.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"
#include "unit/rules/money_stage.h"

namespace huikuan::rules {
namespace {

using test::Changed;
using test::kClaim;
using test::Nights;
using test::PutOnTheList;
using test::Stage;

ScenarioPtr PaysOnlyBy(Instrument kind, int days = 180) {
  return Changed([&](content::Customer& c) {
    c.paying.pays_by = {0, 0, 0, 0};
    c.paying.pays_by[static_cast<std::size_t>(kind)] = 1;
    c.paying.bill_days = days;
  });
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
  for (const Case& c :
       {Case{Instrument::kBankBill, 3'072'00 + 150'00}, Case{Instrument::kCommercialBill, 8'640'00},
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
  const Cents safe = rules::Value(*bank.scenario, bank.state).open;
  EXPECT_LT(safe, kClaim);
  EXPECT_EQ(safe, kClaim - MulPpm(kClaim, bank.scenario->costs.daily_discount * 180));
  Stage own(2, PaysOnlyBy(Instrument::kCommercialBill));
  Offered(own);
  own.Do(DecideBill{0, 0, BillDecision::kKeep});
  own.truth().cash = 0;
  EXPECT_LT(rules::Value(*own.scenario, own.state).open, safe);
  // Sold, it is money, less what may have to be given back.
  own.Do(DecideBill{0, 0, BillDecision::kDiscount});
  EXPECT_LT(rules::Value(*own.scenario, own.state).open, 0);
  EXPECT_EQ(rules::Value(*own.scenario, own.state).cash, kClaim);
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
    const ValueParts value = rules::Value(*s.scenario, s.state);
    EXPECT_GT(value.total, huge / 2);
    EXPECT_LT(value.total, huge);
    EXPECT_GE(s.truth().cash, 0);
  }
  Stage s(2, scenario);
  s.truth().cash = 0;
  s.known().insolvent = 0;
  EXPECT_NEAR(static_cast<double>(rules::Value(*s.scenario, s.state).open), huge * 0.08,
              huge * 0.001);
}

}  // namespace
}  // namespace huikuan::rules
