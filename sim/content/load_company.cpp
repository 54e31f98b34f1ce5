// Our own company, the orders of a customer, and what colleagues may refuse.
#include <algorithm>

#include "content/law_names.h"
#include "content/loader.h"

namespace huikuan::content {
namespace {

void AddError(ObjectReader& row, std::string_view key, std::string code,
              std::vector<std::string> args) {
  row.context().diagnostics->AddError(std::move(code), std::move(args), row.At(key));
}

// A share as people write it, exact to the hundredth of a per cent: sums of money made with it are
// shown, and Q16 would leave odd cents.
Ppm Share(ObjectReader& row, std::string_view key, std::optional<Q16> fallback = {}) {
  const std::int64_t share = row.Decimal(key, kUnit, fallback);
  return static_cast<Ppm>(DivRound(share * 10'000, kOne) * 100);
}

// The business day on or after a date of the run; kNever when the run is over by then.
Day DayFrom(ObjectReader& row, std::string_view key, Date date, const Scenario& scenario) {
  if (row.describing() || date == kNoDate) return kNever;
  if (date < scenario.start || date > scenario.start + kDateReach) {
    AddError(row, key, "date.outside_calendar",
             {FormatIso(date), FormatIso(scenario.start), FormatIso(scenario.start + kDateReach)});
    return kNever;
  }
  const std::size_t day = BusinessDayFrom(scenario, date);
  return day < scenario.days.size() ? static_cast<Day>(day) : kNever;
}

void ReadPayments(ObjectReader& reader, const Scenario& scenario, Company* company) {
  std::vector<std::string> ids;
  reader.Doc("what goes out whatever comes in")
      .Each("payments", Presence::kOptional, world::kMaxPayments, [&](ObjectReader& row) {
        OwnPayment payment;
        payment.id = row.Id("id");
        payment.kind = row.NameOf<PaymentKind>("kind", kPaymentNames);
        payment.title = row.Text("title", Presence::kRequired);
        payment.amount = row.Money("amount");
        const Date date = row.Doc("or the next business day").DateOf("date", Presence::kRequired);
        payment.day = DayFrom(row, "date", date, scenario);
        if (std::find(ids.begin(), ids.end(), payment.id) != ids.end()) {
          AddError(row, "id", "id.duplicate", {What("payment"), payment.id});
        }
        ids.push_back(payment.id);
        if (payment.day != kNever) company->payments.push_back(payment);
      });
  std::stable_sort(company->payments.begin(), company->payments.end(),
                   [](const OwnPayment& a, const OwnPayment& b) { return a.day < b.day; });
}

TaskRefusal ReadRefusal(ObjectReader& row) {
  TaskRefusal refusal;
  refusal.chance = row.Doc("each time it is ordered").Decimal("chance", kUnit);
  refusal.reason = row.Doc("what the colleagues say").Text("reason", Presence::kRequired);
  return refusal;
}

}  // namespace

void ReadTaskManners(ObjectReader& reader, Task* task) {
  reader.Doc("the department may say no for today")
      .Object("refusal", Presence::kOptional,
              [&](ObjectReader& row) { task->refusal = ReadRefusal(row); });
  task->queue_days = static_cast<std::uint8_t>(
      reader.Doc("working days that each other task running in the department adds")
          .Integer("queue_days", 0, 10, 0));
}

void ReadCompany(ObjectReader& reader, Scenario* scenario, std::vector<CaseRefusal>* refusals) {
  reader.Doc("our own house: without it our cash plays no part")
      .Object("company", Presence::kOptional, [&](ObjectReader& row) {
        Company& company = scenario->company;
        company.present = true;
        company.cash = row.Doc("at the bank at the opening").Money("cash");
        ReadPayments(row, *scenario, &company);
        company.overdraft = row.Doc("interest a calendar day below zero, parts per million")
                                .Integer("overdraft_ppm_a_day", 0, 10'000, 500);
        company.finance_spends =
            Share(row.Doc("of Monday's forecast, spent on suppliers at once"), "finance_spends", 0);
        company.queue_days = static_cast<std::uint8_t>(
            row.Doc("working days that each other task running in a department adds")
                .Integer("queue_days", 0, 10, 1));
        row.Doc("tasks that colleagues may refuse for a day")
            .Each("refusals", Presence::kOptional, kMaxEntries, [&](ObjectReader& item) {
              CaseRefusal refusal;
              refusal.task = item.RefOf("task", Presence::kRequired);
              refusal.refusal = ReadRefusal(item);
              refusals->push_back(std::move(refusal));
            });
      });
}

void ApplyRefusals(const std::vector<CaseRefusal>& refusals, const std::vector<std::string>& tasks,
                   ReadContext& context, Scenario* scenario) {
  for (const CaseRefusal& own : refusals) {
    const std::uint8_t task = Resolve(context, own.task, tasks, "tasks");
    if (task < scenario->tasks.size()) scenario->tasks[task].refusal = own.refusal;
  }
}

namespace {

// The receivable of an order that names none: nothing stands in its way but the ordinary process.
Invoice PlainInvoice(const Order& order, std::size_t blockers) {
  Invoice invoice;
  invoice.id = order.id;
  invoice.number = order.title;
  invoice.title = order.title;
  invoice.amount = order.amount;
  invoice.due = order.date == kNoDate ? kNoDate : order.date + order.term_days;
  invoice.gate = Gate::kDelivery;
  invoice.told_gate = Gate::kDelivery;
  invoice.blocker_weights.assign(blockers + 1, 0);
  invoice.blocker_weights.back() = 1;
  return invoice;
}

// An authored invoice serves one order, for the same amount, and nothing else.
void CheckInvoice(ObjectReader& row, const Order& order, const Customer& customer) {
  const Invoice& invoice = customer.invoices[order.invoice];
  if (invoice.order != kNone || order.invoice == customer.claim || !invoice.collectable ||
      invoice.paid != 0) {
    AddError(row, "invoice", "order.invoice_taken", {order.id, invoice.id});
  } else if (invoice.amount != order.amount) {
    AddError(row, "invoice", "order.amount_differs", {order.id, invoice.id});
  }
}

void ReadOrder(ObjectReader& row, const Scenario& scenario,
               const std::vector<std::string>& invoices, std::size_t blockers, Customer* customer) {
  Order order;
  order.id = row.Id("id");
  order.title = row.Text("title", Presence::kRequired);
  order.note = row.Text("note", Presence::kOptional);
  order.amount = row.Money("amount");
  order.margin = Share(row.Doc("share of the amount that is not cost of goods"), "margin");
  order.term_days =
      row.Doc("due so many calendar days after the release").Integer("term_days", 0, 365, 30);
  const Date date =
      row.Doc("placed on this day, or the next business day").DateOf("date", Presence::kRequired);
  const Ref named = row.Doc(
                           "of this customer's invoices; becomes a receivable with the release. "
                           "Without it a plain one is made")
                        .RefOf("invoice", Presence::kOptional);
  order.contracted =
      row.Doc("a call-off under a contract that binds us: not sending it is suspension")
          .Bool("contracted", false);
  order.supply = static_cast<std::uint8_t>(
      row.Doc("what it is").NameOf<Suspension>("supply", kSuspensionNames, Suspension::kDelivery));
  const Ref under = row.Doc("an invoice under the same contract, whose delay gives the right")
                        .RefOf("under", Presence::kOptional);
  if (row.describing()) return;
  order.under = Resolve(row.context(), under, invoices, "invoice");
  order.day = DayFrom(row, "date", date, scenario);
  order.date = order.day == kNever ? date : scenario.days[static_cast<std::size_t>(order.day)].date;
  if (order.amount <= 0) AddError(row, "amount", "order.no_amount", {order.id});
  for (const Order& other : customer->orders) {
    if (other.id == order.id) AddError(row, "id", "id.duplicate", {What("order"), order.id});
  }
  std::uint8_t invoice = Resolve(row.context(), named, invoices, "invoice");
  const bool lost = invoice == kNone || invoice >= customer->invoices.size();
  if (!named.id.empty() && lost) return;  // reported
  if (named.id.empty()) {
    if (customer->invoices.size() >= world::kMaxInvoices) {
      AddError(row, "id", "capacity.exceeded",
               {What("invoice"), std::to_string(customer->invoices.size() + 1),
                std::to_string(world::kMaxInvoices)});
      return;
    }
    invoice = static_cast<std::uint8_t>(customer->invoices.size());
    customer->invoices.push_back(PlainInvoice(order, blockers));
    order.invoice = invoice;
  } else {
    order.invoice = invoice;
    CheckInvoice(row, order, *customer);
  }
  customer->invoices[invoice].order = static_cast<std::uint8_t>(customer->orders.size());
  customer->orders.push_back(order);
}

}  // namespace

void ReadOrders(ObjectReader& reader, const Scenario& scenario,
                const std::vector<std::string>& invoices, std::size_t blockers,
                Customer* customer) {
  customer->credit_limit = reader.Doc("what they may owe us at most; without it there is no limit")
                               .Money("credit_limit", 0);
  reader.Doc("what they order while the case runs; the trainee decides")
      .Each("orders", Presence::kOptional, world::kMaxOrders,
            [&](ObjectReader& row) { ReadOrder(row, scenario, invoices, blockers, customer); });
}

}  // namespace huikuan::content
