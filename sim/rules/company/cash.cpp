#include "rules/company/cash.h"

#include <algorithm>

#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

world::CompanyKnown& Books(World& world) { return world.seller().company; }

Event CompanyEvent(World& world, EventKind kind, Cents amount) {
  Event e = world.NewEvent(kind);
  e.amount = amount;
  return e;
}

// Wages that are not there are bridged, at a fee, and people hear of it.
void PayrollShort(World& world, std::uint8_t payment, Cents missing) {
  world::CompanyKnown& books = Books(world);
  Event e = CompanyEvent(world, EventKind::kPayrollShort, missing);
  e.item = payment;
  world.Emit(e);
  if (books.payrolls_short < 255) ++books.payrolls_short;
  books.strained_until = static_cast<Day>(world.day() + kStrainDays);
  const Cents fee = MulPpm(missing, kBridgingFee);
  books.crisis += fee;
  MoveCash(world, -fee);
  world.Emit(CompanyEvent(world, EventKind::kBridgingFee, fee));
}

bool PayWhatIsDue(World& world) {
  bool any = false;
  world::CompanyKnown& books = Books(world);
  const auto& payments = world.content.company.payments;
  for (std::size_t i = 0; i < payments.size(); ++i) {
    const content::OwnPayment& payment = payments[i];
    if (payment.day != world.day()) continue;
    Cents amount = payment.amount;
    if (payment.kind == PaymentKind::kSupplier) {
      const Cents before = std::min(books.early, amount);
      books.early -= before;
      amount -= before;
    }
    const auto item = static_cast<std::uint8_t>(i);
    const Cents there = std::max<Cents>(books.bank, 0);
    if (payment.kind == PaymentKind::kWages && there < amount) {
      PayrollShort(world, item, amount - there);
      any = true;
    }
    MoveCash(world, -amount);
    Event e = CompanyEvent(world, EventKind::kOwnPayment, amount);
    e.item = item;
    world.Emit(e);
  }
  return any;
}

// The first business day of a calendar week; the opening counts only as a Monday.
bool WeekBegins(const World& world) {
  if (world.day() == 0) return Weekday(world.date()) == 0;
  const Date before = world.content.days[static_cast<std::size_t>(world.day()) - 1].date;
  return world.date() - before > Weekday(world.date());
}

void TakeForecast(World& world) {
  world::CompanyKnown& books = Books(world);
  const Cents forecast = ForecastOf(world.content, world.state.known);
  world.Emit(CompanyEvent(world, EventKind::kForecastTaken, forecast));
  if (forecast <= books.committed) return;
  const Cents spend = MulPpm(forecast - books.committed, world.content.company.finance_spends);
  books.committed = forecast;
  if (spend <= 0) return;
  books.early += spend;
  MoveCash(world, -spend);
  world.Emit(CompanyEvent(world, EventKind::kSuppliersPaid, spend));
}

}  // namespace

void OpenBooks(World& world) {
  if (!world.content.company.present) return;
  Books(world).bank = world.content.company.cash;
  Books(world).low = world.content.company.cash;
}

void MoveCash(World& world, Cents amount) {
  if (!world.content.company.present) return;
  world::CompanyKnown& books = Books(world);
  books.bank += amount;
  if (books.bank >= books.low) return;
  books.low = books.bank;
  books.low_day = world.day();
}

void CashIn(World& world, Cents amount) {
  if (!world.content.company.present) return;
  MoveCash(world, amount);
  Books(world).committed = std::max<Cents>(0, Books(world).committed - amount);
}

void OverdraftNight(World& world) {
  world::CompanyKnown& books = Books(world);
  if (!world.content.company.present || books.bank >= 0 || world.day() == 0) return;
  const Date before = world.content.days[static_cast<std::size_t>(world.day()) - 1].date;
  const Ppm rate = world.content.company.overdraft * (world.date() - before);
  const Cents interest = MulPpm(-books.bank, rate);
  books.crisis += interest;
  books.interest += interest;
  MoveCash(world, -interest);
}

bool CompanyMorning(World& world) {
  if (!world.content.company.present) return false;
  if (WeekBegins(world)) TakeForecast(world);
  return PayWhatIsDue(world);
}

Cents ForecastOf(const Scenario& content, const world::Known& known) {
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  Cents sum = 0;
  for (std::size_t i = 0; i < content.customers.size(); ++i) {
    const auto c = static_cast<CustomerId>(i);
    const world::PlanKnown& plan = known.customers[i].plan;
    const bool active = ((known.seller.active >> i) & 1) != 0;
    if (!active || plan.set == 0 || plan.date < today || plan.date > today + kForecastDays)
      continue;
    const Cents amount = std::min(plan.amount, OpenTotal(content.customers[c], known.customers[c]));
    sum += MulPpm(amount, plan.probability * 10'000);
  }
  return sum;
}

}  // namespace huikuan::rules
