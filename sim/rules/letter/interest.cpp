#include "rules/letter/interest.h"

#include <algorithm>

#include "rules/attitudes.h"
#include "rules/legal/standing.h"
#include "rules/payment/dispute.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

// Felt cost of not paying: a little for the rule itself, and the share of the debt it has grown to,
// up to a tenth (design values). Half of the wrong claims become a dispute, as wrong totals do.
constexpr Q16 kForTheRule = Hundredths(3);
constexpr Q16 kAtMost = Hundredths(10);
constexpr Q16 kDisputes = Hundredths(50);
constexpr std::uint32_t kIndex = 64;  // beside the draws for wrong totals, by level
constexpr Q16 kTrustLost = Hundredths(10);

}  // namespace

bool ClaimsInterest(const Scenario& content, std::uint64_t clauses) {
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    if (((clauses >> i) & 1) != 0 && content.clauses[i].claims_interest) return true;
  }
  return false;
}

void InterestClaimed(World& world, CustomerId c, std::uint16_t recipients, bool too_much,
                     Q16 weight) {
  const Cents lawful = LawfulClaim(world.content, world.state.known, c);
  const bool wrong = too_much || lawful == 0;
  Event e = world.NewEvent(EventKind::kInterestClaimed, c);
  e.amount = lawful;
  e.value = wrong ? 0 : 1;
  world.Emit(e);
  const Cents open = KnownOutstanding(world.content, world.state.known, c);
  const auto share =
      static_cast<Q16>(DivRound(std::min(lawful, open) / 100 * kOne, open / 100 + 1));
  const Q16 press = MulQ(weight, kForTheRule + std::min(share, kAtMost));
  for (std::size_t p = 0; p < world.customer(c).people.size(); ++p) {
    if (((recipients >> p) & 1) == 0) continue;
    const auto variable = wrong ? content::Variable::kTrust : content::Variable::kPressureCost;
    Adjust(world, c, static_cast<PersonId>(p), variable, wrong ? -kTrustLost : press);
  }
  if (wrong && world.chance.Happens(Draw::kLetterDispute, c, kIndex, kDisputes)) {
    OpenDispute(world, c, world.focus(c));
  }
}

}  // namespace huikuan::rules
