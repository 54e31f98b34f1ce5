#include "rules/value.h"

#include <array>

#include "rules/deal/deal.h"
#include "rules/legal/limitation.h"
#include "rules/legal/security.h"
#include "rules/legal/standing.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/instrument.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

struct Knot {
  int days;
  int permille;
};
// CCAA 2004; the value one year on is extended to two years as measured there (9.3 %).
constexpr std::array<Knot, 9> kRecovery = {{{-60, 949},
                                            {0, 949},
                                            {30, 899},
                                            {60, 813},
                                            {90, 696},
                                            {182, 521},
                                            {274, 391},
                                            {365, 228},
                                            {730, 93}}};

// Open, or a retention of goods delivered that is not due yet.
Cents OwedSomeDay(const content::Customer& customer, const world::CustomerKnown& known,
                  InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  if (invoice.part == content::DealPart::kRetention && Delivered(known, invoice.deal_order)) {
    return AmountOf(customer, known, i) - known.invoices[i].paid;
  }
  return OpenOf(customer, known, i);
}

Cents GoodsDelivered(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents cost = 0;
  for (int order = 0; order < customer.deal.orders; ++order) {
    if (customer.deal.on && Delivered(known, order)) cost += customer.deal.cost;
  }
  return cost;
}

// What unsecured creditors get in the end, and what an invoice that comes back with an unpaid bill
// is still worth (design values; domain.md §9 on very old debts).
constexpr Q16 kInsolvencyQuota = Hundredths(8);
constexpr Q16 kAfterDishonour = Hundredths(40);

// Bills we keep, at face × what will come of them, discounted from maturity to the first day; of
// those we sold, what may have to be given back.
Cents BillsValue(const Scenario& content, const world::State& state, CustomerId c) {
  const world::CustomerKnown& known = state.known.customers[c];
  Cents sum = 0;
  for (const world::BillKnown& bill : known.bills) {
    const BillState now = rules::StateOf(bill);
    if (now != BillState::kHeld && now != BillState::kDiscounted) continue;
    const Q16 risk =
        rules::DefaultRisk(content.customers[c], state.truth.customers[c], rules::Insolvent(known),
                           static_cast<Instrument>(bill.kind));
    const Q16 left = rules::Insolvent(known) ? kInsolvencyQuota : kAfterDishonour;
    const Q16 lost = MulQ(risk, kOne - left);
    const Cents expected =
        now == BillState::kHeld ? MulMoney(bill.amount, kOne - lost) : -MulMoney(bill.amount, lost);
    const std::int64_t rate =
        static_cast<std::int64_t>(content.costs.daily_discount) * (bill.maturity - content.start);
    sum += expected - MulPpm(expected, static_cast<Ppm>(rate < 1'000'000 ? rate : 1'000'000));
  }
  return sum;
}

// Of one invoice.
Cents OpenValue(const Scenario& content, const world::State& state, CustomerId c, InvoiceId i) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerTruth& truth = state.truth.customers[c];
  const world::InvoiceTruth& claim = truth.invoices[i];
  const world::CustomerKnown& known = state.known.customers[c];
  const Cents open = OwedSomeDay(customer, known, i);
  if (open <= 0) return 0;
  const Q16 secured = SecuredShare(content, known, c, i);
  if (rules::Insolvent(known)) {
    const Q16 quota = QuotaCounts(content, state.known, c) ? kInsolvencyQuota : 0;
    return MulMoney(open, secured + MulQ(quota, kOne - secured));
  }
  const Date today = content.days[static_cast<std::size_t>(state.known.seller.day)].date;
  Q16 share = RecoveryByAge(today - DueOf(customer, known, i));
  // Who leaves old invoices unpaid will hardly pay the new one better (design value).
  if (customer.invoices[i].order != kNone) {
    const InvoiceId oldest = OldestOpen(customer, state.known.customers[c]);
    const Date since = DueOf(customer, state.known.customers[c], oldest);
    const Q16 old = RecoveryByAge(today - since);
    if (old < share) share = old;
  }
  // Every gate behind us, and their own word that it is due, take a part of the remaining doubt
  // (design values: 6 % of it a gate, 12 % for recognition).
  const int gates = claim.gate < kGates ? claim.gate : kGates;
  const Q16 resolved = gates * Hundredths(6) + (claim.due_recognised != 0 ? Hundredths(12) : 0);
  share += MulQ(Hundredths(97) - share, resolved);
  if (OutOfTime(content, state.known, c, i)) {
    share = MulQ(share, Pleaded(known, i) ? kWorthPleaded : kWorthOutOfTime);
  }
  // A payer short of cash pays less of it in the end: all of it from three quarters of a week's
  // payables in hand, a third when there is next to nothing (design values; Coface's experience
  // that four fifths of very late debt is never collected, domain.md §9).
  const Q16 means =
      ClampQ(Hundredths(17) + MulQ(Hundredths(110), truth.cash_mean), Hundredths(33), kOne);
  const Q16 ability = means + MulQ(secured, kOne - means);
  return MulMoney(open, MulQ(share, ability));
}

