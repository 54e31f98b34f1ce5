// A stage under the law of China: the first case, or another, with its customer's standing changed.
#pragma once

#include <functional>

#include "rules/call/slots.h"
#include "rules/legal/limitation.h"
#include "rules/legal/security.h"
#include "rules/legal/standing.h"
#include "rules/payment/ledger.h"
#include "rules/value.h"
#include "unit/company_bundle.h"
#include "unit/rules/stage.h"

namespace huikuan::test {

inline const content::LawPack& Cn() {
  static const ScenarioPtr hospital = LoadScenario(RealBundle(), "county-hospital").scenario;
  return hospital->law;
}

// The first case under that law, its customer changed.
inline ScenarioPtr UnderLaw(const std::function<void(Scenario&)>& change = {}) {
  auto scenario = std::make_shared<Scenario>(*FirstCase());
  scenario->law = Cn();
  if (change) change(*scenario);
  return scenario;
}

// As authored: the text of a case, `find` replaced by `replace`.
inline ScenarioPtr Authored(const std::string& id,
                            const std::vector<std::pair<std::string, std::string>>& edits) {
  Bundle bundle = RealBundle();
  for (const auto& [find, replace] : edits) {
    PutIn(bundle.files["cases/" + id + "/case.json"], find, replace);
  }
  const LoadReport report = LoadScenario(bundle, id);
  for (const Diagnostic& d : report.diagnostics) {
    if (d.severity == Severity::kError) ADD_FAILURE() << d.error.code;
  }
  return report.scenario;
}

inline Date On(const char* iso) { return ParseDate(iso).value(); }

// A morning some business days later, without the nights before it.
inline void Skip(Stage& s, int days) {
  s.state.known.seller.day = static_cast<Day>(s.state.known.seller.day + days);
  s.chance.SetDay(s.state.known.seller.day);
}

}  // namespace huikuan::test
