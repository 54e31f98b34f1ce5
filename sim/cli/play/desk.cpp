// The desk: people to call, papers, letters, our departments, a visit, waiting.
#include <fmt/format.h>

#include <algorithm>

#include "layout.h"
#include "play/game.h"
#include "play/sheets.h"

namespace huikuan::cli {

void Game::Desk() {
  Items items;
  AddOrders(items);
  AddCalls(items);
  AddDesk(items);
  AddWaits(items);
  const Answer answer = Choose(items, "", "cli.play.hint");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::AddCalls(Items& items) {
  const CustomerView& customer = Customer();
  std::string heading = words_.Ui("cli.menu.calls");
  if (see_.customers.size() > 1) heading += " " + words_.Text(customer.name);
  for (const PersonView& person : customer.people) {
    if (!person.known) continue;
    items.push_back({heading, WithMinutes(Titled(words_, person), see_.minutes.call),
                     [this, c = customer.id, p = person.id] {
                       Submit(StartCall{c, p});
                     }});
  }
}

const CustomerView& Game::Customer() const {
  if (see_.conversation) return see_.customers[see_.conversation->customer];
  if (see_.visit.active) return see_.customers[see_.visit.customer];
  return see_.customers[customer_ < see_.customers.size() ? customer_ : 0];
}

// Another customer comes on the desk; this takes no time.
void Game::Customers() {
  std::vector<std::string> labels;
  for (const CustomerView& customer : see_.customers) {
    labels.push_back(words_.Text(customer.name) +
                     words_.Ui("cli.in_brackets",
                               {{"text", words_.language().Money(customer.open_total)}}));
  }
  const int choice = Pick(words_.Ui("web.portfolio"), labels, customer_);
  if (choice >= 0) customer_ = static_cast<CustomerId>(choice);
}

void Game::AddDesk(Items& items) {
  const std::string heading = words_.Ui("cli.menu.desk");
  const auto add = [&](const char* key, void (Game::*run)()) {
    items.push_back({heading, words_.Ui(key), [this, run] { (this->*run)(); }});
  };
  if (see_.customers.size() > 1) add("web.portfolio", &Game::Customers);
  if (Customer().deal) add("cli.menu.deal", &Game::DealDesk);
  add("cli.menu.papers", &Game::Papers);
  add("cli.menu.letters", &Game::Letters);
  if (Customer().messages) add("cli.menu.messages", &Game::Messages);
  add("cli.menu.departments", &Game::Departments);
  add("cli.menu.visits", &Game::Visits);
  add("cli.menu.plan", &Game::PlanCard);
  add("cli.menu.diary", &Game::Diary);
  if (!Customer().promises.empty()) {
    add("cli.menu.promises", &Game::Promises);
  }
  if (!see_.customers.empty() && !see_.customers[0].bills.empty()) {
    add("cli.menu.bills", &Game::Bills);
  }
  add("cli.menu.note", &Game::Note);
}

void Game::AddWaits(Items& items) {
  static constexpr std::pair<Until, const char*> kWaits[] = {{Until::kAfternoon, "afternoon"},
                                                             {Until::kNextDay, "next_day"},
                                                             {Until::kReply, "reply"},
                                                             {Until::kPaymentRun, "run"},
                                                             {Until::kPromise, "promise"}};
  const std::string heading = words_.Ui("cli.menu.wait");
  for (const auto& [until, name] : kWaits) {
    const Wait wait{until, kNoDate};
    if (!session_.Check(wait).ok()) continue;
    items.push_back(
        {heading, words_.Ui(std::string("web.wait.") + name), [this, wait] { Submit(wait); }});
  }
  items.push_back({heading, words_.Ui("web.wait.date"), [this] { WaitForDate(); }});
}

void Game::WaitForDate() {
  Date date = kNoDate;
  if (AskDate(words_.Ui("web.wait.date"), date)) Submit(Wait{Until::kDate, date});
}

void Game::Papers() {
  Items items;
  for (const DocumentView& paper : Customer().documents) {
    if (!paper.in_file) continue;
    const std::string title = words_.Text(paper.title);
    const std::string label =
        paper.opened
            ? title + words_.Ui("cli.in_brackets", {{"text", words_.Ui("web.paper.opened")}})
            : WithMinutes(title, paper.minutes);
    items.push_back({{}, label, [this, d = paper.id, opened = paper.opened] {
                       if (opened || Submit(OpenDocument{Customer().id, d})) Paper(d);
                     }});
  }
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::Paper(DocumentId document) {
  while (!quit_) {
    const CustomerView& customer = Customer();
    const DocumentView& paper = customer.documents[document];
    Show(PaperSheet(words_, customer, paper));
    Items items;
    for (std::size_t f = 0; f < paper.fields.size(); ++f) {
      if (paper.fields[f].inspected) continue;
      const InspectField inspect{Customer().id, document, static_cast<std::uint8_t>(f)};
      items.push_back({words_.Ui("cli.menu.check"),
                       WithMinutes(words_.Text(paper.fields[f].label), see_.minutes.inspect),
                       [this, inspect] { Submit(inspect); }});
    }
    items.push_back({words_.Ui("cli.menu.more"),
                     WithMinutes(words_.Ui("web.paper.send"), see_.minutes.send_document),
                     [this, document] { SendPaper(document); }});
    const Answer answer = Choose(items, "", "cli.play.hint_list");
    if (answer.kind != Answer::kItem) return;
    items[answer.item].run();
  }
}

void Game::SendPaper(DocumentId document) {
  std::vector<std::string> labels;
  std::vector<PersonId> people;
  for (const PersonView& person : Customer().people) {
    if (!person.known) continue;
    labels.push_back(Titled(words_, person));
    people.push_back(person.id);
  }
  const int choice = Pick(words_.Ui("web.paper.send"), labels, -1);
  if (choice >= 0) Submit(SendDocument{Customer().id, people[static_cast<std::size_t>(choice)], document});
}

void Game::Departments() {
  Items items;
  std::vector<TaskView> tasks = Customer().tasks;
  std::stable_sort(tasks.begin(), tasks.end(), [](const TaskView& a, const TaskView& b) {
    return a.department < b.department;
  });
  for (const TaskView& task : tasks) {
    std::string label = words_.Text(task.title);
    if (task.state == TaskState::kDone) {
      label += words_.Ui("cli.in_brackets", {{"text", words_.Ui("web.task.done")}});
    } else if (task.state == TaskState::kRunning) {
      label += words_.Ui(
          "cli.in_brackets",
          {{"text", words_.Ui("web.task.due", {{"date", words_.language().DateShort(task.due)}})}});
    } else {
      const bool one = task.lead_days_min == task.lead_days_max;
      label = WithMinutes(label, task.minutes);
      label += words_.Ui("cli.in_brackets",
                         {{"text", words_.Ui(one ? "web.task.lead_one" : "web.task.lead",
                                             {{"n", std::to_string(task.lead_days_min)},
                                              {"min", std::to_string(task.lead_days_min)},
                                              {"max", std::to_string(task.lead_days_max)}})}});
      if (task.cost > 0) {
        label += words_.Ui("cli.in_brackets", {{"text", words_.language().Money(task.cost)}});
      }
      if (task.refusal != 0) {
        label += words_.Ui("cli.in_brackets",
                           {{"text", words_.Ui("web.task.refused",
                                               {{"reason", words_.Text(task.refusal)}})}});
      }
    }
    items.push_back({words_.Ui(fmt::format("web.department.{}", static_cast<int>(task.department))),
                     label, [this, t = task.id] {
                       Submit(OrderTask{Customer().id, t});
                     }});
  }
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::Visits() {
  Items items;
  for (const PersonView& person : Customer().people) {
    if (!person.known) continue;
    items.push_back({words_.Ui("cli.menu.visit_whom"),
                     WithMinutes(Titled(words_, person), see_.minutes.visit),
                     [this, p = person.id] {
                       Submit(StartVisit{Customer().id, p});
                     }});
  }
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::Bills() {
  static constexpr const char* kDecisions[kBillDecisions] = {"keep", "discount", "refuse"};
  Items items;
  for (const BillView& bill : see_.customers[0].bills) {
    const std::string heading = BillLine(words_, bill);
    for (int d = 0; d < kBillDecisions; ++d) {
      const DecideBill decide{0, bill.id, static_cast<BillDecision>(d)};
      if (!session_.Check(decide).ok()) continue;
      std::string label = words_.Ui(std::string("web.bill.") + kDecisions[d]);
      if (decide.decision == BillDecision::kDiscount) {
        const std::string cost = words_.language().Money(bill.discount_cost);
        label += words_.Ui("cli.in_brackets",
                           {{"text", words_.Ui("web.bill.cost", {{"amount", cost}})}});
      }
      items.push_back(
          {heading, WithMinutes(label, see_.minutes.bill), [this, decide] { Submit(decide); }});
    }
  }
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

void Game::Promises() {
  Items items;
  const CustomerView& customer = Customer();
  for (const PromiseView& promise : customer.promises) {
    const Language& language = words_.language();
    const std::string line = words_.Ui(
        "web.promise.line", {{"name", NameOf(words_, customer, promise.person)},
                             {"amount", promise.amount > 0 ? language.Money(promise.amount)
                                                           : words_.Ui("web.promise.no_amount")},
                             {"date", promise.date != kNoDate ? language.DateShort(promise.date)
                                                              : words_.Ui("web.promise.no_date")}});
    items.push_back({words_.Ui("web.promise.confirm"), WithMinutes(line, see_.minutes.confirm),
                     [this, i = promise.id] {
                       Submit(ConfirmPromise{Customer().id, i});
                     }});
  }
  const Answer answer = Choose(items, "", "cli.play.hint_list");
  if (answer.kind == Answer::kItem) items[answer.item].run();
}

}  // namespace huikuan::cli
