#include "rules/legal/standing.h"

#include <algorithm>

#include "rules/deal/deal.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

using content::Rule;

bool Overdue(const Scenario& content, const world::Known& known, CustomerId c, InvoiceId i) {
  const content::Customer& customer = content.customers[c];
  return OpenOf(customer, known.customers[c], i) > 0 &&
         DueOf(customer, known.customers[c], i) < Today(content, known);
}

// The contract an invoice belongs to, on the deal desk.
const DealTerms* SignedTerms(const content::Customer& customer, const world::CustomerKnown& known,
                             InvoiceId i) {
  if (customer.invoices[i].part == content::DealPart::kNone) return nullptr;
  return &TermsOf(known, customer.invoices[i].deal_order);
}

std::optional<Ppm> AgreedRate(const content::Customer& customer, const world::CustomerKnown& known,
                              InvoiceId i) {
  const DealTerms* terms = SignedTerms(customer, known, i);
  const bool agreed = customer.law.late_rate != content::CustomerLaw::kNoLateRate &&
                      (terms == nullptr || HasClause(*terms, kLateFee));
  return agreed ? std::optional<Ppm>(customer.law.late_rate) : std::nullopt;
}

}  // namespace

bool SmeDeclared(const content::Customer& customer, const world::CustomerKnown& known) {
  const DealTerms* terms = SignedTerms(customer, known, known.focus);
  return terms != nullptr ? HasClause(*terms, kSmeDeclaration) : customer.law.sme_declared;
}

content::Answer RuleHolds(const Scenario& content, const world::Known& known, CustomerId c,
                          Rule rule) {
  const content::Customer& customer = content.customers[c];
  if (!content.law.present || rule == Rule::kNone) return content::Answer::kNo;
  const bool declared = SmeDeclared(customer, known.customers[c]);
  if (rule == Rule::kPayWhenPaid) {
    switch (legal::PayWhenPaidCounts(content.law, customer.law.payer, declared)) {
      case content::Answer::kNo:
        return content::Answer::kYes;  // the term is void
      case content::Answer::kDisputed:
        return content::Answer::kDisputed;
      case content::Answer::kYes:
        return content::Answer::kNo;
    }
  }
  const auto duty = static_cast<content::PayerDuty>(static_cast<int>(rule) - 1);
  return legal::DutyHolds(content.law, duty, customer.law.payer, declared) ? content::Answer::kYes
                                                                           : content::Answer::kNo;
}

bool MayWaitForUpstream(const Scenario& content, const world::Known& known, CustomerId c) {
  return content.law.present && content.customers[c].law.pay_when_paid &&
         RuleHolds(content, known, c, Rule::kPayWhenPaid) == content::Answer::kNo;
}

Cents LawfulInterest(const Scenario& content, const world::Known& known, CustomerId c,
                     InvoiceId i) {
  if (!content.law.present || !Overdue(content, known, c, i)) return 0;
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  const bool sme =
      content::SmeRuleApplies(content.law, customer.law.payer, SmeDeclared(customer, mine));
  return legal::LateInterest(content.law, OpenOf(customer, mine, i),
                             Today(content, known) - DueOf(customer, mine, i),
                             AgreedRate(customer, mine, i), sme);
}

Cents LawfulClaim(const Scenario& content, const world::Known& known, CustomerId c) {
  if (!content.law.present) return 0;
  const content::Customer& customer = content.customers[c];
  Cents sum = 0;
  content::ForEach(customer.index.collectable, [&](int n) {
    const auto i = static_cast<InvoiceId>(n);
    if (!Overdue(content, known, c, i)) return;
    sum += LawfulInterest(content, known, c, i) +
           legal::RecoveryCost(content.law, OpenOf(customer, known.customers[c], i));
  });
  return sum;
}

std::vector<Cents> InterestChoices(const Scenario& content, const world::Known& known,
                                   CustomerId c) {
  constexpr Ppm kTenthOfAPercent = 1'000;
  const Cents lawful = LawfulClaim(content, known, c);
  if (lawful == 0) return {};
  const content::Customer& customer = content.customers[c];
  Cents general = 0, special = 0, steep = 0;
  content::ForEach(customer.index.collectable, [&](int n) {
    const auto i = static_cast<InvoiceId>(n);
    if (!Overdue(content, known, c, i)) return;
    const Cents open = OpenOf(customer, known.customers[c], i);
    const int days = Today(content, known) - DueOf(customer, known.customers[c], i);
    general += legal::LateInterest(content.law, open, days, {}, false);
    special += legal::LateInterest(content.law, open, days, {}, true);
    steep += legal::LateInterest(content.law, open, days, kTenthOfAPercent, false);
  });
  std::vector<Cents> choices = {lawful, general, special, steep};
  std::sort(choices.begin(), choices.end());
  choices.erase(std::unique(choices.begin(), choices.end()), choices.end());
  return choices;
}

content::Answer MayHold(const Scenario& content, const world::Known& known, CustomerId c,
                        std::uint8_t o) {
  const content::Customer& customer = content.customers[c];
  const content::Order& order = customer.orders[o];
  if (!order.contracted || !content.law.present) return content::Answer::kYes;
  const world::CustomerKnown& mine = known.customers[c];
  const bool deal = customer.deal.on && HasClause(TermsOf(mine, 0), kSuspensionRight);
  const bool clause = deal || (customer.law.suspension >> order.supply & 1) != 0;
  const bool right =
      Insolvent(mine) || (order.under != kNone && Overdue(content, known, c, order.under));
  const bool late = OverdueTotal(content, known, c) > 0;  // a clause speaks of delay too
  return legal::SuspensionLawful(content.law, static_cast<content::Suspension>(order.supply),
                                 clause && late, right);
}

Cents Counterclaim(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents sum = 0;
  for (std::size_t o = 0; o < customer.orders.size(); ++o) {
    const bool unlawful = (known.orders.items[o].marks & world::kOrderUnlawful) != 0;
    if (unlawful) sum += HoldDamages(customer.orders[o]);
  }
  return sum;
}

}  // namespace huikuan::rules
