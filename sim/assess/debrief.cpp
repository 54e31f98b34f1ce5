#include "assess/debrief.h"

#include "assess/company.h"
#include "assess/deal.h"
#include "assess/law.h"
#include "assess/lines.h"
#include "assess/settlement.h"
#include "huikuan/observation.h"
#include "rules/payment/ledger.h"
#include "rules/value.h"

namespace huikuan::assess {

namespace {

constexpr int kLongSilence = 12;  // business days without any contact

Date DateOf(const Scenario& content, Day day) {
  return content.days[static_cast<std::size_t>(day)].date;
}

// Payment runs of theirs at which we were not on the list; none counts once all is paid.
int RunsMissed(const Scenario& content, const world::State& state,
               const std::vector<Event>& history, const CustomerDebrief& mine) {
  Day last = state.known.seller.day;
  int paid = 0;
  for (const Event& e : history) {
    if (e.kind != EventKind::kPaymentReceived || e.customer != mine.customer) continue;
    ++paid;
    if (mine.outstanding == 0) last = e.day;
  }
  int runs = -paid;
  for (Day d = 1; d <= last; ++d) {
    if (content.customers[mine.customer].days[static_cast<std::size_t>(d)].is_run) ++runs;
  }
  return runs < 0 ? 0 : runs;
}

int LongestSilence(const world::State& state, const std::vector<Event>& history, CustomerId c) {
  int last = 0;
  int longest = 0;
  for (const Event& e : history) {
    if (e.customer != c) continue;
    const bool contact = e.kind == EventKind::kCallStarted || e.kind == EventKind::kLetterSent ||
                         e.kind == EventKind::kDocumentSent;
    if (!contact) continue;
    longest = e.day - last > longest ? e.day - last : longest;
    last = e.day;
  }
  const int tail = state.known.seller.day - last;
  return tail > longest ? tail : longest;
}

void TellOutcome(const Scenario& content, const world::State& state, CustomerDebrief& out) {
  const Date today = DateOf(content, state.known.seller.day);
  if (out.outstanding == 0 && out.received == 0) return;  // nothing was ever owed: no sale
  if (out.outstanding == 0) {
    out.story.push_back(Line("paid_in_full",
                             {Money("amount", out.received), DateArg("date", out.paid_on),
                              Number("days", out.paid_on - content.start)},
                             true));
  } else if (out.received > 0) {
    out.story.push_back(Line(
        "paid_in_part", {Money("amount", out.received), Money("open", out.outstanding)}, false));
  } else {
    out.story.push_back(
        Line("paid_nothing", {Money("open", out.outstanding), DateArg("date", today)}, false));
  }
}

// Of one invoice: what stood in the way, when it was found and when it was cleared.
void TellCause(const Scenario& content, const InvoiceDebrief& invoice,
               const content::Blocker& blocker, CustomerDebrief& out) {
  out.story.push_back(
      Line("blocker", {TextArg("story", blocker.story)}, invoice.found != kNever));
  if (invoice.found != kNever) {
    out.story.push_back(Line("found",
                             {DateArg("date", DateOf(content, invoice.found)),
                              Number("days", invoice.found)},
                             invoice.found <= 10, invoice.found));
  } else {
    out.story.push_back(Line("never_found", {TextArg("remedy", blocker.remedy)}, false));
  }
  if (invoice.cured != kNever) {
    out.story.push_back(Line("cured", {DateArg("date", DateOf(content, invoice.cured))},
                             invoice.found == kNever || invoice.cured - invoice.found <= 10,
                             invoice.cured));
  } else if (invoice.found != kNever) {
    out.story.push_back(Line("never_cured", {TextArg("remedy", blocker.remedy)}, false));
  }
}

void TellConduct(const world::State& state, CustomerId c, const std::vector<Event>& history,
                 int runs_missed, CustomerDebrief& out) {
  const bool sale = state.known.customers[c].deal.phase != 0;  // much of it nothing is owed
  if (runs_missed > 0 && !sale)
    out.story.push_back(Line("runs_missed", {Number("count", runs_missed)}, false));
  const world::CustomerKnown& known = state.known.customers[c];
  if (known.invalid_chases > 0) {
    out.story.push_back(Line("invalid_chases",
                             {Number("count", known.invalid_chases), Number("all", known.chases)},
                             known.invalid_chases * 4 <= known.chases));
  }
  const int silence = LongestSilence(state, history, c);
  if (silence > kLongSilence && !sale)
    out.story.push_back(Line("silence", {Number("days", silence)}, false));
}

void TellSeller(const world::State& state, CustomerDebrief& out) {
  const world::SellerKnown& seller = state.known.seller;
  if (seller.conceded > 0) {
    out.story.push_back(Line("conceded", {Money("amount", seller.conceded)}, false));
  }
  if (seller.breaches > 0) {
    out.story.push_back(
        Line("breaches",
             {Number("count", seller.breaches), Percent("cap", rules::kBreachCap)}, false));
  }
}

// The dated moments that mattered.
void TellTimeline(const Scenario& content, CustomerId c, const std::vector<Event>& history,
                  CustomerDebrief& out) {
  const content::Customer& customer = content.customers[c];
  for (const Event& e : history) {
    if (e.customer != c) continue;
    switch (e.kind) {
      case EventKind::kFactLearnt:
        if (customer.facts[e.fact].problem) {
          out.timeline.push_back(
              Line("t_found", {TextArg("fact", customer.facts[e.fact].text)}, true, e.day));
        }
        break;
      case EventKind::kTaskDone:
        out.timeline.push_back(
            Line("t_task", {TextArg("task", content.tasks[e.item].title)}, true, e.day));
        break;
      case EventKind::kLetterSent:
        out.timeline.push_back(
            Line("t_letter", {TextArg("letter", content.letters[e.value].title)}, true, e.day));
        break;
      case EventKind::kPromised:
        out.timeline.push_back(Line(e.date != kNoDate ? "t_promised" : "t_promised_vaguely",
                                    {TextArg("person", customer.people[e.person].name),
                                     Money("amount", e.amount), DateArg("date", e.date)},
                                    e.date != kNoDate, e.day));
        break;
      case EventKind::kPromiseKept:
      case EventKind::kPromiseBroken:
        out.timeline.push_back(Line(e.kind == EventKind::kPromiseKept ? "t_kept" : "t_broken",
                                    {TextArg("person", customer.people[e.person].name)},
                                    e.kind == EventKind::kPromiseKept, e.day));
        break;
      case EventKind::kPaymentReceived:
        out.timeline.push_back(Line("t_paid", {Money("amount", e.amount)}, true, e.day));
        break;
      case EventKind::kBillOffered:
        out.timeline.push_back(
            Line("t_bill", {Money("amount", e.amount), DateArg("date", e.date)}, true, e.day));
        break;
      case EventKind::kBillDishonoured:
        out.timeline.push_back(
            Line("t_bill_dishonoured", {Money("amount", e.amount)}, false, e.day));
        break;
      case EventKind::kMoneyReturned:
        out.timeline.push_back(Line("t_returned", {Money("amount", e.amount)}, false, e.day));
        break;
      case EventKind::kInsolvencyFiled:
        out.timeline.push_back(Line("t_insolvent", {}, false, e.day));
        break;
      case EventKind::kDisputeOpened:
      case EventKind::kDisputeSettled:
        out.timeline.push_back(
            Line(e.kind == EventKind::kDisputeOpened ? "t_dispute" : "t_dispute_settled", {},
                 e.kind == EventKind::kDisputeSettled, e.day));
        break;
      case EventKind::kConductBreach:
        out.timeline.push_back(Line("t_breach", {}, false, e.day));
        break;
      case EventKind::kOrderDecided: {
        const content::Order& order = customer.orders[e.item];
        static constexpr const char* kLines[] = {"t_order_release", "t_order_hold",
                                                 "t_order_prepay"};
        out.timeline.push_back(Line(
            kLines[e.value], {TextArg("order", order.title), Money("amount", order.amount)}, true,
            e.day));
        break;
      }
      case EventKind::kOrderLost:
        out.timeline.push_back(
            Line("t_order_lost", {TextArg("order", customer.orders[e.item].title)}, false, e.day));
        break;
      case EventKind::kPayrollShort:
        out.timeline.push_back(Line("t_payroll_short", {Money("amount", e.amount)}, false, e.day));
        break;
      case EventKind::kVisitStarted:
        out.timeline.push_back(Line("t_visit", {}, true, e.day));
        break;
      default:
        TellLawMoment(e, out.timeline);
        break;
    }
  }
}

InvoiceDebrief OfInvoice(const Scenario& content, const world::State& state,
                         const std::vector<Event>& history, CustomerId c, InvoiceId i) {
  const world::InvoiceTruth& truth = state.truth.customers[c].invoices[i];
  InvoiceDebrief out;
  out.invoice = i;
  out.open = rules::OpenOf(content.customers[c], state.known.customers[c], i);
  if (truth.blocker == kNone) return out;
  out.blocker = content.blockers[truth.blocker].id;
  out.blocker_text = content.blockers[truth.blocker].name;
  out.found = FoundDay(content, state, history, c, i);
  out.cured = truth.cured_day == 0xff ? kNever : truth.cured_day;
  return out;
}

CustomerDebrief OfCustomer(const Scenario& content, const world::State& state,
                           const std::vector<Event>& history, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerTruth& truth = state.truth.customers[c];
  CustomerDebrief out;
  out.customer = c;
  out.received = rules::PaidTotal(customer, state.known.customers[c]);
  out.outstanding = rules::OpenTotal(customer, state.known.customers[c]);
  out.type_text = content.types[truth.type].name;
  for (const Event& e : history) {
    if (e.kind == EventKind::kPaymentReceived && e.customer == c) out.paid_on = e.date;
  }
  TellDeal(content, state, c, out);
  TellSettlement(content, state, c, out);
  TellOutcome(content, state, out);
  for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
    if (!customer.invoices[i].collectable ||
        !rules::Exists(customer.invoices[i], state.known.customers[c])) {
      continue;
    }
    const auto id = static_cast<InvoiceId>(i);
    out.invoices.push_back(OfInvoice(content, state, history, c, id));
    const std::uint8_t blocker = truth.invoices[i].blocker;
    // One thing stands in the way of an order: told once, of its balance.
    const content::DealPart part = customer.invoices[i].part;
    const bool told = part != content::DealPart::kNone && part != content::DealPart::kBalance;
    if (blocker != kNone && !told) {
      TellCause(content, out.invoices.back(), content.blockers[blocker], out);
    }
  }
  if (truth.invoices[state.known.customers[c].focus].due_recognised == 0 && out.outstanding > 0) {
    out.story.push_back(Line("due_not_recognised", {}, false));
  }
  if (state.known.customers[c].insolvent != kNever) {
    const Day filed = state.known.customers[c].insolvent;
    out.story.push_back(Line("insolvent", {DateArg("date", DateOf(content, filed))}, false, filed));
  }
  TellConduct(state, c, history, RunsMissed(content, state, history, out), out);
  TellLaw(content, state, history, c, out.story);
  if (c == 0) TellSeller(state, out);
  TellCompany(content, state, c, out.story);
  out.story.push_back(Line(
      "type", {TextArg("type", out.type_text), TextArg("note", content.types[truth.type].note)},
      true));
  if (truth.second != truth.type) {
    out.story.push_back(Line(truth.shifts != 0 ? "type_shifts" : "type_mixed",
                             {TextArg("type", content.types[truth.second].name)}, true));
  }
  TellTimeline(content, c, history, out);
  out.indicators = MeasureIndicators(content, state, history, c);
  return out;
}

}  // namespace

