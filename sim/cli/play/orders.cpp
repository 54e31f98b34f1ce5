// Orders to decide, and our own cash as text.
#include <fmt/format.h>

#include "layout.h"
#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

bool Open(const OrderView& order) {
  return order.state == OrderState::kWaiting || order.state == OrderState::kHeld;
}

std::string OrderLine(const Phrasebook& words, const OrderView& order) {
  const Language& language = words.language();
  std::string line = words.Ui("web.order.line", {{"order", words.Text(order.title)},
                                                 {"amount", language.Money(order.amount)},
                                                 {"date", language.DateShort(order.date)}});
  const bool cleared = order.cleared && order.state == OrderState::kHeld;
  const std::string state =
      words.Ui(cleared ? "web.order.cleared"
                       : fmt::format("web.order.state.{}", static_cast<int>(order.state)));
  return line + words.Ui("cli.in_brackets", {{"text", state}});
}

std::string Weigh(const Phrasebook& words, const OrderView& order) {
  const Language& language = words.language();
  std::string out;
  if (order.note != 0) out += Wrapped(words.Text(order.note), "  ") + "\n";
  out += Wrapped(words.Ui("web.order.terms", {{"goods", language.Money(order.goods)},
                                              {"days", std::to_string(order.term_days)}}),
                 "  · ") +
         "\n";
  const char* key = order.limit > 0 ? "web.order.exposure" : "web.order.exposure_no_limit";
  out += Wrapped(words.Ui(key, {{"exposure", language.Money(order.exposure)},
                                {"limit", language.Money(order.limit)}}),
                 order.limit > 0 && order.exposure > order.limit ? "  ! " : "  · ") +
         "\n";
  if (order.overdue > 0) {
    out += Wrapped(words.Ui("web.order.overdue", {{"amount", language.Money(order.overdue)}}),
                   "  ! ") +
           "\n";
  }
  return out;
}

}  // namespace

std::string CompanySheet(const Phrasebook& words, const Observation& see) {
  const CompanyView& company = see.company;
  const Language& language = words.language();
  std::string out;
  const auto row = [&](const char* key, const std::string& value) {
    out += "  " + PadRight(words.Ui(key), 30) + PadLeft(value, 16) + "\n";
  };
  if (company.present) {
    out += "\n" + words.Ui("web.company") + "\n";
    row("web.company.cash", language.Money(company.cash));
    row("web.company.low",
        words.Ui("web.company.low_on", {{"amount", language.Money(company.low)},
                                        {"date", language.DateShort(company.low_date)}}));
    row("web.company.forecast", language.Money(company.forecast));
    if (company.committed > 0) row("web.company.committed", language.Money(company.committed));
    if (company.crisis > 0) row("web.company.crisis", language.Money(company.crisis));
    if (company.strained_until != kNoDate) {
      out += Wrapped(words.Ui("web.company.strained",
                              {{"date", language.DateShort(company.strained_until)}}),
                     "  ! ") +
             "\n";
    }
    for (const OwnPaymentView& payment : company.payments) {
      out += "  " + PadRight(language.DateShort(payment.date), 10) +
             PadRight(words.Text(payment.title), 20) + PadLeft(language.Money(payment.amount), 14) +
             "  " +
             words.Ui("web.company.balance_after", {{"amount", language.Money(payment.balance)}}) +
             "\n";
    }
  }
  if (!company.orders.empty()) out += "\n" + words.Ui("web.orders") + "\n";
  for (const OrderView& order : company.orders) out += "  " + OrderLine(words, order) + "\n";
  return out;
}

void Game::AddOrders(Items& items) {
  for (const OrderView& order : see_.company.orders) {
    if (!Open(order)) continue;
    const std::string label = words_.Ui(
        "cli.order.customer", {{"customer", words_.Text(see_.customers[order.customer].name)},
                               {"order", OrderLine(words_, order)}});
    items.push_back({words_.Ui("cli.menu.orders"), label, [this, order] { Order(order); }});
  }
}

void Game::Order(const OrderView& order) {
  Show(Weigh(words_, order));
  static constexpr const char* kNames[] = {"release", "hold", "prepay"};
  Items items;
  for (int d = 0; d < kOrderDecisions; ++d) {
    const DecideOrder decide{order.customer, order.id, static_cast<OrderDecision>(d)};
    if (!session_.Check(decide).ok()) continue;
    items.push_back({{},
                     WithMinutes(words_.Ui(std::string("web.order.") + kNames[d]), order.minutes),
                     [this, decide] { Submit(decide); }});
  }
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

}  // namespace huikuan::cli
