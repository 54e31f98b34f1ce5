#include "rules/call/address.h"

#include "rules/attitudes.h"

namespace huikuan::rules {

namespace {

// Design values. Conversations after which two people at work know each other, for an ordinary desk
// and for somebody with a say; whoever has the last word stays a title.
constexpr int kAcquainted = 4;
constexpr int kAcquaintedWithHead = 7;
constexpr Q16 kHead = Hundredths(50);
constexpr Q16 kTop = Hundredths(70);
constexpr Q16 kTooNear = Hundredths(5);
constexpr Q16 kNoCourtesy = Hundredths(8);
constexpr Q16 kOrdinaryFaceWeight = Hundredths(28);  // of a type: reactance to a threat to face

// How well they know us, whatever mood they are in.
bool KnowsUsWell(const Scenario& content, const world::Known& known, CustomerId c, PersonId p) {
  const content::Person& person = content.customers[c].people[p];
  const int needed = person.authority >= kHead ? kAcquaintedWithHead : kAcquainted;
  return person.authority < kTop && !person.gatekeeper &&
         known.customers[c].people[p].contacts >= needed;
}

void CostFace(World& world, CustomerId c, PersonId p, Q16 loss) {
  loss = MulQ(loss, FaceWeight(world, c, p));
  Adjust(world, c, p, content::Variable::kReactance, loss);
  Adjust(world, c, p, content::Variable::kTrust, -loss);
  Adjust(world, c, p, content::Variable::kMood, -2 * loss);
}

}  // namespace

Address FittingAddress(const Scenario& content, const world::Known& known, CustomerId c,
                       PersonId person) {
  const auto mood = static_cast<Mood>(known.customers[c].people[person].mood);
  const bool cool = mood == Mood::kGuarded || mood == Mood::kAnnoyed;
  return !cool && KnowsUsWell(content, known, c, person) ? Address::kFamiliar : Address::kTitle;
}

Address AddressOf(const Scenario& content, const world::Known& known, const Say& say) {
  if (say.address != Address::kAsFits) return say.address;
  // Nobody changes the form of address within a talk for no reason.
  const world::ConversationKnown& talk = known.conversation;
  const auto so_far = static_cast<Address>(talk.address);
  if (so_far == Address::kTitle || so_far == Address::kFamiliar) return so_far;
  return FittingAddress(content, known, talk.customer, talk.person);
}

Q16 FaceWeight(const World& world, CustomerId c, PersonId person) {
  const Q16 led = world.style(c, person).reactance_to.face_threat - kOrdinaryFaceWeight;
  const Q16 rank = Hundredths(60) + world.customer(c).people[person].authority;
  const Q16 weight = MulQ(kOne + 4 * led, rank);
  return weight < Hundredths(30) ? Hundredths(30) : weight;
}

void TellFace(World& world, CustomerId c, PersonId person, FaceMatter matter, PersonId heard_by) {
  world.Tell(EventKind::kFace, c, [&](Event& e) {
    e.person = person;
    e.other = heard_by;
    e.value = static_cast<std::uint8_t>(matter);
    e.mood = VisibleMood(world.person(c, person));
    e.variant = static_cast<std::uint8_t>(world.day() * 5 + world.conversation().turn * 3);
  });
}

void AddressThem(Exchange& x, Address address) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  const auto before = static_cast<Address>(talk.address);
  if (address == before || talk.wanted != kNone) return;
  // A title again after a slip is no news; whoever was too near once is not so again.
  talk.address = static_cast<std::uint8_t>(address);
  if (before != Address::kAsFits && address == Address::kTitle) return;
  const bool near = KnowsUsWell(world.content, world.state.known, x.customer, x.listener);
  const bool asked = x.say.address != Address::kAsFits;
  if (address == Address::kBare) {
    CostFace(world, x.customer, x.listener, kNoCourtesy);
    TellFace(world, x.customer, x.listener, FaceMatter::kBare);
  } else if (address == Address::kFamiliar && !near) {
    CostFace(world, x.customer, x.listener, kTooNear);
    TellFace(world, x.customer, x.listener, FaceMatter::kTooFamiliar);
  } else if (address == Address::kFamiliar) {
    Adjust(world, x.customer, x.listener, content::Variable::kTrust, Hundredths(1));
    Adjust(world, x.customer, x.listener, content::Variable::kMood, Hundredths(4));
    if (asked) TellFace(world, x.customer, x.listener, FaceMatter::kNear);
  } else if (near && asked) {
    Adjust(world, x.customer, x.listener, content::Variable::kTrust, -Hundredths(1));
    Adjust(world, x.customer, x.listener, content::Variable::kMood, -Hundredths(4));
    TellFace(world, x.customer, x.listener, FaceMatter::kStiff);
  }
}

}  // namespace huikuan::rules
