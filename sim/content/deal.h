// The sale before the debt: what is offered, wished and possible, how heavily each issue weighs for
// the customer, the invoices a contract makes, and what comes of a neglected item.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fixed.h"
#include "huikuan/deal.h"
#include "huikuan/values.h"

namespace huikuan::content {

// Which part of an order an invoice bills.
enum class DealPart : std::uint8_t { kNone, kDeposit, kDelivery, kBalance, kRetention };
inline constexpr int kDealParts = 5;
inline constexpr int kDealOrders = 2;
// At least this percentage is left for the balance, so that something hangs on acceptance.
inline constexpr int kLeastBalance = 5;

// What can be neglected: the clauses by their bit, and two pieces of our own homework.
inline constexpr int kCreditCheckItem = kDealClauses;         // before signing
inline constexpr int kDeliveryPapersItem = kDealClauses + 1;  // before delivery
inline constexpr int kDealItems = kDealClauses + 2;

struct DealRange {
  std::uint8_t low = 0, high = 0;  // inclusive
};

struct Deal {
  bool on = false;            // this customer begins before the contract
  Cents price = 0, cost = 0;  // of one order
  DealTerms ours, theirs;     // what either side opens with
  std::array<DealRange, kDealNumbers> ranges{};
  std::array<Q16, kDealIssues> weights{};  // for the customer, hidden; any scale
  // Utility (0..1) below which they would rather buy elsewhere: ± spread, drawn. They begin by
  // asking for `margin` more and come down to it over `patience` rounds (± 1, drawn).
  Q16 reservation = 0, spread = 0, margin = 0;
  int patience = 4;
  int valid_days = 10;    // business days the enquiry, or a second order, waits for a signature
  int lead_days = 10;     // business days from signing to delivery, the deposit being in
  int deposit_days = 7;   // calendar days from signing to the deposit's due date
  int delivery_days = 7;  // calendar days from delivery to the due date of the part due with it
  int accept_days = 14;   // calendar days acceptance usually takes
  int deemed_days = 10;   // calendar days after which it is deemed to be given
  int minutes = 25, sign_minutes = 20;
  PersonId signer = 0;          // speaks and signs for them
  DocumentId contract = kNone;  // enters the file when signed
  std::uint32_t papers = 0;     // enter it with each delivery; bit per document
  TaskId credit_task = kNone, delivery_task = kNone;  // our homework
  int orders = 1;
  Day second = kNever;  // business day on which they order again
  std::array<std::array<InvoiceId, kDealParts>, kDealOrders> invoices{};  // by order and part
  // Drawn at delivery: by blocker, the last one "nothing"; added for each neglected item.
  std::vector<std::uint32_t> blockers;
  std::array<std::vector<std::uint32_t>, kDealItems> neglect;
  // Longest lawful term of payment in days, without and with our SME declaration; 255 = no limit.
  std::array<std::uint8_t, 2> longest_term = {255, 255};
  bool sme_protects = true;  // our SME declaration binds this payer; so it does without a law
  std::uint32_t repeat = 0;  // added to the first order's blocker when its cause was left as it was
  std::vector<Date> dates;   // of the business days, so that due dates need no scenario
};

// What terms are worth to the customer, 0..1: the weighted mean of how they like each issue.
Q16 DealUtility(const Deal& deal, const DealTerms& terms);
// Its parts: how they like one issue times its weight, and the mean that a sum of these makes.
std::int64_t DealLiking(const Deal& deal, const DealTerms& terms, int issue);
Q16 DealMean(const Deal& deal, std::int64_t likings);

}  // namespace huikuan::content
