// Messages by the book: short ones, with a purpose, at the right time, to whoever can do something.
#include "bots/by_the_book.h"
#include "huikuan/observation.h"
#include "rules/message/message.h"
#include "rules/payment/promise.h"

namespace huikuan::bots {

namespace {

constexpr int kMessageGap = 4;  // business days between messages to one customer (design value)
constexpr int kMinutesForOne = 3;

bool Unwritten(const world::PromiseKnown& p) {
  return p.used != 0 && p.date != kNoDate && (p.marks & world::kPromiseWritten) == 0 &&
         p.state == static_cast<std::uint8_t>(PromiseState::kOpen);
}

// The case's way to confirm in writing, to remind before the list closes; kNone if it has none.
std::uint8_t PurposeThat(const Scenario& content, bool confirms) {
  for (std::size_t m = 0; m < content.messages.size(); ++m) {
    const content::MessagePurpose& purpose = content.messages[m];
    if (purpose.act.purpose == content::Purpose::kError) continue;
    if (confirms && purpose.act.request == content::Request::kWritten) {
      return static_cast<std::uint8_t>(m);
    }
    for (std::size_t i = purpose.manner.fits_begin; i < purpose.manner.fits_end; ++i) {
      const bool before = content.conditions[i].kind == content::ConditionKind::kCutOffNear;
      if (!confirms && before && !content.conditions[i].negated) return static_cast<std::uint8_t>(m);
    }
  }
  return kNone;
}

// Given today, and to be confirmed while it is fresh.
MaybeCommand ConfirmByMessage(const Account& a) {
  const std::uint8_t purpose = PurposeThat(a.v.content, true);
  if (purpose == kNone) return std::nullopt;
  for (const world::PromiseKnown& p : a.known.promises) {
    if (p.used == 0) break;  // slots fill from the front
    if (!Unwritten(p) || p.made != a.v.known.seller.day) continue;
    if (!rules::HasWechat(a.v.content, a.v.known, a.id, p.person)) continue;
    if (const auto m =
            rules::DefaultMessage(a.v.content, a.v.known, a.id, purpose, p.person)) {
      return Command{*m};
    }
  }
  return std::nullopt;
}

// To who puts it on the list, the day before it closes, when nothing else is in the way.
MaybeCommand RemindBeforeCutOff(Account& a) {
  a.Look();
  if (!a.CutOffNear() || a.problem != kNone || a.told < Gate::kApproval) return std::nullopt;
  const std::uint8_t purpose = PurposeThat(a.v.content, false);
  const PersonId payer = a.Payer();
  if (purpose == kNone || payer == kNone) return std::nullopt;
  const Day spoken = a.known.people[payer].last_contact;
  if (spoken != kNever && a.v.known.seller.day - spoken < 2) return std::nullopt;  // said already
  if (const auto m = rules::DefaultMessage(a.v.content, a.v.known, a.id, purpose, payer)) {
    return Command{*m};
  }
  return std::nullopt;
}

}  // namespace

bool MessageConfirms(const Account& a, PromiseId promise) {
  if (a.v.content.messages.empty()) return false;
  const world::LastMessage last = rules::LastMessageTo(a.v.known, a.id);
  const world::PromiseKnown& p = a.known.promises[promise];
  return last.pending() && last.person == p.person && last.day() >= p.made &&
         a.v.content.messages[last.purpose].act.request == content::Request::kWritten;
}

MaybeCommand BookMessage(const Account& account) {
  if (account.v.content.messages.empty()) return std::nullopt;
  if (account.v.known.seller.minutes_left < kMinutesForOne) return std::nullopt;
  const world::LastMessage last = rules::LastMessageTo(account.v.known, account.id);
  const bool today = last.half_day >= 0 && last.day() == account.v.known.seller.day;
  if (today) return std::nullopt;  // one a day, and let them answer first
  if (auto confirm = ConfirmByMessage(account)) return confirm;
  if (last.half_day >= 0 && account.v.known.seller.day - last.day() < kMessageGap) {
    return std::nullopt;
  }
  Account a = account;
  return RemindBeforeCutOff(a);
}

}  // namespace huikuan::bots
