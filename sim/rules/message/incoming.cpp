// What customers write by themselves: a complaint, a plea, a paper they lack, money that is out or
// is not, closing days. Each carries something to know, and most want something done.
#include <algorithm>

#include "huikuan/observation.h"
#include "rules/attitudes.h"
#include "rules/internal/tasks.h"
#include "rules/knowledge.h"
#include "rules/legal/limitation.h"
#include "rules/message/message.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

namespace {

using content::Incoming;
using content::IncomingKind;
using content::IncomingWants;

// Design values: what a prompt hand wins, and how far ahead closing days are told.
constexpr Q16 kPromptTrust = Hundredths(2);
constexpr int kHolidayAhead = 8;  // calendar days

bool OfRole(const content::Person& person, const Incoming& in) {
  return ((in.roles >> static_cast<int>(person.role)) & 1) != 0 && !person.gatekeeper;
}

// Who writes: of those roles, among `people`, the first; kNone if none.
PersonId WriterOf(const World& world, CustomerId c, const Incoming& in,
                  content::PeopleSet people) {
  const content::Customer& customer = world.customer(c);
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    if (content::Has(people, static_cast<int>(p)) && OfRole(customer.people[p], in)) {
      return static_cast<PersonId>(p);
    }
  }
  return kNone;
}

// Whether we know of it by any finding: nobody writes about it again.
bool HeardOf(const World& world, CustomerId c, FactId problem) {
  const content::Customer& customer = world.customer(c);
  const content::Fact& fact = customer.facts[problem];
  for (content::FactSet left = customer.index.problems; left != 0; left &= left - 1) {
    const auto f = static_cast<FactId>(content::First(left));
    const content::Fact& other = customer.facts[f];
    if (other.blocker == fact.blocker && Knows(world.seen(c), f)) return true;
  }
  return false;
}

// A problem of those it tells of which is there and which we do not know; kNone if there is none.
FactId UntoldProblem(const World& world, CustomerId c, const Incoming& in) {
  const content::Customer& customer = world.customer(c);
  for (content::FactSet left = customer.index.problems; left != 0; left &= left - 1) {
    const auto f = static_cast<FactId>(content::First(left));
    const std::uint8_t blocker = customer.facts[f].blocker;
    if (!std::binary_search(in.blockers.begin(), in.blockers.end(), blocker)) continue;
    const InvoiceId about = InvoiceNow(customer, world.seen(c), customer.facts[f].invoice);
    if (!InProcess(world, c, about)) continue;
    if (IsTrue(world, c, f) && !HeardOf(world, c, f)) return f;
  }
  return kNone;
}

void Receive(World& world, CustomerId c, std::size_t which, PersonId writer, FactId fact,
             Cents amount, Date date) {
  world.Tell(EventKind::kMessageReceived, c, [&](Event& e) {
    e.person = writer;
    e.item = static_cast<std::uint8_t>(which);
    e.fact = fact;
    e.amount = amount;
    if (date != kNoDate) e.date = date;
    e.mood = VisibleMood(world.person(c, writer));
    e.variant = static_cast<std::uint8_t>(world.day() + c);
  });
  Introduce(world, c, writer);
  const Incoming& in = world.content.incoming[which];
  world::FurtherLetters& mine = world.known().further[c];
  if (in.wants == IncomingWants::kNothing || mine.wanted != 0) return;
  mine.wanted = static_cast<std::uint8_t>(which + 1);
  mine.wanted_day = static_cast<std::uint8_t>(world.day() + 1);
}

bool Comes(World& world, CustomerId c, std::size_t which, Q16 chance) {
  return world.chance.Happens(Draw::kIncoming, c, static_cast<std::uint32_t>(which), chance);
}

bool TellProblem(World& world, CustomerId c, std::size_t which) {
  const Incoming& in = world.content.incoming[which];
  if (std::find(in.days.begin(), in.days.end(), world.day()) == in.days.end()) return false;
  const FactId fact = UntoldProblem(world, c, in);
  if (fact == kNone) return false;
  const PersonId writer = WriterOf(world, c, in, world.customer(c).facts[fact].known_by);
  if (writer == kNone || !Comes(world, c, which, in.chance)) return false;
  Receive(world, c, which, writer, fact, 0, kNoDate);
  Learn(world, c, fact, Source::kTold, writer);
  return true;
}

// The morning after a list closed: who pays, or ought to, may say that the money is on its way.
bool SayPaymentIsOut(World& world, CustomerId c, std::size_t which) {
  const Incoming& in = world.content.incoming[which];
  const content::Customer& customer = world.customer(c);
  const auto today = static_cast<std::size_t>(world.day());
  if (today == 0 || !customer.days[today - 1].is_cut_off || customer.days[today].is_run) return false;
  const Day run = customer.days[today - 1].run;
  const InvoiceId focus = world.focus(c);
  const Cents open = OpenOf(customer, world.seen(c), focus);
  if (run == kNever || run <= world.day() || open <= 0) return false;
  if (DueOf(customer, world.seen(c), focus) > world.date()) return false;
  const PersonId writer = WriterOf(world, c, in, customer.index.money);
  if (writer == kNone || OpenPromiseOf(world.seen(c), writer) != kNone) return false;
  const Cents listed = world.truth(c).invoices[focus].listed;
  const Q16 honest = world.person(c, writer).honesty;
  const Q16 chance =
      listed > 0 ? in.chance : MulQ(in.untrue, MulQ(kOne - honest, 2 * kOne));
  if (!Comes(world, c, which, chance)) return false;
  const Cents amount = listed > 0 ? listed : open;
  const Date date = world.content.days[static_cast<std::size_t>(run)].date;
  Receive(world, c, which, writer, kNone, amount, date);
  // In their own hand.
  WritePromise(world, c, MakePromise(world, c, writer, amount, date, false));
  RenewAll(world, c, content::Interruption::kPromise);
  return true;
}

