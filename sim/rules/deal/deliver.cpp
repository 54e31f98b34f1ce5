// From the signature on: delivery when the deposit is in, what stands in the way of the order drawn
// by what was neglected, acceptance, the next order.
#include <span>

#include "rules/deal/deal.h"
#include "rules/internal/tasks.h"
#include "rules/knowledge.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

using content::DealPart;

InvoiceId InvoiceOf(const content::Deal& deal, int order, DealPart part) {
  return deal.invoices[static_cast<std::size_t>(order)][static_cast<std::size_t>(part)];
}

bool Cured(const World& world, CustomerId c, int order) {
  const content::Deal& deal = world.content.customers[c].deal;
  const InvoiceId balance = InvoiceOf(deal, order, DealPart::kBalance);
  return world.state.truth.customers[c].invoices[balance].cured != 0;
}

// Some fact that names this blocker as the trouble is known.
bool Found(const World& world, CustomerId c, std::uint8_t blocker) {
  const auto& facts = world.content.customers[c].facts;
  for (std::size_t f = 0; f < facts.size(); ++f) {
    if (facts[f].problem && facts[f].blocker == blocker &&
        Knows(world.state.known.customers[c], static_cast<FactId>(f))) {
      return true;
    }
  }
  return false;
}

// Every item whose neglect brings this blocker has been seen to since.
bool Prevented(const World& world, CustomerId c, std::uint8_t blocker) {
  const content::Deal& deal = world.content.customers[c].deal;
  bool any = false;
  for (int item = 0; item < content::kDealItems; ++item) {
    if (deal.neglect[static_cast<std::size_t>(item)][blocker] == 0) continue;
    if (!SeenTo(deal, world.state.known.customers[c], 1, item)) return false;
    any = true;
  }
  return any;
}

// The weights at delivery, in a fixed array: nothing allocates in a rollout.
struct Weights {
  std::uint32_t values[content::kMaxEntries + 1] = {};
  std::size_t count = 0;
};

Weights DrawWeights(World& world, CustomerId c, int order) {
  const content::Deal& deal = world.customer(c).deal;
  const world::CustomerKnown& known = world.seen(c);
  Weights w;
  w.count = deal.blockers.size();
  for (std::size_t b = 0; b < w.count; ++b) w.values[b] = deal.blockers[b];
  for (int item = 0; item < content::kDealItems; ++item) {
    if (SeenTo(deal, known, order, item)) continue;
    // The longer the term, the likelier a customer nobody checked runs short within it.
    const int months = known.deal.terms[order].term_days / 30;
    const std::uint32_t times = item == content::kCreditCheckItem
                                    ? static_cast<std::uint32_t>(months > 1 ? months : 1)
                                    : 1U;
    for (std::size_t b = 0; b < w.count; ++b) {
      w.values[b] += times * deal.neglect[static_cast<std::size_t>(item)][b];
    }
  }
  if (order == 1) {
    const std::uint8_t before =
        world.truth(c).invoices[InvoiceOf(deal, 0, DealPart::kBalance)].blocker;
    if (before != kNone) {
      const bool fixed =
          (Cured(world, c, 0) && Found(world, c, before)) || Prevented(world, c, before);
      w.values[before] = fixed ? 0 : w.values[before] + deal.repeat;
    }
  }
  std::uint64_t sum = 0;
  for (std::size_t b = 0; b < w.count; ++b) sum += w.values[b];
  if (sum == 0) w.values[w.count - 1] = 1;
  return w;
}

void StartAt(World& world, CustomerId c, InvoiceId i, Gate gate, std::uint8_t blocker) {
  world::InvoiceTruth& invoice = world.truth(c).invoices[i];
  invoice.gate = static_cast<std::uint8_t>(gate);
  invoice.gate_since = world.day();
  invoice.blocker = blocker;
  world::InvoiceKnown& known = world.known(c).invoices[i];
  known.told_gate = invoice.gate;
}

