// One customer as a policy sees it: what a decision looks up again and again, gathered once.
#pragma once

#include <span>

#include "bots/bots.h"
#include "rules/knowledge.h"

namespace huikuan::bots {

constexpr unsigned QuestionBit(Target t) { return 1U << (static_cast<int>(t) - 1); }
inline constexpr unsigned kPlainQuestions =
    QuestionBit(Target::kGate) | QuestionBit(Target::kCause) | QuestionBit(Target::kPapers);

struct Account : Findings {
  Account(const BotView& view, CustomerId c)
      : v(view),
        id(c),
        customer(view.content.customers[c]),
        index(view.content.customers[c].index),
        known(view.known.customers[c]) {}
  // Fills in the findings, once; until then they say nothing.
  void Look() {
    if (looked) return;
    looked = true;
    if (v.memo == nullptr) {
      LookClosely();
    } else if (content::Has(v.memo->looked, id)) {
      static_cast<Findings&>(*this) = v.memo->findings[id];
    } else {
      LookClosely();
      v.memo->findings[id] = *this;
      v.memo->looked = static_cast<std::uint16_t>(v.memo->looked | (1U << id));
    }
  }

  const BotView& v;
  CustomerId id;
  const content::Customer& customer;
  const content::CustomerIndex& index;
  const world::CustomerKnown& known;
  bool looked = false;

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
  PersonId Payer() const { return payer; }
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
  void FindQuestions();
  void FindProblems(content::FactSet known_ones);
};

inline std::uint8_t Account::OpenQuestions(PersonId p) const {
  if (content::Has(index.gatekeepers, p)) return 0;
  const world::PersonKnown& person = known.people[p];
  unsigned wanted = questions;
  if (content::Has(index.users, p)) wanted |= QuestionBit(Target::kQuality);
  if (content::Has(parts & index.money, p)) wanted |= QuestionBit(Target::kCash);
  // Status grows stale: after a week the two plain questions may be put again, to that desk or the
  // next.
  unsigned asked = person.asked;
  if (content::Has(near, p) && person.asked_day != world::kNoDay &&
      v.known.seller.day - person.asked_day >= 5) {
    asked &= ~kPlainQuestions;
  }
  return static_cast<std::uint8_t>(wanted & ~asked);
}

}  // namespace huikuan::bots
