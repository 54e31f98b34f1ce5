// How the customer's person answers: one reply an utterance. The words are chosen elsewhere.
#pragma once

#include "rules/effects/effects.h"

namespace huikuan::rules {

// What a reply names besides its kind.
struct ReplyArgs {
  FactId fact = kNone;
  ObjectionId objection = kNone;
  PersonId other = kNone;
  Cents amount = 0;
  Date date = kNoDate;
  Gate gate = Gate::kDelivery;  // of kTellGate
  DocumentId document = kNone;  // of kNamePapers
};

// Gives the reply, unless one was given already in this exchange (the first effect that answers
// wins).
void Answer(Exchange& exchange, content::ReplyKind kind, const ReplyArgs& args = {});

// Reply of that kind among the scenario's; kNone if the case uses none.
ReplyId ReplyOfKind(const Scenario& content, content::ReplyKind kind);

// Puts the person off: an objection that fits their desk and the truth, else an evasion by type
// (refer to somebody, plead, defer). Refusals in the conversation are counted.
void Refuse(Exchange& exchange);

// Nobody there decides about money any more; asking is no offence, and no use.
void ReferToAdministrator(Exchange& exchange);

// Asked what exactly they mean, they say it: where the objection has such words, and nothing else
// was answered.
void Restate(Exchange& exchange);

// Refers to whom they usually name, who thereby becomes known; with a second one on the line it is
// said instead whose matter it is.
void Refer(Exchange& exchange);

}  // namespace huikuan::rules
