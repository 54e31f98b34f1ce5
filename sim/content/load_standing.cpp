// Where a customer stands in law, and what the case's law makes of its invoices' due dates.
#include <algorithm>

#include "content/law_names.h"
#include "content/loader.h"

namespace huikuan::content {

namespace {

void ReadSecurity(ObjectReader& row, CustomerLaw* law) {
  law->security = row.NameOf<Security>("kind", kSecurityNames);
  law->security_covers = row.Doc("share of the debt").Decimal("covers", kUnit);
  law->security_by_other =
      row.Doc("from somebody else's pocket: no administrator can undo it").Bool("by_other", false);
}

// Cut to what the law allows, or set by it where the contract is silent.
void ApplyDue(const LawPack& pack, const CustomerLaw& law, Invoice* invoice) {
  if (invoice->served == kNoDate) return;
  const bool silent = invoice->due == kNoDate;
  std::optional<int> agreed;
  if (!silent) agreed = invoice->due - invoice->served;
  const Date due = invoice->served + StatutoryDueDays(pack, law.payer, agreed, law.sme_declared);
  if (!silent && due < invoice->due) invoice->agreed_due = invoice->due;
  invoice->due = due;
}

}  // namespace

void ReadStanding(ObjectReader& reader, CustomerLaw* law) {
  reader.Doc("where they stand in law; counts in a case that names a law")
      .Object("law", Presence::kOptional, [&](ObjectReader& row) {
        law->payer = row.Doc("what they are, at signing")
                         .NameOf<PayerKind>("payer", kPayerNames, PayerKind::kOther);
        law->sme_declared = row.Doc("the contract says that we are a small or medium enterprise")
                                .Bool("sme_declared", false);
        law->pay_when_paid =
            row.Doc("the contract says: we are paid when their customer has paid them")
                .Bool("pay_when_paid", false);
        law->upstream = row.Doc(
                               "chance a business day that their customer pays them, while "
                               "our money waits for it")
                            .Decimal("upstream", kUnit, 0);
        law->late_rate = row.Doc("agreed late interest, parts per million a day; -1 = none")
                             .Integer("late_ppm_a_day", -1, 10'000, CustomerLaw::kNoLateRate);
        law->suspension = static_cast<std::uint8_t>(
            row.Doc("what the contract lets us hold back while something is overdue")
                .NameBits("suspension", kSuspensionNames, Presence::kOptional));
        row.Doc("what they could give for what they owe")
            .Object("security", Presence::kOptional,
                    [&](ObjectReader& security) { ReadSecurity(security, law); });
        law->claim_days = static_cast<std::int16_t>(
            row.Doc("calendar days from their filing in which claims go to the administrator; 0 = "
                    "nothing to do")
                .Integer("claim_days", 0, 365, 0));
      });
}

void ApplyLaw(Scenario* scenario) {
  for (Customer& customer : scenario->customers) {
    for (Invoice& invoice : customer.invoices) ApplyDue(scenario->law, customer.law, &invoice);
    for (Order& order : customer.orders) {
      order.term_days = StatutoryDueDays(scenario->law, customer.law.payer, order.term_days,
                                         customer.law.sme_declared);
    }
    customer.deal.sme_protects =
        !scenario->law.present || SmeRuleApplies(scenario->law, customer.law.payer, true);
    for (const bool declared : {false, true}) {
      const PeriodRule& rule = PeriodOf(scenario->law, customer.law.payer, declared);
      const bool cut = rule.longest > 0 && rule.beyond == Answer::kNo;
      customer.deal.longest_term[declared ? 1 : 0] =
          static_cast<std::uint8_t>(cut ? std::min<int>(rule.longest, 255) : 255);
    }
  }
}

}  // namespace huikuan::content
