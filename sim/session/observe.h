// Builds what the trainee may know from Known and the history. Takes no Truth, so nothing hidden
// can get in.
#pragma once

#include <optional>
#include <vector>

#include "content/scenario.h"
#include "huikuan/observation.h"
#include "world/state.h"

namespace huikuan::session {

Observation BuildObservation(const Scenario& content, const world::Known& known,
                             const std::vector<Event>& history, Seed seed);

// Our own house (observe_company.cpp).
CompanyView BuildCompany(const Scenario& content, const world::Known& known);

// One customer's part (observe_customer.cpp).
CustomerView BuildCustomer(const Scenario& content, const world::Known& known,
                           const std::vector<Event>& history, CustomerId c);

// Its deal desk, if it has one (observe_deal.cpp).
std::optional<SettlementView> BuildSettlement(const Scenario& content, const world::Known& known,
                                              CustomerId c);
// Its messages, in a case that has them (observe_messages.cpp).
std::optional<MessagesView> BuildMessages(const Scenario& content, const world::Known& known,
                                          CustomerId c);
std::optional<DealView> BuildDeal(const Scenario& content, const world::Known& known,
                                  const std::vector<Event>& history, CustomerId c);

}  // namespace huikuan::session
