// adjust: an attitude of the listener, their superior, the gate's owner, or everybody.
#include "rules/attitudes.h"
#include "rules/effects/effects.h"

namespace huikuan::rules {

namespace {

// Shown up before one's superior: whoever lives by face takes it to heart, beyond what the words
// themselves do. Design values: `ordinary` is the type's reactance to a face threat that needs no
// more than that.
constexpr Q16 kOrdinaryFace = Hundredths(28);

void LoseFace(Exchange& x) {
  const PersonId superior = x.world.customer(x.customer).people[x.listener].superior;
  const Q16 led = x.world.style(x.customer, x.listener).reactance_to.face_threat - kOrdinaryFace;
  if (superior == kNone || led <= 0) return;
  const Q16 loss = MulQ(MulQ(led, x.features.face_threat), 2 * kOne);
  Adjust(x.world, x.customer, x.listener, content::Variable::kReactance, loss);
  Adjust(x.world, x.customer, x.listener, content::Variable::kTrust, -loss);
}

}  // namespace

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
      if (!firm && effect.amount > 0) LoseFace(x);
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
