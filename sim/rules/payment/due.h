// Whether the customer's side accepts that the claim is due: overdue in our ledger, unknown in
// theirs, until somebody who can judge it has the clause before them.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// Those who keep the books from the invoice on, or decide.
inline bool CanJudgeDueDate(const content::Person& person) {
  return (person.duties >> static_cast<int>(Gate::kInvoice)) != 0 ||
         person.authority >= Hundredths(80);
}
// They accept it; an open "not due yet" is off the table.
void RecogniseDue(World& world, CustomerId c);

}  // namespace huikuan::rules
