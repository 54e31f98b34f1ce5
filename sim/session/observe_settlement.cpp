// The deal table as seen: from Known alone.
#include "rules/bargaining/debt.h"
#include "rules/commands.h"
#include "rules/knowledge.h"
#include "rules/payment/ledger.h"
#include "rules/settlement/settlement.h"
#include "rules/value.h"
#include "session/observe.h"

namespace huikuan::session {

namespace {

// Until we know their payment runs: two a month (design value).
constexpr std::int16_t kFirstRunGuess = 10, kRunGuess = 15;
// What waiting for later payments costs in expectation, beside their present age (design value).
constexpr int kWaitDays = 30;

void AddRuns(const Scenario& content, const world::Known& known, CustomerId c,
             SettlementView* view) {
  const auto runs = rules::NextRuns(content, c, known.seller.day);
  const Date today = rules::Today(content, known);
  const bool dates_known = rules::RunDatesKnown(content, known, c);
  view->run_every = kRunGuess;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const bool there = runs[i] != kNever && dates_known;
    view->run_days[i] = static_cast<std::int16_t>(kFirstRunGuess + kRunGuess * static_cast<int>(i));
    if (i > 0) {
      view->run_days[i] = static_cast<std::int16_t>(view->run_days[i - 1] + kRunGuess);
    }
    if (!there) continue;
    view->runs[i] = content.days[static_cast<std::size_t>(runs[i])].date;
    view->run_days[i] = static_cast<std::int16_t>(view->runs[i] - today);
  }
}

}  // namespace

std::optional<SettlementView> BuildSettlement(const Scenario& content, const world::Known& known,
                                              CustomerId c) {
  const content::Customer& customer = content.customers[c];
  if (!customer.settlement.on) return std::nullopt;
  const world::CustomerKnown& mine = known.customers[c];
  const rules::bargaining::Allowed allowed = rules::AllowedTerms(content, known, c);
  SettlementView view;
  const SettlementTerms first = rules::FirstTerms(allowed);
  const bool here = known.conversation.active != 0 && known.conversation.customer == c;
  view.open =
      here && rules::Check(content, known, OfferSettlement{first}) == rules::Refusal::kNone;
  view.state = rules::StateOf(mine.settlement);
  view.person = mine.settlement.person;
  view.rounds = mine.settlement.round;
  const bool begun = view.state != SettlementState::kNone;
  view.ours = begun ? UnpackSettlement(mine.settlement.ours) : first;
  view.theirs = begun ? UnpackSettlement(mine.settlement.theirs) : first;
  if (view.state >= SettlementState::kAgreed) view.agreed = mine.settlement.day;
  std::copy(allowed.begin(), allowed.end(), view.allowed.begin());
  for (const content::SettlementInterest& interest : customer.settlement.interests) {
    if (!rules::Knows(mine, interest.fact)) continue;
    view.interests.push_back({interest.issue, interest.value, interest.fact});
  }
  view.minutes = customer.settlement.minutes;
  view.debt = rules::KnownOutstanding(content, known, c);
  AddRuns(content, known, c, &view);
  const Date due = rules::DueOf(customer, mine, mine.focus);
  view.loss = kOne - rules::RecoveryByAge(rules::Today(content, known) - due + kWaitDays);
  view.daily = content.costs.daily_discount;
  return view;
}

}  // namespace huikuan::session

namespace huikuan {

Cents SettlementWorth(const SettlementView& view, const SettlementTerms& terms) {
  rules::bargaining::Debt debt;
  debt.open = view.debt;
  debt.run = view.run_days;
  debt.run_every = view.run_every;
  debt.loss = view.loss;
  debt.secured = rules::bargaining::kSecuredByDefault;
  const rules::bargaining::DiscountTable discounts =
      rules::bargaining::DiscountBy(1'000'000 - view.daily);
  return rules::bargaining::Worth(debt, discounts, rules::OutcomeOf(terms));
}

}  // namespace huikuan
