#include "search/planner.h"

#include "bots/bots.h"
#include "core/hash.h"
#include "rules/payment/ledger.h"
#include "rules/rules.h"
#include "rules/slice.h"
#include "search/price.h"
#include "search/proposals.h"

namespace huikuan::search {

namespace {

constexpr double kFewest = 8;  // effective particles below which nothing can be inferred
// What a departure from the book must promise in a portfolio, as a share of what the customer owes:
// below it the price of our time is not known well enough. A customer alone has no such price, and
// many small gains that are sure add up.
constexpr double kLeastEdge = 0.001;
constexpr double kSure = 2;      // standard errors, on fresh worlds
constexpr double kVerySure = 4;  // … that need no further worlds

bool Above(const Comparison::Edge& edge, double least, double errors) {
  return edge.mean > least && edge.mean * edge.mean > errors * errors * edge.variance;
}

// Decisions worth a look ahead; paperwork is done by the book.
bool Strategic(const Command& command) {
  return std::holds_alternative<StartCall>(command) ||
         std::holds_alternative<StartVisit>(command) ||
         std::holds_alternative<SendLetter>(command) ||
         std::holds_alternative<SendDocument>(command) ||
         std::holds_alternative<OrderTask>(command) || std::holds_alternative<Wait>(command);
}

}  // namespace

Planner::Planner(const Scenario& content, const world::Known& opening,
                 const PlannerOptions& options)
    : content_(content), options_(options), known_(opening) {
  beliefs_.reserve(content.customers.size());
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    beliefs_.emplace_back(content, static_cast<CustomerId>(c), opening, options.particles);
  }
}

void Planner::Observe(const Step& step) {
  const auto moment = std::make_shared<const Moment>(Moment{known_, step});
  for (Belief& belief : beliefs_) belief.Observe(moment);
  known_ = step.known;
  ++steps_;
}

// Whom the book would attend to; when it would wait, each open customer in turn.
CustomerId Planner::CustomerFor(const Command& book) const {
  const CustomerId concerned = Concerned(known_, book);
  if (concerned != kNone) return concerned;
  const auto n = content_.customers.size();
  for (std::size_t i = 0; i < n; ++i) {
    const auto c = static_cast<CustomerId>((static_cast<std::size_t>(known_.seller.day) + i) % n);
    if (rules::OpenTotal(content_.customers[c], known_.customers[c]) > 0) return c;
  }
  return 0;
}

double Planner::LeastEdge(CustomerId customer) const {
  if (content_.customers.size() < 2) return 0;
  return kLeastEdge * static_cast<double>(rules::OpenTotal(content_.customers[customer],
                                                           known_.customers[customer]));
}

Command Planner::LookAhead(CustomerId customer, const Command& book) const {
  const Belief& belief = beliefs_[customer];
  if (rules::OpenTotal(content_.customers[customer], known_.customers[customer]) == 0 ||
      belief.EffectiveSize() < kFewest) {
    return book;
  }
  const std::vector<Command> candidates = Proposals(content_, known_, customer, book);
  if (candidates.size() < 2) return book;
  const Seed salt = static_cast<Seed>(steps_) * 2;
  Comparison look(content_, belief, candidates, salt);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    look.SetPenalty(i, PriceOfTime(content_, known_, customer, candidates[i]));
  }
  const double least = LeastEdge(customer);
  look.RunTo(options_.first);
  look.DropBelow(least);
  if (look.Best() == 0) return book;
  look.Halve(2);
  look.RunTo(options_.second);
  const std::size_t best = look.Best();
  if (best == 0) return book;
  const Comparison::Edge promise = look.EdgeOf(best);
  const bool unsure = promise.mean * promise.mean < promise.variance;
  if (unsure || promise.mean < least) return book;  // not worth a fresh look
  Comparison duel(content_, belief, {book, candidates[best]}, salt + 1);
  duel.SetPenalty(0, PriceOfTime(content_, known_, customer, book));
  duel.SetPenalty(1, PriceOfTime(content_, known_, customer, candidates[best]));
  return Wins(duel, least) ? candidates[best] : book;
}

// On fresh worlds; soon settled where the difference hardly varies, which it often does not.
bool Planner::Wins(Comparison& duel, double least) const {
  for (int worlds = options_.final / 8; worlds < options_.final; worlds *= 2) {
    duel.RunTo(worlds);
    const Comparison::Edge edge = duel.EdgeOf(1);
    if (edge.mean <= 0) return false;
    if (Above(edge, least, kVerySure)) return true;
  }
  duel.RunTo(options_.final);
  return Above(duel.EdgeOf(1), least, kSure);
}

Command Planner::Next() const {
  const bots::BotView view{content_, known_, 0, true};
  const Command book = bots::Choose(bots::Bot::kByTheBook, view);
  if (known_.conversation.active != 0 || !Strategic(book)) return book;
  return LookAhead(CustomerFor(book), book);
}

}  // namespace huikuan::search
