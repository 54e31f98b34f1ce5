// The five reference policies (models.md §10). Pure functions of what the trainee may know.
#pragma once

#include <cstdint>
#include <string_view>

#include "huikuan/command.h"
#include "rules/rules.h"

namespace huikuan::bots {

enum class Bot : std::uint8_t {
  kRandom,
  kNagDaily,
  kPoliteWaiter,
  kWeeklyFirm,
  kByTheBook,
  kCount
};
inline constexpr std::string_view kBotNames[] = {"random", "nag-daily", "polite-waiter",
                                                 "weekly-firm", "by-the-book"};

// No policy plays for ever: the calendar ends every case. This only bounds a faulty policy that
// would not let time pass.
inline constexpr int kMaxDecisions = 20000;

// What a policy need not work out again within one half-day of one run. It saves time and never
// changes a choice; whoever keeps one plays every command chosen with it, and no other.
struct Memo {
  Day day = kNever;
  std::uint8_t part = 0;
  CustomerId last = kNone;    // whom the last choice was about
  std::uint16_t open = 0;     // bit per customer: lives on and has not paid everything
  std::uint16_t idle = 0;     // bit per customer: nothing to do for them any more
  std::uint16_t weighed = 0;  // bit per customer: `worth` holds
  std::int64_t worth[world::kMaxCustomers];
};

inline constexpr int kFirmGap = 5;  // a week

// What a bot may look at.
struct BotView {
  const Scenario& content;
  const world::Known& known;
  Seed seed;              // for the random bot's own dice
  bool diagnoses = true;  // false: without diagnostic acts, tasks, inspections and looking round
  Memo* memo = nullptr;
  int every = kFirmGap;  // weekly-firm: business days between its calls to one person, 1 or more
};

// The next command; always lawful. Precondition: the case has not ended.
Command Choose(Bot bot, const BotView& view);

Command ChooseRandom(const BotView& view);
Command ChooseNagDaily(const BotView& view);
Command ChoosePoliteWaiter(const BotView& view);
Command ChooseWeeklyFirm(const BotView& view);
Command ChooseByTheBook(const BotView& view);

}  // namespace huikuan::bots
