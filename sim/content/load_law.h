// The reader of law packs: entries in load_law.cpp, their parameters in load_law_rules.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "content/law.h"
#include "content/law_names.h"
#include "content/reader.h"

namespace huikuan::content {

class LawReader {
 public:
  LawReader(ReadContext& context, Date case_start, LawPack* pack)
      : context_(context), case_start_(case_start), pack_(*pack) {}

  using ReadParameters = void (LawReader::*)(ObjectReader&);
  static ReadParameters Of(LawKind kind);
  // One shape for each kind, in the order of kLawKindNames.
  std::string ParametersSchema();

  void Entry(ObjectReader& reader);
  void ReportSilence(ObjectReader& reader) const;

 private:
  void LateInterest(ObjectReader& p);
  void AgreedPenalty(ObjectReader& p);
  void RecoveryCosts(ObjectReader& p);
  void Limitation(ObjectReader& p);
  void DemandProof(ObjectReader& p);
  void SmeRule(ObjectReader& p);
  void PaymentPeriod(ObjectReader& p);
  void PayerDuty(ObjectReader& p);
  void PayWhenPaid(ObjectReader& p);
  void SuspensionOf(ObjectReader& p);
  void SecurityOf(ObjectReader& p);
  void Clawback(ObjectReader& p);
  void ConductOf(ObjectReader& p);
  void Note(ObjectReader&) {}

  void Source(ObjectReader& reader, LawEntry* entry);
  void Checked(ObjectReader& reader, LawEntry* entry);
  void CheckDates(ObjectReader& p, Date from, Date to);
  LateRate YearlyRate(ObjectReader& p, Ppm base, Ppm times, Ppm plus, int days) const;

  // Notes that the pack speaks of something; twice is an error, for one of them would be lost.
  void Takes(ObjectReader& reader, const std::string& subject) {
    if (reader.describing() || subjects_.insert(subject).second) return;
    context_.diagnostics->AddError("law.twice", {subject}, reader.At(""));
  }
  // `least` and `most` in order, unless most is 0 = without limit.
  void InOrder(ObjectReader& reader, const char* least_key, int least, const char* most_key,
               int most) {
    if (reader.describing() || most == 0 || most >= least) return;
    context_.diagnostics->AddError("law.order", {most_key, least_key}, reader.At(most_key));
  }
  Answer AnswerOf(ObjectReader& p, std::string_view key) {
    return p.NameOf<Answer>(key, kAnswerNames);
  }

  ReadContext& context_;
  Date case_start_;
  LawPack& pack_;
  std::set<std::string> ids_, subjects_;
};

}  // namespace huikuan::content
