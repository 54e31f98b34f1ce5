// request: asks the listener to do something. The compliance rule: S(readiness + how it was asked −
// refusals); who cannot do it refers on, and pressing them is an invalid chase (models.md §3).
#include <algorithm>

#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/call/audience.h"
#include "rules/call/gatekeeper.h"
#include "rules/effects/effects.h"
#include "rules/knowledge.h"
#include "rules/legal/limitation.h"
#include "rules/legal/security.h"
#include "rules/legal/standing.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

namespace {

using content::NeedKind;
using content::ReplyKind;
using content::Request;

const content::Person& Listener(Exchange& x) {
  return x.world.customer(x.customer).people[x.listener];
}

bool Complies(Exchange& x, Q16 extra) {
  World& world = x.world;
  const world::ConversationKnown& talk = world.conversation();
  Q16 logit = Readiness(world, x.customer, x.listener) + extra;
  logit += MulQ(Hundredths(50), x.features.specificity) + MulQ(Hundredths(30), x.features.empathy);
  if ((talk.flags & world::kDebtStated) != 0) logit += Hundredths(20);
  if ((talk.flags & world::kClauseCited) != 0) logit += Hundredths(40);
  if ((talk.flags & world::kRapport) != 0) logit += Hundredths(20);
  if (talk.objection != kNone) logit -= Hundredths(90);
  logit += AudienceWeighs(talk);
  logit -= x.reserve;
  if (talk.channel == static_cast<std::uint8_t>(Channel::kVisit)) logit += Hundredths(50);
  logit -= talk.refusals * Hundredths(25);
  return world.chance.Happens(Draw::kComply, PersonKey(x.customer, x.listener),
                              MomentKey(world.state.known), Logistic(logit));
}

}  // namespace

void CountChase(Exchange& x) {
  if (x.counted) return;
  x.counted = true;
  World& world = x.world;
  world::CustomerKnown& known = world.noted(x.customer);
  world::PersonKnown& person = known.people[x.listener];
  ++known.chases;
  ++world.conversation().pressed;
  // Valid as far as was known: their part is known and the money is at their desk or later theirs.
  const std::uint8_t told = known.invoices[known.focus].told_gate;
  const bool theirs = person.part_known != 0 && (Listener(x).duties >> told) != 0;
  const bool senior = person.part_known != 0 && Listener(x).authority >= Hundredths(80);
  if (!theirs && !senior) ++known.invalid_chases;
  // A second chase of the same person too soon wears them out.
  const int patience = world.style(x.customer, x.listener).patience;
  if (person.chased != world::kNoDay && world.day() - person.chased < patience) {
    Adjust(world, x.customer, x.listener, content::Variable::kReactance, Hundredths(7));
  }
  person.chased = static_cast<std::uint8_t>(world.day());
  if (!CanPromise(Listener(x))) {
    Adjust(world, x.customer, x.listener, content::Variable::kReactance, Hundredths(5));
  }
}

