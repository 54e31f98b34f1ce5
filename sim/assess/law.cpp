#include "assess/law.h"

#include "assess/lines.h"
#include "rules/legal/limitation.h"
#include "rules/legal/security.h"
#include "rules/legal/standing.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/ledger.h"

namespace huikuan::assess {

namespace {

int Count(const std::vector<Event>& history, CustomerId c, EventKind kind, std::uint8_t value) {
  int n = 0;
  for (const Event& e : history) n += e.customer == c && e.kind == kind && e.value == value ? 1 : 0;
  return n;
}

void TellLimitation(const Scenario& content, const world::State& state, CustomerId c,
                    std::vector<DebriefLine>& story) {
  const content::Customer& customer = content.customers[c];
  for (std::size_t n = 0; n < customer.invoices.size(); ++n) {
    const auto i = static_cast<InvoiceId>(n);
    if (rules::OpenOf(customer, state.known.customers[c], i) == 0) continue;
    if (!rules::OutOfTime(content, state.known, c, i)) continue;
    const bool pleaded = rules::Pleaded(state.known.customers[c], i);
    const Date until = rules::InTimeUntil(content, state.known, c, i);
    story.push_back(Line(pleaded ? "law_pleaded" : "law_out_of_time",
                         {TextArg("invoice", customer.invoices[n].title), DateArg("date", until)},
                         false));
  }
}

void TellInsolvency(const Scenario& content, const world::State& state, CustomerId c,
                    std::vector<DebriefLine>& story) {
  const world::CustomerKnown& known = state.known.customers[c];
  const SecurityState security = rules::SecurityOf(known);
  if (security == SecurityState::kAgreed) story.push_back(Line("law_security_word", {}, false));
  if (security == SecurityState::kVoid) story.push_back(Line("law_security_void", {}, false));
  if (security == SecurityState::kEffective) story.push_back(Line("law_security", {}, true));
  if (rules::FileClaimBy(content, known, c) == kNoDate) return;
  const bool filed = known.claim == world::kClaimFiled;
  story.push_back(Line(filed ? "law_claim_filed" : "law_claim_lost", {}, filed));
}

}  // namespace

void TellLaw(const Scenario& content, const world::State& state, const std::vector<Event>& history,
             CustomerId c, std::vector<DebriefLine>& story) {
  if (!content.law.present) return;
  TellLimitation(content, state, c, story);
  TellInsolvency(content, state, c, story);
  const Cents counterclaim = rules::Counterclaim(content.customers[c], state.known.customers[c]);
  if (counterclaim > 0) {
    story.push_back(Line("law_held_unlawfully", {Money("amount", counterclaim)}, false));
  }
  if (Count(history, c, EventKind::kInterestClaimed, 0) > 0) {
    story.push_back(Line("law_interest_high", {}, false));
  }
  const int cited = Count(history, c, EventKind::kRuleCited, 2);
  const int wrongly = Count(history, c, EventKind::kRuleCited, 0);
  if (cited > 0) story.push_back(Line("law_rule_cited", {Number("count", cited)}, true));
  if (wrongly > 0) story.push_back(Line("law_rule_wrong", {Number("count", wrongly)}, false));
}

void TellLawMoment(const Event& e, std::vector<DebriefLine>& timeline) {
  const auto tell = [&](const char* key, bool good) {
    timeline.push_back(Line(key, {Money("amount", e.amount)}, good, e.day));
  };
  switch (e.kind) {
    case EventKind::kLimitationPleaded:
      return tell("t_pleaded", false);
    case EventKind::kHoldUnlawful:
      return tell("t_hold_unlawful", false);
    case EventKind::kSecurityEffective:
      return tell("t_secured", true);
    case EventKind::kSecurityVoid:
      return tell("t_security_void", false);
    case EventKind::kClaimFiled:
      return tell("t_claim_filed", true);
    case EventKind::kClaimLost:
      return tell("t_claim_lost", false);
    default:
      return;
  }
}

}  // namespace huikuan::assess
