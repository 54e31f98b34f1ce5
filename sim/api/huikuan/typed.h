// What the trainee typed or dictated in a conversation, as utterances that could be submitted. The
// page shows them, the trainee confirms, and only then are they said: rules never read words.
#pragma once

#include <string>
#include <vector>

#include "huikuan/observation.h"
#include "huikuan/recognise.h"

namespace huikuan {

struct TypedAct {
  OfferView offer;                   // complete: slots as named in the words, else sensible ones
  Q16 probability = 0;               // among the acts of this case
  std::vector<std::string> because;  // the words that spoke for it, at most three
  // Cannot be unsaid: a concession, a breach of conduct, the end of the talk. Always asked first.
  bool binding = false;
  // An amount, day or paper was named that cannot be meant (more than is owed, a day past, a paper
  // that has not been opened): the sensible one stands instead, and must be confirmed.
  bool slot_unfit = false;
  bool now = false;  // may be said at this moment; else perhaps after what is said before it
};

// Stands whichever act is confirmed: `said` is submitted before the rest.
struct TypedOffence {
  Misconduct kind = Misconduct::kThreat;
  Say said;           // the case's act for it
  std::string words;  // where it stands in what was typed
};

struct TypedReading {
  std::vector<TypedAct> acts;    // in the order said; empty when lost
  std::vector<TypedAct> others;  // "did you mean": the likeliest others, at most three
  std::vector<TypedOffence> offences;
  Sureness sure = Sureness::kLost;
  // May be said at once: sure, lawful now, nothing binding, every slot fits, no offence.
  bool plain() const;
  // What is submitted, in this order: offences, then the acts as understood, or, with `other` 0 or
  // more, that one of `others` instead.
  std::vector<Say> ToSay(int other = -1) const;
};

}  // namespace huikuan
