// Say: one utterance, and the answer to it.
#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/address.h"
#include "rules/call/answer.h"
#include "rules/call/audience.h"
#include "rules/call/reach.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/company/reputation.h"
#include "rules/effects/conditions.h"
#include "rules/effects/effects.h"
#include "rules/knowledge.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

content::Features WithTone(content::Features f, Tone tone) {
  switch (tone) {
    case Tone::kPlain:
      break;
    case Tone::kWarm:
      f.warmth = UnitQ(f.warmth + Hundredths(25));
      break;
    case Tone::kFirm:
      f.pressure = UnitQ(f.pressure + Hundredths(15));
      break;
    case Tone::kHarsh:
      f.pressure = UnitQ(f.pressure + Hundredths(30));
      f.face_threat = UnitQ(f.face_threat + Hundredths(35));
      break;
  }
  return f;
}

// Nobody asks for money before anything is owed.
bool AboutTheMoney(const Scenario& content, const content::Act& act) {
  using content::Request;
  if (act.request == Request::kActOnGate || act.request == Request::kPayment ||
      act.request == Request::kPartPayment || act.request == Request::kSupport ||
      act.purpose == content::Purpose::kPress) {
    return true;
  }
  for (std::size_t e = act.effects_begin; e < act.effects_end; ++e) {
    const content::Effect& effect = content.effects[e];
    if (effect.kind == content::EffectKind::kFlag && effect.value == world::kDebtStated) return true;
  }
  return false;
}

// Somebody pressed hard and annoyed ends the call.
bool HangsUp(World& world, CustomerId c, PersonId p) {
  const world::PersonTruth& person = world.person(c, p);
  if (person.reactance < Hundredths(45)) return false;
  const Q16 logit = MulQ(6 * kOne, person.reactance - Hundredths(70));
  return world.chance.Happens(Draw::kHangUp, PersonKey(c, p), MomentKey(world.state.known),
                              Logistic(logit));
}

}  // namespace

content::ActSet SpeakableActs(const Scenario& content, const world::Known& known) {
  const world::ConversationKnown& talk = known.conversation;
  const content::ActIndex& acts = content.index.acts;
  content::ActSet here = acts.channel[talk.channel];
  // Two on the line are enough, and a front desk brings nobody in.
  if (talk.joined != 0) here &= ~acts.request[static_cast<std::size_t>(content::Request::kJoin)];
  return talk.wanted != kNone ? here & acts.gatekeeper_lines : here & ~acts.gatekeeper;
}

Refusal Check(const Scenario& content, const world::Known& known, const Say& say) {
  const world::ConversationKnown& talk = known.conversation;
  const Refusal setting =
      CheckSetting(content, known, Setting::kTalk, talk.customer, Minutes(content, known, say));
  if (setting != Refusal::kNone) return setting;
  if (say.act >= content.acts.size()) return Refusal::kUnknownId;
  const content::Act& act = content.acts[say.act];
  if (!content::Has(SpeakableActs(content, known), say.act)) return Refusal::kActNotNow;
  if (!RequirementsHold(content, known, act.requires_begin, act.requires_end)) {
    return Refusal::kActNotNow;
  }
  if (AboutTheMoney(content, act) &&
      OpenTotal(content.customers[talk.customer], known.customers[talk.customer]) == 0) {
    return Refusal::kActNotNow;
  }
  return CheckSlots(content, known, act, say);
}

int Minutes(const Scenario& content, const world::Known&, const Say& say) {
  return say.act < content.acts.size() ? content.acts[say.act].minutes : 0;
}

void Apply(World& world, const Say& say) {
  world::ConversationKnown& talk = world.conversation();
  const content::Act& act = world.content.acts[say.act];
  SpendMinutes(world, act.minutes);
  const Address address = AddressOf(world.content, world.state.known, say);
  world.Tell(EventKind::kSaid, talk.customer, [&](Event& said) {
    said.item = world.focus(talk.customer);
    said.person = talk.person;
    said.act = say.act;
    said.amount = say.amount;
    said.date = say.date;
    said.document = say.document;
    said.other = say.person != kNone ? say.person : talk.wanted;
    said.value = static_cast<std::uint8_t>(say.tone);
    said.variant = OfferVariant(world.state.known, say.act);
    said.address = address;
    said.words = say.words;
  });

  const PersonId listener = talk.person;
  // The same words again in one conversation carry less, and grate more.
  const bool repeated = ((talk.acts_used >> say.act) & 1) != 0;
  Exchange x{world, talk.customer, listener, act, say, WithTone(act.features, say.tone), repeated};
  if (repeated) {
    x.features.empathy = x.features.warmth = x.features.evidence = x.features.specificity = 0;
  }
  talk.acts_used |= 1ULL << say.act;
  talk.last_act = say.act;
  if (repeated || say.tone != Tone::kPlain) {
    React(world, x.customer, listener, x.features, repeated ? Hundredths(40) : kOne);
  } else {
    const std::size_t types = world.content.types.size();
    React(world, x.customer, listener,
          world.content.index.responses[say.act * types + world.StyleIndex(x.customer, listener)],
          kOne);
  }
  AddressThem(x, address);
  BeforeAudience(x);
  // Begging (design.md §5): asking as if we had no right to it.
  if (act.purpose == content::Purpose::kError && act.features.deference > Hundredths(50)) {
    Credit(world, x.customer, Deed::kBegging);
  }
  if (repeated) {
    Adjust(world, x.customer, listener, content::Variable::kReactance, Hundredths(2));
  }
  if (x.features.warmth >= Hundredths(40) || x.features.empathy >= Hundredths(40)) {
    talk.flags |= world::kRapport;
  }
  // Hanging up is the answer; what was said was said all the same.
  const bool hangs_up = HangsUp(world, x.customer, listener);
  if (hangs_up) Answer(x, content::ReplyKind::kHangUp);
  RunEffects(x);
  if (hangs_up) {
    Disconnect(world, true);
    return;
  }
  if (act.chain != 0) Restate(x);
  Answer(x, content::ReplyKind::kAcknowledge);
  if (talk.active != 0 && talk.turn < 250) ++talk.turn;
  if (talk.active != 0 && talk.closing != 0) Disconnect(world, true);
}

}  // namespace huikuan::rules
