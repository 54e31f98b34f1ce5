// The door to the review: plays the run again and judges its decisions one after the other.
#include "huikuan/review.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/hash.h"
#include "review/candidates.h"
#include "review/causes.h"
#include "review/judge.h"
#include "review/luck.h"
#include "review/run.h"
#include "review/xray.h"
#include "rules/slice.h"
#include "session/impl.h"

namespace huikuan {

namespace {

constexpr const char* kVerdictNames[kVerdicts] = {"best",    "good",    "inaccuracy",
                                                  "mistake", "blunder", "not_judged"};
constexpr const char* kBasisNames[] = {"law", "survey", "practice", "design_value"};

// One customer's decisions between two labels, and the worst stretch among them: the one with the
// largest sum (Kadane's).
using Row = std::vector<ReviewedDecision*>;

double CentsBehind(const ReviewedDecision& d) {
  return d.behind * static_cast<double>(d.exposure);
}
bool SurelyBehind(const ReviewedDecision& d) { return d.behind > 0 && d.behind > 2 * d.behind_se; }

std::pair<std::size_t, std::size_t> WorstStretch(const Row& row) {
  std::size_t begin = 0, best_begin = 0, best_end = 0;
  double sum = 0, best = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += CentsBehind(*row[i]);
    if (sum <= best) continue;
    best = sum;
    best_begin = begin;
    best_end = i + 1;
  }
  return {best_begin, best_end};
}

void AddSlide(const Row& row, std::vector<ReviewedSlide>& slides) {
  auto [begin, end] = WorstStretch(row);
  while (begin < end && !SurelyBehind(*row[begin])) ++begin;
  while (begin < end && !SurelyBehind(*row[end - 1])) --end;
  if (begin == end) return;
  const ReviewedDecision& first = *row[begin];
  ReviewedSlide slide;
  slide.customer = first.customer;
  slide.first = first.index;
  slide.from = first.date;
  slide.exposure = first.exposure;
  slide.best = first.book;
  slide.person = first.person;
  slide.about = first.about;
  slide.last = row[end - 1]->index;
  slide.to = row[end - 1]->date;
  double cents = 0, squares = 0;
  for (std::size_t i = begin; i < end; ++i) {
    cents += CentsBehind(*row[i]);
    const double error = row[i]->behind_se * static_cast<double>(row[i]->exposure);
    squares += error * error;
    slide.decisions += SurelyBehind(*row[i]) ? 1 : 0;
  }
  slide.loss = cents / static_cast<double>(slide.exposure);
  slide.se = review::Root(squares) / static_cast<double>(slide.exposure);
  slide.verdict = review::ClassOf(slide.loss);
  if (slide.decisions < 2 || slide.loss < 3 * slide.se || !Labelled(slide.verdict)) return;
  for (std::size_t i = begin; i < end; ++i) row[i]->slide = SurelyBehind(*row[i]);
  slides.push_back(slide);
}

// A decision with a label of its own parts its customer's rows.
std::vector<ReviewedSlide> SlidesOf(std::vector<ReviewedDecision>& decisions) {
  std::vector<ReviewedSlide> slides;
  std::map<CustomerId, Row> rows;
  for (ReviewedDecision& d : decisions) {
    d.slide = false;
    Row& row = rows[d.customer];
    if (Labelled(d.verdict)) {
      AddSlide(row, slides);
      row.clear();
    } else if (d.verdict != Verdict::kNotJudged) {
      row.push_back(&d);
    }
  }
  for (auto& [customer, row] : rows) AddSlide(row, slides);
  std::sort(slides.begin(), slides.end(), [](const ReviewedSlide& a, const ReviewedSlide& b) {
    return a.first < b.first;
  });
  return slides;
}

}  // namespace

bool Labelled(Verdict verdict) {
  return verdict == Verdict::kInaccuracy || verdict == Verdict::kMistake ||
         verdict == Verdict::kBlunder;
}

const char* VerdictName(Verdict verdict) { return kVerdictNames[static_cast<int>(verdict)]; }
const char* BasisName(Basis basis) { return kBasisNames[static_cast<int>(basis)]; }

