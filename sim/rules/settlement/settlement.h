// The deal table over an open debt (models.md §4): what may be offered, what terms are worth to
// them, what an agreement obliges them to at each payment run, and its end.
#pragma once

#include "rules/bargaining/choice.h"
#include "rules/bargaining/debt.h"
#include "rules/payment/promise.h"
#include "rules/world.h"

namespace huikuan::rules {

// ---- terms.cpp: from Known ----------------------------------------------------------------------

inline bargaining::Outcome OutcomeOf(const SettlementTerms& t) {
  return {{t.pay_now, t.date, t.instalments, t.security, t.discount, t.supply}};
}
inline SettlementTerms TermsOf(const bargaining::Outcome& o) {
  return {o.value[0], o.value[1], o.value[2], o.value[3], o.value[4], o.value[5]};
}
// What can be offered: security they could give and have not given, supply only where they order
// from us.
bargaining::Allowed AllowedTerms(const Scenario& content, const world::Known& known, CustomerId c);
// Before the first offer: the whole sum at once, goods as before.
SettlementTerms FirstTerms();
// The next payment runs after `day`, soonest first; kNever where the calendar ends.
std::array<Day, bargaining::kRuns> NextRuns(const Scenario& content, CustomerId c, Day day);
inline SettlementState StateOf(const world::SettlementKnown& s) {
  return static_cast<SettlementState>(s.state);
}
// Whoever can promise money and has some say of their own; others carry it to somebody who has
// (design value).
inline bool MaySettle(const content::Person& person) {
  return CanPromise(person) && person.authority >= kOne / 2;
}
// An agreement that binds: made, and neither kept nor broken yet.
inline bool Settled(const world::CustomerKnown& known) {
  return StateOf(known.settlement) == SettlementState::kAgreed;
}
// Whether the agreement is about this invoice: those due when it was made, and the one talked about.
inline bool InSettlement(const world::CustomerKnown& known, InvoiceId i) {
  return ((known.settlement.invoices >> i) & 1) != 0;
}
// What has been paid on its invoices since it was made, in money or in bills we keep; what is paid
// on others does not count. Cents.
Cents PaidUnder(const content::Customer& customer, const world::CustomerKnown& known);
// The debt as money for us on business day `day`: payment runs, what is expected to be lost.
bargaining::Debt DebtOf(const Scenario& content, const world::Known& known, CustomerId c, Day day,
                        Cents open);
// The part of the debt that is due by the `k`-th run after the agreement (0 = the first), percent.
int DueByRun(const SettlementTerms& terms, int k);
// What is still to come of the agreement on the run of business day `run`: due by then, less paid
// since. Precondition: Settled.
Cents DueOnRun(const Scenario& content, const world::Known& known, CustomerId c, Day run);

// ---- preferences.cpp: from Truth ----------------------------------------------------------------

// What terms are worth to them when `p` speaks for them: the concerns of their type, heavier on
// liquidity the shorter they are of cash; interests; and their reservation, lowered by urgency,
// the cost of not paying, trust and a senior's support, raised by reactance. Design values.
bargaining::Preferences TheirPreferences(const World& world, CustomerId c, PersonId p);
// The same as it was when they agreed, for the debrief. Precondition: an agreement was made.
bargaining::Preferences PreferencesWhenAgreed(const Scenario& content, const world::State& state,
                                              CustomerId c);
bargaining::Allowed AllowedWhenAgreed(const Scenario& content, const world::State& state,
                                      CustomerId c);
// What PreferencesWhenAgreed and AllowedWhenAgreed will need (SettlementTruth::at_hand).
std::uint8_t AtHand(const World& world, CustomerId c, PersonId p);
// What they believe ours to be: cash soon above all.
const bargaining::Preferences& BelievedOfUs();
bargaining::Style StyleOf(const content::Bargaining& bargaining);

// ---- agreement.cpp --------------------------------------------------------------------------------

// The terms bind from now on: promise, security, discount, what we owe them.
void Settle(World& world, CustomerId c, PersonId p, const SettlementTerms& terms);
// Morning: kept once all is paid; broken when a run brought less than was due. Returns whether it
// ended today.
bool SettlementMorning(World& world, CustomerId c);
// Held goods although we agreed to deliver: they are free of it, and angry.
void BreakOurWord(World& world, CustomerId c);

}  // namespace huikuan::rules
