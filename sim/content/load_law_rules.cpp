// The parameters of a law pack's entries, by kind.
#include <algorithm>

#include "content/json_schema.h"
#include "content/load_law.h"
#include "content/numbers.h"

namespace huikuan::content {
namespace {

constexpr Ppm kMaxYearly = 500'000;  // LateRate::ppm

// "3.05" percent in ppm, exactly; at most two decimals.
Ppm Percent(ObjectReader& reader, std::string_view key, int low, int high,
            std::optional<Ppm> fallback = {}) {
  const JsonValue* value = reader.Raw(key, fallback ? Presence::kOptional : Presence::kRequired,
                                      reader.describing() ? schema::Money() : std::string());
  const Ppm otherwise = fallback.value_or(0);
  if (value == nullptr) return otherwise;
  bool too_large = false;
  std::optional<Cents> hundredths;
  if (value->kind == JsonValue::Kind::kString) hundredths = ParseMoney(value->text, &too_large);
  Diagnostics& diagnostics = *reader.context().diagnostics;
  if (!hundredths && !too_large) {
    diagnostics.AddError("law.percent", {std::string(key), Clip(value->text)}, reader.At(*value));
    return otherwise;
  }
  if (too_large || *hundredths < Cents{low} * 100 || *hundredths > Cents{high} * 100) {
    diagnostics.AddError(
        "number.range",
        {std::string(key), Clip(value->text), std::to_string(low), std::to_string(high)},
        reader.At(*value));
    return otherwise;
  }
  return static_cast<Ppm>(*hundredths * 100);
}

}  // namespace

LawReader::ReadParameters LawReader::Of(LawKind kind) {
  constexpr ReadParameters kReaders[] = {
      &LawReader::LateInterest,  &LawReader::AgreedPenalty, &LawReader::RecoveryCosts,
      &LawReader::Limitation,    &LawReader::DemandProof,   &LawReader::SmeRule,
      &LawReader::PaymentPeriod, &LawReader::PayerDuty,     &LawReader::PayWhenPaid,
      &LawReader::SuspensionOf,  &LawReader::SecurityOf,    &LawReader::Clawback,
      &LawReader::ConductOf,     &LawReader::Note};
  static_assert(std::size(kReaders) == static_cast<std::size_t>(LawKind::kCount));
  return kReaders[static_cast<std::size_t>(kind)];
}

std::string LawReader::ParametersSchema() {
  std::string shapes;
  for (const Name& row : kLawKindNames.rows) {
    ObjectReader parameters(context_, nullptr);
    (this->*Of(static_cast<LawKind>(row.value)))(parameters);
    shapes +=
        (shapes.empty() ? "" : ", ") +
        schema::WithDoc(parameters.Schema(), std::string(row.name) + ": " + std::string(row.doc));
  }
  return "{\"anyOf\": [" + shapes + "]}";
}

LateRate LawReader::YearlyRate(ObjectReader& p, Ppm base, Ppm times, Ppm plus, int days) const {
  // 100 % = 1'000'000 ppm; below 5×10^5 × 10^7.
  const std::int64_t yearly = DivRound(static_cast<std::int64_t>(base) * times, 1'000'000) + plus;
  if (yearly > kMaxYearly) {
    context_.diagnostics->AddError(
        "number.range", {"base_percent_a_year", std::to_string(yearly / 10'000), "0", "50"},
        p.At("base_percent_a_year"));
    return {};
  }
  return {static_cast<Ppm>(yearly), days};
}

void LawReader::LateInterest(ObjectReader& p) {
  const int sme = static_cast<int>(p.NameOf<std::uint8_t>("for", kLateForNames));
  const Ppm daily = Percent(p.Doc("simple interest a day; or give the yearly rate below"),
                            "percent_a_day", 0, 1, 0);
  const Ppm base = Percent(p.Doc("reference rate a year"), "base_percent_a_year", 0, 50, 0);
  const Ppm times = Percent(p.Doc("of the reference rate; 130 = a surcharge of 30 %"),
                            "times_percent", 0, 1000, 1'000'000);
  const Ppm times_up_to = Percent(p.Doc("the most a court gives; default: the same"),
                                  "times_percent_up_to", 0, 1000, times);
  const Ppm plus = Percent(p.Doc("percentage points added"), "plus_percent", 0, 50, 0);
  const int days = p.Doc("basis of the yearly rate").Integer("days_in_year", 360, 366, 365);
  const Date from = p.Doc("the reference rate holds").DateOf("rate_from", Presence::kOptional);
  const Date to = p.DateOf("rate_to", Presence::kOptional);
  const bool agreed_wins = p.Doc("an agreed rate replaces it").Bool("agreed_rate_wins");
  const Ppm floor = Percent(p.Doc("an agreed rate counts at least so much"),
                            "agreed_floor_percent_a_year", 0, 50, 0);
  const bool no_interest_void =
      p.Doc("a term that excludes interest does not count").Bool("no_interest_term_void", false);
  Takes(p, sme != 0 ? "late_interest sme" : "late_interest general");
  if (p.describing()) return;
  const bool by_day = p.Has("percent_a_day");
  if (by_day == p.Has("base_percent_a_year")) {
    context_.diagnostics->AddError("law.rate_shape", {}, p.At(""));
    return;
  }
  InOrder(p, "times_percent", times, "times_percent_up_to", times_up_to);
  CheckDates(p, from, to);
  LateRule& rule = sme != 0 ? pack_.late_sme : pack_.late_general;
  rule.present = true;
  rule.rate = by_day ? LateRate{daily, 1} : YearlyRate(p, base, times, plus, days);
  rule.rate_up_to = by_day ? rule.rate : YearlyRate(p, base, times_up_to, plus, days);
  rule.floor = {floor, days};
  rule.agreed_wins = agreed_wins;
  rule.no_interest_void = no_interest_void;
}

void LawReader::CheckDates(ObjectReader& p, Date from, Date to) {
  if (from == kNoDate || to == kNoDate) return;
  InOrder(p, "rate_from", from, "rate_to", to);
  if (case_start_ == kNoDate || (case_start_ >= from && case_start_ <= to)) return;
  context_.diagnostics->AddWarning(
      "law.outdated", {FormatIso(from), FormatIso(to), FormatIso(case_start_)}, p.At("rate_to"));
}

void LawReader::AgreedPenalty(ObjectReader& p) {
  Takes(p, "agreed_penalty");
  pack_.penalty_cut_above = Percent(p.Doc("a penalty so much above the loss may be cut"),
                                    "cut_above_loss_percent", 1, 500);
}

void LawReader::RecoveryCosts(ObjectReader& p) {
  Takes(p, "recovery_costs");
  pack_.cost_bands = 0;
  p.Doc("rising; the last without below; none = no fixed sum")
      .Each("bands", Presence::kRequired, kMaxCostBands, [&](ObjectReader& row) {
        const CostBand band{row.Doc("claims below this").Money("below", 0), row.Money("fixed")};
        if (row.describing() || pack_.cost_bands == kMaxCostBands) return;
        const int n = pack_.cost_bands;
        const Cents before = n == 0 ? 1 : pack_.costs[static_cast<std::size_t>(n) - 1].below;
        if (before == 0 || (n > 0 && band.below != 0 && band.below <= before)) {
          context_.diagnostics->AddError("law.bands", {}, row.At(""));
          return;
        }
        pack_.costs[pack_.cost_bands++] = band;
      });
  if (p.describing() || pack_.cost_bands == 0) return;
  if (pack_.costs[pack_.cost_bands - 1U].below != 0) {
    context_.diagnostics->AddError("law.bands", {}, p.At("bands"));
  }
}

void LawReader::Limitation(ObjectReader& p) {
  Takes(p, "limitation");
  LimitationRule& rule = pack_.limitation;
  rule.years = static_cast<std::int16_t>(p.Integer("years", 1, 40));
  rule.longest_years = static_cast<std::int16_t>(
      p.Doc("from the due date, whatever happens; 0 = none").Integer("longest_years", 0, 60, 0));
  rule.from_year_end =
      p.Doc("where the first run begins").NameOf<std::uint8_t>("runs_from", kRunsFromNames, 0) != 0;
  rule.interrupted_by = static_cast<std::uint8_t>(
      p.Doc("it begins anew with")
          .NameBits("interrupted_by", kInterruptionNames, Presence::kRequired));
  rule.revived_by = static_cast<std::uint8_t>(
      p.Doc("what makes even an expired claim good again")
          .NameBits("revived_by", kInterruptionNames, Presence::kOptional));
  InOrder(p, "years", rule.years, "longest_years", rule.longest_years);
}

void LawReader::DemandProof(ObjectReader& p) {
  const auto delivery = p.NameOf<Delivery>("delivery", kDeliveryNames);
  const Answer described =
      AnswerOf(p.Doc("proved when waybill or receipt says what it is"), "content_described");
  const Answer not_described = AnswerOf(p, "content_not_described");
  Takes(p, "demand_proof " + std::string(kDeliveryNames.NameOf(static_cast<int>(delivery))));
  pack_.demand_proof[static_cast<std::size_t>(delivery)] = {not_described, described};
}

void LawReader::SmeRule(ObjectReader& p) {
  Takes(p, "sme_rule");
  pack_.sme_payers = static_cast<std::uint8_t>(
      p.Doc("whom it binds").NameBits("payers", kPayerNames, Presence::kRequired));
  pack_.sme_must_declare = p.Doc("the supplier must have said at signing that it is an SME")
                               .Bool("supplier_must_declare");
}

void LawReader::PaymentPeriod(ObjectReader& p) {
  const unsigned payers = p.NameBits("payers", kPayerNames, Presence::kRequired);
  const bool sme = p.Bool("under_sme_rule", false);
  PeriodRule rule;
  rule.present = true;
  rule.not_agreed = static_cast<std::int16_t>(
      p.Doc("when the contract says nothing").Integer("days_if_not_agreed", 0, 365));
  rule.longest =
      static_cast<std::int16_t>(p.Doc("0 = no limit").Integer("days_longest", 0, 365, 0));
  rule.beyond = p.Doc("whether a longer agreed period counts")
                    .NameOf<Answer>("longer_counts", kAnswerNames, Answer::kYes);
  InOrder(p, "days_if_not_agreed", rule.not_agreed, "days_longest", rule.longest);
  for (const Name& row : kPayerNames.rows) {
    if ((payers >> row.value & 1U) == 0) continue;
    Takes(p, "payment_period " + std::string(row.name) + (sme ? " sme" : ""));
    auto& rules = sme ? pack_.period_sme : pack_.period_general;
    rules[static_cast<std::size_t>(row.value)] = rule;
  }
}

void LawReader::PayerDuty(ObjectReader& p) {
  const auto duty = p.NameOf<content::PayerDuty>("duty", kDutyNames);
  const unsigned payers = p.NameBits("payers", kPayerNames, Presence::kRequired);
  const bool sme = p.Bool("under_sme_rule", false);
  const auto d = static_cast<std::size_t>(duty);
  Takes(p, "payer_duty " + std::string(kDutyNames.NameOf(static_cast<int>(duty))) +
               (sme ? " sme" : ""));
  (sme ? pack_.duty_sme : pack_.duty_general)[d] = static_cast<std::uint8_t>(payers);
}

void LawReader::PayWhenPaid(ObjectReader& p) {
  Takes(p, "pay_when_paid");
  pack_.pay_when_paid_void =
      static_cast<std::uint8_t>(p.Doc("the clause does not bind us towards")
                                    .NameBits("void_for_payers", kPayerNames, Presence::kRequired));
  pack_.pay_when_paid_sme_only =
      p.Doc("… where the SME rule applies").Bool("under_sme_rule", false);
  pack_.pay_when_paid_else =
      AnswerOf(p.Doc("whether the signed clause counts elsewhere"), "otherwise_counts");
}

void LawReader::SuspensionOf(ObjectReader& p) {
  const auto what = p.NameOf<Suspension>("what", kSuspensionNames);
  const Answer clause = AnswerOf(p.Doc("lawful under a clause of the contract"), "with_clause");
  const Answer right = AnswerOf(p.Doc("… under a right we can prove"), "with_proved_right");
  const Answer neither = AnswerOf(p.Doc("… without either; no = our breach"), "with_neither");
  Takes(p, "suspension " + std::string(kSuspensionNames.NameOf(static_cast<int>(what))));
  pack_.suspension[static_cast<std::size_t>(what)] = {clause, right, neither};
}

void LawReader::SecurityOf(ObjectReader& p) {
  const auto security = p.NameOf<Security>("security", kSecurityNames);
  SecurityRule rule;
  rule.formality = p.Doc("what it needs").NameOf<Formality>("formality", kFormalityNames);
  rule.without = AnswerOf(p.Doc("holds against third parties without it"), "without_formality");
  rule.with = AnswerOf(p.Doc("… with it"), "with_formality");
  Takes(p, "security " + std::string(kSecurityNames.NameOf(static_cast<int>(security))));
  pack_.security[static_cast<std::size_t>(security)] = rule;
}

void LawReader::Clawback(ObjectReader& p) {
  const auto act = p.NameOf<ClawbackAct>("act", kClawbackNames);
  ClawbackRule rule;
  rule.months = static_cast<std::int16_t>(p.Doc("back from the filing").Integer("months", 0, 120));
  rule.longest_months = static_cast<std::int16_t>(
      p.Doc("under the further conditions the text names; default: months")
          .Integer("longest_months", 0, 120, rule.months));
  if (!p.describing() && rule.longest_months < rule.months) {
    context_.diagnostics->AddError("law.order", {"longest_months", "months"},
                                   p.At("longest_months"));
  }
  Takes(p, "clawback " + std::string(kClawbackNames.NameOf(static_cast<int>(act))));
  pack_.clawback[static_cast<std::size_t>(act)] = rule;
}

void LawReader::ConductOf(ObjectReader& p) {
  ConductRule rule;
  std::vector<int> conducts;
  conducts = p.NameList("conduct", kConductNames, Presence::kRequired);
  rule.allowed = AnswerOf(p, "allowed");
  rule.prison_months =
      static_cast<std::int16_t>(p.Doc("up to; 0 = none named").Integer("prison_months", 0, 600, 0));
  rule.custody_days = static_cast<std::int16_t>(
      p.Doc("administrative detention, up to").Integer("custody_days", 0, 60, 0));
  for (const int conduct : conducts) {
    Takes(p, "conduct " + std::string(kConductNames.NameOf(conduct)));
    pack_.conduct[static_cast<std::size_t>(conduct)] = rule;
  }
}

}  // namespace huikuan::content
