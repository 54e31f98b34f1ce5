#include "rules/payment/promise.h"

#include "core/tables.h"
#include "huikuan/observation.h"
#include "rules/attitudes.h"
#include "rules/company/orders.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

constexpr auto kOpen = static_cast<std::uint8_t>(PromiseState::kOpen);

bool IsOpen(const world::PromiseKnown& p) { return p.used != 0 && p.state == kOpen; }
bool IsOpenAndDated(const world::PromiseKnown& p) { return IsOpen(p) && p.date != kNoDate; }

// A bill in our hands keeps a promise too, whatever becomes of it.
Cents PaidSoFar(const World& world, CustomerId c) {
  // Money paid beforehand for an order is not what they promised.
  const world::CustomerKnown& known = world.state.known.customers[c];
  return TenderedTotal(world.content.customers[c], known) -
         PrepaidTotal(world.content.customers[c], known);
}

int BrokenBy(const world::CustomerKnown& known, PersonId person) {
  int broken = 0;
  for (const world::PromiseKnown& p : known.promises) {
    const bool theirs = p.used != 0 && p.person == person;
    if (theirs && p.state == static_cast<std::uint8_t>(PromiseState::kBroken)) ++broken;
  }
  return broken;
}

// An unused slot, else that of the oldest closed promise, else of the oldest.
PromiseId FreeSlot(const world::CustomerKnown& known) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& p = known.promises[i];
    if (p.used == 0) return static_cast<PromiseId>(i);
    const world::PromiseKnown& b = known.promises[best];
    if (IsOpen(b) != IsOpen(p) ? IsOpen(b) : p.made < b.made) best = i;
  }
  return static_cast<PromiseId>(best);
}

void Close(World& world, CustomerId c, PromiseId id, PromiseState state, Cents paid) {
  world::PromiseKnown& promise = world.known(c).promises[id];
  promise.state = static_cast<std::uint8_t>(state);
  promise.closed = world.day();
  Event e = world.NewEvent(
      state == PromiseState::kKept ? EventKind::kPromiseKept : EventKind::kPromiseBroken, c);
  e.item = id;
  e.person = promise.person;
  e.amount = paid;
  e.date = promise.date;
  world.Emit(e);
}

// One more point of quality, once, and a firmer commitment.
void Strengthen(World& world, CustomerId c, PromiseId id, std::uint8_t mark, Q16 share) {
  world::PromiseKnown& promise = world.known(c).promises[id];
  promise.marks = static_cast<std::uint8_t>(promise.marks | mark);
  ++promise.quality;
  Q16& commitment = world.truth(c).commitment[id];
  commitment += MulQ(share, kOne - commitment);
}

bool CanStrengthen(const world::PromiseKnown& promise, std::uint8_t mark) {
  return IsOpenAndDated(promise) && (promise.marks & mark) == 0;
}

Q16 Commitment(World& world, CustomerId c, PersonId person, bool dated, bool coerced) {
  const world::PersonTruth& truth = world.person(c, person);
  Q16 logit = Hundredths(30) + world.style(c, person).keeps;
  if (dated) logit += Hundredths(80);
  if (coerced) logit -= Hundredths(120);
  logit += MulQ(Hundredths(150), truth.honesty - Hundredths(50));
  logit += MulQ(Hundredths(60), truth.urgency);
  logit -= BrokenBy(world.seen(c), person) * Hundredths(70);
  return Logistic(logit);
}

}  // namespace

PromiseId OpenPromiseOf(const world::CustomerKnown& known, PersonId person) {
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    if (IsOpen(known.promises[i]) && known.promises[i].person == person) {
      return static_cast<PromiseId>(i);
    }
  }
  return kNone;
}

PromiseId MakePromise(World& world, CustomerId c, PersonId person, Cents amount, Date date,
                      bool coerced) {
  world::CustomerKnown& known = world.known(c);
  PromiseId id = OpenPromiseOf(known, person);
  if (id != kNone && known.promises[id].date != kNoDate) {
    if (date == kNoDate) return id;
    if (date > known.promises[id].date) {  // put off: the old one is broken
      Close(world, c, id, PromiseState::kBroken, 0);
      id = kNone;
    }
  }
  if (id == kNone) id = FreeSlot(known);
  const bool dated = date != kNoDate;
  const bool authoriser = world.customer(c).people[person].authority >= Hundredths(50);
  world.truth(c).commitment[id] = Commitment(world, c, person, dated, coerced);
  world::PromiseKnown promise;
  promise.used = 1;
  promise.person = person;
  promise.amount = amount;
  promise.paid_before = PaidSoFar(world, c);
  promise.date = date;
  promise.made = world.day();
  promise.state = kOpen;
  promise.quality =
      static_cast<std::uint8_t>((amount > 0 ? 1 : 0) + (dated ? 1 : 0) + (authoriser ? 1 : 0));
  known.promises[id] = promise;
  Event e = world.NewEvent(EventKind::kPromised, c);
  e.person = person;
  e.item = id;
  e.amount = amount;
  e.date = date;
  world.Emit(e);
  return id;
}

