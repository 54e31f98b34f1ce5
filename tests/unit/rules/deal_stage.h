// A stage for the deal desk: the full-loop case, with short ways to sign, deliver and pay.
#pragma once

#include <functional>

#include "rules/day/next_day.h"
#include "rules/deal/deal.h"
#include "rules/payment/ledger.h"
#include "rules/payment/receipt.h"
#include "unit/rules/stage.h"

namespace huikuan::test {

inline ScenarioPtr FullLoop() {
  static const ScenarioPtr scenario = LoadScenario(RealBundle(), "full-loop").scenario;
  return scenario;
}

inline DealTerms AllClauses(DealTerms terms) {
  terms.clauses = 0xff;
  return terms;
}

class DealStage : public Stage {
 public:
  explicit DealStage(Seed seed = 1, ScenarioPtr played = FullLoop())
      : Stage(seed, std::move(played)) {}

  const content::Deal& deal() const { return customer().deal; }
  world::DealKnown& desk() { return known().deal; }
  InvoiceId Invoice(int order, content::DealPart part) const {
    return deal().invoices[static_cast<std::size_t>(order)][static_cast<std::size_t>(part)];
  }
  world::InvoiceTruth& Balance(int order) {
    return truth().invoices[Invoice(order, content::DealPart::kBalance)];
  }
  std::uint8_t Blocker(const std::string& id) const {
    for (std::size_t b = 0; b < scenario->blockers.size(); ++b) {
      if (scenario->blockers[b].id == id) return static_cast<std::uint8_t>(b);
    }
    ADD_FAILURE() << "no blocker " << id;
    return 0;
  }
  void Sign(const DealTerms& terms) {
    desk().standing = terms;
    rules::Sign(world, 0);
  }
  void Pay(int order, content::DealPart part) {
    const InvoiceId i = Invoice(order, part);
    const Cents open = rules::OpenOf(customer(), known(), i);
    if (open > 0) rules::Receive(world, 0, i, open);
  }
  // The morning of a business day, without the nights before it: only the desk moves.
  void Morning(int day) {
    state.known.seller.day = static_cast<Day>(day);
    chance.SetDay(static_cast<Day>(day));
    rules::DealMorning(world, 0);
  }
  // Signed on day 0 and delivered; returns the day of delivery.
  int SignAndDeliver(const DealTerms& terms) {
    Sign(terms);
    Pay(0, content::DealPart::kDeposit);
    Morning(deal().lead_days);
    return deal().lead_days;
  }
  // What stands in the way of the first order, by hand.
  void BlockFirst(const std::string& blocker) {
    for (const auto part : {content::DealPart::kDelivery, content::DealPart::kBalance}) {
      truth().invoices[Invoice(0, part)].blocker = Blocker(blocker);
    }
  }
};

}  // namespace huikuan::test
