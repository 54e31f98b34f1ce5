#include "content/law.h"

#include <algorithm>

namespace huikuan::content {

bool SmeRuleApplies(const LawPack& pack, PayerKind payer, bool sme_declared) {
  return sme_declared && (pack.sme_payers >> static_cast<int>(payer) & 1) != 0;
}

const PeriodRule& PeriodOf(const LawPack& pack, PayerKind payer, bool sme_declared) {
  const auto kind = static_cast<std::size_t>(payer);
  const PeriodRule& special = pack.period_sme[kind];
  return special.present && SmeRuleApplies(pack, payer, sme_declared) ? special
                                                                      : pack.period_general[kind];
}

int StatutoryDueDays(const LawPack& pack, PayerKind payer, std::optional<int> agreed_days,
                     bool sme_declared) {
  const PeriodRule& rule = PeriodOf(pack, payer, sme_declared);
  if (!agreed_days) return rule.not_agreed;
  const bool cut = rule.longest > 0 && rule.beyond == Answer::kNo;
  return cut ? std::min<int>(*agreed_days, rule.longest) : *agreed_days;
}

}  // namespace huikuan::content
