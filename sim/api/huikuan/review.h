// The review: every decision of a run judged by replaying the world from what the trainee could
// know (models.md §8). A loss is a share of the exposure: what the customer concerned owed at that
// moment. Labels by loss: best below 0.02, good below 0.05, inaccuracy below 0.10, mistake below
// 0.20, blunder from there (design.md §6); one is given only when the loss less one standard error
// reaches it, and a mistake or blunder only when a second, relationship-first policy comes within
// one class of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "huikuan/command.h"
#include "huikuan/scenario.h"
#include "huikuan/session.h"
#include "huikuan/text.h"
#include "huikuan/xray.h"

namespace huikuan {

enum class Verdict : std::uint8_t { kBest, kGood, kInaccuracy, kMistake, kBlunder, kNotJudged };
inline constexpr int kVerdicts = 6;
// "best", "good", "inaccuracy", "mistake", "blunder", "not_judged".
const char* VerdictName(Verdict verdict);
// An inaccuracy, a mistake or a blunder.
bool Labelled(Verdict verdict);

// What a cause rests on.
enum class Basis : std::uint8_t { kLaw, kSurvey, kPractice, kDesignValue };
inline constexpr int kBases = 4;
const char* BasisName(Basis basis);

// Why a decision lost: proved by a re-run of the same worlds in which this alone was otherwise.
struct ReviewedCause {
  std::string id;  // interface strings "review.cause.<id>" and "review.advice.<id>"
  Basis basis = Basis::kDesignValue;
  double loss_without = 0;  // share of exposure, of the re-run
};

struct ReviewedDecision {
  int index = 0;  // of the command in the run, from 0: the run may be forked before it
  Day day = 0;
  Date date = kNoDate;
  CustomerId customer = 0;
  PersonId person = kNone;  // on the line, when it was a move in a conversation
  InvoiceId about = 0;      // that was in hand
  Command command;
  Command best;  // the same command when nothing surely better was found
  Verdict verdict = Verdict::kNotJudged;
  double loss = 0;      // share of exposure, from what could be known; 0 or more
  double se = 0;        // its standard error
  Cents exposure = 0;   // 1 or more
  double hindsight = 0; // the same loss had the customer's hidden state been known: never graded
  Command book;         // what by-the-book would have done
  // What that was worth more than the chosen command, share of exposure, signed; its standard error.
  // From decision to decision these add up to what the run lost against by-the-book, which losses
  // against the best do not: what could be had at any turn is missed at every one.
  double behind = 0, behind_se = 0;
  bool slide = false;   // lies in a slide, see below, and fell behind surely
  std::vector<ReviewedCause> causes;  // at most three, the weightiest first
  // What could have been done, the best and the chosen command among it, in an order that tells
  // nothing: to be solved again before the answer is shown. Only where something was lost.
  std::vector<Command> options;
};

// The stretch of a customer's decisions that fell furthest behind by-the-book, none of them worth a
// label, together one: most money is lost by days that went by, not by one great error. At most one
// between two labelled decisions, and only where the sum is beyond three of its standard errors.
struct ReviewedSlide {
  CustomerId customer = 0;
  int first = 0, last = 0;  // indices of commands, as in ReviewedDecision
  Date from = kNoDate, to = kNoDate;
  int decisions = 0;    // that surely fell behind, 2 or more
  double loss = 0;      // share of exposure, of all of the stretch together
  double se = 0;        // its standard error
  Cents exposure = 0;   // at the first
  Verdict verdict = Verdict::kInaccuracy;  // of the sum: an inaccuracy or worse
  Command best;         // what by-the-book would have done at the first
  PersonId person = kNone;  // on the line at the first
  InvoiceId about = 0;      // in hand then
};

// Shares of the collectable ledger. outcome = base + skill + luck.
struct ReviewedLuck {
  double base = 0;     // what by-the-book was worth at the opening
  double skill = 0;    // sum of what the decisions gained or lost against it, on the true state
  double luck = 0;
  double outcome = 0;  // the value reached
};

struct Review {
  std::vector<ReviewedDecision> decisions;  // in order
  std::vector<ReviewedSlide> slides;        // once complete, in order
  ReviewedLuck luck;
  bool complete = false;  // all decisions are in, and luck
};

struct ReviewOptions {
  // Of several workers that share a review, each judges every shards-th decision: the same results
  // whatever the number. 0 ≤ shard < shards.
  int shard = 0;
  int shards = 1;
  Seed keys = 0;     // another number: other worlds, to see how far verdicts move
  bool luck = true;  // also value the true states (models.md §7)
};

// Judges one decision at a time, so that a page or a program can show how far it is.
class Reviewer {
 public:
  // Errors: those of Session::Resume.
  static Result<Reviewer> Make(const ScenarioPtr& scenario, std::string_view save,
                               const ReviewOptions& options = {});
  static Reviewer Of(const Session& session, const ReviewOptions& options = {});
  Reviewer(Reviewer&&) noexcept;
  Reviewer& operator=(Reviewer&&) noexcept;
  ~Reviewer();