struct Reviewer::Impl {
  Impl(ScenarioPtr s, Seed seed, const std::vector<Command>& commands, const ReviewOptions& o)
      : scenario(std::move(s)), options(o), run(review::PlayAgain(*scenario, seed, commands)) {
    beliefs.reserve(scenario->customers.size());
    for (std::size_t c = 0; c < scenario->customers.size(); ++c) {
      beliefs.emplace_back(*scenario, static_cast<CustomerId>(c), run.opening.known);
    }
    for (std::size_t i = 0; i < run.turns.size(); ++i) {
      if (review::IsDecision(run.turns[i].moment->step.command)) decisions.push_back(i);
    }
  }

  bool Mine(std::size_t n) const {
    return static_cast<int>(n % static_cast<std::size_t>(options.shards)) == options.shard;
  }
  // Beliefs as they were before turn `at`.
  void BringTo(std::size_t at) {
    for (; seen < at; ++seen) {
      for (search::Belief& belief : beliefs) belief.Observe(run.turns[seen].moment);
    }
  }
  void Judge(std::size_t at);
  bool StepLuck();

  ScenarioPtr scenario;
  ReviewOptions options;
  review::Run run;
  std::vector<search::Belief> beliefs;
  std::vector<std::size_t> decisions;  // turns
  std::size_t next = 0;                // of them
  std::size_t seen = 0;
  std::optional<review::Luck> luck;
  Review result;
};

void Reviewer::Impl::Judge(std::size_t at) {
  BringTo(at);
  const review::Turn& turn = run.turns[at];
  const world::Known& known = turn.moment->before;
  const Command& chosen = turn.moment->step.command;
  const CustomerId customer = review::CustomerOf(*scenario, known, chosen);
  review::Position position{*scenario,
                            beliefs[customer],
                            rules::Slice(world::State{known, {}}, customer).known,
                            chosen,
                            review::ExposureOf(*scenario, known, customer),
                            HashWord(options.keys + 1, static_cast<std::uint64_t>(at))};
  const review::Judgement judged = review::Judge(position);
  ReviewedDecision decision;
  decision.index = static_cast<int>(at);
  decision.day = known.seller.day;
  decision.date = scenario->days[static_cast<std::size_t>(known.seller.day)].date;
  decision.customer = customer;
  if (known.conversation.active != 0) decision.person = known.conversation.person;
  decision.about = known.customers[customer].focus;
  decision.command = chosen;
  decision.best = judged.best;
  decision.verdict = judged.verdict;
  decision.loss = judged.loss;
  decision.se = judged.se;
  decision.book = judged.book;
  decision.behind = judged.behind;
  decision.behind_se = judged.behind_se;
  decision.exposure = position.exposure;
  if (!judged.same) {
    const world::State state = rules::Slice(world::State{known, turn.truth}, customer);
    decision.hindsight = review::LossInTruth(position, judged.best, state);
    if (Labelled(judged.verdict)) {
      decision.causes = review::Causes(position, judged);
      decision.options = review::Choices(*scenario, position.known, customer, chosen, judged.best,
                                         position.salt);
    }
  }
  result.decisions.push_back(std::move(decision));
}

bool Reviewer::Impl::StepLuck() {
  if (!options.luck || options.shard != 0) return false;
  if (!luck) luck.emplace(*scenario, run, options.keys);
  return luck->Step();
}

Reviewer::Reviewer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reviewer::Reviewer(Reviewer&&) noexcept = default;
Reviewer& Reviewer::operator=(Reviewer&&) noexcept = default;
Reviewer::~Reviewer() = default;

Result<Reviewer> Reviewer::Make(const ScenarioPtr& scenario, std::string_view save,
                                const ReviewOptions& options) {
  const Result<Session> session = Session::Resume(scenario, save);
  if (!session.ok()) return session.error();
  return Of(session.value(), options);
}

Reviewer Reviewer::Of(const Session& session, const ReviewOptions& options) {
  const Session::Impl& impl = *session.impl_;
  return Reviewer(std::make_unique<Impl>(impl.scenario, impl.seed, impl.commands, options));
}

