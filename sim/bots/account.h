// One customer as a policy sees it: what a decision looks up again and again, gathered once.
#pragma once

#include <span>

#include "bots/bots.h"
#include "core/fixed_vector.h"
#include "rules/knowledge.h"

namespace huikuan::bots {

struct Account {
  Account(const BotView& view, CustomerId c)
      : v(view),
        id(c),
        customer(view.content.customers[c]),
        index(view.content.customers[c].index),
        known(view.known.customers[c]) {}
  // Fills in the members below, once; until then they say nothing.
  void Look() {
    if (!looked) LookClosely();
  }

  const BotView& v;
  CustomerId id;
  const content::Customer& customer;
  const content::CustomerIndex& index;
  const world::CustomerKnown& known;
  bool looked = false;
  content::PeopleSet people = 0;  // in our file, the front desk apart
  content::PeopleSet parts = 0;   // … of all, those whose part in the payment is known
  Gate told = Gate::kDelivery;    // where the invoice under discussion is believed to stand
  bool dates_known = false;       // of payment runs

  // Known problems that are not solved as far as we know, one an invoice, that of the invoice under
  // discussion first.
  FixedVector<FactId, world::kMaxInvoices> problems;
  FactId problem = kNone;  // the first of them
  // That of the invoice under discussion; kNone while nothing is known to block it.
  FactId focus_problem = kNone;
  bool any_solved = false;  // some known problem is dealt with
  bool short_of_cash = false;  // known not to have enough: parts, early and in writing
  bool destitute = false;      // … and next to nothing: whatever can be had

  // Those whose known part includes the gate.
  content::PeopleSet Desk(Gate gate) const {
    return static_cast<content::PeopleSet>(parts & index.duty[static_cast<std::size_t>(gate)]);
  }
  bool Owns(PersonId p, Gate gate) const { return content::Has(Desk(gate), p); }
  // Known to have the last word.
  content::PeopleSet Seniors() const {
    return static_cast<content::PeopleSet>(parts & index.seniors);
  }
  content::PeopleSet Heads() const { return static_cast<content::PeopleSet>(parts & index.heads); }
  // Somebody known who can promise money; kNone if nobody yet.
  PersonId Payer() const;
  // The gate a known problem lies at, and what it takes to clear it (none while that is unknown).
  Gate GateOf(FactId fact) const { return customer.facts[fact].gate; }
  std::span<const content::Need> NeedsOf(FactId fact) const;
  // Targets worth asking this person about: bit per Target − 1, already asked ones left out.
  std::uint8_t OpenQuestions(PersonId p) const;
  bool LivePromise() const;
  // The next payment run whose list is still open, as far as the dates are known; kNoDate if not.
  Date NextOpenRun() const;
  // A list closes within two days, as far as the dates are known.
  bool CutOffNear() const;
  // Business days on which the claim has been ours to chase: since the opening, or since it fell
  // due where that is later; below zero before.
  int DaysChased() const;

 private:
  void LookClosely();
  void FindProblems(content::FactSet known_ones);
};

}  // namespace huikuan::bots
