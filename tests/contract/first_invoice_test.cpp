// The first case keeps what it promises: five blockers behind one opening, each to be found by at
// least two independent ways, a debt unknown in the customer's books, and policies in their order.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include "content/scenario.h"
#include "huikuan/experiment.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

ScenarioPtr FirstInvoice() {
  static const ScenarioPtr scenario = LoadScenario(test::RealBundle(), "first-invoice").scenario;
  return scenario;
}

struct Paired {
  double mean = 0;
  double se = 0;
};

Paired Difference(const std::vector<SimulateRow>& a, const std::vector<SimulateRow>& b,
                  const std::string& blocker = {}) {
  double sum = 0, squares = 0;
  int n = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!blocker.empty() && a[i].drawn[0].blocker != blocker) continue;
    const double d = (a[i].value - b[i].value) / 65536.0;
    sum += d;
    squares += d * d;
    ++n;
  }
  const double mean = sum / n;
  return {mean, std::sqrt((squares / n - mean * mean) / n)};
}

std::vector<SimulateRow> Policy(const char* bot, bool diagnoses = true) {
  SimulateOptions options;
  options.seeds = 500;
  options.diagnoses = diagnoses;
  return Simulate(FirstInvoice(), bot, options).value();
}

TEST(FirstInvoice, HasItsPeoplePapersAndBlockers) {
  const ScenarioPtr s = FirstInvoice();
  ASSERT_NE(s, nullptr);
  EXPECT_EQ(s->days.size(), 45U);
  EXPECT_EQ(s->blockers.size(), 5U);
  EXPECT_EQ(s->customers[0].people.size(), 6U);
  int gatekeepers = 0;
  for (const content::Person& p : s->customers[0].people) gatekeepers += p.gatekeeper ? 1 : 0;
  EXPECT_EQ(gatekeepers, 1);
  EXPECT_GE(s->acts.size(), 16U);
  EXPECT_GE(s->replies.size(), 10U);
  EXPECT_GE(s->customers[0].spots.size(), 2U);
}

TEST(FirstInvoice, EveryBlockerIsDrawnAboutEquallyOften) {
  std::map<std::string, int> count;
  for (const SimulateRow& row : Policy("polite-waiter")) ++count[row.drawn[0].blocker];
  EXPECT_EQ(count.size(), 5U);
  for (const auto& [blocker, n] : count) {
    EXPECT_GT(n, 70) << blocker;
    EXPECT_LT(n, 130) << blocker;
  }
}

// Ways: different people who know, a paper's field, our own check, a place to look at.
TEST(FirstInvoice, EveryBlockerCanBeFoundInAtLeastTwoWays) {
  const ScenarioPtr s = FirstInvoice();
  const content::Customer& customer = s->customers[0];
  for (std::size_t b = 0; b < s->blockers.size(); ++b) {
    std::set<std::string> ways;
    const auto leads = [&](std::uint8_t fact) {
      return fact != kNone && customer.facts[fact].problem && customer.facts[fact].blocker == b;
    };
    for (const content::Fact& fact : customer.facts) {
      if (!fact.problem || fact.blocker != b) continue;
      for (std::size_t p = 0; p < customer.people.size(); ++p) {
        if (((fact.known_by >> p) & 1) != 0) ways.insert("asking " + customer.people[p].id);
      }
    }
    for (const content::Document& d : customer.documents) {
      for (const content::Field& f : d.fields) {
        if (leads(f.fact)) ways.insert("reading " + d.id);
      }
    }
    for (const content::Task& t : s->tasks) {
      for (const std::uint8_t f : t.reveals) {
        if (leads(f)) ways.insert("task " + t.id);
      }
    }
    for (const content::Spot& spot : customer.spots) {
      for (const std::uint8_t f : spot.facts) {
        if (leads(f)) ways.insert("looking at " + spot.id);
      }
    }
    EXPECT_GE(ways.size(), 2U) << s->blockers[b].id;
  }
}

TEST(FirstInvoice, PoliciesComeInTheirOrder) {
  const auto book = Policy("by-the-book");
  for (const char* name : {"random", "nag-daily", "polite-waiter", "weekly-firm"}) {
    const auto other = Policy(name);
    const Paired all = Difference(book, other);
    EXPECT_GE(all.mean, 0.02) << name;
    EXPECT_GE(all.mean, 2 * all.se) << name;
    for (const content::Blocker& blocker : FirstInvoice()->blockers) {
      const Paired one = Difference(book, other, blocker.id);
      EXPECT_GE(one.mean, 0.02) << name << " on " << blocker.id;
      EXPECT_GE(one.mean, 2 * one.se) << name << " on " << blocker.id;
    }
  }
  const Paired firm = Difference(Policy("weekly-firm"), Policy("nag-daily"));
  EXPECT_GT(firm.mean, 2 * firm.se);
}

// Without its questions, checks and looking round, the book loses at least half its lead over the
// best of the others.
TEST(FirstInvoice, DiagnosisIsWhatTheBookLivesOn) {
  const auto book = Policy("by-the-book");
  double lead = 1;
  for (const char* name : {"random", "nag-daily", "polite-waiter", "weekly-firm"}) {
    lead = std::min(lead, Difference(book, Policy(name)).mean);
  }
  EXPECT_GE(Difference(book, Policy("by-the-book", false)).mean, lead / 2);
}

TEST(FirstInvoice, ByTheBookNeedsFifteenToTwentyFiveDecisions) {
  double decisions = 0;
  const auto rows = Policy("by-the-book");
  for (const SimulateRow& row : rows) decisions += row.decisions;
  decisions /= static_cast<double>(rows.size());
  EXPECT_GE(decisions, 15);
  EXPECT_LE(decisions, 25);
}

}  // namespace
}  // namespace huikuan