int Reviewer::Total() const {
  int mine = 0;
  for (std::size_t n = 0; n < impl_->decisions.size(); ++n) mine += impl_->Mine(n) ? 1 : 0;
  return mine;
}

int Reviewer::Done() const { return static_cast<int>(impl_->result.decisions.size()); }

bool Reviewer::Step() {
  Impl& impl = *impl_;
  while (impl.next < impl.decisions.size() && !impl.Mine(impl.next)) ++impl.next;
  if (impl.next < impl.decisions.size()) {
    impl.Judge(impl.decisions[impl.next++]);
    return true;
  }
  if (impl.result.complete) return false;
  if (impl.StepLuck()) return true;
  if (impl.luck) impl.result.luck = impl.luck->Take();
  impl.result = JoinReviews({impl.result});
  impl.result.complete = true;
  return false;
}

const Review& Reviewer::review() const { return impl_->result; }

const char* DelayCauseName(DelayCause cause) {
  constexpr const char* kNames[kDelayCauses] = {"before", "us", "process", "customer", "chance"};
  return kNames[static_cast<int>(cause)];
}

ReviewSummary SummaryOf(const Review& review) {
  ReviewSummary summary;
  double loss = 0;
  for (const ReviewedDecision& d : review.decisions) {
    ++summary.counts[static_cast<std::size_t>(d.verdict)];
    if (d.verdict == Verdict::kNotJudged) continue;
    ++summary.judged;
    loss += d.loss;
  }
  if (summary.judged > 0) summary.mean_loss = loss / summary.judged;
  return summary;
}

std::vector<Mattered> WhatMattered(const Review& review) {
  std::vector<Mattered> out;
  for (const ReviewedDecision& d : review.decisions) {
    if (!Labelled(d.verdict)) continue;
    out.push_back({&d, nullptr, d.loss * static_cast<double>(d.exposure)});
  }
  for (const ReviewedSlide& slide : review.slides) {
    out.push_back({nullptr, &slide, slide.loss * static_cast<double>(slide.exposure)});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Mattered& a, const Mattered& b) { return a.cents > b.cents; });
  return out;
}

std::vector<InvoiceXray> XrayOf(const Session& session) { return Reviewer::XrayOf(session); }

std::vector<InvoiceXray> Reviewer::XrayOf(const Session& session) {
  const Session::Impl& impl = *session.impl_;
  return review::Xray(*impl.scenario, impl.seed,
                      review::PlayAgain(*impl.scenario, impl.seed, impl.commands));
}

Result<Session> PlayUpTo(const Session& session, int index) {
  return Reviewer::PlayUpTo(session, index);
}

Result<Session> Reviewer::PlayUpTo(const Session& session, int index) {
  const Session::Impl& impl = *session.impl_;
  if (index < 0 || static_cast<std::size_t>(index) >= impl.commands.size()) {
    return Error{"session.no_command", {std::to_string(index)}, {}};
  }
  Result<Session> start = Session::Start(impl.scenario, impl.seed);
  if (!start.ok()) return start;
  for (int i = 0; i < index; ++i) {
    const auto done = start->Submit(impl.commands[static_cast<std::size_t>(i)]);
    if (!done.ok()) return done.error();
  }
  start->RestoreWords(session.Words());
  return start;
}

Review JoinReviews(const std::vector<Review>& parts) {
  Review whole;
  whole.complete = true;
  for (const Review& part : parts) {
    whole.decisions.insert(whole.decisions.end(), part.decisions.begin(), part.decisions.end());
    if (part.luck.outcome != 0 || part.luck.base != 0) whole.luck = part.luck;
    whole.complete = whole.complete && part.complete;
  }
  std::sort(whole.decisions.begin(), whole.decisions.end(),
            [](const ReviewedDecision& a, const ReviewedDecision& b) { return a.index < b.index; });
  whole.slides = SlidesOf(whole.decisions);
  return whole;
}

}  // namespace huikuan
