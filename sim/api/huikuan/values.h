// Values shared by the whole engine and its clients: identifiers, gates, roles, small enums.
// Indices (CustomerId …) are positions in one loaded Scenario; files and names use stable strings.
#pragma once

#include <cstdint>

#include "core/date.h"
#include "core/fixed.h"

namespace huikuan {

using CustomerId = std::uint8_t;
using PersonId = std::uint8_t;   // within a customer
using InvoiceId = std::uint8_t;  // within a customer
using ActId = std::uint8_t;
using ReplyId = std::uint8_t;
using FactId = std::uint8_t;
using DocumentId = std::uint8_t;
using TaskId = std::uint8_t;
using ClauseId = std::uint8_t;
using SpotId = std::uint8_t;     // something to look at on a visit
using PromiseId = std::uint8_t;  // within a customer
using ObjectionId = std::uint8_t;
inline constexpr std::uint8_t kNone = 0xff;

using Seed = std::uint64_t;
using StateHash = std::uint64_t;

// Business day of the run, 0-based. kNever = not set.
using Day = std::int16_t;
inline constexpr Day kNever = -1;

// The customer's payment process (domain.md §1). kPaid is the end, not a gate.
enum class Gate : std::uint8_t {
  kDelivery,
  kAcceptance,
  kReconciliation,
  kInvoice,
  kBooking,
  kApproval,
  kCashPlan,
  kPaymentRun,
  kPaid,
};
inline constexpr int kGates = 8;

enum class Role : std::uint8_t {
  kReception,
  kWarehouse,
  kUser,
  kBuyer,
  kPayables,
  kCashier,
  kFinanceManager,
  kCfo,
  kBoss,
};
inline constexpr int kRoles = 9;

enum class Department : std::uint8_t { kSales, kFinance, kAfterSales, kLegal, kManager };
inline constexpr int kDepartments = 5;

enum class Channel : std::uint8_t { kCall, kVisit };

// What a diagnostic question is after.
enum class Target : std::uint8_t {
  kNothing,
  kGate,
  kCause,
  kWho,
  kCash,
  kDates,
  kQuality,
  kPapers,
  kAuthority,
};
inline constexpr int kTargets = 9;

enum class Tone : std::uint8_t { kPlain, kWarm, kFirm, kHarsh };

// How one addresses the person spoken to. As fits: by title, or familiarly once one knows them well
// enough (rules/call/address.h). Bare: neither title nor courtesy, only ever typed.
enum class Address : std::uint8_t { kAsFits, kTitle, kFamiliar, kBare };
inline constexpr int kAddresses = 4;

enum class LetterLevel : std::uint8_t {
  kStatement,
  kReminder,
  kFirstDemand,
  kSecondDemand,
  kFinalNotice,   // management's, before legal steps; from here on only in cases that name it
  kLawyerLetter,  // counsel's
};
inline constexpr int kLetterLevels = 6;
inline constexpr int kBasicLetterLevels = 4;  // every case has these

enum class Delivery : std::uint8_t { kEmail, kCourier, kRegistered, kByHand };

// How a piece of knowledge reached the trainee; later ones weigh more.
enum class Source : std::uint8_t { kUnknown, kTold, kPaper, kSeen };

// What a visible person looks like at the moment (portrait, wording). Derived, never hidden state.
enum class Mood : std::uint8_t { kCalm, kFriendly, kGuarded, kAnnoyed, kEmbarrassed, kWorried };

enum class DayPart : std::uint8_t { kMorning, kAfternoon };

}  // namespace huikuan
