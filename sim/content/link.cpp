// What the catalogue's papers and findings are at each customer: catalogue entries name documents
// and blockers by id, every customer has its own lists.
#include <algorithm>

#include "content/loader.h"

namespace huikuan::content {
namespace {

DocumentId PaperOf(const Scenario& scenario, const Customer& customer, std::uint8_t paper) {
  if (paper >= scenario.papers.size()) return kNone;
  const auto& documents = customer.documents;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    if (documents[d].id == scenario.papers[paper]) return static_cast<DocumentId>(d);
  }
  return kNone;
}

// The customer's facts that say a blocker is there, in their order.
void AddProblems(const Customer& customer, std::uint8_t blocker, std::vector<std::uint8_t>* to) {
  std::vector<InvoiceId> done;  // one finding for each invoice: the one the case lists first
  for (std::size_t f = 0; f < customer.facts.size(); ++f) {
    const Fact& fact = customer.facts[f];
    if (fact.blocker != blocker || !fact.problem) continue;
    if (std::find(done.begin(), done.end(), fact.invoice) != done.end()) continue;
    done.push_back(fact.invoice);
    to->push_back(static_cast<std::uint8_t>(f));
  }
}

CustomerLinks LinksOf(const Scenario& scenario, const Customer& customer) {
  CustomerLinks links;
  for (const Blocker& blocker : scenario.blockers) {
    std::vector<Need> needs = blocker.needs;
    for (Need& need : needs) {
      if (need.kind == NeedKind::kDocument) need.ref = PaperOf(scenario, customer, need.ref);
    }
    links.needs.push_back(std::move(needs));
  }
  for (const Task& task : scenario.tasks) {
    links.produces.push_back(PaperOf(scenario, customer, task.produces));
    std::vector<std::uint8_t> facts;
    for (const std::uint8_t blocker : task.reveals) AddProblems(customer, blocker, &facts);
    std::sort(facts.begin(), facts.end());
    links.reveals.push_back(std::move(facts));
  }
  for (const Clause& clause : scenario.clauses) {
    links.clause_papers.push_back(PaperOf(scenario, customer, clause.needs_paper));
  }
  return links;
}

}  // namespace

void LinkCustomers(Scenario* scenario) {
  for (Customer& customer : scenario->customers) customer.links = LinksOf(*scenario, customer);
}

}  // namespace huikuan::content
