// The letter sheet as it stands: chosen clauses, recipients and words.
#pragma once

#include "huikuan/session.h"
#include "model/context.h"

namespace huikuan::web {

// Everything chosen and written, the words composed afresh unless the trainee has edited them.
LetterDraft DraftedLetter(const Context& c);
bool LetterEdited(const Context& c);
LetterCheck CheckLetter(const Context& c);
// A paper goes with a letter once it has been read.
bool MayEnclose(const DocumentView& document);

}  // namespace huikuan::web
