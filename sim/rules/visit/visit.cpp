// StartVisit, Observe, MeetPerson: going there, looking round, meeting people in the order chosen.
#include "rules/attitudes.h"
#include "rules/call/gatekeeper.h"
#include "rules/call/reach.h"
#include "rules/commands.h"
#include "rules/knowledge.h"

namespace huikuan::rules {

namespace {

constexpr int kMeetMinutes = 5;
constexpr int kLeastInside = 30;

// On the premises people are easier to find than by telephone.
bool Found(World& world, CustomerId c, PersonId person) {
  const Q16 p = world.customer(c).people[person].reach + Hundredths(25);
  return world.chance.Happens(Draw::kReach, PersonKey(c, person), 8U, p);
}

}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const StartVisit& visit) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, visit.customer, Minutes(content, known, visit));
  if (setting != Refusal::kNone) return setting;
  if (visit.person >= content.customers[visit.customer].people.size()) return Refusal::kUnknownId;
  return known.customers[visit.customer].people[visit.person].known != 0 ? Refusal::kNone
                                                                         : Refusal::kPersonUnknown;
}

// Going there takes what is left of the day's time, an hour at the least.
int Minutes(const Scenario& content, const world::Known& known, const StartVisit&) {
  const int left = known.seller.minutes_left;
  return left > content.costs.visit_minutes ? left : content.costs.visit_minutes;
}

void Apply(World& world, const StartVisit& visit) {
  const CustomerId c = visit.customer;
  // What is left of the day after the journey is spent on the premises, half an hour at the least.
  const int journey = world.content.costs.visit_minutes;
  int inside = world.seller().minutes_left - journey;
  if (inside < kLeastInside) inside = kLeastInside;
  if (inside > world.content.costs.visit_inside) inside = world.content.costs.visit_inside;
  SpendMinutes(world, Minutes(world.content, world.state.known, visit));
  SpendMoney(world, world.content.costs.visit);
  CountDecision(world);
  world::CustomerKnown& known = world.known(c);
  const PersonId gatekeeper = GatekeeperOf(world.customer(c));
  // Visits wear out: each is a little less welcome (domain.md §6, design value).
  Q16 welcome = world.customer(c).visit_gate - known.visits * Hundredths(8);
  if (gatekeeper != kNone) welcome -= MulQ(Hundredths(40), world.person(c, gatekeeper).reactance);
  ++known.visits;
  Event e = world.NewEvent(EventKind::kVisitStarted, c);
  e.person = visit.person;
  const bool in = world.chance.Happens(Draw::kVisitGate, c, known.visits, welcome);
  e.value = in ? 1 : 0;
  world.Emit(e);
  if (!in) return;
  world::ConversationKnown& talk = world.conversation();
  talk = world::ConversationKnown{};
  talk.active = 1;
  talk.channel = static_cast<std::uint8_t>(Channel::kVisit);
  talk.customer = c;
  talk.on_visit = 1;
  talk.visit_left = static_cast<std::uint8_t>(inside);
  if (Found(world, c, visit.person)) {
    Connect(world, c, visit.person);
  } else {
    NotReached(world, c, visit.person);
  }
}

Refusal Check(const Scenario& content, const world::Known& known, const Observe& look) {
  const CustomerId c = known.conversation.customer;
  const Refusal setting =
      CheckSetting(content, known, Setting::kVisit, c, Minutes(content, known, look));
  if (setting != Refusal::kNone) return setting;
  if (look.spot >= content.customers[c].spots.size()) return Refusal::kUnknownId;
  return Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known& known, const Observe& look) {
  const auto& spots = content.customers[known.conversation.customer].spots;
  return look.spot < spots.size() ? spots[look.spot].minutes : 0;
}

void Apply(World& world, const Observe& look) {
  const CustomerId c = world.conversation().customer;
  const content::Spot& spot = world.customer(c).spots[look.spot];
  SpendMinutes(world, spot.minutes);
  world.conversation().person = kNone;  // one takes leave and looks round
  world.conversation().objection = kNone;
  world.known(c).spots_seen =
      static_cast<std::uint16_t>(world.known(c).spots_seen | (1U << look.spot));
  Event e = world.NewEvent(EventKind::kObserved, c);
  e.item = look.spot;
  for (const std::uint8_t fact : spot.facts) {
    if (e.fact == kNone && IsTrue(world, c, fact)) e.fact = fact;
  }
  world.Emit(e);
  for (const std::uint8_t fact : spot.facts) Learn(world, c, fact, Source::kSeen, kNone);
}

Refusal Check(const Scenario& content, const world::Known& known, const MeetPerson& meet) {
  const CustomerId c = known.conversation.customer;
  const Refusal setting =
      CheckSetting(content, known, Setting::kVisit, c, Minutes(content, known, meet));
  if (setting != Refusal::kNone) return setting;
  if (meet.person >= content.customers[c].people.size()) return Refusal::kUnknownId;
  if (known.conversation.person == meet.person) return Refusal::kAlready;
  return known.customers[c].people[meet.person].known != 0 ? Refusal::kNone
                                                           : Refusal::kPersonUnknown;
}

int Minutes(const Scenario&, const world::Known&, const MeetPerson&) { return kMeetMinutes; }

void Apply(World& world, const MeetPerson& meet) {
  const CustomerId c = world.conversation().customer;
  SpendMinutes(world, kMeetMinutes);
  if (Found(world, c, meet.person)) {
    Connect(world, c, meet.person);
  } else {
    NotReached(world, c, meet.person);
  }
}

}  // namespace huikuan::rules
