// The review: the same whatever the number of workers, blind to what could not be seen, and its
// X-ray and luck add up.
#include "huikuan/review.h"

#include <gtest/gtest.h>

#include "huikuan/experiment.h"
#include "unit/test_bundle.h"

namespace huikuan {
namespace {

Session Played(const std::string& case_id, std::string_view bot, Seed seed) {
  Session session =
      std::move(Session::Start(LoadScenario(test::RealBundle(), case_id).scenario, seed)).value();
  const BotDriver driver = BotDriver::Make(bot).value();
  while (const auto next = driver.Next(session)) {
    if (!session.Submit(*next).ok()) break;
  }
  return session;
}

Review Judged(const Session& session, const ReviewOptions& options) {
  Reviewer reviewer = Reviewer::Of(session, options);
  while (reviewer.Step()) continue;
  return reviewer.review();
}

TEST(Review, IsTheSameInParts) {
  const Session session = Played("drill-call", "weekly-firm", 4);
  const Review whole = Judged(session, {0, 1, 0, false});
  std::vector<Review> parts;
  for (int shard = 0; shard < 3; ++shard) parts.push_back(Judged(session, {shard, 3, 0, false}));
  const Review joined = JoinReviews(parts);
  ASSERT_EQ(joined.decisions.size(), whole.decisions.size());
  for (std::size_t i = 0; i < whole.decisions.size(); ++i) {
    EXPECT_EQ(joined.decisions[i].index, whole.decisions[i].index);
    EXPECT_EQ(joined.decisions[i].verdict, whole.decisions[i].verdict);
    EXPECT_EQ(joined.decisions[i].loss, whole.decisions[i].loss);
    EXPECT_EQ(joined.decisions[i].causes.size(), whole.decisions[i].causes.size());
  }
}

// As between the page and its workers: in pieces, as bytes.
TEST(Review, CrossesToAnotherThread) {
  const Session session = Played("drill-call", "nag-daily", 4);
  const Scenario& scenario = *session.scenario();
  Reviewer reviewer = Reviewer::Of(session, {0, 1, 0, false});
  Review arrived;
  std::string bytes;
  do {
    Review piece = reviewer.review();
    piece.decisions.erase(piece.decisions.begin(),
                          piece.decisions.begin() +
                              static_cast<std::ptrdiff_t>(arrived.decisions.size()));
    bytes = PackReview(scenario, piece);
    const Result<Review> back = UnpackReview(scenario, bytes);
    ASSERT_TRUE(back.ok());
    arrived.decisions.insert(arrived.decisions.end(), back->decisions.begin(),
                             back->decisions.end());
  } while (reviewer.Step() || arrived.decisions.size() < reviewer.review().decisions.size());
  Review sent;
  sent.decisions = reviewer.review().decisions;
  ASSERT_EQ(arrived.decisions.size(), sent.decisions.size());
  EXPECT_EQ(PackReview(scenario, arrived), PackReview(scenario, sent));
  // Damaged anywhere, or of another case: refused.
  for (std::size_t at = 0; at < bytes.size(); at += 7) {
    std::string bad = bytes;
    bad[at] = static_cast<char>(bad[at] ^ 0x20);
    ASSERT_FALSE(UnpackReview(scenario, bad).ok()) << at;
  }
  EXPECT_FALSE(UnpackReview(scenario, "").ok());
  const ScenarioPtr other = LoadScenario(test::RealBundle(), "full-loop").scenario;
  EXPECT_FALSE(UnpackReview(*other, bytes).ok());
}

TEST(Review, AddsUpOutcomeToBaseSkillAndLuck) {
  const Session session = Played("drill-call", "polite-waiter", 2);
  const Review review = Judged(session, {});
  const ReviewedLuck& luck = review.luck;
  EXPECT_NEAR(luck.outcome, luck.base + luck.skill + luck.luck, 1e-9);
  EXPECT_NEAR(luck.outcome,
              static_cast<double>(session.MakeDebrief().value().parts.capped) / kOne, 1e-3);
  EXPECT_LT(luck.skill, 0);  // waiting politely is not by the book
}

TEST(Review, FindsNoFaultWithTheBook) {
  const Session session = Played("drill-reconciliation", "by-the-book", 3);
  const Review review = Judged(session, {0, 1, 0, false});
  ASSERT_FALSE(review.decisions.empty());
  for (const ReviewedDecision& d : review.decisions) {
    EXPECT_NE(d.verdict, Verdict::kMistake) << d.index;
    EXPECT_NE(d.verdict, Verdict::kBlunder) << d.index;
  }
  for (const ReviewedDecision& d : review.decisions) EXPECT_EQ(d.behind, 0) << d.index;
  EXPECT_TRUE(review.slides.empty());
}

// Nothing but waiting: no day is a mistake, and all of them together are.
TEST(Review, AddsSmallLossesUpToASlide) {
  Session session =
      std::move(Session::Start(LoadScenario(test::RealBundle(), "first-invoice").scenario, 7))
          .value();
  while (!session.Observe().clock.ended) ASSERT_TRUE(session.Submit(Wait{}).ok());
  const Review review = Judged(session, {0, 1, 0, false});
  ASSERT_EQ(review.slides.size(), 1u);
  const ReviewedSlide& slide = review.slides.front();
  EXPECT_GE(slide.verdict, Verdict::kMistake);
  double cents = 0;
  int members = 0;
  for (const ReviewedDecision& d : review.decisions) {
    EXPECT_LT(d.verdict, Verdict::kInaccuracy) << d.index;
    if (d.index >= slide.first && d.index <= slide.last) {
      cents += d.behind * static_cast<double>(d.exposure);
    }
    if (!d.slide) continue;
    EXPECT_GT(d.behind, 2 * d.behind_se);
    ++members;
  }
  EXPECT_EQ(slide.decisions, members);
  EXPECT_NEAR(slide.loss * static_cast<double>(slide.exposure), cents, 1);
  EXPECT_GT(slide.loss, 3 * slide.se);
  const std::vector<Mattered> mattered = WhatMattered(review);
  ASSERT_FALSE(mattered.empty());
  EXPECT_EQ(mattered.front().slide, &slide);
}

TEST(Review, SaysACommandInBothLanguages) {
  const Session session = Played("drill-letter", "nag-daily", 1);
  const ScenarioPtr scenario = session.scenario();
  const Review review = Judged(session, {0, 1, 0, false});
  for (const char* tag : {"zh", "en"}) {
    const Phrasebook words(Language::Load(test::RealBundle(), tag).value(), scenario);
    for (const ReviewedDecision& d : review.decisions) {
      const std::string said = CommandWords(words, d.customer, d.person, d.command);
      EXPECT_FALSE(said.empty());
      EXPECT_EQ(said.find("⟦"), std::string::npos) << said;
    }
    const std::string page = DebriefPage(words, session, review);
    EXPECT_NE(page.find("</html>"), std::string::npos);
    EXPECT_EQ(page.find("⟦"), std::string::npos) << page.substr(page.find("⟦"), 80);
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("http"), std::string::npos);
  }
}

TEST(Xray, DaysSumToTheDelay) {
  for (const char* id : {"first-invoice", "county-hospital", "strained-foundry"}) {
    for (const char* bot : {"by-the-book", "nag-daily", "polite-waiter"}) {
      const Session session = Played(id, bot, 5);
      const std::vector<InvoiceXray> rows = XrayOf(session);
      ASSERT_FALSE(rows.empty()) << id;
      for (const InvoiceXray& row : rows) {
        EXPECT_EQ(row.Total(), row.until - row.due) << id << " " << bot;
        for (const int days : row.days) EXPECT_GE(days, 0);
      }
    }
  }
}

}  // namespace
}  // namespace huikuan
