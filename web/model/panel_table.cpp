// The deal table: the debt as issues with our offer and their terms, what each is worth to us, what
// we know of their interests.
#include "model/actions.h"
#include "model/panels.h"

namespace huikuan::web {
namespace {

std::string Position(const Context& c, int issue, int value) {
  return c.Ui("settlement.position." + std::to_string(issue) + "." + std::to_string(value));
}

bool HasTheirs(const SettlementView& table) {
  return table.state == SettlementState::kCountered || table.state == SettlementState::kLastOffer;
}

Node PositionSelect(const Context& c, const SettlementView& table, int issue, int chosen) {
  const std::string key = "table." + std::to_string(issue);
  Node select = Select(c, key, c.Ui("settlement.issue." + std::to_string(issue)), key,
                       std::to_string(chosen));
  for (int v = 0; v < kSettlementSizes[static_cast<std::size_t>(issue)]; ++v) {
    if ((table.allowed[static_cast<std::size_t>(issue)] >> v & 1) == 0) continue;
    const std::string value = std::to_string(v);
    select.Add(Option(key + "." + value, value, Position(c, issue, v)));
  }
  return select;
}

Node Row(const std::string& key, std::string issue, std::string ours, std::string theirs,
         Role role = Role::kRow) {
  Node row = Group(key, role);
  row.Add(Words(key + ".issue", std::move(issue)));
  row.Add(Words(key + ".ours", std::move(ours)));
  row.Add(Words(key + ".theirs", std::move(theirs)));
  return row;
}

// What we propose beside what they last named, and what either is worth.
Node Comparison(const Context& c, const SettlementView& table, const SettlementTerms& draft) {
  Node grid = Words("table.grid", c.Ui("web.table"));
  grid.kind = Kind::kTable;
  grid.Add(Row("table.head", c.Ui("web.table.issue"), c.Ui("web.table.yours"),
               c.Ui("web.table.theirs"), Role::kHeader));
  const std::string nothing = c.Ui("web.table.none_yet");
  for (int i = 0; i < kSettlementIssues; ++i) {
    const bool single = table.allowed[static_cast<std::size_t>(i)] != 0 &&
                        (table.allowed[static_cast<std::size_t>(i)] &
                         (table.allowed[static_cast<std::size_t>(i)] - 1)) == 0;
    if (single) continue;  // nothing to choose here
    grid.Add(Row("table.row." + std::to_string(i), c.Ui("settlement.issue." + std::to_string(i)),
                 Position(c, i, IssueAt(draft, i)),
                 HasTheirs(table) ? Position(c, i, IssueAt(table.theirs, i)) : nothing));
  }
  grid.Add(Row("table.worth", c.Ui("web.table.worth"), c.Money(SettlementWorth(table, draft)),
               HasTheirs(table) ? c.Money(SettlementWorth(table, table.theirs)) : nothing));
  return grid;
}

void AddState(const Context& c, const SettlementView& table, Node* panel) {
  if (table.state != SettlementState::kNone) {
    const auto state = static_cast<int>(table.state);
    const Shade shade = table.state == SettlementState::kAgreed || table.state == SettlementState::kKept
                            ? Shade::kGood
                        : table.state == SettlementState::kCountered ? Shade::kNormal
                                                                     : Shade::kWarn;
    panel->Add(Words("table.state",
                     c.Ui("web.table.state." + std::to_string(state),
                          {{"name", c.PersonTitled(table.person)},
                           {"terms", SettlementInWords(c.words.language(), table.theirs)}}),
                     Role::kNote, shade));
  }
  for (const SettlementInterestView& interest : table.interests) {
    std::string fact;
    for (const FactView& known : c.customer().facts) {
      if (known.id == interest.fact) fact = c.Text(known.text);
    }
    panel->Add(Words("table.interest." + std::to_string(interest.fact),
                     c.Ui("web.table.interest",
                          {{"position", Position(c, interest.issue, interest.value)}, {"fact", fact}}),
                     Role::kNote, Shade::kGood));
  }
  if (table.interests.empty() && table.state < SettlementState::kAgreed) {
    panel->Add(Words("table.why", c.Ui("web.table.ask_why"), Role::kSmall, Shade::kMuted));
  }
}

}  // namespace

bool TableShown(const Context& c) {
  const auto& table = c.customer().settlement;
  if (!table || !c.see.conversation) return false;
  return table->open || (table->state != SettlementState::kNone &&
                         table->person == c.see.conversation->person);
}

Node TablePanel(const Context& c) {
  const SettlementView& table = *c.customer().settlement;
  const SettlementTerms draft = DraftedSettlement(c).terms;
  Node panel = Group("table", Role::kCard, c.Ui("web.table"));
  panel.Add(Heading("table.title", 3, c.Ui("web.table")));
  if (table.open) {
    panel.Add(Words("table.intro", c.Ui("web.table.intro", {{"amount", c.Money(table.debt)},
                                                            {"minutes", std::to_string(table.minutes)}}),
                    Role::kSmall, Shade::kMuted));
  }
  AddState(c, table, &panel);
  if (!table.open) return panel;
  panel.Add(Comparison(c, table, draft));
  Node pickers = Group("table.pickers", Role::kColumns);
  for (int i = 0; i < kSettlementIssues; ++i) {
    const std::uint8_t allowed = table.allowed[static_cast<std::size_t>(i)];
    if ((allowed & (allowed - 1)) == 0) continue;
    pickers.Add(PositionSelect(c, table, i, IssueAt(draft, i)));
  }
  panel.Add(std::move(pickers));
  Node buttons = Group("table.buttons", Role::kBar);
  buttons.Add(TimedControl(c, "table.offer", c.Ui("web.table.offer"), "table:offer", table.minutes,
                           Role::kPrimary));
  if (HasTheirs(table)) {
    buttons.Add(TimedControl(c, "table.take", c.Ui("web.table.take"), "table:take", table.minutes,
                             Role::kNone));
  }
  panel.Add(std::move(buttons));
  return panel;
}

}  // namespace huikuan::web
