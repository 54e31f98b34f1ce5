#include "assess/debrief.h"

#include "assess/lines.h"
#include "assess/value.h"
#include "huikuan/observation.h"

namespace huikuan::assess {

namespace {

constexpr int kLongSilence = 12;  // business days without any contact

Date DateOf(const Scenario& content, Day day) {
  return content.days[static_cast<std::size_t>(day)].date;
}

// Payment runs that came while the claim was overdue and not on their list.
int RunsMissed(const Scenario& content, const world::State& state,
               const std::vector<Event>& history) {
  int runs = 0;
  for (int d = 1; d <= state.known.seller.day; ++d) {
    if (content.days[static_cast<std::size_t>(d)].is_run) ++runs;
  }
  for (const Event& e : history) {
    if (e.kind == EventKind::kPaymentReceived) --runs;
  }
  return runs < 0 ? 0 : runs;
}

int LongestSilence(const world::State& state, const std::vector<Event>& history) {
  int last = 0;
  int longest = 0;
  for (const Event& e : history) {
    const bool contact = e.kind == EventKind::kCallStarted || e.kind == EventKind::kLetterSent ||
                         e.kind == EventKind::kDocumentSent;
    if (!contact) continue;
    longest = e.day - last > longest ? e.day - last : longest;
    last = e.day;
  }
  const int tail = state.known.seller.day - last;
  return tail > longest ? tail : longest;
}

void TellOutcome(const Scenario& content, const world::State& state, Debrief& out) {
  const Date today = DateOf(content, state.known.seller.day);
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

void TellCause(const Scenario& content, const world::State& state, CustomerId c, Debrief& out) {
  const content::Customer& customer = content.customers[c];
  const world::InvoiceTruth& claim = state.truth.customers[c].invoices[customer.claim];
  const content::Blocker& blocker = content.blockers[claim.blocker];
  out.story.push_back(Line("blocker", {TextArg("story", blocker.story)}, out.found != kNever));
  if (out.found != kNever) {
    out.story.push_back(
        Line("found", {DateArg("date", DateOf(content, out.found)), Number("days", out.found)},
             out.found <= 10, out.found));
  } else {
    out.story.push_back(Line("never_found", {TextArg("remedy", blocker.remedy)}, false));
  }
  if (out.cured != kNever) {
    out.story.push_back(Line("cured", {DateArg("date", DateOf(content, out.cured))},
                             out.found == kNever || out.cured - out.found <= 10, out.cured));
  } else if (out.found != kNever) {
    out.story.push_back(Line("never_cured", {TextArg("remedy", blocker.remedy)}, false));
  }
  if (claim.due_recognised == 0 && out.outstanding > 0)
    out.story.push_back(Line("due_not_recognised", {}, false));
}

void TellConduct(const world::State& state, CustomerId c, const std::vector<Event>& history,
                 int runs_missed, Debrief& out) {
  if (runs_missed > 0)
    out.story.push_back(Line("runs_missed", {Number("count", runs_missed)}, false));
  const world::CustomerKnown& known = state.known.customers[c];
  if (known.invalid_chases > 0) {
    out.story.push_back(Line("invalid_chases",
                             {Number("count", known.invalid_chases), Number("all", known.chases)},
                             known.invalid_chases * 4 <= known.chases));
  }
  const int silence = LongestSilence(state, history);
  if (silence > kLongSilence)
    out.story.push_back(Line("silence", {Number("days", silence)}, false));
  if (state.known.seller.conceded > 0) {
    out.story.push_back(Line("conceded", {Money("amount", state.known.seller.conceded)}, false));
  }
  if (out.breaches > 0) {
    out.story.push_back(
        Line("breaches", {Number("count", out.breaches), Percent("cap", kBreachCap)}, false));
  }
}

// The dated moments that mattered.
void TellTimeline(const Scenario& content, CustomerId c, const std::vector<Event>& history,
                  Debrief& out) {
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
      case EventKind::kConductBreach:
        out.timeline.push_back(Line("t_breach", {}, false, e.day));
        break;
      case EventKind::kVisitStarted:
        out.timeline.push_back(Line("t_visit", {}, true, e.day));
        break;
      default:
        break;
    }
  }
}

}  // namespace

Day FoundDay(const Scenario& content, const world::State& state, const std::vector<Event>& history,
             CustomerId c) {
  const content::Customer& customer = content.customers[c];
  const std::uint8_t blocker = state.truth.customers[c].invoices[customer.claim].blocker;
  for (const Event& e : history) {
    if (e.kind != EventKind::kFactLearnt || e.customer != c) continue;
    if (customer.facts[e.fact].problem && customer.facts[e.fact].blocker == blocker) return e.day;
  }
  return kNever;
}

Debrief MakeDebrief(const Scenario& content, const world::State& state,
                    const std::vector<Event>& history) {
  constexpr CustomerId c = 0;
  const content::Customer& customer = content.customers[c];
  const world::CustomerTruth& truth = state.truth.customers[c];
  const world::InvoiceTruth& claim = truth.invoices[customer.claim];
  Debrief out;
  out.parts = Value(content, state);
  out.received = claim.paid;
  out.outstanding = customer.invoices[customer.claim].amount - claim.paid;
  out.breaches = state.known.seller.breaches;
  out.blocker = content.blockers[claim.blocker].id;
  out.blocker_text = content.blockers[claim.blocker].name;
  out.type_text = content.types[truth.type].name;
  out.found = FoundDay(content, state, history, c);
  out.cured = claim.cured_day == 0xff ? kNever : claim.cured_day;
  for (const Event& e : history) {
    if (e.kind == EventKind::kPaymentReceived) out.paid_on = e.date;
  }
  TellOutcome(content, state, out);
  TellCause(content, state, c, out);
  TellConduct(state, c, history, RunsMissed(content, state, history), out);
  out.story.push_back(Line(
      "type", {TextArg("type", out.type_text), TextArg("note", content.types[truth.type].note)},
      true));
  TellTimeline(content, c, history, out);
  out.indicators = MeasureIndicators(content, state, history, c);
  return out;
}

}  // namespace huikuan::assess