bool HolidayAhead(const World& world) {
  const Date today = world.date();
  const auto day = static_cast<std::size_t>(world.day());
  const Date before = day == 0 ? today - 1 : world.content.days[day - 1].date;
  for (const content::HolidayDef& holiday : world.content.holidays) {
    const bool near = holiday.date > today && holiday.date <= today + kHolidayAhead;
    if (near && holiday.date > before + kHolidayAhead) return true;  // … since this morning
  }
  return false;
}

bool TellHoliday(World& world, CustomerId c, std::size_t which) {
  if (!HolidayAhead(world)) return false;
  const content::Customer& customer = world.customer(c);
  const Incoming& in = world.content.incoming[which];
  for (content::FactSet left = customer.index.dates; left != 0; left &= left - 1) {
    const auto f = static_cast<FactId>(content::First(left));
    if (!IsTrue(world, c, f) || Knows(world.seen(c), f)) continue;
    const PersonId writer = WriterOf(world, c, in, customer.facts[f].known_by);
    if (writer == kNone) continue;
    if (!Comes(world, c, which, in.chance)) return false;
    Receive(world, c, which, writer, f, 0, kNoDate);
    Learn(world, c, f, Source::kTold, writer);
    return true;
  }
  return false;
}

// ---- what they wait for ---------------------------------------------------------------------------

// The problem it was about, as we know it: the first known one of its blockers.
FactId MatterOf(const World& world, CustomerId c, const Incoming& in) {
  const content::Customer& customer = world.customer(c);
  for (content::FactSet left = customer.index.problems; left != 0; left &= left - 1) {
    const auto f = static_cast<FactId>(content::First(left));
    const bool ours =
        std::binary_search(in.blockers.begin(), in.blockers.end(), customer.facts[f].blocker);
    if (ours && Knows(world.seen(c), f)) return f;
  }
  return kNone;
}

bool TaskOrderedFor(const World& world, CustomerId c, FactId matter) {
  const std::uint8_t blocker = world.customer(c).facts[matter].blocker;
  bool any = false;
  for (std::size_t t = 0; t < world.content.tasks.size(); ++t) {
    if (world.content.tasks[t].needs_blocker != blocker) continue;
    any = true;
    if (FindTask(world.state.known, c, static_cast<TaskId>(t)) >= 0) return true;
  }
  return !any;  // nobody of ours could do anything
}

bool AnsweredSince(const World& world, CustomerId c, Day since) {
  for (std::size_t p = 0; p < world.customer(c).people.size(); ++p) {
    if (world.customer(c).people[p].gatekeeper) continue;
    if (world.seen(c).people[p].last_contact >= since) return true;
  }
  if (LastMessageTo(world.state.known, c).day() >= since) return true;
  for (int level = 0; level < kLetterLevels; ++level) {
    if (world::LastLetter(world.state.known, c, level).day >= since) return true;
  }
  return false;
}

bool DoneAbout(const World& world, CustomerId c, const Incoming& in, Day since) {
  if (in.wants == IncomingWants::kAnswer) return AnsweredSince(world, c, since);
  const FactId matter = MatterOf(world, c, in);
  if (matter == kNone || Solved(world.content, world.state.known, c, matter)) return true;
  return in.wants == IncomingWants::kTask && TaskOrderedFor(world, c, matter);
}

// Returns whether they waited in vain.
bool WaitedFor(World& world, CustomerId c) {
  world::FurtherLetters& mine = world.known().further[c];
  if (mine.wanted == 0) return false;
  const Incoming& in = world.content.incoming[mine.wanted - 1U];
  const std::uint8_t which = static_cast<std::uint8_t>(mine.wanted - 1);
  const Day since = static_cast<Day>(mine.wanted_day - 1);
  const bool done = DoneAbout(world, c, in, since);
  if (!done && world.day() - since <= in.within) return false;
  mine.wanted = 0;
  mine.wanted_day = 0;
  content::PeopleSet people = 0;
  for (std::size_t p = 0; p < world.customer(c).people.size(); ++p) {
    if (OfRole(world.customer(c).people[p], in)) people |= static_cast<content::PeopleSet>(1U << p);
  }
  const PersonId writer = WriterOf(world, c, in, people);
  const auto adjust = [&](content::Variable variable, Q16 by) {
    if (writer != kNone && by != 0) Adjust(world, c, writer, variable, by);
  };
  if (done) {
    adjust(content::Variable::kTrust, kPromptTrust);
    return false;
  }
  adjust(content::Variable::kTrust, in.trust);
  adjust(content::Variable::kReactance, in.reactance);
  if (in.relation != 0) Adjust(world, c, 0, content::Variable::kRelation, in.relation);
  world.Tell(EventKind::kMessageOverdue, c, [&](Event& e) {
    e.person = writer;
    e.item = which;
  });
  return true;
}

}  // namespace

bool IncomingMorning(World& world, CustomerId c) {
  if (world.content.incoming.empty()) return false;
  bool any = WaitedFor(world, c);
  if (!AnyOpen(world.customer(c), world.seen(c)) || world.seen(c).insolvent != kNever) return any;
  for (std::size_t i = 0; i < world.content.incoming.size(); ++i) {
    switch (world.content.incoming[i].kind) {
      case IncomingKind::kProblem:
        any = TellProblem(world, c, i) || any;
        break;
      case IncomingKind::kPaymentOut:
        any = SayPaymentIsOut(world, c, i) || any;
        break;
      case IncomingKind::kHoliday:
        any = TellHoliday(world, c, i) || any;
        break;
    }
  }
  return any;
}

}  // namespace huikuan::rules
