// The end of a case: value, indicators, and what happened and why. design.md §6.
#pragma once

#include <string>
#include <vector>

#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan {

// The parts of the value function (sim/rules/value.h), in cents; `value` is their sum as a share
// of the ledger in Q16.
struct ValueParts {
  Cents ledger = 0;
  Cents cash = 0;          // received, discounted daily
  Cents open = 0;          // expected value of what is open
  Cents relationship = 0;  // expected margin of future orders, against the opening
  Cents costs = 0;         // our time, travel and fees (positive = cost)
  Cents concessions = 0;   // given away (positive = cost)
  Cents goods = 0;         // cost of the goods delivered on orders and deals (positive = cost)
  Cents crisis = 0;        // overdraft interest and bridging fees (positive = cost)
  Cents liabilities = 0;   // what customers may lawfully claim from us (positive = cost)
  Cents total = 0;
  Q16 value = 0;
  Q16 capped = 0;  // value after the cap for conduct breaches
};

// The parts in order of telling, signed as they count; the name is of interface string
// "web.part.<name>". Parts that few cases have are left out while they are zero.
struct ValueRow {
  const char* name = "";
  Cents amount = 0;
};
std::vector<ValueRow> ValueRows(const ValueParts& parts);

struct DebriefLine {
  std::string key;  // interface string "debrief.<key>"
  std::vector<TypedArg> args;
  Day day = kNever;
  bool good = true;
};

struct Indicator {
  std::string key;  // interface string "indicator.<key>"
  bool observed = false;
  Q16 score = 0;     // 0..1, 1 = best
  DebriefLine text;  // the measured figure in words
};

// What stood in the way of one invoice.
struct InvoiceDebrief {
  InvoiceId invoice = 0;
  Cents open = 0;
  std::string blocker;             // id; empty = nothing stood in the way
  std::uint32_t blocker_text = 0;  // TextRef
  Day found = kNever;              // when the trainee knew of it
  Day cured = kNever;              // when it was out of the way
};

struct CustomerDebrief {
  CustomerId customer = 0;
  Cents received = 0;
  Cents outstanding = 0;
  Date paid_on = kNoDate;                // last payment
  std::uint32_t type_text = 0;           // TextRef: what kind of customer this was
  std::vector<InvoiceDebrief> invoices;  // collectable ones
  std::vector<DebriefLine> story;        // what happened and why, in order of weight
  std::vector<DebriefLine> timeline;     // dated key moments
  std::vector<Indicator> indicators;
};

struct Debrief {
  ValueParts parts;
  Cents received = 0;
  Cents outstanding = 0;
  Date paid_on = kNoDate;  // last payment of all
  int breaches = 0;
  std::vector<CustomerDebrief> customers;
};

}  // namespace huikuan
