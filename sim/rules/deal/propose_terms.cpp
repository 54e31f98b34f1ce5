// ProposeTerms: our terms, and their answer to them.
#include "rules/attitudes.h"
#include "rules/commands.h"
#include "rules/deal/bargain.h"
#include "rules/deal/deal.h"

namespace huikuan::rules {

namespace {

constexpr int kMostRounds = 12;  // whatever their patience; bounds a save

void AnswerWith(World& world, CustomerId c, DealAnswer answer, const DealTerms& standing) {
  world::DealKnown& deal = world.known(c).deal;
  deal.standing = standing;
  Event e = world.NewEvent(EventKind::kTermsAnswered, c);
  e.person = world.customer(c).deal.signer;
  e.value = static_cast<std::uint8_t>(answer);
  e.amount = PackTerms(standing);
  world.Emit(e);
}

}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const ProposeTerms& propose) {
  const Refusal setting = CheckSetting(content, known, Setting::kDesk, propose.customer,
                                       Minutes(content, known, propose));
  if (setting != Refusal::kNone) return setting;
  const content::Deal& deal = content.customers[propose.customer].deal;
  const world::CustomerKnown& mine = known.customers[propose.customer];
  if (!deal.on || PhaseOf(mine) != DealPhase::kQuoting || mine.deal.round >= kMostRounds) {
    return Refusal::kDealNotNow;
  }
  for (int i = 0; i < kDealNumbers; ++i) {
    const content::DealRange range = deal.ranges[static_cast<std::size_t>(i)];
    const int value = NumberAt(propose.terms, i);
    if (value < range.low || value > range.high) return Refusal::kSlotBad;
  }
  return Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known&, const ProposeTerms& propose) {
  return propose.customer < content.customers.size()
             ? content.customers[propose.customer].deal.minutes
             : 0;
}

void Apply(World& world, const ProposeTerms& propose) {
  const CustomerId c = propose.customer;
  const content::Deal& deal = world.customer(c).deal;
  world::DealKnown& known = world.known(c).deal;
  SpendMinutes(world, deal.minutes);
  CountDecision(world);
  ++known.round;
  world.seller().contacted = 1;
  Event e = world.NewEvent(EventKind::kTermsProposed, c);
  e.person = deal.signer;
  e.amount = PackTerms(propose.terms);
  e.value = known.round;
  world.Emit(e);

  const Q16 worth = content::DealUtility(deal, propose.terms);
  const Q16 reservation = Reservation(world, c);
  const bool last_offer = (known.marks & world::kLastOffer) != 0;
  // What is no worse for them than the terms on the table is taken at once, whatever they hoped
  // for.
  const bool as_good = worth >= content::DealUtility(deal, known.standing) && known.round > 1;
  if (worth >= Aspiration(world, c, known.round) || (last_offer && worth >= reservation) ||
      as_good) {
    known.phase = static_cast<std::uint8_t>(DealPhase::kAgreed);
    Adjust(world, c, deal.signer, content::Variable::kTrust, Hundredths(3));
    AnswerWith(world, c, DealAnswer::kAccepted, propose.terms);
    return;
  }
  // A repeat order can always be had on the old terms; a first one can be lost.
  if (last_offer && known.order == 0) {
    known.phase = static_cast<std::uint8_t>(DealPhase::kLost);
    AnswerWith(world, c, DealAnswer::kWalkedAway, known.standing);
    Event lost = world.NewEvent(EventKind::kDealLost, c);
    lost.value = 1;
    world.Emit(lost);
    return;
  }
  const bool last = known.round >= world.truth(c).deal.patience;
  if (last) known.marks |= world::kLastOffer;
  const Q16 aspiration = last ? reservation : Aspiration(world, c, known.round);
  const DealTerms counter = CounterTerms(deal, propose.terms, aspiration);
  AnswerWith(world, c, last ? DealAnswer::kLastOffer : DealAnswer::kCountered, counter);
}

}  // namespace huikuan::rules
