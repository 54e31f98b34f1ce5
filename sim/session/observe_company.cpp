// Our own house, as our books show it.
#include <algorithm>

#include "rules/company/cash.h"
#include "rules/company/orders.h"
#include "rules/payment/ledger.h"
#include "session/observe.h"

namespace huikuan::session {

namespace {

constexpr std::size_t kPaymentsShown = 6;

Date DateOf(const Scenario& content, Day day) {
  const auto at = static_cast<std::size_t>(day);
  return day >= 0 && at < content.days.size() ? content.days[at].date : kNoDate;
}

void BuildPayments(const Scenario& content, const world::Known& known, CompanyView& out) {
  Cents balance = known.seller.company.bank;
  Cents early = known.seller.company.early;
  for (const content::OwnPayment& payment : content.company.payments) {
    if (payment.day <= known.seller.day) continue;
    if (out.payments.size() >= kPaymentsShown) break;
    OwnPaymentView view;
    view.title = payment.title;
    view.kind = payment.kind;
    view.date = DateOf(content, payment.day);
    view.amount = payment.amount;
    if (payment.kind == PaymentKind::kSupplier) {
      const Cents off = std::min(early, view.amount);
      early -= off;
      view.amount -= off;
    }
    balance -= view.amount;
    view.balance = balance;
    out.payments.push_back(view);
  }
}

void BuildOrders(const Scenario& content, const world::Known& known, CustomerId c,
                 CompanyView& out) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  for (std::size_t o = 0; o < customer.orders.size(); ++o) {
    const content::Order& def = customer.orders[o];
    const world::OrderKnown& order = mine.orders.items[o];
    if (static_cast<OrderState>(order.state) == OrderState::kExpected) continue;
    OrderView view;
    view.customer = c;
    view.id = static_cast<OrderId>(o);
    view.title = def.title;
    view.note = def.note;
    view.state = static_cast<OrderState>(order.state);
    view.date = def.date;
    view.amount = def.amount;
    view.goods = rules::CostOfGoods(def);
    view.term_days = def.term_days;
    view.prepay_refused = (order.marks & world::kOrderAsked) != 0;
    view.cleared = (order.marks & world::kOrderCleared) != 0;
    view.exposure = rules::OpenTotal(customer, mine) + def.amount;
    view.limit = customer.credit_limit;
    view.overdue = rules::OverdueTotal(content, known, c);
    view.minutes = rules::kOrderMinutes;
    out.orders.push_back(view);
  }
}

}  // namespace

CompanyView BuildCompany(const Scenario& content, const world::Known& known) {
  CompanyView out;
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    BuildOrders(content, known, static_cast<CustomerId>(c), out);
  }
  if (!content.company.present) return out;
  const world::CompanyKnown& books = known.seller.company;
  out.present = true;
  out.cash = books.bank;
  out.low = books.low;
  out.low_date = DateOf(content, books.low_day);
  out.crisis = books.crisis;
  out.forecast = rules::ForecastOf(content, known);
  out.committed = books.committed;
  out.payrolls_short = books.payrolls_short;
  if (rules::Strained(known)) {
    out.strained_until = DateOf(
        content, std::min<Day>(books.strained_until, static_cast<Day>(content.days.size() - 1)));
  }
  BuildPayments(content, known, out);
  return out;
}

}  // namespace huikuan::session
