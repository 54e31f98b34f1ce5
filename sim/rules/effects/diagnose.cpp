// diagnose: a question after `target`. P(told) = S(logit + openness + trust − reactance + rapport),
// models.md §5. Always a valid contact; the answer may be a fact, where the claim stands, a
// referral, or an evasion.
#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/effects/effects.h"
#include "rules/knowledge.h"
#include "rules/payment/process.h"

namespace huikuan::rules {

namespace {

using content::ReplyKind;

constexpr int kBooking = static_cast<int>(Gate::kBooking);

// The most easily told fact that answers the question: news, or else (`again`) what we have heard
// already; kNone if there is none.
FactId Candidate(Exchange& x, Target target, bool again) {
  const content::CustomerIndex& index = x.world.customer(x.customer).index;
  const auto at = static_cast<std::size_t>(target);
  const world::CustomerKnown& known = x.world.seen(x.customer);
  for (const std::uint64_t answers : {index.easy_exact[at], index.easy_other[at]}) {
    for (auto left = answers & index.easy_tells[x.listener]; left != 0; left &= left - 1) {
      const FactId id = index.easiest[static_cast<std::size_t>(content::First(left))];
      if (Knows(known, id) == again && IsTrue(x.world, x.customer, id)) return id;
    }
  }
  return kNone;
}

// A real objection on the table makes the person speak about just that.
FactId BehindObjection(Exchange& x) {
  const ObjectionId open = x.world.conversation().objection;
  if (open == kNone) return kNone;
  const auto& causes = x.world.content.objections[open].causes;
  const content::Customer& customer = x.world.customer(x.customer);
  for (const std::uint8_t cause : causes) {
    content::FactSet left = customer.index.tells[x.listener] & customer.index.problems;
    for (; left != 0; left &= left - 1) {
      const auto id = static_cast<FactId>(content::First(left));
      if (customer.facts[id].blocker == cause && IsTrue(x.world, x.customer, id) &&
          !Knows(x.world.seen(x.customer), id)) {
        return id;
      }
    }
  }
  return kNone;
}

Q16 Frankness(Exchange& x) {
  World& world = x.world;
  const world::PersonTruth& person = world.person(x.customer, x.listener);
  Q16 logit =
      world.style(x.customer, x.listener).openness + MulQ(2 * kOne, person.trust - Hundredths(45));
  logit -= MulQ(Hundredths(150), person.reactance);
  if ((world.conversation().flags & world::kRapport) != 0) logit += Hundredths(50);
  logit += MulQ(Hundredths(40), x.features.specificity);
  logit += MulQ(Hundredths(40), x.features.empathy);
  if (world.conversation().channel == static_cast<std::uint8_t>(Channel::kVisit)) {
    logit += Hundredths(40);  // face to face
  }
  logit -= x.reserve;
  return logit;
}

// What the person can see of where the claim stands, from their own desk.
void TellGate(Exchange& x) {
  World& world = x.world;
  const content::Person& person = world.customer(x.customer).people[x.listener];
  const int gate = world.claim(x.customer).gate;
  int last = kGates - 1;
  while (last >= 0 && ((person.duties >> last) & 1) == 0) --last;
  if (last < 0) {
    Refer(x);
    return;
  }
  const bool frank = world.chance.Happens(
      Draw::kFalseStatus, PersonKey(x.customer, x.listener), MomentKey(world.state.known),
      kOne / 2 + world.person(x.customer, x.listener).honesty / 2);
  if (!frank) {  // "It's in process": says nothing and sounds like something
    Refuse(x);
    return;
  }
  const world::InvoiceKnown& known = world.seen(x.customer).invoices[world.focus(x.customer)];
  const bool mine = ((person.duties >> gate) & 1) != 0;
  if (mine) {
    ReplyArgs args;
    args.gate = static_cast<Gate>(gate);
    Answer(x, ReplyKind::kTellGate, args);
    ToldGate(world, x.customer, x.listener, static_cast<Gate>(gate));
  } else if (gate > last) {
    Refer(x);  // it has left their desk
    const int at_least = last + 1 > known.told_gate ? last + 1 : known.told_gate;
    // The evasion sounds the same: only where it says something new does it count as told.
    if (at_least != known.told_gate) {
      ToldGate(world, x.customer, x.listener, static_cast<Gate>(at_least));
    }
  } else {  // it has not reached their next desk: whoever comes before that knows more
    int next = gate + 1;
    while (((person.duties >> next) & 1) == 0) ++next;  // gate < last, so there is one
    const int at_most = next - 1 < known.told_gate ? next - 1 : known.told_gate;
    const PersonId before =
        world.customer(x.customer).gates[static_cast<std::size_t>(next - 1)].owner;
    ReplyArgs args;
    args.other = before;
    Answer(x, ReplyKind::kDeflect, args);
    if (at_most >= 0 && at_most != known.told_gate) {
      ToldGate(world, x.customer, x.listener, static_cast<Gate>(at_most));
    }
    Introduce(world, x.customer, before);
  }
}

// The paper that what holds the claim up still waits for, where it lies at the listener's desk;
// kNone: none does.
DocumentId MissingPaper(Exchange& x) {
  World& world = x.world;
  const world::InvoiceTruth& claim = world.claim(x.customer);
  if (!Blocked(world, x.customer)) return kNone;
  const content::Customer& customer = world.customer(x.customer);
  const auto gate = static_cast<int>(world.content.blockers[claim.blocker].gate);
  if ((customer.people[x.listener].duties >> gate & 1) == 0) return kNone;
  const auto& needs = customer.links.needs[claim.blocker];
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const bool paper = needs[i].kind == content::NeedKind::kDocument && needs[i].ref != kNone;
    if (paper && (claim.had_papers >> i & 1) == 0) return needs[i].ref;
  }
  return kNone;
}

// Asked which papers are missing: whoever handles papers says which, or that there are none; others
// do not know.
void TellPapers(Exchange& x) {
  constexpr unsigned kPaperDesks = (1U << (static_cast<int>(Gate::kApproval) + 1)) - 1;
  const Scenario& content = x.world.content;
  const bool handles = (x.world.customer(x.customer).people[x.listener].duties & kPaperDesks) != 0;
  ReplyArgs args;
  args.document = handles ? MissingPaper(x) : kNone;
  const ReplyKind kind =
      args.document != kNone ? ReplyKind::kNamePapers : ReplyKind::kPapersInOrder;
  const bool says = handles && ReplyOfKind(content, kind) != kNone;
  Answer(x, says ? kind : ReplyKind::kDontKnow, args);
}

}  // namespace

