// Orders: goods on credit, goods kept back, money first.
#include "rules/company/orders.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>

#include "assess/debrief.h"
#include "rules/value.h"
#include "huikuan/experiment.h"
#include "huikuan/session.h"
#include "rules/company/cash.h"
#include "rules/day/next_day.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"
#include "rules/payment/receipt.h"
#include "unit/company_bundle.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::Stage;

using test::c;
constexpr OrderId kSpare = 0;

// On the morning the first order is placed, with nothing coming in.
struct Ordered : Stage {
  explicit Ordered(Seed seed = 1, ScenarioPtr given = test::CompanyCase())
      : Stage(seed, std::move(given)) {
    Block("open_complaint");
    NextDay(world);
  }
};

OrderState StateOf(Stage& s, OrderId o = kSpare) {
  return static_cast<OrderState>(s.known().orders.items[o].state);
}

InvoiceId InvoiceOf(const Stage& s, OrderId o = kSpare) { return s.customer().orders[o].invoice; }

// Nothing is late any more.
void PayAll(Stage& s) {
  for (std::size_t i = 0; i < s.customer().invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    const Cents open = OpenOf(s.customer(), s.known(), id);
    if (open > 0 && DueOf(s.customer(), s.known(), id) < s.world.date()) {
      Receive(s.world, c, id, open);
    }
  }
}

PersonId Decider(const Stage& s) {
  for (std::size_t p = 0; p < s.customer().people.size(); ++p) {
    if (s.customer().people[p].authority >= Hundredths(80)) return static_cast<PersonId>(p);
  }
  ADD_FAILURE() << "nobody decides";
  return 0;
}

TEST(Orders, ArePlacedOnTheirDayAndOweNothingBeforeTheRelease) {
  Stage s(1, test::CompanyCase());
  ASSERT_EQ(s.customer().orders.size(), 2U);
  EXPECT_EQ(StateOf(s), OrderState::kExpected);
  EXPECT_FALSE(s.May(DecideOrder{c, kSpare, OrderDecision::kRelease})) << "nobody has ordered yet";
  const Cents open = OpenTotal(s.customer(), s.known());
  NextDay(s.world);
  EXPECT_EQ(s.Count(EventKind::kOrderPlaced), 1);
  EXPECT_EQ(StateOf(s), OrderState::kWaiting);
  EXPECT_EQ(OpenTotal(s.customer(), s.known()), open);
  EXPECT_TRUE(s.May(DecideOrder{c, kSpare, OrderDecision::kRelease}));
  EXPECT_FALSE(s.May(DecideOrder{c, 1, OrderDecision::kRelease}));
  EXPECT_FALSE(s.May(DecideOrder{c, 7, OrderDecision::kRelease}));
  EXPECT_FALSE(s.May(DecideOrder{c, kSpare, static_cast<OrderDecision>(3)}));
  // The second one is placed on a Saturday: it comes on Monday.
  EXPECT_EQ(s.customer().orders[1].date, FromCivil(2026, 3, 30));
}

TEST(Orders, AReleaseMakesAReceivableAndCostsTheGoods) {
  Ordered s;
  const Cents open = OpenTotal(s.customer(), s.known());
  const Cents bank = s.state.known.seller.company.bank;
  const InvoiceId focus = s.known().focus;
  s.Do(DecideOrder{c, kSpare, OrderDecision::kRelease});
  EXPECT_EQ(OpenTotal(s.customer(), s.known()), open + 100'000'00);
  EXPECT_EQ(s.state.known.seller.company.bank, bank - 75'000'00);
  EXPECT_EQ(s.state.known.seller.company.goods, 75'000'00);
  EXPECT_EQ(DueOf(s.customer(), s.known(), InvoiceOf(s)), s.world.date() + 30);
  EXPECT_EQ(s.known().focus, focus) << "the old claim stays under discussion";
  EXPECT_TRUE(InProcess(s.world, c, InvoiceOf(s)));
  for (int d = 0; d < kOrderDecisions; ++d) {
    EXPECT_FALSE(s.May(DecideOrder{c, kSpare, static_cast<OrderDecision>(d)}));
  }
}

