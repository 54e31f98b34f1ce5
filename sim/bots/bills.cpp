// What a prudent seller does with a bill: none where the contract says money or the law lets us
// refuse the customer's own word, unless they are known to have none; sold while our own payments
// need it, or where only the customer's own word stands behind it; else kept.
#include "bots/account.h"
#include "bots/tools.h"
#include "content/company.h"
#include "rules/legal/standing.h"
#include "rules/payment/instrument.h"

namespace huikuan::bots {

namespace {

constexpr Day kAhead = 15;  // business days of our own payments that cash must cover (design value)

// Our balance after what we have to pay in the next weeks; positive without a company.
Cents Slack(const BotView& v) {
  Cents left = v.known.seller.company.bank;
  const content::Company& company = v.content.company;
  if (!company.present) return 0;
  for (const content::OwnPayment& payment : company.payments) {
    if (payment.day > v.known.seller.day && payment.day <= v.known.seller.day + kAhead) {
      left -= payment.amount;
    }
  }
  return left;
}

BillDecision Answer(const BotView& v, CustomerId c, const world::BillKnown& bill) {
  Account a(v, c);
  a.Look();
  const auto kind = static_cast<Instrument>(bill.kind);
  const bool ours = kind != Instrument::kBankBill &&
                    rules::RuleHolds(v.content, v.known, c, content::Rule::kNoForcedBills) ==
                        content::Answer::kYes;
  if ((v.content.customers[c].paying.cash_term || ours) && !a.destitute) {
    return BillDecision::kRefuse;
  }
  if (kind != Instrument::kBankBill || Slack(v) < 0) return BillDecision::kDiscount;
  return BillDecision::kKeep;
}

}  // namespace

std::optional<Command> DecideBills(const BotView& v, std::uint16_t among) {
  for (std::size_t i = 0; i < v.content.customers.size(); ++i) {
    if (!content::Has(among, static_cast<int>(i))) continue;
    const auto c = static_cast<CustomerId>(i);
    const world::CustomerKnown& known = v.known.customers[i];
    for (std::size_t b = 0; b < kMaxBills; ++b) {
      const BillState state = rules::StateOf(known.bills[b]);
      const bool offered = state == BillState::kOffered;
      const bool short_of_cash = state == BillState::kHeld && Slack(v) < 0;
      if (!offered && !short_of_cash) continue;
      const BillDecision answer = offered ? Answer(v, c, known.bills[b]) : BillDecision::kDiscount;
      for (const BillDecision decision : {answer, BillDecision::kKeep}) {
        const DecideBill decide = DecideBill{c, static_cast<BillId>(b), decision};
        if (Lawful(v, decide)) return decide;
      }
    }
  }
  return std::nullopt;
}

}  // namespace huikuan::bots
