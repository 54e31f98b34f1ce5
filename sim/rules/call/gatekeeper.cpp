#include "rules/call/gatekeeper.h"

#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/call/reach.h"
#include "rules/message/message.h"

namespace huikuan::rules {

PersonId GatekeeperOf(const content::Customer& customer) {
  return customer.index.gatekeeper;
}

bool MeetsGatekeeper(const Scenario& content, const world::Known& known, CustomerId c,
                     PersonId person) {
  const content::Customer& customer = content.customers[c];
  return customer.people[person].behind_gatekeeper &&
         known.customers[c].people[person].contacts == 0 && GatekeeperOf(customer) != kNone &&
         !CallExpected(content, known, c, person);
}

void AskGatekeeper(Exchange& x) {
  World& world = x.world;
  world::ConversationKnown& talk = world.conversation();
  if (x.say.person != kNone && x.say.person != x.listener) talk.wanted = x.say.person;
  const PersonId wanted = talk.wanted;
  // A true name and a short purpose open doors; pressure closes them (domain.md §3).
  Q16 logit = Hundredths(20) + MulQ(Hundredths(150), x.features.specificity);
  logit += MulQ(Hundredths(80), x.features.warmth) - MulQ(Hundredths(120), x.features.pressure);
  logit += MulQ(Hundredths(150), world.person(x.customer, x.listener).trust - Hundredths(45));
  logit -= MulQ(Hundredths(100), world.person(x.customer, x.listener).reactance);
  logit -= talk.refusals * Hundredths(35);  // asking again after a no is no new reason
  const bool through = world.chance.Happens(Draw::kGatekeeper, PersonKey(x.customer, x.listener),
                                            MomentKey(world.state.known), Logistic(logit));
  const bool there = through && Reached(world, x.customer, wanted);
  world.Tell(EventKind::kGatekeeper, x.customer, [&](Event& e) {
    e.person = x.listener;
    e.other = wanted;
    e.mood = VisibleMood(world.person(x.customer, x.listener));
    e.value = !through ? 2 : there ? 1 : 0;
    e.variant = static_cast<std::uint8_t>(world.seller().day * 5 + talk.turn * 3 + x.listener);
  });
  x.answered = true;  // that was the answer
  if (!through) {
    ++talk.refusals;
    if (talk.refusals >= 3) {
      Adjust(world, x.customer, x.listener, content::Variable::kReactance, Hundredths(8));
    }
    return;
  }
  if (there) {
    Connect(world, x.customer, wanted);
  } else {
    MarkTried(world, x.customer, wanted);
    talk.closing = 1;
  }
}

}  // namespace huikuan::rules
