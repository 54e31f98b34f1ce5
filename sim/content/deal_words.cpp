// huikuan/deal.h: terms as people say them.
#include "huikuan/deal.h"
#include "huikuan/text.h"

namespace huikuan {

std::string TermsInWords(const Language& language, const DealTerms& terms) {
  std::string clauses;
  for (int i = 0; i < kDealClauses; ++i) {
    if ((terms.clauses >> i & 1) == 0) continue;
    if (!clauses.empty()) clauses += language.Ui("web.list_comma");
    clauses += language.Ui("deal.clause." + std::to_string(i));
  }
  if (clauses.empty()) clauses = language.Ui("deal.no_clauses");
  const int balance = 100 - terms.deposit - terms.delivery - terms.retention;
  const TextArgs args = {{"deposit", std::to_string(terms.deposit)},
                         {"delivery", std::to_string(terms.delivery)},
                         {"balance", std::to_string(balance)},
                         {"days", std::to_string(terms.term_days)},
                         {"retention", std::to_string(terms.retention)},
                         {"months", std::to_string(terms.retention_months)},
                         {"clauses", clauses}};
  return language.Ui(terms.retention > 0 ? "deal.terms.retention" : "deal.terms", args);
}

}  // namespace huikuan
