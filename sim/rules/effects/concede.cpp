// concede: gives away a share of the claim for nothing. The counterpart learns that it works.
#include "rules/payment/ledger.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/effects/effects.h"
#include "rules/payment/process.h"

namespace huikuan::rules {

void EffectConcede(Exchange& x, const content::Effect& effect) {
  World& world = x.world;
  const Cents given = MulMoney(Outstanding(world, x.customer), effect.amount);
  world.seller().conceded += given;
  Adjust(world, x.customer, x.listener, content::Variable::kPressureCost, -Hundredths(10));
  Adjust(world, x.customer, x.listener, content::Variable::kMood, Hundredths(10));
  Answer(x, content::ReplyKind::kThank);
}

}  // namespace huikuan::rules
