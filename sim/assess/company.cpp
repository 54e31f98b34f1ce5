#include "assess/company.h"

#include "assess/lines.h"
#include "rules/payment/ledger.h"

namespace huikuan::assess {

namespace {

// Full marks above zero; below, by how deep against the opening balance (design value).
Indicator CashLow(const Scenario& content, const world::State& state) {
  const world::CompanyKnown& books = state.known.seller.company;
  const Q16 depth = books.low < 0 ? Share(-books.low, content.company.cash) : 0;
  const bool short_payroll = books.payrolls_short > 0;
  Q16 score = books.low < 0 ? Hundredths(60) - MulQ(Hundredths(60), depth) : kOne;
  if (short_payroll) score /= 2;
  const Date date = content.days[static_cast<std::size_t>(books.low_day)].date;
  return Make("seller_cash", books.low < 0 ? "seller_cash_below" : "seller_cash", true, score,
              {Money("low", books.low), DateArg("date", date), Money("cost", books.crisis)});
}

Indicator Exposure(const content::Customer& customer, const world::CustomerOrders& orders,
                   bool any) {
  const Q16 over = Share(orders.over_limit, customer.credit_limit);
  return Make("exposure", orders.over_limit > 0 ? "exposure_over" : "exposure", any, kOne - over,
              {Money("over", orders.over_limit), Money("limit", customer.credit_limit),
               Number("count", orders.over_count)});
}

// Goods kept back when old money was open, and only then.
Indicator OrderLever(const world::CustomerOrders& orders) {
  const int right = orders.held;
  const int wrong = orders.overdue_count + orders.held_wrongly;
  return Make("orders", "orders", right + wrong > 0, Share(right, right + wrong),
              {Number("held", right), Number("released", orders.overdue_count),
               Number("wrong", orders.held_wrongly)});
}

}  // namespace

void MeasureCompany(const Scenario& content, const world::State& state, CustomerId c,
                    std::vector<Indicator>& out) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerOrders& orders = state.known.customers[c].orders;
  if (!customer.orders.empty()) {
    bool any = false;
    for (std::size_t o = 0; o < customer.orders.size(); ++o) {
      any = any || orders.items[o].state > static_cast<std::uint8_t>(OrderState::kWaiting);
    }
    if (customer.credit_limit > 0) out.push_back(Exposure(customer, orders, any));
    out.push_back(OrderLever(orders));
  }
  if (c == 0 && content.company.present) out.push_back(CashLow(content, state));
}

void TellCompany(const Scenario& content, const world::State& state, CustomerId c,
                 std::vector<DebriefLine>& story) {
  const world::CustomerOrders& orders = state.known.customers[c].orders;
  if (orders.overdue_count > 0) {
    story.push_back(Line("orders_while_overdue", {Number("count", orders.overdue_count)}, false));
  }
  if (orders.held > 0) story.push_back(Line("orders_held", {Number("count", orders.held)}, true));
  if (orders.held_wrongly > 0) {
    story.push_back(Line("orders_held_wrongly", {Number("count", orders.held_wrongly)}, false));
  }
  if (orders.lost > 0) story.push_back(Line("orders_lost", {Number("count", orders.lost)}, false));
  if (c != 0 || !content.company.present) return;
  const world::CompanyKnown& books = state.known.seller.company;
  if (books.payrolls_short > 0) {
    story.push_back(Line("payroll_short", {Number("count", books.payrolls_short)}, false));
  }
  if (books.crisis > 0) {
    story.push_back(
        Line("crisis", {Money("amount", books.crisis), Money("interest", books.interest)}, false));
  }
}

}  // namespace huikuan::assess
