#include <algorithm>

#include "rules/legal/security.h"
#include "rules/payment/instrument.h"
#include "rules/payment/ledger.h"
#include "rules/settlement/settlement.h"
#include "rules/value.h"

namespace huikuan::rules {

namespace {

constexpr int kBits[] = {0, 1, 3, 7, 15, 31};

std::uint8_t All(int issue) { return static_cast<std::uint8_t>(kBits[kSettlementSizes[issue]]); }

std::uint8_t Bit(SettlementSecurity s) {
  return static_cast<std::uint8_t>(1U << static_cast<int>(s));
}

std::uint8_t Securities(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  std::uint8_t bits = Bit(SettlementSecurity::kNone) | Bit(SettlementSecurity::kSignedBalance);
  if (customer.paying.pays_by[static_cast<std::size_t>(Instrument::kBankBill)] > 0) {
    bits = static_cast<std::uint8_t>(bits | Bit(SettlementSecurity::kBankDraft));
  }
  if (SecurityPossible(content, known.customers[c], c)) {
    const bool title = customer.law.security == content::Security::kRetentionOfTitle;
    bits = static_cast<std::uint8_t>(
        bits | Bit(title ? SettlementSecurity::kRetention : SettlementSecurity::kGuarantee));
  }
  return bits;
}

}  // namespace

static_assert(kSettlementShares == bargaining::kPayNowPercent);
static_assert(kSettlementParts == bargaining::kInstalmentCounts);
static_assert(kSettlementDiscounts == bargaining::kDiscountPpm);

bargaining::Allowed AllowedTerms(const Scenario& content, const world::Known& known, CustomerId c) {
  bargaining::Allowed allowed{};
  for (int i = 0; i < kSettlementIssues; ++i) allowed[static_cast<std::size_t>(i)] = All(i);
  allowed[bargaining::kSecurity] = Securities(content, known, c);
  if (content.customers[c].orders.empty()) {  // nothing to hold back or to hurry
    allowed[bargaining::kSupply] = 1U << static_cast<int>(SettlementSupply::kContinue);
  }
  return allowed;
}

SettlementTerms FirstTerms() {
  SettlementTerms terms;
  terms.pay_now = kSettlementShares.size() - 1;
  terms.supply = static_cast<std::uint8_t>(SettlementSupply::kContinue);
  return terms;
}

std::array<Day, bargaining::kRuns> NextRuns(const Scenario& content, CustomerId c, Day day) {
  std::array<Day, bargaining::kRuns> runs;
  runs.fill(kNever);
  std::size_t found = 0;
  const auto& days = content.customers[c].days;
  for (auto d = static_cast<std::size_t>(day + 1); d < days.size() && found < runs.size(); ++d) {
    if (days[d].is_run) runs[found++] = static_cast<Day>(d);
  }
  return runs;
}

Cents PaidUnder(const content::Customer& customer, const world::CustomerKnown& known) {
  Cents open = 0;
  for (content::InvoiceSet left = known.settlement.invoices; left != 0; left &= left - 1) {
    open += OpenOf(customer, known, static_cast<InvoiceId>(content::First(left)));
  }
  return known.settlement.debt - open;
}

bargaining::Debt DebtOf(const Scenario& content, const world::Known& known, CustomerId c, Day day,
                        Cents open) {
  // What waiting for later payments costs in expectation, beside their age then (design value).
  constexpr int kWaitDays = 30;
  constexpr std::int16_t kBeyond = 15;  // between runs past the end of the calendar
  bargaining::Debt debt;
  debt.open = open;
  debt.run_every = kBeyond;
  debt.secured = bargaining::kSecuredByDefault;
  const Date today = content.days[static_cast<std::size_t>(day)].date;
  const auto runs = NextRuns(content, c, day);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    debt.run[i] = runs[i] != kNever
                      ? static_cast<std::int16_t>(
                            content.days[static_cast<std::size_t>(runs[i])].date - today)
                      : static_cast<std::int16_t>((i > 0 ? debt.run[i - 1] : 0) + kBeyond);
  }
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  const Date due = DueOf(customer, mine, mine.focus);
  debt.loss = kOne - RecoveryByAge(today - due + kWaitDays);
  return debt;
}

int DueByRun(const SettlementTerms& terms, int k) {
  const int now = kSettlementShares[terms.pay_now];
  const int parts = kSettlementParts[terms.instalments];
  const int paid = std::clamp(k - terms.date + 1, 0, parts);
  return k < 0 ? 0 : now + (100 - now) * paid / parts;
}

Cents DueOnRun(const Scenario& content, const world::Known& known, CustomerId c, Day run) {
  const world::CustomerKnown& mine = known.customers[c];
  const world::SettlementKnown& settled = mine.settlement;
  const auto& days = content.customers[c].days;
  int k = -1;
  for (Day d = settled.agreed + 1; d <= run && d < static_cast<Day>(days.size()); ++d) {
    if (days[static_cast<std::size_t>(d)].is_run) ++k;
  }
  const SettlementTerms terms = UnpackSettlement(settled.theirs);
  const Cents sum = settled.debt - MulPpm(settled.debt, kSettlementDiscounts[terms.discount]);
  const Cents due = MulPpm(sum, DueByRun(terms, k) * 10'000);
  const Cents paid = PaidUnder(content.customers[c], mine);
  return due > paid ? due - paid : 0;
}

}  // namespace huikuan::rules
