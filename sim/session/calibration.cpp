// A population's payments: every claim is a run of its own, by the rules every run has.
#include "huikuan/calibration.h"

#include <algorithm>

#include "bots/bots.h"
#include "rules/payment/ledger.h"
#include "rules/rules.h"
#include "rules/setup.h"

namespace huikuan {

namespace {

constexpr int kGraceDays = 3;  // calendar days after the due date before anybody chases
constexpr Seed kSeedsACustomer = 64;

Result<std::vector<bots::Bot>> Collectors(std::string_view name) {
  if (name.empty()) return std::vector<bots::Bot>{bots::Bot::kPoliteWaiter, bots::Bot::kByTheBook};
  for (std::size_t i = 0; i < static_cast<std::size_t>(bots::Bot::kCount); ++i) {
    if (bots::kBotNames[i] == name) return std::vector<bots::Bot>{static_cast<bots::Bot>(i)};
  }
  return Error{"bot.unknown", {std::string(name), "polite-waiter, by-the-book"}, {}};
}

// The scenario with one of its customers alone: collectors give all their time to each.
Scenario Alone(const Scenario& all, std::size_t customer) {
  Scenario one = all;
  one.customers = {all.customers[customer]};
  return one;
}

bool Disputed(const Scenario& content, std::uint8_t blocker) {
  return blocker != kNone && content.blockers[blocker].gate <= Gate::kInvoice;
}

class OneClaim {
 public:
  OneClaim(const Scenario& content, bots::Bot bot, Seed seed)
      : content_(content), customer_(content.customers[0]), bot_(bot), chance_(seed) {}

  // The draws of the opening that belong to the customer, the claim's own cause apart.
  std::vector<rules::ForcedOutcome> Person() const { return person_; }

  CollectedInvoice Run(const std::vector<rules::ForcedOutcome>& person) {
    std::vector<rules::ChanceRecord> records;
    chance_.Force(person);
    chance_.Record(&records);
    rules::SetUp(content_, state_, chance_, nullptr);
    chance_.Record(nullptr);
    chance_.Force({});
    for (const rules::ChanceRecord& r : records) {
      if (r.purpose == rules::Draw::kBlocker) continue;
      person_.push_back({r.purpose, r.entity, r.index, r.day, r.outcome});
    }
    rules::World world{content_, state_, chance_, &events_};
    const Date due = customer_.invoices[customer_.claim].due;
    for (int step = 0; step < bots::kMaxDecisions && state_.known.seller.ended == 0; ++step) {
      const bool early = world.date() < due + kGraceDays;
      const Command wait = Wait{Until::kNextDay, kNoDate};
      rules::ApplyCommand(world,
                          early ? wait : bots::Choose(bot_, {content_, state_.known, 1, true}));
    }
    return Outcome(due);
  }

 private:
  CollectedInvoice Outcome(Date due) const {
    CollectedInvoice out;
    const std::uint8_t blocker = state_.truth.customers[0].invoices[customer_.claim].blocker;
    out.blocked = blocker != kNone;
    out.disputed = Disputed(content_, blocker);
    out.paid = rules::OpenTotal(customer_, state_.known.customers[0]) == 0;
    Date last = content_.days[static_cast<std::size_t>(state_.known.seller.day)].date;
    for (const Event& e : events_) {
      switch (e.kind) {
        case EventKind::kPaymentReceived:
          ++out.payments;
          if (customer_.days[static_cast<std::size_t>(e.day)].is_run) ++out.payments_on_runs;
          if (out.paid) last = e.date;
          break;
        case EventKind::kPromiseKept:
          ++out.promises_kept;
          break;
        case EventKind::kPromiseBroken:
          ++out.promises_broken;
          break;
        case EventKind::kFactLearnt: {
          const content::Fact& fact = customer_.facts[e.fact];
          const bool it = fact.problem && blocker != kNone && fact.blocker == blocker;
          if (it && out.found < 0) out.found = std::max(0, e.date - due);
          break;
        }
        default:
          break;
      }
    }
    out.delay = std::max(0, last - due);
    out.in_parts = out.payments > 1;
    return out;
  }

