#include "rules/call/audience.h"

#include <utility>

#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/address.h"
#include "rules/call/answer.h"
#include "rules/call/reach.h"
#include "rules/commands.h"
#include "rules/knowledge.h"

namespace huikuan::rules {

namespace {

using content::Variable;

constexpr Q16 kHigher = Hundredths(25);     // of authority: plainly of higher rank
constexpr Q16 kHard = Hundredths(45);       // pressure from which a superior's presence hurts
constexpr Q16 kOffends = Hundredths(30);    // … and threat to face
constexpr Q16 kPublicLoss = Hundredths(6);  // of face, before what the words threaten
constexpr Q16 kOverhears = Hundredths(30);  // how much of the words the second one takes to heart

// Leaves them a way to change their mind without having been wrong (给台阶).
bool GivesWayOut(const content::Features& f) {
  return f.empathy >= Hundredths(40) && f.deference >= Hundredths(30);
}

// Whose desk it is; else who has rank enough to settle it; kNone: neither.
PersonId OwnerOf(World& world, CustomerId c, PersonId one, PersonId other) {
  const content::Customer& customer = world.customer(c);
  const std::uint8_t gate = world.claim(c).gate;
  for (const PersonId p : {one, other}) {
    if (gate < kGates && ((customer.people[p].duties >> gate) & 1) != 0) return p;
  }
  for (const PersonId p : {one, other}) {
    if (customer.people[p].authority >= Hundredths(70)) return p;
  }
  return kNone;
}

}  // namespace

PersonId Second(const world::Known& known) {
  const std::uint8_t joined = known.conversation.joined;
  return joined == 0 ? kNone : static_cast<PersonId>(joined - 1);
}

bool Outranks(const content::Customer& customer, PersonId above, PersonId below) {
  const content::Person& person = customer.people[below];
  return person.superior == above ||
         customer.people[above].authority >= person.authority + kHigher;
}

void BringIn(Exchange& x, PersonId named) {
  World& world = x.world;
  const content::Customer& customer = world.customer(x.customer);
  const bool there = Reached(world, x.customer, named);
  bool comes = false;
  if (there) {
    const world::PersonTruth& person = world.person(x.customer, named);
    Q16 logit = Hundredths(90) + customer.people[named].agrees;
    logit += MulQ(Hundredths(200), person.trust - Hundredths(45));
    logit -= MulQ(Hundredths(150), person.reactance);
    logit -= MulQ(Hundredths(120), customer.people[named].authority);
    logit += MulQ(Hundredths(80), world.truth(x.customer).sponsor);
    if (Outranks(customer, x.listener, named)) logit += 2 * kOne;  // called in by their boss
    comes = world.chance.Happens(Draw::kJoins, PersonKey(x.customer, named),
                                 MomentKey(world.state.known), Logistic(logit));
  }
  world.Tell(EventKind::kJoined, x.customer, [&](Event& e) {
    e.person = x.listener;
    e.other = named;
    e.value = static_cast<std::uint8_t>(comes    ? JoinOutcome::kCame
                                        : there ? JoinOutcome::kWouldNot
                                                : JoinOutcome::kNotThere);
    e.variant = static_cast<std::uint8_t>(world.day() * 5 + world.conversation().turn * 3);
  });
  x.answered = true;  // that was the answer
  if (comes) {
    Attend(world, x.customer, named);
  } else if (!there) {
    MarkTried(world, x.customer, named);
  }
}

void Attend(World& world, CustomerId c, PersonId person) {
  world::ConversationKnown& talk = world.conversation();
  talk.joined = static_cast<std::uint8_t>(person + 1);
  talk.face = static_cast<std::uint8_t>(talk.face & ~(world::kOtherFaceLost | world::kOwnerNamed));
  world::PersonTruth& truth = world.person(c, person);
  truth.last_contact = world.day();
  if (truth.contacts < 255) ++truth.contacts;
  world::PersonKnown& known = world.noted(c).people[person];
  known.today = static_cast<std::uint8_t>(known.last_contact == world.day() ? known.today + 1 : 1);
  known.last_contact = world.day();
  known.no_answer = 0;
  if (known.contacts < 255) ++known.contacts;
  known.mood = static_cast<std::uint8_t>(VisibleMood(truth));
  Introduce(world, c, person);  // colleagues say who is who
}

void SwapSecond(World& world) {
  world::ConversationKnown& talk = world.conversation();
  const auto other = static_cast<PersonId>(talk.joined - 1);
  talk.joined = static_cast<std::uint8_t>(talk.person + 1);
  talk.person = other;
  const bool first = (talk.face & world::kFaceLost) != 0;
  const bool second = (talk.face & world::kOtherFaceLost) != 0;
  talk.face = static_cast<std::uint8_t>((talk.face & world::kOwnerNamed) |
                                        (second ? world::kFaceLost : 0) |
                                        (first ? world::kOtherFaceLost : 0));
  talk.address = 0;    // each is addressed in their own way
  talk.acts_used = 0;  // and asked for themselves
  talk.mood = static_cast<std::uint8_t>(VisibleMood(world.person(talk.customer, other)));
  world.noted(talk.customer).people[other].mood = talk.mood;
}

void BeforeAudience(Exchange& x) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  const content::Features& f = x.features;
  const PersonId second = Second(world.state.known);
  if (second != kNone) React(world, x.customer, second, f, kOverhears);
  const bool hard = f.pressure >= kHard || f.face_threat >= kOffends;
  if (second != kNone && hard && Outranks(world.customer(x.customer), second, x.listener)) {
    const Q16 loss =
        MulQ(kPublicLoss + f.face_threat / 10, FaceWeight(world, x.customer, x.listener));
    Adjust(world, x.customer, x.listener, Variable::kReactance, loss);
    Adjust(world, x.customer, x.listener, Variable::kTrust, -loss);
    Adjust(world, x.customer, x.listener, Variable::kMood, -2 * loss);
    if ((talk.face & world::kFaceLost) == 0) {
      talk.face |= world::kFaceLost;
      TellFace(world, x.customer, x.listener, FaceMatter::kPressed, second);
    }
    return;
  }
  if (!GivesWayOut(f)) return;
  // Lost before others, or by a refusal they cannot take back on their own.
  const bool lost = (talk.face & world::kFaceLost) != 0;
  const bool stuck = talk.refusals > 0 && !x.repeated;
  if (!lost && !stuck) return;
  if (talk.refusals > 0) --talk.refusals;
  if (!lost) return;
  talk.face = static_cast<std::uint8_t>(talk.face & ~world::kFaceLost);
  const Q16 back = MulQ(kPublicLoss, FaceWeight(world, x.customer, x.listener));
  Adjust(world, x.customer, x.listener, Variable::kReactance, -back);
  Adjust(world, x.customer, x.listener, Variable::kTrust, back / 2);
  Adjust(world, x.customer, x.listener, Variable::kMood, back);
  TellFace(world, x.customer, x.listener, FaceMatter::kRestored, second);
}

