#include "rules/knowledge.h"

#include "huikuan/observation.h"
#include "rules/internal/tasks.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

void Introduce(World& world, CustomerId c, PersonId p) {
  if (p == kNone) return;
  const world::PersonKnown& before = world.seen(c).people[p];
  if (before.known != 0 && before.part_known != 0) return;
  world::PersonKnown& person = world.known(c).people[p];
  person.known = 1;
  person.part_known = 1;
  world.Tell(EventKind::kPersonMet, c, [&](Event& e) { e.other = p; });
}

namespace {

bool LearnAnyway(World& world, CustomerId c, FactId f, Source source, PersonId who) {
  const auto level = static_cast<std::uint8_t>(source);
  if (world.seen(c).fact_source[f] >= level) return false;
  world::CustomerKnown& known = world.known(c);
  const bool is_new = known.fact_source[f] == 0;
  known.fact_source[f] = level;
  if (!is_new) return false;
  known.fact_day[f] = static_cast<std::uint8_t>(world.day());
  const content::Fact& fact = world.customer(c).facts[f];
  world.Tell(EventKind::kFactLearnt, c, [&](Event& e) {
    e.fact = f;
    e.person = who;
    e.value = level;
  });
  if (fact.reveals_gate)
    ToldGate(world, c, InvoiceNow(world.customer(c), known, fact.invoice), who, fact.gate);
  Introduce(world, c, fact.introduces);
  return true;
}

bool NeedSeenMet(const Scenario& content, const world::Known& known, CustomerId c, Gate gate,
                 const content::Need& need) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  switch (need.kind) {
    case content::NeedKind::kDocument:
      if (need.ref == kNone) return false;
      for (content::PeopleSet desk = customer.index.duty[static_cast<std::size_t>(gate)]; desk != 0;
           desk = static_cast<content::PeopleSet>(desk & (desk - 1))) {
        if (content::Has(mine.people[content::First(desk)].documents, need.ref)) return true;
      }
      return false;
    case content::NeedKind::kTask:
      return TaskDone(known, c, need.ref);
    case content::NeedKind::kAgreement:
      return ((mine.agreed >> static_cast<int>(gate)) & 1) != 0;
    case content::NeedKind::kDueRecognised:
      return ((mine.agreed >> static_cast<int>(Gate::kBooking)) & 1) != 0;
  }
  return false;
}

}  // namespace

bool Learn(World& world, CustomerId c, FactId f, Source source, PersonId who) {
  return f != kNone && IsTrue(world, c, f) && LearnAnyway(world, c, f, source, who);
}

bool LearnFromPaper(World& world, CustomerId c, FactId f) {
  return f != kNone && LearnAnyway(world, c, f, Source::kPaper, kNone);
}

void NoteAgreement(World& world, CustomerId c, Gate gate) {
  world.known(c).agreed =
      static_cast<std::uint8_t>(world.known(c).agreed | (1U << static_cast<int>(gate)));
}

bool Solved(const Scenario& content, const world::Known& known, CustomerId c, FactId f) {
  const content::Customer& customer = content.customers[c];
  const content::Fact& fact = customer.facts[f];
  if (!fact.problem || fact.blocker == kNone || !Knows(known.customers[c], f)) return false;
  const world::InvoiceKnown& claim =
      known.customers[c].invoices[InvoiceNow(customer, known.customers[c], fact.invoice)];
  const bool passed = claim.told_gate > static_cast<std::uint8_t>(fact.gate) &&
                      claim.told_day >= static_cast<Day>(known.customers[c].fact_day[f]);
  if (passed) return true;
  for (const content::Need& need : customer.links.needs[fact.blocker]) {
    if (!NeedSeenMet(content, known, c, fact.gate, need)) return false;
  }
  return true;
}

bool AnySolved(const Scenario& content, const world::Known& known, CustomerId c) {
  content::FactSet problems =
      content::Known(known.customers[c], content.customers[c].index.problems);
  for (; problems != 0; problems &= problems - 1) {
    if (Solved(content, known, c, static_cast<FactId>(content::First(problems)))) return true;
  }
  return false;
}

void ToldGate(World& world, CustomerId c, InvoiceId about, PersonId who, Gate gate) {
  const world::InvoiceKnown& before = world.seen(c).invoices[about];
  const auto value = static_cast<std::uint8_t>(gate);
  const bool same = before.told_gate == value && before.told_day != kNever;
  if (same && before.told_day == world.day() && before.told_by == who) return;
  world::InvoiceKnown& invoice = world.known(c).invoices[about];
  invoice.told_gate = value;
  invoice.told_by = who;
  invoice.told_day = world.day();
  if (same) return;
  world.Tell(EventKind::kGateTold, c, [&](Event& e) {
    e.person = who;
    e.item = about;
    e.value = value;
  });
}

FactId OpenProblem(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  FactId other = kNone;
  content::FactSet problems = content::Known(mine, customer.index.problems);
  for (; problems != 0; problems &= problems - 1) {
    const auto id = static_cast<FactId>(content::First(problems));
    const content::Fact& fact = customer.facts[id];
    if (Solved(content, known, c, id)) continue;
    const InvoiceId about = InvoiceNow(customer, mine, fact.invoice);
    if (OpenOf(customer, mine, about) == 0) continue;  // paid all the same
    if (about == mine.focus) return id;
    if (other == kNone) other = id;
  }
  return other;
}

FactId DueClause(const content::Customer& customer) {
  return customer.index.due_clause;
}

bool RunDatesKnown(const Scenario& content, const world::Known& known, CustomerId c) {
  return content::Known(known.customers[c], content.customers[c].index.dates) != 0;
}

}  // namespace huikuan::rules