  const Scenario& content_;
  const content::Customer& customer_;
  bots::Bot bot_;
  rules::Chance chance_;
  world::State state_;
  std::vector<Event> events_;
  std::vector<rules::ForcedOutcome> person_;
};

double Share(int part, int all) { return all > 0 ? static_cast<double>(part) / all : 0; }

// One-way analysis of variance over what was paid: (MSB − MSW) / (MSB + (n − 1) MSW), n the mean
// size of a group.
double BetweenShare(const std::vector<CollectedInvoice>& all) {
  std::vector<CollectedInvoice> rows;
  double total = 0;
  for (const CollectedInvoice& r : all) {
    if (!r.paid) continue;
    rows.push_back(r);
    total += r.delay;
  }
  if (rows.empty()) return 0;
  const double mean = total / static_cast<double>(rows.size());
  double between = 0, within = 0;
  std::size_t groups = 0;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t end = i;
    double sum = 0;
    while (end < rows.size() && rows[end].customer == rows[i].customer) sum += rows[end++].delay;
    const auto n = static_cast<double>(end - i);
    between += n * (sum / n - mean) * (sum / n - mean);
    for (; i < end; ++i) within += (rows[i].delay - sum / n) * (rows[i].delay - sum / n);
    ++groups;
  }
  if (groups < 2 || rows.size() <= groups) return 0;
  const double n = static_cast<double>(rows.size()) / static_cast<double>(groups);
  const double msb = between / static_cast<double>(groups - 1);
  const double msw = within / static_cast<double>(rows.size() - groups);
  const double share = msb + (n - 1) * msw > 0 ? (msb - msw) / (msb + (n - 1) * msw) : 0;
  return share > 0 ? share : 0;
}

}  // namespace

Result<std::vector<CollectedInvoice>> CollectFromPopulation(
    const Scenario& profile, const PopulationOptions& options,
    const std::function<void(int)>& progress) {
  const Result<std::vector<bots::Bot>> collectors = Collectors(options.collector);
  if (!collectors.ok()) return collectors.error();
  std::vector<Scenario> segments;
  for (std::size_t i = 0; i < profile.customers.size(); ++i) segments.push_back(Alone(profile, i));
  std::vector<CollectedInvoice> rows;
  for (int k = 0; k < options.customers; ++k) {
    const auto at = static_cast<std::size_t>(k);
    const std::size_t segment = at % segments.size();
    const bots::Bot bot = collectors.value()[at / segments.size() % collectors.value().size()];
    std::vector<rules::ForcedOutcome> person;
    for (int i = 0; i < options.invoices_each; ++i) {
      const Seed seed =
          options.first_seed + static_cast<Seed>(k) * kSeedsACustomer + static_cast<Seed>(i);
      OneClaim claim(segments[segment], bot, seed);
      rows.push_back(claim.Run(person));
      rows.back().customer = k;
      rows.back().segment = static_cast<int>(segment);
      if (i == 0) person = claim.Person();
    }
    if (progress) progress(k + 1);
  }
  return rows;
}

PaymentFigures MeasurePayments(const std::vector<CollectedInvoice>& rows) {
  PaymentFigures f;
  f.invoices = static_cast<int>(rows.size());
  if (rows.empty()) return f;
  std::vector<int> delays;
  int late = 0, unpaid = 0, parts = 0, kept = 0, broken = 0, payments = 0, on_runs = 0;
  int disputed = 0, disputed_late = 0;
  double sum = 0, paid_late_days = 0;
  int paid_late = 0;
  for (const CollectedInvoice& r : rows) {
    const bool is_late = r.delay > 0 || !r.paid;
    delays.push_back(r.delay);
    sum += r.delay;
    late += is_late ? 1 : 0;
    if (r.paid && is_late) {
      paid_late_days += r.delay;
      ++paid_late;
    }
    unpaid += r.paid ? 0 : 1;
    parts += r.in_parts ? 1 : 0;
    kept += r.promises_kept;
    broken += r.promises_broken;
    payments += r.payments;
    on_runs += r.payments_on_runs;
    disputed += r.disputed ? 1 : 0;
    disputed_late += r.disputed && is_late ? 1 : 0;
  }
  std::sort(delays.begin(), delays.end());
  const auto quantile = [&](int percent) {
    return static_cast<double>(
        delays[(delays.size() - 1) * static_cast<std::size_t>(percent) / 100]);
  };
  const auto over = [&](int days) {
    const auto first = std::upper_bound(delays.begin(), delays.end(), days);
    return Share(static_cast<int>(delays.end() - first), f.invoices);
  };
  f.late = Share(late, f.invoices);
  f.mean_delay = sum / f.invoices;
  f.mean_if_late = paid_late > 0 ? paid_late_days / paid_late : 0;
  f.p50 = quantile(50);
  f.p75 = quantile(75);
  f.p90 = quantile(90);
  f.p95 = quantile(95);
  f.over30 = over(30);
  f.over60 = over(60);
  f.over90 = over(90);
  f.unpaid = Share(unpaid, f.invoices);
  f.disputed = Share(disputed, f.invoices);
  const double others = Share(late - disputed_late, f.invoices - disputed);
  f.disputed_lift = others > 0 ? Share(disputed_late, disputed) / others : 0;
  f.between = BetweenShare(rows);
  f.promises_kept = Share(kept, kept + broken);
  f.in_parts = Share(parts, f.invoices);
  f.on_runs = Share(on_runs, payments);
  return f;
}

}  // namespace huikuan
