#include "rules/legal/legal.h"

#include <algorithm>
#include <cassert>

namespace huikuan::rules::legal {
namespace {

using content::LateRate;
using content::LateRule;
using content::PayerKind;
using content::PeriodRule;

constexpr int kLongestDelay = 36'525;   // a hundred years
constexpr Ppm kHighestAgreed = 10'000;  // 1 % a day

template <class E>
constexpr std::size_t At(E e) {
  return static_cast<std::size_t>(e);
}

bool Has(unsigned bits, PayerKind payer) { return (bits >> At(payer) & 1U) != 0; }

bool Less(const LateRate& a, const LateRate& b) {
  return static_cast<std::int64_t>(a.ppm) * b.per_days <
         static_cast<std::int64_t>(b.ppm) * a.per_days;
}

Date AddYears(Date date, int years) {
  const Civil c = ToCivil(date);
  const Date moved = FromCivil(c.year + years, c.month, c.day);
  return ToCivil(moved).day == c.day ? moved : moved - 1;  // 29 February
}

}  // namespace

Answer LongTermCounts(const LawPack& pack, PayerKind payer, int agreed_days, bool sme_declared) {
  const PeriodRule& rule = content::PeriodOf(pack, payer, sme_declared);
  return rule.longest > 0 && agreed_days > rule.longest ? rule.beyond : Answer::kYes;
}

bool DutyHolds(const LawPack& pack, content::PayerDuty duty, PayerKind payer, bool sme_declared) {
  if (Has(pack.duty_general[At(duty)], payer)) return true;
  return SmeRuleApplies(pack, payer, sme_declared) && Has(pack.duty_sme[At(duty)], payer);
}

Answer PayWhenPaidCounts(const LawPack& pack, PayerKind payer, bool sme_declared) {
  const bool reached = !pack.pay_when_paid_sme_only || SmeRuleApplies(pack, payer, sme_declared);
  return reached && Has(pack.pay_when_paid_void, payer) ? Answer::kNo : pack.pay_when_paid_else;
}

LateRate LateRateFor(const LawPack& pack, std::optional<Ppm> agreed, bool sme_applies) {
  const LateRule& rule = sme_applies && pack.late_sme.present ? pack.late_sme : pack.late_general;
  const LateRate statutory = rule.present ? rule.rate : LateRate{};
  if (!agreed) return statutory;
  const LateRate contract{std::clamp(*agreed, 0, kHighestAgreed), 1};
  if (!rule.present) return contract;
  if (contract.ppm == 0 && rule.no_interest_void) return statutory;
  const LateRate& least = rule.agreed_wins ? rule.floor : statutory;
  return Less(contract, least) ? least : contract;
}

Cents LateInterest(const LawPack& pack, Cents principal, int days_late, std::optional<Ppm> agreed,
                   bool sme_applies) {
  if (principal <= 0 || days_late <= 0) return 0;
  assert(principal <= kMaxMoney);
  const LateRate rate = LateRateFor(pack, agreed, sme_applies);
  // times ≤ 5×10^5 × 36,525 < 1.9×10^10 and part < 3.66×10^8: their product is below 2^63. So is
  // whole × times, for principal × the daily rate (≤ 1 %) × 36,525 ≤ 3.7×10^17.
  const std::int64_t times =
      static_cast<std::int64_t>(rate.ppm) * std::min(days_late, kLongestDelay);
  const std::int64_t unit = static_cast<std::int64_t>(rate.per_days) * 1'000'000;
  const std::int64_t whole = principal / unit;
  const std::int64_t part = principal % unit;
  return std::min<Cents>(whole * times + DivRound(part * times, unit), kMaxMoney);
}

Cents RecoveryCost(const LawPack& pack, Cents principal) {
  if (principal <= 0) return 0;
  for (std::size_t i = 0; i < pack.cost_bands; ++i) {
    const content::CostBand& band = pack.costs[i];
    if (band.below == 0 || principal < band.below) return band.fixed;
  }
  return 0;
}

Date LimitationFromDue(const LawPack& pack, Date due) {
  if (due == kNoDate || pack.limitation.years == 0) return kNoDate;
  const Date from = pack.limitation.from_year_end ? FromCivil(ToCivil(due).year, 12, 31) : due;
  return AddYears(from, pack.limitation.years);
}

Date LimitationDate(const LawPack& pack, Date last_interruption) {
  if (last_interruption == kNoDate || pack.limitation.years == 0) return kNoDate;
  return AddYears(last_interruption, pack.limitation.years);
}

Date LimitationDate(const LawPack& pack, Date due, Date last_interruption) {
  const Date first = LimitationFromDue(pack, due);
  const Date anew = LimitationDate(pack, last_interruption);
  if (first == kNoDate || anew == kNoDate) return std::max(first, anew);
  const Date last = std::max(first, anew);
  const int longest = pack.limitation.longest_years;
  return longest == 0 ? last : std::min(last, AddYears(due, longest));
}

bool Interrupts(const LawPack& pack, content::Interruption what) {
  return (pack.limitation.interrupted_by >> At(what) & 1U) != 0;
}

bool Revives(const LawPack& pack, content::Interruption what) {
  return (pack.limitation.revived_by >> At(what) & 1U) != 0;
}

Answer DemandInterrupts(const LawPack& pack, Delivery delivery, bool content_described) {
  if (!Interrupts(pack, content::Interruption::kDemand)) return Answer::kNo;
  return pack.demand_proof[At(delivery)][content_described ? 1 : 0];
}

Answer SuspensionLawful(const LawPack& pack, content::Suspension what, bool has_clause,
                        bool proved_right) {
  if (!pack.present) return has_clause ? Answer::kYes : Answer::kNo;
  const auto& [clause, right, neither] = pack.suspension[At(what)];
  Answer answer = neither;
  if (has_clause) answer = std::max(answer, clause);
  if (proved_right) answer = std::max(answer, right);
  return answer;
}

Answer SecurityHolds(const LawPack& pack, content::Security security, bool formality_done) {
  const content::SecurityRule& rule = pack.security[At(security)];
  return formality_done ? rule.with : rule.without;
}

Answer ClawbackReach(const LawPack& pack, int days_before_filing, content::ClawbackAct act) {
  const content::ClawbackRule& rule = pack.clawback[At(act)];
  const auto within = [&](int months) {
    return months > 0 && days_before_filing <= (months * 365 + 11) / 12;
  };
  if (within(rule.months)) return Answer::kYes;
  return within(rule.longest_months) ? Answer::kDisputed : Answer::kNo;
}

}  // namespace huikuan::rules::legal
