#include "rules/call/answer.h"

#include <array>

#include "rules/attitudes.h"
#include "rules/call/audience.h"
#include "rules/knowledge.h"
#include "rules/payment/process.h"

namespace huikuan::rules {

namespace {

using content::ReplyKind;

constexpr std::size_t kMaxObjections = content::kMaxEntries;

bool Blames(const content::Objection& objection, const content::Person& person) {
  return (objection.blames >> static_cast<int>(person.role) & 1) != 0;
}

// Weight of an objection from this listener now; 0 = not theirs to raise.
std::uint32_t ObjectionWeight(Exchange& x, const content::Objection& objection) {
  World& world = x.world;
  const content::Person& person = world.customer(x.customer).people[x.listener];
  const bool desk =
      (objection.gates & person.duties) != 0 && (objection.said_by & content::kSaidByDesk) != 0;
  const bool top = objection.gates != 0 && person.authority >= Hundredths(80) &&
                   (objection.said_by & content::kSaidByTop) != 0;
  if (!desk && !top) return 0;
  // Nobody says of themselves that they are away, nor of whoever listens.
  if (Blames(objection, person)) return 0;
  const PersonId second = Second(world.state.known);
  if (second != kNone && Blames(objection, world.customer(x.customer).people[second])) return 0;
  const world::InvoiceTruth& claim = world.claim(x.customer);
  auto weight = static_cast<std::uint32_t>(objection.weight >> 8);
  if (objection.not_due) return claim.due_recognised != 0 ? 0 : weight * 4;
  for (const std::uint8_t cause : objection.causes) {
    if (cause != claim.blocker) continue;
    return Blocked(world, x.customer) ? weight * 4 : weight;
  }
  // An excuse; cited papers leave less room for it.
  if (!objection.causes.empty()) weight /= 3;
  const bool cited = (world.conversation().flags & world::kClauseCited) != 0;
  return cited
             ? static_cast<std::uint32_t>(MulQ(static_cast<Q16>(weight), kOne - objection.evidence))
             : weight;
}

ObjectionId PickObjection(Exchange& x) {
  World& world = x.world;
  const auto& objections = world.content.objections;
  std::array<std::uint32_t, kMaxObjections + 1> weights;  // as far as it is filled in
  std::uint32_t total = 0;
  const std::size_t n = objections.size() < kMaxObjections ? objections.size() : kMaxObjections;
  for (std::size_t i = 0; i < n; ++i) total += weights[i] = ObjectionWeight(x, objections[i]);
  weights[n] = total / 2 + 40;  // simply evades
  const int pick = world.chance.Pick(Draw::kObjection, PersonKey(x.customer, x.listener),
                                     MomentKey(world.state.known),
                                     std::span<const std::uint32_t>(weights.data(), n + 1));
  return static_cast<std::size_t>(pick) == n ? kNone : static_cast<ObjectionId>(pick);
}

}  // namespace

ReplyId ReplyOfKind(const Scenario& content, ReplyKind kind) {
  return content.index.reply_of_kind[static_cast<std::size_t>(kind)];
}

void Answer(Exchange& x, ReplyKind kind, const ReplyArgs& args) {
  if (x.answered) return;
  x.answered = true;
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  const Mood mood = VisibleMood(world.person(x.customer, x.listener));
  talk.mood = static_cast<std::uint8_t>(mood);
  world.noted(x.customer).people[x.listener].mood = talk.mood;
  talk.last_reply = ReplyOfKind(world.content, kind);
  world.Tell(EventKind::kReplied, x.customer, [&](Event& e) {
    e.person = x.listener;
    e.reply = talk.last_reply;
    e.item = world.focus(x.customer);
    e.fact = args.fact;
    e.objection = args.objection;
    e.other = args.other;
    e.document = args.document;
    e.amount = args.amount;
    e.date = args.date;
    e.value = static_cast<std::uint8_t>(args.gate);
    e.mood = mood;
    e.variant = static_cast<std::uint8_t>(world.seller().day * 5 + talk.turn * 3 + x.listener);
  });
}

void ReferToAdministrator(Exchange& x) {
  Answer(x, ReplyKind::kRefuse);
  Event e = x.world.NewEvent(EventKind::kAdministrator, x.customer);
  e.person = x.listener;
  x.world.Emit(e);
}

void Restate(Exchange& x) {
  constexpr std::uint8_t kProbe = 1 << 1;
  World& world = x.world;
  const ObjectionId open = world.conversation().objection;
  if (x.answered || open == kNone || (x.act.chain & kProbe) == 0) return;
  if (world.content.objections[open].detail == 0) return;
  if (ReplyOfKind(world.content, ReplyKind::kRestate) == kNone) return;
  ReplyArgs args;
  args.objection = open;
  Answer(x, ReplyKind::kRestate, args);
}

void Refer(Exchange& x) {
  if (NameOwner(x)) return;
  const content::Person& person = x.world.customer(x.customer).people[x.listener];
  if (person.refers_to == kNone) {
    Answer(x, ReplyKind::kDontKnow);
    return;
  }
  ReplyArgs args;
  args.other = person.refers_to;
  Answer(x, ReplyKind::kDeflect, args);
  Introduce(x.world, x.customer, person.refers_to);
}

void Refuse(Exchange& x) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  const ObjectionId objection = PickObjection(x);
  if (objection != kNone) {
    ++talk.refusals;
    ReplyArgs args;
    args.objection = objection;
    talk.objection = objection;
    talk.chain = 0;
    Answer(x, world.content.objections[objection].reply, args);
    return;
  }
  const content::Type& type = world.style(x.customer, x.listener);
  const auto share = [](Q16 q) { return static_cast<std::uint32_t>(UnitQ(q)) + 1; };
  const Q16 rest = UnitQ(kOne - type.deflects - type.pleads);
  // Only who handles money, or answers for it, pleads poverty.
  const content::Person& person = world.customer(x.customer).people[x.listener];
  const bool handles_money = (person.duties >> static_cast<int>(Gate::kApproval)) != 0 ||
                             person.authority >= Hundredths(80);
  // Nobody is passed on to whoever is on the line already.
  const bool alone = Second(world.state.known) == kNone;
  const std::array<std::uint32_t, 3> weights = {
      alone ? share(type.deflects) : 0, handles_money ? share(type.pleads) : 0, share(rest)};
  switch (world.chance.Pick(Draw::kEvade, PersonKey(x.customer, x.listener),
                            MomentKey(world.state.known), weights)) {
    case 0:  // sounds like an honest referral, so it must not count as a no
      Refer(x);
      break;
    case 1:
      ++talk.refusals;
      Answer(x, ReplyKind::kPlead);
      break;
    default:
      ++talk.refusals;
      Answer(x, talk.refusals > 2 ? ReplyKind::kRefuse : ReplyKind::kDefer);
      break;
  }
}

}  // namespace huikuan::rules
