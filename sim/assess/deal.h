// What the debrief says about the sale itself: the contract signed, what its gaps led to, and
// whether the loop was closed.
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/debrief.h"
#include "world/state.h"

namespace huikuan::assess {

void TellDeal(const Scenario& content, const world::State& state, CustomerId c,
              CustomerDebrief& out);
// "contract" (what was seen to before and at signing) and "loop" (whether the second order was kept
// clear of what had stood in the way of the first); nothing for a customer without a deal.
void AddDealIndicators(const Scenario& content, const world::State& state, CustomerId c,
                       std::vector<Indicator>* out);
// Whether a finding about the deal's invoice `fact` made on `day` is about `invoice`, of the same
// contract: findings are about the first order until the second is delivered.
bool AboutOrderOf(const content::Customer& customer, const world::CustomerKnown& known,
                  InvoiceId fact, InvoiceId invoice, Day day);

}  // namespace huikuan::assess
