// What the law says of a customer, in words for ledger and file.
#include "huikuan/legal.h"
#include "huikuan/observation.h"
#include "huikuan/text.h"

namespace huikuan {

std::vector<std::string> LegalLines(const Phrasebook& words, const CustomerView& customer) {
  std::vector<std::string> lines;
  const LegalView& law = customer.legal;
  if (!law.present) return lines;
  const Language& language = words.language();
  const bool missing = law.payer != 0 && !law.sme_applies;
  lines.push_back(
      words.Ui((missing ? "web.law.not_declared." : "web.law.payer.") + std::to_string(law.payer)));
  if (law.bills_refusable) lines.push_back(words.Ui("web.law.bills"));
  if (law.interest > 0) {
    lines.push_back(words.Ui("web.law.interest_all", {{"amount", language.Money(law.interest)}}));
  }
  if (law.security != SecurityState::kNone) {
    lines.push_back(words.Ui("web.law.security." + std::to_string(static_cast<int>(law.security)),
                             {{"share", language.Percent(law.security_covers)}}));
  }
  if (law.filed) {
    lines.push_back(words.Ui("web.law.filed"));
  } else if (law.file_by != kNoDate) {
    lines.push_back(words.Ui("web.law.file_by", {{"date", language.DateShort(law.file_by)}}));
  }
  if (law.counterclaim > 0) {
    lines.push_back(
        words.Ui("web.law.counterclaim", {{"amount", language.Money(law.counterclaim)}}));
  }
  return lines;
}

std::string LegalLine(const Phrasebook& words, const InvoiceView& invoice, Date today) {
  const Language& language = words.language();
  std::string line;
  const auto add = [&](const std::string& part) {
    line += (line.empty() ? "" : words.Ui("web.list_comma")) + part;
  };
  if (invoice.agreed_due != kNoDate) {
    add(words.Ui("web.law.agreed_due", {{"date", language.DateShort(invoice.agreed_due)}}));
  }
  if (invoice.pleaded) {
    add(words.Ui("web.law.pleaded"));
  } else if (invoice.in_time_until != kNoDate) {
    // Years from now: in full.
    add(words.Ui(invoice.in_time_until < today ? "web.law.out_of_time" : "web.law.in_time",
                 {{"date", language.DateLong(invoice.in_time_until)}}));
  }
  if (invoice.interest > 0) {
    add(words.Ui("web.law.interest", {{"amount", language.Money(invoice.interest)}}));
  }
  return line;
}

}  // namespace huikuan
