#include "rules/deal/bargain.h"

#include "rules/deal/deal.h"

namespace huikuan::rules {

namespace {

// The issue as they would like it: their own opening, or no such clause.
DealTerms Theirs(const content::Deal& deal, DealTerms terms, int issue) {
  if (issue < kDealNumbers) {
    NumberAt(terms, issue) = static_cast<std::uint8_t>(NumberAt(deal.theirs, issue));
  } else {
    const auto bit = static_cast<std::uint8_t>(1U << (issue - kDealNumbers));
    const bool wanted = (deal.theirs.clauses & bit) != 0;
    terms.clauses = static_cast<std::uint8_t>(wanted ? terms.clauses | bit : terms.clauses & ~bit);
  }
  return terms;
}

}  // namespace

Q16 Reservation(const World& world, CustomerId c) {
  const content::Customer& customer = world.content.customers[c];
  const world::CustomerTruth& truth = world.state.truth.customers[c];
  const world::PersonTruth& signer = truth.people[customer.deal.signer];
  // Who is trusted gets a little more out of them (design value: a tenth of the difference).
  const Q16 trusted = MulQ(Hundredths(10), signer.trust - Hundredths(45));
  return UnitQ(static_cast<Q16>(truth.deal.reservation) - trusted);
}

Q16 Aspiration(const World& world, CustomerId c, int round) {
  const content::Deal& deal = world.content.customers[c].deal;
  const int patience = world.state.truth.customers[c].deal.patience;
  const int left = patience > round ? patience - round : 0;
  return Reservation(world, c) +
         static_cast<Q16>(DivRound(static_cast<std::int64_t>(deal.margin) * left,
                                   patience > 1 ? patience - 1 : 1));
}

DealTerms CounterTerms(const content::Deal& deal, const DealTerms& offered, Q16 aspiration) {
  DealTerms terms = offered;
  Q16 worth = content::DealUtility(deal, terms);
  for (int step = 0; step < kDealIssues && worth < aspiration; ++step) {
    DealTerms best = terms;
    Q16 best_worth = worth;
    for (int issue = 0; issue < kDealIssues; ++issue) {
      const DealTerms changed = Theirs(deal, terms, issue);
      const Q16 changed_worth = content::DealUtility(deal, changed);
      if (changed_worth <= best_worth) continue;
      best = changed;
      best_worth = changed_worth;
    }
    if (best == terms) break;
    terms = best;
    worth = best_worth;
  }
  return terms;
}

}  // namespace huikuan::rules
