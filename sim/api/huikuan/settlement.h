// The deal table: how an open debt is to be paid, bargained in a call or on a visit with somebody
// who may decide it (models.md §4). A settlement moves no paper: what blocks an invoice before the
// cash plan blocks it all the same.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "huikuan/values.h"

namespace huikuan {

class Language;

// One position on each issue's scale (below).
struct SettlementTerms {
  std::uint8_t pay_now = 0;      // kSettlementShares
  std::uint8_t date = 0;         // the rest begins with the next payment run, or 1 … 3 runs later
  std::uint8_t instalments = 0;  // kSettlementParts: of the rest, one a run
  std::uint8_t security = 0;     // SettlementSecurity, of the rest
  std::uint8_t discount = 0;     // kSettlementDiscounts, of the whole
  std::uint8_t supply = 0;       // SettlementSupply, of goods meanwhile

  friend bool operator==(const SettlementTerms&, const SettlementTerms&) = default;
};
static_assert(sizeof(SettlementTerms) == 6);
inline constexpr int kSettlementIssues = 6;
inline constexpr std::array<std::uint8_t, kSettlementIssues> kSettlementSizes = {5, 4, 4, 5, 4, 4};
inline constexpr std::array<std::uint8_t, 5> kSettlementShares = {0, 25, 50, 75, 100};  // percent
inline constexpr std::array<std::uint8_t, 4> kSettlementParts = {1, 2, 3, 6};
inline constexpr std::array<Ppm, 4> kSettlementDiscounts = {0, 5'000, 10'000, 20'000};
enum class SettlementSecurity : std::uint8_t {
  kNone,
  kSignedBalance,
  kBankDraft,
  kGuarantee,
  kRetention,
};
enum class SettlementSupply : std::uint8_t { kHold, kPrepay, kContinue, kPriority };

// The members by position, in the order of the scales.
inline std::uint8_t& IssueAt(SettlementTerms& terms, int issue) {
  std::uint8_t* const members[] = {&terms.pay_now,  &terms.date,     &terms.instalments,
                                   &terms.security, &terms.discount, &terms.supply};
  return *members[issue];
}
inline std::uint8_t IssueAt(const SettlementTerms& terms, int issue) {
  return IssueAt(const_cast<SettlementTerms&>(terms), issue);
}
// Where all is paid at once there is no rest: its date, parts and security are 0.
constexpr SettlementTerms Plain(SettlementTerms terms) {
  if (kSettlementShares[terms.pay_now] == 100) terms.date = terms.instalments = terms.security = 0;
  return terms;
}

// Terms as one number, for Event::amount, and back: mixed radix over the scales. Out of range
// unpacks to the lowest positions.
std::int64_t PackSettlement(const SettlementTerms& terms);
SettlementTerms UnpackSettlement(std::int64_t packed);

// How they answered our last offer, and what became of it.
enum class SettlementState : std::uint8_t {
  kNone,
  kCountered,
  kLastOffer,  // theirs: take it, meet it, or they break off
  kPutOff,     // they avoid an answer
  kBrokenOff,  // no more for kSettlementPause business days
  kAgreed,
  kKept,
  kBreached,
};
inline constexpr Day kSettlementPause = 10;  // design value

// Puts terms to whom we are talking to; they answer at once. Moot positions count as 0.
struct OfferSettlement {
  static constexpr int kTag = 21;
  SettlementTerms terms;
};
// Agrees to their own last terms.
struct TakeSettlement {
  static constexpr int kTag = 22;
};

// Why an issue weighs more for them than it seems, once somebody told us.
struct SettlementInterestView {
  std::uint8_t issue = 0, value = 0;
  std::uint8_t fact = kNone;  // FactId
};

struct SettlementView {
  bool open = false;  // an offer can be made to whom we are talking to
  SettlementState state = SettlementState::kNone;
  PersonId person = kNone;  // whom we bargained with
  int rounds = 0;           // offers made
  SettlementTerms ours;     // our last offer; before the first, the whole sum at once
  SettlementTerms theirs;   // their last terms, or those agreed
  Day agreed = kNever;
  std::array<std::uint8_t, kSettlementIssues> allowed{};  // bit per position that can be offered
  std::array<Date, 4> runs{};     // the payment run of each position of `date`; kNoDate: unknown
  std::vector<SettlementInterestView> interests;  // those we know of
  int minutes = 0;                                // of an offer
  Cents debt = 0;                                 // what is bargained over, cents
  // For SettlementWorth: calendar days until each of `runs`, and between later ones; of later
  // payments the part expected to be lost without security, Q16; price of a day, ppm.
  std::array<std::int16_t, 4> run_days{};
  std::int16_t run_every = 7;
  Q16 loss = 0;
  Ppm daily = 0;
};

// What the terms are worth to us today, cents: payments less the discount, each less the price of
// time and, of later ones, less what is expected to be lost. What supply is worth is not in it.
Cents SettlementWorth(const SettlementView& view, const SettlementTerms& terms);

// The terms in one sentence, interface strings "settlement.*".
std::string SettlementInWords(const Language& language, const SettlementTerms& terms);

}  // namespace huikuan
