// What a case says of our own house: cash, payments, and what colleagues may refuse; and a
// customer's orders. A part of Scenario.
#pragma once

#include <string>
#include <vector>

#include "huikuan/company.h"
#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan::content {

struct OwnPayment {
  std::string id;
  PaymentKind kind = PaymentKind::kWages;
  Day day = kNever;  // business day on which it goes out
  Cents amount = 0;
  TextRef title = 0;
};

// Why a department may say no today. Chance 0 = it never does.
struct TaskRefusal {
  Q16 chance = 0;
  TextRef reason = 0;
};

struct Company {
  bool present = false;
  Cents cash = 0;
  std::vector<OwnPayment> payments;  // by day; those after the last day of the run are left out
  Ppm overdraft = 0;                 // interest a calendar day below zero
  Ppm finance_spends = 0;            // share of the forecast, in parts per million
  std::uint8_t queue_days = 0;       // a further running task adds to a department's lead time
};

struct Order {
  std::string id;
  TextRef title = 0, note = 0;
  Day day = kNever;  // business day on which it is placed; kNever: after the end
  Date date = kNoDate;
  Cents amount = 0;
  Ppm margin = 0;  // share of the amount, in parts per million
  int term_days = 30;
  InvoiceId invoice = 0;  // becomes a receivable with the release
  // A call-off we are bound to deliver, not a new order: keeping it back is suspension.
  bool contracted = false;
  std::uint8_t supply = 0;  // content::Suspension: what is kept back
  InvoiceId under = kNone;  // an invoice of the same contract: its delay gives the right
};

}  // namespace huikuan::content
