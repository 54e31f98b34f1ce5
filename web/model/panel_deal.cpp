// The deal desk: the contract as a table of issues with ours and theirs, what one proposes, their
// last answer, and the signature.
#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

// Clauses are named within sentences elsewhere; here the name stands alone.
std::string ClauseName(const Context& c, int clause) {
  std::string name = c.Ui("deal.clause." + std::to_string(clause));
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string Number(int n) { return std::to_string(n); }

bool Bargaining(const DealView& deal) { return deal.phase == DealPhase::kQuoting; }

std::string HeadOfStanding(const Context& c, const DealView& deal) {
  if (deal.phase == DealPhase::kQuoting) return c.Ui("web.deal.standing");
  return c.Ui(deal.phase == DealPhase::kAgreed ? "web.deal.agreed" : "web.deal.signed");
}

Node Row(const std::string& key, std::string issue, std::string ours, std::string theirs,
         bool differs) {
  Node row = Group(key, Role::kRow);
  row.Add(Words(key + ".issue", std::move(issue)));
  row.Add(Words(key + ".ours", std::move(ours)));
  row.Add(Words(key + ".theirs", std::move(theirs), Role::kNone,
                differs ? Shade::kWarn : Shade::kNormal));
  return row;
}

// Our last proposal beside what stands; the issues in the order of the commands.
Node Table(const Context& c, const DealView& deal) {
  Node table = Words("deal.table", c.Ui("web.deal"));
  table.kind = Kind::kTable;
  Node head = Group("deal.head", Role::kHeader);
  head.Add(Words("deal.head.issue", c.Ui("web.deal.issue")));
  head.Add(Words("deal.head.ours", c.Ui("web.deal.ours")));
  head.Add(Words("deal.head.theirs", HeadOfStanding(c, deal)));
  table.Add(std::move(head));
  for (int i = 0; i < kDealNumbers; ++i) {
    const int ours = NumberAt(deal.ours, i), theirs = NumberAt(deal.standing, i);
    table.Add(Row("deal.row." + Number(i), c.Ui("deal.issue." + Number(i)), Number(ours),
                  Number(theirs), ours != theirs));
  }
  const auto yes = [&](bool on) { return c.Ui(on ? "deal.yes" : "deal.no"); };
  for (int i = 0; i < kDealClauses; ++i) {
    const bool ours = (deal.ours.clauses >> i & 1) != 0,
               theirs = (deal.standing.clauses >> i & 1) != 0;
    table.Add(Row("deal.row.clause." + Number(i), ClauseName(c, i), yes(ours),
                  yes(theirs), ours != theirs));
  }
  return table;
}

// Steps of five for percentages and days, of one for months; both ends and the drafted value too.
Node NumberSelect(const Context& c, const DealView& deal, int issue, int chosen) {
  const std::string key = "deal." + Number(issue);
  Node select = Select(c, key, c.Ui("deal.issue." + Number(issue)), key, Number(chosen));
  const DealRangeView range = deal.ranges[issue];
  const int step = issue == kDealNumbers - 1 ? 1 : 5;
  for (int n = range.low; n <= range.high; ++n) {
    const bool offered = n % step == 0 || n == range.low || n == range.high || n == chosen;
    if (offered) select.Add(Option(key + "." + Number(n), Number(n), Number(n)));
  }
  return select;
}

Node Choices(const Context& c, const DealView& deal) {
  const DealTerms terms = DraftedTerms(c).terms;
  Node side = Group("deal.choices", Role::kStack);
  side.Add(Heading("deal.choices.title", 3, c.Ui("web.deal.choose")));
  for (int i = 0; i < kDealNumbers; ++i) side.Add(NumberSelect(c, deal, i, NumberAt(terms, i)));
  const int balance = 100 - terms.deposit - terms.delivery - terms.retention;
  side.Add(Words("deal.balance", c.Ui("web.deal.shares", {{"balance", Number(balance)}}),
                 Role::kSmall, Shade::kMuted));
  for (int i = 0; i < kDealClauses; ++i) {
    const std::string key = "deal.clause." + Number(i);
    Node check = Control(c, key, ClauseName(c, i), "toggle:" + key, Role::kCheck);
    check.selected = (terms.clauses >> i & 1) != 0;
    check.hint = c.Ui("deal.clause_hint." + Number(i));
    side.Add(std::move(check));
  }
  side.Add(TimedControl(c, "deal.propose", c.Ui("web.deal.propose"), "deal:propose", deal.minutes,
                        Role::kNone));
  return side;
}

void AddState(const Context& c, const DealView& deal, Node* panel) {
  const auto note = [&](const char* key, const TextArgs& args, Shade shade) {
    panel->Add(Words(std::string("deal.note.") + key, c.Ui(std::string("web.deal.") + key, args),
                     Role::kNote, shade));
  };
  if (deal.answered && deal.phase != DealPhase::kSigned) {
    const auto answer = static_cast<int>(deal.answer);
    const Shade shade = answer == 0 ? Shade::kGood : answer == 1 ? Shade::kNormal : Shade::kWarn;
    note(("answer." + Number(answer)).c_str(), {{"name", c.PersonTitled(deal.signer)}}, shade);
  }
  if (deal.phase == DealPhase::kLost) note("lost", {}, Shade::kBad);
  if (deal.lapses != kNoDate) {
    note(deal.order > 0 ? "lapses_again" : "lapses", {{"date", c.Short(deal.lapses)}},
         Shade::kNormal);
    if (!deal.credit_checked) note("unchecked", {}, Shade::kWarn);
  }
  if (deal.accepted != kNoDate) {
    note("accepted", {{"date", c.Short(deal.accepted)}}, Shade::kGood);
  } else if (deal.delivery != kNoDate) {
    const bool done = deal.delivery <= c.see.clock.date;
    note(done ? "delivered" : "delivery", {{"date", c.Short(deal.delivery)}}, Shade::kNormal);
  }
}

}  // namespace

Node DealPanel(const Context& c) {
  Node panel = Group("deal", Role::kStack);
  if (!c.customer().deal) return panel;
  const DealView& deal = *c.customer().deal;
  panel.Add(Heading("deal.title", 2, c.Ui("web.deal")));
  panel.Add(Words("deal.order", c.Ui("web.deal.order", {{"order", Number(deal.order + 1)},
                                                        {"price", c.Money(deal.price)},
                                                        {"cost", c.Money(deal.cost)}})));
  AddState(c, deal, &panel);
  Node columns = Group("deal.columns", Role::kColumns);
  columns.Add(Table(c, deal));
  if (Bargaining(deal)) columns.Add(Choices(c, deal));
  panel.Add(std::move(columns));
  if (Bargaining(deal) || deal.phase == DealPhase::kAgreed) {
    panel.Add(TimedControl(c, "deal.sign", c.Ui("web.deal.sign"), "deal:sign", deal.sign_minutes,
                           Role::kPrimary));
  }
  return panel;
}

}  // namespace huikuan::web
