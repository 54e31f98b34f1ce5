#include "session/offers.h"

#include <algorithm>

#include "core/hash.h"
#include "rules/call/slots.h"
#include "rules/knowledge.h"
#include "rules/rules.h"

namespace huikuan::session {

namespace {

using content::Purpose;

struct Ranked {
  OfferView offer;
  int score = 0;
  bool mistake = false;
  std::uint64_t order = 0;
};

bool IsMistake(const content::Act& act) {
  return act.purpose == Purpose::kError || act.purpose == Purpose::kPress;
}

// How much a purpose has to do with this moment of the talk (design values).
int PurposeScore(const world::ConversationKnown& talk, const content::Act& act) {
  const bool stated = (talk.flags & world::kDebtStated) != 0;
  const bool greeted = (talk.flags & world::kGreeted) != 0;
  switch (act.purpose) {
    case Purpose::kOpen:
      return greeted ? 0 : 100;
    case Purpose::kGatekeeper:
      return 90;
    case Purpose::kRelate:
      return talk.turn < 3 ? 45 : 25;
    case Purpose::kDiagnose:
      return stated ? 55 : 45;
    case Purpose::kInform:
      return stated ? 40 : 70;
    case Purpose::kClarify:
      return talk.objection != kNone ? 75 : 20;
    case Purpose::kAsk:
      return stated ? 55 : 25;
    case Purpose::kNegotiate:
      return talk.refusals > 0 ? 45 : 20;
    case Purpose::kClose:
      return talk.promise != kNone ? 70 : talk.turn > 4 ? 30 : 10;
    case Purpose::kPress:
      return talk.refusals > 0 ? 50 : 35;
    case Purpose::kError:
      return 40;
    case Purpose::kCount:
      break;
  }
  return 0;
}

int Score(const Scenario& content, const world::Known& known, const content::Act& act, ActId id) {
  const world::ConversationKnown& talk = known.conversation;
  int score = PurposeScore(talk, act);
  if (((talk.acts_used >> id) & 1) != 0) score -= 45;
  const FactId problem = rules::OpenProblem(content, known, talk.customer);
  if (problem != kNone &&
      (act.request == content::Request::kActOnGate || (act.slots & kSlotDocument) != 0)) {
    score += 20;
  }
  if (act.target != Target::kNothing) {
    const std::uint8_t asked = known.customers[talk.customer].people[talk.person].asked;
    if (((asked >> (static_cast<int>(act.target) - 1)) & 1) != 0) score -= 20;
  }
  if (talk.promise != kNone &&
      (act.request == content::Request::kWritten || act.request == content::Request::kCheckpoint)) {
    score += 10;
  }
  return score;
}

}  // namespace

void FillOffers(const Scenario& content, const world::Known& known, Seed seed,
                ConversationView& view) {
  const world::ConversationKnown& talk = known.conversation;
  std::vector<Ranked> ranked;
  for (std::size_t a = 0; a < content.acts.size(); ++a) {
    const auto id = static_cast<ActId>(a);
    Say say;
    if (!rules::DefaultSlots(content, known, id, &say)) continue;
    if (rules::CheckCommand(content, known, Command{say}) != rules::Refusal::kNone) continue;
    Ranked r;
    r.offer.command = say;
    r.offer.text = content.acts[a].say;
    r.offer.variant = rules::OfferVariant(known, id);
    r.offer.slots = content.acts[a].slots;
    r.offer.minutes = content.acts[a].minutes;
    r.mistake = IsMistake(content.acts[a]);
    // The order changes from turn to turn and run to run, and never tells right from wrong.
    std::uint64_t h = HashWord(seed, static_cast<std::uint64_t>(known.seller.day));
    h = HashWord(h, (static_cast<std::uint64_t>(talk.person) << 16) | talk.turn);
    r.order = HashWord(h, a);
    r.score = Score(content, known, content.acts[a], id) * 16 + static_cast<int>(r.order % 160);
    ranked.push_back(r);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& x, const Ranked& y) {
    return x.score != y.score ? x.score > y.score : x.offer.command.act < y.offer.command.act;
  });
  // Two mistakes at the most, one at the least (when there is any).
  std::vector<Ranked> chosen;
  std::vector<Ranked> rest;
  std::size_t mistakes = 0;
  const bool any_mistake =
      std::any_of(ranked.begin(), ranked.end(), [](const Ranked& r) { return r.mistake; });
  for (const Ranked& r : ranked) {
    const std::size_t reserved = any_mistake && mistakes == 0 && !r.mistake ? 1 : 0;
    const bool room = chosen.size() + reserved < kMaxOffers && (!r.mistake || mistakes < 2);
    if (room) {
      mistakes += r.mistake ? 1 : 0;
      chosen.push_back(r);
    } else {
      rest.push_back(r);
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Ranked& x, const Ranked& y) { return x.order < y.order; });
  for (const Ranked& r : chosen) view.offers.push_back(r.offer);
  std::stable_sort(rest.begin(), rest.end(), [](const Ranked& x, const Ranked& y) {
    return x.offer.command.act < y.offer.command.act;
  });
  for (const Ranked& r : rest) view.others.push_back(r.offer);
}

}  // namespace huikuan::session
