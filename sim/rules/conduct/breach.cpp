#include "rules/conduct/breach.h"

#include "rules/attitudes.h"
#include "rules/company/reputation.h"

namespace huikuan::rules {

void Offend(World& world, CustomerId c, PersonId person) {
  Adjust(world, c, person, content::Variable::kTrust, -Hundredths(20));
  Adjust(world, c, person, content::Variable::kReactance, Hundredths(20));
}

void Breach(World& world, CustomerId c, PersonId witness, ConductBreach breach) {
  if (world.seller().breaches < 255) ++world.seller().breaches;
  Event e = world.NewEvent(EventKind::kConductBreach, c);
  e.person = witness;
  e.value = static_cast<std::uint8_t>(breach);
  world.Emit(e);
  if (breach == ConductBreach::kFalseStatement) Credit(world, c, Deed::kBluff);
  if (witness == kNone) return;
  Offend(world, c, witness);
  // A false statement is found out half the time; trust never fully recovers (models.md §2).
  if (breach == ConductBreach::kFalseStatement &&
      world.chance.Happens(Draw::kCaught, PersonKey(c, witness), MomentKey(world.state.known),
                           Hundredths(50))) {
    world.person(c, witness).marks |= world::kTrustCapped;
    Adjust(world, c, witness, content::Variable::kTrust, -Hundredths(20));
  }
}

}  // namespace huikuan::rules
