// The deal desk at a terminal.
#include <fmt/format.h>

#include "layout.h"
#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

std::string Line(const Phrasebook& words, const char* key, const DealTerms& terms) {
  return Wrapped(TermsInWords(words.language(), terms), "  " + PadRight(words.Ui(key), 10)) + "\n";
}

std::string Sheet(const Phrasebook& words, const CustomerView& customer, const DealView& deal) {
  const Language& language = words.language();
  std::string out = "\n" +
                    words.Ui("web.deal.order", {{"order", std::to_string(deal.order + 1)},
                                                {"price", language.Money(deal.price)},
                                                {"cost", language.Money(deal.cost)}}) +
                    "\n";
  const bool open = deal.phase == DealPhase::kQuoting || deal.phase == DealPhase::kAgreed;
  if (open) out += Line(words, "web.deal.ours", deal.ours);
  out += Line(words,
              deal.phase == DealPhase::kQuoting ? "web.deal.standing"
              : open                            ? "web.deal.agreed"
                                                : "web.deal.signed",
              deal.standing);
  if (deal.answered && open) {
    out += words.Ui(fmt::format("web.deal.answer.{}", static_cast<int>(deal.answer)),
                    {{"name", NameOf(words, customer, deal.signer)}}) +
           "\n";
  }
  if (deal.lapses != kNoDate) {
    out += words.Ui(deal.order > 0 ? "web.deal.lapses_again" : "web.deal.lapses",
                    {{"date", language.DateShort(deal.lapses)}}) +
           "\n";
    if (!deal.credit_checked) out += words.Ui("web.deal.unchecked") + "\n";
  }
  return out;
}

}  // namespace

void Game::DealDesk() {
  DealTerms draft = Customer().deal->ours;
  while (!quit_) {
    const CustomerView& customer = Customer();
    const DealView& deal = *customer.deal;
    Show(Sheet(words_, customer, deal));
    Items items;
    if (session_.Check(SignContract{customer_}).ok()) {
      items.push_back({{}, WithMinutes(words_.Ui("web.deal.sign"), deal.sign_minutes), [this] {
                         Submit(SignContract{customer_});
                       }});
    }
    if (session_.Check(ProposeTerms{customer_, draft}).ok()) {
      items.push_back({{},
                       WithMinutes(words_.Ui("web.deal.propose"), deal.minutes) + ": " +
                           TermsInWords(words_.language(), draft),
                       [this, draft] {
                         Submit(ProposeTerms{customer_, draft});
                       }});
      AddTermChanges(draft, items);
    }
    const Answer answer = Choose(items, "", "cli.play.hint_list");
    if (answer.kind != Answer::kItem) return;
    items[answer.item].run();
  }
}

void Game::AddTermChanges(DealTerms& draft, Items& items) {
  const std::string heading = words_.Ui("cli.deal.change");
  for (int i = 0; i < kDealNumbers; ++i) {
    items.push_back(
        {heading,
         fmt::format("{}: {}", words_.Ui(fmt::format("deal.issue.{}", i)), NumberAt(draft, i)),
         [this, &draft, i] { AskTerm(draft, i); }});
  }
  for (int i = 0; i < kDealClauses; ++i) {
    const bool on = (draft.clauses >> i & 1) != 0;
    items.push_back(
        {heading,
         fmt::format("{}: {}", words_.Ui(fmt::format("deal.clause.{}", i)),
                     words_.Ui(on ? "deal.yes" : "deal.no")),
         [&draft, i] { draft.clauses = static_cast<std::uint8_t>(draft.clauses ^ (1U << i)); }});
  }
}

void Game::AskTerm(DealTerms& draft, int issue) {
  const DealRangeView range = Customer().deal->ranges[issue];
  const int step = issue == kDealNumbers - 1 ? 1 : 5;
  std::vector<std::string> labels;
  std::vector<int> values;
  int chosen = -1;
  for (int n = range.low; n <= range.high; ++n) {
    if (n % step != 0 && n != range.low && n != range.high && n != NumberAt(draft, issue)) continue;
    if (n == NumberAt(draft, issue)) chosen = static_cast<int>(values.size());
    values.push_back(n);
    labels.push_back(std::to_string(n));
  }
  const int pick = Pick(words_.Ui(fmt::format("deal.issue.{}", issue)), labels, chosen);
  if (pick >= 0) {
    NumberAt(draft, issue) = static_cast<std::uint8_t>(values[static_cast<std::size_t>(pick)]);
  }
}

}  // namespace huikuan::cli
