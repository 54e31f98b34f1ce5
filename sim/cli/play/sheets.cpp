#include "play/sheets.h"

#include <fmt/format.h>

#include "layout.h"

namespace huikuan::cli {

std::string Heading(const Phrasebook& words, const std::string& key) {
  return "\n" + words.Ui(key) + "\n";
}

namespace {

std::string Numbered(const char* group, int number) {
  return fmt::format("web.{}.{}", group, number);
}

std::string Ledger(const Phrasebook& words, const CustomerView& customer) {
  std::string out = Heading(words, "web.ledger");
  const Language& language = words.language();
  for (const InvoiceView& invoice : customer.invoices) {
    if (!invoice.delivered) continue;
    std::string state = words.Ui("web.ledger.not_due");
    const Cents settled = invoice.paid + invoice.in_bills;
    if (invoice.disputed) {
      state = words.Ui("web.ledger.disputed");
    } else if (invoice.in_bills > 0 && settled >= invoice.amount) {
      state = words.Ui("web.ledger.in_bills");
    } else if (invoice.paid >= invoice.amount) {
      state = words.Ui("web.ledger.paid");
    } else if (invoice.days_overdue > 0) {
      state = words.Ui("web.ledger.overdue", {{"n", std::to_string(invoice.days_overdue)}});
    }
    out += "  " + PadRight(words.Text(invoice.title), 34) +
           PadLeft(language.Money(invoice.amount - settled), 12) + "  " +
           PadRight(language.DateShort(invoice.due), 10) + state + "\n";
  }
  return out;
}

std::string Law(const Phrasebook& words, const Observation& see, const CustomerView& customer) {
  std::string out;
  for (const std::string& line : LegalLines(words, customer)) out += Wrapped(line, "  · ") + "\n";
  for (const InvoiceView& invoice : customer.invoices) {
    const std::string line = LegalLine(words, invoice, see.clock.date);
    if (!line.empty())
      out += "  " + words.Text(invoice.title) + "\n" + Wrapped(line, "      ") + "\n";
  }
  return out.empty() ? out : Heading(words, "web.law") + out;
}

std::string GateState(const Phrasebook& words, const CustomerView& customer, const GateView& gate) {
  if (gate.knowledge == Knowledge::kUnknown) return words.Ui("web.gate.unknown");
  std::string state = words.Ui(gate.here     ? "web.gate.here"
                               : gate.passed ? "web.gate.passed"
                                             : "web.gate.open");
  const std::string comma = words.Ui("web.list_comma");
  if (gate.knowledge == Knowledge::kStale) state += comma + words.Ui("web.gate.stale");
  if (gate.knowledge == Knowledge::kConfirmed) state += comma + words.Ui("web.gate.confirmed");
  if (gate.told_by != kNone && gate.here) {
    state +=
        comma + words.Ui("web.gate.told_by", {{"name", NameOf(words, customer, gate.told_by)}});
  }
  return state;
}

std::string Process(const Phrasebook& words, const CustomerView& customer) {
  std::string out = Heading(words, "web.process");
  for (const GateView& gate : customer.gates) {
    std::string line = PadRight(GateName(words, gate.gate), 16) + GateState(words, customer, gate);
    if (gate.owner != kNone) {
      line += words.Ui("web.list_comma") +
              words.Ui("web.gate.owner", {{"name", NameOf(words, customer, gate.owner)}});
    }
    out += "  " + line + "\n";
  }
  return out;
}

std::string People(const Phrasebook& words, const CustomerView& customer) {
  std::string out = Heading(words, "web.people");
  for (const PersonView& person : customer.people) {
    if (!person.known) continue;
    const std::string part =
        person.part_known ? words.Text(person.part) : words.Ui("web.person.part_unknown");
    out += Wrapped(part, "  " + PadRight(Titled(words, person), 30)) + "\n";
  }
  return out;
}

std::string Facts(const Phrasebook& words, const CustomerView& customer) {
  if (customer.facts.empty()) return {};
  std::string out = Heading(words, "web.facts");
  for (const FactView& fact : customer.facts) {
    std::string line = words.Text(fact.text);
    line += words.Ui("cli.in_brackets",
                     {{"text", words.Ui(Numbered("source", static_cast<int>(fact.source)))}});
    if (fact.solved) {
      line += words.Ui("cli.in_brackets", {{"text", words.Ui("web.fact.solved")}});
    }
    out += Wrapped(line, fact.problem && !fact.solved ? "  ! " : "  · ") + "\n";
  }
  return out;
}

std::string PromiseLine(const Phrasebook& words, const CustomerView& customer,
                        const PromiseView& promise) {
  const Language& language = words.language();
  std::string line = words.Ui(
      "web.promise.line", {{"name", NameOf(words, customer, promise.person)},
                           {"amount", promise.amount > 0 ? language.Money(promise.amount)
                                                         : words.Ui("web.promise.no_amount")},
                           {"date", promise.date != kNoDate ? language.DateShort(promise.date)
                                                            : words.Ui("web.promise.no_date")}});
  const std::string comma = words.Ui("web.list_comma");
  line += comma + words.Ui(Numbered("promise.state", static_cast<int>(promise.state)));
  if (promise.written) line += comma + words.Ui("web.promise.written");
  return line + comma + words.Ui("web.promise.quality") + fmt::format(" {}/6", promise.quality);
}

std::string Promises(const Phrasebook& words, const CustomerView& customer) {
  std::string out = Heading(words, "web.promises");
  if (customer.promises.empty() && customer.diary.empty()) {
    return out + "  " + words.Ui("web.promises.none") + "\n";
  }
  for (const PromiseView& promise : customer.promises) {
    out += Wrapped(PromiseLine(words, customer, promise), "  · ") + "\n";
  }
  for (const DiaryView& entry : customer.diary) {
    const std::string date = words.language().DateShort(entry.date);
    const char* key = entry.promise != kNone  ? "web.diary.check"
                      : entry.person != kNone ? "web.diary.contact"
                                              : "web.diary.follow";
    out += Wrapped(words.Ui(key, {{"date", date}, {"name", NameOf(words, customer, entry.person)}}),
                   "  · ") +
           "\n";
  }
  return out;
}

std::string Tasks(const Phrasebook& words, const CustomerView& customer) {
  std::string lines;
  for (const TaskView& task : customer.tasks) {
    if (task.state == TaskState::kAvailable) continue;
    const std::string state =
        task.state == TaskState::kDone
            ? words.Ui("web.task.done")
            : words.Ui("web.task.due", {{"date", words.language().DateShort(task.due)}});
    lines += "  · " + words.Text(task.title) + words.Ui("web.list_comma") + state + "\n";
  }
  return lines.empty() ? lines : Heading(words, "web.tasks") + lines;
}

std::string Bills(const Phrasebook& words, const CustomerView& customer) {
  std::string out;
  if (customer.insolvent_since != kNoDate) {
    const std::string date = words.language().DateShort(customer.insolvent_since);
    out += Wrapped(words.Ui("web.insolvent", {{"date", date}}), "  ! ") + "\n";
  }
  if (customer.bills.empty()) return out;
  out += Heading(words, "web.bills");
  for (const BillView& bill : customer.bills) out += Wrapped(BillLine(words, bill), "  · ") + "\n";
  return out;
}

// Dates known or promised from today on.
std::string Calendar(const Phrasebook& words, const Observation& see) {
  static constexpr std::pair<DayMark, const char*> kMarks[] = {
      {DayMark::kRun, "run"},     {DayMark::kCutOff, "cut_off"}, {DayMark::kPromise, "promise"},
      {DayMark::kDiary, "diary"}, {DayMark::kTask, "task"},      {DayMark::kPaid, "paid"}};
  std::string lines;
  for (const CalendarDayView& day : see.calendar) {
    if (day.date < see.clock.date) continue;
    std::string marks;
    for (const auto& [mark, name] : kMarks) {
      if ((day.marks & static_cast<std::uint8_t>(mark)) == 0) continue;
      marks += (marks.empty() ? "" : words.Ui("web.list_comma")) +
               words.Ui(std::string("web.mark.") + name);
    }
    if (day.holiday != 0) {
      marks += (marks.empty() ? "" : words.Ui("web.list_comma")) + words.Text(day.holiday);
    }
    if (marks.empty()) continue;
    lines += "  " + PadRight(words.language().DateShort(day.date), 10) +
             PadRight(words.language().Weekday(day.date), 11) + marks + "\n";
  }
  return lines.empty() ? lines : Heading(words, "web.calendar") + lines;
}

}  // namespace

std::string Titled(const Phrasebook& words, const PersonView& person) {
  return words.Ui("web.name_title",
                  {{"name", words.Text(person.name)}, {"title", words.Text(person.title)}});
}

std::string NameOf(const Phrasebook& words, const CustomerView& customer, PersonId person) {
  return person < customer.people.size() ? words.Text(customer.people[person].name) : std::string();
}

std::string GateName(const Phrasebook& words, Gate gate) {
  return words.Ui(Numbered("gate", static_cast<int>(gate)));
}

Date DateOfDay(const Observation& see, Day day) {
  for (const CalendarDayView& entry : see.calendar) {
    if (day != kNever && entry.day == day) return entry.date;
  }
  return kNoDate;
}

std::string BriefingSheet(const Phrasebook& words, const Observation& see) {
  std::string out = words.Text(see.title) + "\n\n" + Wrapped(words.Text(see.briefing)) + "\n\n";
  out += Wrapped(words.Ui("cli.goal", {{"goal", words.Text(see.goal)}})) + "\n";
  return out;
}

std::string ClockLine(const Phrasebook& words, const Observation& see) {
  const ClockView& clock = see.clock;
  Cents outstanding = 0;
  for (const CustomerView& customer : see.customers) outstanding += customer.open_total;
  return words.Ui("cli.clock",
                  {{"date", words.language().DateLong(clock.date)},
                   {"part", words.Ui(clock.part == DayPart::kMorning ? "web.part.morning"
                                                                     : "web.part.afternoon")},
                   {"day", std::to_string(clock.day + 1)},
                   {"days", std::to_string(clock.days)},
                   {"left", std::to_string(clock.minutes_left)},
                   {"minutes", std::to_string(clock.minutes_a_day)},
                   {"outstanding", words.language().Money(outstanding)}});
}

std::string StatusSheet(const Phrasebook& words, const Observation& see) {
  std::string out;
  for (const CustomerView& customer : see.customers) {
    out += "\n" + words.Text(customer.name) + "\n" + Ledger(words, customer) +
           Law(words, see, customer) + Bills(words, customer) + Process(words, customer) +
           People(words, customer) + Facts(words, customer) + Promises(words, customer) +
           Tasks(words, customer);
  }
  out += CompanySheet(words, see) + Calendar(words, see) + "\n";
  out += words.Ui("web.ledger.spent") + " " + words.language().Money(see.spent) + "\n";
  return out;
}

std::string BillLine(const Phrasebook& words, const BillView& bill) {
  const std::string line =
      words.Ui("web.bill.line",
               {{"instrument", words.Ui(fmt::format("instrument.{}", static_cast<int>(bill.kind)))},
                {"amount", words.language().Money(bill.amount)},
                {"date", words.language().DateShort(bill.maturity)}});
  return line + words.Ui("web.list_comma") +
         words.Ui(Numbered("bill.state", static_cast<int>(bill.state)));
}

std::string PaperSheet(const Phrasebook& words, const CustomerView& customer,
                       const DocumentView& paper) {
  std::string out = "\n  " + words.Text(paper.title) + "\n";
  if (paper.body != 0) out += Wrapped(words.Text(paper.body), "    ") + "\n";
  for (const FieldView& field : paper.fields) {
    std::string value = words.Text(field.value);
    if (field.inspected) {
      std::string found = words.Ui("web.paper.agrees");
      for (const FactView& fact : customer.facts) {
        if (field.fact != kNone && fact.id == field.fact) found = words.Text(fact.text);
      }
      value += words.Ui("cli.in_brackets", {{"text", found}});
    }
    out += Wrapped(value, "    " + PadRight(words.Text(field.label), 24)) + "\n";
  }
  for (const SealView& seal : paper.seals) {
    out += "    " + PadRight(words.Text(seal.who), 24) +
           words.Ui(seal.present ? "web.paper.sealed" : "web.paper.no_seal") + "\n";
  }
  return out;
}

}  // namespace huikuan::cli
