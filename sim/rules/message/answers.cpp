// What comes back to a message: nothing, which may mean anything, or an answer later the same day or
// the next morning. What was asked in it is decided then, as in a call, with more reserve.
#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/effects/effects.h"
#include "rules/knowledge.h"
#include "rules/legal/legal.h"
#include "rules/legal/limitation.h"
#include "rules/message/message.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

namespace {

// Design values: share of the answers that come the same day; how much more people hold back in
// writing, by voice, before others; how the channel changes the chance of an answer.
constexpr Q16 kSameDayShare = Hundredths(55);
constexpr Q16 kReserveWritten = Hundredths(50);
constexpr Q16 kReserveVoice = Hundredths(10);
constexpr Q16 kReserveGroup = kOne;
constexpr Q16 kWechatAnswered = Hundredths(25);
constexpr Q16 kGroupAnswered = -kOne;
constexpr Q16 kAnnoyedSilent = Hundredths(80);
constexpr Day kExpectedDays = 3;  // for which an appointment stands

Q16 AnswerChance(World& world, CustomerId c, PersonId p, const world::LastMessage& last) {
  const content::MessageManner& manner = world.content.messages[last.purpose].manner;
  if (manner.answered == 0) return 0;
  const world::PersonTruth& person = world.person(c, p);
  // The authored chance as a logit near the middle: four a unit.
  Q16 logit = 4 * (manner.answered - Hundredths(50));
  logit += MulQ(Hundredths(250), person.trust - Hundredths(45));
  logit -= MulQ(Hundredths(250), person.reactance);
  logit += MulQ(Hundredths(40), world.style(c, p).openness);
  logit -= last.row * Hundredths(35);
  const bool email = last.channel == static_cast<std::uint8_t>(MessageChannel::kEmail);
  logit += last.person == world::kMessageGroup ? kGroupAnswered : email ? 0 : kWechatAnswered;
  if (VisibleMood(person) == Mood::kAnnoyed) logit -= kAnnoyedSilent;
  return Logistic(logit);
}

// Now, or what is left for the next morning after a silent first day.
Q16 ShareNow(Q16 chance, world::MessageState state, bool finally) {
  const Q16 first = MulQ(chance, kSameDayShare);
  if (!finally) return state == world::MessageState::kTried ? 0 : first;
  if (state == world::MessageState::kPending) return chance;
  return static_cast<Q16>(
      DivRound(static_cast<std::int64_t>(chance - first) * kOne, kOne - first));
}

Q16 ReserveOf(const world::LastMessage& last) {
  if (last.person == world::kMessageGroup) return kReserveGroup;
  return last.channel == static_cast<std::uint8_t>(MessageChannel::kVoice) ? kReserveVoice
                                                                           : kReserveWritten;
}

// Runs what was asked, as between two people who talk, and takes the talk away again.
bool AnswerAsked(World& world, CustomerId c, PersonId p, const world::LastMessage& last,
                 PromiseId* promised) {
  const content::Act& act = world.content.messages[last.purpose].act;
  world::ConversationKnown& talk = world.conversation();
  talk.customer = c;
  talk.person = p;
  talk.flags = world::kGreeted;
  // Draws of one morning and of several people are told apart by person; of a day, by turn.
  talk.turn = static_cast<std::uint8_t>(40 + world.seller().part);
  if (world.content.messages[last.purpose].manner.names_debt) talk.flags |= world::kDebtStated;
  Say say;
  const Cents all = KnownOutstanding(world.content, world.state.known, c);
  if (last.tenths > 0) say.amount = last.tenths == 10 ? all : all / 10 * last.tenths;
  if (last.quads > 0) {
    say.date = world.content.days[static_cast<std::size_t>(last.day())].date + last.quads * 4;
    if (say.date <= world.date()) say.date = world.date() + 1;
  }
  Exchange x{world, c, p, act, say, act.features};
  x.reserve = ReserveOf(last);
  x.counted = true;
  for (std::uint16_t i = act.effects_begin; i < act.effects_end; ++i) {
    const content::Effect& effect = world.content.effects[i];
    if (effect.kind == content::EffectKind::kDiagnose) EffectDiagnose(x, effect);
    const bool money = effect.request == content::Request::kPayment ||
                       effect.request == content::Request::kPartPayment;
    if (effect.kind == content::EffectKind::kRequest && (!money || say.amount > 0)) {
      EffectRequest(x, effect);
    }
  }
  *promised = talk.promise;
  talk = world::ConversationKnown{};
  return x.answered;
}

// Their own hand, and they are known to us: what they wrote proves that it arrived.
void ProveByAnswer(World& world, CustomerId c, PersonId p, const world::LastMessage& last,
                   PromiseId promised) {
  const bool voice = last.channel == static_cast<std::uint8_t>(MessageChannel::kVoice);
  if (voice || last.person == world::kMessageGroup) return;
  const content::MessageManner& manner = world.content.messages[last.purpose].manner;
  if (promised < world::kMaxPromises &&
      world.seen(c).promises[promised].date != kNoDate) {
    WritePromise(world, c, promised);
    RenewAll(world, c, content::Interruption::kPromise);
  } else if (manner.demands && world.seen(c).people[p].part_known != 0) {
    RenewAll(world, c, content::Interruption::kDemand);
  }
}

void TakeAnswer(World& world, CustomerId c, PersonId p, world::LastMessage last) {
  last.state = world::MessageState::kAnswered;
  world.known().messages[c] = world::Packed(last);
  // Who answers in the group has a name from then on.
  if (world.seen(c).people[p].known == 0) world.known(c).people[p].known = 1;
  const std::size_t begin = world.events == nullptr ? 0 : world.events->size();
  PromiseId promised = kNone;
  if (AnswerAsked(world, c, p, last, &promised)) {
    // What they said is what they wrote.
    for (std::size_t i = begin; world.events != nullptr && i < world.events->size(); ++i) {
      Event& e = (*world.events)[i];
      if (e.kind != EventKind::kReplied) continue;
      e.kind = EventKind::kMessageAnswered;
      e.act = last.purpose;
    }
  } else {
    const Mood mood = VisibleMood(world.person(c, p));
    world.noted(c).people[p].mood = static_cast<std::uint8_t>(mood);
    world.Tell(EventKind::kMessageAnswered, c, [&](Event& e) {
      e.person = p;
      e.act = last.purpose;
      e.item = world.focus(c);
      e.mood = mood;
      e.variant = static_cast<std::uint8_t>(world.day() * 5 + p);
    });
  }
  ProveByAnswer(world, c, p, last, promised);
}

}  // namespace

