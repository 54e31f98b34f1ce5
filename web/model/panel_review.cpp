// The review: the decisions that mattered and one retry; the payment X-ray; every decision, each of
// which may be solved again before the answer is shown.
#include <algorithm>

#include "model/panels.h"

namespace huikuan::web {
namespace {

constexpr std::size_t kShown = 3;

std::string InWords(const Context& c, const ReviewedDecision& d, const Command& command) {
  return CommandWords(c.words, d.customer, d.person, command);
}

std::string VerdictWords(const Context& c, Verdict verdict) {
  return c.Ui(std::string("review.verdict.") + VerdictName(verdict));
}

Shade VerdictShade(Verdict verdict) {
  switch (verdict) {
    case Verdict::kBest:
    case Verdict::kGood:
      return Shade::kGood;
    case Verdict::kInaccuracy:
      return Shade::kWarn;
    case Verdict::kMistake:
    case Verdict::kBlunder:
      return Shade::kBad;
    case Verdict::kNotJudged:
      break;
  }
  return Shade::kMuted;
}

std::string When(const Context& c, const ReviewedDecision& d) {
  std::string when = c.words.language().DateLong(d.date);
  if (c.see.customers.size() > 1) {
    when += c.Ui("web.list_comma") + c.Text(c.see.customers[d.customer].name);
  }
  return when;
}

void AddReasons(const Context& c, const std::string& key, const ReviewedDecision& d, Node& to) {
  to.Add(Words(key + ".lost", LostWords(c.words, d.loss, d.exposure)));
  for (const ReviewedCause& cause : d.causes) {
    const std::string own = key + ".cause." + cause.id;
    Node why = Words(own, CauseWords(c.words, d, cause), Role::kNote, VerdictShade(d.verdict));
    why.hint = c.Ui("report.proof",
                    {{"share", c.words.language().PercentOf(cause.loss_without)},
                     {"basis", c.Ui(std::string("review.basis.") + BasisName(cause.basis))}});
    to.Add(std::move(why));
  }
  if (d.causes.empty()) {
    to.Add(Words(key + ".instead", c.Ui("report.instead", {{"best", AdviceWords(c.words, d, d.best)}})));
  }
  to.Add(Words(key + ".hindsight", c.Ui("report.hindsight", {{"share", c.words.language().PercentOf(d.hindsight)}}),
               Role::kSmall));
}

Node RetryButton(const Context& c, const std::string& key, int index, Role role) {
  return Control(c, key, c.Ui("web.review.retry"), "app:retry:" + std::to_string(index), role);
}

Node Judged(const Context& c, const std::string& key, Verdict verdict, const std::string& what) {
  return Words(key + ".what",
               c.Ui("report.judged", {{"verdict", VerdictWords(c, verdict)}, {"what", what}}),
               Role::kNone, VerdictShade(verdict));
}

// Many small losses, as one thing that mattered.
Node SlideCard(const Context& c, const std::string& key, const ReviewedSlide& slide, Role retry) {
  Node one = Group(key, Role::kStack);
  Node head = Judged(c, key, slide.verdict,
                     c.Ui("report.slide", {{"n", std::to_string(slide.decisions)}}));
  head.hint = SlideDates(c.words, slide);
  if (c.see.customers.size() > 1) {
    head.hint += c.Ui("web.list_comma") + c.Text(c.see.customers[slide.customer].name);
  }
  one.Add(std::move(head));
  one.Add(Words(key + ".lost", LostWords(c.words, slide.loss, slide.exposure)));
  one.Add(Words(key + ".instead",
                c.Ui("report.retry_from",
                     {{"date", c.words.language().DateLong(slide.from)},
                      {"best", AdviceWords(c.words, slide)}}),
                Role::kNote, VerdictShade(slide.verdict)));
  one.Add(RetryButton(c, key + ".retry", slide.first, retry));
  return one;
}

Node DecisionCard(const Context& c, const std::string& key, const ReviewedDecision& d, Role retry) {
  Node one = Group(key, Role::kStack);
  Node head = Judged(c, key, d.verdict, InWords(c, d, d.command));
  head.hint = When(c, d);
  one.Add(std::move(head));
  AddReasons(c, key, d, one);
  one.Add(RetryButton(c, key + ".retry", d.index, retry));
  return one;
}

// One decision before the trainee once more: first to be solved, then shown.
Node SolveAgain(const Context& c, const ReviewedDecision& d) {
  Node card = Group("review.solve", Role::kCard);
  card.Add(Heading("review.solve.title", 3, When(c, d)));
  const std::int64_t guess = c.ui.Number("review.guess", -1);
  const bool solved = d.options.empty() || guess >= 0;
  if (!d.options.empty()) {
    card.Add(Words("review.solve.ask", c.Ui("web.review.solve")));
    for (std::size_t i = 0; i < d.options.size(); ++i) {
      const std::string words = AdviceWords(c.words, d, d.options[i]);
      Node option = Control(c, "review.option." + std::to_string(i), words,
                            "ui:guess:" + std::to_string(i), Role::kOffer);
      option.selected = guess == static_cast<std::int64_t>(i);
      if (solved && words == AdviceWords(c.words, d, d.command)) option.hint = c.Ui("web.review.yours");
      card.Add(std::move(option));
    }
  }
  if (solved) {
    const bool right = guess >= 0 && static_cast<std::size_t>(guess) < d.options.size() &&
                       AdviceWords(c.words, d, d.options[static_cast<std::size_t>(guess)]) ==
                           AdviceWords(c.words, d, d.best);
    if (guess >= 0) {
      card.Add(Words("review.solve.answer",
                     right ? c.Ui("web.review.right")
                           : c.Ui("web.review.wrong", {{"best", AdviceWords(c.words, d, d.best)}}),
                     Role::kNote, right ? Shade::kGood : Shade::kWarn));
    }
    if (Labelled(d.verdict)) AddReasons(c, "review.solve", d, card);
  }
  Node bar = Group("review.solve.bar", Role::kBar);
  bar.Add(RetryButton(c, "review.solve.retry", d.index, Role::kPrimary));
  bar.Add(Control(c, "review.solve.close", c.Ui("web.review.close"), "ui:decision:", Role::kQuiet));
  card.Add(std::move(bar));
  return card;
}

}  // namespace

Node ReviewFirst(const Context& c) {
  Node card = Group("review", Role::kCard);
  if (c.review == nullptr) return card;
  card.Add(Heading("review.title", 2, c.Ui("report.mattered")));
  if (!c.review->complete) {
    const int done = static_cast<int>(c.review->decisions.size());
    Node progress = Words("review.progress",
                          c.Ui("web.review.progress", {{"done", std::to_string(done)},
                                                       {"all", std::to_string(c.review_total)}}));
    progress.kind = Kind::kMeter;
    progress.level = c.review_total > 0 ? done * 100 / c.review_total : 0;
    card.Add(std::move(progress));
    return card;
  }
  const std::vector<Mattered> mattered = WhatMattered(*c.review);
  if (mattered.empty()) {
    card.Add(Words("review.none", c.Ui("report.none"), Role::kNote, Shade::kGood));
    return card;
  }
  for (std::size_t i = 0; i < std::min(kShown, mattered.size()); ++i) {
    const std::string key = "review.first." + std::to_string(i);
    const Role retry = i == 0 ? Role::kPrimary : Role::kQuiet;
    card.Add(mattered[i].slide != nullptr ? SlideCard(c, key, *mattered[i].slide, retry)
                                          : DecisionCard(c, key, *mattered[i].decision, retry));
  }
  return card;
}

Node ReviewXray(const Context& c) {
  Node card = Group("xray", Role::kCard);
  if (c.xray == nullptr || c.xray->empty()) return card;
  card.Add(Heading("xray.title", 2, c.Ui("report.xray")));
  card.Add(Words("xray.why", c.Ui("report.xray_why"), Role::kSmall));
  Node table = Words("xray.table", c.Ui("report.xray"));
  table.kind = Kind::kTable;
  Node head = Group("xray.head", Role::kHeader);
  head.Add(Words("xray.head.invoice", c.Ui("report.invoice")));
  for (int k = 0; k < kDelayCauses; ++k) {
    const std::string name = DelayCauseName(static_cast<DelayCause>(k));
    head.Add(Words("xray.head." + name, c.Ui("xray." + name)));
  }
  head.Add(Words("xray.head.all", c.Ui("report.delay")));
  table.Add(std::move(head));
  for (const InvoiceXray& row : *c.xray) {
    const std::string key =
        "xray." + std::to_string(row.customer) + "." + std::to_string(row.invoice);
    const CustomerView& customer = c.see.customers[row.customer];
    std::string name;
    for (const InvoiceView& invoice : customer.invoices) {
      if (invoice.id == row.invoice) name = c.Text(invoice.title);
    }
    if (c.see.customers.size() > 1) name = c.Text(customer.name) + c.Ui("web.list_comma") + name;
    Node line = Group(key, Role::kRow);
    line.Add(Words(key + ".name", name));
    for (int k = 0; k < kDelayCauses; ++k) {
      line.Add(Words(key + "." + DelayCauseName(static_cast<DelayCause>(k)),
                     std::to_string(row.days[k]), Role::kNone,
                     row.days[k] == 0 ? Shade::kMuted : Shade::kNormal));
    }
    line.Add(Words(key + ".all", std::to_string(row.Total()) +
                                     (row.paid ? "" : " " + c.Ui("report.still_open"))));
    table.Add(std::move(line));
  }
  card.Add(std::move(table));
  return card;
}

Node ReviewTimeline(const Context& c) {
  Node card = Group("review.timeline", Role::kCard);
  if (c.review == nullptr || !c.review->complete || c.review->decisions.empty()) return card;
  card.Add(Heading("review.timeline.title", 2, c.Ui("report.timeline")));
  const std::int64_t open = c.ui.Number("review.open", -1);
  Node list = Group("review.decisions", Role::kStack, c.Ui("report.timeline"));
  for (const ReviewedDecision& d : c.review->decisions) {
    const std::string key = "review.decision." + std::to_string(d.index);
    Node row = Control(c, key, InWords(c, d, d.command), "ui:decision:" + std::to_string(d.index),
                       Role::kOffer);
    row.tone = VerdictShade(d.verdict);
    row.hint = c.Short(d.date) + c.Ui("web.list_comma") + VerdictWords(c, d.verdict);
    if (d.loss > 0) row.hint += c.Ui("web.list_comma") + c.words.language().PercentOf(d.loss);
    if (d.slide) row.hint += c.Ui("web.list_comma") + c.Ui("review.slide");
    row.selected = open == d.index;
    list.Add(std::move(row));
    if (open == d.index) list.Add(SolveAgain(c, d));
  }
  card.Add(std::move(list));
  return card;
}

}  // namespace huikuan::web
