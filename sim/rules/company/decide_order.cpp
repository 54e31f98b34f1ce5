// DecideOrder: release, hold, or ask for the money first.
#include "rules/company/decide_order.h"

#include <algorithm>

#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/commands.h"
#include "rules/company/cash.h"
#include "rules/company/orders.h"
#include "rules/company/reputation.h"
#include "rules/legal/standing.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/settlement/settlement.h"

namespace huikuan::rules {

namespace {

bool Decides(const content::Person& person) {
  return (person.duties >> static_cast<int>(Gate::kApproval)) != 0 ||
         person.authority >= Hundredths(80);
}

void Count(std::uint8_t& counter) {
  if (counter < 255) ++counter;
}

// Those who place the list feel it; so does who needs the goods.
void Feel(World& world, CustomerId c, content::Variable variable, Q16 by) {
  const auto& people = world.customer(c).people;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (Decides(people[p])) Adjust(world, c, static_cast<PersonId>(p), variable, by);
  }
}

// What goods before others cost us (design value).
constexpr Ppm kPriorityCost = 10'000;

SettlementSupply SupplyAgreed(const world::CustomerKnown& known) {
  return static_cast<SettlementSupply>(UnpackSettlement(known.settlement.theirs).supply);
}
bool DeliveryAgreed(const world::CustomerKnown& known) {
  const SettlementSupply supply = SupplyAgreed(known);
  return supply == SettlementSupply::kContinue || supply == SettlementSupply::kPriority;
}

void Release(World& world, CustomerId c, OrderId o) {
  const content::Customer& customer = world.customer(c);
  const content::Order& order = customer.orders[o];
  world::CustomerKnown& known = world.known(c);
  const Cents over = OverLimit(customer, known, o);
  if (over > 0) Count(known.orders.over_count);
  known.orders.over_limit = std::max(known.orders.over_limit, over);
  const bool overdue = OverdueTotal(world.content, world.state.known, c) > 0;
  const bool settled = Settled(known);
  if (settled && SupplyAgreed(known) == SettlementSupply::kPriority) {
    SpendMoney(world, MulPpm(order.amount, kPriorityCost));
  }
  if (overdue && settled) {
    Count(known.orders.overdue_count);
  } else if (overdue) {
    // They learn that goods come all the same (design values).
    Count(known.orders.overdue_count);
    Feel(world, c, content::Variable::kPressureCost, -Hundredths(20));
    Feel(world, c, content::Variable::kUrgency, -Hundredths(10));
  }
  world::OrderKnown& entry = known.orders.items[o];
  const bool cleared = (entry.marks & world::kOrderCleared) != 0;
  const bool in_time = cleared && (entry.marks & world::kOrderWronged) == 0;
  Credit(world, c, in_time ? Deed::kWordKept : Deed::kDelivered);
  entry.delay = static_cast<std::uint8_t>(std::clamp(world.date() - order.date, 0, 255));
  const bool all_paid = OpenTotal(customer, known) == 0;
  SetOrder(world, c, o, OrderState::kReleased);
  world.truth(c).invoices[order.invoice].gate_since = world.day();
  if (all_paid) {
    known.focus = order.invoice;
    known.agreed = 0;  // a yes was about another one
  }
  SendGoods(world, c, o);
}

// Goods a contract promises, kept back without the right to: our breach. They have a counterclaim,
// and no reason to hurry (design values).
void HoldUnlawfully(World& world, CustomerId c, OrderId o) {
  world::CustomerKnown& known = world.known(c);
  known.orders.items[o].marks |= world::kOrderWronged | world::kOrderUnlawful;
  Count(known.orders.held_wrongly);
  Feel(world, c, content::Variable::kReactance, Hundredths(18));
  Feel(world, c, content::Variable::kTrust, -Hundredths(15));
  Credit(world, c, Deed::kHeldWrongly);
  Event e = OrderEvent(world, EventKind::kHoldUnlawful, c, o);
  e.amount = HoldDamages(world.customer(c).orders[o]);
  world.Emit(e);
}

void Hold(World& world, CustomerId c, OrderId o) {
  world::CustomerKnown& known = world.known(c);
  SetOrder(world, c, o, OrderState::kHeld);
  if (Settled(known)) {
    if (DeliveryAgreed(known)) BreakOurWord(world, c);
    Count(known.orders.held);
    return;
  }
  const content::Answer may = MayHold(world.content, world.state.known, c, o);
  if (may == content::Answer::kNo) {
    HoldUnlawfully(world, c, o);
    return;
  }
  if (OverdueTotal(world.content, world.state.known, c) > 0) {
    Count(known.orders.held);
    // What a court might see either way presses only half as much.
    const Q16 press = may == content::Answer::kYes ? Hundredths(110) : Hundredths(55);
    Feel(world, c, content::Variable::kPressureCost, MulQ(press, world.customer(c).dependence));
    Feel(world, c, content::Variable::kReactance, Hundredths(5));
    Credit(world, c, Deed::kHeldFairly);
    return;
  }
  known.orders.items[o].marks |= world::kOrderWronged;
  Count(known.orders.held_wrongly);
  Feel(world, c, content::Variable::kReactance, Hundredths(12));
  Feel(world, c, content::Variable::kTrust, -Hundredths(10));
  Credit(world, c, Deed::kHeldWrongly);
}

// Whether there is money for it.
bool CanPrepay(const World& world, CustomerId c, OrderId o) {
  const content::Customer& customer = world.content.customers[c];
  const world::CustomerTruth& truth = world.state.truth.customers[c];
  return truth.cash - truth.floor - Weeks(customer, customer.orders[o].amount) >= 0;
}

// They pay first if they need the goods, have the money and trust us to deliver.
bool AcceptsPrepay(World& world, CustomerId c, OrderId o) {
  const content::Customer& customer = world.customer(c);
  const world::CustomerTruth& truth = world.truth(c);
  const Q16 weeks = Weeks(customer, customer.orders[o].amount);
  const Q16 left = truth.cash - truth.floor - weeks;
  if (left < 0) return false;
  std::int64_t trust = 0, people = 0;
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    if (!Decides(customer.people[p])) continue;
    trust += truth.people[p].trust;
    ++people;
  }
  const Q16 mean = people == 0 ? Hundredths(45) : static_cast<Q16>(DivRound(trust, people));
  Q16 logit = -Hundredths(160) + MulQ(Hundredths(320), customer.dependence);
  logit += MulQ(Hundredths(200), mean - Hundredths(45)) + std::min<Q16>(left, kOne);
  logit += MulQ(Hundredths(80), truth.relation);
  if (!world.chance.Happens(Draw::kPrepay, c, o, Logistic(logit))) return false;
  world.truth(c).cash -= weeks;
  return true;
}

