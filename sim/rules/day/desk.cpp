// SetPlan, SetDiary, WriteNote: the trainee's own paperwork.
#include "rules/commands.h"
#include "rules/knowledge.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {
constexpr int kNotesADay = 4;  // each takes 38 bits of a save
}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const SetPlan& plan) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, plan.customer, Minutes(content, known, plan));
  if (setting != Refusal::kNone) return setting;
  if (static_cast<int>(plan.gate) >= kGates || plan.ability > 2 || plan.willingness > 2 ||
      plan.probability > 100 || plan.probability % 5 != 0) {
    return Refusal::kSlotBad;
  }
  if (plan.amount <= 0 || plan.date == kNoDate) return Refusal::kSlotMissing;
  const Cents open =
      OpenTotal(content.customers[plan.customer], known.customers[plan.customer]);
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  if (plan.amount > open || plan.date < today || plan.date > today + 400) {
    return Refusal::kSlotBad;
  }
  return Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known&, const SetPlan&) {
  return content.costs.plan_minutes;
}

void Apply(World& world, const SetPlan& command) {
  SpendMinutes(world, world.content.costs.plan_minutes);
  world::PlanKnown& plan = world.noted(command.customer).plan;
  if (plan.set == 0) {
    CountDecision(world);
    plan.first_set_before_contact = world.seller().contacted == 0 ? 1 : 0;
  }
  plan.set = 1;
  plan.amount = command.amount;
  plan.date = command.date;
  plan.day = world.day();
  plan.gate = static_cast<std::uint8_t>(command.gate);
  plan.ability = command.ability;
  plan.willingness = command.willingness;
  plan.probability = command.probability;
  Event e = world.NewEvent(EventKind::kPlanSet, command.customer);
  e.amount = command.amount;
  e.date = command.date;
  e.value = command.probability;
  world.Emit(e);
}

namespace {

int FreeDiary(const world::CustomerKnown& known) {
  for (int i = 0; i < world::kMaxDiary; ++i) {
    if (known.diary[i].used == 0) return i;
  }
  return -1;
}

}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const SetDiary& diary) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, diary.customer, Minutes(content, known, diary));
  if (setting != Refusal::kNone) return setting;
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  if (diary.date == kNoDate) return Refusal::kSlotMissing;
  if (diary.date <= today || diary.date > content.days.back().date) return Refusal::kSlotBad;
  const auto people = content.customers[diary.customer].people.size();
  if (diary.person != kNone &&
      (diary.person >= people || known.customers[diary.customer].people[diary.person].known == 0)) {
    return Refusal::kPersonUnknown;
  }
  return FreeDiary(known.customers[diary.customer]) >= 0 ? Refusal::kNone : Refusal::kAlready;
}

int Minutes(const Scenario& content, const world::Known&, const SetDiary&) {
  return content.costs.diary_minutes;
}

void Apply(World& world, const SetDiary& command) {
  SpendMinutes(world, world.content.costs.diary_minutes);
  world::CustomerKnown& known = world.noted(command.customer);
  world::DiaryKnown& entry = known.diary[FreeDiary(known)];
  entry.used = 1;
  entry.date = command.date;
  entry.person = command.person;
  Event e = world.NewEvent(EventKind::kDiarySet, command.customer);
  e.person = command.person;
  e.date = command.date;
  world.Emit(e);
}

Refusal Check(const Scenario& content, const world::Known& known, const WriteNote& note) {
  if ((known.seller.notes_today & 7) >= kNotesADay) return Refusal::kTooMany;
  return CheckSetting(content, known, Setting::kAnywhere, note.customer,
                      Minutes(content, known, note));
}

int Minutes(const Scenario& content, const world::Known&, const WriteNote&) {
  return content.costs.note_minutes;
}

void Apply(World& world, const WriteNote& note) {
  SpendMinutes(world, world.content.costs.note_minutes);
  ++world.seller().notes_today;
  world.Emit(world.NewEvent(EventKind::kNoteWritten, note.customer));
}

}  // namespace huikuan::rules
