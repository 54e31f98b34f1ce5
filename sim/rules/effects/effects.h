// The effects language at work: one file and one row for each kind.
#pragma once

#include "huikuan/command.h"
#include "rules/world.h"

namespace huikuan::rules {

// One utterance being answered.
struct Exchange {
  World& world;
  CustomerId customer;
  PersonId listener;
  const content::Act& act;
  const Say& say;
  content::Features features;  // of the act, with its tone
  bool repeated = false;       // said before in this conversation
  bool answered = false;       // a reply was given
  Q16 reserve = 0;             // logit by which they hold back, as in writing
  bool counted = false;        // the chase was counted when the message went
};

// Runs all effects of the act whose conditions hold, in their order.
void RunEffects(Exchange& exchange);

// Counts a request for money as a chase, valid or not, and what pressing too soon does.
void CountChase(Exchange& exchange);

// Kinds, one file each.
void EffectAdjust(Exchange& exchange, const content::Effect& effect);
void EffectDiagnose(Exchange& exchange, const content::Effect& effect);
void EffectRequest(Exchange& exchange, const content::Effect& effect);
void EffectCite(Exchange& exchange, const content::Effect& effect);
void EffectGive(Exchange& exchange, const content::Effect& effect);
void EffectFlag(Exchange& exchange, const content::Effect& effect);
void EffectChain(Exchange& exchange, const content::Effect& effect);
void EffectConcede(Exchange& exchange, const content::Effect& effect);
void EffectBreach(Exchange& exchange, const content::Effect& effect);
void EffectAcceptVague(Exchange& exchange, const content::Effect& effect);
void EffectEnd(Exchange& exchange, const content::Effect& effect);
void EffectCiteLaw(Exchange& exchange, const content::Effect& effect);

}  // namespace huikuan::rules
