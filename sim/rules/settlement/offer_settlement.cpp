// OfferSettlement and TakeSettlement: our terms and their answer; agreeing to theirs.
#include "huikuan/observation.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/commands.h"
#include "rules/legal/limitation.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"
#include "rules/settlement/settlement.h"

namespace huikuan::rules {

namespace {

constexpr int kMostOffers = 12;  // of one debt, whatever their patience; bounds a save

// Everything but the terms: an offer can be made to whom we are talking to.
Refusal CheckTable(const Scenario& content, const world::Known& known, int minutes) {
  const world::ConversationKnown& talk = known.conversation;
  const Refusal setting = CheckSetting(content, known, Setting::kTalk, talk.customer, minutes);
  if (setting != Refusal::kNone) return setting;
  const content::Customer& customer = content.customers[talk.customer];
  const world::CustomerKnown& mine = known.customers[talk.customer];
  if (!customer.settlement.on || talk.wanted != kNone || customer.people[talk.person].gatekeeper) {
    return Refusal::kTableNotNow;
  }
  if ((talk.flags & world::kDebtStated) == 0) return Refusal::kDebtNotStated;
  const world::SettlementKnown& table = mine.settlement;
  const SettlementState state = StateOf(table);
  if (state == SettlementState::kAgreed) return Refusal::kAlready;
  const bool paused = state == SettlementState::kBrokenOff &&
                      known.seller.day < table.agreed + kSettlementPause;
  if (paused || table.round >= kMostOffers || KnownOutstanding(content, known, talk.customer) <= 0) {
    return Refusal::kTableNotNow;
  }
  return Refusal::kNone;
}

// Why nobody bargains with us now, said in their way; true when that was the answer.
bool PutsOff(World& world, Exchange& x) {
  if (Insolvent(world.seen(x.customer))) {
    ReferToAdministrator(x);
    return true;
  }
  const content::Person& person = world.customer(x.customer).people[x.listener];
  if (!MaySettle(person)) {
    Refer(x);
    return true;
  }
  if (PleadsLimitation(world, x.customer, x.listener)) {
    Answer(x, content::ReplyKind::kDeny);
    return true;
  }
  // First the doubt that is on the table, and the paper that is missing.
  if (world.conversation().objection != kNone || BlockedByMoreThanWill(world, x.customer)) {
    Refuse(x);
    return true;
  }
  return false;
}

void AnswerOffer(World& world, CustomerId c, SettlementState state, const SettlementTerms& theirs) {
  world::SettlementKnown& table = world.known(c).settlement;
  table.state = static_cast<std::uint8_t>(state);
  table.agreed = static_cast<std::uint8_t>(world.day());
  table.theirs = static_cast<std::uint16_t>(PackSettlement(theirs));
  world::ConversationKnown& talk = world.conversation();
  const Mood mood = VisibleMood(world.person(c, talk.person));
  talk.mood = static_cast<std::uint8_t>(mood);
  world.noted(c).people[talk.person].mood = talk.mood;
  world.Tell(EventKind::kSettlementAnswered, c, [&](Event& e) {
    e.person = talk.person;
    e.value = static_cast<std::uint8_t>(state);
    e.amount = PackSettlement(theirs);
    e.mood = mood;
    e.variant = static_cast<std::uint8_t>(world.day() * 5 + table.round * 3);
  });
}

// What they ask for in answer to offer `round`, having last heard `before` (worth to them).
Q16 TargetNow(const World& world, CustomerId c, PersonId p, const bargaining::Preferences& theirs,
              Q16 offered) {
  const world::SettlementTruth& truth = world.state.truth.customers[c].settlement;
  const content::Bargaining& type = world.style(c, p).bargaining;
  const int round = world.seen(c).settlement.round;
  const Q16 by_time = bargaining::Target(
      theirs.reservation, bargaining::TimeAt(round, truth.rounds),
      bargaining::CurveOf(StyleOf(type)));
  if (round < 2 || type.reciprocity == 0) return by_time;
  const Q16 mirrored = bargaining::Mirrored(static_cast<Q16>(truth.last_target),
                                            static_cast<Q16>(truth.last_offer), offered,
                                            theirs.reservation);
  return bargaining::Mixed(by_time, mirrored, type.reciprocity);
}

// An offer far below what they could live with is taken ill, a good one well (design values).
void FeelOffer(World& world, CustomerId c, PersonId p, Q16 offered, Q16 reservation) {
  if (offered < reservation - Hundredths(30)) {
    Adjust(world, c, p, content::Variable::kReactance, Hundredths(4));
    Adjust(world, c, p, content::Variable::kMood, -Hundredths(10));
  } else if (offered >= reservation) {
    Adjust(world, c, p, content::Variable::kMood, Hundredths(8));
    Adjust(world, c, p, content::Variable::kTrust, Hundredths(1));
  }
}

void Bargain(World& world, CustomerId c, PersonId p, const SettlementTerms& terms) {
  world::SettlementTruth& truth = world.truth(c).settlement;
  const world::SettlementKnown& table = world.seen(c).settlement;
  const bargaining::Preferences theirs = TheirPreferences(world, c, p);
  const Q16 offered = bargaining::Utility(bargaining::kDebtDomain, theirs, OutcomeOf(terms));
  const bool last_said = StateOf(table) == SettlementState::kLastOffer && table.person == p;
  const SettlementTerms standing = UnpackSettlement(table.theirs);
  const bool as_good =
      table.round > 1 &&
      offered >= bargaining::Utility(bargaining::kDebtDomain, theirs, OutcomeOf(standing));
  FeelOffer(world, c, p, offered, theirs.reservation);

  const bool last = table.round >= truth.rounds;
  const Q16 target = last ? theirs.reservation : TargetNow(world, c, p, theirs, offered);
  truth.last_target = static_cast<std::uint16_t>(ClampQ(target, 0, kOne - 1));
  truth.last_offer = static_cast<std::uint16_t>(ClampQ(offered, 0, kOne - 1));
  const bargaining::Style style = StyleOf(world.style(c, p).bargaining);
  // Who avoids conflict names no terms of their own before they must.
  const bool evades = style == bargaining::Style::kAvoiding && !last;
  const auto counter =
      evades ? std::nullopt
             : bargaining::ChooseOffer(
                   AllowedTerms(world.content, world.state.known, c), theirs, BelievedOfUs(), target,
                   style == bargaining::Style::kAvoiding ? bargaining::Style::kCompromising : style);
  std::optional<Q16> own_next;
  if (counter) own_next = bargaining::Utility(bargaining::kDebtDomain, theirs, *counter);
  const bool fine = offered >= theirs.reservation;
  if (fine && (last_said || as_good ||
               bargaining::Accepts(offered, target, own_next, theirs.reservation))) {
    Settle(world, c, p, terms);
    return;
  }
  if (last_said) {
    Adjust(world, c, p, content::Variable::kReactance, Hundredths(8));
    AnswerOffer(world, c, SettlementState::kBrokenOff, standing);
    world.known(c).settlement.round = 0;  // the talks may begin anew after a while
    return;
  }
  if (!counter) {
    AnswerOffer(world, c, SettlementState::kPutOff, terms);
    return;
  }
  AnswerOffer(world, c, last ? SettlementState::kLastOffer : SettlementState::kCountered,
              TermsOf(*counter));
}

}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const OfferSettlement& offer) {
  const Refusal table = CheckTable(content, known, Minutes(content, known, offer));
  if (table != Refusal::kNone) return table;
  const bargaining::Allowed allowed = AllowedTerms(content, known, known.conversation.customer);
  for (int i = 0; i < kSettlementIssues; ++i) {
    const auto issue = static_cast<std::size_t>(i);
    const int value = IssueAt(offer.terms, i);
    if (value >= kSettlementSizes[issue] || ((allowed[issue] >> value) & 1) == 0) {
      return Refusal::kSlotBad;
    }
  }
  return Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known& known, const OfferSettlement&) {
  const CustomerId c = known.conversation.customer;
  return c < content.customers.size() ? content.customers[c].settlement.minutes : 0;
}

