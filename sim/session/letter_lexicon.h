// Words no letter should contain, in both languages, by what is wrong with them.
#pragma once

#include <string_view>
#include <vector>

#include "session/letter_text.h"

namespace huikuan::letters {

enum class Wrong : std::uint8_t {
  kThreat,      // of what one may not do, or of the police
  kDisclosure,  // the debt told to outsiders
  kInsult,
  kBegging,
  kVagueTime,  // in a demand that names no day
  kVagueAmount,
  kLegalStep,       // suit, court, counsel: too much for a mild letter
  kFalseSuit,       // a suit said to be filed
  kFault,           // admits that the goods are at fault
  kWaiver,          // gives late interest away
  kEarlierLetters,  // says that letters went before
  kBlank,           // left to be filled in
};

struct Hit {
  Wrong wrong = Wrong::kThreat;
  Span span;
};

// In order of their places, the first of each kind in every sentence.
std::vector<Hit> FindWrongWords(const LetterText& text);

// Whether the sentence asks for payment; … says that something is owed; … speaks of interest.
bool AsksForPayment(std::u32string_view sentence);
bool SaysOwed(std::u32string_view sentence);
bool SpeaksOfInterest(std::u32string_view sentence);
bool SpeaksOfTerms(std::u32string_view sentence);  // what was agreed: no demand
bool SpeaksOfPlan(std::u32string_view sentence);   // instalments, whose days are not the deadline
// Any of the elements that are recognised by their words: content::LetterElement.
bool SpeaksOf(std::u32string_view text, int element);

}  // namespace huikuan::letters
