// Our own cash and what must be paid from it; orders that wait for a decision.
#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

Node Sum(const Context& c, const std::string& name, Cents amount, Shade tone) {
  Node node = Words("company." + name, c.Ui("web.company." + name), Role::kSmall, tone);
  node.value = c.Money(amount);
  return node;
}

Node Payments(const Context& c) {
  Node table = Words("company.payments", c.Ui("web.company.payments"));
  table.kind = Kind::kTable;
  Node header = Group("company.header", Role::kHeader);
  for (const char* column : {"date", "what", "amount"}) {
    header.Add(
        Words(std::string("company.header.") + column, c.Ui(std::string("web.company.") + column)));
  }
  table.Add(std::move(header));
  for (std::size_t i = 0; i < c.see.company.payments.size(); ++i) {
    const OwnPaymentView& payment = c.see.company.payments[i];
    const std::string key = "company.payment." + std::to_string(i);
    Node row = Group(key, Role::kRow);
    row.Add(Words(key + ".date", c.Short(payment.date)));
    row.Add(Words(key + ".what", c.Text(payment.title)));
    Node amount = Words(key + ".amount", c.Money(payment.amount), Role::kNone,
                        payment.balance < 0 ? Shade::kBad : Shade::kNormal);
    amount.hint = c.Ui("web.company.balance_after", {{"amount", c.Money(payment.balance)}});
    row.Add(std::move(amount));
    table.Add(std::move(row));
  }
  return table;
}

std::string ExposureWords(const Context& c, const OrderView& order) {
  if (order.limit == 0) {
    return c.Ui("web.order.exposure_no_limit", {{"exposure", c.Money(order.exposure)}});
  }
  return c.Ui("web.order.exposure",
              {{"exposure", c.Money(order.exposure)}, {"limit", c.Money(order.limit)}});
}

bool Open(const OrderView& order) {
  return order.state == OrderState::kWaiting || order.state == OrderState::kHeld;
}

// What there is to weigh, and the three decisions.
void AddDecision(const Context& c, const OrderView& order, const std::string& key, Node& row) {
  if (order.note != 0) row.Add(Words(key + ".note", c.Text(order.note), Role::kSmall));
  row.Add(Words(key + ".terms",
                c.Ui("web.order.terms",
                     {{"goods", c.Money(order.goods)}, {"days", std::to_string(order.term_days)}}),
                Role::kSmall, Shade::kMuted));
  const bool over = order.limit > 0 && order.exposure > order.limit;
  row.Add(Words(key + ".exposure", ExposureWords(c, order), Role::kSmall,
                over ? Shade::kBad : Shade::kNormal));
  if (order.overdue > 0) {
    row.Add(Words(key + ".overdue", c.Ui("web.order.overdue", {{"amount", c.Money(order.overdue)}}),
                  Role::kSmall, Shade::kBad));
  }
  Node bar = Group(key + ".decide", Role::kBar);
  static constexpr const char* kNames[] = {"release", "hold", "prepay"};
  for (int d = 0; d < kOrderDecisions; ++d) {
    const std::string action = "order:" + std::to_string(order.customer) + ":" +
                               std::to_string(order.id) + ":" + std::to_string(d);
    bar.Add(TimedControl(c, key + "." + kNames[d], c.Ui(std::string("web.order.") + kNames[d]),
                         action, order.minutes));
  }
  row.Add(std::move(bar));
}

Node OrderNode(const Context& c, const OrderView& order) {
  const std::string key =
      "order." + std::to_string(order.customer) + "." + std::to_string(order.id);
  Node row = Group(key, Role::kStack);
  Node line = Words(key + ".line",
                    c.Ui("web.order.line", {{"order", c.Text(order.title)},
                                            {"amount", c.Money(order.amount)},
                                            {"date", c.Short(order.date)}}),
                    Role::kNote, order.state == OrderState::kLost ? Shade::kBad : Shade::kNormal);
  line.hint = order.cleared && order.state == OrderState::kHeld
                  ? c.Ui("web.order.cleared")
                  : c.Ui("web.order.state." + std::to_string(static_cast<int>(order.state)));
  row.Add(std::move(line));
  if (Open(order)) AddDecision(c, order, key, row);
  return row;
}

}  // namespace

Node CompanyPanel(const Context& c) {
  const CompanyView& company = c.see.company;
  Node card = Group("company", Role::kCard, c.Ui("web.company"));
  if (!company.present) return card;
  card.Add(Heading("company.title", 2, c.Ui("web.company")));
  Node cash = Words("company.cash", c.Ui("web.company.cash"), Role::kBig,
                    company.cash < 0 ? Shade::kBad : Shade::kNormal);
  cash.value = c.Money(company.cash);
  card.Add(std::move(cash));
  Node bar = Group("company.sums", Role::kBar);
  Node low = Sum(c, "low", company.low, company.low < 0 ? Shade::kBad : Shade::kMuted);
  low.value = c.Ui("web.company.low_on",
                   {{"amount", c.Money(company.low)}, {"date", c.Short(company.low_date)}});
  bar.Add(std::move(low));
  bar.Add(Sum(c, "forecast", company.forecast, Shade::kNormal));
  if (company.committed > 0) bar.Add(Sum(c, "committed", company.committed, Shade::kWarn));
  if (company.crisis > 0) bar.Add(Sum(c, "crisis", company.crisis, Shade::kBad));
  card.Add(std::move(bar));
  if (company.strained_until != kNoDate) {
    card.Add(Words("company.strained",
                   c.Ui("web.company.strained", {{"date", c.Short(company.strained_until)}}),
                   Role::kNote, Shade::kBad));
  }
  if (!company.payments.empty()) {
    card.Add(Heading("company.payments.title", 3, c.Ui("web.company.payments")));
    card.Add(Payments(c));
  }
  return card;
}

Node OrdersPanel(const Context& c) {
  Node card = Group("orders", Role::kCard, c.Ui("web.orders"));
  for (const OrderView& order : c.see.company.orders) {
    if (order.customer != c.ui.customer) continue;
    if (card.children.empty()) card.Add(Heading("orders.title", 2, c.Ui("web.orders")));
    card.Add(OrderNode(c, order));
  }
  return card;
}

}  // namespace huikuan::web
