#include "rules/company/orders.h"

#include <algorithm>

#include "rules/attitudes.h"
#include "rules/company/cash.h"
#include "rules/company/decide_order.h"
#include "rules/company/reputation.h"
#include "rules/payment/ledger.h"
#include "rules/payment/receipt.h"

namespace huikuan::rules {

namespace {

world::OrderKnown& At(World& world, CustomerId c, OrderId o) {
  return world.known(c).orders.items[o];
}

// Placed and not decided, or kept back.
bool Pending(OrderState state) {
  return state == OrderState::kWaiting || state == OrderState::kHeld;
}

bool Place(World& world, CustomerId c, OrderId o) {
  const content::Order& order = world.customer(c).orders[o];
  if (order.day != world.day()) return false;
  SetOrder(world, c, o, OrderState::kWaiting);
  Event e = OrderEvent(world, EventKind::kOrderPlaced, c, o);
  e.date = world.date() + order.term_days;
  world.Emit(e);
  return true;
}

// The money is there: the goods go out, and nothing is owed.
bool TakePrepayment(World& world, CustomerId c, OrderId o) {
  if (world.day() - At(world, c, o).day < kPrepayDays) return false;
  const content::Order& order = world.customer(c).orders[o];
  SetOrder(world, c, o, OrderState::kPrepaid);
  world::InvoiceTruth& invoice = world.truth(c).invoices[order.invoice];
  invoice.gate = static_cast<std::uint8_t>(Gate::kPaid);
  invoice.gate_since = world.day();
  Receive(world, c, order.invoice, order.amount);
  SendGoods(world, c, o);
  Credit(world, c, Deed::kWordKept);
  world.Emit(OrderEvent(world, EventKind::kOrderDelivered, c, o));
  return true;
}

// The goods were kept back until the old money is in; now it is, and they count on our word.
bool ClearHold(World& world, CustomerId c, OrderId o) {
  world::OrderKnown& order = At(world, c, o);
  const bool lever = (order.marks & (world::kOrderCleared | world::kOrderWronged)) == 0;
  if (lever && OverdueTotal(world.content, world.state.known, c) == 0) {
    order.marks |= world::kOrderCleared;
    order.day = static_cast<std::uint8_t>(world.day());
    world.Emit(OrderEvent(world, EventKind::kOrderCleared, c, o));
    return true;
  }
  const bool late = (order.marks & world::kOrderCleared) != 0 &&
                    (order.marks & world::kOrderWronged) == 0 &&
                    world.day() - order.day > kWordDays;
  if (late) {
    order.marks |= world::kOrderWronged;
    Credit(world, c, Deed::kWordBroken);
  }
  return false;
}

// Who cannot do without us waits longer (design values).
bool Lose(World& world, CustomerId c, OrderId o) {
  const content::Customer& customer = world.customer(c);
  if (world.day() - customer.orders[o].day < kOrderPatience) return false;
  const Q16 p = Hundredths(6) + MulQ(Hundredths(14), kOne - customer.dependence);
  if (!world.chance.Happens(Draw::kOrderLost, c, o, p)) return false;
  SetOrder(world, c, o, OrderState::kLost);
  ++world.known(c).orders.lost;
  Credit(world, c, Deed::kOrderLost);
  world.Emit(OrderEvent(world, EventKind::kOrderLost, c, o));
  return true;
}

}  // namespace

bool OrdersMorning(World& world, CustomerId c) {
  bool any = false;
  for (std::size_t i = 0; i < world.customer(c).orders.size(); ++i) {
    const auto o = static_cast<OrderId>(i);
    switch (StateOf(world.seen(c).orders.items[o])) {
      case OrderState::kExpected:
        any = Place(world, c, o) || any;
        break;
      case OrderState::kPrepaying:
        any = TakePrepayment(world, c, o) || any;
        break;
      case OrderState::kHeld:
        any = ClearHold(world, c, o) || any;
        any = Lose(world, c, o) || any;
        break;
      case OrderState::kWaiting:
        any = Lose(world, c, o) || any;
        break;
      case OrderState::kReleased:
      case OrderState::kPrepaid:
      case OrderState::kLost:
        break;
    }
  }
  return any;
}

bool OrdersAhead(const content::Customer& customer, const world::CustomerKnown& known) {
  for (std::size_t i = 0; i < customer.orders.size(); ++i) {
    const OrderState state = StateOf(known.orders.items[i]);
    const bool to_come = state == OrderState::kExpected && customer.orders[i].day != kNever;
    if (to_come || state == OrderState::kPrepaying || Pending(state)) return true;
  }
  return false;
}

Cents PrepaidTotal(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = 0;
  for (std::size_t i = 0; i < customer.orders.size(); ++i) {
    if (StateOf(known.orders.items[i]) == OrderState::kPrepaid) sum += customer.orders[i].amount;
  }
  return sum;
}

Cents OverLimit(const content::Customer& customer, const world::CustomerKnown& known,
                OrderId order) {
  if (customer.credit_limit == 0) return 0;
  const Cents exposure = OpenTotal(customer, known) + customer.orders[order].amount;
  return std::max<Cents>(0, exposure - customer.credit_limit);
}

}  // namespace huikuan::rules
