#include "rules/call/reach.h"

#include "rules/attitudes.h"
#include "rules/conduct/breach.h"
#include "rules/message/message.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

namespace {
constexpr int kContactsADay = 4;  // with one person, the front desk apart (design value)
constexpr Q16 kExpectedReach = Hundredths(95);
}  // namespace

bool Reached(World& world, CustomerId c, PersonId person) {
  const content::Person& def = world.customer(c).people[person];
  Q16 p = def.reach;
  const int weekday = Weekday(world.date());
  const bool morning = world.seller().part == static_cast<std::uint8_t>(DayPart::kMorning);
  // Bad hours: Monday morning, Friday afternoon (domain.md §4).
  if ((weekday == 0 && morning) || (weekday == 4 && !morning)) p = MulQ(p, Hundredths(75));
  // Who finds us a nuisance lets it ring.
  p -= MulQ(Hundredths(35), world.person(c, person).reactance);
  // They named the hour themselves.
  if (CallExpected(world.content, world.state.known, c, person)) p = kExpectedReach;
  return world.chance.Happens(Draw::kReach, PersonKey(c, person), world.seller().part, p);
}

void MarkTried(World& world, CustomerId c, PersonId person) {
  world::PersonKnown& known = world.noted(c).people[person];
  if (known.no_answer < 255) ++known.no_answer;
  known.tried = static_cast<std::uint8_t>(world.day() * 2 + world.seller().part);
}

void NotReached(World& world, CustomerId c, PersonId person) {
  MarkTried(world, c, person);
  world.Tell(EventKind::kNoAnswer, c, [&](Event& e) {
    e.person = person;
    e.value = world.conversation().on_visit;
  });
}

void Connect(World& world, CustomerId c, PersonId person) {
  world::ConversationKnown& talk = world.conversation();
  world::PersonKnown& known = world.noted(c).people[person];
  world::PersonTruth& truth = world.person(c, person);
  const bool transferred = talk.wanted != kNone;
  talk.person = person;
  talk.wanted = kNone;
  talk.flags = 0;
  talk.objection = kNone;
  talk.chain = 0;
  talk.refusals = 0;
  talk.promise = kNone;
  talk.pressed = 0;
  talk.closing = 0;
  talk.acts_used = 0;
  talk.joined = 0;
  talk.address = 0;
  talk.face = 0;
  // Two contacts too close together wear thin unless there is something to say; the strain is felt
  // at once. How close that is differs by type: three working days, and a little up to six, by
  // models.md §2.
  const int gap = truth.last_contact == kNever ? 99 : world.day() - truth.last_contact;
  if (gap < 99 && (talk.on_visit == 0 || gap == 0)) {
    const int patience = world.style(c, person).patience;
    Q16 fatigue = gap < 1              ? Hundredths(9)
                  : gap < patience     ? Hundredths(6)
                  : gap < 2 * patience ? Hundredths(2)
                                       : 0;
    if (world.customer(c).people[person].gatekeeper) fatigue /= 4;  // telephones are their work
    Adjust(world, c, person, content::Variable::kReactance, fatigue);
  }
  known.today = static_cast<std::uint8_t>(known.last_contact == world.day() ? known.today + 1 : 1);
  // More than that on one day is no longer asking (domain.md §8: repeated harassing contact).
  if (known.today > kContactsADay && !world.customer(c).people[person].gatekeeper) {
    Breach(world, c, person, ConductBreach::kHarassment);
  }
  FollowUpBrokenPromise(world, c, person);
  truth.last_contact = world.day();
  if (truth.contacts < 255) ++truth.contacts;
  known.last_contact = world.day();
  known.no_answer = 0;
  if (known.known == 0) world.known(c).people[person].known = 1;
  if (known.contacts < 255) ++known.contacts;
  talk.mood = static_cast<std::uint8_t>(VisibleMood(truth));
  known.mood = talk.mood;
  world.seller().contacted = 1;
  world.Tell(EventKind::kCallStarted, c, [&](Event& e) {
    e.person = person;
    e.value = talk.channel;
    e.item = transferred ? 1 : 0;
    e.mood = VisibleMood(truth);
  });
}

void Disconnect(World& world, bool they) {
  world::ConversationKnown& talk = world.conversation();
  if (talk.wanted != kNone) {  // the front desk did not put us through
    MarkTried(world, talk.customer, talk.wanted);
  }
  world.Tell(EventKind::kConversationEnded, talk.customer, [&](Event& e) {
    e.person = talk.person;
    e.value = they ? 1 : 0;
    e.item = talk.on_visit;
  });
  if (talk.on_visit != 0 && they && talk.visit_left > 0) {
    // They go back to work; we are still on the premises.
    talk.person = kNone;
    talk.wanted = kNone;
    talk.objection = kNone;
    talk.closing = 0;
    talk.joined = 0;
    return;
  }
  talk = world::ConversationKnown{};
}

}  // namespace huikuan::rules
