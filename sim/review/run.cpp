#include "review/run.h"

#include <algorithm>

#include "bots/bots.h"
#include "rules/payment/ledger.h"
#include "rules/rules.h"
#include "rules/setup.h"

namespace huikuan::review {

Run PlayAgain(const Scenario& content, Seed seed, const std::vector<Command>& commands) {
  Run run;
  rules::Chance chance(seed);
  rules::SetUp(content, run.opening, chance, nullptr);
  run.end = run.opening;
  run.turns.reserve(commands.size());
  for (const Command& command : commands) {
    auto moment = std::make_shared<search::Moment>();
    Turn turn;
    turn.truth = run.end.truth;
    moment->before = run.end.known;
    moment->step.command = command;
    rules::World world{content, run.end, chance, &moment->step.events};
    rules::ApplyCommand(world, command);
    moment->step.known = run.end.known;
    turn.moment = std::move(moment);
    run.turns.push_back(std::move(turn));
  }
  return run;
}

bool IsDecision(const Command& command) {
  return !std::holds_alternative<OpenDocument>(command) &&
         !std::holds_alternative<InspectField>(command) &&
         !std::holds_alternative<SetPlan>(command) && !std::holds_alternative<SetDiary>(command) &&
         !std::holds_alternative<WriteNote>(command);
}

CustomerId CustomerOf(const Scenario& content, const world::Known& known, const Command& command) {
  CustomerId concerned = search::Concerned(known, command);
  if (concerned != kNone) return concerned;
  if (content.customers.size() == 1) return 0;
  const Command book = bots::Choose(bots::Bot::kByTheBook, {content, known, 0});
  concerned = search::Concerned(known, book);
  if (concerned != kNone) return concerned;
  CustomerId most = 0;
  Cents open = -1;
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    const Cents mine = rules::OpenTotal(content.customers[c], known.customers[c]);
    if (mine <= open) continue;
    open = mine;
    most = static_cast<CustomerId>(c);
  }
  return most;
}

Cents ExposureOf(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  Cents open = rules::OpenTotal(customer, known.customers[c]);
  if (open <= 0) {
    open = 0;
    for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
      if (!customer.invoices[i].collectable) continue;
      open += rules::AmountOf(customer, known.customers[c], static_cast<InvoiceId>(i));
    }
  }
  return std::max<Cents>(open, 1);
}

}  // namespace huikuan::review
