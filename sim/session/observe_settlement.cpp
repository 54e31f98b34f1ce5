// The deal table as seen: from Known alone.
#include "rules/bargaining/debt.h"
#include "rules/commands.h"
#include "rules/knowledge.h"
#include "rules/payment/ledger.h"
#include "rules/settlement/settlement.h"
#include "session/observe.h"

namespace huikuan::session {

namespace {

// Until we know their payment runs: two a month (design value).
constexpr std::int16_t kRunGuess = 15;

void AddDebt(const Scenario& content, const world::Known& known, CustomerId c,
             SettlementView* view) {
  view->debt = rules::KnownOutstanding(content, known, c);
  const auto debt = rules::DebtOf(content, known, c, known.seller.day, view->debt);
  view->run_every = debt.run_every;
  view->loss = debt.loss;
  view->daily = content.costs.daily_discount;
  const auto runs = rules::NextRuns(content, c, known.seller.day);
  const bool dates_known = rules::RunDatesKnown(content, known, c);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    view->run_days[i] = static_cast<std::int16_t>(kRunGuess * static_cast<int>(i + 1));
    if (!dates_known) continue;
    view->run_days[i] = debt.run[i];
    if (runs[i] != kNever) view->runs[i] = content.days[static_cast<std::size_t>(runs[i])].date;
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
  const SettlementTerms first = rules::FirstTerms();
  const bool here = known.conversation.active != 0 && known.conversation.customer == c;
  view.open =
      here && rules::Check(content, known, OfferSettlement{first}) == rules::Refusal::kNone;
  view.state = rules::StateOf(mine.settlement);
  view.person = mine.settlement.person;
  view.rounds = mine.settlement.round;
  const bool begun = view.state != SettlementState::kNone;
  view.ours = begun ? UnpackSettlement(mine.settlement.ours) : first;
  view.theirs = begun ? UnpackSettlement(mine.settlement.theirs) : first;
  if (view.state >= SettlementState::kAgreed) view.agreed = mine.settlement.agreed;
  std::copy(allowed.begin(), allowed.end(), view.allowed.begin());
  for (const content::SettlementInterest& interest : customer.settlement.interests) {
    if (!rules::Knows(mine, interest.fact)) continue;
    view.interests.push_back({interest.issue, interest.value, interest.fact});
  }
  view.minutes = customer.settlement.minutes;
  AddDebt(content, known, c, &view);
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
