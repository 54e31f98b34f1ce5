// Who held up an invoice on each day of a run, read from the true states.
#pragma once

#include "huikuan/xray.h"
#include "review/run.h"

namespace huikuan::review {

std::vector<InvoiceXray> Xray(const Scenario& content, Seed seed, const Run& run);

}  // namespace huikuan::review