TEST(Orders, ALaterReleaseIsDueLater) {
  Ordered s;
  const Date placed = s.world.date();
  s.Do(DecideOrder{c, kSpare, OrderDecision::kHold});
  NextDay(s.world);
  NextDay(s.world);
  s.Do(DecideOrder{c, kSpare, OrderDecision::kRelease});
  EXPECT_GT(s.world.date(), placed);
  EXPECT_EQ(DueOf(s.customer(), s.known(), InvoiceOf(s)), s.world.date() + 30);
}

TEST(Orders, ReleasingOverTheLimitOrWhileOverdueIsCountedAndTeachesThem) {
  Ordered s;
  ASSERT_GT(OverdueTotal(*s.scenario, s.state.known, c), 0);
  const Cents exposure = OpenTotal(s.customer(), s.known()) + 100'000'00;
  const PersonId decider = Decider(s);
  s.truth().people[decider].pressure_cost = Hundredths(50);
  s.Do(DecideOrder{c, kSpare, OrderDecision::kRelease});
  EXPECT_EQ(s.known().orders.over_limit, exposure - 450'000'00);
  EXPECT_EQ(s.known().orders.over_count, 1);
  EXPECT_EQ(s.known().orders.overdue_count, 1);
  EXPECT_EQ(s.truth().people[decider].pressure_cost, Hundredths(50) - Hundredths(20));
  // Nothing late and room enough: no mark.
  Ordered fine;
  PayAll(fine);
  ASSERT_EQ(OverLimit(fine.customer(), fine.known(), kSpare), 0);
  fine.Do(DecideOrder{c, kSpare, OrderDecision::kRelease});
  EXPECT_EQ(fine.known().orders.over_count + fine.known().orders.overdue_count, 0);
  EXPECT_GT(fine.truth().relation, 0);
}

TEST(Orders, HoldingPressesWhoNeedsTheGoodsAndOnlyWhileSomethingIsLate) {
  Ordered s;
  const PersonId decider = Decider(s);
  const Q16 before = s.truth().people[decider].pressure_cost;
  s.Do(DecideOrder{c, kSpare, OrderDecision::kHold});
  EXPECT_EQ(s.truth().people[decider].pressure_cost,
            UnitQ(before + MulQ(Hundredths(110), s.customer().dependence)));
  EXPECT_EQ(s.known().orders.held, 1);
  EXPECT_FALSE(s.May(DecideOrder{c, kSpare, OrderDecision::kHold}));
  EXPECT_TRUE(s.May(DecideOrder{c, kSpare, OrderDecision::kRelease}));

  Ordered wrong;
  PayAll(wrong);
  const Q16 trust = wrong.truth().people[decider].trust;
  const Q16 cost = wrong.truth().people[decider].pressure_cost;
  wrong.Do(DecideOrder{c, kSpare, OrderDecision::kHold});
  EXPECT_EQ(wrong.known().orders.held_wrongly, 1);
  EXPECT_EQ(wrong.truth().people[decider].pressure_cost, cost);
  EXPECT_LT(wrong.truth().people[decider].trust, trust);
  EXPECT_LT(wrong.truth().relation, s.truth().relation);
}

TEST(Orders, AHeldOrderMayGoOutOnceTheOldMoneyIsIn) {
  Ordered s;
  s.Do(DecideOrder{c, kSpare, OrderDecision::kHold});
  PayAll(s);
  s.events.clear();
  const Morning morning = NextDay(s.world);
  ASSERT_EQ(StateOf(s), OrderState::kHeld);
  EXPECT_EQ(s.Count(EventKind::kOrderCleared), 1);
  EXPECT_TRUE(morning.attention);
  const Q16 relation = s.truth().relation;
  s.Do(DecideOrder{c, kSpare, OrderDecision::kRelease});
  EXPECT_EQ(s.truth().relation, relation + Hundredths(5)) << "our word was kept";
}

