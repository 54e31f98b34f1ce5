// huikuan/settlement.h: terms as one number, and as people say them.
#include "huikuan/settlement.h"
#include "huikuan/text.h"

namespace huikuan {

std::int64_t PackSettlement(const SettlementTerms& terms) {
  std::int64_t packed = 0;
  for (int i = 0; i < kSettlementIssues; ++i) {
    packed = packed * kSettlementSizes[static_cast<std::size_t>(i)] + IssueAt(terms, i);
  }
  return packed;
}

SettlementTerms UnpackSettlement(std::int64_t packed) {
  SettlementTerms terms;
  if (packed < 0 || packed >= 6400) return terms;
  for (int i = kSettlementIssues; i-- > 0;) {
    const int size = kSettlementSizes[static_cast<std::size_t>(i)];
    IssueAt(terms, i) = static_cast<std::uint8_t>(packed % size);
    packed /= size;
  }
  return terms;
}

std::string SettlementInWords(const Language& language, const SettlementTerms& given) {
  const SettlementTerms terms = Plain(given);
  const auto position = [&](const char* issue, int value) {
    return language.Ui("settlement." + std::string(issue) + "." + std::to_string(value));
  };
  int share = kSettlementShares[terms.pay_now];
  // Part now and the rest in one sum in the same run is all of it.
  const bool same_run = share > 0 && share < 100 && terms.date == 0;
  if (same_run && terms.instalments == 0) share = 100;
  const TextArgs args = {{"share", std::to_string(share)},
                         {"date", position(terms.instalments == 0 ? "say_on" : "say_from", terms.date)},
                         {"parts", position("say_parts", terms.instalments)}};
  std::string out = language.Ui(share == 100 ? "settlement.all"
                                : share == 0 ? "settlement.none_now"
                                : same_run   ? "settlement.some_now.same"
                                             : "settlement.some_now",
                                args);
  const auto add = [&](const char* issue, int value, int silent) {
    if (value != silent) out += language.Ui("settlement.and") + position(issue, value);
  };
  add("say_security", terms.security, 0);
  add("say_discount", terms.discount, 0);
  add("say_supply", terms.supply, static_cast<int>(SettlementSupply::kContinue));
  return out;
}

}  // namespace huikuan
