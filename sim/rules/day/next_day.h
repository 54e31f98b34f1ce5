// One night and one morning. Fixed order: night (cash, process, attitudes), then the calendar moves
// on, then morning (overdraft; insolvency, bills, cut-off, run, promises, letters, diary, orders;
// our payments; tasks).
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

// What a morning brought.
struct Morning {
  bool attention = false;  // something the trainee will want to see
  bool reply = false;      // mail or a finished task
  bool run = false;        // a payment run day (as known to the calendar)
  bool promise = false;    // a promise fell due
};
// Precondition: the case has not ended. Ends it after the last day or full payment, bills that
// mature before that day included.
Morning NextDay(World& world);
// The first morning: nothing but the day itself.
void FirstDay(World& world);

}  // namespace huikuan::rules
