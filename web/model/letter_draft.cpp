#include "model/letter_draft.h"

#include <algorithm>

namespace huikuan::web {
namespace {

bool Belongs(const ClauseView& clause, LetterLevel level) {
  return (clause.levels >> static_cast<int>(level) & 1) != 0;
}

// A suggestion is what the level asks for; the trainee adds and takes away.
bool Chosen(const Context& c, const ClauseView& clause, LetterLevel level) {
  if (!Belongs(clause, level) || !clause.available) return false;
  const int asked = clause.required_levels >> static_cast<int>(level) & 1;
  return c.ui.Number("letter.clause." + std::to_string(clause.id), asked) != 0;
}

}  // namespace

bool MayEnclose(const DocumentView& document) {
  return document.in_file && document.opened && document.id < 16;  // bits of LetterReading
}

bool LetterEdited(const Context& c) { return c.ui.drafts.count("letter.words") != 0; }

LetterDraft DraftedLetter(const Context& c) {
  LetterDraft draft;
  draft.customer = c.chosen();
  draft.level = static_cast<LetterLevel>(
      std::clamp<std::int64_t>(c.ui.Number("letter.level", 0), 0, kLetterLevels - 1));
  draft.delivery =
      static_cast<Delivery>(std::clamp<std::int64_t>(c.ui.Number("letter.delivery", 0), 0, 3));
  for (const PersonView& person : c.customer().people) {
    if (person.known && c.ui.Number("letter.to." + std::to_string(person.id), 0) != 0) {
      draft.recipients.push_back(person.id);
    }
  }
  for (const PersonView& person : c.customer().people) {
    const bool to = std::find(draft.recipients.begin(), draft.recipients.end(), person.id) !=
                    draft.recipients.end();
    if (!to && person.known && c.ui.Number("letter.cc." + std::to_string(person.id), 0) != 0) {
      draft.copies.push_back(person.id);
    }
  }
  for (const DocumentView& document : c.customer().documents) {
    if (!MayEnclose(document)) continue;
    if (c.ui.Number("letter.enclose." + std::to_string(document.id), 0) != 0) {
      draft.enclosures.push_back(document.id);
    }
  }
  std::vector<const ClauseView*> chosen;
  for (const ClauseView& clause : c.customer().clauses) {
    if (Chosen(c, clause, draft.level)) chosen.push_back(&clause);
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto* a, const auto* b) { return a->order < b->order; });
  for (const ClauseView* clause : chosen) draft.clauses.push_back(clause->id);
  draft.amount = c.ui.Number("letter.amount", c.customer().outstanding);
  draft.interest = c.ui.Number("letter.interest", kLawfulInterest);
  draft.wording =
      static_cast<int>(std::clamp<std::int64_t>(c.ui.Number("letter.wording", 0), 0, 1'000));
  draft.pay_by = static_cast<Date>(c.ui.Number("letter.date", kNoDate));
  draft.unedited = ComposeLetter(c.words, c.see, draft);
  draft.words = LetterEdited(c) ? c.ui.Draft("letter.words") : draft.unedited;
  return draft;
}

LetterCheck CheckLetter(const Context& c) {
  return ReadLetter(c.words.scenario(), c.see, DraftedLetter(c));
}

}  // namespace huikuan::web