Day FoundDay(const Scenario& content, const world::State& state, const std::vector<Event>& history,
             CustomerId c, InvoiceId i) {
  const content::Customer& customer = content.customers[c];
  const std::uint8_t blocker = state.truth.customers[c].invoices[i].blocker;
  for (const Event& e : history) {
    if (e.kind != EventKind::kFactLearnt || e.customer != c) continue;
    const content::Fact& fact = customer.facts[e.fact];
    if (!fact.problem || fact.blocker != blocker) continue;
    if (fact.invoice == i || AboutOrderOf(customer, state.known.customers[c], fact.invoice, i, e.day)) {
      return e.day;
    }
  }
  return kNever;
}

Debrief MakeDebrief(const Scenario& content, const world::State& state,
                    const std::vector<Event>& history) {
  Debrief out;
  out.parts = rules::Value(content, state);
  out.breaches = state.known.seller.breaches;
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    out.customers.push_back(OfCustomer(content, state, history, static_cast<CustomerId>(c)));
    const CustomerDebrief& customer = out.customers.back();
    out.received += customer.received;
    out.outstanding += customer.outstanding;
    if (customer.paid_on != kNoDate && (out.paid_on == kNoDate || customer.paid_on > out.paid_on)) {
      out.paid_on = customer.paid_on;
    }
  }
  return out;
}

}  // namespace huikuan::assess
