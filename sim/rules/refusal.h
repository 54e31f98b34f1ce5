// Why a command is not lawful now. Depends on Known only. Turned into Error{"command.<name>"} at
// the door; an enum here, because bots ask in rollouts, where nothing may allocate.
#pragma once

#include <cstdint>
#include <string_view>

namespace huikuan::rules {

enum class Refusal : std::uint8_t {
  kNone,
  kEnded,          // the case is over
  kNoTime,         // not enough working time left today
  kTooMany,        // the daily cap of commands is reached
  kTalking,        // finish the conversation first
  kNotTalking,     // there is nobody on the line
  kUnknownId,      // no such customer, person, paper …
  kPersonUnknown,  // not in our file yet
  kNotInFile,      // we do not hold that paper
  kNotOpened,      // it must have been opened first
  kAlready,        // done already
  kActNotNow,      // the act's requirements are not met
  kSlotMissing,    // amount, date, paper or person is missing
  kSlotBad,        // out of range
  kNotOnVisit,
  kNoPromise,
  kNoRecipient,
  kLetterOrder,  // the milder letter comes first
  kTaskNotNow,
  kNothingToWaitFor,
  kDealNotNow,  // there is nothing to be agreed or signed now
  kLetterNotInCase,  // this case has no such letter
  kLetterNotReady,   // whoever writes it has not been instructed
  kTableNotNow,    // nobody bargains over this debt here and now
  kDebtNotStated,  // first say what is owed
  kNoMessages,     // this case has no messages
  kNoWechat,       // we do not have their contact
  kNoGroup,        // there is no group
  kChannelUnfit,   // not by this channel
  kCount,
};

// Stable name for messages: "command.no_time".
constexpr std::string_view RefusalCode(Refusal refusal) {
  constexpr std::string_view kCodes[] = {"command.none",         "command.ended",
                                         "command.no_time",      "command.too_many",
                                         "command.talking",      "command.not_talking",
                                         "command.unknown_id",   "command.person_unknown",
                                         "command.not_in_file",  "command.not_opened",
                                         "command.already",      "command.act_not_now",
                                         "command.slot_missing", "command.slot_bad",
                                         "command.not_on_visit", "command.no_promise",
                                         "command.no_recipient", "command.letter_order",
                                         "command.task_not_now", "command.nothing_to_wait_for",
                                         "command.deal_not_now", "command.letter_not_in_case",
                                         "command.letter_not_ready", "command.table_not_now",
                                         "command.debt_not_stated",  "command.no_messages",
                                         "command.no_wechat",     "command.no_group",
                                         "command.channel_unfit"};
  static_assert(sizeof(kCodes) / sizeof(kCodes[0]) == static_cast<std::size_t>(Refusal::kCount));
  return kCodes[static_cast<std::size_t>(refusal)];
}

}  // namespace huikuan::rules
