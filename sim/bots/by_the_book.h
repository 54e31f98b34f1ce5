// By the book (domain.md §4–6): know the file, find what blocks the money, clear it with the desk
// it lies on, get a dated promise from whoever can give one, put it in writing, follow up, escalate
// by the ladder. Two halves: at the desk, and in conversation.
#pragma once

#include "bots/tools.h"

namespace huikuan::bots {

Command BookTalk(const BotView& view);
Command BookDesk(const BotView& view);
// The sale, while it is being made and nothing is due; nothing once there is something to chase.
std::optional<Command> BookDeal(const BotView& view, CustomerId c);

// The gate the money is believed to stand at.
Gate ToldGate(const BotView& view, CustomerId c);
// Whether this person's part is known and includes the gate.
bool KnownDuty(const BotView& view, CustomerId c, PersonId p, Gate gate);
// Somebody known who can promise money: a late gate, or the last word. kNone if nobody yet.
PersonId Payer(const BotView& view, CustomerId c);
// Targets worth asking this person about: bit per Target − 1, already asked ones left out.
std::uint8_t OpenQuestions(const BotView& view, CustomerId c, PersonId p);

}  // namespace huikuan::bots
