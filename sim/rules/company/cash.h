// Our own cash (design.md §2, "cash is the goal"): receipts come in; wages, suppliers, tax, rent,
// the cost of goods, travel and fees go out; below zero it costs interest every day. All of this
// stands still in a case that says nothing of our company.
//
// On the first business day of a week finance takes the forecast: the plan cards due within
// kForecastDays, amount × probability. It spends its share of what exceeds the forecasts it has
// already spent against and that have not come in yet. What was paid to suppliers early comes off
// their next payments: over-promising changes when money goes out, and so can make payroll short.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

inline constexpr int kForecastDays = 14;     // calendar days
inline constexpr Ppm kBridgingFee = 20'000;  // of what is missing on payday (design value)
inline constexpr Day kStrainDays =
    10;  // business days of slower departments after it (design value)

// The opening balance.
void OpenBooks(World& world);
// The only thing that moves our balance: cents in (positive) or out.
void MoveCash(World& world, Cents amount);
// Money of a customer: into the balance, and against what was spent on forecasts.
void CashIn(World& world, Cents amount);
// Interest for the calendar days since the last business day.
void OverdraftNight(World& world);
// What is due goes out, and on the first day of a week the forecast is taken. Returns whether
// something happened that wants attention.
bool CompanyMorning(World& world);

// The forecast finance would take today. Known only.
Cents ForecastOf(const Scenario& content, const world::Known& known);
// Whether our departments still feel the last short payroll.
inline bool Strained(const world::Known& known) {
  return known.seller.company.strained_until != kNever &&
         known.seller.day <= known.seller.company.strained_until;
}

}  // namespace huikuan::rules
