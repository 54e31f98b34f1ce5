// The stage of the first case for tests of payment: its customer changed, its claim on the list.
#pragma once

#include <functional>

#include "rules/payment/process.h"
#include "unit/rules/stage.h"

namespace huikuan::test {

inline constexpr Cents kClaim = 384'000'00;

// The first case with its customer changed.
inline ScenarioPtr Changed(const std::function<void(content::Customer&)>& change) {
  auto scenario = std::make_shared<Scenario>(*test::FirstCase());
  change(scenario->customers[0]);
  return scenario;
}

// On the list of a payment run that is today.
inline void PutOnTheList(Stage& s, Cents amount = kClaim) {
  s.Block("wrong_invoice");
  s.claim().cured = 1;
  s.claim().gate = static_cast<std::uint8_t>(Gate::kPaymentRun);
  s.claim().listed = amount;
  s.truth().cash = s.truth().cash_mean = 4 * kOne;
}

}  // namespace huikuan::test
