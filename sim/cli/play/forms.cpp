// What is filled in: the plan card, the diary, a note; amounts and dates.
#include <fmt/format.h>

#include <charconv>

#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {
namespace {

// "384000", "384,000.00", "¥384,000", "38.4万"; -1 when it is no amount.
Cents ParseMoney(std::string_view text) {
  Cents units = 0;
  Cents scale = 0;  // 0 before the point, then the worth of the next digit in cents × 10000
  Cents cents = 0;  // × 10000
  bool digits = false;
  bool ten_thousands = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9' && !ten_thousands) {
      digits = true;
      if (scale == 0) {
        if (units > kMaxMoney / 1000) return -1;
        units = units * 10 + (c - '0');
      } else {
        cents += (c - '0') * scale;
        scale /= 10;
      }
    } else if (c == '.' && scale == 0) {
      scale = 100000;
    } else if (text.substr(i).starts_with("万")) {
      ten_thousands = true;
      i += 2;
    } else if (text.substr(i).starts_with("¥") || text.substr(i).starts_with("元")) {
      i += text.substr(i).starts_with("¥") ? 1 : 2;
    } else if (c != ',' && c != ' ') {
      return -1;
    }
  }
  if (!digits) return -1;
  return ten_thousands ? units * 1'000'000 + cents : units * 100 + cents / 10000;
}

}  // namespace

int Game::Pick(const std::string& title, const std::vector<std::string>& labels, int chosen) {
  Items items;
  for (const std::string& label : labels) items.push_back({title, label, {}});
  if (chosen >= 0) {
    Show(words_.Ui("cli.form.now", {{"value", labels[static_cast<std::size_t>(chosen)]}}) + "\n");
  }
  const Answer answer = Choose(items, "", chosen >= 0 ? "cli.form.hint" : "cli.play.hint_list");
  return answer.kind == Answer::kItem ? static_cast<int>(answer.item) : chosen;
}

bool Game::AskMoney(const std::string& title, Cents& amount) {
  std::string line;
  const std::string prompt =
      words_.Ui("cli.form.ask", {{"what", title}, {"value", words_.language().Money(amount)}});
  while (ReadLine(prompt, line)) {
    if (line.empty()) return true;
    if (line == "b") return false;
    const Cents given = ParseMoney(line);
    if (given >= 0) {
      amount = given;
      return true;
    }
    Show(words_.Ui("web.not_an_amount") + "\n");
  }
  return false;
}

bool Game::AskDate(const std::string& title, Date& date) {
  std::string line;
  const std::string prompt = words_.Ui(
      "cli.form.ask_date", {{"what", title}, {"value", date == kNoDate ? "-" : FormatIso(date)}});
  while (ReadLine(prompt, line)) {
    if (line == "b" || (line.empty() && date == kNoDate)) return false;
    if (line.empty()) return true;
    int ahead = 0;
    const bool plus = line[0] == '+';
    const auto read = std::from_chars(line.data() + 1, line.data() + line.size(), ahead);
    if (plus && read.ec == std::errc() && ahead >= 0 && ahead < 1000) {
      date = see_.clock.date + ahead;
      return true;
    }
    const Result<Date> given = ParseDate(line);
    if (given.ok()) {
      date = given.value();
      return true;
    }
    Show(words_.Ui("cli.form.not_a_date") + "\n");
  }
  return false;
}

void Game::PlanCard() {
  const CustomerView& customer = Customer();
  SetPlan plan = customer.plan;
  plan.customer = Customer().id;
  if (!customer.plan_set) {
    plan.amount = customer.outstanding;
    plan.date = see_.clock.date + 30;
    for (const GateView& gate : customer.gates) {
      if (gate.here) plan.gate = gate.gate;
    }
  }
  std::vector<std::string> gates, levels;
  for (int g = 0; g < kGates; ++g) gates.push_back(GateName(words_, static_cast<Gate>(g)));
  for (int i = 0; i < 3; ++i) levels.push_back(words_.Ui(fmt::format("web.level.{}", i)));
  Show(words_.Ui("web.plan.why") + "\n");
  plan.gate =
      static_cast<Gate>(Pick(words_.Ui("web.plan.gate"), gates, static_cast<int>(plan.gate)));
  if (quit_) return;
  plan.ability =
      static_cast<std::uint8_t>(Pick(words_.Ui("web.plan.ability"), levels, plan.ability));
  if (quit_) return;
  plan.willingness =
      static_cast<std::uint8_t>(Pick(words_.Ui("web.plan.willingness"), levels, plan.willingness));
  if (quit_ || !AskMoney(words_.Ui("web.plan.amount"), plan.amount)) return;
  if (!AskDate(words_.Ui("web.plan.date"), plan.date)) return;
  std::vector<std::string> odds;
  for (int p = 0; p <= 100; p += 10) odds.push_back(fmt::format("{} %", p));
  const int odd = Pick(words_.Ui("web.plan.probability"), odds, (plan.probability + 5) / 10);
  if (quit_) return;
  plan.probability = static_cast<std::uint8_t>(odd * 10);
  Submit(plan);
}

void Game::Diary() {
  SetDiary diary;
  diary.customer = Customer().id;
  std::vector<std::string> labels = {words_.Ui("web.diary.nobody")};
  std::vector<PersonId> people = {kNone};
  for (const PersonView& person : Customer().people) {
    if (!person.known) continue;
    labels.push_back(Titled(words_, person));
    people.push_back(person.id);
  }
  const int who = Pick(words_.Ui("web.diary.person"), labels, -1);
  if (who < 0) return;
  diary.person = people[static_cast<std::size_t>(who)];
  if (AskDate(words_.Ui("web.diary.date"), diary.date)) Submit(diary);
}

void Game::Note() {
  std::string line;
  if (!ReadLine(words_.Ui("web.note.hint") + "\n> ", line) || line.empty()) return;
  Submit(WriteNote{Customer().id, WordsHash(line)}, line);
}

}  // namespace huikuan::cli
