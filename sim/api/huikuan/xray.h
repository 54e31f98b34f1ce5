// The payment X-ray: every day from an invoice's due date to its money, laid at somebody's door.
#pragma once

#include <vector>

#include "huikuan/session.h"
#include "huikuan/values.h"

namespace huikuan {

// To whom a day of delay is attributed.
enum class DelayCause : std::uint8_t {
  kBefore,    // before the run began: not ours to judge
  kUs,        // waiting for a paper, a repair or an explanation of ours
  kProcess,   // on somebody's desk, between cut-offs, until a bill matures
  kCustomer,  // they would not, or could not
  kChance,    // a list that slipped, a shock to their cash
};
inline constexpr int kDelayCauses = 5;
// "before", "us", "process", "customer", "chance".
const char* DelayCauseName(DelayCause cause);

struct InvoiceXray {
  CustomerId customer = 0;
  InvoiceId invoice = 0;
  Date due = kNoDate;
  Date until = kNoDate;  // paid in full, or the run's last day
  bool paid = false;
  // Calendar days by cause; they sum to until − due, 0 when it was paid in time.
  int days[kDelayCauses] = {};
  int Total() const {
    int sum = 0;
    for (const int d : days) sum += d;
    return sum;
  }
};

// Of every invoice that fell due within the run or before it, in order of customers. The run is
// played again; it need not have ended. What it says was hidden: for after the case.
std::vector<InvoiceXray> XrayOf(const Session& session);

}  // namespace huikuan
