// The deal desk as seen: from Known and the log of proposals.
#include "rules/commands.h"
#include "rules/deal/deal.h"
#include "rules/internal/tasks.h"
#include "session/observe.h"

namespace huikuan::session {

namespace {

Date DateAt(const Scenario& content, int day) {
  const auto at = static_cast<std::size_t>(day);
  return day >= 0 && at < content.days.size() ? content.days[at].date : kNoDate;
}

// Our last proposal of this order and their answer to it.
void AddTalk(const std::vector<Event>& history, CustomerId c, DealView* view) {
  for (const Event& e : history) {
    if (e.customer != c) continue;
    if (e.kind == EventKind::kReordered) view->proposed = view->answered = false;
    if (e.kind == EventKind::kTermsProposed) {
      view->ours = UnpackTerms(e.amount);
      view->proposed = true;
    }
    if (e.kind == EventKind::kTermsAnswered) {
      view->answer = static_cast<DealAnswer>(e.value);
      view->answered = true;
    }
  }
}

}  // namespace

std::optional<DealView> BuildDeal(const Scenario& content, const world::Known& known,
                                  const std::vector<Event>& history, CustomerId c) {
  const content::Deal& deal = content.customers[c].deal;
  if (!deal.on) return std::nullopt;
  const world::CustomerKnown& mine = known.customers[c];
  const int order = mine.deal.order;
  DealView view;
  view.phase = rules::PhaseOf(mine);
  view.order = order;
  // That there will be a second order nobody knows before it comes.
  view.orders = order + 1;
  view.price = deal.price;
  view.cost = deal.cost;
  view.wished = view.ours = deal.ours;
  view.standing = rules::TermsOf(mine, order);
  AddTalk(history, c, &view);
  view.credit_checked = deal.credit_task == kNone || rules::TaskDone(known, c, deal.credit_task) ||
                        rules::SeenTo(deal, mine, order, content::kCreditCheckItem);
  view.rounds = mine.deal.round;
  for (int i = 0; i < kDealNumbers; ++i) {
    const content::DealRange range = deal.ranges[static_cast<std::size_t>(i)];
    view.ranges[i] = {range.low, range.high};
  }
  const bool open = view.phase == DealPhase::kQuoting || view.phase == DealPhase::kAgreed;
  if (open) view.lapses = DateAt(content, rules::LapsesOn(deal, mine));
  view.delivery = rules::Delivered(mine, order)
                      ? DateAt(content, mine.deal.delivered_day[order])
                      : DateAt(content, rules::DeliveryPlanned(deal, mine, order));
  if (mine.deal.accepted_day[order] != world::kNoDay) {
    view.accepted = DateAt(content, mine.deal.accepted_day[order]);
  }
  view.signer = deal.signer;
  view.minutes = deal.minutes;
  view.sign_minutes = deal.sign_minutes;
  return view;
}

}  // namespace huikuan::session
