#include "review/graft.h"

#include <algorithm>

namespace huikuan::review {

namespace {

void GraftPromises(const world::State& from, world::State& to, CustomerId c) {
  const world::CustomerKnown& known = from.known.customers[c];
  const world::CustomerTruth& truth = from.truth.customers[c];
  std::copy_n(known.promises, world::kMaxPromises, to.known.customers[c].promises);
  std::copy_n(truth.commitment, world::kMaxPromises, to.truth.customers[c].commitment);
  to.truth.customers[c].agreed_share = truth.agreed_share;
  to.truth.customers[c].plan_written = truth.plan_written;
  to.known.customers[c].settlement = known.settlement;
  to.truth.customers[c].settlement = truth.settlement;
}

void GraftEvidence(const world::State& from, world::State& to, CustomerId c) {
  for (int i = 0; i < world::kMaxInvoices; ++i) {
    const world::InvoiceTruth& source = from.truth.customers[c].invoices[i];
    world::InvoiceTruth& invoice = to.truth.customers[c].invoices[i];
    invoice.had_papers = source.had_papers;
    invoice.due_recognised = source.due_recognised;
  }
  for (int p = 0; p < world::kMaxPeople; ++p) {
    to.known.customers[c].people[p].documents = from.known.customers[c].people[p].documents;
  }
  to.truth.customers[c].cited = from.truth.customers[c].cited;
}

void GraftProgress(const world::State& from, world::State& to, CustomerId c) {
  for (int i = 0; i < world::kMaxInvoices; ++i) {
    const world::InvoiceTruth& source = from.truth.customers[c].invoices[i];
    world::InvoiceTruth& invoice = to.truth.customers[c].invoices[i];
    const std::uint8_t papers = invoice.had_papers, due = invoice.due_recognised;
    invoice = source;
    invoice.had_papers = papers;
    invoice.due_recognised = due;
    to.known.customers[c].invoices[i].disputed = from.known.customers[c].invoices[i].disputed;
  }
  to.known.customers[c].agreed = from.known.customers[c].agreed;
  to.known.customers[c].tasks_done = from.known.customers[c].tasks_done;
  std::copy_n(from.known.tasks, world::kMaxTasks, to.known.tasks);
  std::copy_n(from.truth.task_due, world::kMaxTasks, to.truth.task_due);
}

void GraftKnowledge(const world::State& from, world::State& to, CustomerId c) {
  const world::CustomerKnown& source = from.known.customers[c];
  world::CustomerKnown& known = to.known.customers[c];
  std::copy_n(source.fact_source, world::kMaxFacts, known.fact_source);
  std::copy_n(source.fact_day, world::kMaxFacts, known.fact_day);
  for (int p = 0; p < world::kMaxPeople; ++p) {
    known.people[p].known = source.people[p].known;
    known.people[p].part_known = source.people[p].part_known;
    known.people[p].asked = source.people[p].asked;
    known.people[p].asked_day = source.people[p].asked_day;
  }
  for (int i = 0; i < world::kMaxInvoices; ++i) {
    known.invoices[i].told_day = source.invoices[i].told_day;
    known.invoices[i].told_gate = source.invoices[i].told_gate;
    known.invoices[i].told_by = source.invoices[i].told_by;
  }
}

void GraftAttitudes(const world::State& from, world::State& to, CustomerId c, Part part) {
  for (int p = 0; p < world::kMaxPeople; ++p) {
    const world::PersonTruth& source = from.truth.customers[c].people[p];
    world::PersonTruth& person = to.truth.customers[c].people[p];
    if (part == Part::kTrust) {
      person.trust = source.trust;
      person.marks = source.marks;
    } else if (part == Part::kFace) {
      person.reactance = source.reactance;
      person.mood = source.mood;
    } else {
      person.urgency = source.urgency;
      person.pressure_cost = source.pressure_cost;
    }
  }
  if (part == Part::kTrust) to.truth.customers[c].relation = from.truth.customers[c].relation;
  if (part == Part::kPressure) to.truth.customers[c].sponsor = from.truth.customers[c].sponsor;
}

}  // namespace

void Graft(const world::State& from, world::State& to, CustomerId c, Part part) {
  switch (part) {
    case Part::kConduct:
      to.known.seller.breaches = from.known.seller.breaches;
      for (int p = 0; p < world::kMaxPeople; ++p) {
        to.truth.customers[c].people[p].marks = from.truth.customers[c].people[p].marks;
      }
      break;
    case Part::kConcession:
      to.known.seller.conceded = from.known.seller.conceded;
      break;
    case Part::kPromise:
      GraftPromises(from, to, c);
      break;
    case Part::kEvidence:
      GraftEvidence(from, to, c);
      break;
    case Part::kProgress:
      GraftProgress(from, to, c);
      break;
    case Part::kKnowledge:
      GraftKnowledge(from, to, c);
      break;
    case Part::kTrust:
    case Part::kFace:
    case Part::kPressure:
      GraftAttitudes(from, to, c, part);
      break;
    case Part::kCosts:
      to.known.seller.spent = from.known.seller.spent;
      to.known.seller.minutes_left = from.known.seller.minutes_left;
      break;
  }
}

}  // namespace huikuan::review
