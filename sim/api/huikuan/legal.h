// What the law says of one customer as far as we can know it. All of it is computed by the engine
// from the case's law pack (content/law.h); training material, no legal advice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan {

// Security they gave for what they owe. Without its formality (a signed guarantee, an entry in the
// register) it holds against nobody else.
enum class SecurityState : std::uint8_t { kNone, kAgreed, kEffective, kVoid };

struct LegalView {
  bool present = false;          // the case names a law; the rest counts only then
  TextRef law = 0;               // title of the pack
  std::uint8_t payer = 0;        // 0 other, 1 public body, 2 large enterprise
  bool sme_declared = false;     // we declared that we are a small or medium enterprise
  bool sme_applies = false;      // … and that protects us from this payer
  bool bills_refusable = false;  // they may not force bills on us
  Cents interest = 0;            // what a letter may claim today: interest and fixed costs
  // That, and what might be claimed by mistake (another rate of the pack, a tenth of a percent a
  // day): rising, without repetition. For the letter sheet to choose from.
  std::vector<Cents> interest_choices;
  SecurityState security = SecurityState::kNone;
  Q16 security_covers = 0;  // of what they owe, once it is effective
  Date file_by = kNoDate;   // claims go to the administrator until then; kNoDate = nothing to file
  bool filed = false;
  Cents counterclaim = 0;  // what they may claim from us for supply we held back unlawfully
};

class Phrasebook;
struct CustomerView;
struct InvoiceView;

// The same as sentences, one a line; interface strings "web.law.…". Empty without a law.
std::vector<std::string> LegalLines(const Phrasebook& words, const CustomerView& customer);
// Of one invoice: due date cut by law, limitation, interest; "" when there is nothing to say.
std::string LegalLine(const Phrasebook& words, const InvoiceView& invoice, Date today);

}  // namespace huikuan
