// cite: puts a paper or the due-date clause before the listener. Whoever keeps the books or decides
// then sees that the claim is due; others cannot judge it.
#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/effects/effects.h"
#include "rules/knowledge.h"
#include "rules/payment/dispute.h"
#include "rules/payment/due.h"

namespace huikuan::rules {

void EffectCite(Exchange& x, const content::Effect&) {
  if (x.answered) return;  // nobody is listening any more
  World& world = x.world;
  world.conversation().flags |= world::kClauseCited;
  const bool against_pretext = CiteAgainstPretext(world, x.customer, x.listener);
  if (against_pretext && world.claim(x.customer).due_recognised != 0) {
    Answer(x, content::ReplyKind::kAcknowledge);
    return;
  }
  if (!CanJudgeDueDate(world.customer(x.customer).people[x.listener])) {
    Refer(x);
    return;
  }
  if (world.claim(x.customer).due_recognised != 0) {
    Answer(x, content::ReplyKind::kAcknowledge);
    return;
  }
  const world::PersonTruth& person = world.person(x.customer, x.listener);
  Q16 logit = Hundredths(120) + MulQ(2 * kOne, person.trust - Hundredths(45));
  logit -= MulQ(Hundredths(150), person.reactance);
  if (world.chance.Happens(Draw::kCite, PersonKey(x.customer, x.listener),
                           MomentKey(world.state.known), Logistic(logit))) {
    RecogniseDue(world, x.customer);
    NoteAgreement(world, x.customer, Gate::kBooking);
    Answer(x, content::ReplyKind::kAgree);
  } else {
    Refuse(x);
  }
}

}  // namespace huikuan::rules
