#include "session/letter_places.h"

#include <tuple>

namespace huikuan::letters {

ClausePlaces::ClausePlaces(const Scenario& content, const CustomerView& customer,
                           const LetterDraft& draft, const LetterText& text)
    : content_(content), text_(text), owners_(text.paragraphs().size(), kNone) {
  const LetterText composed(draft.unedited);
  std::vector<ClauseId> chosen;
  for (const ClauseId id : draft.clauses) {
    if (id < customer.clauses.size() && customer.clauses[id].text != 0) chosen.push_back(id);
  }
  std::vector<ClauseId> blocks;  // of the composed letter
  const std::size_t n = composed.paragraphs().size();
  if (n == chosen.size() + 2) blocks.push_back(kNone);  // for the attention of
  blocks.insert(blocks.end(), chosen.begin(), chosen.end());
  blocks.push_back(kNone);  // signature
  if (blocks.size() != n) return;
  const std::vector<int> stems = Align(text, composed);
  for (std::size_t p = 0; p < stems.size(); ++p) {
    if (stems[p] >= 0) owners_[p] = blocks[static_cast<std::size_t>(stems[p])];
  }
}

ClauseId ClausePlaces::OwnerOf(std::size_t at) const {
  for (std::size_t p = 0; p < owners_.size(); ++p) {
    const Span span = text_.paragraphs()[p];
    if (at >= span.from && at <= span.to) return owners_[p];
  }
  return kNone;
}

std::optional<Span> ClausePlaces::ParagraphOf(ClauseId clause) const {
  for (std::size_t p = 0; p < owners_.size(); ++p) {
    if (owners_[p] == clause) return text_.paragraphs()[p];
  }
  return std::nullopt;
}

void ClausePlaces::PlaceMissing(ClauseId clause, LetterFinding* finding) const {
  if (const auto own = ParagraphOf(clause)) {
    std::tie(finding->begin, finding->end) = text_.Bytes(*own);
    finding->clause = clause;
    return;
  }
  const int order = content_.clauses[clause].order;
  int last = -1;
  for (std::size_t p = 0; p < owners_.size(); ++p) {
    if (owners_[p] >= content_.clauses.size()) continue;
    const int here = content_.clauses[owners_[p]].order;
    if (here > order || here < last) continue;
    last = here;
    finding->clause = owners_[p];
    finding->begin = finding->end = text_.Bytes(text_.paragraphs()[p]).second;
  }
}

}  // namespace huikuan::letters
