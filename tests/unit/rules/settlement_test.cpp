// The deal table over an open debt: who bargains, how they answer, what an agreement does.
#include "rules/settlement/settlement.h"

#include <gtest/gtest.h>

#include "assess/settlement.h"
#include "rules/commands.h"
#include "rules/company/orders.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"
#include "rules/payment/receipt.h"
#include "unit/rules/bargaining_stage.h"
#include "unit/rules/stage.h"

namespace huikuan::rules {
namespace {

using test::c;
using test::Stage;

constexpr auto kContinue = static_cast<std::uint8_t>(SettlementSupply::kContinue);
constexpr SettlementTerms kAllAtOnce = {4, 0, 0, 0, 0, kContinue};
constexpr SettlementTerms kWhatTheyLike = {0, 3, 3, 0, 3, 3};

ScenarioPtr BargainingFoundry() {
  static const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "strained-foundry").scenario;
  return scenario;
}

// Face to face or on the line with the owner, the debt named, nothing in the way but money.
struct TableStage : Stage {
  explicit TableStage(Seed seed = 1, const std::string& person = "boss",
                      ScenarioPtr given = BargainingFoundry())
      : Stage(seed, std::move(given)) {
    for (world::InvoiceTruth& invoice : state.truth.customers[c].invoices) {
      invoice.blocker = kNone;
      if (invoice.gate < 6) invoice.gate = 6;
    }
    Talk(person);
    state.known.conversation.flags |= world::kDebtStated;
    state.known.seller.minutes_left = 5000;
    events.clear();
  }
  SettlementState Offer(const SettlementTerms& terms) {
    EXPECT_EQ(Check(*scenario, state.known, OfferSettlement{terms}), Refusal::kNone);
    Apply(world, OfferSettlement{terms});
    return rules::StateOf(known().settlement);
  }
  SettlementTerms Theirs() { return UnpackSettlement(known().settlement.theirs); }
  Q16 WorthToThem(const SettlementTerms& terms) {
    return bargaining::Utility(bargaining::kDebtDomain,
                               TheirPreferences(world, c, state.known.conversation.person),
                               OutcomeOf(terms));
  }
  int Count(EventKind kind) const {
    int n = 0;
    for (const Event& e : events) n += e.kind == kind ? 1 : 0;
    return n;
  }
};

TEST(Settlement, PackingIsABijectionOntoItsNumbers) {
  for (int n = 0; n < 6400; ++n) EXPECT_EQ(PackSettlement(UnpackSettlement(n)), n);
  EXPECT_EQ(UnpackSettlement(6400), SettlementTerms{});
  EXPECT_EQ(UnpackSettlement(-1), SettlementTerms{});
  EXPECT_EQ(OutcomeOf(UnpackSettlement(4321)),
            bargaining::OutcomeAt(bargaining::kDebtDomain, 4321));
}

TEST(Settlement, ChoosingWithoutTablesGivesWhatTheTablesGive) {
  test::Draws draw(7);
  auto table = std::make_unique<bargaining::Table>();
  for (int i = 0; i < 60; ++i) {
    const bargaining::Preferences own = test::Drawn(bargaining::kDebtDomain, draw, 2 + i % 9);
    const bargaining::Preferences believed = test::Drawn(bargaining::kDebtDomain, draw, 2 + i % 7);
    bargaining::Enumerate(bargaining::kDebtDomain, own, believed, table.get());
    bargaining::Allowed allowed{};
    for (std::size_t n = 0; n < allowed.size(); ++n) {
      allowed[n] = static_cast<std::uint8_t>(1 + draw(31));
      allowed[n] &= static_cast<std::uint8_t>((1 << kSettlementSizes[n]) - 1);
      if (allowed[n] == 0) allowed[n] = 1;
    }
    std::vector<std::uint16_t> listed;
    for (int n = 0; n < table->canonical; ++n) {
      const bargaining::Outcome o =
          bargaining::OutcomeAt(bargaining::kDebtDomain, table->listed[static_cast<std::size_t>(n)]);
      bool fits = true;
      for (int issue = 0; issue < kSettlementIssues; ++issue) {
        fits = fits && (bargaining::IsMoot(bargaining::kDebtDomain, o, issue) ||
                        (allowed[static_cast<std::size_t>(issue)] >>
                         o.value[static_cast<std::size_t>(issue)] & 1) != 0);
      }
      if (fits) listed.push_back(table->listed[static_cast<std::size_t>(n)]);
    }
    const bargaining::View view{table->ours.data(), table->theirs.data(), listed.data(),
                                static_cast<int>(listed.size())};
    const Q16 target = kOne / 40 * draw(41);
    for (int s = 0; s <= static_cast<int>(bargaining::Style::kAccommodating); ++s) {
      const auto style = static_cast<bargaining::Style>(s);
      const auto slow = bargaining::CounterOffer(view, target, own.reservation, style);
      const auto fast = bargaining::ChooseOffer(allowed, own, believed, target, style);
      ASSERT_EQ(slow.has_value(), fast.has_value()) << i << " " << s;
      if (slow) EXPECT_EQ(bargaining::IndexOf(bargaining::kDebtDomain, *fast), *slow) << i << " " << s;
    }
  }
}

TEST(Settlement, NeedsTheDebtNamedAndSomebodyOnTheLine) {
  TableStage s;
  s.state.known.conversation.flags = 0;
  EXPECT_EQ(Check(*s.scenario, s.state.known, OfferSettlement{kAllAtOnce}), Refusal::kDebtNotStated);
  s.state.known.conversation = {};
  EXPECT_EQ(Check(*s.scenario, s.state.known, OfferSettlement{kAllAtOnce}), Refusal::kNotTalking);
  TableStage desk(1, "front_desk");
  EXPECT_EQ(Check(*desk.scenario, desk.state.known, OfferSettlement{kAllAtOnce}),
            Refusal::kTableNotNow);
  TableStage off(1, "boss");
  SettlementTerms bad = kAllAtOnce;
  bad.discount = 4;
  EXPECT_EQ(Check(*off.scenario, off.state.known, OfferSettlement{bad}), Refusal::kSlotBad);
  bad = kAllAtOnce;
  bad.security = static_cast<std::uint8_t>(SettlementSecurity::kRetention);
  EXPECT_EQ(Check(*off.scenario, off.state.known, OfferSettlement{bad}), Refusal::kSlotBad)
      << "they could give a guarantee, not title";
  EXPECT_EQ(Check(*off.scenario, off.state.known, TakeSettlement{}), Refusal::kTableNotNow);
}

TEST(Settlement, WhoCannotDecideRefersOn) {
  TableStage s(1, "workshop");
  EXPECT_EQ(s.Offer(kWhatTheyLike), SettlementState::kNone);
  EXPECT_EQ(s.Count(EventKind::kReplied), 1);
  EXPECT_EQ(s.known().settlement.round, 0);
}

TEST(Settlement, NeitherADoubtNorWhatGoodWillCannotMoveIsBargainedAway) {
  TableStage doubt;
  doubt.state.known.conversation.objection = 0;
  EXPECT_EQ(doubt.Offer(kWhatTheyLike), SettlementState::kNone);
  int tried = 0;
  for (std::size_t b = 0; b < BargainingFoundry()->blockers.size(); ++b) {
    TableStage s;
    s.state.truth.customers[c].invoices[s.world.focus(c)].blocker = static_cast<std::uint8_t>(b);
    if (!BlockedByMoreThanWill(s.world, c)) continue;
    ++tried;
    EXPECT_EQ(s.Offer(kWhatTheyLike), SettlementState::kNone) << BargainingFoundry()->blockers[b].id;
  }
  // The foundry's own are all a matter of will and money; a paper nobody can waive is added.
  if (tried > 0) return;
  Scenario with_paper = *BargainingFoundry();
  with_paper.blockers[0].cash_factor = kOne;
  with_paper.customers[c].links.needs[0] = {{content::NeedKind::kDocument, 0}};
  TableStage s(1, "boss", std::make_shared<const Scenario>(with_paper));
  s.state.truth.customers[c].invoices[s.world.focus(c)].blocker = 0;
  ASSERT_TRUE(BlockedByMoreThanWill(s.world, c));
  EXPECT_EQ(s.Offer(kWhatTheyLike), SettlementState::kNone);
}

TEST(Settlement, WhatTheyLikeIsTakenAtOnceAndWhatTheyDoNotIsCountered) {
  TableStage liked;
  EXPECT_EQ(liked.Offer(kWhatTheyLike), SettlementState::kAgreed);
  EXPECT_EQ(liked.Count(EventKind::kSettlementAgreed), 1);
  EXPECT_EQ(liked.Count(EventKind::kPromised), 1);
  TableStage hard;
  const SettlementState answer = hard.Offer(kAllAtOnce);
  EXPECT_EQ(answer, SettlementState::kCountered);
  EXPECT_GT(hard.WorthToThem(hard.Theirs()), hard.WorthToThem(kAllAtOnce));
}

TEST(Settlement, TheyComeDownToTheirReservationAndBreakOffBelowIt) {
  for (Seed seed = 1; seed <= 20; ++seed) {
    TableStage s(seed);
    const int rounds = s.state.truth.customers[c].settlement.rounds;
    Q16 before = kOne;
    SettlementState answer = SettlementState::kNone;
    for (int round = 1; round <= rounds; ++round) {
      answer = s.Offer(kAllAtOnce);
      if (answer == SettlementState::kAgreed) break;
      const Q16 now = s.WorthToThem(s.Theirs());
      EXPECT_LE(now, before + Hundredths(12)) << seed;  // attitudes move a little on the way
      before = now;
    }
    if (answer == SettlementState::kAgreed) continue;
    EXPECT_EQ(answer, SettlementState::kLastOffer) << seed;
    const Q16 r = TheirPreferences(s.world, c, s.state.known.conversation.person).reservation;
    EXPECT_GE(s.WorthToThem(s.Theirs()), r - Hundredths(3)) << seed;
    if (s.WorthToThem(kAllAtOnce) >= r) continue;
    EXPECT_EQ(s.Offer(kAllAtOnce), SettlementState::kBrokenOff) << seed;
    EXPECT_EQ(Check(*s.scenario, s.state.known, OfferSettlement{kWhatTheyLike}),
              Refusal::kTableNotNow);
    s.state.known.seller.day = static_cast<Day>(s.state.known.seller.day + kSettlementPause);
    EXPECT_EQ(Check(*s.scenario, s.state.known, OfferSettlement{kWhatTheyLike}), Refusal::kNone);
  }
}

TEST(Settlement, GroundworkLowersWhatTheyHoldOutFor) {
  TableStage s;
  const PersonId boss = s.Person("boss");
  const Q16 before = TheirPreferences(s.world, c, boss).reservation;
  s.person("boss").urgency = Hundredths(80);
  s.person("boss").pressure_cost = Hundredths(60);
  EXPECT_LT(TheirPreferences(s.world, c, boss).reservation, before);
  s.person("boss").reactance = Hundredths(90);
  s.person("boss").trust = Hundredths(10);
  s.person("boss").urgency = s.person("boss").pressure_cost = 0;
  EXPECT_GT(TheirPreferences(s.world, c, boss).reservation, before);
}

TEST(Settlement, AnInterestMakesOnePositionHeavy) {
  TableStage s;
  SettlementTerms usual{1, 1, 1, 1, 0, kContinue};
  SettlementTerms priority = usual;
  priority.supply = static_cast<std::uint8_t>(SettlementSupply::kPriority);
  EXPECT_GT(s.WorthToThem(priority) - s.WorthToThem(usual), Hundredths(12));
}

TEST(Settlement, TheScheduleIsPaidRunByRunAndThenKept) {
  EXPECT_EQ(DueByRun({2, 0, 1, 0, 0, 2}, 0), 75);
  EXPECT_EQ(DueByRun({2, 1, 1, 0, 0, 2}, 0), 50);
  EXPECT_EQ(DueByRun({2, 1, 1, 0, 0, 2}, 1), 75);
  EXPECT_EQ(DueByRun({2, 1, 1, 0, 0, 2}, 2), 100);
  EXPECT_EQ(DueByRun({4, 0, 0, 0, 0, 2}, 0), 100);
  EXPECT_EQ(DueByRun({0, 3, 3, 0, 0, 2}, 2), 0);
  EXPECT_EQ(DueByRun({0, 3, 3, 0, 0, 2}, 8), 100);
  TableStage s;
  SettlementTerms terms{2, 1, 0, 0, 2, kContinue};  // half, then the rest; 1 % off
  Settle(s.world, c, s.Person("boss"), terms);
  const Cents debt = s.known().settlement.debt;
  const Cents discount = MulPpm(debt, 10'000);
  EXPECT_EQ(s.state.known.seller.conceded, discount);
  Disconnect(s.world, false);
  s.state.truth.customers[c].cash = 30 * kOne;  // money is no trouble
  s.state.truth.customers[c].claims = 0;
  const auto runs = NextRuns(*s.scenario, c, s.world.day());
  EXPECT_EQ(DueOnRun(*s.scenario, s.state.known, c, runs[0]), MulPpm(debt - discount, 500'000));
  InvoiceId first = OldestOpen(s.customer(), s.known());
  while (rules::StateOf(s.known().settlement) == SettlementState::kAgreed && s.world.day() < runs[2]) {
    s.state.truth.customers[c].cash = 30 * kOne;
    NextDay(s.world);
  }
  EXPECT_EQ(rules::StateOf(s.known().settlement), SettlementState::kKept);
  EXPECT_EQ(s.state.known.seller.conceded, 0) << "credited: it is not owed any more";
  EXPECT_EQ(OpenOf(s.customer(), s.known(), first), 0);
  EXPECT_EQ(PaidUnder(s.customer(), s.known()), debt) << "the discount is credited";
}

TEST(Settlement, MoneyForAnotherInvoiceNeitherKeepsItNorIsCreditedAway) {
  TableStage s;
  Settle(s.world, c, s.Person("boss"), {2, 1, 0, 0, 3, kContinue});
  const std::uint32_t covered = s.known().settlement.invoices;
  InvoiceId other = kNone;
  for (std::size_t i = 0; i < s.customer().invoices.size(); ++i) {
    const auto id = static_cast<InvoiceId>(i);
    if ((covered >> i & 1) == 0 && OpenOf(s.customer(), s.known(), id) > 0) other = id;
  }
  ASSERT_NE(other, kNone) << "the foundry has an invoice that is not due yet";
  EXPECT_FALSE(InSettlement(s.known(), other));
  Receive(s.world, c, other, OpenOf(s.customer(), s.known(), other));
  EXPECT_EQ(PaidUnder(s.customer(), s.known()), 0);
  SettlementMorning(s.world, c);
  EXPECT_EQ(rules::StateOf(s.known().settlement), SettlementState::kAgreed);
  for (std::size_t i = 0; i < s.customer().invoices.size(); ++i) {
    EXPECT_EQ(s.known().invoices[i].marks & world::kCredited, 0);
  }
}

TEST(Settlement, WhatIsNotPaidBreaksItAfterASecondRun) {
  TableStage s;
  Settle(s.world, c, s.Person("boss"), {2, 0, 1, 0, 3, kContinue});
  Disconnect(s.world, false);
  const auto runs = NextRuns(*s.scenario, c, s.world.day());
  while (s.world.day() < runs[1]) {
    s.state.truth.customers[c].cash = 0;
    NextDay(s.world);
    if (s.world.day() == runs[0]) {
      EXPECT_EQ(rules::StateOf(s.known().settlement), SettlementState::kAgreed) << "one slip is forgiven";
    }
  }
  EXPECT_EQ(rules::StateOf(s.known().settlement), SettlementState::kBreached);
  EXPECT_EQ(s.state.known.seller.conceded, 0) << "no discount on a broken plan";
}

TEST(Settlement, WhoAgreedToDeliverAndHoldsBreaksIt) {
  TableStage s;
  Settle(s.world, c, s.Person("boss"), {2, 0, 1, 0, 0, kContinue});
  Disconnect(s.world, false);
  while (s.known().orders.items[0].state != static_cast<std::uint8_t>(OrderState::kWaiting)) {
    NextDay(s.world);
    if (rules::StateOf(s.known().settlement) != SettlementState::kAgreed) GTEST_SKIP() << "ended before";
  }
  const Q16 trust = s.person("boss").trust;
  Apply(s.world, DecideOrder{c, 0, OrderDecision::kHold});
  EXPECT_EQ(rules::StateOf(s.known().settlement), SettlementState::kBreached);
  EXPECT_LT(s.person("boss").trust, trust);
}

std::vector<std::string> Told(TableStage& s) {
  CustomerDebrief out;
  assess::TellSettlement(*s.scenario, s.state, c, out);
  std::vector<std::string> keys;
  for (const DebriefLine& line : out.story) keys.push_back(line.key);
  return keys;
}

TEST(Settlement, TheDebriefSaysWhatWasLeftLyingAndWhichInterestsWereFound) {
  TableStage none;
  EXPECT_TRUE(Told(none).empty());
  TableStage blind;  // late, in many parts, at a discount, and nothing they wanted most
  const SettlementTerms given{0, 3, 3, 0, 3, kContinue};
  Settle(blind.world, c, blind.Person("boss"), given);
  EXPECT_EQ(Told(blind), (std::vector<std::string>{"table_left", "table_not_found"}));
  TableStage seeing;
  Learn(seeing.world, c, seeing.Fact("castings_rush"), Source::kTold, seeing.Person("boss"));
  const SettlementTerms traded{
      1, 3, 3, 0, 2, static_cast<std::uint8_t>(SettlementSupply::kPriority)};
  Settle(seeing.world, c, seeing.Person("boss"), traded);
  EXPECT_EQ(Told(seeing).back(), "table_used");
  std::vector<Indicator> indicators;
  assess::AddSettlementIndicators(*seeing.scenario, seeing.state, c, &indicators);
  ASSERT_EQ(indicators.size(), 2U);
  EXPECT_EQ(indicators[1].score, kOne);
  // What was weighed then is what is weighed now: their utility of the terms was kept.
  const bargaining::Preferences then = PreferencesWhenAgreed(*seeing.scenario, seeing.state, c);
  EXPECT_EQ(bargaining::Utility(bargaining::kDebtDomain, then, OutcomeOf(traded)),
            static_cast<Q16>(seeing.state.truth.customers[c].settlement.last_offer));
  EXPECT_EQ(then.reservation,
            static_cast<Q16>(seeing.state.truth.customers[c].settlement.last_target));
}

TEST(Settlement, OnAVisitItIsInWriting) {
  TableStage call;
  Settle(call.world, c, call.Person("boss"), {1, 0, 1, 1, 0, kContinue});
  EXPECT_EQ(call.state.truth.customers[c].plan_written, 0);
  TableStage visit;
  visit.state.known.conversation.on_visit = 1;
  visit.state.known.conversation.channel = static_cast<std::uint8_t>(Channel::kVisit);
  Settle(visit.world, c, visit.Person("boss"), {1, 0, 1, 1, 0, kContinue});
  EXPECT_EQ(visit.state.truth.customers[c].plan_written, 1);
}

}  // namespace
}  // namespace huikuan::rules
