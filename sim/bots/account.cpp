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
  due = rules::DueOf(customer, known, known.focus);
  const unsigned desk = Desk(Gate::kCashPlan);
  payer = desk == 0 ? kNone : static_cast<PersonId>(std::bit_width(desk) - 1);
  FindQuestions();
  if ((facts & index.problems) != 0) FindProblems(facts & index.problems);
}

void Account::FindQuestions() {
  unsigned wanted = kPlainQuestions;
  if (!dates_known) wanted |= QuestionBit(Target::kDates);
  if (Seniors() == 0) wanted |= QuestionBit(Target::kAuthority);
  if (payer == kNone) wanted |= QuestionBit(Target::kWho);
  questions = static_cast<std::uint8_t>(wanted);
  const auto at = static_cast<std::size_t>(told);
  const unsigned desks = index.duty[at] | (at + 1 < kGates ? index.duty[at + 1] : 0U);
  near = static_cast<content::PeopleSet>(parts & desks);
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

std::span<const content::Need> Account::NeedsOf(FactId fact) const {
  const std::uint8_t blocker = customer.facts[fact].blocker;
  if (blocker == kNone) return {};
  return customer.links.needs[blocker];
}

bool Account::LivePromise() const {
  for (const world::PromiseKnown& p : known.promises) {
    if (p.used == 0) break;  // slots fill from the front
    if (p.date != kNoDate && p.state == static_cast<std::uint8_t>(PromiseState::kOpen)) return true;
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
  const Date billed = customer.invoices[known.focus].due;
  if (billed <= v.content.start) return v.known.seller.day;
  return (Today(v) - billed) * 5 / 7;
}

}  // namespace huikuan::bots
