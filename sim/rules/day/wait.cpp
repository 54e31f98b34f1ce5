// Wait: time passes by command, quiet days at once, until the first event that wants attention.
#include "huikuan/observation.h"
#include "rules/commands.h"
#include "rules/day/next_day.h"
#include "rules/knowledge.h"
#include "rules/letter/letter.h"
#include "rules/message/message.h"

namespace huikuan::rules {

namespace {

bool OpenPromise(const world::Known& known) {
  for (int c = 0; c < known.seller.customers; ++c) {
    for (const world::PromiseKnown& p : known.customers[c].promises) {
      if (p.used != 0 && p.date != kNoDate &&
          p.state == static_cast<std::uint8_t>(PromiseState::kOpen)) {
        return true;
      }
    }
  }
  return false;
}

// Something that can bring news by itself: a task under way, a letter not answered yet, a
// prepayment on its way.
bool ReplyPending(const world::Known& known) {
  for (const world::TaskKnown& t : known.tasks) {
    if (t.task != kNone && t.state == static_cast<std::uint8_t>(TaskState::kRunning)) return true;
  }
  for (int c = 0; c < known.seller.customers; ++c) {
    if (LastMessageTo(known, static_cast<CustomerId>(c)).pending()) return true;
    for (int level = 0; level < kLetterLevels; ++level) {
      const Day sent = world::LastLetter(known, static_cast<CustomerId>(c), level).day;
      if (sent != kNever && known.seller.day - sent < kLetterAnswerDays) return true;
    }
    for (const world::OrderKnown& order : known.customers[c].orders.items) {
      if (order.state == static_cast<std::uint8_t>(OrderState::kPrepaying)) return true;
    }
  }
  return false;
}

// One can wait for a payment run only when one knows when they are.
bool RunAhead(const Scenario& content, const world::Known& known) {
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    if (!RunDatesKnown(content, known, static_cast<CustomerId>(c))) continue;
    const auto& days = content.customers[c].days;
    for (std::size_t d = static_cast<std::size_t>(known.seller.day) + 1; d < days.size(); ++d) {
      if (days[d].is_run) return true;
    }
  }
  return false;
}

bool WaitOver(const Wait& wait, const Morning& morning, Date today, const world::Known& known) {
  switch (wait.until) {
    case Until::kAfternoon:
    case Until::kNextDay:
      return true;
    case Until::kDate:
      return today >= wait.date;
    case Until::kReply:
      return morning.reply || !ReplyPending(known);
    case Until::kPaymentRun:
      return morning.run;
    case Until::kPromise:
      return morning.promise;
  }
  return true;
}

}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const Wait& wait) {
  if (known.seller.ended != 0) return Refusal::kEnded;
  if (known.conversation.active != 0) return Refusal::kTalking;
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  switch (wait.until) {
    case Until::kAfternoon:
      return known.seller.part == static_cast<std::uint8_t>(DayPart::kMorning)
                 ? Refusal::kNone
                 : Refusal::kNothingToWaitFor;
    case Until::kDate:
      return wait.date != kNoDate && wait.date > today && wait.date <= content.days.back().date
                 ? Refusal::kNone
                 : Refusal::kSlotBad;
    case Until::kPromise:
      return OpenPromise(known) ? Refusal::kNone : Refusal::kNothingToWaitFor;
    case Until::kReply:
      return ReplyPending(known) ? Refusal::kNone : Refusal::kNothingToWaitFor;
    case Until::kNextDay:
      return Refusal::kNone;
    case Until::kPaymentRun:
      return RunAhead(content, known) ? Refusal::kNone : Refusal::kNothingToWaitFor;
  }
  return Refusal::kSlotBad;
}

int Minutes(const Scenario&, const world::Known&, const Wait&) { return 0; }

void Apply(World& world, const Wait& wait) {
  if (wait.until == Until::kAfternoon) {
    world.seller().part = static_cast<std::uint8_t>(DayPart::kAfternoon);
    for (std::size_t c = 0; c < world.content.customers.size(); ++c) {
      if (world.Active(static_cast<CustomerId>(c))) {
        MessageAnswered(world, static_cast<CustomerId>(c), false);
      }
    }
    return;
  }
  while (world.seller().ended == 0) {
    const Morning morning = NextDay(world);
    if (morning.attention || WaitOver(wait, morning, world.date(), world.state.known)) break;
  }
}

}  // namespace huikuan::rules
