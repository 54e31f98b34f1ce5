#include "assess/deal.h"

#include <string>

#include "assess/lines.h"
#include "rules/deal/deal.h"
#include "rules/payment/ledger.h"

namespace huikuan::assess {

namespace {

using content::DealPart;

InvoiceId Balance(const content::Deal& deal, int order) {
  return deal
      .invoices[static_cast<std::size_t>(order)][static_cast<std::size_t>(DealPart::kBalance)];
}

std::uint8_t BlockerOf(const Scenario& content, const world::State& state, CustomerId c,
                       int order) {
  const content::Deal& deal = content.customers[c].deal;
  return state.truth.customers[c].invoices[Balance(deal, order)].blocker;
}

// The neglected items that made this blocker likelier.
void TellGaps(const Scenario& content, const world::State& state, CustomerId c, int order,
              CustomerDebrief& out) {
  const content::Deal& deal = content.customers[c].deal;
  const world::CustomerKnown& known = state.known.customers[c];
  const std::uint8_t blocker = BlockerOf(content, state, c, order);
  if (!rules::Delivered(known, order) || blocker == kNone) return;
  for (int item = 0; item < content::kDealItems; ++item) {
    const bool leads = deal.neglect[static_cast<std::size_t>(item)][blocker] > 0;
    if (!leads || rules::SeenTo(deal, known, order, item)) continue;
    out.story.push_back(Line(
        "deal_gap." + std::to_string(item),
        {Number("order", order + 1), TextArg("blocker", content.blockers[blocker].name)}, false));
  }
}

enum class Loop { kNotTested, kClosed, kOpen, kLuck };

// The cause of the first order's trouble was dealt with: what it needed was done, or the second
// contract and our homework leave it no room.
bool CauseGone(const Scenario& content, const world::State& state, CustomerId c,
               std::uint8_t blocker) {
  const content::Deal& deal = content.customers[c].deal;
  const world::CustomerKnown& known = state.known.customers[c];
  if (state.truth.customers[c].invoices[Balance(deal, 0)].cured != 0) return true;
  bool prevented = false;
  for (int item = 0; item < content::kDealItems; ++item) {
    if (deal.neglect[static_cast<std::size_t>(item)][blocker] == 0) continue;
    if (!rules::SeenTo(deal, known, 1, item)) return false;
    prevented = true;
  }
  return prevented;
}

// The second order is the proof: what stood in the way of the first did not return, and nothing of
// it is overdue by more than a working week.
Loop LoopOf(const Scenario& content, const world::State& state, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& known = state.known.customers[c];
  if (customer.deal.orders < 2 || !rules::Delivered(known, 1)) return Loop::kNotTested;
  const std::uint8_t first = BlockerOf(content, state, c, 0);
  if (first == kNone) return Loop::kNotTested;
  if (BlockerOf(content, state, c, 1) == first) return Loop::kOpen;
  const Date today = content.days[static_cast<std::size_t>(state.known.seller.day)].date;
  for (const InvoiceId i : customer.deal.invoices[1]) {
    if (i == kNone || rules::OpenOf(customer, known, i) == 0) continue;
    if (today - rules::DueOf(customer, known, i) > 7) return Loop::kOpen;
  }
  return CauseGone(content, state, c, first) ? Loop::kClosed : Loop::kLuck;
}

}  // namespace

void TellDeal(const Scenario& content, const world::State& state, CustomerId c,
              CustomerDebrief& out) {
  const content::Deal& deal = content.customers[c].deal;
  if (!deal.on) return;
  const world::CustomerKnown& known = state.known.customers[c];
  if (known.deal.signed_day[0] == world::kNoDay) {
    out.story.push_back(Line("deal_lost", {Money("price", deal.price)}, false));
    return;
  }
  const DealTerms& terms = known.deal.terms[0];
  int clauses = 0;
  for (int i = 0; i < kDealClauses; ++i) clauses += terms.clauses >> i & 1;
  const Date day = content.days[known.deal.signed_day[0]].date;
  out.story.push_back(
      Line("deal_signed",
           {DateArg("date", day), Number("deposit", terms.deposit), Number("days", terms.term_days),
            Number("clauses", clauses), Number("all", kDealClauses)},
           clauses * 2 >= kDealClauses));
  for (int order = 0; order < deal.orders; ++order) TellGaps(content, state, c, order, out);
  const Loop loop = LoopOf(content, state, c);
  if (loop == Loop::kNotTested) return;
  const std::uint8_t first = BlockerOf(content, state, c, 0);
  out.story.push_back(Line(loop == Loop::kClosed ? "loop_closed"
                           : loop == Loop::kLuck ? "loop_luck"
                                                 : "loop_open",
                           {TextArg("blocker", content.blockers[first].name)},
                           loop == Loop::kClosed));
}

void AddDealIndicators(const Scenario& content, const world::State& state, CustomerId c,
                       std::vector<Indicator>* out) {
  const content::Deal& deal = content.customers[c].deal;
  if (!deal.on) return;
  const world::CustomerKnown& known = state.known.customers[c];
  int seen_to = 0;
  for (int item = 0; item < content::kDealItems; ++item) {
    seen_to += rules::SeenTo(deal, known, 0, item) ? 1 : 0;
  }
  Indicator contract;
  contract.key = "contract";
  contract.observed = known.deal.signed_day[0] != world::kNoDay;
  contract.score =
      static_cast<Q16>(DivRound(static_cast<std::int64_t>(seen_to) * kOne, content::kDealItems));
  contract.text = Line("contract", {Number("done", seen_to), Number("all", content::kDealItems)},
                       seen_to * 2 >= content::kDealItems);
  out->push_back(contract);
  const Loop loop = LoopOf(content, state, c);
  Indicator closed;
  closed.key = "loop";
  closed.observed = loop != Loop::kNotTested;
  closed.score = loop == Loop::kClosed ? kOne : 0;
  closed.text = Line(loop == Loop::kClosed ? "loop"
                     : loop == Loop::kLuck ? "loop_by_luck"
                                           : "loop_not",
                     {}, loop == Loop::kClosed);
  out->push_back(closed);
}

bool AboutOrderOf(const content::Customer& customer, const world::CustomerKnown& known,
                  InvoiceId fact, InvoiceId invoice, Day day) {
  const content::Invoice& about = customer.invoices[fact];
  const content::Invoice& asked = customer.invoices[invoice];
  if (about.part == DealPart::kNone || about.part != asked.part) return false;
  const bool second = rules::Delivered(known, 1) && day >= known.deal.delivered_day[1];
  return asked.deal_order == (second ? 1 : 0);
}

}  // namespace huikuan::assess