  int Total() const;  // decisions of this shard
  int Done() const;
  // Judges the next one, at last the luck; false when there was nothing left.
  bool Step();
  const Review& review() const;

 private:
  friend std::vector<InvoiceXray> XrayOf(const Session& session);
  static std::vector<InvoiceXray> XrayOf(const Session& session);
  friend Result<Session> PlayUpTo(const Session& session, int index);
  static Result<Session> PlayUpTo(const Session& session, int index);

  struct Impl;
  explicit Reviewer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The parts of one review, of shards 0 to n − 1, put together. A shard's part may itself come in
// several, in order.
Review JoinReviews(const std::vector<Review>& parts);

// A part as bytes for another thread or process of the same edition, and back. Bytes that are
// damaged, or of another case: error "review.damaged".
std::string PackReview(const Scenario& scenario, const Review& part);
Result<Review> UnpackReview(const Scenario& scenario, std::string_view bytes);

// Decision quality, as numbers.
struct ReviewSummary {
  int counts[kVerdicts] = {};  // by Verdict
  int judged = 0;
  double mean_loss = 0;  // share of exposure, over the judged ones
};
ReviewSummary SummaryOf(const Review& review);

// A decision, or a slide of them, that lost enough to have a label.
struct Mattered {
  const ReviewedDecision* decision = nullptr;  // or
  const ReviewedSlide* slide = nullptr;
  double cents = 0;  // lost: what matters is money, not shares
};
// The costliest first. The pointers are into `review`.
std::vector<Mattered> WhatMattered(const Review& review);

// The debrief of an ended run as one printable HTML file: no script, no network, charts as SVG with
// the same in words. Empty before the run has ended.
std::string DebriefPage(const Phrasebook& words, const Session& session, const Review& review);

// The run as it stood before a decision, to be played on otherwise. Error "session.no_command".
Result<Session> PlayUpTo(const Session& session, int index);

// A command as an instruction in the book's language: "Call Li Na", "Say: …".
std::string CommandWords(const Phrasebook& words, CustomerId customer, PersonId listener,
                         const Command& command);
// The same as advice: what to say stands there to the letter, `Say: "May I ask which step …"`.
std::string AdviceWords(const Phrasebook& words, const ReviewedDecision& decision,
                        const Command& command);
std::string AdviceWords(const Phrasebook& words, const ReviewedSlide& slide);
// "It cost about ¥77,500 (20% of what was owed)."
std::string LostWords(const Phrasebook& words, double loss, Cents exposure);
// "9 December 2026", or "9 December 2026 to 10 February 2027".
std::string SlideDates(const Phrasebook& words, const ReviewedSlide& slide);
// Why a decision lost and what to do instead, as sentences.
std::string CauseWords(const Phrasebook& words, const ReviewedDecision& decision,
                       const ReviewedCause& cause);

}  // namespace huikuan
