// Bills and vouchers they offered instead of money, and what we may do with them.
#include "model/panels.h"

namespace huikuan::web {
namespace {

Shade BillShade(BillState state) {
  switch (state) {
    case BillState::kOffered:
      return Shade::kWarn;
    case BillState::kDishonoured:
      return Shade::kBad;
    case BillState::kPaid:
      return Shade::kGood;
    default:
      return Shade::kNormal;
  }
}

Node BillNode(const Context& c, const BillView& bill) {
  const std::string key = "bill." + std::to_string(bill.id);
  Node row = Group(key, Role::kStack);
  Node line =
      Words(key + ".line",
            c.Ui("web.bill.line",
                 {{"instrument", c.Ui("instrument." + std::to_string(static_cast<int>(bill.kind)))},
                  {"amount", c.Money(bill.amount)},
                  {"date", c.Short(bill.maturity)}}),
            Role::kNote, BillShade(bill.state));
  line.hint = c.Ui("web.bill.state." + std::to_string(static_cast<int>(bill.state)));
  row.Add(std::move(line));
  if (bill.state == BillState::kOffered) {
    row.Add(Words(key + ".by", c.Ui("web.bill.decide_by", {{"date", c.Short(bill.decide_by)}}),
                  Role::kSmall, Shade::kMuted));
  }
  const bool offered = bill.state == BillState::kOffered;
  if (!offered && bill.state != BillState::kHeld) return row;
  row.Add(Words(key + ".cost", c.Ui("web.bill.cost", {{"amount", c.Money(bill.discount_cost)}}),
                Role::kSmall, Shade::kMuted));
  const std::string action = "bill:" + std::to_string(bill.id) + ":";
  const auto button = [&](const char* decision) {
    return TimedControl(c, key + "." + decision, c.Ui(std::string("web.bill.") + decision),
                        action + decision, c.see.minutes.bill);
  };
  if (offered) row.Add(button("keep"));
  row.Add(button("discount"));
  if (offered) row.Add(button("refuse"));
  return row;
}

}  // namespace

Node BillsPanel(const Context& c) {
  Node card = Group("bills", Role::kCard, c.Ui("web.bills"));
  if (c.customer().bills.empty()) return card;
  card.Add(Heading("bills.title", 2, c.Ui("web.bills")));
  for (const BillView& bill : c.customer().bills) card.Add(BillNode(c, bill));
  return card;
}

}  // namespace huikuan::web
