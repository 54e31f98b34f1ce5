#include "search/explain.h"

#include <algorithm>
#include <cstring>

#include "huikuan/observation.h"
#include "rules/day/next_day.h"
#include "rules/rules.h"
#include "rules/slice.h"
#include "search/observable.h"

namespace huikuan::search {

namespace {

constexpr std::uint32_t kBeliefStream = 21;  // the belief's dice are not the world's
constexpr int kMaxWays = 600;                // tried for one particle and moment

// Ours alone, or the calendar's: not about any customer.
bool AboutNobody(EventKind kind) {
  return kind == EventKind::kDayStarted || kind == EventKind::kTimeUp ||
         kind == EventKind::kCaseEnded || kind == EventKind::kNoteWritten;
}

// All but the mood.
bool Same(const Event& a, const Event& b) {
  return a.kind == b.kind && a.person == b.person && a.other == b.other && a.act == b.act &&
         a.reply == b.reply && a.objection == b.objection && a.fact == b.fact &&
         a.document == b.document && a.item == b.item && a.value == b.value && a.day == b.day &&
         a.date == b.date && a.amount == b.amount;
}

// Turns a path that was walked into the next one; `matched`: it explained what was seen, so that
// only draws which may look alike have more to offer. False when there is none.
bool NextPath(rules::ChancePath& path, bool matched) {
  int i = path.taken - 1;
  for (; i >= 0; --i) {
    rules::ChancePath::Step& step = path.steps[static_cast<std::size_t>(i)];
    if (matched && VisibilityOf(step.purpose) != Visibility::kPartly) continue;
    if (step.outcome + 1 < step.options) {
      ++step.outcome;
      break;
    }
  }
  path.given = i + 1;
  return i >= 0;
}

void Begin(rules::ChancePath& path, const std::array<std::uint64_t, 4>& shown) {
  path.shown = shown;
  path.taken = 0;
  path.likelihood = 1ULL << 32;
  path.lost = false;
}

bool HasAlike(const rules::ChancePath& path) {
  for (int i = 0; i < path.taken; ++i) {
    if (VisibilityOf(path.steps[static_cast<std::size_t>(i)].purpose) == Visibility::kPartly) {
      return true;
    }
  }
  return false;
}

constexpr double kUnit = 4294967296.0;  // Q32

}  // namespace

Explainer::Explainer(const Scenario& content, CustomerId customer)
    : content_(content), customer_(customer), shown_(ShownDraws()) {}

// All ways through `run` that `matches` what was seen, from `state`; leaves it after one of them.
template <class Run, class Matches>
double Explainer::Search(world::State& state, rules::Chance& chance, std::size_t moment, Run run,
                         Matches matches) {
  if (hints_.size() <= moment) hints_.resize(moment + 1);
  rules::ChancePath path;
  const auto walk = [&] {
    Begin(path, shown_);
    rules::CopySlice(try_, state, customer_);
    events_.clear();
    chance.Follow(&path);
    rules::World world{content_, try_, chance, &events_};
    run(world);
    chance.Follow(nullptr);
    return !path.lost && matches(try_);
  };
  Hint& hint = hints_[moment];
  if (hint.set) {
    path = hint.path;
    path.given = path.taken;
    const int given = path.given;
    if (walk() && path.taken == given) {
      rules::CopySlice(state, try_, customer_);
      return static_cast<double>(path.likelihood) / kUnit;
    }
    path = rules::ChancePath{};
  }
  std::uint64_t total = 0;
  for (int way = 0; way < kMaxWays; ++way) {
    const bool matched = walk();
    if (matched && path.likelihood > 0) {
      total += path.likelihood;
      const std::array<std::uint32_t, 2> odds = {
          static_cast<std::uint32_t>((total - path.likelihood) >> 12),
          static_cast<std::uint32_t>((path.likelihood >> 12) + 1)};
      if (chance.Pick(rules::Draw::kResample, customer_, static_cast<std::uint32_t>(way), odds) ==
          1) {
        rules::CopySlice(kept_, try_, customer_);
      }
      if (!HasAlike(path)) hint = {path, true};
    }
    if (!NextPath(path, matched)) break;
  }
  if (total == 0) return 0;
  rules::CopySlice(state, kept_, customer_);
  return static_cast<double>(total) / kUnit;
}

bool Explainer::SameCustomer(const world::Known& a, const world::Known& b) const {
  if (std::memcmp(&a.customers[customer_], &b.customers[customer_], sizeof a.customers[0]) != 0) {
    return false;
  }
  if (std::memcmp(&a.further[customer_], &b.further[customer_], sizeof a.further[0]) != 0) {
    return false;
  }
  if (std::memcmp(&a.messages[customer_], &b.messages[customer_], sizeof a.messages[0]) != 0) {
    return false;
  }
  const bool talking = b.conversation.active != 0 && b.conversation.customer == customer_;
  if (talking && std::memcmp(&a.conversation, &b.conversation, sizeof a.conversation) != 0) {
    return false;
  }
  if (!talking && a.conversation.active != 0) return false;
  for (int i = 0; i < world::kMaxTasks; ++i) {
    const world::TaskKnown& task = b.tasks[i];
    if (task.task == kNone || task.customer != customer_) continue;
    if (std::memcmp(&a.tasks[i], &task, sizeof task) != 0) return false;
  }
  return true;
}

// The events of our customer among `count` seen ones are those that the walk brought. Notes who
// looked otherwise when that is all that differs.
bool Explainer::SameEvents(const std::vector<Event>& mine, const Event* from, std::size_t count) {
  std::size_t at = 0;
  PersonId misread = kNone;
  const auto skip = [&] {
    while (at < count && (AboutNobody(from[at].kind) || from[at].customer != customer_)) ++at;
  };
  for (const Event& e : mine) {
    if (AboutNobody(e.kind)) continue;
    skip();
    if (at == count || !Same(e, from[at])) return false;
    if (e.mood != from[at].mood) misread = e.person;
    ++at;
  }
  skip();
  if (at != count) return false;
  if (misread != kNone) misread_ = misread;
  return misread == kNone;
}

// When a task of our own departments is done hangs on nothing else: the day is set to what was
// seen, and while nothing was seen, drawn again from the days that are left.
void Explainer::SetTaskDates(world::State& state, rules::Chance& chance, const Event* from,
                             std::size_t count) const {
  const auto today = static_cast<Day>(state.known.seller.day + 1);
  for (int i = 0; i < world::kMaxTasks; ++i) {
    const world::TaskKnown& task = state.known.tasks[i];
    if (task.task == kNone || task.customer != customer_ ||
        task.state != static_cast<std::uint8_t>(TaskState::kRunning)) {
      continue;
    }
    bool done = false;
    for (std::size_t e = 0; e < count; ++e) {
      if (from[e].kind == EventKind::kTaskDone && from[e].customer == customer_ &&
          from[e].item == task.task) {
        done = true;
      }
    }
    Day& due = state.truth.task_due[i];
    if (done) {
      due = today;
    } else if (due <= today && today < task.due) {
      std::array<std::uint32_t, 64> days{};
      const int left = task.due - today < 64 ? task.due - today : 64;
      for (int d = 0; d < left; ++d) days[static_cast<std::size_t>(d)] = 1;
      due = static_cast<Day>(
          today + 1 +
          chance.Pick(rules::Draw::kTaskDate, customer_, static_cast<std::uint32_t>(i),
                      std::span<const std::uint32_t>(days.data(), static_cast<std::size_t>(left))));
    }
  }
}

// Night by night, so that each morning's mail and money is compared at once.
double Explainer::OverNights(world::State& state, rules::Chance& chance, const Step& step,
                             int nights) {
  double likelihood = 1;
  const Event* at = step.events.data();
  const Event* const end = at + step.events.size();
  for (int night = 0; night < nights; ++night) {
    while (at != end && at->kind != EventKind::kDayStarted) ++at;
    const Event* next = at == end ? end : at + 1;
    while (next != end && next->kind != EventKind::kDayStarted) ++next;
    const auto count = static_cast<std::size_t>(next - at);
    chance.SetDay(state.known.seller.day);
    SetTaskDates(state, chance, at, count);
    const bool last = night + 1 == nights;
    likelihood *= Search(
        state, chance, static_cast<std::size_t>(night),
        [](rules::World& world) { rules::NextDay(world); },
        [&](const world::State& tried) {
          return SameEvents(events_, at, count) && (!last || SameCustomer(tried.known, step.known));
        });
    if (likelihood <= 0) return 0;
    if (state.known.seller.ended != 0 && !last) return 0;
    at = next;
  }
  return likelihood;
}

double Explainer::Explain(world::Truth& truth, const world::Known& before, const Step& step,
                          Seed key) {
  world::State& state = start_;
  state.known.seller = before.seller;
  state.known.seller.active = static_cast<std::uint16_t>(1U << customer_);
  const world::ConversationKnown& talk = before.conversation;
  const bool ours = talk.active != 0 && talk.customer == customer_;
  state.known.conversation = ours ? talk : world::ConversationKnown{};
  // Others' tasks keep their places in the list; they stand still in a slice.
  std::copy_n(before.tasks, world::kMaxTasks, state.known.tasks);
  state.known.customers[customer_] = before.customers[customer_];
  state.known.further[customer_] = before.further[customer_];
  state.known.messages[customer_] = before.messages[customer_];
  std::copy_n(truth.task_due, world::kMaxTasks, state.truth.task_due);
  state.truth.customers[customer_] = truth.customers[customer_];
  misread_ = kNone;
  rules::Chance chance(key, kBeliefStream);
  const int nights = step.known.seller.day - before.seller.day;
  double likelihood = 0;
  if (nights > 0) {
    likelihood = OverNights(state, chance, step, nights);
  } else {
    likelihood = Search(
        state, chance, 0, [&](rules::World& world) { rules::ApplyCommand(world, step.command); },
        [&](const world::State& tried) {
          return SameEvents(events_, step.events.data(), step.events.size()) &&
                 SameCustomer(tried.known, step.known);
        });
  }
  std::copy_n(state.truth.task_due, world::kMaxTasks, truth.task_due);
  truth.customers[customer_] = state.truth.customers[customer_];
  return likelihood;
}

}  // namespace huikuan::search
