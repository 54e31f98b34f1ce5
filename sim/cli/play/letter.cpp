// A letter: its level, clauses, recipients and way of delivery; checked before it goes.
#include <fmt/format.h>

#include <algorithm>

#include "layout.h"
#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

template <class T>
bool Has(const std::vector<T>& list, T value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <class T>
void Toggle(std::vector<T>& list, T value) {
  const auto at = std::find(list.begin(), list.end(), value);
  at == list.end() ? list.push_back(value) : static_cast<void>(list.erase(at));
}

std::string Mark(bool chosen) { return chosen ? "[x] " : "[ ] "; }

}  // namespace

void Game::Letters() {
  Items items;
  for (const LetterView& form : Customer().letters) {
    std::string label = WithMinutes(words_.Text(form.title), form.minutes);
    const Date sent = DateOfDay(see_, form.last_sent);
    if (sent != kNoDate) {
      label += words_.Ui("web.letter.sent_on", {{"date", words_.language().DateShort(sent)}});
    }
    items.push_back(
        {words_.Ui("web.letter.level"), label, [this, level = form.level] { Letter(level); }});
  }
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::Letter(LetterLevel level) {
  LetterDraft draft;
  draft.customer = Customer().id;
  draft.level = level;
  draft.amount = Customer().outstanding;
  draft.pay_by = see_.clock.date + 10;
  // The standard letter of this level, where it is lawful now, is the draft to start from.
  for (const CommandOption& option : session_.LegalCommands()) {
    const auto* standard = std::get_if<SendLetter>(&option.command);
    if (standard == nullptr || standard->reading.level != level) continue;
    draft.delivery = standard->reading.delivery;
    if (standard->reading.pay_by != kNoDate) draft.pay_by = standard->reading.pay_by;
    for (const PersonView& person : Customer().people) {
      if (((standard->reading.recipients >> person.id) & 1) != 0)
        draft.recipients.push_back(person.id);
    }
  }
  for (const ClauseView& clause : Customer().clauses) {
    const bool wanted = ((clause.required_levels >> static_cast<int>(level)) & 1) != 0;
    if (wanted && clause.available) draft.clauses.push_back(clause.id);
  }
  bool done = false;
  while (!done && !quit_) EditLetter(draft, done);
}

void Game::EditLetter(LetterDraft& draft, bool& done) {
  const std::vector<ClauseView>& clauses = Customer().clauses;
  std::stable_sort(draft.clauses.begin(), draft.clauses.end(),
                   [&](ClauseId a, ClauseId b) { return clauses[a].order < clauses[b].order; });
  draft.unedited = draft.words = ComposeLetter(words_, see_, draft);
  Show("\n" + Wrapped(draft.words, "    | ") + "\n");
  const LetterCheck check = ReadLetter(words_.scenario(), see_, draft);
  TellFindings(draft, check);
  Items items;
  const auto add = [&](const std::string& label, std::function<void()> run) {
    items.push_back({{}, label, std::move(run)});
  };
  add(WithMinutes(
          words_.Ui("web.letter.send"),
          LetterMinutes(see_, Customer().letters[static_cast<std::size_t>(draft.level)], draft)),
      [&] { done = SendDrafted(draft, check); });
  add(words_.Ui("web.letter.clauses"), [&] { ToggleClauses(draft); });
  add(words_.Ui("web.letter.recipients"), [&] { TogglePeople(draft.recipients); });
  add(words_.Ui("web.letter.copies"), [&] { TogglePeople(draft.copies); });
  add(words_.Ui("web.letter.enclosures"), [&] { ToggleEnclosures(draft); });
  add(words_.Ui("web.letter.reword"), [&] { ++draft.wording; });
  const auto way = [&](int i) { return words_.Ui(fmt::format("web.delivery.{}", i)); };
  add(words_.Ui("cli.letter.delivery", {{"way", way(static_cast<int>(draft.delivery))}}), [&] {
    const int choice = Pick(words_.Ui("web.letter.delivery"), {way(0), way(1), way(2), way(3)},
                            static_cast<int>(draft.delivery));
    draft.delivery = static_cast<Delivery>(choice);
  });
  add(words_.Ui("web.letter.amount"),
      [&] { AskMoney(words_.Ui("web.letter.amount"), draft.amount); });
  if (Customer().legal.present) {
    if (draft.interest == kLawfulInterest) draft.interest = Customer().legal.interest;
    add(words_.Ui("web.letter.interest"),
        [&] { AskMoney(words_.Ui("web.letter.interest"), draft.interest); });
  }
  add(words_.Ui("web.letter.pay_by"),
      [&] { AskDate(words_.Ui("web.letter.pay_by"), draft.pay_by); });
  const Answer answer = Choose(items, "", "cli.letter.hint");
  if (answer.kind == Answer::kItem) {
    items[answer.item].run();
  } else {
    done = true;
  }
}

void Game::ToggleClauses(LetterDraft& draft) {
  while (!quit_) {
    Items items;
    for (const ClauseView& clause : Customer().clauses) {
      if (((clause.levels >> static_cast<int>(draft.level)) & 1) == 0) continue;
      std::string label = Mark(Has(draft.clauses, clause.id)) + words_.Text(clause.title);
      if (!clause.available) {
        label +=
            words_.Ui("cli.in_brackets", {{"text", words_.Ui("web.letter.clause_unavailable")}});
      }
      items.push_back({{}, label, [&draft, &clause] {
                         if (clause.available) Toggle(draft.clauses, clause.id);
                       }});
    }
    const Answer answer = Choose(items, "", "cli.play.hint_list");
    if (answer.kind != Answer::kItem) return;
    items[answer.item].run();
  }
}

// Without a recipient or a sum it goes only when that is meant.
bool Game::SendDrafted(const LetterDraft& draft, const LetterCheck& check) {
  const std::string warning = LetterWarning(check);
  if (!warning.empty()) {
    Show(Wrapped(words_.Ui("letter.warning." + warning), "  ! ") + "\n");
    const int choice =
        Pick(words_.Ui("web.letter.ask"),
             {words_.Ui("web.letter.ask.back"), words_.Ui("web.letter.ask.send")}, 0);
    if (choice != 1) return false;
  }
  return Submit(SendLetter{Customer().id, check.reading, WordsHash(draft.words)}, draft.words);
}

void Game::ToggleEnclosures(LetterDraft& draft) {
  while (!quit_) {
    Items items;
    for (const DocumentView& document : Customer().documents) {
      if (!document.opened || document.id >= 16) continue;
      items.push_back({{},
                       Mark(Has(draft.enclosures, document.id)) + words_.Text(document.title),
                       [&draft, id = document.id] { Toggle(draft.enclosures, id); }});
    }
    const Answer answer = Choose(items, "", "cli.play.hint_list");
    if (answer.kind != Answer::kItem) return;
    items[answer.item].run();
  }
}

void Game::TogglePeople(std::vector<PersonId>& people) {
  while (!quit_) {
    Items items;
    for (const PersonView& person : Customer().people) {
      if (!person.known) continue;
      items.push_back({{},
                       Mark(Has(people, person.id)) + Titled(words_, person),
                       [&people, id = person.id] { Toggle(people, id); }});
    }
    const Answer answer = Choose(items, "", "cli.play.hint_list");
    if (answer.kind != Answer::kItem) return;
    items[answer.item].run();
  }
}

void Game::TellFindings(const LetterDraft& draft, const LetterCheck& check) {
  Show(words_.Ui("web.letter.findings") + "\n");
  if (check.findings.empty()) Show("  " + words_.Ui("web.letter.no_findings") + "\n");
  for (const LetterFinding& finding : check.findings) {
    // The line it stands in, then what to do.
    if (finding.end > finding.begin) {
      const std::size_t before = draft.words.rfind('\n', finding.begin);
      const std::size_t from = before == std::string::npos ? 0 : before + 1;
      const std::size_t to = std::min(draft.words.find('\n', from), draft.words.size());
      Show(Wrapped(draft.words.substr(from, to - from), "    | ") + "\n");
    }
    Show(Wrapped(LetterAdvice(words_, finding), finding.serious ? "  ! " : "  · ") + "\n");
  }
}

}  // namespace huikuan::cli
