#include "rules/file/handover.h"

#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/legal/limitation.h"
#include "rules/payment/dispute.h"
#include "rules/payment/due.h"
#include "rules/payment/process.h"

namespace huikuan::rules {

namespace {

constexpr std::uint8_t kStatementForm = 3;  // content::kFormNames
// Papers given to the wrong desk get lost more often than not (design value).
constexpr Q16 kPassedOn = Hundredths(35);

// Whoever keeps their ledger may send our statement back sealed: an acknowledgement of the debt
// (design values; nobody seals what their house has refused as out of time).
void MaySeal(World& world, CustomerId c, PersonId person, DocumentId document) {
  if (!world.content.law.present || Pleaded(world.known(c), world.focus(c))) return;
  const world::PersonTruth& who = world.person(c, person);
  const Q16 logit = Hundredths(30) + MulQ(2 * kOne, who.trust - Hundredths(45)) -
                    MulQ(Hundredths(150), who.reactance);
  if (!world.chance.Happens(Draw::kSealed, PersonKey(c, person), document, Logistic(logit))) return;
  Event e = world.NewEvent(EventKind::kStatementSealed, c);
  e.person = person;
  world.Emit(e);
  RenewAll(world, c, content::Interruption::kAcknowledgement);
}

}  // namespace

void HandOver(World& world, CustomerId c, PersonId person, DocumentId document) {
  world::PersonKnown& known = world.known(c).people[person];
  const bool again = ((known.documents >> document) & 1) != 0;
  known.documents |= 1U << document;
  const content::Person& def = world.customer(c).people[person];
  // The clause in the sealed contract convinces whoever can judge it, if they read it.
  const FactId clause = world.customer(c).documents[document].fact;
  if (clause != kNone && world.customer(c).facts[clause].due_clause && CanJudgeDueDate(def) &&
      !again &&
      world.chance.Happens(Draw::kCite, PersonKey(c, person), 7000U + document, Hundredths(50))) {
    RecogniseDue(world, c);
  }
  // Line by line, by somebody who keeps the other ledger: what was disputed explains itself.
  if (world.customer(c).documents[document].form == kStatementForm && KeepsLedger(def)) {
    ExplainLedger(world, c);
    if (!again) MaySeal(world, c, person, document);
  }
  // The same paper again says that we do not know what we sent.
  if (again) Adjust(world, c, person, content::Variable::kReactance, Hundredths(2));
  const bool desk = [&] {
    for (std::size_t i = 0; i < world.customer(c).invoices.size(); ++i) {
      const std::uint8_t blocker = world.truth(c).invoices[i].blocker;
      if (blocker == kNone) continue;
      const int gate = static_cast<int>(world.content.blockers[blocker].gate);
      if (((def.duties >> gate) & 1) != 0) return true;
    }
    return false;
  }();
  const bool arrives = desk || (!again && world.chance.Happens(Draw::kForward, PersonKey(c, person),
                                                               document, kPassedOn));
  if (arrives && MeetNeed(world, c, content::NeedKind::kDocument, document)) {
    Adjust(world, c, person, content::Variable::kTrust, Hundredths(5));
  }
}

}  // namespace huikuan::rules
