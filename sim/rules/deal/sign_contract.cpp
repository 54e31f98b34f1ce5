// SignContract: what stands on the desk becomes the contract, gaps and all.
#include "rules/commands.h"
#include "rules/deal/deal.h"
#include "rules/internal/tasks.h"
#include "rules/knowledge.h"
#include "rules/legal/security.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

Refusal Check(const Scenario& content, const world::Known& known, const SignContract& sign) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, sign.customer, Minutes(content, known, sign));
  if (setting != Refusal::kNone) return setting;
  const DealPhase phase = PhaseOf(known.customers[sign.customer]);
  const bool open = phase == DealPhase::kQuoting || phase == DealPhase::kAgreed;
  return content.customers[sign.customer].deal.on && open ? Refusal::kNone : Refusal::kDealNotNow;
}

int Minutes(const Scenario& content, const world::Known&, const SignContract& sign) {
  return sign.customer < content.customers.size()
             ? content.customers[sign.customer].deal.sign_minutes
             : 0;
}

void Apply(World& world, const SignContract& sign) {
  SpendMinutes(world, world.customer(sign.customer).deal.sign_minutes);
  CountDecision(world);
  world.seller().contacted = 1;
  Sign(world, sign.customer);
}

void Sign(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  const content::Deal& deal = customer.deal;
  world::CustomerKnown& mine = world.known(c);
  world::DealKnown& known = mine.deal;
  const int order = known.order;
  known.terms[order] = known.standing;
  known.signed_day[order] = static_cast<std::uint8_t>(world.day());
  known.signed_by = deal.signer;
  known.phase = static_cast<std::uint8_t>(DealPhase::kSigned);
  if (deal.credit_task != kNone && TaskDone(world.state.known, c, deal.credit_task)) {
    known.homework[order] |= world::kCreditChecked;
  }
  Event e = world.NewEvent(EventKind::kContractSigned, c);
  e.person = deal.signer;
  e.item = static_cast<std::uint8_t>(order);
  e.amount = PackTerms(known.standing);
  world.Emit(e);
  Introduce(world, c, deal.signer);
  if (HasClause(known.standing, kSecurity)) AgreeSecurity(world, c, deal.signer);
  if (deal.contract != kNone && order == 0) {
    mine.documents_in_file |= 1U << deal.contract;
    Event paper = world.NewEvent(EventKind::kDocumentReceived, c);
    paper.document = deal.contract;
    world.Emit(paper);
  }
  // The deposit needs no delivery: it begins with the payment request.
  const InvoiceId deposit = deal.invoices[static_cast<std::size_t>(order)]
                                         [static_cast<std::size_t>(content::DealPart::kDeposit)];
  world::InvoiceTruth& truth = world.truth(c).invoices[deposit];
  truth.gate = static_cast<std::uint8_t>(Gate::kApproval);
  truth.gate_since = world.day();
  mine.invoices[deposit].told_gate = truth.gate;
  mine.focus = OldestOpen(customer, mine);
}

}  // namespace huikuan::rules
