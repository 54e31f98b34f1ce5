// A bill in our books.
#pragma once

#include "huikuan/bill.h"

namespace huikuan::world {

struct BillKnown {
  Cents amount = 0;
  Date maturity = kNoDate;
  InvoiceId invoice = kNone;
  std::uint8_t kind = 0;    // Instrument
  std::uint8_t state = 0;   // BillState
  std::uint8_t day = 0xff;  // business day on which it was offered
};

}  // namespace huikuan::world