void Deliver(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  const content::Deal& deal = customer.deal;
  world::CustomerKnown& mine = world.known(c);
  const int order = mine.deal.order;
  if (deal.delivery_task != kNone && TaskDone(world.state.known, c, deal.delivery_task)) {
    mine.deal.homework[order] |= world::kDeliveryPrepared;
    mine.tasks_done &= ~(1ULL << deal.delivery_task);  // it was for this delivery
  }
  const Weights w = DrawWeights(world, c, order);
  const int picked = world.chance.Pick(Draw::kDealBlocker, c, static_cast<std::uint32_t>(order),
                                       std::span<const std::uint32_t>(w.values, w.count));
  const bool none = static_cast<std::size_t>(picked) + 1 == w.count;
  const std::uint8_t blocker = none ? kNone : static_cast<std::uint8_t>(picked);
  world.truth(c).cash_mean =
      none ? customer.cash_mean
           : MulQ(customer.cash_mean, world.content.blockers[blocker].cash_factor);
  mine.deal.delivered_day[order] = static_cast<std::uint8_t>(world.day());
  if (order + 1 == deal.orders) mine.deal.phase = static_cast<std::uint8_t>(DealPhase::kDelivered);
  StartAt(world, c, InvoiceOf(deal, order, DealPart::kDelivery), Gate::kDelivery, blocker);
  StartAt(world, c, InvoiceOf(deal, order, DealPart::kBalance), Gate::kDelivery, blocker);
  Event e = world.NewEvent(EventKind::kGoodsDelivered, c);
  e.item = static_cast<std::uint8_t>(order);
  world.Emit(e);
  // Papers of this delivery; those of the one before are replaced and must be read again.
  mine.documents_in_file |= deal.papers;
  mine.documents_opened &= ~deal.papers;
  for (std::size_t d = 0; d < customer.documents.size(); ++d) {
    if ((deal.papers >> d & 1) == 0) continue;
    mine.fields_inspected[d / 4] &= ~(0xffffULL << (d % 4 * 16));
    Event paper = world.NewEvent(EventKind::kDocumentReceived, c);
    paper.document = static_cast<DocumentId>(d);
    world.Emit(paper);
  }
  mine.focus = OldestOpen(customer, mine);
}

bool DeliverWhenReady(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  const world::CustomerKnown& known = world.seen(c);
  const int order = known.deal.order;
  const Day planned = DeliveryPlanned(customer.deal, known, order);
  if (planned == kNever || planned > world.day() || Delivered(known, order)) return false;
  // Nothing leaves the yard before the deposit is in.
  if (OpenOf(customer, known, InvoiceOf(customer.deal, order, DealPart::kDeposit)) > 0)
    return false;
  Deliver(world, c);
  return true;
}

// A wait that nobody's refusal causes ends with the day named in the contract.
void DeemAccepted(World& world, CustomerId c, int order) {
  const content::Customer& customer = world.customer(c);
  const world::CustomerKnown& known = world.seen(c);
  const InvoiceId i = InvoiceOf(customer.deal, order, DealPart::kBalance);
  world::InvoiceTruth& invoice = world.truth(c).invoices[i];
  if (!HasClause(known.deal.terms[order], kDeemedAcceptance)) return;
  if (invoice.gate != static_cast<std::uint8_t>(Gate::kAcceptance)) return;
  const Date delivered = customer.deal.dates[known.deal.delivered_day[order]];
  if (world.date() < delivered + customer.deal.deemed_days) return;
  const bool theirs = invoice.blocker != kNone && invoice.cured == 0 &&
                      world.content.blockers[invoice.blocker].gate == Gate::kAcceptance;
  if (theirs) {
    for (const content::Need& need : customer.links.needs[invoice.blocker]) {
      if (need.kind != content::NeedKind::kAgreement) return;  // a defect is open
    }
    invoice.cured = 1;
    invoice.cured_day = static_cast<std::uint8_t>(world.day());
  }
  invoice.gate = static_cast<std::uint8_t>(Gate::kReconciliation);
  invoice.gate_since = world.day();
}

