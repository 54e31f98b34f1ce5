// The reference policies on one customer and on a portfolio.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <vector>

#include "bots/account.h"
#include "bots/bots.h"
#include "content/scenario.h"
#include "huikuan/experiment.h"
#include "rules/payment/ledger.h"
#include "rules/rules.h"
#include "rules/setup.h"
#include "unit/rules/stage.h"

namespace huikuan::test {
namespace {

// The customer a command is about; kNone for those that name none.
CustomerId About(const Command& command, const world::Known& known) {
  return std::visit(
      [&](const auto& c) -> CustomerId {
        if constexpr (requires { c.customer; }) return c.customer;
        return known.conversation.active != 0 ? known.conversation.customer : kNone;
      },
      command);
}

using Watch = std::function<void(const world::State&, const Command&)>;

// Plays one run; `watch` sees every command before it is carried out.
void Play(const Scenario& scenario, bots::Bot bot, Seed seed, const Watch& watch) {
  world::State state;
  rules::Chance chance(seed);
  rules::SetUp(scenario, state, chance, nullptr);
  rules::World world{scenario, state, chance, nullptr};
  bots::Memo memo;
  for (int step = 0; step < 20000 && state.known.seller.ended == 0; ++step) {
    const Command command = bots::Choose(bot, {scenario, state.known, seed, true, &memo});
    ASSERT_EQ(rules::CheckCommand(scenario, state.known, command), rules::Refusal::kNone);
    watch(state, command);
    world.changed = 0;
    rules::ApplyCommand(world, command);
    memo.Changed(world.changed);
  }
  EXPECT_NE(state.known.seller.ended, 0) << "the policy lets time pass";
}

// Several customers, and one person's day for all of them.
Scenario Portfolio(int customers, int days) {
  Scenario scenario = *Stretched(*FirstCase(), customers, days);
  scenario.costs.minutes_a_day = FirstCase()->costs.minutes_a_day;
  scenario.costs.commands_a_day = FirstCase()->costs.commands_a_day * 3;
  return scenario;
}

void ExpectEqual(const Command& with, const Command& without, const world::Known& known) {
  ASSERT_EQ(with.index(), without.index());
  ASSERT_EQ(About(with, known), About(without, known));
  std::visit(
      [&](const auto& a) {
        const auto& b = std::get<std::decay_t<decltype(a)>>(without);
        if constexpr (std::has_unique_object_representations_v<std::decay_t<decltype(a)>>) {
          ASSERT_EQ(std::memcmp(&a, &b, sizeof(a)), 0);
        }
      },
      with);
}

// A portfolio, and every case there is: sales, orders, bills and visits among them.
TEST(Bots, MemoryNeverChangesAChoice) {
  std::vector<Scenario> cases = {Portfolio(4, 50)};
  for (const char* id : {"county-hospital", "full-loop", "spring-festival", "strained-foundry"}) {
    cases.push_back(*LoadScenario(RealBundle(), id).scenario);
  }
  for (const Scenario& scenario : cases) {
    int compared = 0;
    for (Seed seed = 1; seed <= 6; ++seed) {
      Play(scenario, bots::Bot::kByTheBook, seed,
           [&](const world::State& state, const Command& with) {
             const bots::BotView fresh{scenario, state.known, seed, true};
             ExpectEqual(with, bots::Choose(bots::Bot::kByTheBook, fresh), state.known);
             ++compared;
           });
    }
    EXPECT_GT(compared, 500) << scenario.id;
  }
}

// One begun in the midst of a run knows nothing of what was done before.
TEST(Bots, AMemoMayBeginAtAnyStep) {
  const Scenario scenario = *LoadScenario(RealBundle(), "spring-festival").scenario;
  int compared = 0;
  Play(scenario, bots::Bot::kByTheBook, 7,
       [&](const world::State& state, const Command& with) {
         bots::Memo memo;
         const bots::BotView begun{scenario, state.known, 7, true, &memo};
         ExpectEqual(with, bots::Choose(bots::Bot::kByTheBook, begun), state.known);
         ++compared;
       });
  EXPECT_GT(compared, 300);
}

void ExpectEqual(const bots::Findings& a, const bots::Findings& b) {
  ASSERT_EQ(a.people, b.people);
  ASSERT_EQ(a.parts, b.parts);
  ASSERT_EQ(a.told, b.told);
  ASSERT_EQ(a.dates_known, b.dates_known);
  ASSERT_EQ(a.any_solved, b.any_solved);
  ASSERT_EQ(a.questions, b.questions);
  ASSERT_EQ(a.payer, b.payer);
  ASSERT_EQ(a.problem, b.problem);
  ASSERT_EQ(a.focus_problem, b.focus_problem);
  ASSERT_EQ(a.near, b.near);
  ASSERT_EQ(a.due, b.due);
  ASSERT_EQ(a.problems.size(), b.problems.size());
  ASSERT_TRUE(std::equal(a.problems.begin(), a.problems.end(), b.problems.begin()));
}

// What is kept of a file is what a fresh look at it finds, whatever command was carried out in
// between: the rules mark whose Known they write (World::known).
void FindingsHold(const Scenario& scenario, bots::Bot bot, Seed seed, int* kept) {
  world::State state;
  rules::Chance chance(seed);
  rules::SetUp(scenario, state, chance, nullptr);
  rules::World world{scenario, state, chance, nullptr};
  bots::Memo memo;
  for (int step = 0; step < 20000 && state.known.seller.ended == 0; ++step) {
    const bots::BotView fresh{scenario, state.known, seed, true};
    const bots::BotView with{scenario, state.known, seed, true, &memo};
    for (std::size_t c = 0; c < scenario.customers.size(); ++c) {
      if (content::Has(memo.looked, static_cast<int>(c))) ++*kept;
      bots::Account a(fresh, static_cast<CustomerId>(c));
      bots::Account b(with, static_cast<CustomerId>(c));
      a.Look();
      b.Look();
      ExpectEqual(a, b);
    }
    world.changed = 0;
    rules::ApplyCommand(world, bots::Choose(bot, fresh));
    memo.Changed(world.changed);
  }
}

TEST(Bots, FindingsHoldUntilTheCustomerChanges) {
  for (const char* id : {"full-loop", "spring-festival", "strained-foundry"}) {
    const Scenario scenario = *LoadScenario(RealBundle(), id).scenario;
    int kept = 0;
    for (Seed seed = 1; seed <= 4; ++seed) {
      FindingsHold(scenario, bots::Bot::kRandom, seed, &kept);
      FindingsHold(scenario, bots::Bot::kByTheBook, seed, &kept);
    }
    EXPECT_GT(kept, 1000) << id;
  }
}

TEST(Bots, EveryPlanComesBeforeTheFirstContact) {
  const Scenario scenario = Portfolio(5, 40);
  bool contacted = false;
  Play(scenario, bots::Bot::kByTheBook, 3, [&](const world::State& state, const Command& command) {
    if (contacted || !std::holds_alternative<StartCall>(command)) return;
    contacted = true;
    for (int c = 0; c < 5; ++c) EXPECT_NE(state.known.customers[c].plan.set, 0) << c;
  });
  EXPECT_TRUE(contacted);
}

TEST(Bots, AFileIsReadBeforeThatCustomerIsRung) {
  const Scenario scenario = Portfolio(5, 40);
  int first_calls = 0;
  bool another_unread = false;  // … and not all the others' as well
  std::uint32_t rung = 0;
  Play(scenario, bots::Bot::kByTheBook, 4, [&](const world::State& state, const Command& command) {
    const auto* call = std::get_if<StartCall>(&command);
    if (call == nullptr || ((rung >> call->customer) & 1) != 0) return;
    rung |= 1U << call->customer;
    ++first_calls;
    for (int c = 0; c < 5; ++c) {
      const world::CustomerKnown& known = state.known.customers[c];
      const bool read = (known.documents_in_file & ~known.documents_opened) == 0;
      if (c == call->customer) {
        EXPECT_TRUE(read) << c;
      }
      another_unread = another_unread || !read;
    }
  });
  EXPECT_EQ(first_calls, 5);
  EXPECT_TRUE(another_unread);
}

TEST(Bots, NobodyStarvesAndThePaidAreLeftAlone) {
  const Scenario scenario = Portfolio(6, 60);
  for (const bots::Bot bot : {bots::Bot::kNagDaily, bots::Bot::kPoliteWaiter,
                              bots::Bot::kWeeklyFirm, bots::Bot::kByTheBook}) {
    std::array<int, 6> first{};
    first.fill(999);
    Play(scenario, bot, 2, [&](const world::State& state, const Command& command) {
      const CustomerId c = About(command, state.known);
      if (c == kNone) return;
      EXPECT_GT(rules::OpenTotal(scenario.customers[c], state.known.customers[c]), 0);
      if (std::holds_alternative<StartCall>(command)) {
        first[c] = std::min<int>(first[c], state.known.seller.day);
      }
    });
    for (const int day : first) EXPECT_LE(day, 10) << static_cast<int>(bot);
  }
}

TEST(Bots, OnlyKnownPeopleAreContacted) {
  const Scenario scenario = Portfolio(3, 45);
  int calls = 0;
  for (const bots::Bot bot : {bots::Bot::kNagDaily, bots::Bot::kPoliteWaiter,
                              bots::Bot::kWeeklyFirm, bots::Bot::kByTheBook}) {
    Play(scenario, bot, 5, [&](const world::State& state, const Command& command) {
      const auto* call = std::get_if<StartCall>(&command);
      if (call == nullptr) return;
      ++calls;
      EXPECT_NE(state.known.customers[call->customer].people[call->person].known, 0);
    });
  }
  EXPECT_GT(calls, 50);
}

// A second invoice, blocked by something of its own which we know.
struct TwoInvoices {
  TwoInvoices() : scenario(*FirstCase()) {
    content::Customer& customer = scenario.customers[0];
    content::Invoice second = customer.invoices[customer.claim];
    second.id = "second";
    customer.invoices.push_back(second);
    const auto invoice = static_cast<InvoiceId>(customer.invoices.size() - 1);
    for (std::size_t f = 0; f < customer.facts.size(); ++f) {
      if (!customer.facts[f].problem || customer.facts[f].blocker == kNone) continue;
      const std::string& blocker = scenario.blockers[customer.facts[f].blocker].id;
      if (blocker == "open_complaint") own = static_cast<FactId>(f);
      if (blocker == "wrong_invoice") other = static_cast<FactId>(f);
    }
    customer.facts[other].invoice = invoice;
    content::BuildIndex(&scenario);
    rules::Chance chance(1);
    rules::SetUp(scenario, state, chance, nullptr);
    state.known.customers[0].fact_source[own] = static_cast<std::uint8_t>(Source::kTold);
    state.known.customers[0].fact_source[other] = static_cast<std::uint8_t>(Source::kTold);
  }
  Scenario scenario;
  FactId own = kNone, other = kNone;
  world::State state;
};

TEST(Bots, ProblemsOfOtherInvoicesAreServedToo) {
  TwoInvoices two;
  rules::Chance chance(1);
  rules::World world{two.scenario, two.state, chance, nullptr};
  const auto& needs = two.scenario.customers[0].links;
  const std::uint8_t blocker = two.scenario.customers[0].facts[two.other].blocker;
  const DocumentId paper = needs.needs[blocker][0].ref;
  ASSERT_EQ(needs.needs[blocker][0].kind, content::NeedKind::kDocument);
  bool ordered_own = false, ordered_other = false;
  for (int step = 0; step < 60 && two.state.known.seller.day == 0; ++step) {
    const Command command =
        bots::Choose(bots::Bot::kByTheBook, {two.scenario, two.state.known, 1, true});
    if (const auto* order = std::get_if<OrderTask>(&command)) {
      if (needs.produces[order->task] == paper) {
        ordered_other = true;
      } else if (!two.scenario.tasks[order->task].diagnostic) {
        ordered_own = true;
      }
    }
    rules::ApplyCommand(world, command);
  }
  EXPECT_TRUE(ordered_own);
  EXPECT_TRUE(ordered_other);
}

TEST(Bots, DutiesCountOnceThePartIsKnown) {
  Stage stage;
  const PersonId payer = [&] {
    const content::CustomerIndex& index = stage.customer().index;
    return static_cast<PersonId>(content::First(index.money));
  }();
  const bots::BotView view{*stage.scenario, stage.state.known, 1, true};
  const auto cash = 1U << (static_cast<int>(Target::kCash) - 1);
  stage.known().people[payer].known = 1;
  stage.known().people[payer].part_known = 0;
  bots::Account before(view, 0);
  before.Look();
  EXPECT_EQ(before.OpenQuestions(payer) & cash, 0U);
  stage.known().people[payer].part_known = 1;
  bots::Account after(view, 0);
  after.Look();
  EXPECT_NE(after.OpenQuestions(payer) & cash, 0U);
}

TEST(Bots, OptionsAreCountedBeyondAnyList) {
  Stage stage;
  rules::Options options;
  rules::LegalOptions(*stage.scenario, stage.state.known, options);
  ASSERT_EQ(options.size(), rules::CountOptions(*stage.scenario, stage.state.known));
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Command at = rules::OptionAt(*stage.scenario, stage.state.known, i);
    EXPECT_EQ(at.index(), options[i].index()) << i;
  }
  // Of twelve customers the last has its share, although no list holds all options.
  const Scenario many = Portfolio(12, 40);
  std::uint32_t seen = 0;
  for (Seed seed = 1; seed <= 3; ++seed) {
    Play(many, bots::Bot::kRandom, seed, [&](const world::State& state, const Command& command) {
      const CustomerId c = About(command, state.known);
      if (c != kNone) seen |= 1U << c;
    });
  }
  EXPECT_EQ(seen, 0xfffU);
}

// Regular, firm contact with whoever can pay moves what waits for goodwill; papers move by papers.
TEST(Bots, FirmnessPaysWhereGoodwillIsMissing) {
  const auto rows = [](std::string_view bot) {
    SimulateOptions options;
    options.seeds = 120;
    return Simulate(FirstCase(), bot, options).value();
  };
  const auto firm = rows("weekly-firm");
  const auto polite = rows("polite-waiter");
  std::int64_t late = 0, papers = 0;
  for (std::size_t i = 0; i < firm.size(); ++i) {
    const auto& blockers = FirstCase()->blockers;
    const auto blocker = std::find_if(blockers.begin(), blockers.end(), [&](const auto& b) {
      return b.id == firm[i].drawn[0].blocker;
    });
    ASSERT_NE(blocker, blockers.end());
    (blocker->gate >= Gate::kApproval ? late : papers) += firm[i].value - polite[i].value;
  }
  EXPECT_GT(late, 0);
  EXPECT_LT(papers, late / 10) << "late " << late;
}

// Whoever is known to have next to nothing is asked for parts, and their bills are taken; whoever can
// pay is asked for all of it, and for money.
TEST(Bots, WhoIsKnownToBeShortIsAskedForParts) {
  const ScenarioPtr foundry = LoadScenario(RealBundle(), "strained-foundry").scenario;
  int parts = 0, wholes = 0, taken = 0, returned = 0;
  for (Seed seed = 1; seed <= 40; ++seed) {
    Play(*foundry, bots::Bot::kByTheBook, seed, [&](const world::State& state, const Command& c) {
      const bots::BotView view{*foundry, state.known, seed};
      bots::Account a(view, 0);
      a.Look();
      if (const auto* say = std::get_if<Say>(&c)) {
        const content::Request request = foundry->acts[say->act].request;
        if (request == content::Request::kPayment) {
          EXPECT_FALSE(a.short_of_cash) << "seed " << seed;
          ++wholes;
        } else if (request == content::Request::kPartPayment && a.short_of_cash) {
          const Cents open = rules::KnownOutstanding(*foundry, state.known, 0);
          EXPECT_LE(say->amount, open / 4) << "seed " << seed;
          ++parts;
        }
      } else if (const auto* bill = std::get_if<DecideBill>(&c)) {
        const bool refused = bill->decision == BillDecision::kRefuse;
        EXPECT_EQ(refused, !a.destitute) << "seed " << seed;
        ++(refused ? returned : taken);
      }
    });
  }
  EXPECT_GT(parts, 40);
  EXPECT_GT(wholes, 10);
  EXPECT_GT(taken, 5);
  EXPECT_GT(returned, 5);
}

TEST(Stretched, GivesWhatItSays) {
  const ScenarioPtr stretched = Stretched(*FirstCase(), 3, 120);
  ASSERT_NE(stretched, nullptr);
  EXPECT_EQ(stretched->customers.size(), 3U);
  EXPECT_EQ(stretched->days.size(), 120U);
  EXPECT_NE(RulesHash(*stretched), RulesHash(*FirstCase()));
  for (const content::Customer& customer : stretched->customers) {
    ASSERT_EQ(customer.days.size(), 120U);
    for (std::size_t d = 1; d < 120; ++d) {
      EXPECT_GT(stretched->days[d].date, stretched->days[d - 1].date);
      const Day run = customer.days[d].run;
      if (run != kNever) {
        EXPECT_TRUE(run >= static_cast<Day>(d) && run < 120) << d;
      }
    }
    EXPECT_GT(customer.invoices.size(), FirstCase()->customers[0].invoices.size() + 3);
  }
  EXPECT_EQ(Stretched(*FirstCase(), 0, 60), nullptr);
  EXPECT_EQ(Stretched(*FirstCase(), world::kMaxCustomers + 1, 60), nullptr);
  EXPECT_EQ(Stretched(*FirstCase(), 1, world::kMaxDays + 1), nullptr);
}

}  // namespace
}  // namespace huikuan::test