TEST(Orders, KeepingGoodsBackThatAreEarnedBreaksOurWord) {
  Ordered s;
  s.Do(DecideOrder{c, kSpare, OrderDecision::kHold});
  PayAll(s);
  NextDay(s.world);
  const Q16 relation = s.truth().relation;
  for (int i = 0; i <= kWordDays && StateOf(s) == OrderState::kHeld; ++i) NextDay(s.world);
  EXPECT_LT(s.truth().relation, relation);
  EXPECT_NE(s.known().orders.items[kSpare].marks & world::kOrderWronged, 0);
}

TEST(Orders, AreLostInTheEndAndSoonerByWhoCanDoWithoutUs) {
  const auto days_to_loss = [](Q16 dependence) {
    auto scenario = std::make_shared<Scenario>(*test::CompanyCase());
    scenario->customers[0].dependence = dependence;
    int days = 0;
    for (Seed seed = 1; seed <= 40; ++seed) {
      Ordered s(seed, scenario);
      s.Do(DecideOrder{c, kSpare, OrderDecision::kHold});
      while (StateOf(s) == OrderState::kHeld && s.state.known.seller.ended == 0) {
        NextDay(s.world);
        ++days;
        if (s.state.known.seller.day < 1 + kOrderPatience) {
          EXPECT_EQ(StateOf(s), OrderState::kHeld) << "nobody gives up that soon";
        }
      }
      if (StateOf(s) == OrderState::kLost) {
        EXPECT_GE(s.known().orders.lost, 1);
        EXPECT_FALSE(s.May(DecideOrder{c, kSpare, OrderDecision::kRelease}));
      }
    }
    return days;
  };
  EXPECT_GT(days_to_loss(kOne), days_to_loss(0) + 40);
}

TEST(Prepayment, NeedsCashAndNeedForTheGoods) {
  const auto accepted = [](Q16 dependence, Q16 cash) {
    auto scenario = std::make_shared<Scenario>(*test::CompanyCase());
    scenario->customers[0].dependence = dependence;
    int yes = 0;
    for (Seed seed = 1; seed <= 200; ++seed) {
      Stage s(seed, scenario);
      NextDay(s.world);
      s.truth().cash = cash;
      s.Do(DecideOrder{c, kSpare, OrderDecision::kPrepay});
      yes += StateOf(s) == OrderState::kPrepaying ? 1 : 0;
    }
    return yes;
  };
  EXPECT_EQ(accepted(kOne, 0), 0) << "no money, no prepayment";
  const int needs = accepted(kOne, 2 * kOne);
  const int does_not = accepted(0, 2 * kOne);
  EXPECT_GT(needs, does_not + 40);
  EXPECT_GT(does_not, 0);
}

TEST(Prepayment, ArrivesThenTheGoodsGoOutAndNothingIsOwed) {
  Seed seed = 0;
  const auto asked = [&] {
    auto stage = std::make_unique<Ordered>(++seed);
    stage->truth().cash = 3 * kOne;
    stage->Do(DecideOrder{c, kSpare, OrderDecision::kPrepay});
    return stage;
  };
  std::unique_ptr<Ordered> stage = asked();
  while (StateOf(*stage) != OrderState::kPrepaying && seed < 50) stage = asked();
  Ordered& s = *stage;
  ASSERT_EQ(StateOf(s), OrderState::kPrepaying);
  const PromiseId promise =
      MakePromise(s.world, c, Decider(s), 100'000'00, s.world.date() + 3, false);
  const Cents bank = s.state.known.seller.company.bank;
  const Cents open = OpenTotal(s.customer(), s.known());
  for (int i = 0; i < kPrepayDays; ++i) {
    EXPECT_EQ(s.Count(EventKind::kOrderDelivered), 0);
    NextDay(s.world);
  }
  EXPECT_EQ(StateOf(s), OrderState::kPrepaid);
  EXPECT_EQ(s.Count(EventKind::kOrderDelivered), 1);
  EXPECT_EQ(s.state.known.seller.company.bank, bank + 100'000'00 - 75'000'00);
  EXPECT_EQ(OpenTotal(s.customer(), s.known()), open);
  EXPECT_EQ(PrepaidTotal(s.customer(), s.known()), 100'000'00);
  for (int i = 0; i < 3; ++i) NextDay(s.world);
  EXPECT_EQ(s.known().promises[promise].state, static_cast<std::uint8_t>(PromiseState::kBroken))
      << "what was paid for new goods keeps no promise about old ones";
}

