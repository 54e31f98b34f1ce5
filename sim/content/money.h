// How a customer pays: the instruments it likes, the seasons of its cash, and its end.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "huikuan/bill.h"

namespace huikuan::content {

// From one date to another, both included: what the mean cash is multiplied by.
struct Season {
  Date from = kNoDate, to = kNoDate;
  Q16 factor = kOne;
};

struct Paying {
  std::vector<Season> seasons;
  Q16 shock = 0;       // chance a month of losing half a week's cash
  Q16 insolvency = 0;  // chance a business day of filing while there is nothing to pay from
  // Chance a business day that a difference about goods, account or invoice clears up without us.
  Q16 settles = 0;
  std::array<std::uint32_t, kInstruments> pays_by = {1, 0, 0, 0};  // weights by Instrument
  int bill_days = 180;                                             // calendar days a bill runs
  bool cash_term = false;                                          // the contract says: by transfer
};

}  // namespace huikuan::content
