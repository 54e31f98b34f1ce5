#include "rules/knowledge.h"

#include "rules/payment/process.h"

namespace huikuan::rules {

void Introduce(World& world, CustomerId c, PersonId p) {
  if (p == kNone) return;
  world::PersonKnown& person = world.known(c).people[p];
  if (person.known != 0 && person.part_known != 0) return;
  person.known = 1;
  person.part_known = 1;
  Event e = world.NewEvent(EventKind::kPersonMet, c);
  e.other = p;
  world.Emit(e);
}

bool Learn(World& world, CustomerId c, FactId f, Source source, PersonId who) {
  if (f == kNone || !IsTrue(world, c, f)) return false;
  world::CustomerKnown& known = world.known(c);
  const auto level = static_cast<std::uint8_t>(source);
  if (known.fact_source[f] >= level) return false;
  const bool is_new = known.fact_source[f] == 0;
  known.fact_source[f] = level;
  if (!is_new) return false;
  known.fact_day[f] = static_cast<std::uint8_t>(world.day());
  const content::Fact& fact = world.customer(c).facts[f];
  Event e = world.NewEvent(EventKind::kFactLearnt, c);
  e.fact = f;
  e.person = who;
  e.value = level;
  world.Emit(e);
  if (fact.reveals_gate) ToldGate(world, c, who, fact.gate);
  Introduce(world, c, fact.introduces);
  if (fact.problem) NoteIfSolved(world, c);  // what it needs may be under way already
  return true;
}

void ToldGate(World& world, CustomerId c, PersonId who, Gate gate) {
  world::InvoiceKnown& invoice = world.known(c).invoices[world.customer(c).claim];
  const auto value = static_cast<std::uint8_t>(gate);
  const bool same = invoice.told_gate == value && invoice.told_day != kNever;
  invoice.told_gate = value;
  invoice.told_by = who;
  invoice.told_day = world.day();
  if (same) return;
  Event e = world.NewEvent(EventKind::kGateTold, c);
  e.person = who;
  e.value = value;
  world.Emit(e);
}

FactId OpenProblem(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  for (std::size_t f = 0; f < customer.facts.size(); ++f) {
    const auto id = static_cast<FactId>(f);
    if (customer.facts[f].problem && Knows(known.customers[c], id) &&
        !Solved(known.customers[c], id)) {
      return id;
    }
  }
  return kNone;
}

FactId DueClause(const content::Customer& customer) {
  for (std::size_t f = 0; f < customer.facts.size(); ++f) {
    if (customer.facts[f].due_clause) return static_cast<FactId>(f);
  }
  return kNone;
}

bool RunDatesKnown(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  for (std::size_t f = 0; f < customer.facts.size(); ++f) {
    if (customer.facts[f].reveals_dates && Knows(known.customers[c], static_cast<FactId>(f))) {
      return true;
    }
  }
  return false;
}

}  // namespace huikuan::rules