void AgreeInstalments(World& world, CustomerId c, PromiseId id, int percent) {
  world::PromiseKnown& promise = world.known(c).promises[id];
  promise.marks |= world::kPromiseInstalment;
  world.truth(c).agreed_share = static_cast<std::uint8_t>(percent);
}

void WritePromise(World& world, CustomerId c, PromiseId id) {
  const world::PromiseKnown& promise = world.seen(c).promises[id];
  if (!CanStrengthen(promise, world::kPromiseWritten)) return;
  if ((promise.marks & world::kPromiseInstalment) != 0) world.truth(c).plan_written = 1;
  Strengthen(world, c, id, world::kPromiseWritten, Hundredths(35));
  Event e = world.NewEvent(EventKind::kPromiseConfirmed, c);
  e.item = id;
  e.person = promise.person;
  e.amount = promise.amount;
  e.date = promise.date;
  world.Emit(e);
}

void AgreeMethod(World& world, CustomerId c, PromiseId id) {
  if (!CanStrengthen(world.seen(c).promises[id], world::kPromiseMethod)) return;
  Strengthen(world, c, id, world::kPromiseMethod, Hundredths(10));
}

void AddCheckpoint(World& world, CustomerId c, PromiseId id, Date date) {
  const world::PromiseKnown& promise = world.seen(c).promises[id];
  if (!CanStrengthen(promise, world::kPromiseCheckpoint)) return;
  Strengthen(world, c, id, world::kPromiseCheckpoint, Hundredths(20));
  if (date == kNoDate || date <= world.date()) return;
  for (world::DiaryKnown& entry : world.known(c).diary) {
    if (entry.used != 0) continue;
    entry.used = 1;
    entry.date = date;
    entry.person = promise.person;
    entry.promise = id;
    Event e = world.NewEvent(EventKind::kDiarySet, c);
    e.person = promise.person;
    e.date = date;
    world.Emit(e);
    return;
  }
}

Q16 PromiseHold(const World& world, CustomerId c, Date run, Cents amount) {
  Q16 best = 0;
  if (run == kNoDate) return best;
  const content::Customer& customer = world.content.customers[c];
  const world::CustomerKnown& known = world.state.known.customers[c];
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& promise = known.promises[i];
    if (!IsOpenAndDated(promise) || promise.date > run) continue;
    const content::Person& who = customer.people[promise.person];
    Q16 hold = MulQ(world.state.truth.customers[c].commitment[i], kOne / 2 + who.authority / 2);
    hold = MulQ(hold,
                UnitQ(static_cast<Q16>(DivRound(promise.amount / 100 * kOne, amount / 100 + 1))));
    if (hold > best) best = hold;
  }
  return best;
}

bool PromisesMorning(World& world, CustomerId c) {
  bool any = false;
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& promise = world.seen(c).promises[i];
    if (promise.used == 0) break;  // slots fill from the front
    if (!IsOpenAndDated(promise) || promise.date > world.date()) continue;
    // What was given back since does not count against a later promise.
    const Cents since = PaidSoFar(world, c) - promise.paid_before;
    const Cents paid = since > 0 ? since : 0;
    const bool all = OpenTotal(world.customer(c), world.seen(c)) == 0;
    const bool kept = paid >= promise.amount || all;
    if (!kept && promise.date == world.date()) continue;  // the day is not over yet
    const PersonId person = promise.person;
    Close(world, c, static_cast<PromiseId>(i),
          kept ? PromiseState::kKept : (paid > 0 ? PromiseState::kPartKept : PromiseState::kBroken),
          paid);
    if (kept) Adjust(world, c, person, content::Variable::kTrust, Hundredths(4));
    any = true;
  }
  return any;
}

bool FollowUpDue(const world::PromiseKnown& promise, Day today) {
  return promise.used != 0 && (promise.marks & world::kPromiseFollowed) == 0 &&
         promise.state == static_cast<std::uint8_t>(PromiseState::kBroken) &&
         today - promise.closed <= 1;
}

void FollowUpBrokenPromise(World& world, CustomerId c, PersonId person) {
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& promise = world.seen(c).promises[i];
    if (promise.used == 0) break;  // slots fill from the front
    if (promise.person != person || !FollowUpDue(promise, world.day())) continue;
    world.known(c).promises[i].marks =
        static_cast<std::uint8_t>(promise.marks | world::kPromiseFollowed);
    Adjust(world, c, person, content::Variable::kUrgency, Hundredths(15));
    Adjust(world, c, person, content::Variable::kPressureCost, Hundredths(8));
  }
}

}  // namespace huikuan::rules
