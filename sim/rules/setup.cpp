#include "rules/setup.h"

#include <algorithm>
#include <array>
#include <span>

#include "rules/company/cash.h"
#include "rules/day/next_day.h"
#include "rules/deal/deal.h"
#include "rules/knowledge.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

// value ± spread, one of nine steps.
Q16 Around(World& world, Draw purpose, std::uint32_t entity, Q16 value, Q16 spread) {
  static constexpr std::array<std::uint32_t, 9> kSteps = {1, 2, 3, 4, 5, 4, 3, 2, 1};
  const int step = world.chance.Pick(purpose, entity, 0, kSteps) - 4;
  return value + static_cast<Q16>(DivRound(static_cast<std::int64_t>(spread) * step, 4));
}

int PickWeighted(World& world, Draw purpose, std::uint32_t entity,
                 const std::vector<std::uint32_t>& weights) {
  return world.chance.Pick(purpose, entity, 0, weights);
}

// Some customers are two types: people of another style, or another face under stress.
void MixTypes(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  truth.second = truth.type;
  if (world.content.mixed == 0 || !world.chance.Happens(Draw::kMixed, c, 0, world.content.mixed)) {
    return;
  }
  std::array<std::uint32_t, 32> weights{};  // lint: 32 types at the most
  std::uint32_t sum = 0;
  for (std::size_t t = 0; t < customer.type_weights.size(); ++t) {
    if (t != truth.type) sum += weights[t] = customer.type_weights[t];
  }
  if (sum == 0) return;  // there is no other
  truth.second = static_cast<std::uint8_t>(world.chance.Pick(
      Draw::kSecondType, c, 0,
      std::span<const std::uint32_t>(weights.data(), customer.type_weights.size())));
  if (world.chance.Happens(Draw::kMixedKind, c, 0, kOne / 2)) {
    truth.shifts = 1;
    return;
  }
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    if (world.chance.Happens(Draw::kStyle, PersonKey(c, static_cast<PersonId>(p)), 0, kOne / 2)) {
      truth.second_style = static_cast<std::uint16_t>(truth.second_style | (1U << p));
    }
  }
}

void SetUpTruth(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerTruth& truth = world.truth(c);
  truth.type =
      static_cast<std::uint8_t>(PickWeighted(world, Draw::kType, c, customer.type_weights));
  MixTypes(world, c);
  truth.instrument = static_cast<std::uint8_t>(
      world.chance.Pick(Draw::kInstrument, c, 0, customer.paying.pays_by));
  Q16 factor = kOne;
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    const content::Invoice& def = customer.invoices[i];
    if (!def.collectable) continue;
    world::InvoiceTruth& invoice = truth.invoices[i];
    if (def.part != content::DealPart::kNone) {  // drawn at delivery
      invoice.due_recognised = DueClause(customer) == kNone ? 1 : 0;
      continue;
    }
    const auto blocker = static_cast<std::size_t>(world.chance.Pick(
        Draw::kBlocker, c, static_cast<std::uint32_t>(i), def.blocker_weights));
    const bool none = blocker >= world.content.blockers.size();
    invoice.blocker = none ? kNone : static_cast<std::uint8_t>(blocker);
    invoice.gate = static_cast<std::uint8_t>(none ? def.gate : world.content.blockers[blocker].gate);
    // Where no clause is in doubt nobody doubts that it is due.
    invoice.due_recognised = DueClause(customer) == kNone ? 1 : 0;
    if (!none && world.content.blockers[blocker].cash_factor < factor) {
      factor = world.content.blockers[blocker].cash_factor;
    }
  }
  truth.cash_mean = MulQ(customer.cash_mean, factor);
  truth.cash = UnitQ(0) + truth.cash_mean +
               MulQ(customer.cash_sigma * 2, world.chance.Normal(Draw::kOpening, c, 0));
  truth.cash = ClampQ(truth.cash, 0, 8 * kOne);
  truth.claims = customer.claims;
  truth.floor = customer.floor;
  for (std::size_t i = 0; i < customer.people.size(); ++i) {
    const content::Person& def = customer.people[i];
    world::PersonTruth& person = truth.people[i];
    const std::uint32_t key = PersonKey(c, static_cast<PersonId>(i));
    person.trust = UnitQ(Around(world, Draw::kTrust, key, def.trust, def.trust_spread));
    person.honesty = UnitQ(Around(world, Draw::kHonesty, key, def.honesty, Hundredths(8)));
  }
}

void SetUpSettlement(World& world, CustomerId c) {
  const content::Settlement& settlement = world.customer(c).settlement;
  if (!settlement.on) return;
  world::SettlementTruth& truth = world.truth(c).settlement;
  truth.reservation = static_cast<std::uint16_t>(
      ClampQ(Around(world, Draw::kSettlementReservation, c, settlement.reservation,
                    settlement.spread),
             0, kOne - 1));
  static constexpr std::array<std::uint32_t, 3> kEven = {1, 2, 1};
  truth.rounds = static_cast<std::uint8_t>(
      settlement.rounds + world.chance.Pick(Draw::kSettlementRounds, c, 0, kEven) - 1);
}

void SetUpKnown(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerKnown& known = world.known(c);
  for (std::size_t i = 0; i < customer.people.size(); ++i) {
    known.people[i].known = customer.people[i].known_at_start ? 1 : 0;
  }
  for (std::size_t i = 0; i < customer.documents.size(); ++i) {
    if (customer.documents[i].in_file) known.documents_in_file |= 1U << i;
  }
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    known.invoices[i].paid = customer.invoices[i].paid;
    known.invoices[i].told_gate = static_cast<std::uint8_t>(customer.invoices[i].told_gate);
  }
  SetUpDeal(world, c);
  SetUpSettlement(world, c);
  known.focus = OldestOpen(customer, known);
}

}  // namespace

void SetUp(const Scenario& content, world::State& state, Chance& chance,
           std::vector<Event>* events) {
  // A fresh state, of which only the customers of this case are written: a rollout of one customer
  // need not clear the other eleven.
  static constexpr world::State kFresh{};
  const auto n = content.customers.size();
  state.known.seller = kFresh.known.seller;
  state.known.conversation = kFresh.known.conversation;
  std::copy_n(kFresh.known.tasks, world::kMaxTasks, state.known.tasks);
  std::copy_n(kFresh.truth.task_due, world::kMaxTasks, state.truth.task_due);
  std::copy_n(kFresh.known.customers, n, state.known.customers);
  std::copy_n(kFresh.known.further, n, state.known.further);
  std::copy_n(kFresh.known.messages, n, state.known.messages);
  std::copy_n(kFresh.truth.customers, n, state.truth.customers);
  World world{content, state, chance, events};
  state.known.seller.customers = static_cast<std::uint8_t>(content.customers.size());
  state.known.seller.active = static_cast<std::uint16_t>((1U << content.customers.size()) - 1);
  chance.SetDay(0);
  for (std::size_t i = 0; i < content.customers.size(); ++i) {
    SetUpTruth(world, static_cast<CustomerId>(i));
    SetUpKnown(world, static_cast<CustomerId>(i));
  }
  OpenBooks(world);
  FirstDay(world);
}

}  // namespace huikuan::rules
