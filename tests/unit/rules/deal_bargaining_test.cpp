// The deal desk before the signature: what terms are worth, counter-offers, acceptance, the lost order.
#include "rules/deal/bargain.h"

#include <gtest/gtest.h>

#include "unit/rules/deal_stage.h"

namespace huikuan::rules {
namespace {

using test::AllClauses;
using test::DealStage;

TEST(Bargaining, UtilityFollowsTheWeights) {
  const content::Deal& deal = test::FullLoop()->customers[0].deal;
  const Q16 ours = content::DealUtility(deal, deal.ours);
  EXPECT_LT(ours, content::DealUtility(deal, deal.theirs));
  DealTerms other = deal.ours;
  other.deposit = 0;
  EXPECT_GT(content::DealUtility(deal, other), ours);
  other = deal.ours;
  other.clauses = static_cast<std::uint8_t>(other.clauses & ~kRightEntity);
  EXPECT_EQ(content::DealUtility(deal, other), ours) << "they do not mind this one";
  other.clauses = static_cast<std::uint8_t>(other.clauses & ~kLateFee);
  EXPECT_GT(content::DealUtility(deal, other), ours);
}

TEST(Bargaining, CountersGiveThemEnoughAndKeepWhatCostsThemNothing) {
  const content::Deal& deal = test::FullLoop()->customers[0].deal;
  DealTerms hard = AllClauses(deal.ours);
  hard.deposit = deal.ranges[0].high;
  hard.term_days = 0;
  for (const int percent : {30, 45, 60, 75}) {
    const DealTerms counter = CounterTerms(deal, hard, Hundredths(percent));
    EXPECT_GE(content::DealUtility(deal, counter), Hundredths(percent));
    EXPECT_TRUE(HasClause(counter, kRightEntity));
  }
  EXPECT_EQ(CounterTerms(deal, deal.theirs, Hundredths(50)), deal.theirs);
}

TEST(Bargaining, TheyHoldOutForLessAsRoundsPass) {
  DealStage s;
  Q16 before = kOne;
  for (int round = 1; round <= s.truth().deal.patience; ++round) {
    const Q16 now = Aspiration(s.world, 0, round);
    EXPECT_LT(now, before);
    before = now;
  }
  EXPECT_EQ(before, Reservation(s.world, 0));
  s.person("buyer").trust = kOne;
  EXPECT_LT(Reservation(s.world, 0), before) << "who is trusted gets more";
}

TEST(Bargaining, GoodTermsAreAcceptedAndSigned) {
  DealStage s;
  DealTerms mild = s.deal().theirs;
  mild.clauses = kRightEntity | kStatementMonthly | kAddressClause;
  s.Do(ProposeTerms{0, mild});
  EXPECT_EQ(PhaseOf(s.known()), DealPhase::kAgreed);
  EXPECT_EQ(s.desk().standing, mild);
  EXPECT_FALSE(s.May(ProposeTerms{0, mild})) << "agreed is agreed";
  s.Do(SignContract{0});
  EXPECT_EQ(PhaseOf(s.known()), DealPhase::kSigned);
  EXPECT_EQ(s.desk().terms[0], mild);
  EXPECT_EQ(s.desk().signed_by, s.Person("buyer"));
  EXPECT_FALSE(s.May(SignContract{0}));
  EXPECT_EQ(s.Count(EventKind::kContractSigned), 1);
  EXPECT_TRUE((s.known().documents_in_file >> s.Document("contract")) & 1);
}

TEST(Bargaining, StubbornnessLosesTheOrderAfterAWarning) {
  DealStage s;
  s.truth().deal.patience = 3;
  s.truth().deal.reservation = Hundredths(60);
  DealTerms hard = AllClauses(s.deal().ours);
  hard.term_days = 0;
  for (int round = 1; round <= 3; ++round) {
    s.state.known.seller.minutes_left = 90;
    s.Do(ProposeTerms{0, hard});
    ASSERT_EQ(PhaseOf(s.known()), DealPhase::kQuoting) << round;
    EXPECT_EQ((s.desk().marks & world::kLastOffer) != 0, round == 3);
  }
  s.state.known.seller.minutes_left = 90;
  s.Do(ProposeTerms{0, hard});
  EXPECT_EQ(PhaseOf(s.known()), DealPhase::kLost);
  EXPECT_FALSE(s.May(SignContract{0}));
  EXPECT_FALSE(DealPending(s.customer(), s.known()));
  EXPECT_EQ(OpenTotal(s.customer(), s.known()), 0);
}

TEST(Bargaining, TheLastOfferCanStillBeSigned) {
  DealStage s;
  s.desk().marks |= world::kLastOffer;
  s.Do(SignContract{0});
  EXPECT_EQ(s.desk().terms[0], s.deal().theirs) << "their opening, gaps and all";
}

TEST(Bargaining, OnlyWhatIsInRangeCanBeProposed) {
  DealStage s;
  for (int i = 0; i < kDealNumbers; ++i) {
    DealTerms terms = s.deal().ours;
    NumberAt(terms, i) =
        static_cast<std::uint8_t>(s.deal().ranges[static_cast<std::size_t>(i)].high + 1);
    EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, ProposeTerms{0, terms}), Refusal::kSlotBad);
  }
  EXPECT_EQ(CheckCommand(*test::FirstCase(), test::Stage().state.known, SignContract{0}),
            Refusal::kDealNotNow);
}

}  // namespace
}  // namespace huikuan::rules
