// ConfirmPromise: a spoken promise is put in writing by us.
#include "huikuan/observation.h"
#include "rules/commands.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

Refusal Check(const Scenario& content, const world::Known& known, const ConfirmPromise& confirm) {
  const Refusal setting = CheckSetting(content, known, Setting::kDesk, confirm.customer,
                                       Minutes(content, known, confirm));
  if (setting != Refusal::kNone) return setting;
  if (confirm.promise >= world::kMaxPromises) return Refusal::kUnknownId;
  const world::PromiseKnown& p = known.customers[confirm.customer].promises[confirm.promise];
  if (p.used == 0 || p.state != static_cast<std::uint8_t>(PromiseState::kOpen)) {
    return Refusal::kNoPromise;
  }
  if (p.date == kNoDate) return Refusal::kNoPromise;  // nothing definite to confirm
  return (p.marks & world::kPromiseWritten) != 0 ? Refusal::kAlready : Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known&, const ConfirmPromise&) {
  return content.costs.confirm_minutes;
}

void Apply(World& world, const ConfirmPromise& confirm) {
  SpendMinutes(world, world.content.costs.confirm_minutes);
  WritePromise(world, confirm.customer, confirm.promise);
}

}  // namespace huikuan::rules
