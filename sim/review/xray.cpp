#include "review/xray.h"

#include <algorithm>

#include "rules/day/next_day.h"
#include "rules/legal/limitation.h"
#include "rules/payment/dispute.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"

namespace huikuan::review {

namespace {

// What is remembered of an invoice from one day to the next.
struct Waiting {
  bool refused = false;  // a list closed without it although it was ready
  bool slipped = false;  // it was listed, and the run passed
};

// Not yet money, though perhaps a bill.
Cents Unpaid(const content::Customer& customer, const world::CustomerKnown& known, InvoiceId i) {
  return rules::OpenOf(customer, known, i) + rules::HeldFor(known, i);
}

class Xrays {
 public:
  Xrays(const Scenario& content, Seed seed) : content_(content), chance_(seed) {}

  std::vector<InvoiceXray> Of(const Run& run) {
    Open();
    for (const Turn& turn : run.turns) {
      const int nights = turn.moment->step.known.seller.day - turn.moment->before.seller.day;
      if (nights > 0) Nights({turn.moment->before, turn.truth}, nights);
    }
    Close(run.end);
    return std::move(out_);
  }

 private:
  Date DateOf(Day day) const { return content_.days[static_cast<std::size_t>(day)].date; }

  void Open() {
    for (std::size_t c = 0; c < content_.customers.size(); ++c) {
      const content::Customer& customer = content_.customers[c];
      for (std::size_t i = 0; i < customer.invoices.size(); ++i) {
        if (!customer.invoices[i].collectable) continue;
        InvoiceXray row;
        row.customer = static_cast<CustomerId>(c);
        row.invoice = static_cast<InvoiceId>(i);
        out_.push_back(row);
        waiting_.push_back({});
      }
    }
  }

  // The nights a command let pass, one by one: chance is keyed by day, so they come as they came.
  void Nights(world::State state, int nights) {
    rules::World world{content_, state, chance_, nullptr};
    for (int n = 0; n < nights && state.known.seller.ended == 0; ++n) {
      const Day day = state.known.seller.day;
      if (static_cast<std::size_t>(day) + 1 >= content_.days.size()) return;
      const Date from = DateOf(day);
      const Date to = DateOf(static_cast<Day>(day + 1));
      for (std::size_t r = 0; r < out_.size(); ++r) Attribute(world, r, from, to);
      chance_.SetDay(day);
      rules::NextDay(world);
      for (std::size_t r = 0; r < out_.size(); ++r) Remember(world, r);
    }
  }

  void Attribute(rules::World& world, std::size_t r, Date from, Date to) {
    InvoiceXray& row = out_[r];
    const content::Customer& customer = content_.customers[row.customer];
    const world::CustomerKnown& known = world.state.known.customers[row.customer];
    if (!rules::Started(customer, known, row.invoice)) return;
    const Date due = rules::DueOf(customer, known, row.invoice);
    if (Unpaid(customer, known, row.invoice) <= 0 || due == kNoDate || to <= due) {
      return;
    }
    const int days = static_cast<int>(to - std::max(from, due));
    row.days[static_cast<int>(CauseToday(world, r))] += days;
  }

  DelayCause CauseToday(rules::World& world, std::size_t r) const {
    const InvoiceXray& row = out_[r];
    const CustomerId c = row.customer;
    const world::CustomerKnown& known = world.state.known.customers[c];
    const world::InvoiceTruth& invoice = world.state.truth.customers[c].invoices[row.invoice];
    const auto gate = static_cast<Gate>(invoice.gate);
    if (rules::Insolvent(known)) return DelayCause::kCustomer;
    if (rules::Pleaded(known, row.invoice)) return DelayCause::kUs;
    if (rules::HeldFor(known, row.invoice) > 0) return DelayCause::kProcess;
    if (rules::Disputed(world, c, row.invoice)) return DelayCause::kUs;
    if (rules::Blocked(world, c, row.invoice)) return BehindBlocker(c, invoice);
    if (gate == Gate::kBooking && invoice.due_recognised == 0) return DelayCause::kUs;
    if (waiting_[r].slipped) return DelayCause::kChance;
    if (gate == Gate::kCashPlan && waiting_[r].refused) return DelayCause::kCustomer;
    return DelayCause::kProcess;
  }

  // What is still missing: ours to give, or theirs to want and to have.
  DelayCause BehindBlocker(CustomerId c,
                           const world::InvoiceTruth& invoice) const {
    const content::Blocker& blocker = content_.blockers[invoice.blocker];
    if (blocker.upstream || blocker.pretended || blocker.cash_factor < kOne) {
      return DelayCause::kCustomer;
    }
    const auto& needs = content_.customers[c].links.needs[invoice.blocker];
    for (std::size_t n = 0; n < needs.size(); ++n) {
      if (((invoice.had_papers >> n) & 1) != 0) continue;
      if (needs[n].kind != content::NeedKind::kAgreement) return DelayCause::kUs;
    }
    return DelayCause::kCustomer;
  }

  // After a morning on which lists closed or money moved.
  void Remember(rules::World& world, std::size_t r) {
    const InvoiceXray& row = out_[r];
    const Day day = world.state.known.seller.day;
    const content::RunDay& today =
        content_.customers[row.customer].days[static_cast<std::size_t>(day)];
    const world::InvoiceTruth& invoice =
        world.state.truth.customers[row.customer].invoices[row.invoice];
    const auto gate = static_cast<Gate>(invoice.gate);
    if (today.is_cut_off) waiting_[r].refused = gate == Gate::kCashPlan;
    if (today.is_run) waiting_[r].slipped = gate == Gate::kPaymentRun && invoice.listed > 0;
    if (gate < Gate::kCashPlan) waiting_[r] = {};
  }

  void Close(const world::State& end) {
    const Date last = DateOf(end.known.seller.day);
    const Date first = content_.start;
    for (InvoiceXray& row : out_) {
      const content::Customer& customer = content_.customers[row.customer];
      const world::CustomerKnown& known = end.known.customers[row.customer];
      if (!rules::Started(customer, known, row.invoice)) continue;
      row.due = rules::DueOf(customer, known, row.invoice);
      const world::InvoiceKnown& invoice = known.invoices[row.invoice];
      row.paid = Unpaid(customer, known, row.invoice) <= 0;
      row.until = row.paid && invoice.paid_day != world::kNoDay
                      ? DateOf(static_cast<Day>(invoice.paid_day))
                      : last;
      if (row.due != kNoDate && row.due < first) {
        row.days[static_cast<int>(DelayCause::kBefore)] =
            static_cast<int>(std::min(first, row.until) - row.due);
      }
    }
    std::erase_if(out_, [](const InvoiceXray& row) {
      return row.due == kNoDate || row.due > row.until;
    });
  }

  const Scenario& content_;
  rules::Chance chance_;
  std::vector<InvoiceXray> out_;
  std::vector<Waiting> waiting_;
};

}  // namespace

std::vector<InvoiceXray> Xray(const Scenario& content, Seed seed, const Run& run) {
  return Xrays(content, seed).Of(run);
}

}  // namespace huikuan::review