void EffectDiagnose(Exchange& x, const content::Effect& effect) {
  if (x.answered) return;
  World& world = x.world;
  world::PersonKnown& known = world.noted(x.customer).people[x.listener];
  known.asked =
      static_cast<std::uint8_t>(known.asked | (1U << (static_cast<int>(effect.target) - 1)));
  known.asked_day = static_cast<std::uint8_t>(world.day());
  if (effect.target == Target::kCause) world.conversation().flags |= world::kCauseAsked;
  FactId fact = effect.target == Target::kCause ? BehindObjection(x) : kNone;
  const Q16 pressed = fact != kNone ? kOne : 0;  // they brought it up themselves
  if (fact == kNone) fact = Candidate(x, effect.target, false);
  if (fact != kNone) {
    const Q16 logit = Frankness(x) + world.customer(x.customer).facts[fact].logit + pressed;
    if (world.chance.Happens(Draw::kReveal, PersonKey(x.customer, x.listener),
                             MomentKey(world.state.known), Logistic(logit))) {
      ReplyArgs args;
      args.fact = fact;
      args.other = world.customer(x.customer).facts[fact].introduces;
      Answer(x, ReplyKind::kDisclose, args);
      Learn(world, x.customer, fact, Source::kTold, x.listener);
      return;
    }
    // "Which papers?" has no objection for an answer; whoever will not say does not know.
    if (effect.target == Target::kPapers) {
      Answer(x, ReplyKind::kDontKnow);
    } else {
      Refuse(x);
    }
    return;
  }
  const FactId known_fact = Candidate(x, effect.target, true);
  // They say again what we know; about papers only where one of them is the trouble.
  const bool again = known_fact != kNone && (effect.target != Target::kPapers ||
                                             world.customer(x.customer).facts[known_fact].problem);
  if (again) {
    ReplyArgs args;
    args.fact = known_fact;
    Answer(x, ReplyKind::kDisclose, args);
    const content::Fact& fact_def = world.customer(x.customer).facts[known_fact];
    if (fact_def.reveals_gate) ToldGate(world, x.customer, x.listener, fact_def.gate);
    return;
  }
  switch (effect.target) {
    case Target::kGate:
    case Target::kCause:
      TellGate(x);
      break;
    case Target::kWho:
    case Target::kAuthority:
      Refer(x);
      break;
    case Target::kPapers:
      TellPapers(x);
      break;
    default:
      Answer(x, ReplyKind::kDontKnow);
      break;
  }
}

}  // namespace huikuan::rules
