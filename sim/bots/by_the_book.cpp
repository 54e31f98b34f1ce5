// Which customer comes first.
#include "bots/by_the_book.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"

namespace huikuan::bots {

namespace {

constexpr int kNeglected = 8;  // business days without any work: nobody waits longer (design value)

// Business days since anything was done for the customer.
int DaysAlone(const Account& a) {
  Day last = a.known.plan.set != 0 ? a.known.plan.day : Day{0};
  content::ForEach(a.people, [&](int p) {
    const Day contact = a.known.people[p].last_contact;
    if (contact > last) last = contact;
  });
  for (int level = 0; level < kLetterLevels; ++level) {
    const Day letter = world::LastLetter(a.v.known, a.id, level).day;
    if (letter > last) last = letter;
  }
  return a.v.known.seller.day - last;
}

// How readily the money moves: it lies with those who pay; something is known to be done; or it is
// still to be found out.
int Movable(const Account& a) {
  if (a.problem != kNone) return 3;
  return a.told >= Gate::kApproval ? 4 : 2;
}

// A broken promise is followed up at once, a list about to close is not missed.
int Deadline(const Account& a) {
  for (const world::PromiseKnown& promise : a.known.promises) {
    if (promise.used == 0) break;  // slots fill from the front
    if (rules::FollowUpDue(promise, a.v.known.seller.day)) return 4;
  }
  return a.CutOffNear() ? 2 : 1;
}

// The customers by turns, whoever is worth most first, until nothing is left to do for anybody.
class Round {
 public:
  // Precondition: the view has a memo.
  explicit Round(const BotView& v) : v_(v), memo_(*v.memo) {
    const world::SellerKnown& seller = v.known.seller;
    if (memo_.day != seller.day || memo_.part != seller.part) {
      // Who was rung before the memo began is not known.
      memo_.rung = memo_.day == kNever ? kAll : 0;
      memo_.day = seller.day;
      memo_.part = seller.part;
      memo_.last = kNone;
      memo_.idle = memo_.weighed = memo_.decided = memo_.unsold = 0;
      memo_.served = memo_.listed = memo_.finished = 0;
    }
    const auto uncounted = static_cast<std::uint16_t>(~memo_.counted);
    if (uncounted != 0) {
      memo_.open = static_cast<std::uint16_t>((memo_.open & memo_.counted) |
                                              OpenCustomers(v, uncounted));
      memo_.counted = kAll;
    }
    open_ = memo_.open;
    if (memo_.last != kNone) memo_.weighed = Without(memo_.weighed, memo_.last);
  }

  Command Next() {
    if (auto deal = Sell()) return *deal;
    if (auto decision = Decide()) {
      memo_.day = kNever;  // it may move money or make a receivable: look afresh
      return *decision;
    }
    const bool alone = Single(open_);
    while (const auto left = static_cast<std::uint16_t>(open_ & ~memo_.idle)) {
      const CustomerId c = Foremost(left);
      memo_.last = c;
      Account a(v_, c);
      if (auto command = Work(a, alone)) {
        if (std::holds_alternative<StartCall>(*command)) memo_.rung = With(memo_.rung, c);
        if (std::holds_alternative<StartVisit>(*command)) memo_.rung = With(memo_.rung, c);
        return *command;
      }
      memo_.idle = static_cast<std::uint16_t>(memo_.idle | (1U << c));
    }
    if (!alone) {
      if (auto command = VisitSomebody()) return *command;
    }
    return LetTimePass();
  }

 private:
  static constexpr std::uint16_t kAll = 0xffff;
  static bool Single(std::uint16_t set) { return set != 0 && (set & (set - 1)) == 0; }
  static std::uint16_t Without(std::uint16_t set, CustomerId c) {
    return static_cast<std::uint16_t>(set & ~(1U << c));
  }

  static std::uint16_t With(std::uint16_t set, CustomerId c) {
    return static_cast<std::uint16_t>(set | (1U << c));
  }

  MaybeCommand Sell() {
    for (std::size_t i = 0; i < v_.content.customers.size(); ++i) {
      const auto c = static_cast<CustomerId>(i);
      if (!v_.content.customers[i].deal.on || content::Has(memo_.unsold, c)) continue;
      Because(v_, {.why = Why::kSell});
      if (auto deal = BookDeal(v_, c)) return deal;
      memo_.unsold = With(memo_.unsold, c);
    }
    return std::nullopt;
  }