void Prepay(World& world, CustomerId c, OrderId o) {
  if (Settled(world.seen(c)) && DeliveryAgreed(world.seen(c))) BreakOurWord(world, c);
  const bool agreed =
      Settled(world.seen(c)) && SupplyAgreed(world.seen(c)) == SettlementSupply::kPrepay;
  const bool yes = agreed ? CanPrepay(world, c, o) : AcceptsPrepay(world, c, o);
  if (yes) {
    SetOrder(world, c, o, OrderState::kPrepaying);
  } else {
    world.known(c).orders.items[o].marks |= world::kOrderAsked;
    Feel(world, c, content::Variable::kReactance, Hundredths(3));
  }
  Event e = OrderEvent(world, EventKind::kOrderAnswered, c, o);
  e.value = yes ? 1 : 0;
  world.Emit(e);
}

}  // namespace

void SetOrder(World& world, CustomerId c, OrderId o, OrderState state) {
  world::OrderKnown& order = world.known(c).orders.items[o];
  order.state = static_cast<std::uint8_t>(state);
  order.day = static_cast<std::uint8_t>(world.day());
}

void SendGoods(World& world, CustomerId c, OrderId o) {
  const Cents cost = CostOfGoods(world.customer(c).orders[o]);
  world.seller().company.goods += cost;
  MoveCash(world, -cost);
}

Event OrderEvent(const World& world, EventKind kind, CustomerId c, OrderId o) {
  Event e = world.NewEvent(kind, c);
  e.item = o;
  e.amount = world.content.customers[c].orders[o].amount;
  return e;
}

Refusal Check(const Scenario& content, const world::Known& known, const DecideOrder& decide) {
  const Refusal setting = CheckSetting(content, known, Setting::kDesk, decide.customer,
                                       Minutes(content, known, decide));
  if (setting != Refusal::kNone) return setting;
  if (decide.order >= content.customers[decide.customer].orders.size()) return Refusal::kUnknownId;
  if (static_cast<int>(decide.decision) >= kOrderDecisions) return Refusal::kSlotBad;
  const world::OrderKnown& order = known.customers[decide.customer].orders.items[decide.order];
  switch (static_cast<OrderState>(order.state)) {
    case OrderState::kExpected:
      return Refusal::kUnknownId;
    case OrderState::kWaiting:
      break;
    case OrderState::kHeld:
      if (decide.decision == OrderDecision::kHold) return Refusal::kAlready;
      break;
    default:
      return Refusal::kAlready;
  }
  const bool asked = (order.marks & world::kOrderAsked) != 0;
  return decide.decision == OrderDecision::kPrepay && asked ? Refusal::kAlready : Refusal::kNone;
}

int Minutes(const Scenario&, const world::Known&, const DecideOrder&) { return kOrderMinutes; }

void Apply(World& world, const DecideOrder& decide) {
  SpendMinutes(world, kOrderMinutes);
  CountDecision(world);
  Event e = OrderEvent(world, EventKind::kOrderDecided, decide.customer, decide.order);
  e.value = static_cast<std::uint8_t>(decide.decision);
  world.Emit(e);
  switch (decide.decision) {
    case OrderDecision::kRelease:
      Release(world, decide.customer, decide.order);
      break;
    case OrderDecision::kHold:
      Hold(world, decide.customer, decide.order);
      break;
    case OrderDecision::kPrepay:
      Prepay(world, decide.customer, decide.order);
      break;
  }
}

}  // namespace huikuan::rules
