// The value of a run (design.md §6): what bots, verdicts and certificates rest on. Fixed for a
// rules version; this file and value.cpp are the only place that knows it.
//
//   value = ( cash received, discounted daily to the first day
//           + expected value of what is open: recovery by age × progress × evidence × ability
//           + change of the relationship: expected margin of future orders
//           − our time and costs − concessions
//           − cost of goods delivered on orders − crisis: overdraft interest, bridging fees
//           − lawful liabilities: what they may claim for supply held back unlawfully
//           ) / collectable ledger at the opening
//
// An order's money counts as received or open like any other, its goods as cost: a release is worth
// its margin if it is paid. Wages, suppliers, tax and rent are nobody's decision here and do not
// count; what it costs to run out of cash does.
//
// Of a deal (rules/deal) the goods of each order delivered are a cost, at once and undiscounted;
// its invoices count in the ledger from the opening, signed or not, so that a sale that is lost
// shows, and are worth something from delivery on, at full ability when secured (design value).
//
// Late interest and collection costs that the law gives us count for nothing until they are paid:
// hardly any trade debtor pays them, they are a lever (design value 0). An invoice out of time is
// worth a third of what it would be, and next to nothing once they have pleaded it.
//
// An insolvent customer's open invoices are worth a quota, if our claim is filed where it must be,
// and what security covers that holds against others. Bills count as
// open until they mature or are discounted: face × (1 − default risk), discounted from maturity.
//
// Recovery by age: agency figures (Commercial Collection Agency Association 2004: due 94.9 %, 30 d
// 89.9, 60 d 81.3, 90 d 69.6, 6 months 52.1, 1 year 22.8; domain.md §9), interpolated linearly.
// The other factors are design values and say so in value.cpp.
#pragma once

#include "content/scenario.h"
#include "huikuan/debrief.h"
#include "world/state.h"

namespace huikuan::rules {

// Share of the face value recovered in the end, by days past due (negative: not yet due). Q16.
Q16 RecoveryByAge(int days_overdue);

// Exact for any State, ended or not; allocates nothing.
ValueParts Value(const Scenario& content, const world::State& state);

// Hard breaches cap the score at this value (domain.md §11, design value).
inline constexpr Q16 kBreachCap = Hundredths(40);

}  // namespace huikuan::rules