TEST(Orders, TheCaseGoesOnWhileOneIsToBeDecided) {
  Ordered s;
  for (std::size_t i = 0; i < s.customer().invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    const Cents open = OpenOf(s.customer(), s.known(), id);
    if (open > 0) Receive(s.world, c, id, open);
  }
  ASSERT_EQ(OpenTotal(s.customer(), s.known()), 0);
  NextDay(s.world);
  EXPECT_EQ(s.state.known.seller.ended, 0);
  s.Do(DecideOrder{c, kSpare, OrderDecision::kRelease});
  EXPECT_EQ(s.known().focus, InvoiceOf(s)) << "nothing older is open";
}

TEST(Orders, AnUnpaidReleaseIsWorthLessThanItsGoodsWhenOldMoneyIsLongOverdue) {
  const auto gain = [](Date older) {
    auto scenario = std::make_shared<Scenario>(*test::CompanyCase());
    content::Customer& customer = scenario->customers[0];
    customer.invoices[customer.claim].due -= older;
    Stage s(1, scenario);
    s.Block("cash_short");
    s.truth().cash_mean = MulQ(customer.cash_mean, Hundredths(40));
    NextDay(s.world);
    const Cents before = rules::Value(*scenario, s.state).total;
    const Q16 relation = s.truth().relation;
    s.Do(DecideOrder{c, kSpare, OrderDecision::kRelease});
    s.truth().relation = relation;
    return rules::Value(*scenario, s.state).total - before;
  };
  EXPECT_LT(gain(200), 0);
  EXPECT_GT(gain(-40), gain(200));
}

// The opening and the first order tell nothing of what the seed hides.
TEST(Orders, WhatIsKnownDoesNotDependOnWhatWasDrawn) {
  const ScenarioPtr scenario = test::CompanyCase();
  std::vector<world::Known> first;
  bool truth_differs = false;
  world::Truth truth;
  for (Seed seed = 1; seed <= 30; ++seed) {
    Stage s(seed, scenario);
    NextDay(s.world);
    if (first.empty()) {
      first.push_back(s.state.known);
      truth = s.state.truth;
    }
    EXPECT_EQ(std::memcmp(first.data(), &s.state.known, sizeof(world::Known)), 0) << seed;
    truth_differs = truth_differs || std::memcmp(&truth, &s.state.truth, sizeof(truth)) != 0;
  }
  EXPECT_TRUE(truth_differs);
}

TEST(Orders, SavesResumeAndTheDebriefTells) {
  const ScenarioPtr scenario = test::CompanyCase();
  int told = 0;
  for (Seed seed = 1; seed <= 12; ++seed) {
    Session session = std::move(Session::Start(scenario, seed)).value();
    const BotDriver bot = BotDriver::Make(seed % 2 == 0 ? "random" : "by-the-book").value();
    int decided = 0;
    while (!session.Ended()) {
      const Command command = *bot.Next(session);
      decided += std::holds_alternative<DecideOrder>(command) ? 1 : 0;
      ASSERT_TRUE(session.Submit(command).ok());
    }
    const Result<Session> again = Session::Resume(scenario, session.Save());
    ASSERT_TRUE(again.ok()) << again.error().code;
    EXPECT_EQ(again->Hash(), session.Hash());
    const Debrief debrief = session.MakeDebrief().value();
    for (const Indicator& i : debrief.customers[0].indicators) {
      told += i.key == "exposure" || i.key == "orders" || i.key == "seller_cash" ? 1 : 0;
    }
    if (seed % 2 == 1) {
      EXPECT_GT(decided, 0) << "the book decides orders";
    }
  }
  EXPECT_EQ(told, 36);
}

}  // namespace
}  // namespace huikuan::rules
