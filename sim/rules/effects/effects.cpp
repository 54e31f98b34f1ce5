#include "rules/effects/effects.h"

#include <array>

#include "rules/effects/conditions.h"

namespace huikuan::rules {

namespace {

using EffectRule = void (*)(Exchange&, const content::Effect&);

// By content::EffectKind; a new kind is a file in this folder, a row here and one in
// content/vocabulary.cpp.
constexpr std::array<EffectRule, static_cast<std::size_t>(content::EffectKind::kCount)> kRules = {
    EffectAdjust, EffectDiagnose, EffectRequest, EffectCite,        EffectGive, EffectFlag,
    EffectChain,  EffectConcede,  EffectBreach,  EffectAcceptVague, EffectEnd,  EffectCiteLaw,
};

}  // namespace

void RunEffects(Exchange& exchange) {
  const Scenario& content = exchange.world.content;
  for (std::uint16_t i = exchange.act.effects_begin; i < exchange.act.effects_end; ++i) {
    const content::Effect& effect = content.effects[i];
    // Put through to somebody else: the rest was not said to them.
    if (exchange.world.conversation().person != exchange.listener) return;
    if (effect.when_begin == effect.when_end ||
        ConditionsHold(exchange.world, effect.when_begin, effect.when_end)) {
      kRules[static_cast<std::size_t>(effect.kind)](exchange, effect);
    }
  }
}

}  // namespace huikuan::rules
