// How an open debt may be bargained over with a customer, and how people of a type bargain.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fixed.h"
#include "huikuan/settlement.h"
#include "huikuan/values.h"

namespace huikuan::content {

// The five modes of handling conflict (Thomas and Kilmann 1974); as in rules/bargaining.
enum class BargainingStyle : std::uint8_t {
  kCompeting,
  kCollaborating,
  kCompromising,
  kAvoiding,
  kAccommodating,
};
// What they may be anxious about; liquidity is the share paid now, the date of the rest and its
// instalments.
enum class BargainingConcern : std::uint8_t { kLiquidity, kSecurity, kDiscount, kSupply };
inline constexpr int kBargainingConcerns = 4;

// Of a type of customer.
struct Bargaining {
  BargainingStyle style = BargainingStyle::kCompromising;
  std::array<Q16, kBargainingConcerns> weights = {Hundredths(45), Hundredths(20), Hundredths(20),
                                                  Hundredths(15)};  // any scale
  Q16 reciprocity = 0;  // of tit-for-tat in what they ask for; models.md §4: 0.3–0.6 if at all
};

// An interest behind their position: one position of an issue is worth `extra` more to them, where
// 1 is all they let on.
struct SettlementInterest {
  std::uint8_t issue = 0, value = 0;
  Q16 extra = 0;
  FactId fact = 0;  // who knows it, may tell
};
inline constexpr std::size_t kMaxInterests = 3;

struct Settlement {
  bool on = false;
  // Utility (0..1) of carrying on without a deal, as things stand at the opening; ± spread, drawn.
  Q16 reservation = Hundredths(55), spread = Hundredths(10);
  int rounds = 5;  // offers they hear before their last word; ± 1, drawn
  int minutes = 10;
  std::vector<SettlementInterest> interests;  // at most kMaxInterests
};

}  // namespace huikuan::content
