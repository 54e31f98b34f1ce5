#include "rules/payment/instrument.h"

#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/receipt.h"

namespace huikuan::rules {

namespace {

// Discount rates, ppm a year of 360 days, by Instrument (design values near 2025 quotations), and
// what the bank takes for a bank bill besides.
constexpr Ppm kDiscountRate[kInstruments] = {0, 16'000, 45'000, 60'000};
constexpr Cents kBankFee = 150'00;

// Default of the customer's own paper (design values): so much with a full till, and so much more
// with an empty one.
constexpr Q16 kLeastRisk = Hundredths(3);
constexpr Q16 kRiskOfAnEmptyTill = Hundredths(55);

bool Live(const world::BillKnown& bill) {
  return StateOf(bill) == BillState::kOffered || StateOf(bill) == BillState::kHeld ||
         StateOf(bill) == BillState::kDiscounted;
}

// A slot for a new bill: a free one, else that of the bill that ended first; −1 if all are live.
int FreeBill(const world::CustomerKnown& known) {
  int best = -1;
  for (int b = 0; b < kMaxBills; ++b) {
    if (Live(known.bills[b])) continue;
    if (StateOf(known.bills[b]) == BillState::kEmpty) return b;
    if (best < 0 || known.bills[b].maturity < known.bills[best].maturity) best = b;
  }
  return best;
}

void SetState(world::CustomerKnown& known, world::BillKnown& bill, BillState state) {
  if (StateOf(bill) == BillState::kHeld) --known.held_bills;
  if (state == BillState::kHeld) ++known.held_bills;
  bill.state = static_cast<std::uint8_t>(state);
}

void MoveGate(World& world, CustomerId c, InvoiceId i) {
  world::InvoiceTruth& invoice = world.truth(c).invoices[i];
  const bool all = OpenOf(world.customer(c), world.seen(c), i) == 0;
  invoice.gate = static_cast<std::uint8_t>(all ? Gate::kPaid : Gate::kCashPlan);
  invoice.gate_since = world.day();
}

Event Told(World& world, CustomerId c, const world::BillKnown& bill, EventKind kind) {
  Event e = world.NewEvent(kind, c);
  e.item = bill.invoice;
  e.amount = bill.amount;
  e.date = bill.maturity;
  e.value = bill.kind;
  return e;
}

// The rest of what it was written for leaves their account.
void PayAtMaturity(World& world, CustomerId c, const world::BillKnown& bill) {
  const Q16 rest = kOne - CashShare(static_cast<Instrument>(bill.kind));
  world::CustomerTruth& truth = world.truth(c);
  truth.cash -= MulQ(Weeks(world.customer(c), bill.amount), rest);
  if (truth.cash < 0) truth.cash = 0;
}

void Mature(World& world, CustomerId c, int b) {
  world::CustomerKnown& known = world.known(c);
  world::BillKnown& bill = known.bills[b];
  const auto kind = static_cast<Instrument>(bill.kind);
  const bool sold = StateOf(bill) == BillState::kDiscounted;
  const Q16 risk = DefaultRisk(world.customer(c), world.truth(c), known.insolvent != kNever, kind);
  if (!world.chance.Happens(Draw::kBillDishonour, c, static_cast<unsigned>(b), risk)) {
    PayAtMaturity(world, c, bill);
    SetState(known, bill, BillState::kPaid);
    if (!sold) Receive(world, c, bill.invoice, bill.amount);
    return;
  }
  SetState(known, bill, BillState::kDishonoured);
  world.Emit(Told(world, c, bill, EventKind::kBillDishonoured));
  if (sold) {
    GiveBack(world, c, bill.invoice, bill.amount, MoneyBack::kRecourse);
  } else {
    Reopen(world, c, bill.invoice);
  }
}

}  // namespace

Q16 CashShare(Instrument kind) {
  switch (kind) {
    case Instrument::kTransfer:
      return kOne;
    case Instrument::kBankBill:
      return kOne / 2;
    case Instrument::kCommercialBill:
    case Instrument::kVoucher:
      return kOne / 4;
  }
  return kOne;
}

Instrument PaysBy(const World& world, CustomerId c) {
  const auto kind = static_cast<Instrument>(world.state.truth.customers[c].instrument);
  return FreeBill(world.state.known.customers[c]) < 0 ? Instrument::kTransfer : kind;
}

void OfferBill(World& world, CustomerId c, InvoiceId i, Instrument kind, Cents amount) {
  world::CustomerKnown& known = world.known(c);
  world::BillKnown& bill = known.bills[FreeBill(known)];
  bill = world::BillKnown{};
  bill.amount = amount;
  bill.maturity = world.date() + world.customer(c).paying.bill_days;
  bill.invoice = i;
  bill.kind = static_cast<std::uint8_t>(kind);
  bill.state = static_cast<std::uint8_t>(BillState::kOffered);
  bill.day = static_cast<std::uint8_t>(world.day());
  world.Emit(Told(world, c, bill, EventKind::kBillOffered));
}

void KeepBill(World& world, CustomerId c, BillId b) {
  world::BillKnown& bill = world.known(c).bills[b];
  SetState(world.known(c), bill, BillState::kHeld);
  Event e = Told(world, c, bill, EventKind::kBillDecided);
  e.value = static_cast<std::uint8_t>(BillDecision::kKeep);
  world.Emit(e);
  Settle(world, c, bill.invoice);
  MoveGate(world, c, bill.invoice);
}

void SellBill(World& world, CustomerId c, BillId b) {
  world::BillKnown& bill = world.known(c).bills[b];
  const bool held = StateOf(bill) == BillState::kHeld;
  const Cents cost = DiscountCost(bill, world.date());
  SetState(world.known(c), bill, BillState::kDiscounted);
  Event e = Told(world, c, bill, EventKind::kBillDecided);
  e.value = static_cast<std::uint8_t>(BillDecision::kDiscount);
  e.amount = bill.amount - cost;
  world.Emit(e);
  // The invoice is paid in full; what the bank keeps is our cost.
  world.seller().spent += cost;
  Receive(world, c, bill.invoice, bill.amount);
  if (!held) MoveGate(world, c, bill.invoice);
}

void ReturnBill(World& world, CustomerId c, BillId b) {
  world::CustomerTruth& truth = world.truth(c);
  world::BillKnown& bill = world.known(c).bills[b];
  SetState(world.known(c), bill, BillState::kReturned);
  Event e = Told(world, c, bill, EventKind::kBillDecided);
  e.value = static_cast<std::uint8_t>(BillDecision::kRefuse);
  world.Emit(e);
  truth.cash +=
      MulQ(Weeks(world.customer(c), bill.amount), CashShare(static_cast<Instrument>(bill.kind)));
  Reopen(world, c, bill.invoice);
}

bool BillsMorning(World& world, CustomerId c) {
  bool any = false;
  for (int b = 0; b < kMaxBills; ++b) {
    const world::BillKnown& bill = world.seen(c).bills[b];
    if (StateOf(bill) == BillState::kOffered && world.day() - bill.day >= kBillDecisionDays) {
      KeepBill(world, c, static_cast<BillId>(b));
      any = true;
    }
    const bool runs = StateOf(bill) == BillState::kHeld || StateOf(bill) == BillState::kDiscounted;
    if (!runs || bill.maturity > world.date()) continue;
    Mature(world, c, b);
    any = true;
  }
  return any;
}

void VoidOffers(World& world, CustomerId c) {
  for (world::BillKnown& bill : world.known(c).bills) {
    if (StateOf(bill) == BillState::kOffered) SetState(world.known(c), bill, BillState::kReturned);
  }
}

Q16 DefaultRisk(const content::Customer& customer, const world::CustomerTruth& truth,
                bool insolvent, Instrument kind) {
  if (kind == Instrument::kTransfer || kind == Instrument::kBankBill) return 0;  // a bank owes it
  Q16 risk = kOne;
  if (!insolvent) {
    const Q16 filled = customer.cash_mean > 0 ? UnitQ(DivQ(truth.cash, customer.cash_mean)) : 0;
    risk = kLeastRisk + MulQ(kRiskOfAnEmptyTill, kOne - filled);
  }
  // The platform watches its issuers: half the risk of a bill (design value).
  return kind == Instrument::kVoucher ? risk / 2 : risk;
}

Cents DiscountCost(const world::BillKnown& bill, Date today) {
  const Date days = bill.maturity > today ? bill.maturity - today : 0;
  const auto rate = static_cast<Ppm>(
      DivRound(static_cast<std::int64_t>(kDiscountRate[bill.kind % kInstruments]) * days, 360));
  const bool bank = bill.kind == static_cast<std::uint8_t>(Instrument::kBankBill);
  const Cents cost = MulPpm(bill.amount, rate) + (bank ? kBankFee : 0);
  return cost < bill.amount ? cost : bill.amount;
}

Date DecideBy(const Scenario& content, const world::BillKnown& bill) {
  const auto day = static_cast<std::size_t>(bill.day + kBillDecisionDays);
  return day < content.days.size() ? content.days[day].date : content.days.back().date;
}

}  // namespace huikuan::rules