Q16 AudienceWeighs(const world::ConversationKnown& talk) {
  Q16 logit = 0;
  if ((talk.face & world::kFaceLost) != 0) logit -= Hundredths(60);
  if ((talk.face & world::kOwnerNamed) != 0) logit += Hundredths(50);
  return logit;
}

bool NameOwner(Exchange& x) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  const PersonId second = Second(world.state.known);
  if (second == kNone || x.answered) return false;
  const PersonId owner = OwnerOf(world, x.customer, x.listener, second);
  if (owner == kNone || ReplyOfKind(world.content, content::ReplyKind::kNameOwner) == kNone) {
    return false;
  }
  // Said by the other one: whoever it is cannot pass it back.
  const PersonId listener = x.listener;
  x.listener = owner == listener ? second : listener;
  ReplyArgs args;
  args.other = owner;
  Answer(x, content::ReplyKind::kNameOwner, args);
  x.listener = listener;
  talk.face |= world::kOwnerNamed;
  const std::uint8_t gate = world.claim(x.customer).gate;
  if (gate < kGates && ((world.customer(x.customer).people[owner].duties >> gate) & 1) != 0) {
    ToldGate(world, x.customer, owner, static_cast<Gate>(gate));
  }
  Adjust(world, x.customer, owner, Variable::kUrgency, Hundredths(12));
  if (owner != listener) {
    SwapSecond(world);
  } else {
    talk.mood = static_cast<std::uint8_t>(VisibleMood(world.person(x.customer, listener)));
  }
  return true;
}

// ---- TurnTo -------------------------------------------------------------------------------------

Refusal Check(const Scenario& content, const world::Known& known, const TurnTo& turn) {
  const Refusal setting = CheckSetting(content, known, Setting::kTalk, known.conversation.customer,
                                       Minutes(content, known, turn));
  if (setting != Refusal::kNone) return setting;
  const PersonId second = Second(known);
  if (second == kNone) return Refusal::kActNotNow;
  return turn.person == second ? Refusal::kNone : Refusal::kPersonUnknown;
}

int Minutes(const Scenario&, const world::Known&, const TurnTo&) { return 0; }

void Apply(World& world, const TurnTo&) {
  SwapSecond(world);
  world::ConversationKnown& talk = world.conversation();
  world.Tell(EventKind::kTurnedTo, talk.customer, [&](Event& e) {
    e.person = talk.person;
    e.other = Second(world.state.known);
    e.mood = static_cast<Mood>(talk.mood);
  });
}

}  // namespace huikuan::rules
