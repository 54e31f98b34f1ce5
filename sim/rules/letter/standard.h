// A sound letter of a level, composed of its required clauses: what bots send and what the letter
// sheet opens with. Known only.
#pragma once

#include "huikuan/command.h"
#include "rules/world.h"

namespace huikuan::rules {

// To everybody whose part in the payment is known, else to whoever is in our file (never to the
// front desk). Clauses that cite a paper not opened yet are left out, at a loss of quality; late
// interest is claimed where the level has room for it and the law gives any.
SendLetter StandardLetter(const Scenario& content, const world::Known& known, CustomerId c,
                          LetterLevel level);
// Quality 0..100 of a set of clauses at a level: the share of its required elements.
std::uint8_t ClauseQuality(const Scenario& content, LetterLevel level, std::uint64_t clauses);
// Whether every required element of the level is there: such a letter says what it is, and so does
// its waybill.
bool Complete(const Scenario& content, LetterLevel level, std::uint64_t clauses);
// Whether a clause may be used: the paper it cites has been opened, a promise it names was broken.
bool ClauseAvailable(const Scenario& content, const world::Known& known, CustomerId c,
                     ClauseId clause);

// Whether whoever writes letters of this level has been instructed.
bool WriterReady(const Scenario& content, const world::Known& known, CustomerId c,
                 LetterLevel level);

}  // namespace huikuan::rules
