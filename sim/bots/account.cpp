#include "bots/account.h"

#include <bit>
#include <utility>

#include "bots/tools.h"
#include "huikuan/observation.h"
#include "rules/payment/ledger.h"

namespace huikuan::bots {

namespace {
constexpr Q16 kNextToNothing = Hundredths(35);  // share of their usual cash left (design value)
}  // namespace

void Account::LookClosely() {
  looked = true;
  unsigned in_file = 0, introduced = 0;
  // Both flags are 0 or 1.
  for (unsigned p = static_cast<unsigned>(customer.people.size()); p-- > 0;) {
    in_file = in_file * 2 + known.people[p].known;
    introduced = introduced * 2 + known.people[p].part_known;
  }
  people = static_cast<content::PeopleSet>(in_file & ~unsigned{index.gatekeepers});
  parts = static_cast<content::PeopleSet>(introduced);
  const std::uint8_t gate = known.invoices[known.focus].told_gate;
  told = static_cast<Gate>(gate < kGates ? gate : kGates - 1);
  const content::FactSet facts = content::Known(known, index.problems | index.dates);
  dates_known = (facts & index.dates) != 0;
  if ((facts & index.problems) != 0) FindProblems(facts & index.problems);
}

// As rules::OpenProblem, for every invoice.
void Account::FindProblems(content::FactSet known_ones) {
  std::uint32_t seen = 0;  // invoices
  for (; known_ones != 0; known_ones &= known_ones - 1) {
    const auto f = static_cast<FactId>(content::First(known_ones));
    const InvoiceId invoice = rules::InvoiceNow(customer, known, customer.facts[f].invoice);
    const std::uint8_t blocker = customer.facts[f].blocker;
    const Q16 left = blocker == kNone ? kOne : v.content.blockers[blocker].cash_factor;
    short_of_cash = short_of_cash || left < kOne;
    destitute = destitute || left < kNextToNothing;
    if (content::Has(seen, invoice) && any_solved) continue;
    if (rules::Solved(v.content, v.known, id, f)) {
      any_solved = true;
      continue;
    }
    if (content::Has(seen, invoice) || rules::OpenOf(customer, known, invoice) == 0) continue;
    seen |= 1U << invoice;
    problems.push_back(f);
    // What blocks an order of a deal blocks every invoice of it.
    const content::Invoice& about = customer.invoices[invoice];
    const content::Invoice& focus = customer.invoices[known.focus];
    const bool same_order = about.part != content::DealPart::kNone &&
                            focus.part != content::DealPart::kNone &&
                            about.deal_order == focus.deal_order;
    if (invoice != known.focus && !same_order) continue;
    focus_problem = f;
    std::swap(problems[0], problems.back());
  }
  if (!problems.empty()) problem = problems[0];
}

PersonId Account::Payer() const {
  const unsigned desk = Desk(Gate::kCashPlan);
  return desk == 0 ? kNone : static_cast<PersonId>(std::bit_width(desk) - 1);
}

std::span<const content::Need> Account::NeedsOf(FactId fact) const {
  const std::uint8_t blocker = customer.facts[fact].blocker;
  if (blocker == kNone) return {};
  return customer.links.needs[blocker];
}

std::uint8_t Account::OpenQuestions(PersonId p) const {
  if (content::Has(index.gatekeepers, p)) return 0;
  const world::PersonKnown& person = known.people[p];
  const auto bit = [](Target t) { return 1U << (static_cast<int>(t) - 1); };
  const unsigned plain = bit(Target::kGate) | bit(Target::kCause) | bit(Target::kPapers);
  unsigned wanted = plain;
  if (content::Has(index.users, p)) wanted |= bit(Target::kQuality);
  if (content::Has(parts & index.money, p)) wanted |= bit(Target::kCash);
  if (!dates_known) wanted |= bit(Target::kDates);
  if (Seniors() == 0) wanted |= bit(Target::kAuthority);
  if (Payer() == kNone) wanted |= bit(Target::kWho);
  // Status grows stale: after a week the two plain questions may be put again.
  unsigned asked = person.asked;
  const auto at = static_cast<std::size_t>(told);  // that desk or the next
  const unsigned near =
      parts & (index.duty[at] | (at + 1 < kGates ? index.duty[at + 1] : content::PeopleSet{0}));
  if (content::Has(near, p) && person.asked_day != world::kNoDay &&
      v.known.seller.day - person.asked_day >= 5) {
    asked &= ~plain;
  }
  return static_cast<std::uint8_t>(wanted & ~asked);
}

bool Account::LivePromise() const {
  for (const world::PromiseKnown& p : known.promises) {
    if (p.used != 0 && p.date != kNoDate &&
        p.state == static_cast<std::uint8_t>(PromiseState::kOpen)) {
      return true;
    }
  }
  return false;
}

Date Account::NextOpenRun() const {
  return dates_known ? index.next_run[static_cast<std::size_t>(v.known.seller.day)] : kNoDate;
}

bool Account::CutOffNear() const {
  return dates_known && index.cut_off_near[static_cast<std::size_t>(v.known.seller.day)] != 0;
}

int Account::DaysChased() const {
  const Date due = customer.invoices[known.focus].due;
  if (due <= v.content.start) return v.known.seller.day;
  return (Today(v) - due) * 5 / 7;
}

}  // namespace huikuan::bots
