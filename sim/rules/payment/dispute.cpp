#include "rules/payment/dispute.h"

#include "rules/payment/process.h"

namespace huikuan::rules {

namespace {

// Chance a night to let go of a pretext once evidence has been cited (design value: half of them
// are gone after five working days, when the paper itself would settle it at once).
constexpr Q16 kLetsGo = Hundredths(13);

bool Pretended(const World& world, CustomerId c, InvoiceId i) {
  const std::uint8_t blocker = world.state.truth.customers[c].invoices[i].blocker;
  return blocker != kNone && world.content.blockers[blocker].pretended && Blocked(world, c, i);
}

void Tell(World& world, CustomerId c, InvoiceId i, EventKind kind) {
  Event e = world.NewEvent(kind, c);
  e.item = i;
  world.Emit(e);
}

}  // namespace

void OpenDispute(World& world, CustomerId c, InvoiceId i) {
  world::InvoiceKnown& invoice = world.known(c).invoices[i];
  if (invoice.disputed != 0) return;
  invoice.disputed = kWholeDisputed;
  Tell(world, c, i, EventKind::kDisputeOpened);
}

bool ReleaseUndisputed(World& world, CustomerId c, InvoiceId i) {
  if (!Disputed(world, c, i)) return false;
  world.known(c).invoices[i].disputed = kPartDisputed;
  return true;
}

void ExplainLedger(World& world, CustomerId c) {
  for (std::size_t i = 0; i < world.customer(c).invoices.size(); ++i) {
    if (world.seen(c).invoices[i].disputed == 0) continue;
    world.known(c).invoices[i].disputed = 0;
    Tell(world, c, static_cast<InvoiceId>(i), EventKind::kDisputeSettled);
  }
}

bool KeepsLedger(const content::Person& person) {
  return (person.duties >> static_cast<int>(Gate::kReconciliation)) != 0;
}

bool CiteAgainstPretext(World& world, CustomerId c, PersonId person) {
  const InvoiceId i = world.focus(c);
  if (!Pretended(world, c, i)) return false;
  const content::Person& def = world.customer(c).people[person];
  const int gate = world.claim(c).gate;
  if (((def.duties >> gate) & 1) == 0 && def.authority < Hundredths(80)) return false;
  world.truth(c).cited = 1;
  return true;
}

void DisputeOvernight(World& world, CustomerId c, InvoiceId i) {
  const Q16 clears = world.customer(c).paying.settles;
  const bool pretext = world.truth(c).cited != 0 && Pretended(world, c, i);
  if (clears == 0 && !pretext) return;
  world::InvoiceTruth& invoice = world.truth(c).invoices[i];
  const bool difference = clears > 0 && invoice.gate <= static_cast<std::uint8_t>(Gate::kInvoice) &&
                          Blocked(world, c, i);
  if (!pretext && !difference) return;
  const Q16 chance = pretext ? kLetsGo : clears;
  if (!world.chance.Happens(Draw::kEvidenceSettles, c, i, chance)) return;
  invoice.cured = 1;
  invoice.cured_day = static_cast<std::uint8_t>(world.day());
}

}  // namespace huikuan::rules