bool AcceptWhenPassed(World& world, CustomerId c, int order) {
  const content::Customer& customer = world.customer(c);
  const world::DealKnown& deal = world.seen(c).deal;
  if (!Delivered(world.seen(c), order) || deal.accepted_day[order] != world::kNoDay) return false;
  const InvoiceId i = InvoiceOf(customer.deal, order, DealPart::kBalance);
  const bool passed =
      world.truth(c).invoices[i].gate > static_cast<std::uint8_t>(Gate::kAcceptance);
  if (!passed) DeemAccepted(world, c, order);
  if (world.truth(c).invoices[i].gate <= static_cast<std::uint8_t>(Gate::kAcceptance)) return false;
  world::CustomerKnown& known = world.known(c);
  known.deal.accepted_day[order] = static_cast<std::uint8_t>(world.day());
  Event e = world.NewEvent(EventKind::kGoodsAccepted, c);
  e.item = static_cast<std::uint8_t>(order);
  e.value = passed ? 0 : 1;
  world.Emit(e);
  if (known.invoices[i].told_gate < static_cast<std::uint8_t>(Gate::kReconciliation)) {
    known.invoices[i].told_gate = static_cast<std::uint8_t>(Gate::kReconciliation);
    known.invoices[i].told_day = world.day();
  }
  known.focus = OldestOpen(customer, known);
  return true;
}

bool RetentionFallsDue(World& world, CustomerId c, int order) {
  const content::Customer& customer = world.customer(c);
  const world::CustomerKnown& seen = world.seen(c);
  const auto mark = static_cast<std::uint8_t>(world::kRetentionDue << order);
  if (seen.deal.accepted_day[order] == world::kNoDay || (seen.deal.marks & mark) != 0) return false;
  const InvoiceId i = InvoiceOf(customer.deal, order, DealPart::kRetention);
  if (AmountOf(customer, seen, i) == 0 || DueOf(customer, seen, i) > world.date()) return false;
  world::CustomerKnown& known = world.known(c);
  known.deal.marks |= mark;
  StartAt(world, c, i, Gate::kApproval, kNone);
  known.focus = OldestOpen(customer, known);
  return true;
}

bool OrderPaid(const content::Customer& customer, const world::CustomerKnown& known, int order) {
  return Delivered(known, order) &&
         OpenOf(customer, known, InvoiceOf(customer.deal, order, DealPart::kDelivery)) == 0 &&
         OpenOf(customer, known, InvoiceOf(customer.deal, order, DealPart::kBalance)) == 0;
}

// The first order is behind us: what was found about it, and the papers made for it, say nothing
// about the second.
void StartAfresh(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  world::CustomerKnown& known = world.known(c);
  known.deal.marks |= world::kSecondInFocus;
  for (std::size_t f = 0; f < customer.facts.size(); ++f) {
    if (!customer.facts[f].problem || customer.facts[f].blocker == kNone) continue;
    known.fact_source[f] = 0;
    known.fact_day[f] = 0;
  }
  std::uint32_t papers = 0;
  for (std::size_t t = 0; t < world.content.tasks.size(); ++t) {
    const DocumentId paper = customer.links.produces[t];
    if (paper != kNone) papers |= 1U << paper;
    known.tasks_done &= ~(1ULL << t);
  }
  for (std::size_t d = 0; d < customer.documents.size(); ++d) {
    for (const content::Field& field : customer.documents[d].fields) {
      if (field.blocker == kNone) continue;
      known.documents_opened &= ~(1U << d);
      known.fields_inspected[d / 4] &= ~(0xffffULL << (d % 4 * 16));
    }
  }
  known.documents_in_file &= ~papers;
  known.documents_opened &= ~papers;
  for (world::PersonKnown& person : known.people) {
    person.documents &= ~papers;
    person.asked = 0;
  }
  known.agreed = 0;
}

