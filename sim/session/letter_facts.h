// What a letter states, held against the ledger, the contract and the calendar.
#pragma once

#include <string>
#include <vector>

#include "content/scenario.h"
#include "huikuan/session.h"
#include "session/letter_text.h"

namespace huikuan::letters {

// Elements that show as names, figures and dates; each is somebody's blank in a clause.
enum class Fact : std::uint8_t {
  kDebtor,
  kCreditor,
  kContract,
  kDelivery,
  kDueDate,
  kInvoice,
  kAmount,
  kDays,
  kDeadline,
  kAccount,
  kContact,
  kCount,
};
// The fact a clause's blank is about; kCount: none that is looked for.
Fact FactOfBlank(std::string_view placeholder);
// "no_<fact>", the finding when it is missing.
const char* MissingKey(Fact fact);

struct Found {
  const char* key = "";
  LetterBlock block = LetterBlock::kFacts;
  bool serious = true;
  Span span;
  std::vector<TypedArg> args = {};
};

struct Stated {
  std::vector<Found> wrong;
  unsigned facts = 0;       // bit per Fact: stated, rightly or not
  Cents amount = 0;         // the sum due as stated; a wrong one before a right one
  Date deadline = kNoDate;  // the first day to pay by
  bool Has(Fact fact) const { return (facts >> static_cast<int>(fact) & 1) != 0; }
};

// Every name, number, sum and day of the words, in any of the scenario's languages.
Stated ReadFacts(const Scenario& content, const Observation& seen, const CustomerView& customer,
                 const LetterText& text);

}  // namespace huikuan::letters
