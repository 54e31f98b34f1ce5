// Amounts, days and numbers of clauses in a letter, against what the file says.
#pragma once

#include "session/letter_facts.h"

namespace huikuan::letters {

struct FigureInput {
  const Scenario& content;
  const Observation& seen;
  const CustomerView& customer;
  const LetterText& text;
  const std::u32string& masked;  // the text, names and numbers of papers hidden
};
void ReadFigures(const FigureInput& in, Stated* out);

// Tokens that look like numbers of papers: five digits at least, with letters, hyphens and blanks
// between groups; no amounts and no dates.
std::vector<Span> CodesIn(std::u32string_view text);
// Its letters and digits alone.
std::u32string Compact(std::u32string_view code);
// Edit distance.
std::size_t Distance(std::u32string_view a, std::u32string_view b);

}  // namespace huikuan::letters