bool NextOrder(World& world, CustomerId c) {
  const content::Deal& deal = world.customer(c).deal;
  if (deal.orders < 2 || world.seen(c).deal.order != 0 || world.day() < deal.second) return false;
  if (!Delivered(world.seen(c), 0)) return false;  // first things first
  world::DealKnown& known = world.known(c).deal;
  known.order = 1;
  known.round = 0;
  known.marks &= static_cast<std::uint8_t>(~world::kLastOffer);
  known.phase = static_cast<std::uint8_t>(DealPhase::kQuoting);
  known.opened = static_cast<std::uint8_t>(world.day());
  known.standing = known.terms[0];
  Event e = world.NewEvent(EventKind::kReordered, c);
  e.item = 1;
  const auto lapse = static_cast<std::size_t>(LapsesOn(deal, world.seen(c)));
  e.date = lapse < deal.dates.size() ? deal.dates[lapse] : deal.dates.back();
  e.amount = deal.price;
  world.Emit(e);
  return true;
}

bool Lapse(World& world, CustomerId c) {
  const world::CustomerKnown& seen = world.seen(c);
  const DealPhase phase = PhaseOf(seen);
  if (phase != DealPhase::kQuoting && phase != DealPhase::kAgreed) return false;
  if (world.day() < LapsesOn(world.customer(c).deal, seen)) return false;
  if (seen.deal.order > 0) {  // they need the goods and go by the terms that stand
    Sign(world, c);
    return true;
  }
  world.known(c).deal.phase = static_cast<std::uint8_t>(DealPhase::kLost);
  world.Emit(world.NewEvent(EventKind::kDealLost, c));
  return true;
}

}  // namespace

bool SeenTo(const content::Deal& deal, const world::CustomerKnown& known, int order, int item) {
  if (item < kDealClauses) return (TermsOf(known, order).clauses >> item & 1) != 0;
  if (item == content::kCreditCheckItem) {
    // Once is enough: whoever was checked for the first order is known for the second.
    const std::uint8_t done = known.deal.homework[0] | known.deal.homework[order];
    return deal.credit_task == kNone || (done & world::kCreditChecked) != 0;
  }
  return deal.delivery_task == kNone ||
         (known.deal.homework[order] & world::kDeliveryPrepared) != 0;
}

void SetUpDeal(World& world, CustomerId c) {
  const content::Deal& deal = world.customer(c).deal;
  if (!deal.on) return;
  world::DealKnown& known = world.known(c).deal;
  known.phase = static_cast<std::uint8_t>(DealPhase::kQuoting);
  known.standing = deal.theirs;
  static constexpr std::uint32_t kSteps[] = {1, 2, 3, 4, 5, 4, 3, 2, 1};
  static constexpr std::uint32_t kRounds[] = {1, 2, 1};
  const int step = world.chance.Pick(Draw::kDealReservation, c, 0, kSteps) - 4;
  const Q16 drawn = deal.reservation +
                    static_cast<Q16>(DivRound(static_cast<std::int64_t>(deal.spread) * step, 4));
  world.truth(c).deal.reservation = static_cast<std::uint16_t>(ClampQ(drawn, 0, kOne - 1));
  const int rounds = deal.patience + world.chance.Pick(Draw::kDealPatience, c, 0, kRounds) - 1;
  world.truth(c).deal.patience = static_cast<std::uint8_t>(rounds);
}

bool DealMorning(World& world, CustomerId c) {
  const content::Customer& customer = world.customer(c);
  if (!customer.deal.on) return false;
  bool any = Lapse(world, c);
  any = DeliverWhenReady(world, c) || any;
  for (int order = 0; order < customer.deal.orders; ++order) {
    any = AcceptWhenPassed(world, c, order) || any;
    any = RetentionFallsDue(world, c, order) || any;
  }
  any = NextOrder(world, c) || any;
  const world::CustomerKnown& known = world.seen(c);
  const bool afresh = (known.deal.marks & world::kSecondInFocus) == 0 &&
                      customer.deal.orders == 2 && Delivered(known, 1) &&
                      OrderPaid(customer, known, 0);
  if (afresh) StartAfresh(world, c);
  return any;
}

}  // namespace huikuan::rules
