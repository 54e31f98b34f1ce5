#include "assess/settlement.h"

#include <memory>

#include "assess/lines.h"
#include "rules/bargaining/measures.h"
#include "rules/settlement/settlement.h"

namespace huikuan::assess {

namespace {

namespace bg = rules::bargaining;

bool Made(const world::CustomerKnown& known) {
  return rules::StateOf(known.settlement) >= SettlementState::kAgreed;
}

// Every outcome that could be offered, in money for us and utility for them, as things stood when
// they agreed.
struct Weighed {
  bg::Table table;
  std::array<Cents, bg::kMaxOutcomes> worth;
};

std::unique_ptr<Weighed> Weigh(const Scenario& content, const world::State& state, CustomerId c) {
  auto weighed = std::make_unique<Weighed>();
  const world::SettlementKnown& made = state.known.customers[c].settlement;
  const bg::Debt debt = rules::DebtOf(content, state.known, c, made.agreed, made.debt);
  const bg::DiscountTable discounts = bg::DiscountBy(1'000'000 - content.costs.daily_discount);
  const bg::Preferences theirs = rules::PreferencesWhenAgreed(content, state, c);
  bg::Enumerate(bg::kDebtDomain, theirs, theirs, &weighed->table);
  const bg::Allowed allowed = rules::AllowedWhenAgreed(content, state, c);
  int kept = 0;
  for (int n = 0; n < weighed->table.canonical; ++n) {
    const std::uint16_t index = weighed->table.listed[static_cast<std::size_t>(n)];
    const bg::Outcome outcome = bg::OutcomeAt(bg::kDebtDomain, index);
    weighed->worth[index] = bg::Worth(debt, discounts, outcome);
    bool possible = true;
    for (std::size_t i = 0; i < kSettlementIssues; ++i) {
      const bool moot = bg::IsMoot(bg::kDebtDomain, outcome, static_cast<int>(i));
      possible = possible && (moot || (allowed[i] >> outcome.value[i] & 1) != 0);
    }
    if (possible) weighed->table.listed[static_cast<std::size_t>(kept++)] = index;
  }
  weighed->table.canonical = kept;
  return weighed;
}

Cents LeftLying(const Scenario& content, const world::State& state, CustomerId c) {
  const std::unique_ptr<Weighed> weighed = Weigh(content, state, c);
  const int outcome = state.known.customers[c].settlement.theirs;
  Cents most = weighed->worth[static_cast<std::size_t>(outcome)];
  const Q16 theirs = weighed->table.theirs[static_cast<std::size_t>(outcome)];
  for (int n = 0; n < weighed->table.canonical; ++n) {
    const std::uint16_t index = weighed->table.listed[static_cast<std::size_t>(n)];
    if (weighed->table.theirs[index] >= theirs && weighed->worth[index] > most) {
      most = weighed->worth[index];
    }
  }
  return most - weighed->worth[static_cast<std::size_t>(outcome)];
}

bool FoundInTime(const world::CustomerKnown& known, FactId fact) {
  return known.fact_source[fact] != 0 && known.fact_day[fact] <= known.settlement.agreed;
}
bool Granted(const world::CustomerKnown& known, const content::SettlementInterest& interest) {
  return IssueAt(UnpackSettlement(known.settlement.theirs), interest.issue) == interest.value;
}

}  // namespace

void TellSettlement(const Scenario& content, const world::State& state, CustomerId c,
                    CustomerDebrief& out) {
  const world::CustomerKnown& known = state.known.customers[c];
  if (!Made(known)) return;
  const content::Customer& customer = content.customers[c];
  const Date date = content.days[known.settlement.agreed].date;
  const Cents left = LeftLying(content, state, c);
  out.story.push_back(Line(left * 200 > known.settlement.debt ? "table_left" : "table_fine",
                           {DateArg("date", date), Money("amount", left),
                            TextArg("person", customer.people[known.settlement.person].name)},
                           left * 200 <= known.settlement.debt));
  for (const content::SettlementInterest& interest : customer.settlement.interests) {
    const bool found = FoundInTime(known, interest.fact);
    const bool granted = Granted(known, interest);
    out.story.push_back(Line(found ? granted ? "table_used" : "table_not_used" : "table_not_found",
                             {TextArg("fact", customer.facts[interest.fact].text)},
                             found && granted));
  }
  switch (rules::StateOf(known.settlement)) {
    case SettlementState::kKept:
      out.story.push_back(Line("table_kept", {}, true));
      break;
    case SettlementState::kBreached:
      out.story.push_back(Line("table_broken", {}, false));
      break;
    default:
      break;
  }
}

void AddSettlementIndicators(const Scenario& content, const world::State& state, CustomerId c,
                             std::vector<Indicator>* out) {
  const content::Settlement& settlement = content.customers[c].settlement;
  const world::CustomerKnown& known = state.known.customers[c];
  if (!settlement.on) return;
  const bool made = Made(known);
  const Cents left = made ? LeftLying(content, state, c) : 0;
  // A twentieth of the debt left lying is as bad as it gets (design value).
  out->push_back(Make("table", "table_indicator", made,
                      made ? kOne - Share(left * 20, known.settlement.debt) : 0,
                      {Money("amount", left), Money("debt", known.settlement.debt)}));
  if (settlement.interests.empty()) return;
  int used = 0;
  for (const content::SettlementInterest& interest : settlement.interests) {
    if (made && FoundInTime(known, interest.fact) && Granted(known, interest)) ++used;
  }
  const auto all = static_cast<int>(settlement.interests.size());
  out->push_back(Make("interests", "interests_indicator", made, Share(used, all),
                      {Number("used", used), Number("all", all)}));
}

}  // namespace huikuan::assess
