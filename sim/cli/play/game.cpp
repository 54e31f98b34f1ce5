#include "play/game.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>

#include "files.h"
#include "layout.h"
#include "play/comments.h"
#include "play/sheets.h"
#include "save_file.h"

namespace huikuan::cli {
namespace {

constexpr std::size_t kReminded = 6;  // events told again on coming back

std::string Trimmed(std::string text) {
  const auto blank = [](unsigned char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(static_cast<unsigned char>(text.back()))) text.pop_back();
  std::size_t at = 0;
  while (at < text.size() && blank(static_cast<unsigned char>(text[at]))) ++at;
  return text.substr(at);
}

bool Among(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

}  // namespace

Game::Game(const Cli& cli, Session session, std::string save_file)
    : cli_(cli),
      session_(std::move(session)),
      words_(cli.language(), session_.scenario()),
      transcript_(words_, 0),
      save_file_(std::move(save_file)),
      see_(session_.Observe()) {
  transcript_ = Transcript(words_, see_.clock.days);
  transcript_.UseTyped(see_.typed);
}

int Game::Play() {
  if (session_.CommandCount() == 0) {
    Show(BriefingSheet(words_, see_));
    Show(words_.Ui("cli.play.keys") + "\n");
  } else {
    Show(words_.Ui("cli.play.resumed", {{"file", save_file_}}) + "\n");
    const std::vector<Event>& history = session_.History();
    const std::size_t from = history.size() > kReminded ? history.size() - kReminded : 0;
    for (std::size_t i = from; i < history.size(); ++i) {
      if (history[i].kind != EventKind::kDayStarted) Show(transcript_.Line(history[i]));
    }
  }
  while (!quit_ && !session_.Ended()) {
    see_ = session_.Observe();
    Show("\n" + ClockLine(words_, see_) + "\n");
    see_.conversation || see_.visit.active ? Talk() : Desk();
  }
  if (session_.Ended()) {
    see_ = session_.Observe();
    const Result<Debrief> debrief = session_.MakeDebrief();
    if (!debrief.ok()) return cli_.Fail(kFailed, debrief.error());
    Show(DebriefSheet(words_, see_, debrief.value()));
    if (see_.drill) {
      Show(DrillEndSheet(words_, see_));
      if (OnceMore()) return Play();
    }
  }
  return code_;
}

// A drill may be played again at once: the same run, or the next.
bool Game::OnceMore() {
  std::string line;
  Show(words_.Ui("cli.play.again") + "\n");
  if (!ReadLine("> ", line) || (line != "a" && line != "n")) return false;
  const Seed seed = session_.seed() + (line == "n" ? 1 : 0);
  Result<Session> session = Session::Start(session_.scenario(), seed);
  if (!session.ok()) return false;
  session_ = std::move(session).value();
  see_ = session_.Observe();
  transcript_ = Transcript(words_, see_.clock.days);
  return true;
}

void Game::Show(const std::string& text) const {
  fmt::print("{}", text);
  std::fflush(stdout);
}

bool Game::ReadLine(const std::string& prompt, std::string& line) {
  Show(prompt);
  if (std::getline(std::cin, line)) {
    line = Trimmed(line);
    return true;
  }
  if (!quit_) {
    Show("\n");
    Quit();
  }
  return false;
}

Game::Answer Game::Choose(const Items& items, std::string_view words, const char* hint_key,
                          bool typed) {
  std::string heading;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].heading != heading) Show(" " + items[i].heading + "\n");
    heading = items[i].heading;
    Show(Wrapped(items[i].label, fmt::format("{:>4}  ", i + 1)) + "\n");
  }
  Show(words_.Ui(hint_key) + "\n");
  std::string line;
  while (ReadLine("> ", line)) {
    if (line.empty() || line == "b" || line == "0") return {};
    std::size_t number = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
    if (read.ec == std::errc() && read.ptr == line.data() + line.size() && number >= 1 &&
        number <= items.size()) {
      return {Answer::kItem, number - 1, {}, {}};
    }
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string word = line.substr(0, blank);
    if (Among(words, word)) return {Answer::kWord, 0, word, Trimmed(line.substr(blank))};
    if (Everywhere(word)) return {};
    if (typed && line.size() > 1 && read.ec != std::errc()) return {Answer::kTyped, 0, line, {}};
    Show(words_.Ui("cli.play.what") + "\n");
  }
  return {};
}

bool Game::Everywhere(const std::string& word) {
  if (word == "h" || word == "?" || word == "help") {
    Show(words_.Ui("cli.play.help") + "\n");
    return true;
  }
  if (word == "s") {
    Show(StatusSheet(words_, see_));
    return true;
  }
  if (word == "q") {
    Quit();
    return true;
  }
  const std::vector<std::string> tags = Language::Tags(cli_.bundle());
  if (std::find(tags.begin(), tags.end(), word) == tags.end()) return false;
  UseLanguage(word);
  return true;
}

void Game::UseLanguage(const std::string& tag) {
  Result<Language> language = Language::Load(cli_.bundle(), tag);
  if (!language.ok()) {
    Show(cli_.Explain(language.error()) + "\n");
    return;
  }
  words_ = Phrasebook(std::move(language).value(), session_.scenario());
}

bool Game::Submit(const Command& command, std::string_view words) {
  const auto events = session_.Submit(command, words);
  if (!events.ok()) {
    Show(words_.Ui("web.message.refused", {{"why", words_.language().Explain(events.error())}}) +
         "\n");
    return false;
  }
  const std::size_t told = see_.feedback.size();
  see_ = session_.Observe();
  Show(transcript_.Lines(events.value()));
  transcript_.DropHeader();  // the clock line tells the day
  Show(FeedbackLines(words_, see_, told));
  Save();
  return true;
}

void Game::Save() {
  if (save_file_.empty() || ReplaceFile(save_file_, PackSave(session_))) return;
  code_ = cli_.Fail(kFailed, cli_.T("cli.file.unwritable", {{"path", save_file_}}));
  save_file_.clear();  // said once; the save is shown on quitting
}

void Game::Quit() {
  quit_ = true;
  if (save_file_.empty()) {
    Show(words_.Ui("cli.play.save_shown") + "\n" + session_.Save() + "\n");
    return;
  }
  Save();
  if (!save_file_.empty()) Show(words_.Ui("cli.play.saved", {{"file", save_file_}}) + "\n");
}

std::string Game::WithMinutes(const std::string& label, int minutes) const {
  return label + words_.Ui("cli.in_brackets",
                           {{"text", words_.Ui("web.minutes", {{"n", std::to_string(minutes)}})}});
}

}  // namespace huikuan::cli
