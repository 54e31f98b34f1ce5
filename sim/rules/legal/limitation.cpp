#include "rules/legal/limitation.h"

#include <algorithm>

#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

// Limitation is news when less than a year is left, calendar days (design value).
constexpr int kSoon = 365;
// Chance to plead it when asked for the money, at ordinary trust (design value).
constexpr Q16 kPleads = Hundredths(60);

bool DueByNow(const World& world, CustomerId c, InvoiceId i) {
  const content::Customer& customer = world.content.customers[c];
  const world::CustomerKnown& known = world.state.known.customers[c];
  return OpenOf(customer, known, i) > 0 && DueOf(customer, known, i) <= world.date();
}

void Tell(World& world, CustomerId c, InvoiceId i, EventKind kind, std::uint8_t value) {
  Event e = world.NewEvent(kind, c);
  e.item = i;
  e.value = value;
  e.date = InTimeUntil(world.content, world.state.known, c, i);
  world.Emit(e);
}

// Whether it surely ends more than `days` from now, without the calendar: no year is shorter than
// 365 days. What nearly every claim comes to.
bool FarAway(const Scenario& content, const world::Known& known, CustomerId c, InvoiceId i,
             int days) {
  const int years = content.law.limitation.years;
  const Date due = DueOf(content.customers[c], known.customers[c], i);
  return !content.law.present || years == 0 || due + years * 365 - 1 > Today(content, known) + days;
}

}  // namespace

Date InTimeUntil(const Scenario& content, const world::Known& known, CustomerId c, InvoiceId i) {
  const content::LawPack& law = content.law;
  if (!law.present || law.limitation.years == 0) return kNoDate;
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  const std::uint8_t here = mine.invoices[i].renewed;
  const Date last = here != 0 ? content.days[here - 1U].date : customer.invoices[i].renewed;
  return legal::LimitationDate(law, DueOf(customer, mine, i), last);
}

bool OutOfTime(const Scenario& content, const world::Known& known, CustomerId c, InvoiceId i) {
  if (FarAway(content, known, c, i, 0)) return false;
  const Date until = InTimeUntil(content, known, c, i);
  return until != kNoDate && until < Today(content, known);
}

void Renew(World& world, CustomerId c, InvoiceId i, content::Interruption what) {
  const content::LawPack& law = world.content.law;
  if (!law.present || !legal::Interrupts(law, what)) return;
  world::InvoiceKnown& invoice = world.known(c).invoices[i];
  if (FarAway(world.content, world.state.known, c, i, kSoon)) {
    invoice.renewed = static_cast<std::uint8_t>(world.day() + 1);
    return;
  }
  const Date before = InTimeUntil(world.content, world.state.known, c, i);
  if (before == kNoDate) return;
  const bool late = before < world.date();
  if (late && !legal::Revives(law, what)) return;
  invoice.renewed = static_cast<std::uint8_t>(world.day() + 1);
  invoice.marks &= static_cast<std::uint8_t>(~world::kPleadedOutOfTime);
  if (before - world.date() > kSoon) return;
  Tell(world, c, i, EventKind::kLimitationRenewed, late ? 1 : 0);
}

void RenewAll(World& world, CustomerId c, content::Interruption what) {
  if (!world.content.law.present) return;
  content::ForEach(world.customer(c).index.collectable, [&](int n) {
    const auto i = static_cast<InvoiceId>(n);
    if (DueByNow(world, c, i)) Renew(world, c, i, what);
  });
}

void SendDemand(World& world, CustomerId c, Delivery delivery, bool described) {
  const content::LawPack& law = world.content.law;
  if (!law.present) return;
  if (legal::DemandInterrupts(law, delivery, described) == content::Answer::kYes) {
    RenewAll(world, c, content::Interruption::kDemand);
    return;
  }
  const bool never = !legal::Interrupts(law, content::Interruption::kDemand);
  content::ForEach(world.customer(c).index.collectable, [&](int n) {
    const auto i = static_cast<InvoiceId>(n);
    if (!DueByNow(world, c, i)) return;
    const Date until = InTimeUntil(world.content, world.state.known, c, i);
    if (until == kNoDate || until - world.date() > kSoon || until < world.date()) return;
    Tell(world, c, i, EventKind::kLimitationUnproved, never ? 1 : 0);
  });
}

bool PleadsLimitation(World& world, CustomerId c, PersonId p) {
  const InvoiceId i = world.focus(c);
  if (!OutOfTime(world.content, world.state.known, c, i)) return false;
  if (Pleaded(world.known(c), i)) return true;
  // Whoever trusts us pays old debts rather than looking for a way out.
  const Q16 chance =
      ClampQ(kPleads - (world.person(c, p).trust - Hundredths(45)), Hundredths(5), Hundredths(95));
  if (!world.chance.Happens(Draw::kPleadsLimitation, PersonKey(c, p), MomentKey(world.state.known),
                            chance)) {
    return false;
  }
  world.known(c).invoices[i].marks |= world::kPleadedOutOfTime;
  Event e = world.NewEvent(EventKind::kLimitationPleaded, c);
  e.item = i;
  e.person = p;
  e.date = InTimeUntil(world.content, world.state.known, c, i);
  world.Emit(e);
  return true;
}

}  // namespace huikuan::rules
