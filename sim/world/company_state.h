// Our own house in Known: its cash, and the orders customers have placed. What our own books say
// is no secret from us, so nothing of it is in Truth.
#pragma once

#include <cstdint>
#include <type_traits>

#include "huikuan/company.h"
#include "huikuan/values.h"

namespace huikuan::world {

inline constexpr int kMaxOrders = 8;     // a customer, over the whole run
inline constexpr int kMaxPayments = 64;  // of our own, over the whole run

struct CompanyKnown {   // all zero in a case without a company
  Cents bank = 0;       // balance; negative = overdrawn
  Cents low = 0;        // its lowest so far
  Cents crisis = 0;     // overdraft interest and bridging fees so far
  Cents committed = 0;  // of forecasts our finance has spent against and that have not come in yet
  Cents early = 0;      // paid to suppliers before its day; comes off their next payments
  Cents goods = 0;      // cost of the goods delivered on orders
  Cents interest = 0;   // of the above crisis: overdraft interest
  Day low_day = 0;
  Day strained_until = kNever;  // our departments are slower up to this day
  std::uint8_t payrolls_short = 0;
  std::uint8_t spare[3] = {};
};

struct OrderKnown {
  std::uint8_t state = 0;  // OrderState
  std::uint8_t day = 0;    // business day of its last change
  std::uint8_t delay = 0;  // calendar days from the order to its release, saturating
  std::uint8_t marks = 0;  // OrderMark
};
enum OrderMark : std::uint8_t {
  kOrderAsked = 1,     // prepayment was asked for and refused
  kOrderCleared = 2,   // what was overdue came in while it was held
  kOrderWronged = 4,   // held although nothing was overdue, or not sent although we had our money
  kOrderUnlawful = 8,  // held although a contract bound us to deliver
};

struct CustomerOrders {
  OrderKnown items[kMaxOrders];
  Cents over_limit = 0;            // the most by which a release went over the credit limit
  std::uint8_t over_count = 0;     // releases over the limit
  std::uint8_t overdue_count = 0;  // releases while something was overdue
  std::uint8_t held = 0;           // held while something was overdue
  std::uint8_t held_wrongly = 0;   // held while nothing was
  std::uint8_t lost = 0;
  std::uint8_t spare[3] = {};
};

static_assert(sizeof(CompanyKnown) <= 64);
static_assert(sizeof(CustomerOrders) <= 48);
static_assert(std::has_unique_object_representations_v<CompanyKnown>);
static_assert(std::has_unique_object_representations_v<CustomerOrders>);

}  // namespace huikuan::world