void Apply(World& world, const OfferSettlement& offer) {
  world::ConversationKnown& talk = world.conversation();
  const CustomerId c = talk.customer;
  const PersonId p = talk.person;
  const SettlementTerms terms = Plain(offer.terms);
  SpendMinutes(world, world.customer(c).settlement.minutes);
  world.Tell(EventKind::kSettlementOffered, c, [&](Event& e) {
    e.person = p;
    e.amount = PackSettlement(terms);
    e.variant = static_cast<std::uint8_t>(world.day() * 5 + world.seen(c).settlement.round * 3);
  });
  static const content::Act kNoAct;
  const Say nothing;
  Exchange x{world, c, p, kNoAct, nothing, {}};
  const std::uint8_t refusals = talk.refusals;
  if (PutsOff(world, x)) {
    if (talk.refusals == refusals) ++talk.refusals;  // a referral is a no to the offer, too
  } else {
    world::SettlementKnown& table = world.known(c).settlement;
    if (table.round == 0) CountDecision(world);
    if (table.person != p) {  // another one begins with their own demands
      table.round = 0;
      table.state = static_cast<std::uint8_t>(SettlementState::kNone);
    }
    table.person = p;
    table.ours = static_cast<std::uint16_t>(PackSettlement(terms));
    ++table.round;
    Bargain(world, c, p, terms);
  }
  if (talk.active != 0 && talk.turn < 250) ++talk.turn;
}

Refusal Check(const Scenario& content, const world::Known& known, const TakeSettlement& take) {
  const Refusal table = CheckTable(content, known, Minutes(content, known, take));
  if (table != Refusal::kNone) return table;
  const world::SettlementKnown& mine = known.customers[known.conversation.customer].settlement;
  const SettlementState state = StateOf(mine);
  const bool theirs = state == SettlementState::kCountered || state == SettlementState::kLastOffer;
  return theirs && mine.person == known.conversation.person ? Refusal::kNone
                                                            : Refusal::kTableNotNow;
}

int Minutes(const Scenario& content, const world::Known& known, const TakeSettlement&) {
  return Minutes(content, known, OfferSettlement{});
}

void Apply(World& world, const TakeSettlement&) {
  world::ConversationKnown& talk = world.conversation();
  const CustomerId c = talk.customer;
  SpendMinutes(world, world.customer(c).settlement.minutes);
  CountDecision(world);
  Settle(world, c, talk.person, UnpackSettlement(world.seen(c).settlement.theirs));
  if (talk.active != 0 && talk.turn < 250) ++talk.turn;
}

}  // namespace huikuan::rules
