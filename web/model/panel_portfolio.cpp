// All customers of a desk at a glance: who owes what, how old it is, and what comes next. Whom to
// work on is the trainee's first decision of the day.
#include <algorithm>

#include "model/panels.h"

namespace huikuan::web {
namespace {

// Days the oldest open invoice is overdue; 0 when none is.
int Overdue(const CustomerView& customer) {
  int days = 0;
  for (const InvoiceView& invoice : customer.invoices) {
    const bool open = invoice.collectable && invoice.paid < invoice.amount;
    if (open) days = std::max(days, invoice.days_overdue);
  }
  return days;
}

// The next date that matters: their closing of a list, a promise, our diary.
std::string Next(const Context& c, const CustomerView& customer) {
  static constexpr std::pair<DayMark, const char*> kMarks[] = {
      {DayMark::kPromise, "web.mark.promise"},
      {DayMark::kDiary, "web.mark.diary"},
      {DayMark::kCutOff, "web.mark.cut_off"},
      {DayMark::kRun, "web.mark.run"}};
  for (const CalendarDayView& day : c.see.calendar) {
    if (day.date <= c.see.clock.date || customer.id >= day.by_customer.size()) continue;
    for (const auto& [mark, key] : kMarks) {
      if ((day.by_customer[customer.id] & static_cast<int>(mark)) == 0) continue;
      return c.Ui("web.portfolio.next", {{"date", c.Short(day.date)}, {"what", c.Ui(key)}});
    }
  }
  return {};
}

int DaysSilent(const Context& c, const CustomerView& customer) {
  Day last = kNever;
  for (const PersonView& person : customer.people) last = std::max(last, person.last_contact);
  return last == kNever ? -1 : c.see.clock.day - last;
}

Node Row(const Context& c, const CustomerView& customer) {
  const std::string key = "portfolio." + std::to_string(customer.id);
  Node row = Control(c, key, c.Text(customer.name), "ui:customer:" + std::to_string(customer.id),
                     Role::kOffer);
  row.selected = customer.id == c.chosen();
  const bool busy = c.see.conversation || c.see.visit.active;
  row.enabled = row.selected || !busy;
  const int overdue = Overdue(customer);
  row.tone = customer.open_total == 0 ? Shade::kGood
             : overdue > 30           ? Shade::kBad
             : overdue > 0            ? Shade::kWarn
                                      : Shade::kMuted;
  row.hint = customer.open_total == 0 ? c.Ui("web.ledger.paid") : c.Money(customer.open_total);
  const auto add = [&](const std::string& words) {
    if (!words.empty()) row.hint += c.Ui("web.list_comma") + words;
  };
  if (customer.open_total == 0) return row;
  if (overdue > 0) add(c.Ui("web.ledger.overdue", {{"n", std::to_string(overdue)}}));
  const int silent = DaysSilent(c, customer);
  if (silent < 0) add(c.Ui("web.portfolio.never"));
  if (silent > 5) add(c.Ui("web.portfolio.silent", {{"n", std::to_string(silent)}}));
  add(Next(c, customer));
  return row;
}

}  // namespace

Node PortfolioPanel(const Context& c) {
  Node card = Group("portfolio", Role::kCard, c.Ui("web.portfolio"));
  if (c.see.customers.size() < 2) return card;
  card.Add(Heading("portfolio.title", 2, c.Ui("web.portfolio")));
  Cents open = 0;
  for (const CustomerView& customer : c.see.customers) open += customer.open_total;
  Node sum = Words("portfolio.open", c.Ui("web.portfolio.open"), Role::kSmall);
  sum.value = c.Money(open);
  card.Add(std::move(sum));
  for (const CustomerView& customer : c.see.customers) card.Add(Row(c, customer));
  return card;
}

}  // namespace huikuan::web
