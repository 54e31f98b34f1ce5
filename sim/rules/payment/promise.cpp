#include "rules/payment/promise.h"

#include "core/tables.h"
#include "huikuan/observation.h"
#include "rules/attitudes.h"

namespace huikuan::rules {

namespace {

constexpr auto kOpen = static_cast<std::uint8_t>(PromiseState::kOpen);

bool DateOnly(const world::PromiseKnown& p) { return p.used != 0 && p.state == kOpen && p.date != kNoDate; }

int BrokenBy(const world::CustomerKnown& known, PersonId person) {
  int broken = 0;
  for (const world::PromiseKnown& p : known.promises) {
    if (p.used != 0 && p.person == person &&
        p.state == static_cast<std::uint8_t>(PromiseState::kBroken)) {
      ++broken;
    }
  }
  return broken;
}

PromiseId FreeSlot(world::CustomerKnown& known) {
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    if (known.promises[i].used == 0) return static_cast<PromiseId>(i);
  }
  std::size_t oldest = 0;
  bool found = false;
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const bool closed = known.promises[i].state != kOpen;
    if (closed && (!found || known.promises[i].made < known.promises[oldest].made)) {
      oldest = i;
      found = true;
    }
  }
  return static_cast<PromiseId>(oldest);
}

}  // namespace

PromiseId MakePromise(World& world, CustomerId c, PersonId person, Cents amount, Date date,
                      bool coerced) {
  world::CustomerKnown& known = world.known(c);
  const content::Person& who = world.customer(c).people[person];
  const int broken = BrokenBy(known, person);
  // A new promise by the same person replaces their open one.
  PromiseId id = kNone;
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    const world::PromiseKnown& p = known.promises[i];
    if (p.used != 0 && p.person == person && p.state == kOpen) id = static_cast<PromiseId>(i);
  }
  if (id == kNone) id = FreeSlot(known);
  const bool authoriser = who.authority >= Hundredths(50);
  world::PromiseKnown promise;
  promise.used = 1;
  promise.person = person;
  promise.amount = amount;
  promise.date = date;
  promise.made = world.day();
  promise.state = kOpen;
  promise.quality = static_cast<std::uint8_t>((amount > 0 ? 1 : 0) + (date != kNoDate ? 1 : 0) +
                                              (date != kNoDate ? 1 : 0) + (authoriser ? 1 : 0));
  known.promises[id] = promise;
  const world::PersonTruth& truth = world.person(c, person);
  Q16 logit = Hundredths(30) + world.type(c).keeps;
  if (date != kNoDate) logit += Hundredths(80);
  if (coerced) logit -= Hundredths(120);
  logit += MulQ(Hundredths(150), truth.honesty - Hundredths(50));
  logit += MulQ(Hundredths(60), truth.urgency);
  logit -= broken * Hundredths(70);
  world.truth(c).commitment[id] = Logistic(logit);
  Event e = world.NewEvent(EventKind::kPromised, c);
  e.person = person;
  e.item = id;
  e.amount = amount;
  e.date = date;
  world.Emit(e);
  return id;
}

void WritePromise(World& world, CustomerId c, PromiseId id) {
  world::PromiseKnown& promise = world.known(c).promises[id];
  if (promise.written != 0) return;
  promise.written = 1;
  ++promise.quality;
  Q16& commitment = world.truth(c).commitment[id];
  commitment += MulQ(Hundredths(35), kOne - commitment);
  Event e = world.NewEvent(EventKind::kPromiseConfirmed, c);
  e.item = id;
  e.person = promise.person;
  e.amount = promise.amount;
  e.date = promise.date;
  world.Emit(e);
}

void AddCheckpoint(World& world, CustomerId c, PromiseId id) {
  world::PromiseKnown& promise = world.known(c).promises[id];
  if (promise.used == 0 || promise.state != kOpen || promise.followed == 2) return;
  promise.followed = 2;  // a checkpoint stands
  ++promise.quality;
  Q16& commitment = world.truth(c).commitment[id];
  commitment += MulQ(Hundredths(20), kOne - commitment);
}

Q16 LivePromise(const World& world, CustomerId c) {
  Q16 best = 0;
  const world::CustomerKnown& known = world.state.known.customers[c];
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    if (!DateOnly(known.promises[i])) continue;
    const content::Person& who = world.content.customers[c].people[known.promises[i].person];
    const Q16 hold = MulQ(world.state.truth.customers[c].commitment[i], kOne / 2 + who.authority / 2);
    if (hold > best) best = hold;
  }
  return best;
}

bool PromisesMorning(World& world, CustomerId c) {
  bool any = false;
  world::CustomerKnown& known = world.known(c);
  const content::Customer& customer = world.customer(c);
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    world::PromiseKnown& promise = known.promises[i];
    if (!DateOnly(promise) || promise.date > world.date()) continue;
    const Cents paid = known.invoices[customer.claim].paid;
    const Cents claim = customer.invoices[customer.claim].amount;
    const bool kept = paid >= promise.amount || paid >= claim;
    if (!kept && promise.date == world.date()) continue;  // the day is not over yet
    promise.state = static_cast<std::uint8_t>(
        kept ? PromiseState::kKept : (paid > 0 ? PromiseState::kPartKept : PromiseState::kBroken));
    Event e = world.NewEvent(kept ? EventKind::kPromiseKept : EventKind::kPromiseBroken, c);
    e.item = static_cast<std::uint8_t>(i);
    e.person = promise.person;
    e.amount = paid;
    e.date = promise.date;
    world.Emit(e);
    if (kept) Adjust(world, c, promise.person, content::Variable::kTrust, Hundredths(4));
    any = true;
  }
  return any;
}

void FollowUpBrokenPromise(World& world, CustomerId c, PersonId person) {
  for (world::PromiseKnown& promise : world.known(c).promises) {
    if (promise.used == 0 || promise.person != person || promise.followed == 1) continue;
    if (promise.state != static_cast<std::uint8_t>(PromiseState::kBroken)) continue;
    if (world.date() - promise.date > 4) continue;  // a weekend may lie between
    promise.followed = 1;
    Adjust(world, c, person, content::Variable::kUrgency, Hundredths(15));
    Adjust(world, c, person, content::Variable::kPressureCost, Hundredths(8));
  }
}

}  // namespace huikuan::rules
