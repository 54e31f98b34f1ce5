// Action ids: the one way from a control of either renderer into the world or the page.
//
//   call:P visit:P meet:P observe:S end       people and conversations
//   say:offer:I say:other:A say:adjusted      I = position on offer, A = act
//   say:typed say:meant:I                     as understood, or as the I-th of the others
//   open:D inspect:D:F send_document:D:P      papers
//   task:T confirm:PROMISE diary:add plan:set note:save letter:send letter:send_anyway
//   message:send message:send_anyway          as drafted (message_draft.h)
//   order:CUSTOMER:ORDER:DECISION             OrderDecision as a number
//   bill:B:keep bill:B:discount bill:B:refuse
//   deal:propose deal:sign                    the deal desk
//   diary:with:P drill:finish                 after a talk; lets the days of a drill pass
//   wait:afternoon wait:next_day wait:date wait:reply wait:run wait:promise
//   set:KEY toggle:KEY                        drafts; the value comes with the action
//   ui:…                                      the page (tab, dialog, person, document, adjust …)
//   ui:hear                                   asks how the typed words are understood
//   ui:decision:I ui:guess:K                  a decision of the review, solved again by the K-th option
//   app:…                                     the client: start, continue, restart, export …
//   app:retry:I                               plays on from before the I-th command
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "huikuan/command.h"
#include "model/context.h"

namespace huikuan::web {

struct Submission {
  Command command;
  std::string words;               // kept beside the save
  std::string forget;              // drafts with this prefix are done with afterwards
  std::vector<Command> then = {};  // one after the other, as long as they are lawful
};
struct UiChange {
  std::string verb;  // "set", "toggle", "tab" …
  std::string key;
  std::string value;
};
struct AppRequest {
  std::string what;  // "start", "continue", "restart", "export" …; for the client
};
struct Unknown {};
using Parsed = std::variant<Unknown, Submission, UiChange, AppRequest>;

// What was typed, said: as understood, or as another meaning of it. Precondition: something to say.
Submission TypedSubmission(const Context& c, const TypedReading& reading, int other = -1);

Parsed ParseAction(const Context& c, std::string_view id, std::string_view value);

// Carries a page change out.
void ApplyUi(const Context& c, const UiChange& change, UiState& ui);

// After a command: shows what it was about (a call opens the conversation, …).
void FollowCommand(const Command& command, UiState& ui);

// The command of the plan card, the letter sheet, the diary form and the slot picker as drafted.
SetPlan DraftedPlan(const Context& c);
SetDiary DraftedDiary(const Context& c);
SetDiary DraftedCheck(const Context& c, PersonId person);  // after a talk
Date CheckDay(const Context& c);  // when to ask how it went, unless another day is chosen
// Our last proposal with what was changed since.
ProposeTerms DraftedTerms(const Context& c);
OfferSettlement DraftedSettlement(const Context& c);
Date DraftedWaitDate(const Context& c);
const OfferView* FindOffer(const Context& c, int act);  // among offers and others
Say InManner(const Context& c, Say say);  // addressed as chosen beside the name
Say DraftedSay(const Context& c, const OfferView& offer);

}  // namespace huikuan::web
