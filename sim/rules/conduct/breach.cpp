#include "rules/conduct/breach.h"

#include "rules/attitudes.h"

namespace huikuan::rules {

void Breach(World& world, CustomerId c, PersonId witness, ConductBreach breach) {
  if (world.seller().breaches < 255) ++world.seller().breaches;
  Event e = world.NewEvent(EventKind::kConductBreach, c);
  e.person = witness;
  e.value = static_cast<std::uint8_t>(breach);
  world.Emit(e);
  if (witness == kNone) return;
  Adjust(world, c, witness, content::Variable::kTrust, -Hundredths(20));
  Adjust(world, c, witness, content::Variable::kReactance, Hundredths(20));
  // A false statement is found out half the time; trust never fully recovers (models.md §2).
  if (breach == ConductBreach::kFalseStatement &&
      world.chance.Happens(Draw::kCaught, PersonKey(c, witness), MomentKey(world.state.known),
                           Hundredths(50))) {
    world.person(c, witness).trust_capped = 1;
    Adjust(world, c, witness, content::Variable::kTrust, -Hundredths(20));
  }
}

}  // namespace huikuan::rules
