// What a customer pays with besides money (domain.md §1, gate 8): acceptance bills and vouchers of
// a supply-chain platform. A bill is no cash: it is kept until it matures, discounted, or refused.
#pragma once

#include <cstdint>

#include "huikuan/values.h"

namespace huikuan {

using BillId = std::uint8_t;         // within a customer
inline constexpr int kMaxBills = 4;  // a customer, at one time

enum class Instrument : std::uint8_t {
  kTransfer,        // money, the same day
  kBankBill,        // 银行承兑汇票: the bank pays at maturity
  kCommercialBill,  // 商业承兑汇票: the customer's own word, on a bill
  kVoucher,         // 供应链票据/凭证: the customer's word on a platform
};
inline constexpr int kInstruments = 4;

enum class BillState : std::uint8_t {
  kEmpty,        // the slot is free
  kOffered,      // waits for our decision; the invoice stays open
  kHeld,         // kept until it matures; the invoice is settled for the time being
  kDiscounted,   // sold to a bank: money now, and it may come back to us
  kPaid,         // honoured at maturity
  kReturned,     // we refused it
  kDishonoured,  // not paid at maturity; the invoice is open again
};

enum class BillDecision : std::uint8_t { kKeep, kDiscount, kRefuse };
inline constexpr int kBillDecisions = 3;

struct BillView {
  BillId id = 0;
  InvoiceId invoice = 0;
  Instrument kind = Instrument::kBankBill;
  BillState state = BillState::kOffered;
  Cents amount = 0;          // face value
  Date maturity = kNoDate;   // the day it is to be paid
  Date decide_by = kNoDate;  // while offered: our finance takes it in by itself on that day
  Cents discount_cost = 0;   // while offered or held: what a bank would keep if we sold it today
};

}  // namespace huikuan
