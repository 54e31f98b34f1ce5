// The deal desk once it is signed: what contracts bill, delivery, acceptance, the second order.
#include <gtest/gtest.h>

#include <map>

#include "rules/deal/bargain.h"
#include "rules/payment/process.h"
#include "rules/value.h"
#include "save/packing.h"
#include "unit/rules/deal_stage.h"

namespace huikuan::rules {
namespace {

using content::DealPart;
using test::AllClauses;
using test::DealStage;

TEST(DealTermsTest, PackAndUnpack) {
  const DealTerms terms{40, 30, 10, 90, 18, 0xa5};
  EXPECT_EQ(UnpackTerms(PackTerms(terms)), terms);
  EXPECT_EQ(UnpackTerms(PackTerms({})), DealTerms{});
}

TEST(DealCommands, RoundTripThroughASave) {
  const ScenarioPtr s = test::FullLoop();
  save::BitWriter out;
  const DealTerms terms{40, 35, 10, 90, 18, 0xa5};
  save::PackCommand(*s, ProposeTerms{0, terms}, out);
  save::PackCommand(*s, SignContract{0}, out);
  save::BitReader in(out.bytes().data(), out.bytes().size());
  Command back;
  ASSERT_TRUE(save::UnpackCommand(*s, in, &back));
  EXPECT_EQ(std::get<ProposeTerms>(back).terms, terms);
  ASSERT_TRUE(save::UnpackCommand(*s, in, &back));
  EXPECT_TRUE(std::holds_alternative<SignContract>(back));
}

// The contract test: whatever is agreed, nothing is negative and nothing is lost.
TEST(DealInvoices, AmountsAreNeverNegativeAndSumToThePrice) {
  auto odd = std::make_shared<Scenario>(*test::FullLoop());
  for (const Cents price :
       {Cents{860000'00}, Cents{1}, Cents{99}, Cents{123456'789}, Cents{777'777'777'77}}) {
    odd->customers[0].deal.price = price;
    const content::Customer& customer = odd->customers[0];
    const auto& ranges = customer.deal.ranges;
    world::CustomerKnown known;
    for (int d = ranges[0].low; d <= ranges[0].high; ++d) {
      for (int v = ranges[1].low; v <= ranges[1].high; v += 3) {
        for (int r = ranges[2].low; r <= ranges[2].high; ++r) {
          known.deal.standing.deposit = static_cast<std::uint8_t>(d);
          known.deal.standing.delivery = static_cast<std::uint8_t>(v);
          known.deal.standing.retention = static_cast<std::uint8_t>(r);
          for (const auto& order : customer.deal.invoices) {
            Cents sum = 0;
            for (std::size_t part = 1; part < order.size(); ++part) {
              const Cents amount = AmountOf(customer, known, order[part]);
              ASSERT_GE(amount, 0);
              sum += amount;
            }
            ASSERT_EQ(sum, price);
          }
        }
      }
    }
  }
}

TEST(DealInvoices, NothingIsOwedBeforeItIs) {
  DealStage s;
  EXPECT_EQ(OpenTotal(s.customer(), s.known()), 0);
  EXPECT_TRUE(DealPending(s.customer(), s.known()));
  s.Sign(s.deal().ours);
  EXPECT_EQ(OpenTotal(s.customer(), s.known()), 258000'00) << "the deposit of 30%";
  EXPECT_EQ(s.known().focus, s.Invoice(0, DealPart::kDeposit));
  EXPECT_EQ(DueOf(s.customer(), s.known(), s.known().focus),
            s.deal().dates[0] + s.deal().deposit_days);
  s.Pay(0, DealPart::kDeposit);
  s.Morning(s.deal().lead_days);
  EXPECT_EQ(OpenTotal(s.customer(), s.known()), 258000'00 + 301000'00) << "all but the retention";
  const Date delivered = s.deal().dates[static_cast<std::size_t>(s.deal().lead_days)];
  EXPECT_EQ(DueOf(s.customer(), s.known(), s.Invoice(0, DealPart::kDelivery)),
            delivered + s.deal().delivery_days);
}

TEST(DealInvoices, TheTermRunsFromAcceptance) {
  DealStage s;
  const int day = s.SignAndDeliver(s.deal().ours);
  const InvoiceId balance = s.Invoice(0, DealPart::kBalance);
  const Date expected = DueOf(s.customer(), s.known(), balance);
  EXPECT_EQ(expected, s.deal().dates[static_cast<std::size_t>(day)] + s.deal().deemed_days + 30);
  s.Balance(0).blocker = kNone;
  s.Balance(0).gate = static_cast<std::uint8_t>(Gate::kReconciliation);
  s.Morning(day + 1);
  EXPECT_EQ(s.Count(EventKind::kGoodsAccepted), 1);
  const Date accepted = s.deal().dates[static_cast<std::size_t>(day) + 1];
  EXPECT_EQ(DueOf(s.customer(), s.known(), balance), accepted + 30);
  EXPECT_EQ(DueOf(s.customer(), s.known(), s.Invoice(0, DealPart::kRetention)), accepted + 180);
}

TEST(DealInvoices, TheRetentionIsOwedWhenItFallsDue) {
  DealStage s;
  DealTerms terms = s.deal().ours;
  terms.retention_months = 1;
  const int day = s.SignAndDeliver(terms);
  s.Balance(0).blocker = kNone;
  s.Balance(0).gate = static_cast<std::uint8_t>(Gate::kReconciliation);
  s.Morning(day + 1);
  const InvoiceId retention = s.Invoice(0, DealPart::kRetention);
  EXPECT_EQ(OpenOf(s.customer(), s.known(), retention), 0);
  const Date due = DueOf(s.customer(), s.known(), retention);
  for (std::size_t d = static_cast<std::size_t>(day) + 2; d < s.deal().dates.size(); ++d) {
    s.Morning(static_cast<int>(d));
    EXPECT_EQ(OpenOf(s.customer(), s.known(), retention) > 0, s.deal().dates[d] >= due);
  }
}

TEST(Delivery, WaitsForTheDeposit) {
  DealStage s;
  s.Sign(s.deal().ours);
  s.Morning(s.deal().lead_days + 5);
  EXPECT_FALSE(Delivered(s.known(), 0));
  s.Pay(0, DealPart::kDeposit);
  s.Morning(s.deal().lead_days + 6);
  EXPECT_TRUE(Delivered(s.known(), 0));
  EXPECT_TRUE((s.known().documents_in_file >> s.Document("invoice")) & 1);
  DealTerms none = s.deal().ours;
  none.deposit = 0;
  DealStage free;
  free.SignAndDeliver(none);
  EXPECT_TRUE(Delivered(free.known(), 0)) << "nothing to wait for";
}

TEST(Delivery, TheEnquiryLapses) {
  DealStage s;
  s.Morning(s.deal().valid_days - 1);
  EXPECT_EQ(PhaseOf(s.known()), DealPhase::kQuoting);
  s.Morning(s.deal().valid_days);
  EXPECT_EQ(PhaseOf(s.known()), DealPhase::kLost);
  EXPECT_EQ(s.Count(EventKind::kDealLost), 1);
  NextDay(s.world);
  EXPECT_EQ(s.state.known.seller.ended, 1) << "nothing is left to do";
}

// How often each blocker is drawn at delivery under `terms`, homework done or not.
std::map<int, int> Drawn(const DealTerms& terms, bool homework) {
  std::map<int, int> count;
  for (Seed seed = 1; seed <= 300; ++seed) {
    DealStage s(seed);
    if (homework) {
      s.known().tasks_done |= 1ULL << s.deal().credit_task | 1ULL << s.deal().delivery_task;
    }
    s.SignAndDeliver(terms);
    ++count[s.Balance(0).blocker];
  }
  return count;
}

TEST(Neglect, ComesBackAsItsBlocker) {
  DealStage s;
  const DealTerms sound = AllClauses(s.deal().ours);
  auto well = Drawn(sound, true);
  for (const char* never : {"wrong_invoice", "acceptance_pending", "unsigned_delivery"}) {
    EXPECT_EQ(well[s.Blocker(never)], 0) << never;
  }
  EXPECT_GT(well[kNone], 180) << "six in eight";
  const auto without = [&](std::uint8_t clause) {
    DealTerms terms = sound;
    terms.clauses = static_cast<std::uint8_t>(terms.clauses & ~clause);
    return Drawn(terms, true);
  };
  EXPECT_GT(without(kRightEntity)[s.Blocker("wrong_invoice")], 70);
  EXPECT_GT(without(kDeemedAcceptance)[s.Blocker("acceptance_pending")], 80);
  EXPECT_GT(without(kStatementMonthly)[s.Blocker("missed_reconciliation")],
            well[s.Blocker("missed_reconciliation")] + 30);
  auto careless = Drawn(sound, false);
  EXPECT_GT(careless[s.Blocker("unsigned_delivery")], 60);
  EXPECT_GT(careless[s.Blocker("cash_short")], well[s.Blocker("cash_short")]);
  DealTerms late = sound;
  late.term_days = 90;
  EXPECT_GT(Drawn(late, false)[s.Blocker("cash_short")], careless[s.Blocker("cash_short")] + 20)
      << "long terms unchecked";
}

TEST(Neglect, NothingIsDrawnAtTheOpening) {
  for (Seed seed = 1; seed <= 20; ++seed) {
    DealStage s(seed);
    for (std::size_t i = 0; i < s.customer().invoices.size(); ++i) {
      EXPECT_EQ(s.truth().invoices[i].blocker, kNone);
    }
  }
}

TEST(Neglect, CashShortCutsTheirCash) {
  for (Seed seed = 1; seed <= 60; ++seed) {
    DealStage s(seed);
    s.SignAndDeliver(s.deal().theirs);
    const bool hit = s.Balance(0).blocker == s.Blocker("cash_short");
    EXPECT_EQ(s.truth().cash_mean < s.customer().cash_mean, hit);
  }
}

TEST(Acceptance, TheDeadlineEndsAWaitButNotADefect) {
  DealStage s;
  const int day = s.SignAndDeliver(AllClauses(s.deal().ours));
  s.BlockFirst("acceptance_pending");
  s.Balance(0).gate = static_cast<std::uint8_t>(Gate::kAcceptance);
  s.Morning(day + 2);
  EXPECT_EQ(s.desk().accepted_day[0], world::kNoDay);
  s.Morning(day + 9);  // more than ten calendar days
  EXPECT_NE(s.desk().accepted_day[0], world::kNoDay);
  EXPECT_EQ(s.Balance(0).cured, 1);

  DealStage open;
  DealTerms terms = AllClauses(open.deal().ours);
  terms.clauses = static_cast<std::uint8_t>(terms.clauses & ~kDeemedAcceptance);
  const int other = open.SignAndDeliver(terms);
  open.BlockFirst("acceptance_pending");
  open.Balance(0).gate = static_cast<std::uint8_t>(Gate::kAcceptance);
  open.Morning(other + 15);
  EXPECT_EQ(open.desk().accepted_day[0], world::kNoDay);

  DealStage unsigned_note;
  const int third = unsigned_note.SignAndDeliver(AllClauses(unsigned_note.deal().ours));
  unsigned_note.Balance(0).gate = static_cast<std::uint8_t>(Gate::kDelivery);
  unsigned_note.Morning(third + 15);
  EXPECT_EQ(unsigned_note.desk().accepted_day[0], world::kNoDay) << "delivery itself is not proved";
}

TEST(Acceptance, WhatIsDueWithDeliveryDoesNotWaitForIt) {
  for (Seed seed = 1; seed <= 20; ++seed) {
    DealStage s(seed);
    s.SignAndDeliver(s.deal().ours);
    s.BlockFirst("acceptance_pending");
    for (int night = 0; night < 12; ++night) NextDay(s.world);
    const InvoiceId with_delivery = s.Invoice(0, DealPart::kDelivery);
    EXPECT_GT(s.truth().invoices[with_delivery].gate, static_cast<int>(Gate::kAcceptance));
  }
}

TEST(Leverage, ClausesRaiseOurRank) {
  DealStage with, without;
  with.Sign(AllClauses(with.deal().ours));
  without.Sign(without.deal().theirs);
  EXPECT_GT(Priority(with.world, 0), Priority(without.world, 0));
}

TEST(Money, IsNotAskedForBeforeAnythingIsOwed) {
  DealStage s;
  s.Talk("buyer");
  s.state.known.conversation.flags |= world::kGreeted | world::kDebtStated;
  Say press;
  press.act = s.Act("press_now");
  EXPECT_EQ(CheckCommand(*s.scenario, s.state.known, press), Refusal::kActNotNow);
  DealStage later;
  later.Sign(later.deal().ours);
  later.Talk("buyer");
  later.state.known.conversation.flags |= world::kGreeted | world::kDebtStated;
  EXPECT_EQ(CheckCommand(*later.scenario, later.state.known, press), Refusal::kNone);
}

// The first order at `blocker`, fixed or not; then the second one, delivered on `terms`.
int SecondDrawn(const std::string& blocker, bool fixed, const DealTerms& second) {
  int again = 0;
  for (Seed seed = 1; seed <= 200; ++seed) {
    DealStage s(seed);
    s.SignAndDeliver(s.deal().theirs);
    s.BlockFirst(blocker);
    for (const auto part : {DealPart::kDelivery, DealPart::kBalance}) {
      world::InvoiceTruth& invoice = s.truth().invoices[s.Invoice(0, part)];
      invoice.cured = fixed ? 1 : 0;
    }
    if (fixed) {
      for (std::size_t f = 0; f < s.customer().facts.size(); ++f) {
        if (s.customer().facts[f].blocker == s.Blocker(blocker)) s.known().fact_source[f] = 1;
      }
    }
    s.Pay(0, DealPart::kDelivery);
    s.Pay(0, DealPart::kBalance);
    s.Morning(s.deal().second);
    EXPECT_EQ(s.desk().order, 1);
    s.Sign(second);
    s.Pay(1, DealPart::kDeposit);
    s.Morning(s.deal().second + s.deal().lead_days);
    EXPECT_TRUE(Delivered(s.known(), 1));
    again += s.Balance(1).blocker == s.Blocker(blocker) ? 1 : 0;
  }
  return again;
}

TEST(Loop, AFixedCauseDoesNotReturn) {
  const DealTerms theirs = test::FullLoop()->customers[0].deal.theirs;
  EXPECT_EQ(SecondDrawn("wrong_invoice", true, theirs), 0);
  const int returns = SecondDrawn("wrong_invoice", false, theirs);
  // Of 200, against 300 first orders under the same terms.
  const int first = Drawn(theirs, false)[DealStage().Blocker("wrong_invoice")];
  EXPECT_GT(returns * 3, first * 2 + 30) << "it was left as it was";
  DealTerms mended = theirs;
  mended.clauses = kRightEntity;
  EXPECT_EQ(SecondDrawn("wrong_invoice", false, mended), 0) << "prevented by the new contract";
}

TEST(Loop, FindingsAreAboutTheOrderInHand) {
  DealStage s;
  s.SignAndDeliver(s.deal().theirs);
  s.BlockFirst("wrong_invoice");
  const FactId fact = s.Fact("tax_number_wrong");
  EXPECT_TRUE(IsTrue(s.world, 0, fact));
  Learn(s.world, 0, fact, Source::kTold, kNone);
  s.known().tasks_done |= 1ULL << s.Task("reissue_invoice");
  s.known().documents_in_file |= 1U << s.Document("invoice_corrected");
  s.Pay(0, DealPart::kDelivery);
  s.Pay(0, DealPart::kBalance);
  s.Morning(s.deal().second);
  s.Sign(s.deal().theirs);
  s.Pay(1, DealPart::kDeposit);
  s.Morning(s.deal().second + s.deal().lead_days);
  EXPECT_FALSE(Knows(s.known(), fact)) << "a new order, a new question";
  EXPECT_FALSE((s.known().documents_in_file >> s.Document("invoice_corrected")) & 1);
  EXPECT_EQ(InvoiceNow(s.customer(), s.known(), s.Invoice(0, DealPart::kBalance)),
            s.Invoice(1, DealPart::kBalance));
  for (const bool there : {true, false}) {
    s.Balance(1).blocker = there ? s.Blocker("wrong_invoice") : kNone;
    EXPECT_EQ(IsTrue(s.world, 0, fact), there);
  }
}

TEST(Loop, WithoutASignatureTheOldTermsHold) {
  DealStage s;
  s.SignAndDeliver(s.deal().ours);
  s.Morning(s.deal().second);
  EXPECT_EQ(PhaseOf(s.known()), DealPhase::kQuoting);
  EXPECT_EQ(s.desk().standing, s.deal().ours);
  s.Morning(s.deal().second + s.deal().valid_days);
  EXPECT_EQ(PhaseOf(s.known()), DealPhase::kSigned);
  EXPECT_EQ(s.desk().terms[1], s.deal().ours);
}

TEST(DealValue, GoodsAreACostAndALostSaleIsWorthNothing) {
  DealStage s;
  EXPECT_EQ(rules::Value(*s.scenario, s.state).ledger, 2 * s.deal().price);
  EXPECT_EQ(rules::Value(*s.scenario, s.state).goods, 0);
  EXPECT_EQ(rules::Value(*s.scenario, s.state).open, 0);
  s.SignAndDeliver(s.deal().ours);
  const ValueParts parts = rules::Value(*s.scenario, s.state);
  EXPECT_EQ(parts.goods, s.deal().cost);
  EXPECT_GT(parts.cash, 250000'00) << "the deposit";
  EXPECT_GT(parts.open, 400000'00) << "the retention counts too";
  EXPECT_LT(parts.open, 602000'00);
}

}  // namespace
}  // namespace huikuan::rules