Cents RelationshipValue(const Scenario& content, const world::State& state, CustomerId c,
                        Cents ledger) {
  const content::Customer& customer = content.customers[c];
  if (rules::Insolvent(state.known.customers[c])) return 0;  // there is nobody to order again
  const world::CustomerTruth& truth = state.truth.customers[c];
  std::int64_t trust = 0;
  std::int64_t reactance = 0;
  std::int64_t weight = 0;
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    const std::int64_t w = customer.people[p].authority + Hundredths(20);
    weight += w;
    trust += w * (truth.people[p].trust - customer.people[p].trust);
    reactance += w * truth.people[p].reactance;
  }
  if (weight == 0) return 0;
  // Change of the odds that they order again and pay (design values).
  Q16 odds = static_cast<Q16>(DivRound(trust, weight)) -
             MulQ(Hundredths(60), static_cast<Q16>(DivRound(reactance, weight)));
  odds = ClampQ(odds + truth.relation / 2, -kOne, kOne);
  return MulMoney(MulMoney(ledger, customer.future_margin), odds);
}

}  // namespace

Q16 RecoveryByAge(int days) {
  if (days <= kRecovery.front().days) return kRecovery.front().permille * kOne / 1000;
  for (std::size_t i = 1; i < kRecovery.size(); ++i) {
    if (days > kRecovery[i].days) continue;
    const Knot a = kRecovery[i - 1];
    const Knot b = kRecovery[i];
    const std::int64_t at =
        static_cast<std::int64_t>(b.permille - a.permille) * (days - a.days) * kOne;
    return static_cast<Q16>(DivRound(static_cast<std::int64_t>(a.permille) * kOne, 1000) +
                            DivRound(at, static_cast<std::int64_t>(b.days - a.days) * 1000));
  }
  return kRecovery.back().permille * kOne / 1000;
}

ValueParts Value(const Scenario& content, const world::State& state) {
  ValueParts parts;
  for (std::size_t i = 0; i < content.customers.size(); ++i) {
    const auto c = static_cast<CustomerId>(i);
    Cents ledger = 0;
    for (std::size_t n = 0; n < content.customers[i].invoices.size(); ++n) {
      const content::Invoice& invoice = content.customers[i].invoices[n];
      if (!invoice.collectable) continue;
      if (invoice.part != content::DealPart::kNone) {
        ledger += AmountOf(content.customers[i], state.known.customers[i],
                                  static_cast<InvoiceId>(n));
      } else if (invoice.order == kNone) {
        ledger += invoice.amount;
      }
      parts.open += OpenValue(content, state, c, static_cast<InvoiceId>(n));
    }
    parts.ledger += ledger;
    parts.open += BillsValue(content, state, c);
    parts.goods += GoodsDelivered(content.customers[i], state.known.customers[i]);
    parts.relationship += RelationshipValue(content, state, c, ledger);
    parts.liabilities += Counterclaim(content.customers[i], state.known.customers[i]);
  }
  parts.cash = state.known.seller.received_value;
  parts.costs = state.known.seller.spent;
  parts.concessions = state.known.seller.conceded;
  parts.goods += state.known.seller.company.goods;
  parts.crisis = state.known.seller.company.crisis;
  parts.total = parts.cash + parts.open + parts.relationship - parts.costs - parts.concessions -
                parts.goods - parts.crisis - parts.liabilities;
  if (parts.ledger > 0) {
    // Ledgers reach ¥1 trillion: scale down before multiplying so that Q16 fits into 64 bits.
    const std::int64_t scale = parts.ledger > (1LL << 40) ? 1LL << 12 : 1;
    parts.value = static_cast<Q16>(DivRound(parts.total / scale * kOne, parts.ledger / scale));
  }
  parts.capped = parts.value;
  if (state.known.seller.breaches > 0 && parts.capped > kBreachCap) parts.capped = kBreachCap;
  return parts;
}

}  // namespace huikuan::rules
