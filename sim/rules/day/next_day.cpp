#include "rules/day/next_day.h"

#include "huikuan/observation.h"
#include "rules/attitudes.h"
#include "rules/company/cash.h"
#include "rules/company/orders.h"
#include "rules/deal/deal.h"
#include "rules/internal/tasks.h"
#include "rules/knowledge.h"
#include "rules/letter/letter.h"
#include "rules/message/message.h"
#include "rules/payment/insolvency.h"
#include "rules/payment/instrument.h"
#include "rules/payment/ledger.h"
#include "rules/payment/process.h"
#include "rules/payment/promise.h"
#include "rules/settlement/settlement.h"

namespace huikuan::rules {

namespace {

void StartDay(World& world) {
  world::SellerKnown& seller = world.seller();
  seller.minutes_left = static_cast<std::int16_t>(world.content.costs.minutes_a_day);
  seller.commands_today = 0;
  seller.notes_today = 0;
  seller.part = static_cast<std::uint8_t>(DayPart::kMorning);
  world.Tell(EventKind::kDayStarted, 0, [](Event&) {});
}

bool DiaryMorning(World& world, CustomerId c) {
  bool any = false;
  const Date today = world.date();
  for (world::DiaryKnown& entry : world.noted(c).diary) {
    if (entry.used == 0 || entry.date > today) continue;
    Event e = world.NewEvent(EventKind::kDiaryDue, c);
    e.person = entry.person;
    e.item = entry.promise;
    world.Emit(e);
    entry = world::DiaryKnown{};
    any = true;
  }
  return any;
}

void End(World& world) {
  world.seller().ended = 1;
  world.Emit(world.NewEvent(EventKind::kCaseEnded));
}

// A bill not yet paid that falls due while the case runs: it may still come back.
bool BillRuns(const World& world, CustomerId c) {
  const Date last = world.content.days.back().date;
  for (const world::BillKnown& bill : world.seen(c).bills) {
    const BillState now = StateOf(bill);
    const bool runs = now == BillState::kHeld || now == BillState::kDiscounted;
    if (runs && bill.maturity <= last) return true;
  }
  return false;
}

bool AnyBill(const world::CustomerKnown& known) {
  unsigned any = 0;
  for (const world::BillKnown& bill : known.bills) any |= bill.state;
  return any != static_cast<unsigned>(BillState::kEmpty);
}

bool AllPaid(const World& world) {
  for (std::size_t c = 0; c < world.content.customers.size(); ++c) {
    if (!world.Active(static_cast<CustomerId>(c))) continue;
    const content::Customer& customer = world.content.customers[c];
    const world::CustomerKnown& known = world.state.known.customers[c];
    if (AnyOpen(customer, known) || DealPending(customer, known)) return false;
    if (OrdersAhead(customer, known)) return false;
    if (BillRuns(world, static_cast<CustomerId>(c))) return false;
  }
  return true;
}

}  // namespace

void FirstDay(World& world) {
  world.chance.SetDay(0);
  StartDay(world);
  for (std::size_t c = 0; c < world.content.customers.size(); ++c) {
    OrdersMorning(world, static_cast<CustomerId>(c));
  }
  CompanyMorning(world);
}

Morning NextDay(World& world) {
  Morning morning;
  const std::size_t n = world.content.customers.size();
  for (std::size_t i = 0; i < n; ++i) {
    const auto c = static_cast<CustomerId>(i);
    if (!world.Active(c)) continue;
    CashOvernight(world, c);
    ProcessOvernight(world, c);
    AttitudesOvernight(world, c);
  }
  world::SellerKnown& seller = world.seller();
  if (static_cast<std::size_t>(seller.day) + 1 >= world.content.days.size()) {
    End(world);
    return morning;
  }
  ++seller.day;
  world.chance.SetDay(seller.day);
  StartDay(world);
  OverdraftNight(world);
  for (std::size_t i = 0; i < n; ++i) {
    const auto c = static_cast<CustomerId>(i);
    if (!world.Active(c)) continue;
    const content::RunDay& today = world.customer(c).days[static_cast<std::size_t>(seller.day)];
    // Money and bills change hands on run days, when bills mature, and at an insolvency.
    const bool any_bill = AnyBill(world.seen(c));
    const bool money =
        today.is_run || any_bill || world.customer(c).paying.insolvency != 0;
    const Cents before = money ? TenderedTotal(world.customer(c), world.seen(c)) : 0;
    const bool filed = InsolvencyMorning(world, c);
    const bool bills = any_bill && BillsMorning(world, c);
    if (today.is_cut_off && !Insolvent(world.seen(c))) {
      CutOffMorning(world, c);
      if (world.events != nullptr && RunDatesKnown(world.content, world.state.known, c)) {
        Event e = world.NewEvent(EventKind::kCutOffPassed, c);
        e.date = today.run == kNever ? kNoDate
                                     : world.content.days[static_cast<std::size_t>(today.run)].date;
        world.Emit(e);
      }
    }
    if (today.is_run) RunMorning(world, c);
    const bool paid = money && TenderedTotal(world.customer(c), world.seen(c)) > before;
    morning.run = morning.run || (today.is_run && RunDatesKnown(world.content, world.state.known, c));
    const bool deal = DealMorning(world, c);
    const bool promises = PromisesMorning(world, c);
    const bool settled = SettlementMorning(world, c);
    const bool answered = MessagesMorning(world, c);
    const bool mail = LettersMorning(world, c) || answered;
    const bool incoming = IncomingMorning(world, c);
    const bool diary = DiaryMorning(world, c);
    const bool orders = OrdersMorning(world, c);
    morning.attention = morning.attention || filed || bills || paid || promises || mail || diary ||
                        orders || deal || settled || incoming;
    morning.reply = morning.reply || mail;
    morning.promise = morning.promise || promises;
  }
  if (CompanyMorning(world)) morning.attention = true;  // after the morning's receipts
  const TaskNews tasks = TasksMorning(world);
  if (tasks.done) morning.attention = morning.reply = true;
  if (tasks.late) morning.attention = true;
  if (AllPaid(world)) End(world);
  return morning;
}

}  // namespace huikuan::rules
