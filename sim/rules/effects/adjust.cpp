// adjust: an attitude of the listener, their superior, the gate's owner, or everybody.
#include "rules/attitudes.h"
#include "rules/effects/effects.h"

namespace huikuan::rules {

void EffectAdjust(Exchange& x, const content::Effect& effect) {
  if (x.repeated && effect.amount > 0) return;  // kind words wear out at once, harsh ones do not
  const content::Customer& customer = x.world.customer(x.customer);
  const auto one = [&](PersonId p) {
    if (p != kNone) Adjust(x.world, x.customer, p, effect.variable, effect.amount);
  };
  // Relation and sponsor belong to the firm: once, whoever listens.
  const bool firm = effect.variable == content::Variable::kRelation ||
                    effect.variable == content::Variable::kSponsor;
  switch (effect.audience) {
    case content::Audience::kListener:
      one(x.listener);
      break;
    case content::Audience::kSuperior:
      one(customer.people[x.listener].superior);
      break;
    case content::Audience::kOwner: {
      const std::uint8_t gate = x.world.claim(x.customer).gate;
      if (gate < kGates) one(customer.gates[gate].owner);
      break;
    }
    case content::Audience::kEverybody:
      if (firm) {
        one(x.listener);
      } else {
        for (std::size_t p = 0; p < customer.people.size(); ++p) one(static_cast<PersonId>(p));
      }
      break;
    case content::Audience::kCount:
      break;
  }
}

}  // namespace huikuan::rules
