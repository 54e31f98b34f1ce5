// Our own company: its cash, the payments it must make, and the orders that wait for a decision.
#pragma once

#include <cstdint>
#include <vector>

#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan {

using OrderId = std::uint8_t;  // within a customer

enum class OrderState : std::uint8_t {
  kExpected,   // not placed yet; never shown
  kWaiting,    // placed, waits for our decision
  kHeld,       // goods are kept back
  kReleased,   // delivered on credit: its invoice is a receivable
  kPrepaying,  // they agreed to pay first; the money is on its way
  kPrepaid,    // paid and delivered
  kLost,       // they bought elsewhere
};
enum class OrderDecision : std::uint8_t { kRelease, kHold, kPrepay };
inline constexpr int kOrderDecisions = 3;

enum class PaymentKind : std::uint8_t { kWages, kSupplier, kTax, kRent };

// A payment of ours that is still to come, by the books.
struct OwnPaymentView {
  TextRef title = 0;
  PaymentKind kind = PaymentKind::kWages;
  Date date = kNoDate;  // the business day on which it goes out
  Cents amount = 0;     // what has been paid early is off
  Cents balance = 0;    // of our account after it, if nothing comes in
};

struct OrderView {
  CustomerId customer = 0;
  OrderId id = 0;
  TextRef title = 0, note = 0;
  OrderState state = OrderState::kWaiting;
  Date date = kNoDate;  // placed on
  Cents amount = 0;
  Cents goods = 0;  // what the goods cost us
  int term_days = 0;
  bool prepay_refused = false;
  bool cleared = false;  // held, and what was overdue has come in
  Cents exposure = 0;    // what they would owe us after a release
  Cents limit = 0;       // credit limit; 0 = none is set
  Cents overdue = 0;     // what they are late with now
  int minutes = 0;       // to decide
};

struct CompanyView {
  bool present = false;  // false: the case says nothing of our own cash
  Cents cash = 0;        // negative = overdrawn
  Cents low = 0;
  Date low_date = kNoDate;
  Cents crisis = 0;     // overdraft interest and bridging fees so far
  Cents forecast = 0;   // of the plan cards, as finance would take it today
  Cents committed = 0;  // of earlier forecasts, spent against and not come in yet
  int payrolls_short = 0;
  Date strained_until = kNoDate;         // departments are slower up to then
  std::vector<OwnPaymentView> payments;  // the next ones, at most six
  std::vector<OrderView> orders;         // placed ones of all customers, in order of customers
};

}  // namespace huikuan
