#include "bots/tools.h"

#include "rules/payment/ledger.h"

#include "huikuan/observation.h"
#include "rules/call/slots.h"
#include "rules/knowledge.h"

namespace huikuan::bots {

const world::ConversationKnown& Talk(const BotView& v) { return v.known.conversation; }

bool Used(const BotView& v, ActId act) { return ((Talk(v).acts_used >> act) & 1) != 0; }

namespace {

bool Decent(const content::Act& act) {
  return act.purpose != content::Purpose::kError && act.purpose != content::Purpose::kPress;
}

// The best lawful act (with default slots) for which `score` is highest and above zero.
template <class Score>
std::optional<Say> BestAct(const BotView& v, Score score) {
  std::optional<Say> best;
  Q16 best_score = 0;
  for (std::size_t a = 0; a < v.content.acts.size(); ++a) {
    const Q16 s = score(v.content.acts[a], static_cast<ActId>(a));
    if (s <= best_score) continue;
    Say say;
    if (!rules::DefaultSlots(v.content, v.known, static_cast<ActId>(a), &say)) continue;
    if (!Lawful(v, Command{say})) continue;
    best = say;
    best_score = s;
  }
  return best;
}

bool HasEffect(const BotView& v, const content::Act& act, content::EffectKind kind, int value) {
  for (std::uint16_t i = act.effects_begin; i < act.effects_end; ++i) {
    const content::Effect& e = v.content.effects[i];
    if (e.kind == kind && (value < 0 || e.value == value)) return true;
  }
  return false;
}

}  // namespace

std::optional<Say> ActWithFlag(const BotView& v, std::uint8_t flag) {
  return BestAct(v, [&](const content::Act& act, ActId id) -> Q16 {
    if (!Decent(act) || !HasEffect(v, act, content::EffectKind::kFlag, flag)) return 0;
    return (Used(v, id) ? 1 : 2) * kOne - act.features.pressure;
  });
}

std::optional<Say> ActWithTarget(const BotView& v, Target target) {
  return BestAct(v, [&](const content::Act& act, ActId id) -> Q16 {
    if (!Decent(act) || act.target != target || Used(v, id)) return 0;
    return kOne + act.features.specificity - act.features.pressure;
  });
}

std::optional<Say> ActWithRequest(const BotView& v, content::Request request) {
  return BestAct(v, [&](const content::Act& act, ActId) -> Q16 {
    if (!Decent(act) || act.request != request || act.purpose == content::Purpose::kGatekeeper) {
      return 0;
    }
    return kOne + act.features.specificity;
  });
}

std::optional<Say> ActWithChain(const BotView& v, int step) {
  return BestAct(v, [&](const content::Act& act, ActId id) -> Q16 {
    if (!Decent(act) || ((act.chain >> step) & 1) == 0 || Used(v, id)) return 0;
    return kOne + act.features.empathy;
  });
}

std::optional<Say> ActWithEffect(const BotView& v, content::EffectKind kind) {
  return BestAct(v, [&](const content::Act& act, ActId) -> Q16 {
    return HasEffect(v, act, kind, -1) ? kOne : 0;
  });
}

std::optional<Say> ActOfPurpose(const BotView& v, content::Purpose purpose) {
  return BestAct(v, [&](const content::Act& act, ActId id) -> Q16 {
    if (act.purpose != purpose) return 0;
    return (Used(v, id) ? 1 : 2) * kOne + act.features.warmth + act.features.pressure;
  });
}

std::optional<Say> GatekeeperAct(const BotView& v) {
  return BestAct(v, [&](const content::Act& act, ActId id) -> Q16 {
    if (act.purpose != content::Purpose::kGatekeeper || act.request != content::Request::kPassOn ||
        HasEffect(v, act, content::EffectKind::kBreach, -1)) {
      return 0;
    }
    return (Used(v, id) ? 1 : 4) * kOne + act.features.specificity + act.features.warmth;
  });
}

int DaysSinceContact(const BotView& v, CustomerId c, PersonId p) {
  const Day last = v.known.customers[c].people[p].last_contact;
  return last == kNever ? 999 : v.known.seller.day - last;
}

bool TriedNow(const BotView& v, CustomerId c, PersonId p) {
  return v.known.customers[c].people[p].tried == v.known.seller.day * 2 + v.known.seller.part;
}

Command TryLater(const BotView& v) {
  const bool morning = v.known.seller.part == static_cast<std::uint8_t>(DayPart::kMorning);
  return Wait{morning ? Until::kAfternoon : Until::kNextDay, kNoDate};
}

bool LivePromise(const BotView& v, CustomerId c) {
  for (const world::PromiseKnown& p : v.known.customers[c].promises) {
    if (p.used != 0 && p.date != kNoDate &&
        p.state == static_cast<std::uint8_t>(PromiseState::kOpen)) {
      return true;
    }
  }
  return false;
}

Date NextOpenRun(const BotView& v, CustomerId c) {
  if (!rules::RunDatesKnown(v.content, v.known, c)) return kNoDate;
  for (std::size_t d = static_cast<std::size_t>(v.known.seller.day) + 1; d < v.content.days.size();
       ++d) {
    const content::RunDay& day = v.content.customers[c].days[d];
    if (day.is_cut_off && day.run != kNever) {
      return v.content.days[static_cast<std::size_t>(day.run)].date;
    }
  }
  return kNoDate;
}

int DaysOverdue(const BotView& v, CustomerId c) {
  const content::Customer& customer = v.content.customers[c];
  return Today(v) - rules::DueOf(customer, v.known.customers[c], v.known.customers[c].focus);
}

Command MoveOn(const BotView& v) {
  if (Talk(v).active != 0) return EndConversation{};
  return Wait{Until::kNextDay, kNoDate};
}

}  // namespace huikuan::bots
