// The commands: what each needs (Check, on Known only), what it costs in working minutes, and what
// it does (Apply). One command, one file, in the folder of its subject.
#pragma once

#include "huikuan/command.h"
#include "rules/refusal.h"
#include "rules/world.h"

namespace huikuan::rules {

#define HUIKUAN_COMMAND(Type)                                                             \
  Refusal Check(const Scenario& content, const world::Known& known, const Type& command); \
  int Minutes(const Scenario& content, const world::Known& known, const Type& command);   \
  void Apply(World& world, const Type& command);

HUIKUAN_COMMAND(OpenDocument)
HUIKUAN_COMMAND(InspectField)
HUIKUAN_COMMAND(SetPlan)
HUIKUAN_COMMAND(StartCall)
HUIKUAN_COMMAND(Say)
HUIKUAN_COMMAND(EndConversation)
HUIKUAN_COMMAND(SendDocument)
HUIKUAN_COMMAND(SendLetter)
HUIKUAN_COMMAND(OrderTask)
HUIKUAN_COMMAND(StartVisit)
HUIKUAN_COMMAND(Observe)
HUIKUAN_COMMAND(MeetPerson)
HUIKUAN_COMMAND(ConfirmPromise)
HUIKUAN_COMMAND(SetDiary)
HUIKUAN_COMMAND(Wait)
HUIKUAN_COMMAND(WriteNote)
HUIKUAN_COMMAND(DecideOrder)
HUIKUAN_COMMAND(DecideBill)
HUIKUAN_COMMAND(ProposeTerms)
HUIKUAN_COMMAND(SignContract)
HUIKUAN_COMMAND(OfferSettlement)
HUIKUAN_COMMAND(TakeSettlement)
HUIKUAN_COMMAND(TurnTo)
HUIKUAN_COMMAND(SendMessage)
#undef HUIKUAN_COMMAND

// Dates in commands lie within this many days of the run's first day (saves give them 10 bits).
inline constexpr int kMaxDateOffset = 1000;

// What every command needs besides: the case runs, there is time, and nobody is on the line (or
// somebody is). `customer` is checked against the scenario.
enum class Setting : std::uint8_t { kDesk, kTalk, kVisit, kAnywhere };
Refusal CheckSetting(const Scenario& content, const world::Known& known, Setting setting,
                     CustomerId customer, int minutes);
// Takes the minutes off the day (or the visit) and books their cost.
void SpendMinutes(World& world, int minutes);
void SpendMoney(World& world, Cents amount);
// Counts a strategic decision (a call, letter, visit, task or plan).
inline void CountDecision(World& world) { ++world.seller().decisions; }

}  // namespace huikuan::rules
