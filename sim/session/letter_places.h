// Which clause the words of an edited letter stem from, and where a missing one would stand.
#pragma once

#include <optional>
#include <vector>

#include "content/scenario.h"
#include "huikuan/session.h"
#include "session/letter_text.h"

namespace huikuan::letters {

class ClausePlaces {
 public:
  // `text`: of draft.words; outlives this.
  ClausePlaces(const Scenario& content, const CustomerView& customer, const LetterDraft& draft,
               const LetterText& text);

  // The clause the words at a character belong to; kNone: written by hand.
  ClauseId OwnerOf(std::size_t at) const;
  std::optional<Span> ParagraphOf(ClauseId clause) const;
  // Where `clause` should have said something: its own paragraph, else the end of the last
  // paragraph of a clause that comes before it. Sets begin, end and clause.
  void PlaceMissing(ClauseId clause, LetterFinding* finding) const;

 private:
  const Scenario& content_;
  const LetterText& text_;
  std::vector<ClauseId> owners_;  // by paragraph
};

}  // namespace huikuan::letters
