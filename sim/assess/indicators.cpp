// Indicators of design.md §2 that a single-customer case can exercise. Each is 0..1 with the figure
// it came from; what did not come up is "not observed", never zero.
#include "assess/company.h"
#include "assess/deal.h"
#include "assess/debrief.h"
#include "assess/lines.h"
#include "assess/settlement.h"
#include "huikuan/observation.h"
#include "rules/legal/standing.h"

namespace huikuan::assess {

namespace {

// The forecast of the plan card: 1 − (probability − came true)², the Brier score turned round.
Indicator Forecast(const Scenario& content, const world::State& state,
                   const std::vector<Event>& history, CustomerId c) {
  const world::PlanKnown& plan = state.known.customers[c].plan;
  const Date today = content.days[static_cast<std::size_t>(state.known.seller.day)].date;
  Cents by_then = 0;
  for (const Event& e : history) {
    const bool counts =
        e.kind == EventKind::kPaymentReceived && e.customer == c && e.date <= plan.date && e.day >= plan.day;
    if (counts) by_then += e.amount;
  }
  const bool came = by_then >= plan.amount;
  const bool decided =
      plan.set != 0 && (came || plan.date <= today || state.known.seller.ended != 0);
  const Q16 p = static_cast<Q16>(DivRound(static_cast<std::int64_t>(plan.probability) * kOne, 100));
  const Q16 error = came ? kOne - p : p;
  return Make("forecast", "forecast", decided, kOne - MulQ(error, error),
              {Percent("probability", p), Money("amount", plan.amount), DateArg("date", plan.date),
               Money("came", by_then)});
}

Indicator Classification(const Scenario& content, const world::State& state, CustomerId c) {
  const world::PlanKnown& plan = state.known.customers[c].plan;
  const world::CustomerTruth& truth = state.truth.customers[c];
  const content::Customer& customer = content.customers[c];
  // Truly strained: the mean of their cash has been cut by what blocks the money.
  const bool able = truth.cash_mean >= MulQ(customer.cash_mean, Hundredths(80));
  const Q16 said = plan.ability * (kOne / 2);
  const Q16 error = able ? kOne - said : said;
  return Make("classification", able ? "classification_able" : "classification_strained",
              plan.set != 0, kOne - MulQ(error, error), {});
}

Indicator Promises(const world::State& state, CustomerId c) {
  int made = 0, quality = 0;
  for (const world::PromiseKnown& p : state.known.customers[c].promises) {
    if (p.used == 0) continue;
    ++made;
    quality += p.quality;
  }
  return Make(
      "promises", "promises", made > 0, Share(quality, 6LL * made),
      {Number("made", made), Number("quality", made > 0 ? DivRound(quality * 10, made) : 0)});
}

Indicator FollowUp(const world::State& state, CustomerId c) {
  int broken = 0, followed = 0;
  for (const world::PromiseKnown& p : state.known.customers[c].promises) {
    if (p.used == 0 || p.state != static_cast<std::uint8_t>(PromiseState::kBroken)) continue;
    ++broken;
    if ((p.marks & world::kPromiseFollowed) != 0) ++followed;
  }
  return Make("follow_up", "follow_up", broken > 0, Share(followed, broken),
              {Number("broken", broken), Number("followed", followed)});
}

Indicator Letters(const world::State& state, CustomerId c) {
  const world::CustomerKnown& known = state.known.customers[c];
  int sent = 0, quality = 0;
  for (int i = 0; i < kLetterLevels; ++i) {
    const world::LetterKnown letter = world::LastLetter(state.known, c, i);
    if (letter.day == kNever) continue;
    ++sent;
    quality += letter.quality;
  }
  return Make("letters", "letters", sent > 0, Share(quality, 100LL * sent),
              {Number("sent", known.letters), Number("quality", sent > 0 ? quality / sent : 0)});
}

// Days from the first contact to the one who can release the money.
Indicator KeyPerson(const Scenario& content, const std::vector<Event>& history, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  Day met = kNever;
  bool any = false;
  for (const Event& e : history) {
    if (e.kind != EventKind::kCallStarted || e.customer != c) continue;
    any = true;
    const content::Person& p = customer.people[e.person];
    const bool late = (p.duties >> static_cast<int>(Gate::kCashPlan)) != 0;
    if (met == kNever && (late || p.authority >= Hundredths(80))) met = e.day;
  }
  const Q16 score = met == kNever ? 0 : kOne - met * Hundredths(3);
  return Make("key_person", met == kNever ? "key_person_never" : "key_person", any, score,
              {Number("days", met)});
}

// How early what blocks the main claim was known. Half the credit is gone after three weeks (design
// value); where nothing blocks it there is nothing to find.
Indicator Diagnosis(const Scenario& content, const world::State& state,
                    const std::vector<Event>& history, CustomerId c) {
  const InvoiceId claim = content.customers[c].claim;
  const bool blocked = state.truth.customers[c].invoices[claim].blocker != kNone;
  const Day found = FoundDay(content, state, history, c, claim);
  // What is drawn at delivery cannot be found before.
  const std::uint8_t delivered = state.known.customers[c].deal.delivered_day[0];
  const Day since = delivered == world::kNoDay ? Day{0} : Day{delivered};
  return Make("diagnosis", found == kNever ? "diagnosis_never" : "diagnosis", blocked,
              found == kNever ? 0 : kOne - (found - since) * Hundredths(3),
              {Number("days", found == kNever ? found : found - since)});
}

}  // namespace

std::vector<Indicator> MeasureIndicators(const Scenario& content, const world::State& state,
                                         const std::vector<Event>& history, CustomerId c) {
  std::vector<Indicator> out;
  const world::CustomerKnown& known = state.known.customers[c];
  out.push_back(Diagnosis(content, state, history, c));
  out.push_back(
      Make("right_desk", "right_desk", known.chases > 0,
           kOne - Share(known.invalid_chases, known.chases),
           {Number("valid", known.chases - known.invalid_chases), Number("all", known.chases)}));
  out.push_back(KeyPerson(content, history, c));
  out.push_back(Promises(state, c));
  out.push_back(FollowUp(state, c));
  out.push_back(Letters(state, c));
  out.push_back(Forecast(content, state, history, c));
  out.push_back(Classification(content, state, c));
  const bool planned = known.plan.first_set_before_contact != 0;
  out.push_back(
      Make("plan_first", planned ? "plan_first" : "plan_first_not", true, planned ? kOne : 0, {}));
  AddDealIndicators(content, state, c, &out);
  AddSettlementIndicators(content, state, c, &out);
  // Supply held back unlawfully is a breach too, of contract: half marks (design value).
  const bool held = rules::Counterclaim(content.customers[c], known) > 0;
  const Q16 conduct = state.known.seller.breaches > 0 ? 0 : held ? kOne / 2 : kOne;
  out.push_back(Make("conduct", held ? "conduct_hold" : "conduct", true, conduct,
                     {Number("count", state.known.seller.breaches)}));
  MeasureCompany(content, state, c, out);
  return out;
}

}  // namespace huikuan::assess
