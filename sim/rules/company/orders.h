// Orders placed while old money is open: goods on credit, goods kept back, or money first.
//   release  cost of goods leaves our cash, the invoice becomes a receivable. Over the credit limit
//            or with something overdue it is possible, and counted.
//   hold     a lawful lever while something is overdue: the felt cost of not paying rises by
//            1.1 × dependence (models.md §2). It strains the relation, and they may buy elsewhere.
//            With nothing overdue it only does harm. Of goods a contract promises it is our breach,
//            unless a clause or a proved right allows it (rules/legal/standing.h).
//   prepay   they accept or refuse by dependence, cash and trust.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

inline constexpr int kOrderMinutes = 5;   // to decide one (design value)
inline constexpr Day kOrderPatience = 5;  // business days before an order can be lost
inline constexpr Day kPrepayDays = 3;     // business days until a prepayment is in
inline constexpr Day kWordDays = 3;       // business days to deliver what is paid for

// Morning: orders are placed, prepayments arrive, holds are cleared, orders are lost. Returns
// whether something wants attention.
bool OrdersMorning(World& world, CustomerId c);
inline OrderState StateOf(const world::OrderKnown& order) {
  return static_cast<OrderState>(order.state);
}
// Whether one is still to come or to be decided.
bool OrdersAhead(const content::Customer& customer, const world::CustomerKnown& known);
// Received beforehand for orders.
Cents PrepaidTotal(const content::Customer& customer, const world::CustomerKnown& known);

inline Cents CostOfGoods(const content::Order& order) {
  return order.amount - MulPpm(order.amount, order.margin);
}
// How far a release of this order would go over the credit limit; 0 when it stays within, or when
// there is none. Known only.
Cents OverLimit(const content::Customer& customer, const world::CustomerKnown& known,
                OrderId order);

}  // namespace huikuan::rules
