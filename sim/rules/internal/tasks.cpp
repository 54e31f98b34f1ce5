// OrderTask, and the morning on which it is done.
#include "rules/internal/tasks.h"

#include <array>

#include "huikuan/observation.h"
#include "rules/attitudes.h"
#include "rules/commands.h"
#include "rules/company/cash.h"
#include "rules/company/reputation.h"
#include "rules/knowledge.h"
#include "rules/legal/security.h"
#include "rules/payment/process.h"

namespace huikuan::rules {

namespace {

constexpr auto kRunning = static_cast<std::uint8_t>(TaskState::kRunning);
constexpr auto kDone = static_cast<std::uint8_t>(TaskState::kDone);
constexpr auto kRefused = static_cast<std::uint8_t>(TaskState::kRefused);
constexpr Day kBacking = 10;  // business days for which a word of the manager helps (design value)

// Nothing is ever taken out, so that entries fill from the front; a slice has gaps between them.
int EndOfTasks(const world::Known& known) {
  int end = world::kMaxTasks;
  while (end > 0 && known.tasks[end - 1].task == kNone) --end;
  return end;
}

int FreeTask(const world::Known& known) {
  int oldest = -1;
  for (int i = 0; i < world::kMaxTasks; ++i) {
    if (known.tasks[i].task == kNone) return i;
    if (known.tasks[i].state != kRunning &&
        (oldest < 0 || known.tasks[i].due < known.tasks[oldest].due)) {
      oldest = i;
    }
  }
  return oldest;
}

}  // namespace

int FindTask(const world::Known& known, CustomerId c, TaskId task) {
  int found = -1;
  for (int i = 0; i < world::kMaxTasks; ++i) {
    const world::TaskKnown& t = known.tasks[i];
    if (t.task != task || t.customer != c) continue;
    if (found < 0 || t.due > known.tasks[found].due) found = i;
  }
  return found;
}

bool NeededProblemKnown(const Scenario& content, const world::Known& known, CustomerId c,
                        const content::Task& task) {
  if (task.idle) return false;
  if (task.needs_blocker == kNone) return true;
  const auto& facts = content.customers[c].facts;
  for (std::size_t f = 0; f < facts.size(); ++f) {
    if (facts[f].problem && facts[f].blocker == task.needs_blocker &&
        Knows(known.customers[c], static_cast<FactId>(f))) {
      return true;
    }
  }
  return false;
}

bool ManagerBacks(const Scenario& content, const world::Known& known, CustomerId c) {
  for (const world::TaskKnown& task : known.tasks) {
    if (task.task == kNone || task.customer != c) continue;
    if (content.tasks[task.task].department != Department::kManager) continue;
    if (task.state == kRunning) return true;
    if (task.state == kDone && known.seller.day - task.due <= kBacking) return true;
  }
  return false;
}

bool TaskAvailable(const Scenario& content, const world::Known& known, CustomerId c, TaskId task) {
  const content::Task& def = content.tasks[task];
  if (!NeededProblemKnown(content, known, c, def)) return false;
  if (def.secures && SecurityOf(known.customers[c]) != SecurityState::kAgreed) return false;
  if (def.files_claim && !ClaimOpen(content, known, c)) return false;
  if (TaskDone(known, c, task) && !def.repeatable) return false;
  const int entry = FindTask(known, c, task);
  if (entry < 0) return FreeTask(known) >= 0;
  const world::TaskKnown& last = known.tasks[entry];
  if (last.state == kRefused) {
    return known.seller.day > last.due || ManagerBacks(content, known, c);
  }
  return last.state == kDone;
}

Refusal Check(const Scenario& content, const world::Known& known, const OrderTask& order) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, order.customer, Minutes(content, known, order));
  if (setting != Refusal::kNone) return setting;
  if (order.task >= content.tasks.size()) return Refusal::kUnknownId;
  return TaskAvailable(content, known, order.customer, order.task) ? Refusal::kNone
                                                                   : Refusal::kTaskNotNow;
}

int Minutes(const Scenario& content, const world::Known&, const OrderTask& order) {
  return order.task < content.tasks.size() ? content.tasks[order.task].minutes : 0;
}

namespace {

// Colleagues have goals of their own (design.md §2): the entry says no for today.
bool Refused(World& world, const OrderTask& order) {
  const content::TaskRefusal& refusal = world.content.tasks[order.task].refusal;
  if (refusal.chance == 0 || ManagerBacks(world.content, world.state.known, order.customer)) {
    return false;
  }
  return world.chance.Happens(Draw::kTaskRefused, order.customer * 64U + order.task, 0,
                              refusal.chance);
}

// What the queue before the desk, and people short of their wages, add. We are told the usual time.
int ExtraDays(const World& world, const content::Task& def) {
  const int each = def.queue_days > 0 ? def.queue_days : world.content.company.queue_days;
  int days = Strained(world.state.known) ? 1 : 0;
  for (const world::TaskKnown& task : world.state.known.tasks) {
    if (task.task == kNone || task.state != kRunning) continue;
    if (world.content.tasks[task.task].department == def.department) days += each;
  }
  return days;
}

}  // namespace