bool CallExpected(const Scenario& content, const world::Known& known, CustomerId c,
                  PersonId person) {
  if (content.messages.empty()) return false;
  const world::LastMessage last = LastMessageTo(known, c);
  return last.state == world::MessageState::kAnswered && last.person == person &&
         content.messages[last.purpose].manner.appointment &&
         known.seller.day - last.day() <= kExpectedDays;
}

bool MessageAnswered(World& world, CustomerId c, bool finally) {
  world::LastMessage last = LastMessageTo(world.state.known, c);
  if (!last.pending()) return false;
  world.known(c);  // what bots worked out of it no longer holds
  const content::PeopleSet people =
      last.person == world::kMessageGroup
          ? world.customer(c).group.people
          : static_cast<content::PeopleSet>(1U << last.person);
  for (content::PeopleSet left = people; left != 0;
       left = static_cast<content::PeopleSet>(left & (left - 1))) {
    const auto p = static_cast<PersonId>(content::First(left));
    const Q16 chance = ShareNow(AnswerChance(world, c, p, last), last.state, finally);
    if (chance == 0 || !world.chance.Happens(Draw::kMessageAnswer, PersonKey(c, p),
                                             MomentKey(world.state.known), chance)) {
      continue;
    }
    TakeAnswer(world, c, p, last);
    return true;
  }
  last.state = finally ? world::MessageState::kOver : world::MessageState::kTried;
  world.known().messages[c] = world::Packed(last);
  return false;
}

bool MessagesMorning(World& world, CustomerId c) {
  if (world.content.messages.empty()) return false;
  return MessageAnswered(world, c, true);
}

}  // namespace huikuan::rules
