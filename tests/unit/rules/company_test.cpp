// Our own cash: what goes out and when, what running short costs, the forecast finance spends
// against; and colleagues who refuse or are late.
#include <gtest/gtest.h>

#include "rules/value.h"
#include "huikuan/experiment.h"
#include "huikuan/observation.h"
#include "huikuan/session.h"
#include "rules/company/cash.h"
#include "rules/company/orders.h"
#include "rules/day/next_day.h"
#include "rules/internal/tasks.h"
#include "rules/payment/ledger.h"
#include "rules/payment/receipt.h"
#include "unit/company_bundle.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Stage;

Stage Ours(Seed seed = 1) { return Stage(seed, test::CompanyCase()); }

world::CompanyKnown& Books(Stage& s) { return s.state.known.seller.company; }

void Until(Stage& s, Day day) {
  while (s.state.known.seller.day < day && s.state.known.seller.ended == 0) NextDay(s.world);
}

Day DayOf(const Stage& s, int month, int day) {
  const Date date = FromCivil(2026, month, day);
  for (std::size_t d = 0; d < s.scenario->days.size(); ++d) {
    if (s.scenario->days[d].date >= date) return static_cast<Day>(d);
  }
  ADD_FAILURE() << "after the end";
  return 0;
}

TEST(Company, IsReadWithPaymentsByDay) {
  Stage s = Ours();
  const content::Company& company = s.scenario->company;
  ASSERT_EQ(company.payments.size(), 5U) << "what lies after the end is left out";
  EXPECT_EQ(company.payments[0].id, "rent");
  EXPECT_EQ(company.payments[0].day, 0);
  EXPECT_EQ(company.payments[1].id, "wages_mar");
  // 14 March is a Saturday: the Monday after.
  EXPECT_EQ(s.scenario->days[static_cast<std::size_t>(company.payments[1].day)].date,
            FromCivil(2026, 3, 16));
  EXPECT_EQ(company.finance_spends, 500'000);
  EXPECT_EQ(Books(s).bank, 190'000'00) << "the rent of the first day is paid";
  EXPECT_EQ(Books(s).low, 190'000'00);
}

TEST(Company, WithoutOneNothingMoves) {
  Stage s(1);
  EXPECT_FALSE(s.scenario->company.present);
  MoveCash(s.world, -100);
  CashIn(s.world, 100);
  Until(s, 44);
  const world::CompanyKnown none{};
  EXPECT_EQ(Books(s).bank, none.bank);
  EXPECT_EQ(Books(s).low, none.low);
  EXPECT_EQ(s.Count(EventKind::kForecastTaken) + s.Count(EventKind::kOwnPayment), 0);
}

TEST(Company, ShortPayrollIsBridgedAtAFeeAndSlowsUsDown) {
  Stage s = Ours();
  s.Block("open_complaint");  // nothing comes in meanwhile
  const Day payday = DayOf(s, 3, 16);
  Until(s, static_cast<Day>(payday - 1));
  Books(s).bank = 50'000'00;
  s.events.clear();
  Until(s, payday);
  EXPECT_EQ(s.Count(EventKind::kPayrollShort), 1);
  EXPECT_EQ(s.Count(EventKind::kBridgingFee), 1);
  const Cents fee = 2'000'00;  // 2 % of the 100,000 missing
  EXPECT_EQ(Books(s).crisis, fee);
  EXPECT_EQ(Books(s).bank, 50'000'00 - 150'000'00 - fee);
  EXPECT_EQ(Books(s).low, Books(s).bank);
  EXPECT_EQ(Books(s).low_day, payday);
  EXPECT_TRUE(Strained(s.state.known));
  Until(s, static_cast<Day>(payday + kStrainDays));
  EXPECT_TRUE(Strained(s.state.known));
  Until(s, static_cast<Day>(payday + kStrainDays + 1));
  EXPECT_FALSE(Strained(s.state.known));
}

TEST(Company, EnoughOnPaydayCostsNothing) {
  Stage s = Ours();
  s.Block("open_complaint");
  Until(s, static_cast<Day>(DayOf(s, 3, 16) - 1));
  Books(s).bank = 150'000'00;
  Until(s, DayOf(s, 3, 16));
  EXPECT_EQ(s.Count(EventKind::kPayrollShort), 0);
  EXPECT_EQ(Books(s).bank, 0);
  EXPECT_EQ(Books(s).crisis, 0);
}

TEST(Company, AnOverdraftCostsInterestForEveryCalendarDay) {
  Stage s = Ours();
  s.Block("open_complaint");
  Until(s, 4);  // Friday
  ASSERT_EQ(Weekday(s.world.date()), 4);
  Books(s).bank = -100'000'00;
  NextDay(s.world);  // Monday: three days at 600 ppm
  EXPECT_EQ(Books(s).interest, 180'00);
  EXPECT_EQ(Books(s).crisis, 180'00);
  EXPECT_EQ(Books(s).bank, -100'180'00);
  Books(s).bank = 0;
  NextDay(s.world);
  EXPECT_EQ(Books(s).interest, 180'00) << "nothing at zero";
}

void Plan(Stage& s, Cents amount, int probability, int days) {
  world::PlanKnown& plan = s.known().plan;
  plan.set = 1;
  plan.amount = amount;
  plan.probability = static_cast<std::uint8_t>(probability);
  plan.date = s.world.date() + days;
}

TEST(Forecast, CountsWhatIsDueWithinTwoWeeks) {
  Stage s = Ours();
  const auto forecast = [&] { return ForecastOf(*s.scenario, s.state.known); };
  EXPECT_EQ(forecast(), 0);
  Plan(s, 384'000'00, 50, 14);
  EXPECT_EQ(forecast(), 192'000'00);
  Plan(s, 384'000'00, 50, 15);
  EXPECT_EQ(forecast(), 0);
  Plan(s, 384'000'00, 50, -1);
  EXPECT_EQ(forecast(), 0) << "the day has passed";
  Plan(s, 384'000'00, 100, 3);
  const Cents open = OpenTotal(s.customer(), s.known());
  Plan(s, open * 2, 100, 3);
  EXPECT_EQ(forecast(), open) << "no more than is owed";
}

TEST(Forecast, FinanceSpendsOnceAndItComesOffTheSuppliersNextBill) {
  Stage s = Ours();
  s.Block("open_complaint");
  Until(s, 4);
  Plan(s, 200'000'00, 50, 10);
  const Cents before = Books(s).bank;
  NextDay(s.world);  // Monday
  EXPECT_EQ(s.Count(EventKind::kSuppliersPaid), 1);
  EXPECT_EQ(Books(s).bank, before - 50'000'00) << "half of the 100,000 expected";
  EXPECT_EQ(Books(s).committed, 100'000'00);
  EXPECT_EQ(Books(s).early, 50'000'00);
  Until(s, 9);
  s.known().plan.date = s.world.date() + 10;
  Until(s, 10);  // next Monday: the same forecast is spent against already
  EXPECT_EQ(s.Count(EventKind::kSuppliersPaid), 1);
  CashIn(s.world, 70'000'00);
  EXPECT_EQ(Books(s).committed, 30'000'00);
  const Day steel = DayOf(s, 3, 20);
  Until(s, static_cast<Day>(steel - 1));
  const Cents bank = Books(s).bank;
  ASSERT_GT(bank, 0);
  NextDay(s.world);
  EXPECT_EQ(Books(s).bank, bank - 10'000'00) << "60,000 less the 50,000 paid early";
  EXPECT_EQ(Books(s).early, 0);
}

TEST(Forecast, OverPromisingMakesPayrollShort) {
  const auto low = [](int probability) {
    Stage s = Ours();
    s.Block("open_complaint");
    Until(s, 4);
    Plan(s, 384'000'00, probability, 12);
    Until(s, DayOf(s, 3, 16));
    return std::pair<int, Cents>(Books(s).payrolls_short, Books(s).crisis);
  };
  EXPECT_EQ(low(10).first, 0);
  EXPECT_EQ(low(10).second, 0);
  EXPECT_EQ(low(95).first, 1);
  EXPECT_GT(low(95).second, 0);
}

// opening + receipts − everything that went out = the balance, to the cent, whatever is played.
TEST(Company, TheBooksCloseToTheCent) {
  const ScenarioPtr scenario = test::CashOnlyCase();
  ASSERT_NE(scenario, nullptr);
  int overdrawn = 0;
  int prepaid = 0;
  for (Seed seed = 1; seed <= 60; ++seed) {
    Session session = std::move(Session::Start(scenario, seed)).value();
    const BotDriver bot = BotDriver::Make(seed % 3 == 0 ? "by-the-book" : "random").value();
    while (!session.Ended()) ASSERT_TRUE(session.Submit(*bot.Next(session)).ok());
    Cents in = 0, out = 0, fees = 0, goods = 0;
    for (const Event& e : session.History()) {
      const auto& orders = scenario->customers[0].orders;
      const bool sent = (e.kind == EventKind::kOrderDecided &&
                         e.value == static_cast<int>(OrderDecision::kRelease)) ||
                        e.kind == EventKind::kOrderDelivered;
      if (sent) goods += CostOfGoods(orders[e.item]);
      if (e.kind == EventKind::kOrderDelivered) ++prepaid;
      if (e.kind == EventKind::kPaymentReceived) in += e.amount;
      if (e.kind == EventKind::kOwnPayment || e.kind == EventKind::kSuppliersPaid) out += e.amount;
      if (e.kind == EventKind::kBridgingFee) fees += e.amount;
    }
    const Observation o = session.Observe();
    const Cents interest = o.company.crisis - fees;
    EXPECT_GE(interest, 0);
    EXPECT_EQ(o.company.cash, scenario->company.cash + in - out - goods - fees - interest - o.spent)
        << "seed " << seed;
    EXPECT_LE(o.company.low, o.company.cash);
    if (interest > 0) ++overdrawn;
    const Debrief d = session.MakeDebrief().value();
    EXPECT_EQ(d.parts.goods, goods);
    EXPECT_EQ(d.parts.crisis, o.company.crisis);
  }
  EXPECT_GT(overdrawn, 0) << "no run went below zero: interest was never at stake";
  EXPECT_GT(prepaid, 0) << "nobody ever paid first";
}

TEST(Company, ATrillionDoesNotOverflow) {
  auto big = std::make_shared<Scenario>(*test::CompanyCase());
  big->company.cash = kMaxMoney;
  for (content::OwnPayment& p : big->company.payments) p.amount = kMaxMoney;
  for (content::Order& o : big->customers[0].orders) o.amount = kMaxMoney;
  for (content::Invoice& i : big->customers[0].invoices) i.amount = kMaxMoney;
  big->customers[0].weekly_payables = kMaxMoney;
  Stage s(1, big);
  Plan(s, kMaxMoney, 100, 10);
  EXPECT_EQ(ForecastOf(*big, s.state.known), kMaxMoney);
  Until(s, 1);
  s.Do(DecideOrder{0, 0, OrderDecision::kRelease});
  Until(s, 44);
  EXPECT_LT(Books(s).bank, 0);
  EXPECT_GT(Books(s).bank, -12 * kMaxMoney);
  EXPECT_GT(Books(s).interest, 0);
  const ValueParts parts = rules::Value(*big, s.state);
  EXPECT_EQ(parts.goods, CostOfGoods(big->customers[0].orders[0]));
  EXPECT_GT(parts.value, -20 * kOne);
  EXPECT_LT(parts.value, 20 * kOne);
}

// ---- colleagues ---------------------------------------------------------------------------------

TEST(Colleagues, RefuseForTheDayUnlessTheManagerStandsBehindIt) {
  Stage s = Ours();
  const OrderTask order{0, s.Task("service_log")};
  const Cents spent = s.state.known.seller.spent;
  s.Do(order);
  EXPECT_EQ(s.Count(EventKind::kTaskRefused), 1);
  EXPECT_EQ(s.Count(EventKind::kTaskOrdered), 0);
  EXPECT_LT(s.state.known.seller.minutes_left, s.scenario->costs.minutes_a_day);
  EXPECT_GT(s.state.known.seller.spent, spent) << "the asking took time";
  EXPECT_FALSE(s.May(order)) << "not twice a day";
  NextDay(s.world);
  ASSERT_TRUE(s.May(order));
  s.Do(order);
  EXPECT_EQ(s.Count(EventKind::kTaskRefused), 2);
  s.Do(OrderTask{0, s.Task("manager_call")});
  ASSERT_TRUE(s.May(order)) << "with the manager behind it, at once";
  s.Do(order);
  EXPECT_EQ(s.Count(EventKind::kTaskRefused), 2);
  EXPECT_EQ(s.Count(EventKind::kTaskOrdered), 2);
}

TEST(Colleagues, QueuesMakeThemLateAndWeAreToldTheUsualTime) {
  const TaskId log = Ours().Task("statement");
  const auto due = [&](bool queue, bool strained) {
    Stage s = Ours();
    if (strained) Books(s).strained_until = 20;
    if (queue) s.Do(OrderTask{0, s.Task("check_ledger")});
    s.Do(OrderTask{0, log});
    const int entry = FindTask(s.state.known, 0, log);
    EXPECT_EQ(s.state.known.tasks[entry].due, s.scenario->tasks[log].days_max);
    return s.state.truth.task_due[entry];
  };
  ASSERT_EQ(test::CompanyCase()->tasks[log].department,
            test::CompanyCase()->tasks[Ours().Task("check_ledger")].department);
  EXPECT_EQ(due(true, false), due(false, false) + 2);
  EXPECT_EQ(due(false, true), due(false, false) + 1);
  EXPECT_EQ(due(true, true), due(false, false) + 3);
}

TEST(Colleagues, WhatIsLateIsSaidOnceAndComesAllTheSame) {
  Stage s = Ours();
  s.Block("open_complaint");
  const TaskId task = s.Task("statement");
  s.Do(OrderTask{0, task});
  const int entry = FindTask(s.state.known, 0, task);
  s.state.truth.task_due[entry] = static_cast<Day>(s.state.known.tasks[entry].due + 2);
  Until(s, static_cast<Day>(s.state.truth.task_due[entry]));
  EXPECT_EQ(s.Count(EventKind::kTaskLate), 1);
  EXPECT_EQ(s.Count(EventKind::kTaskDone), 1);
}

TEST(Colleagues, ServiceOnTimeRaisesTheFirmsViewOfUs) {
  const auto relation = [](int late) {
    Stage s = Ours();
    s.Block("open_complaint");
    for (std::size_t f = 0; f < s.customer().facts.size(); ++f) {
      if (s.customer().facts[f].problem) s.known().fact_source[f] = 1;
    }
    const TaskId task = s.Task("service_visit");
    s.Do(OrderTask{0, task});
    const int entry = FindTask(s.state.known, 0, task);
    s.state.truth.task_due[entry] = static_cast<Day>(s.state.known.tasks[entry].due + late);
    Until(s, static_cast<Day>(s.state.truth.task_due[entry]));
    EXPECT_EQ(s.Count(EventKind::kTaskDone), 1);
    return s.truth().relation;
  };
  EXPECT_GT(relation(0), 0);
  EXPECT_LT(relation(2), 0);
}

}  // namespace
}  // namespace huikuan::rules
