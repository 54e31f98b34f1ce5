#include "assess/value.h"

#include <array>

#include "rules/deal/deal.h"
#include "rules/payment/ledger.h"

namespace huikuan::assess {

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
  if (invoice.part == content::DealPart::kRetention && rules::Delivered(known, invoice.order)) {
    return rules::AmountOf(customer, known, i) - known.invoices[i].paid;
  }
  return rules::OpenOf(customer, known, i);
}

Cents GoodsDelivered(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents cost = 0;
  for (int order = 0; order < customer.deal.orders; ++order) {
    if (customer.deal.on && rules::Delivered(known, order)) cost += customer.deal.cost;
  }
  return cost;
}

// Of one invoice.
Cents OpenValue(const Scenario& content, const world::State& state, CustomerId c, InvoiceId i) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerTruth& truth = state.truth.customers[c];
  const world::InvoiceTruth& claim = truth.invoices[i];
  const world::CustomerKnown& known = state.known.customers[c];
  const Cents open = OwedSomeDay(customer, known, i);
  if (open <= 0) return 0;
  const Date today = content.days[static_cast<std::size_t>(state.known.seller.day)].date;
  Q16 share = RecoveryByAge(today - rules::DueOf(customer, known, i));
  // Every gate behind us, and their own word that it is due, take a part of the remaining doubt
  // (design values: 6 % of it a gate, 12 % for recognition).
  const int gates = claim.gate < kGates ? claim.gate : kGates;
  const Q16 resolved = gates * Hundredths(6) + (claim.due_recognised != 0 ? Hundredths(12) : 0);
  share += MulQ(Hundredths(97) - share, resolved);
  // A payer short of cash pays less of it in the end (design value: down to 0.8).
  const bool secured = customer.invoices[i].part != content::DealPart::kNone &&
                       rules::HasClause(rules::TermsOf(known, customer.invoices[i].order), kSecurity);
  const Q16 ability =
      secured ? kOne : ClampQ(Hundredths(60) + MulQ(Hundredths(50), truth.cash_mean), Hundredths(80), kOne);
  return MulMoney(open, MulQ(share, ability));
}

Cents RelationshipValue(const Scenario& content, const world::State& state, CustomerId c,
                        Cents ledger) {
  const content::Customer& customer = content.customers[c];
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
      ledger += rules::AmountOf(content.customers[i], state.known.customers[i], static_cast<InvoiceId>(n));
      parts.open += OpenValue(content, state, c, static_cast<InvoiceId>(n));
    }
    parts.ledger += ledger;
    parts.goods += GoodsDelivered(content.customers[i], state.known.customers[i]);
    parts.relationship += RelationshipValue(content, state, c, ledger);
  }
  parts.cash = state.known.seller.received_value;
  parts.costs = state.known.seller.spent;
  parts.concessions = state.known.seller.conceded;
  parts.total = parts.cash + parts.open + parts.relationship - parts.costs -
                parts.concessions - parts.goods;
  if (parts.ledger > 0) {
    // Ledgers reach ¥1 trillion: scale down before multiplying so that Q16 fits into 64 bits.
    const std::int64_t scale = parts.ledger > (1LL << 40) ? 1LL << 12 : 1;
    parts.value = static_cast<Q16>(DivRound(parts.total / scale * kOne, parts.ledger / scale));
  }
  parts.capped = parts.value;
  if (state.known.seller.breaches > 0 && parts.capped > kBreachCap) parts.capped = kBreachCap;
  return parts;
}

}  // namespace huikuan::assess
