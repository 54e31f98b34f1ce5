#include "rules/letter/standard.h"

#include "rules/call/slots.h"
#include "rules/legal/standing.h"

namespace huikuan::rules {

namespace {

bool AnyBroken(const world::CustomerKnown& known) {
  for (const world::PromiseKnown& p : known.promises) {
    if (p.used != 0 && p.state == static_cast<std::uint8_t>(PromiseState::kBroken)) return true;
  }
  return false;
}

}  // namespace

bool WriterReady(const Scenario& content, const world::Known& known, CustomerId c,
                 LetterLevel level) {
  const std::uint8_t task = content.letters[static_cast<std::size_t>(level)].needs_task;
  return task == kNone || (known.customers[c].tasks_done >> task & 1) != 0;
}

bool ClauseAvailable(const Scenario& content, const world::Known& known, CustomerId c,
                     ClauseId clause) {
  if (content.clauses[clause].needs_broken_promise && !AnyBroken(known.customers[c])) return false;
  if (content.clauses[clause].needs_paper == kNone) return true;
  const DocumentId paper = content.customers[c].links.clause_papers[clause];
  return paper != kNone && ((known.customers[c].documents_opened >> paper) & 1) != 0;
}

std::uint8_t ClauseQuality(const Scenario& content, LetterLevel level, std::uint64_t clauses) {
  int required = 0;
  int present = 0;
  int useful = 0;
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    const content::Clause& clause = content.clauses[i];
    const bool in = ((clauses >> i) & 1) != 0;
    const bool fits = ((clause.levels >> static_cast<int>(level)) & 1) != 0;
    if (((clause.required >> static_cast<int>(level)) & 1) != 0) {
      ++required;
      present += in ? 1 : 0;
    } else if (in) {
      useful += fits && !clause.threatens ? 1 : -2;  // out of place, it weakens the letter
    }
  }
  if (required == 0) return 0;
  // Required elements 85, two fitting further clauses the rest.
  const int extra = useful > 2 ? 15 : useful > 0 ? useful * 8 : useful * 8;
  const int quality = static_cast<int>(DivRound(present * 85, required)) + extra;
  return static_cast<std::uint8_t>(quality < 0 ? 0 : quality > 100 ? 100 : quality);
}

bool Complete(const Scenario& content, LetterLevel level, std::uint64_t clauses) {
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    const bool required = ((content.clauses[i].required >> static_cast<int>(level)) & 1) != 0;
    if (required && ((clauses >> i) & 1) == 0) return false;
  }
  return true;
}

namespace {

bool FitsWithInterest(const Scenario& content, const world::Known& known, CustomerId c,
                      LetterLevel level, const content::Clause& clause) {
  return clause.claims_interest && ((clause.levels >> static_cast<int>(level)) & 1) != 0 &&
         LawfulClaim(content, known, c) > 0;
}

}  // namespace

SendLetter StandardLetter(const Scenario& content, const world::Known& known, CustomerId c,
                          LetterLevel level) {
  SendLetter letter;
  letter.customer = c;
  LetterReading& r = letter.reading;
  r.level = level;
  r.delivery = level >= LetterLevel::kFirstDemand ? Delivery::kRegistered : Delivery::kEmail;
  const content::Customer& customer = content.customers[c];
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    const world::PersonKnown& person = known.customers[c].people[p];
    if (person.known != 0 && person.part_known != 0 && !customer.people[p].gatekeeper &&
        customer.people[p].duties != 0) {
      r.recipients = static_cast<std::uint16_t>(r.recipients | (1U << p));
    }
  }
  for (std::size_t p = 0; p < customer.people.size() && r.recipients == 0; ++p) {
    if (known.customers[c].people[p].known != 0 && !customer.people[p].gatekeeper) {
      r.recipients = static_cast<std::uint16_t>(1U << p);
    }
  }
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    const content::Clause& clause = content.clauses[i];
    const bool required = ((clause.required >> static_cast<int>(level)) & 1) != 0;
    if (!required && !FitsWithInterest(content, known, c, level, clause)) continue;
    if (!ClauseAvailable(content, known, c, static_cast<ClauseId>(i))) continue;
    r.clauses |= 1ULL << i;
    if (clause.states_amount) r.amount = KnownOutstanding(content, known, c);
    if (clause.states_date) r.pay_by = SensibleDate(content, known, c);
  }
  r.quality = ClauseQuality(content, level, r.clauses);
  return letter;
}

}  // namespace huikuan::rules
