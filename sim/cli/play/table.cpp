// The deal table at a terminal: how the open debt is to be paid.
#include <fmt/format.h>

#include "layout.h"
#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

std::string Sheet(const Phrasebook& words, const CustomerView& customer, const SettlementView& table,
                  const SettlementTerms& draft) {
  const Language& language = words.language();
  std::string out = "\n";
  if (table.open) {
    out += Wrapped(words.Ui("web.table.intro", {{"amount", language.Money(table.debt)},
                                                {"minutes", std::to_string(table.minutes)}}),
                   "") +
           "\n";
  }
  const auto line = [&](const char* key, const SettlementTerms& terms) {
    const std::string worth = words.Ui("web.table.worth") + " " +
                              language.Money(SettlementWorth(table, terms));
    return Wrapped(SettlementInWords(language, terms) +
                       words.Ui("cli.in_brackets", {{"text", worth}}),
                   "  " + PadRight(words.Ui(key), 16)) +
           "\n";
  };
  if (table.open) out += line("web.table.yours", draft);
  const bool theirs = table.state == SettlementState::kCountered ||
                      table.state == SettlementState::kLastOffer;
  if (theirs) out += line("web.table.theirs", table.theirs);
  if (table.state != SettlementState::kNone) {
    out += Wrapped(words.Ui(fmt::format("web.table.state.{}", static_cast<int>(table.state)),
                            {{"name", NameOf(words, customer, table.person)},
                             {"terms", SettlementInWords(language, table.theirs)}}),
                   "") +
           "\n";
  }
  for (const SettlementInterestView& interest : table.interests) {
    for (const FactView& fact : customer.facts) {
      if (fact.id != interest.fact) continue;
      out += Wrapped(words.Ui("web.table.interest",
                              {{"position", words.Ui(fmt::format("settlement.position.{}.{}",
                                                                 interest.issue, interest.value))},
                               {"fact", words.Text(fact.text)}}),
                     "") +
             "\n";
    }
  }
  if (table.open && table.interests.empty()) {
    out += Wrapped(words.Ui("web.table.ask_why"), "") + "\n";
  }
  return out;
}

}  // namespace

void Game::DealTable() {
  SettlementTerms draft = Customer().settlement->ours;
  while (!quit_ && see_.conversation) {
    const CustomerView& customer = Customer();
    const SettlementView& table = *customer.settlement;
    Show(Sheet(words_, customer, table, draft));
    Items items;
    const auto offer = [&](const Command& command, std::string label) {
      if (!session_.Check(command).ok()) return;
      items.push_back({{}, WithMinutes(label, table.minutes), [this, command] { Submit(command); }});
    };
    offer(TakeSettlement{}, words_.Ui("web.table.take"));
    offer(OfferSettlement{draft}, words_.Ui("web.table.offer"));
    if (items.empty()) return;
    for (int issue = 0; issue < kSettlementIssues; ++issue) {
      items.push_back({words_.Ui("cli.table.change"),
                       fmt::format("{}: {}", words_.Ui(fmt::format("settlement.issue.{}", issue)),
                                   words_.Ui(fmt::format("settlement.position.{}.{}", issue,
                                                         IssueAt(draft, issue)))),
                       [this, &draft, issue] { AskPosition(draft, issue); }});
    }
    const Answer answer = Choose(items, "", "cli.play.hint_list");
    if (answer.kind != Answer::kItem) return;
    items[answer.item].run();
  }
}

void Game::AskPosition(SettlementTerms& draft, int issue) {
  const std::uint8_t allowed = Customer().settlement->allowed[static_cast<std::size_t>(issue)];
  std::vector<std::string> labels;
  std::vector<std::uint8_t> values;
  int chosen = -1;
  for (std::uint8_t v = 0; v < kSettlementSizes[static_cast<std::size_t>(issue)]; ++v) {
    if ((allowed >> v & 1) == 0) continue;
    if (v == IssueAt(draft, issue)) chosen = static_cast<int>(values.size());
    values.push_back(v);
    labels.push_back(words_.Ui(fmt::format("settlement.position.{}.{}", issue, v)));
  }
  const int pick = Pick(words_.Ui(fmt::format("settlement.issue.{}", issue)), labels, chosen);
  if (pick >= 0) IssueAt(draft, issue) = values[static_cast<std::size_t>(pick)];
}

}  // namespace huikuan::cli
