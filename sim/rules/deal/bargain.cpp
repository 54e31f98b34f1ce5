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
  std::int64_t likings = 0;
  std::int64_t gains[kDealIssues];  // of putting one issue as they would like it
  for (int issue = 0; issue < kDealIssues; ++issue) {
    const std::int64_t now = content::DealLiking(deal, terms, issue);
    likings += now;
    gains[issue] = content::DealLiking(deal, deal.theirs, issue) - now;
  }
  Q16 worth = content::DealMean(deal, likings);
  for (int step = 0; step < kDealIssues && worth < aspiration; ++step) {
    int best = -1;
    Q16 best_worth = worth;
    for (int issue = 0; issue < kDealIssues; ++issue) {
      if (gains[issue] <= 0) continue;
      const Q16 changed = content::DealMean(deal, likings + gains[issue]);
      if (changed <= best_worth) continue;
      best = issue;
      best_worth = changed;
    }
    if (best < 0) break;
    terms = Theirs(deal, terms, best);
    likings += gains[best];
    gains[best] = 0;
    worth = best_worth;
  }
  return terms;
}

}  // namespace huikuan::rules
