// By the book (domain.md §4–6): know the file, find what blocks the money, clear it with the desk
// it lies on, get a dated promise from whoever can give one, put it in writing, follow up, escalate
// by the ladder. Three parts: one customer's work at the desk, the conversation, and which customer
// comes first.
#pragma once

#include <optional>

#include "bots/account.h"
#include "bots/tools.h"

namespace huikuan::bots {

using MaybeCommand = std::optional<Command>;
// The sale, while it is being made and nothing is due; nothing once there is something to chase.
std::optional<Command> BookDeal(const BotView& view, CustomerId c);

Command BookTalk(const BotView& view);

// Reading the file and the plan card: what comes before the first contact.
MaybeCommand ReadFile(const Account& a);
MaybeCommand MakePlan(const Account& a);
// Today's work on one customer, the file read, in two halves; none when there is nothing worth
// doing. `alone`: no other customer waits, so that a visit may take the rest of the day at once.
// When nothing comes before calls there is nothing for the rest of the day, unless their part of
// Known changes: time and commands left only shrink. So with what comes after them.
MaybeCommand BeforeCalls(Account& a, bool alone);
MaybeCommand CallsAndAfter(Account& a);  // needs a memo
// Nothing found by telephone: go and look.
MaybeCommand Visit(Account& a);
// A message where one does more than a call: a promise confirmed on the day it was given, a reminder
// before the list closes.
MaybeCommand BookMessage(const Account& a);
// … waiting for whose answer there is no need to confirm the promise by other means.
bool MessageConfirms(const Account& a, PromiseId promise);
// Bargaining over how it is paid, with who may decide and cannot pay at once.
MaybeCommand BookTable(const Account& a);
// Somebody worth a call was not at their desk this half-day. Needs a memo.
bool SomebodyToTryAgain(Account& a);
// How much today's work on this customer is worth against the others'; above zero.
std::int64_t Worth(const Account& a);

}  // namespace huikuan::bots
