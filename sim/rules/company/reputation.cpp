#include "rules/company/reputation.h"

#include "rules/attitudes.h"

namespace huikuan::rules {

namespace {

// Design values: a lost good name takes several good deeds to win back.
constexpr int kHundredths[] = {
    4,    // service on time
    -4,   // service late
    5,    // word kept
    -10,  // word broken
    3,    // delivered
    -3,   // held fairly
    -15,  // held wrongly
    -8,   // order lost
    -12,  // bluff
    -2,   // begging
};

}  // namespace

void Credit(World& world, CustomerId c, Deed deed) {
  if (!world.content.company.present && world.customer(c).orders.empty()) return;
  const Q16 by = Hundredths(kHundredths[static_cast<std::size_t>(deed)]);
  Adjust(world, c, 0, content::Variable::kRelation, by);
}

}  // namespace huikuan::rules
