// Our own departments: what was ordered comes when it is ready.
#pragma once

#include "rules/world.h"

namespace huikuan::rules {

struct TaskNews {
  bool done = false;
  bool late = false;  // not ready on the day we were told
};
// Morning: tasks due today are done: papers enter the file, facts come to light.
TaskNews TasksMorning(World& world);
// Index of the running or newest entry of this task for the customer; -1 if none.
int FindTask(const world::Known& known, CustomerId c, TaskId task);
// Whether our own department has done it at least once for this customer.
inline bool TaskDone(const world::Known& known, CustomerId c, TaskId task) {
  return ((known.customers[c].tasks_done >> task) & 1) != 0;
}
// Whether the problem the task answers, if any, is known in one way or another. Known only.
bool NeededProblemKnown(const Scenario& content, const world::Known& known, CustomerId c,
                        const content::Task& task);
// Whether our manager stands behind this customer's matter: asked for a call within the last ten
// business days. Then nobody refuses.
bool ManagerBacks(const Scenario& content, const world::Known& known, CustomerId c);
// Whether the task makes sense now. Known only.
bool TaskAvailable(const Scenario& content, const world::Known& known, CustomerId c, TaskId task);

}  // namespace huikuan::rules