namespace {

// A yes was given in this conversation; asking again adds nothing.
bool AgreedAlready(Exchange& x) {
  if ((x.world.conversation().flags & world::kAgreedToAct) == 0) return false;
  Answer(x, ReplyKind::kAcknowledge);
  return true;
}

void ActOnGate(Exchange& x) {
  World& world = x.world;
  if (AgreedAlready(x)) return;
  const std::uint8_t gate = world.claim(x.customer).gate;
  const bool desk = gate < kGates && ((Listener(x).duties >> gate) & 1) != 0;
  if (!desk) {
    Refer(x);
    return;
  }
  // Signed terms that let them wait for their own customer bind the desk; their top may decide
  // otherwise.
  const bool waits = Blocked(world, x.customer) &&
                     world.content.blockers[world.claim(x.customer).blocker].upstream &&
                     MayWaitForUpstream(world.content, world.state.known, x.customer);
  if (waits || BlockedByMoreThanWill(world, x.customer)) {
    Refuse(x);
    return;
  }
  if (!Complies(x, 0)) {
    Refuse(x);
    return;
  }
  MeetNeed(world, x.customer, NeedKind::kAgreement, kNone);
  NoteAgreement(world, x.customer, static_cast<Gate>(gate));
  world.conversation().flags |= world::kAgreedToAct;
  Adjust(world, x.customer, x.listener, content::Variable::kUrgency, Hundredths(18));
  Answer(x, ReplyKind::kAgree);
}

// Who knows their own process promises a payment run: the first one on or after the day asked for
// whose list closes late enough for the desks that are still to pass (as far as the papers are in
// order, two working days each: a design value); past the end of the calendar, the day asked for.
Date RunFor(const World& world, CustomerId c, Date asked) {
  constexpr int kDaysADesk = 2;
  constexpr int kList = static_cast<int>(Gate::kCashPlan);
  const int gate = world.state.truth.customers[c].invoices[world.focus(c)].gate;
  const int first = world.day() + 1 + (gate < kList ? kList - gate : 0) * kDaysADesk;
  for (auto d = static_cast<std::size_t>(first); d < world.content.days.size(); ++d) {
    const content::RunDay& day = world.content.customers[c].days[d];
    if (!day.is_cut_off || day.run == kNever) continue;
    const Date run = world.content.days[static_cast<std::size_t>(day.run)].date;
    if (run >= asked) return run;
  }
  return asked;
}

void Promise(Exchange& x, bool part) {
  World& world = x.world;
  CountChase(x);
  if (!CanPromise(Listener(x))) {
    if (world.style(x.customer, x.listener).vague > Hundredths(50)) {
      Answer(x, ReplyKind::kPromiseVague);
      world.conversation().promise = MakePromise(world, x.customer, x.listener, 0, kNoDate, false);
    } else {
      Refer(x);
    }
    return;
  }
  // A small part, or a day far off, is easily given.
  const Cents all = KnownOutstanding(world.content, world.state.known, x.customer);
  const auto share_asked = static_cast<Q16>(DivRound(x.say.amount / 100 * kOne, all / 100 + 1));
  const int days_off = x.say.date - world.date() - 7;
  const Q16 patience = Hundredths(days_off < 0 ? 0 : days_off > 40 ? 40 : days_off);
  const Q16 part_bonus = part ? Hundredths(50) : 0;
  if (!Complies(
          x, Hundredths(40) - MulQ(Hundredths(60), UnitQ(share_asked)) + patience + part_bonus)) {
    Refuse(x);
    return;
  }
  const bool vague = world.chance.Happens(
      Draw::kVague, PersonKey(x.customer, x.listener), MomentKey(world.state.known),
      MulQ(world.style(x.customer, x.listener).vague, kOne - x.features.specificity / 2));
  const bool coerced = x.features.pressure > Hundredths(60);
  if (vague) {
    Answer(x, ReplyKind::kPromiseVague);
    world.conversation().promise = MakePromise(world, x.customer, x.listener, 0, kNoDate, coerced);
    return;
  }
  ReplyArgs args;
  args.amount = x.say.amount;
  args.date = RunFor(world, x.customer, x.say.date);
  Answer(x, ReplyKind::kPromiseDated, args);
  world.conversation().promise =
      MakePromise(world, x.customer, x.listener, args.amount, args.date, coerced);
  Adjust(world, x.customer, x.listener, content::Variable::kUrgency, Hundredths(12));
  if (part && all > 0) {
    const std::int64_t share = DivRound(x.say.amount / 100 * 100, all / 100 + 1);
    AgreeInstalments(world, x.customer, world.conversation().promise,
                     static_cast<int>(std::clamp<std::int64_t>(share, 1, 100)));
  }
}

void Support(Exchange& x) {
  World& world = x.world;
  if (AgreedAlready(x)) return;
  if (Listener(x).authority < Hundredths(70)) {
    Refer(x);
    return;
  }
  if (!Complies(x, Hundredths(20))) {
    Refuse(x);
    return;
  }
  Adjust(world, x.customer, x.listener, content::Variable::kSponsor, Hundredths(50));
  Adjust(world, x.customer, x.listener, content::Variable::kUrgency, Hundredths(25));
  MeetNeed(world, x.customer, NeedKind::kAgreement, kNone);
  // Rank moves what waits for a signature or for money.
  NoteAgreement(world, x.customer, Gate::kApproval);
  NoteAgreement(world, x.customer, Gate::kCashPlan);
  world.conversation().flags |= world::kAgreedToAct;
  Answer(x, ReplyKind::kAgree);
}

// Asked of those who can give it. It costs them more than a word.
void Security(Exchange& x) {
  World& world = x.world;
  if (!SecurityPossible(world.content, world.known(x.customer), x.customer)) {
    Answer(x, ReplyKind::kAcknowledge);
    return;
  }
  if (Listener(x).authority < Hundredths(70)) {
    Refer(x);
    return;
  }
  if (!Complies(x, -Hundredths(80))) {
    Refuse(x);
    return;
  }
  Answer(x, ReplyKind::kAgree);
  AgreeSecurity(world, x.customer, x.listener);
}

void PassOn(Exchange& x) {
  World& world = x.world;
  if (world.conversation().wanted != kNone) {
    AskGatekeeper(x);
    return;
  }
  const PersonId named = x.say.person;
  if (named == kNone || named == x.listener || !Complies(x, Hundredths(80))) {
    Refuse(x);
    return;
  }
  ReplyArgs args;
  args.other = named;
  Answer(x, ReplyKind::kAgree, args);
  Introduce(world, x.customer, named);
  // A colleague's word opens the door: the next call is not a cold one.
  world::PersonTruth& vouched = world.person(x.customer, named);
  if ((vouched.marks & world::kVouchedFor) != 0) return;
  vouched.marks |= world::kVouchedFor;
  Adjust(world, x.customer, named, content::Variable::kTrust, Hundredths(4));
}

// Gets a colleague onto the line: one's own superior less gladly than anybody else.
void Join(Exchange& x) {
  World& world = x.world;
  const PersonId named = x.say.person;
  if (named == kNone || named == x.listener) return;
  const bool above = Outranks(world.customer(x.customer), named, x.listener);
  if (!Complies(x, above ? Hundredths(10) : Hundredths(80))) {
    ++world.conversation().refusals;
    Answer(x, ReplyKind::kDefer);
    return;
  }
  BringIn(x, named);
}

void OnPromise(Exchange& x, bool written) {
  World& world = x.world;
  PromiseId promise = world.conversation().promise;
  if (promise == kNone) promise = OpenPromiseOf(world.seen(x.customer), x.listener);
  if (promise == kNone) {
    Answer(x, ReplyKind::kAcknowledge);
    return;
  }
  // "Soon" cannot be put in writing: first a day and an amount.
  const bool definite = world.seen(x.customer).promises[promise].date != kNoDate;
  if ((written && !definite) || !Complies(x, written ? Hundredths(60) : kOne)) {
    Refuse(x);
    return;
  }
  Answer(x, ReplyKind::kAgree);
  if (written) {
    WritePromise(world, x.customer, promise);
    RenewAll(world, x.customer, content::Interruption::kPromise);  // in their own hand
  } else {
    AddCheckpoint(world, x.customer, promise, x.say.date);
  }
}

// Money asked of those who decide about it.
bool AsksForMoney(Exchange& x, Request request) {
  const bool money = request == Request::kActOnGate || request == Request::kPayment ||
                     request == Request::kPartPayment || request == Request::kSupport;
  return money && CanPromise(Listener(x));
}

}  // namespace

void EffectRequest(Exchange& x, const content::Effect& effect) {
  if (x.answered) return;
  if (Insolvent(x.world.seen(x.customer)) && effect.request != Request::kPassOn) {
    ReferToAdministrator(x);
    return;
  }
  if (AsksForMoney(x, effect.request) && PleadsLimitation(x.world, x.customer, x.listener)) {
    Answer(x, ReplyKind::kDeny);
    return;
  }
  switch (effect.request) {
    case Request::kActOnGate:
      ActOnGate(x);
      break;
    case Request::kPayment:
      Promise(x, false);
      break;
    case Request::kPartPayment:
      Promise(x, true);
      break;
    case Request::kPassOn:
      PassOn(x);
      break;
    case Request::kSupport:
      Support(x);
      break;
    case Request::kCheckpoint:
      OnPromise(x, false);
      break;
    case Request::kWritten:
      OnPromise(x, true);
      break;
    case Request::kSecurity:
      Security(x);
      break;
    case Request::kJoin:
      Join(x);
      break;
    case Request::kNothing:
    case Request::kCount:
      break;
  }
}

}  // namespace huikuan::rules
