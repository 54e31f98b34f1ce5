#include "bots/tools.h"

#include "rules/call/slots.h"
#include "rules/effects/conditions.h"
#include "rules/payment/ledger.h"

namespace huikuan::bots {

namespace {

using content::ActSet;

template <class Enum>
constexpr std::size_t At(Enum e) {
  return static_cast<std::size_t>(e);
}

bool MayTalk(const BotView& v) {
  return rules::CheckSetting(v.content, v.known, rules::Setting::kTalk, Talk(v).customer, 0) ==
         rules::Refusal::kNone;
}

// Whether the act may be said now; fills its slots. Precondition: somebody listens, and has time.
bool Sayable(const BotView& v, ActId id, Say* say) {
  const content::Act& act = v.content.acts[id];
  // Asked first, because it is cheaper than filling the slots.
  if (act.requires_begin != act.requires_end &&
      !rules::RequirementsHold(v.content, v.known, act.requires_begin, act.requires_end)) {
    return false;
  }
  say->act = id;
  return act.slots == 0 || rules::LawfulSlots(v.content, v.known, id, say);
}

// The best lawful act (with default slots) of a set, for which `score` is highest and above zero;
// of equals the first. Tried from the best one down, because most are lawful.
template <class Score>
std::optional<Say> BestAct(const BotView& v, ActSet among, Score score) {
  std::optional<Say> say;
  ActSet left = among & rules::SpeakableActs(v.content, v.known);
  if (left == 0 || !MayTalk(v)) return say;
  const int minutes = Talk(v).on_visit != 0 ? Talk(v).visit_left : v.known.seller.minutes_left;
  say.emplace();
  while (left != 0) {
    int best = -1;
    Q16 best_score = 0;
    content::ForEach(left, [&](int a) {
      const content::Act& act = v.content.acts[static_cast<std::size_t>(a)];
      const Q16 s = score(act, static_cast<ActId>(a));
      if (s <= best_score || act.minutes > minutes) return;
      best = a;
      best_score = s;
    });
    if (best < 0) break;
    if (Sayable(v, static_cast<ActId>(best), &*say)) return say;
    *say = Say{};
    left &= ~(1ULL << best);
  }
  say.reset();
  return say;
}

const content::ActIndex& Acts(const BotView& v) { return v.content.index.acts; }

}  // namespace

std::optional<Say> ActWithFlag(const BotView& v, std::uint8_t flag) {
  const ActSet acts = Acts(v).flag[At(content::First(flag))] & Acts(v).decent;
  return BestAct(v, acts, [&](const content::Act& act, ActId id) -> Q16 {
    return (Used(v, id) ? 1 : 2) * kOne - act.features.pressure;
  });
}

std::optional<Say> ActWithTarget(const BotView& v, Target target) {
  const ActSet acts = Acts(v).target[At(target)] & Acts(v).decent & ~Talk(v).acts_used;
  return BestAct(v, acts, [](const content::Act& act, ActId) -> Q16 {
    return kOne + act.features.specificity - act.features.pressure;
  });
}

std::optional<Say> ActWithRequest(const BotView& v, content::Request request) {
  const ActSet acts = Acts(v).request[At(request)] & Acts(v).decent & ~Acts(v).gatekeeper;
  return BestAct(v, acts, [](const content::Act& act, ActId) -> Q16 {
    return kOne + act.features.specificity;
  });
}

std::optional<Say> ActWithChain(const BotView& v, int step) {
  const ActSet acts = Acts(v).chain[At(step)] & Acts(v).decent & ~Talk(v).acts_used;
  return BestAct(v, acts, [](const content::Act& act, ActId) -> Q16 {
    return kOne + act.features.empathy;
  });
}

std::optional<Say> ActWithEffect(const BotView& v, content::EffectKind kind) {
  return BestAct(v, Acts(v).effect[At(kind)],
                 [](const content::Act&, ActId) -> Q16 { return kOne; });
}

std::optional<Say> ActOfPurpose(const BotView& v, content::Purpose purpose) {
  return BestAct(v, Acts(v).purpose[At(purpose)], [&](const content::Act& act, ActId id) -> Q16 {
    return (Used(v, id) ? 1 : 2) * kOne + act.features.warmth + act.features.pressure;
  });
}

std::optional<Say> GatekeeperAct(const BotView& v) {
  const ActSet acts = Acts(v).gatekeeper & Acts(v).request[At(content::Request::kPassOn)] &
                      ~Acts(v).effect[At(content::EffectKind::kBreach)];
  return BestAct(v, acts, [&](const content::Act& act, ActId id) -> Q16 {
    return (Used(v, id) ? 1 : 4) * kOne + act.features.specificity + act.features.warmth;
  });
}

Command TryLater(const BotView& v) {
  const bool morning = v.known.seller.part == static_cast<std::uint8_t>(DayPart::kMorning);
  return Wait{morning ? Until::kAfternoon : Until::kNextDay, kNoDate};
}

std::uint16_t OpenCustomers(const BotView& v, std::uint16_t among) {
  unsigned open = 0;
  content::ForEach(v.known.seller.active & among, [&](int c) {
    const auto id = static_cast<std::size_t>(c);
    if (rules::AnyOpen(v.content.customers[id], v.known.customers[id])) open |= 1U << c;
  });
  return static_cast<std::uint16_t>(open);
}

Command MoveOn(const BotView& v) {
  if (Talk(v).active != 0) return EndConversation{};
  return Wait{Until::kNextDay, kNoDate};
}

}  // namespace huikuan::bots