  // Orders and bills. Whose were decided on stay so for the day; a bill that is kept may be sold
  // whenever our own cash runs short.
  MaybeCommand Decide() {
    const auto among = static_cast<std::uint16_t>(~memo_.decided & v_.known.seller.active);
    if (among == 0) return std::nullopt;
    Because(v_, {.why = Why::kDecide});
    if (auto decision = DecideOrders(v_, among)) return decision;
    if (auto decision = DecideBills(v_, among)) return decision;
    content::ForEach(among, [&](int c) {
      if (v_.known.customers[c].held_bills == 0) {
        memo_.decided = With(memo_.decided, static_cast<CustomerId>(c));
      }
    });
    return std::nullopt;
  }

  CustomerId Foremost(std::uint16_t among) {
    if (Single(among)) return static_cast<CustomerId>(content::First(among));
    CustomerId best = kNone;
    content::ForEach(among, [&](int c) {
      if (!content::Has(memo_.weighed, c)) {
        memo_.worth[c] = Worth(Looked(static_cast<CustomerId>(c)));
        memo_.weighed = static_cast<std::uint16_t>(memo_.weighed | (1U << c));
      }
      if (best == kNone || memo_.worth[c] > memo_.worth[best]) best = static_cast<CustomerId>(c);
    });
    return best;
  }

  Account Looked(CustomerId c) const {
    Account a(v_, c);
    a.Look();
    return a;
  }

  MaybeCommand Work(Account& a, bool alone) {
    Because(v_, {.why = Why::kLaw});
    if (auto command = SeeToTheLaw(v_, a.id)) return command;
    if (!content::Has(memo_.served, a.id)) {
      if (auto command = ReadFile(a)) return command;
      a.Look();
      if (auto command = MakePlan(a)) return command;
      if (!alone && v_.known.seller.contacted == 0) {
        if (auto command = PlanForOthers()) return command;
      }
      if (auto command = BeforeCalls(a, alone)) return command;
      memo_.served = With(memo_.served, a.id);
    }
    return CallsAndAfter(a);
  }

  // Every forecast is made before the first contact with anybody.
  MaybeCommand PlanForOthers() {
    for (std::uint16_t left = open_; left != 0; left &= static_cast<std::uint16_t>(left - 1)) {
      const auto c = static_cast<CustomerId>(content::First(left));
      if (v_.known.customers[c].plan.set != 0) continue;
      if (auto command = MakePlan(Looked(c))) {
        memo_.last = c;
        return command;
      }
    }
    return std::nullopt;
  }

  // A journey takes the rest of the day: when everybody else was served.
  MaybeCommand VisitSomebody() {
    std::uint16_t worth_it = 0;
    content::ForEach(open_, [&](int c) {
      Account a(v_, static_cast<CustomerId>(c));
      if (Visit(a)) worth_it = With(worth_it, a.id);
    });
    if (worth_it == 0) return std::nullopt;
    memo_.last = Foremost(worth_it);
    memo_.rung = With(memo_.rung, memo_.last);
    Account a(v_, memo_.last);
    return Visit(a);
  }

  Command LetTimePass() {
    std::uint16_t again = 0;
    content::ForEach(open_ & memo_.rung, [&](int c) {
      Account a(v_, static_cast<CustomerId>(c));
      if (SomebodyToTryAgain(a)) again = With(again, a.id);
    });
    Because(v_, {.why = again == 0 ? Why::kWait : Why::kTryLater});
    if (again == 0) return MoveOn(v_);
    // With the other half of the day nothing changes but who may be at their desk.
    memo_.part = static_cast<std::uint8_t>(DayPart::kAfternoon);
    memo_.rung = 0;
    memo_.idle = static_cast<std::uint16_t>(memo_.idle & ~again);
    return TryLater(v_);
  }

  const BotView& v_;
  Memo& memo_;
  std::uint16_t open_ = 0;
};

}  // namespace

std::int64_t Worth(const Account& a) {
  // Whole hundreds of the currency: ledgers of a trillion times the factors below stay in range.
  const std::int64_t due = rules::KnownOutstanding(a.v.content, a.v.known, a.id) / 100'00 + 1;
  const int alone = DaysAlone(a);
  const std::int64_t worth = due * Movable(a) * Deadline(a) * (4 + (alone > 12 ? 12 : alone));
  return alone >= kNeglected ? worth + kMaxMoney : worth;  // nobody starves
}

Command ChooseByTheBook(const BotView& v) {
  if (Talk(v).active != 0) return BookTalk(v);
  if (v.memo != nullptr) return Round(v).Next();
  Memo once;
  BotView view = v;
  view.memo = &once;
  return Round(view).Next();
}

}  // namespace huikuan::bots
