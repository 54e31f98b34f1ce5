// The sale itself: terms of a contract on the deal desk, before anything is owed (domain.md §7).
#pragma once

#include <cstdint>
#include <string>

#include "huikuan/values.h"

namespace huikuan {

class Language;

// Yes-or-no clauses of a contract, bits of DealTerms::clauses.
enum DealClause : std::uint8_t {
  kDeemedAcceptance = 1,   // accepted unless they object within a set time
  kLateFee = 2,            // agreed interest on late payment
  kSuspensionRight = 4,    // we may stop deliveries while something is overdue
  kSecurity = 8,           // guarantee, or title kept until paid
  kSmeDeclaration = 16,    // we declare that we are a small or medium enterprise
  kRightEntity = 32,       // legal entity and tax data checked and written in
  kStatementMonthly = 64,  // a statement each month, to be sealed
  kAddressClause = 128,    // where notices may be served
};
inline constexpr int kDealClauses = 8;
inline constexpr int kDealNumbers = 5;  // the first five members below
inline constexpr int kDealIssues = kDealNumbers + kDealClauses;

// What is agreed or proposed. The balance is what the three shares leave; it is due `term_days`
// calendar days after acceptance, the retention `retention_months` × 30 days after it.
struct DealTerms {
  std::uint8_t deposit = 0;    // percent of the price, with signing
  std::uint8_t delivery = 0;   // percent, with delivery
  std::uint8_t retention = 0;  // percent kept back as warranty money
  std::uint8_t term_days = 0;
  std::uint8_t retention_months = 0;
  std::uint8_t clauses = 0;  // DealClause bits

  friend bool operator==(const DealTerms&, const DealTerms&) = default;
};
static_assert(sizeof(DealTerms) == 6);

// The first five by position.
inline std::uint8_t& NumberAt(DealTerms& terms, int issue) {
  std::uint8_t* const members[] = {&terms.deposit, &terms.delivery, &terms.retention,
                                   &terms.term_days, &terms.retention_months};
  return *members[issue];
}
inline int NumberAt(const DealTerms& terms, int issue) {
  return NumberAt(const_cast<DealTerms&>(terms), issue);
}

// Terms as one number, for Event::amount, and back.
inline std::int64_t PackTerms(const DealTerms& terms) {
  std::int64_t packed = terms.clauses;
  for (int i = kDealNumbers; i-- > 0;) packed = packed << 8 | NumberAt(terms, i);
  return packed;
}
inline DealTerms UnpackTerms(std::int64_t packed) {
  DealTerms terms;
  for (int i = 0; i < kDealNumbers; ++i) {
    NumberAt(terms, i) = static_cast<std::uint8_t>(packed >> (8 * i) & 0xff);
  }
  terms.clauses = static_cast<std::uint8_t>(packed >> (8 * kDealNumbers) & 0xff);
  return terms;
}

// Stands for the sale of one order; the second begins at kQuoting again.
enum class DealPhase : std::uint8_t { kNoDeal, kQuoting, kAgreed, kSigned, kDelivered, kLost };

// How they answered a proposal: Event::value of kTermsAnswered.
enum class DealAnswer : std::uint8_t { kAccepted, kCountered, kLastOffer, kWalkedAway };

// Puts our terms to them; takes minutes, and they answer at once. Lawful while nothing is agreed.
struct ProposeTerms {
  static constexpr int kTag = 19;
  CustomerId customer = 0;
  DealTerms terms;
};

// Signs what stands: what was agreed, or their own last terms, gaps and all.
struct SignContract {
  static constexpr int kTag = 20;
  CustomerId customer = 0;
};

struct DealRangeView {
  int low = 0, high = 0;
};
// The deal desk as the trainee sees it.
struct DealView {
  DealPhase phase = DealPhase::kNoDeal;
  int order = 0, orders = 1;  // 0-based
  Cents price = 0, cost = 0;  // of one order
  DealTerms wished;           // what our house would like
  DealTerms ours;             // our last proposal of this order; `wished` before the first
  DealTerms standing;         // theirs, or agreed, or signed
  bool proposed = false;
  bool answered = false;
  DealAnswer answer = DealAnswer::kCountered;  // the last one, once answered
  bool credit_checked = false;
  int rounds = 0;                      // proposals made for this order
  DealRangeView ranges[kDealNumbers];  // of what can be proposed
  Date lapses = kNoDate;               // the enquiry lapses, or the order comes on the old terms
  Date delivery = kNoDate;             // expected, once signed; the real one, once delivered
  Date accepted = kNoDate;
  PersonId signer = kNone;
  int minutes = 0, sign_minutes = 0;
};

// The terms in one sentence, interface strings "deal.terms" and "deal.clause.<n>".
std::string TermsInWords(const Language& language, const DealTerms& terms);

}  // namespace huikuan
