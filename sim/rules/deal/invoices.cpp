// What a contract's invoices bill and when they are due.
#include <algorithm>

#include "rules/deal/deal.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

using content::DealPart;

Cents Share(Cents price, int percent) { return DivRound(price * percent, 100); }

Date DateAt(const content::Deal& deal, int day) {
  const auto last = static_cast<int>(deal.dates.size()) - 1;
  return deal.dates[static_cast<std::size_t>(day < last ? day : last)];
}

// Delivery as it was, or as it is planned.
Date DeliveryDate(const content::Deal& deal, const world::CustomerKnown& known, int order) {
  if (Delivered(known, order)) return DateAt(deal, known.deal.delivered_day[order]);
  return DateAt(deal, DeliveryPlanned(deal, known, order));
}
Date AcceptanceDate(const content::Deal& deal, const world::CustomerKnown& known, int order) {
  if (known.deal.accepted_day[order] != world::kNoDay) {
    return DateAt(deal, known.deal.accepted_day[order]);
  }
  const bool deemed = HasClause(TermsOf(known, order), kDeemedAcceptance);
  return DeliveryDate(deal, known, order) + (deemed ? deal.deemed_days : deal.accept_days);
}

}  // namespace

const DealTerms& TermsOf(const world::CustomerKnown& known, int order) {
  return known.deal.signed_day[order] != world::kNoDay ? known.deal.terms[order]
                                                       : known.deal.standing;
}

Day DeliveryPlanned(const content::Deal& deal, const world::CustomerKnown& known, int order) {
  const std::uint8_t day = known.deal.signed_day[order];
  return day == world::kNoDay ? kNever : static_cast<Day>(day + deal.lead_days);
}

Cents DealAmount(const content::Customer& customer, const world::CustomerKnown& known,
                 InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  const Cents price = customer.deal.price;
  const DealTerms& terms = TermsOf(known, invoice.deal_order);
  switch (invoice.part) {
    case DealPart::kDeposit:
      return Share(price, terms.deposit);
    case DealPart::kDelivery:
      return Share(price, terms.delivery);
    case DealPart::kRetention:
      return Share(price, terms.retention);
    default:  // what is left, so that nothing is lost by rounding
      return price - Share(price, terms.deposit) - Share(price, terms.delivery) -
             Share(price, terms.retention);
  }
}

Date DealDue(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  const content::Deal& deal = customer.deal;
  const int order = invoice.deal_order;
  const std::uint8_t day = known.deal.signed_day[order];
  if (day == world::kNoDay) return invoice.due;
  const DealTerms& terms = known.deal.terms[order];
  switch (invoice.part) {
    case DealPart::kDeposit:
      return DateAt(deal, day) + deal.deposit_days;
    case DealPart::kDelivery:
      return DeliveryDate(deal, known, order) + deal.delivery_days;
    case DealPart::kRetention:
      return AcceptanceDate(deal, known, order) + 30 * terms.retention_months;
    default:
      return AcceptanceDate(deal, known, order) +
             std::min(terms.term_days,
                      deal.longest_term[HasClause(terms, kSmeDeclaration) ? 1 : 0]);
  }
}

bool DealStarted(const content::Customer& customer, const world::CustomerKnown& known,
                 InvoiceId i) {
  const content::Invoice& invoice = customer.invoices[i];
  switch (invoice.part) {
    case DealPart::kDeposit:
      return known.deal.signed_day[invoice.deal_order] != world::kNoDay;
    case DealPart::kRetention:
      return (known.deal.marks & (world::kRetentionDue << invoice.deal_order)) != 0;
    default:
      return Delivered(known, invoice.deal_order);
  }
}

bool DealPending(const content::Customer& customer, const world::CustomerKnown& known) {
  if (!customer.deal.on || PhaseOf(known) == DealPhase::kLost) return false;
  return known.deal.order + 1 < customer.deal.orders || !Delivered(known, known.deal.order);
}

Day LapsesOn(const content::Deal& deal, const world::CustomerKnown& known) {
  return static_cast<Day>(known.deal.opened + deal.valid_days);
}

Q16 DealLeverage(const content::Customer& customer, const world::CustomerKnown& known) {
  if (!customer.deal.on || known.deal.signed_day[0] == world::kNoDay) return 0;
  const DealTerms& terms = known.deal.terms[known.deal.signed_day[1] != world::kNoDay ? 1 : 0];
  Q16 leverage = 0;
  if (HasClause(terms, kLateFee)) leverage += Hundredths(20);
  if (HasClause(terms, kSuspensionRight)) leverage += Hundredths(20);
  if (HasClause(terms, kSmeDeclaration) && customer.deal.sme_protects) leverage += Hundredths(10);
  return leverage;
}

}  // namespace huikuan::rules