void Apply(World& world, const OrderTask& order) {
  const content::Task& def = world.content.tasks[order.task];
  SpendMinutes(world, def.minutes);
  CountDecision(world);
  world.known(order.customer);  // what is on order for them is theirs
  const int entry = FindTask(world.known(), order.customer, order.task);
  const int slot = entry >= 0 ? entry : FreeTask(world.known());
  world::TaskKnown& task = world.known().tasks[slot];
  if (world.tasks_end <= slot) world.tasks_end = -1;
  if (Refused(world, order)) {
    task.task = order.task;
    task.customer = order.customer;
    task.state = kRefused;
    task.due = world.day();
    Event e = world.NewEvent(EventKind::kTaskRefused, order.customer);
    e.item = order.task;
    world.Emit(e);
    return;
  }
  SpendMoney(world, def.cost);
  static constexpr auto kEqual = [] {
    std::array<std::uint32_t, 64> weights{};  // lint: lead times of 60 days at the most
    weights.fill(1);
    return weights;
  }();
  const std::size_t n = static_cast<std::size_t>(def.days_max - def.days_min) + 1;
  const int extra = world.chance.Pick(Draw::kTaskDays, order.customer * 64U + order.task, 0,
                                      std::span<const std::uint32_t>(kEqual.data(), n));
  const int queue = ExtraDays(world, def);
  task.task = order.task;
  task.customer = order.customer;
  task.state = kRunning;
  // What we are told is the usual time; it may come earlier.
  task.due = static_cast<Day>(world.day() + def.days_max);
  world.state.truth.task_due[slot] = static_cast<Day>(world.day() + def.days_min + extra + queue);
  Event e = world.NewEvent(EventKind::kTaskOrdered, order.customer);
  e.item = order.task;
  const auto promised = static_cast<std::size_t>(task.due);
  e.date = promised < world.content.days.size() ? world.content.days[promised].date : kNoDate;
  world.Emit(e);
}

namespace {

void TakeIn(World& world, CustomerId c, DocumentId paper) {
  if (paper == kNone) return;
  // Our own new paper needs no reading before it can be shown.
  world.known(c).documents_in_file |= 1U << paper;
  world.known(c).documents_opened |= 1U << paper;
  Event received = world.NewEvent(EventKind::kDocumentReceived, c);
  received.document = paper;
  world.Emit(received);
}

void SpeakToTheirTop(World& world, CustomerId c, Q16 sponsor) {
  if (sponsor == 0) return;
  Adjust(world, c, 0, content::Variable::kSponsor, sponsor);
  for (std::size_t p = 0; p < world.customer(c).people.size(); ++p) {
    if (world.customer(c).people[p].authority >= Hundredths(70)) {
      Adjust(world, c, static_cast<PersonId>(p), content::Variable::kUrgency, Hundredths(20));
    }
  }
}

// A promise of ours to them, and they see whether it is kept.
void JudgeService(World& world, CustomerId c, const content::Task& def, bool late) {
  if (def.department != Department::kAfterSales || def.diagnostic) return;
  Credit(world, c, late ? Deed::kServiceLate : Deed::kServiceOnTime);
}

void Finish(World& world, CustomerId c, TaskId task) {
  const content::Task& def = world.content.tasks[task];
  const content::CustomerLinks& links = world.customer(c).links;
  world.known(c).tasks_done |= 1ULL << task;
  Event e = world.NewEvent(EventKind::kTaskDone, c);
  e.item = task;
  e.document = links.produces[task];
  for (const std::uint8_t fact : links.reveals[task]) {
    if (e.fact == kNone && IsTrue(world, c, fact)) e.fact = fact;
  }
  world.Emit(e);
  TakeIn(world, c, links.produces[task]);
  for (const std::uint8_t fact : links.reveals[task]) {
    Learn(world, c, fact, Source::kPaper, kNone);
  }
  MeetNeed(world, c, content::NeedKind::kTask, task);
  SpeakToTheirTop(world, c, def.sponsor);
  if (def.secures) SecureFormally(world, c);
  if (def.files_claim) FileClaim(world, c);
}

}  // namespace

TaskNews TasksMorning(World& world) {
  TaskNews news;
  world::TaskKnown* const tasks = world.known().tasks;
  if (world.tasks_end < 0) world.tasks_end = EndOfTasks(world.known());
  for (int i = 0; i < world.tasks_end; ++i) {
    world::TaskKnown& task = tasks[i];
    if (task.task == kNone || task.state != kRunning) continue;
    if (!world.Active(task.customer)) continue;
    if (world.state.truth.task_due[i] > world.day()) {
      if (task.due != world.day()) continue;
      Event e = world.NewEvent(EventKind::kTaskLate, task.customer);
      e.item = task.task;
      world.Emit(e);
      news.late = true;
      continue;
    }
    const bool late = task.due < world.day();
    task.state = kDone;
    task.due = world.day();
    news.done = true;
    JudgeService(world, task.customer, world.content.tasks[task.task], late);
    Finish(world, task.customer, task.task);
  }
  return news;
}

}  // namespace huikuan::rules
