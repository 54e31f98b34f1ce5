// Stylised facts of collecting (models.md §11): what must hold of the simulated world whatever its
// parameters. Left out until there is season data: the year-end effect.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "bots/bots.h"
#include "huikuan/calibration.h"
#include "rules/day/next_day.h"
#include "rules/letter/standard.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"
#include "rules/value.h"
#include "unit/rules/stage.h"

namespace huikuan {
namespace {

using test::Stage;
using Rows = std::vector<CollectedInvoice>;

ScenarioPtr Profile(const char* id) { return LoadProfile(test::RealBundle(), id).scenario; }

const Rows& Population(const std::string& profile, const std::string& collector = {}) {
  static std::map<std::string, Rows> made;
  const auto [entry, fresh] = made.emplace(profile + "/" + collector, Rows{});
  if (fresh) {
    PopulationOptions options;
    options.collector = collector;
    entry->second = CollectFromPopulation(*Profile(profile.c_str()), options).value();
  }
  return entry->second;
}

template <class Pick>
double MeanDelay(const Rows& rows, Pick pick) {
  double sum = 0;
  int n = 0;
  for (const CollectedInvoice& r : rows) {
    if (!pick(r)) continue;
    sum += r.delay;
    ++n;
  }
  return n > 0 ? sum / n : 0;
}

int SegmentOf(const char* profile, const std::string& id) {
  const ScenarioPtr scenario = Profile(profile);
  for (std::size_t i = 0; i < scenario->customers.size(); ++i) {
    if (scenario->customers[i].id == id) return static_cast<int>(i);
  }
  ADD_FAILURE() << "no segment " << id;
  return -1;
}

TEST(StylisedFacts, ProfilesLoadAndAreNoCases) {
  EXPECT_EQ(ProfileIds(test::RealBundle()), (std::vector<std::string>{"mild", "stressed"}));
  for (const std::string& id : CaseIds(test::RealBundle())) EXPECT_NE(id, "mild");
  for (const char* id : {"mild", "stressed"}) {
    const LoadReport report = LoadProfile(test::RealBundle(), id);
    ASSERT_NE(report.scenario, nullptr) << id;
    EXPECT_TRUE(report.diagnostics.empty()) << id;
    EXPECT_EQ(report.scenario->days.size(), 126U);
  }
}

TEST(StylisedFacts, TheProfilesAreNearTheirSurveys) {
  const PaymentFigures mild = MeasurePayments(Population("mild"));
  EXPECT_NEAR(mild.late, 0.36, 0.05);  // Atradius 2024: just over a third
  EXPECT_NEAR(mild.mean_if_late, 21, 4);
  const PaymentFigures stressed = MeasurePayments(Population("stressed"));
  EXPECT_GE(stressed.mean_if_late, 62);  // Coface 2020–24: 64 to 79 days
  EXPECT_LE(stressed.mean_if_late, 79);
  EXPECT_GT(stressed.late, mild.late);
}

TEST(StylisedFacts, PaymentsClusterOnRunDays) {
  // Run days are one business day in eleven or fewer.
  EXPECT_GT(MeasurePayments(Population("mild")).on_runs, 0.9);
  EXPECT_GT(MeasurePayments(Population("stressed")).on_runs, 0.9);
}

TEST(StylisedFacts, DelaysAreSkewedToTheRightWithAHeavyTail) {
  for (const char* profile : {"mild", "stressed"}) {
    const Rows& rows = Population(profile);
    const double mean = MeanDelay(rows, [](const CollectedInvoice&) { return true; });
    double second = 0, third = 0;
    for (const CollectedInvoice& r : rows) {
      const double d = r.delay - mean;
      second += d * d;
      third += d * d * d;
    }
    const double n = static_cast<double>(rows.size());
    EXPECT_GT(third / n / std::pow(second / n, 1.5), 0.5) << profile;
    const PaymentFigures f = MeasurePayments(rows);
    EXPECT_GT(f.mean_delay, f.p50) << profile;
    EXPECT_GT(f.p95, 2 * f.mean_delay) << profile;
  }
}

TEST(StylisedFacts, DisputedClaimsAreLateTwiceAsOften) {
  EXPECT_GE(MeasurePayments(Population("mild")).disputed_lift, 2.0);
  // Where nearly everybody is late, disputed ones are so for much longer.
  const Rows& rows = Population("stressed");
  EXPECT_GT(MeanDelay(rows, [](const CollectedInvoice& r) { return r.disputed; }),
            1.5 * MeanDelay(rows, [](const CollectedInvoice& r) { return !r.disputed; }));
}

TEST(StylisedFacts, CustomersPersist) {
  EXPECT_GT(MeasurePayments(Population("mild")).between, 0.35);
  EXPECT_GT(MeasurePayments(Population("stressed")).between, 0.4);
}

TEST(StylisedFacts, TheHazardOfPaymentFallsWithAge) {
  const auto paid_within = [](const Rows& rows, int from, int to) {
    int open = 0, paid = 0;
    for (const CollectedInvoice& r : rows) {
      if (r.paid && r.delay <= from) continue;
      ++open;
      if (r.paid && r.delay <= to) ++paid;
    }
    return static_cast<double>(paid) / open;
  };
  const Rows& rows = Population("mild");
  EXPECT_GT(paid_within(rows, 0, 30), 1.5 * paid_within(rows, 60, 90));
}

TEST(StylisedFacts, StrainedCustomersPayInPartsAndLater) {
  const int strained = SegmentOf("stressed", "strained");
  const int prompt = SegmentOf("stressed", "prompt");
  int parts = 0, other_parts = 0;
  const Rows& rows = Population("stressed", "by-the-book");
  for (const CollectedInvoice& r : rows) {
    (r.segment == strained ? parts : other_parts) += r.in_parts ? 1 : 0;
  }
  EXPECT_GT(parts, other_parts);
  EXPECT_GT(MeanDelay(rows, [&](const CollectedInvoice& r) { return r.segment == strained; }),
            2 * MeanDelay(rows, [&](const CollectedInvoice& r) { return r.segment == prompt; }));
}

TEST(StylisedFacts, WhatIsFoundEarlierIsPaidEarlier) {
  Rows rows;
  std::vector<int> found;
  for (const CollectedInvoice& r : Population("stressed", "by-the-book")) {
    if (r.blocked && r.found >= 0) rows.push_back(r);
  }
  for (const CollectedInvoice& r : rows) found.push_back(r.found);
  ASSERT_GE(found.size(), 60U);
  std::sort(found.begin(), found.end());
  const int median = found[found.size() / 2];
  EXPECT_LT(MeanDelay(rows, [&](const CollectedInvoice& r) { return r.found < median; }),
            MeanDelay(rows, [&](const CollectedInvoice& r) { return r.found > median; }));
}

// ---- single rules, on the first case ------------------------------------------------------------

// Rings the usual contact whenever `gap` business days have passed, and asks as the polite waiter
// does. Returns the value.
double ValueOfCallingEvery(int gap, Seed seed) {
  Stage stage(seed);
  // Approved, and waiting for a treasurer who has to be reminded that we are there.
  stage.claim().blocker = kNone;
  stage.claim().due_recognised = 1;
  stage.claim().gate = static_cast<std::uint8_t>(Gate::kApproval);
  stage.truth().cash_mean = Hundredths(105);
  stage.truth().cash = Hundredths(105);
  const PersonId contact = stage.Person("buyer");
  while (stage.state.known.seller.ended == 0) {
    Command command = Wait{Until::kNextDay, kNoDate};
    if (stage.state.known.conversation.active != 0) {
      command =
          bots::Choose(bots::Bot::kWeeklyFirm, {*stage.scenario, stage.state.known, 1, true});
    } else {
      const Day last = stage.known().people[contact].last_contact;
      const bool due = last == kNever || stage.state.known.seller.day - last >= gap;
      const Command call = StartCall{0, contact};
      const bool tried = stage.known().people[contact].tried != world::kNoDay &&
                         stage.known().people[contact].tried / 2 == stage.state.known.seller.day;
      if (due && !tried && stage.May(call)) command = call;
    }
    rules::ApplyCommand(stage.world, command);
  }
  return rules::Value(*stage.scenario, stage.state).value / 65536.0;
}

TEST(StylisedFacts, ContactFrequencyHasAnInteriorOptimum) {
  double daily = 0, weekly = 0, never = 0;
  constexpr int kSeeds = 150;
  for (Seed seed = 1; seed <= kSeeds; ++seed) {
    daily += ValueOfCallingEvery(1, seed) / kSeeds;
    weekly += ValueOfCallingEvery(6, seed) / kSeeds;
    never += ValueOfCallingEvery(999, seed) / kSeeds;
  }
  EXPECT_GT(weekly, daily + 0.01);
  EXPECT_GT(weekly, never + 0.001);
}

// Whether the claim is paid by the promised day, when the finance manager promised like this.
bool PaidByPromise(Seed seed, bool dated, bool coerced) {
  Stage stage(seed);
  stage.claim().blocker = kNone;
  stage.claim().due_recognised = 1;
  stage.claim().gate = static_cast<std::uint8_t>(Gate::kCashPlan);
  stage.truth().cash_mean = stage.truth().cash = Hundredths(110);
  const PersonId who = stage.Person("finance_manager");
  Day run = kNever;
  for (std::size_t d = 1; d < stage.customer().days.size() && run == kNever; ++d) {
    if (stage.customer().days[d].is_cut_off) run = stage.customer().days[d].run;
  }
  const Date date = stage.scenario->days[static_cast<std::size_t>(run)].date;
  const Cents amount = rules::KnownOutstanding(*stage.scenario, stage.state.known, 0);
  rules::MakePromise(stage.world, 0, who, amount, dated ? date : kNoDate, coerced);
  while (stage.state.known.seller.ended == 0 && stage.state.known.seller.day < run) {
    rules::NextDay(stage.world);
  }
  return rules::OpenTotal(stage.customer(), stage.known()) == 0;
}

TEST(StylisedFacts, SpecificAndSelfSetPromisesAreKeptMore) {
  int own = 0, coerced = 0, vague = 0;
  for (Seed seed = 1; seed <= 300; ++seed) {
    own += PaidByPromise(seed, true, false) ? 1 : 0;
    coerced += PaidByPromise(seed, true, true) ? 1 : 0;
    vague += PaidByPromise(seed, false, false) ? 1 : 0;
  }
  EXPECT_GT(own, coerced);
  EXPECT_GT(own, vague);
}

// By-the-book, with demand letters sent on the first day or left to their time.
double ValueWithDemands(Seed seed, bool premature) {
  Stage stage(seed);
  const auto book = [&] {
    return bots::Choose(bots::Bot::kByTheBook, {*stage.scenario, stage.state.known, 1, true});
  };
  // Read the file first: letters cite it.
  while (std::holds_alternative<OpenDocument>(book())) rules::ApplyCommand(stage.world, book());
  if (premature) {
    for (const LetterLevel level : {LetterLevel::kFirstDemand, LetterLevel::kSecondDemand}) {
      const Command letter = rules::StandardLetter(*stage.scenario, stage.state.known, 0, level);
      if (stage.May(letter)) rules::ApplyCommand(stage.world, letter);
    }
  }
  while (stage.state.known.seller.ended == 0) rules::ApplyCommand(stage.world, book());
  return rules::Value(*stage.scenario, stage.state).value / 65536.0;
}

TEST(StylisedFacts, PrematureDemandLettersLowerTheValue) {
  double early = 0, timely = 0;
  for (Seed seed = 1; seed <= 150; ++seed) {
    early += ValueWithDemands(seed, true);
    timely += ValueWithDemands(seed, false);
  }
  EXPECT_LT(early, timely);
}

TEST(StylisedFacts, TrustAloneNeverPaysAnUnapprovedInvoice) {
  for (Seed seed = 1; seed <= 40; ++seed) {
    Stage stage(seed);
    stage.Block("request_not_filed");
    stage.claim().due_recognised = 1;
    stage.truth().cash_mean = stage.truth().cash = 4 * kOne;
    while (stage.state.known.seller.ended == 0) {
      for (std::size_t p = 0; p < stage.customer().people.size(); ++p) {
        stage.truth().people[p].trust = kOne;
      }
      rules::NextDay(stage.world);
    }
    ASSERT_EQ(rules::PaidTotal(stage.customer(), stage.known()), 0) << "seed " << seed;
  }
}

}  // namespace
}  // namespace huikuan
