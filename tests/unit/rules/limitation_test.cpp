// Limitation: until when a suit is in time, what begins it anew, and what an expired claim is
// worth.
#include "rules/legal/limitation.h"

#include <gtest/gtest.h>

#include "huikuan/session.h"
#include "rules/day/next_day.h"
#include "rules/file/handover.h"
#include "rules/letter/standard.h"
#include "rules/payment/promise.h"
#include "rules/payment/receipt.h"
#include "unit/rules/law_stage.h"

namespace huikuan::rules {
namespace {

using content::Interruption;
using test::On;
using test::Skip;
using test::Stage;

using test::c;

// The claim of the first case fell due on `due`; the case opens on 2 March 2026.
ScenarioPtr Due(const char* due, const char* renewed = nullptr) {
  std::string line = std::string("\"due\": \"") + due + "\"";
  if (renewed != nullptr) line += std::string(", \"renewed\": \"") + renewed + "\"";
  return test::Authored("first-invoice", {{"\"days\": 45,", "\"days\": 45,\n  \"law\": \"cn\","},
                                          {"\"due\": \"2026-02-03\"", line}});
}

Date Until(const Stage& s) {
  return InTimeUntil(*s.scenario, s.state.known, c, s.customer().claim);
}
bool Late(const Stage& s) { return OutOfTime(*s.scenario, s.state.known, c, s.customer().claim); }

SendLetter Letter(const Stage& s, LetterLevel level, Delivery delivery) {
  SendLetter letter = StandardLetter(*s.scenario, s.state.known, c, level);
  letter.reading.delivery = delivery;
  return letter;
}

void ReadAll(Stage& s) {
  for (std::size_t d = 0; d < s.customer().documents.size(); ++d) {
    const Command open = OpenDocument{c, static_cast<DocumentId>(d)};
    if (s.May(open)) s.Do(open);
  }
  s.state.known.seller.minutes_left = 120;
  s.state.known.seller.commands_today = 0;
  s.events.clear();
}

TEST(Limitation, RunsThreeYearsFromTheDueDateUnderALawOnly) {
  EXPECT_EQ(Until(Stage(1, Due("2026-02-03"))), On("2029-02-03"));
  EXPECT_EQ(Until(Stage(1)), kNoDate) << "no law";
  EXPECT_EQ(Until(Stage(1, Due("2023-03-05", "2024-05-20"))), On("2027-05-20"))
      << "renewed before the opening";
}

TEST(Limitation, ExpiresInPlay) {
  Stage s(1, Due("2023-03-05"));
  EXPECT_EQ(Until(s), On("2026-03-05"));
  EXPECT_FALSE(Late(s));
  Skip(s, 3);
  EXPECT_EQ(s.world.date(), On("2026-03-05"));
  EXPECT_FALSE(Late(s)) << "the last day is in time";
  const Cents before = Value(*s.scenario, s.state).open;
  Skip(s, 1);
  EXPECT_TRUE(Late(s));
  const Cents after = Value(*s.scenario, s.state).open;
  EXPECT_NEAR(static_cast<double>(after), static_cast<double>(MulMoney(before, kWorthOutOfTime)),
              static_cast<double>(before) / 50);
}

TEST(Limitation, AProvedDemandBeginsItAnew) {
  struct Row {
    LetterLevel level;
    Delivery delivery;
    bool renews, told;
  };
  for (const Row& row : {Row{LetterLevel::kFirstDemand, Delivery::kRegistered, true, true},
                         Row{LetterLevel::kFirstDemand, Delivery::kByHand, true, true},
                         Row{LetterLevel::kFirstDemand, Delivery::kCourier, false, true},
                         Row{LetterLevel::kFirstDemand, Delivery::kEmail, false, true},
                         Row{LetterLevel::kReminder, Delivery::kRegistered, false, false},
                         Row{LetterLevel::kStatement, Delivery::kRegistered, false, false}}) {
    Stage s(1, Due("2023-03-05"));
    ReadAll(s);
    s.Do(Letter(s, row.level, row.delivery));
    EXPECT_EQ(Until(s), row.renews ? On("2029-03-02") : On("2026-03-05"));
    EXPECT_EQ(s.Count(EventKind::kLimitationRenewed), row.renews ? 1 : 0);
    EXPECT_EQ(s.Count(EventKind::kLimitationUnproved), row.told && !row.renews ? 1 : 0);
  }
}

TEST(Limitation, WhereNoDemandStopsItWeAreToldSo) {
  auto scenario = std::make_shared<Scenario>(*Due("2023-03-05"));
  scenario->law.limitation.interrupted_by = 0;
  Stage s(1, scenario);
  ReadAll(s);
  s.Do(Letter(s, LetterLevel::kFirstDemand, Delivery::kRegistered));
  EXPECT_EQ(Until(s), On("2026-03-05"));
  ASSERT_EQ(s.Count(EventKind::kLimitationUnproved), 1);
  for (const Event& e : s.events) {
    if (e.kind == EventKind::kLimitationUnproved) EXPECT_EQ(e.value, 1);
  }
}

TEST(Limitation, ADemandWhoseWaybillSaysNothingProvesNothing) {
  Stage s(1, Due("2023-03-05"));
  ReadAll(s);
  SendLetter letter = Letter(s, LetterLevel::kFirstDemand, Delivery::kRegistered);
  letter.reading.clauses &= letter.reading.clauses - 1;  // one required element less
  s.Do(letter);
  EXPECT_EQ(Until(s), On("2026-03-05"));
}

TEST(Limitation, IsNoNewsWhileThereIsMuchTime) {
  Stage s(1, Due("2026-02-03"));
  ReadAll(s);
  s.Do(Letter(s, LetterLevel::kFirstDemand, Delivery::kRegistered));
  EXPECT_EQ(Until(s), On("2029-03-02"));
  EXPECT_EQ(s.Count(EventKind::kLimitationRenewed), 0);
}

TEST(Limitation, APartPaymentBeginsItAnew) {
  Stage s(1, Due("2023-03-05"));
  Receive(s.world, c, s.customer().claim, 10'000'00);
  EXPECT_EQ(Until(s), On("2029-03-02"));
  EXPECT_EQ(s.Count(EventKind::kLimitationRenewed), 1);
}

// Says `act` to the finance manager with default slots until `done`, at most `tries` times.
template <class Done>
bool SayUntil(const ScenarioPtr& scenario, const char* act, Done done) {
  for (Seed seed = 1; seed <= 60; ++seed) {
    Stage s(seed, scenario);
    s.Talk("finance_manager");
    for (const char* first : {"greet", "state_debt"}) {
      Say say;
      EXPECT_TRUE(DefaultSlots(*s.scenario, s.state.known, s.Act(first), &say));
      s.Do(say);
    }
    const PromiseId promise =
        MakePromise(s.world, c, s.Person("finance_manager"), 100'000'00, On("2026-03-20"), false);
    s.state.known.conversation.promise = promise;
    Say say;
    if (!DefaultSlots(*s.scenario, s.state.known, s.Act(act), &say) || !s.May(say)) continue;
    s.Do(say);
    if (done(s)) return true;
  }
  return false;
}

TEST(Limitation, TheirWrittenPromiseBeginsItAnewAndOurOwnNoteDoesNot) {
  const ScenarioPtr scenario = Due("2023-03-05");
  EXPECT_TRUE(SayUntil(scenario, "ask_written", [](Stage& s) {
    const bool written = s.Count(EventKind::kPromiseConfirmed) > 0;
    if (written) EXPECT_EQ(Until(s), On("2029-03-02"));
    if (!written) EXPECT_EQ(Until(s), On("2026-03-05"));
    return written;
  }));
  Stage s(1, scenario);
  const PromiseId promise =
      MakePromise(s.world, c, s.Person("finance_manager"), 100'000'00, On("2026-03-20"), false);
  s.Do(ConfirmPromise{c, promise});
  EXPECT_EQ(Until(s), On("2026-03-05"));
}

TEST(Limitation, ASealedStatementBeginsItAnew) {
  const ScenarioPtr scenario = Due("2023-03-05");
  int sealed = 0;
  for (Seed seed = 1; seed <= 40; ++seed) {
    Stage s(seed, scenario);
    HandOver(s.world, c, s.Person("ap"), s.Document("statement"));
    const bool back = s.Count(EventKind::kStatementSealed) > 0;
    EXPECT_EQ(Until(s), back ? On("2029-03-02") : On("2026-03-05"));
    sealed += back ? 1 : 0;
  }
  EXPECT_GT(sealed, 8);
  EXPECT_LT(sealed, 40);
}

TEST(Limitation, WhatIsOutOfTimeIsNotRenewedByADemandButByAnAcknowledgement) {
  Stage s(1, Due("2023-02-20"));
  ASSERT_TRUE(Late(s));
  RenewAll(s.world, c, Interruption::kDemand);
  RenewAll(s.world, c, Interruption::kPartPayment);
  EXPECT_TRUE(Late(s));
  s.known().invoices[s.customer().claim].marks = world::kPleadedOutOfTime;
  RenewAll(s.world, c, Interruption::kAcknowledgement);
  EXPECT_FALSE(Late(s));
  EXPECT_FALSE(Pleaded(s.known(), s.customer().claim));
  ASSERT_EQ(s.Count(EventKind::kLimitationRenewed), 1);
  EXPECT_EQ(s.events.back().value, 1) << "said as good again";
}

TEST(Limitation, WhoeverDecidesMayPleadItAndThenPaysNothing) {
  const ScenarioPtr late = Due("2023-02-20"), good = Due("2026-02-03");
  int pleaded = 0;
  for (Seed seed = 1; seed <= 60; ++seed) {
    for (const ScenarioPtr& scenario : {late, good}) {
      Stage s(seed, scenario);
      s.Talk("finance_manager");
      for (const char* act : {"greet", "state_debt", "request_payment_date"}) {
        Say say;
        ASSERT_TRUE(DefaultSlots(*s.scenario, s.state.known, s.Act(act), &say));
        s.Do(say);
      }
      const int n = s.Count(EventKind::kLimitationPleaded);
      if (scenario == good) {
        EXPECT_EQ(n, 0);
        continue;
      }
      pleaded += n;
      if (n == 0) continue;
      EXPECT_EQ(s.Count(EventKind::kPromised), 0);
      const Cents left = Value(*s.scenario, s.state).open;
      s.claim().blocker = kNone;
      s.claim().due_recognised = 1;
      s.claim().gate = static_cast<std::uint8_t>(Gate::kCashPlan);
      s.truth().cash = s.truth().cash_mean = 4 * kOne;
      for (int day = 0; day < 30; ++day) NextDay(s.world);
      EXPECT_EQ(s.Count(EventKind::kPaymentReceived), 0);
      EXPECT_LT(left * 10, AmountOf(s.customer(), s.known(), s.customer().claim));
    }
  }
  EXPECT_GT(pleaded, 20);
  EXPECT_LT(pleaded, 60);
}

TEST(Limitation, ShowsInTheObservationAndTheDebrief) {
  const ScenarioPtr scenario = Due("2023-03-05");
  Session session = std::move(Session::Start(scenario, 1)).value();
  const InvoiceId claim = scenario->customers[0].claim;
  EXPECT_EQ(session.Observe().customers[0].invoices[claim].in_time_until, On("2026-03-05"));
  for (const char* tag : {"zh", "en"}) {
    const Phrasebook words(Language::Load(test::RealBundle(), tag).value(), scenario);
    const Observation see = session.Observe();
    const std::string line = LegalLine(words, see.customers[0].invoices[claim], see.clock.date);
    EXPECT_NE(line.find("2026"), std::string::npos) << line;
    EXPECT_FALSE(LegalLines(words, see.customers[0]).empty());
  }
  while (!session.Ended()) ASSERT_TRUE(session.Submit(Wait{}).ok());
  const Debrief debrief = session.MakeDebrief().value();
  bool told = false;
  for (const DebriefLine& line : debrief.customers[0].story) told |= line.key == "law_out_of_time";
  EXPECT_TRUE(told);
}

}  // namespace
}  // namespace huikuan::rules
