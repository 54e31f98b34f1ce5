#include "session/letter_figures.h"

#include <algorithm>
#include <optional>

#include "recognise/numbers.h"
#include "recognise/slots.h"
#include "session/letter_lexicon.h"

namespace huikuan::letters {

namespace {

using recognise::IsDigit;
using recognise::NumberAt;
using recognise::PieceAt;
using recognise::Slot;
using recognise::SlotKind;

bool Any(std::u32string_view text, std::initializer_list<std::u32string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

class FigureReader {
 public:
  FigureReader(const FigureInput& in, Stated* out)
      : in_(in), text_(in.masked), today_(in.seen.clock.date), out_(*out) {
    recognise::Typed typed;
    typed.text = in.masked;
    typed.at.resize(typed.text.size() + 1);
    slots_ = recognise::FindSlots(typed, today_);
  }

  void Read() {
    FindKnown();
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if (slots_[i].kind == SlotKind::kAmount) Amount(slots_[i]);
      if (slots_[i].kind == SlotKind::kDate) ReadDay(i);
    }
    Days();
    ClauseNumbers();
    Rates();
  }

 private:
  // The sentence `at` stands in, without names: a title may well say "balance".
  std::u32string_view Around(std::size_t at) const {
    const Span sentence = in_.text.Sentence(at);
    return text_.substr(sentence.from, sentence.to - sentence.from);
  }
  void State(Fact fact) { out_.facts |= 1U << static_cast<int>(fact); }
  void Wrong(const char* key, Span span, TypedArg right, LetterBlock block = LetterBlock::kFacts) {
    right.name = "right";
    out_.wrong.push_back({key, block, true, span, {std::move(right)}});
  }
  static TypedArg Money(Cents amount) { return {"right", TypedArg::Kind::kMoney, amount}; }
  static TypedArg On(Date date) { return {"right", TypedArg::Kind::kDate, date}; }

  // Sums and days that may stand in a letter without being wrong.
  void FindKnown() {
    const CustomerView& c = in_.customer;
    sums_ = {c.outstanding,    c.open_total,
             c.received,       c.outstanding + c.received,
             c.legal.interest, c.outstanding + c.legal.interest};
    days_ = {today_};
    for (const InvoiceView& invoice : c.invoices) {
      sums_.insert(sums_.end(),
                   {invoice.amount, invoice.paid, invoice.amount - invoice.paid, invoice.interest});
      days_.insert(days_.end(), {invoice.due, invoice.agreed_due, invoice.in_time_until});
      if (invoice.collectable && invoice.paid < invoice.amount) {
        overdue_.push_back(std::max(0, invoice.days_overdue));
      }
    }
    for (const TypedArg& term : c.terms) {
      if (term.kind == TypedArg::Kind::kMoney) sums_.push_back(term.value);
      if (term.kind == TypedArg::Kind::kDate) days_.push_back(static_cast<Date>(term.value));
    }
    for (const PromiseView& promise : c.promises) {
      sums_.push_back(promise.amount);
      days_.push_back(promise.date);
    }
    for (const DocumentView& document : c.documents) {
      if (document.opened) days_.push_back(document.date);
    }
    for (const BillView& bill : c.bills) sums_.push_back(bill.amount);
  }
  bool KnownSum(Cents amount) const {
    return amount > 0 && std::find(sums_.begin(), sums_.end(), amount) != sums_.end();
  }
  bool KnownDay(Date date) const {
    return std::find(days_.begin(), days_.end(), date) != days_.end();
  }

  // The whole sum due stands in the same sentence.
  bool SaysOutstanding(Span sentence) const {
    return std::any_of(slots_.begin(), slots_.end(), [&](const Slot& slot) {
      return slot.kind == SlotKind::kAmount && slot.value == in_.customer.outstanding &&
             sentence.Holds(slot.from);
    });
  }

  void Amount(const Slot& slot) {
    const Cents right = in_.customer.outstanding;
    const Span span{slot.from, slot.to};
    const std::u32string_view sentence = Around(slot.from);
    if (slot.value == right) {
      State(Fact::kAmount);
      if (out_.amount == 0) out_.amount = right;
      return;
    }
    const bool owed = SaysOwed(sentence) && !SaysOutstanding(in_.text.Sentence(slot.from));
    if (KnownSum(slot.value) && !owed) return;
    // Nearer to the debt than to its interest: a slip in the sum itself.
    const bool interest = SpeaksOfInterest(sentence) && slot.value * 2 < right;
    const Cents lawful = in_.customer.legal.interest;
    if (interest) {
      if (slot.value <= lawful) return;
      Wrong(lawful > 0 ? "interest_high" : "interest_none", span, Money(lawful));
      return;
    }
    State(Fact::kAmount);
    Wrong("wrong_amount", span, Money(right));
    out_.amount = slot.value;
  }

  // A year after the day, which speech leaves out: "3 Feb 2026", "October 6, 2025".
  void WithYear(Slot* slot) const {
    std::size_t i = slot->to;
    while (i < text_.size() && (text_[i] == U' ' || text_[i] == U',') && i - slot->to < 2) ++i;
    int year = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      if (i + k >= text_.size() || !IsDigit(text_[i + k])) return;
      year = year * 10 + static_cast<int>(text_[i + k] - U'0');
    }
    const bool more = i + 4 < text_.size() && IsDigit(text_[i + 4]);
    if (more || year < 1990 || year > 2100) return;
    const Civil civil = ToCivil(static_cast<Date>(slot->value));
    slot->value = FromCivil(year, civil.month, civil.day);
    slot->to = i + 4;
  }

  // Without a year it is the day of the file that is called so, if there is one.
  void OfTheFile(Slot* slot) const {
    int digits = 0;
    for (std::size_t i = slot->from; i < slot->to; ++i) {
      digits = IsDigit(text_[i]) ? digits + 1 : 0;
      if (digits == 4) return;
    }
    const Civil named = ToCivil(static_cast<Date>(slot->value));
    for (const Date day : days_) {
      if (day == kNoDate) continue;
      const Civil civil = ToCivil(day);
      if (civil.month == named.month && civil.day == named.day) slot->value = day;
    }
  }

  // "Thursday, 12 March": the weekday only accompanies the day.
  bool Accompanies(std::size_t i) const {
    const auto figures = [&](const Slot& s) {
      return std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(s.from),
                         text_.begin() + static_cast<std::ptrdiff_t>(s.to), IsDigit);
    };
    if (figures(slots_[i])) return false;
    const auto beside = [&](std::size_t k) {
      if (k >= slots_.size() || slots_[k].kind != SlotKind::kDate || !figures(slots_[k]))
        return false;
      const Slot& a = slots_[std::min(i, k)];
      const Slot& b = slots_[std::max(i, k)];
      return b.from - a.to <= 7;  // a year may stand between
    };
    return beside(i + 1) || (i > 0 && beside(i - 1));
  }

  // Words beside the day that make it a day to pay by.
  bool Before(const Slot& slot) const {
    const std::u32string_view after = text_.substr(slot.to, 3);
    if (Any(after, {U"前", U"之前", U"以前"})) return true;
    const std::size_t from = slot.from < 24 ? 0 : slot.from - 24;
    const std::u32string_view lead = text_.substr(from, slot.from - from);
    return Any(lead, {U"by ", U"before ", U"later than ", U"until ", U"最迟", U"不晚于"});
  }
  bool TellsThePast(std::u32string_view sentence) const {
    return Any(sentence, {U"到期", U"签收", U"交付", U"送达", U"届满", U"交货", U"fell due",
                          U"due on", U"was due", U"delivered", U"signed for", U"payable by",
                          U"period ended", U"应于", U"应在"});
  }

  void ReadDay(std::size_t i) {
    Slot slot = slots_[i];
    if (Accompanies(i)) return;
    WithYear(&slot);
    OfTheFile(&slot);
    const std::u32string_view after = text_.substr(slot.to, 6);
    if (Any(after, {U" after", U" of d", U" from"})) return;  // a term, no day
    const auto date = static_cast<Date>(slot.value);
    const std::u32string_view sentence = Around(slot.from);
    const Span span{slot.from, slot.to};
    if (KnownDay(date)) {
      StateDay(date);
      return;
    }
    const bool asks = Before(slot) || AsksForPayment(sentence);
    if (date > today_) {
      if (TellsThePast(sentence) && !Before(slot)) {
        WrongDay(span);
      } else if (asks || out_.deadline == kNoDate) {
        Deadline(date, span, sentence);
      }
      return;
    }
    const bool gone = Before(slot) && AsksForPayment(sentence) && !TellsThePast(sentence);
    if (gone) {
      State(Fact::kDeadline);
      Wrong("deadline_past", span, On(today_), LetterBlock::kLegal);
      out_.deadline = out_.deadline == kNoDate ? date : out_.deadline;
      return;
    }
    WrongDay(span);
  }
  void StateDay(Date date) {
    for (const TypedArg& term : in_.customer.terms) {
      if (term.kind != TypedArg::Kind::kDate || term.value != date) continue;
      if (term.name == "due_date") State(Fact::kDueDate);
      if (term.name == "delivery_date") State(Fact::kDelivery);
    }
    for (const InvoiceView& invoice : in_.customer.invoices) {
      if (invoice.due == date) State(Fact::kDueDate);
    }
  }
  void WrongDay(Span span) {
    const std::u32string_view sentence = Around(span.from);
    const bool delivery = Any(sentence, {U"签收", U"交付", U"送达", U"deliver", U"signed for"}) &&
                          !out_.Has(Fact::kDelivery);
    const Fact fact = delivery ? Fact::kDelivery : Fact::kDueDate;
    State(fact);
    Date right = in_.customer.focus < in_.customer.invoices.size()
                     ? in_.customer.invoices[in_.customer.focus].due
                     : kNoDate;
    for (const TypedArg& term : in_.customer.terms) {
      const bool this_one = term.name == (delivery ? "delivery_date" : "due_date");
      if (this_one && term.kind == TypedArg::Kind::kDate) right = static_cast<Date>(term.value);
    }
    Wrong("wrong_date", span, On(right));
  }
  void Deadline(Date date, Span span, std::u32string_view sentence) {
    State(Fact::kDeadline);
    if (out_.deadline == kNoDate) {
      out_.deadline = date;
    } else if (date != out_.deadline && !SpeaksOfPlan(sentence)) {
      Wrong("two_dates", span, On(out_.deadline), LetterBlock::kAction);
    }
  }

  // "逾期 27 天", "27 days overdue".
  void Days() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const bool inside = i > 0 && (IsDigit(text_[i - 1]) || text_[i - 1] == U'.');
      if (inside) continue;
      const auto n = NumberAt(text_, i);
      if (!n || n->fraction || n->hundredths % 100 != 0) continue;
      std::size_t end = n->end;
      if (PieceAt(text_, end, U" ")) ++end;
      const bool counts =
          PieceAt(text_, end, U"天") || PieceAt(text_, end, U"日") || PieceAt(text_, end, U"day");
      const std::size_t next = n->end - 1;
      if (counts && OfDelay(i, end)) {
        State(Fact::kDays);
        const auto value = static_cast<int>(n->hundredths / 100);
        if (std::find(overdue_.begin(), overdue_.end(), value) == overdue_.end()) {
          const int right =
              overdue_.empty() ? 0 : *std::max_element(overdue_.begin(), overdue_.end());
          Wrong("wrong_days", {i, end + 1}, {"right", TypedArg::Kind::kNumber, right});
        }
      }
      i = std::max(i, next);
    }
  }
  bool OfDelay(std::size_t from, std::size_t end) const {
    const std::size_t begin = from < 8 ? 0 : from - 8;
    return Any(text_.substr(begin, from - begin), {U"逾期", U"超期", U"拖延", U"拖欠"}) ||
           Any(text_.substr(end, 20), {U"overdue", U" late", U"past due", U"of delay", U"behind"});
  }

  // The clause by which it is due, and that of late payment; other clauses may be cited freely.
  void ClauseNumbers() {
    for (const std::u32string_view lead : {U"第", U"clause "}) {
      for (std::size_t at = text_.find(lead); at != std::u32string_view::npos;
           at = text_.find(lead, at + 1)) {
        std::size_t end = at + lead.size();
        const std::size_t begin = end;
        while (end < text_.size() &&
               (IsDigit(text_[end]) ||
                (text_[end] == U'.' && end + 1 < text_.size() && IsDigit(text_[end + 1]))))
          ++end;
        if (end == begin || (lead == U"第" && !PieceAt(text_, end, U"条"))) continue;
        const std::u32string_view sentence = Around(at);
        const bool due = Any(sentence, {U"到期", U"支付", U"付清", U"届满", U"fell due",
                                        U"falls due", U"payable", U"due no later"});
        const bool late = SpeaksOfInterest(sentence);
        if (!due && !late) continue;
        const TextRef right = Term(late ? "late_clause_no" : "clause_no");
        if (right == 0 || Same(right, text_.substr(begin, end - begin))) continue;
        Wrong("wrong_clause", {at, lead == U"第" ? end + 1 : end},
              {"right", TypedArg::Kind::kText, static_cast<std::int64_t>(right)});
      }
    }
  }
  TextRef Term(std::string_view name) const {
    for (const TypedArg& term : in_.customer.terms) {
      if (term.name == name && term.kind == TypedArg::Kind::kText)
        return static_cast<TextRef>(term.value);
    }
    return 0;
  }
  bool Same(TextRef ref, std::u32string_view words) const {
    for (const auto& wordings : in_.content.texts[ref].by_language) {
      for (const std::string& text : wordings) {
        if (OneLine(text) == words) return true;
      }
    }
    return false;
  }

  // Rates of late interest a day, parts per million: 万分之五, 0.05%.
  static std::optional<std::pair<std::int64_t, Span>> RateAt(std::u32string_view text,
                                                             std::size_t at) {
    constexpr std::u32string_view kTenThousandth = U"万分之";
    if (PieceAt(text, at, kTenThousandth)) {
      const auto n = NumberAt(text, at + kTenThousandth.size());
      if (!n) return std::nullopt;
      return std::pair{n->hundredths, Span{at, n->end}};
    }
    std::size_t end = at;
    std::int64_t millionths = 0, unit = 0;
    for (; end < text.size() && (IsDigit(text[end]) || text[end] == U'.'); ++end) {
      if (text[end] == U'.') {
        if (unit != 0) return std::nullopt;
        unit = 1;
        continue;
      }
      if (unit > 10'000 || millionths > 1'000'000'000) return std::nullopt;
      millionths = millionths * 10 + static_cast<std::int64_t>(text[end] - U'0');
      if (unit > 0) unit *= 10;
    }
    if (end == at || end >= text.size() || text[end] != U'%') return std::nullopt;
    return std::pair{millionths * 10'000 / (unit == 0 ? 1 : unit), Span{at, end + 1}};
  }
  void Rates() {
    const TextRef agreed = Term("late_rate");
    if (agreed == 0) return;
    std::vector<std::int64_t> right;
    for (const auto& wordings : in_.content.texts[agreed].by_language) {
      for (const std::string& words : wordings) {
        const std::u32string line = OneLine(words);
        if (const auto rate = RateAt(line, 0)) right.push_back(rate->first);
      }
    }
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (i > 0 && (IsDigit(text_[i - 1]) || text_[i - 1] == U'.')) continue;
      const auto rate = RateAt(text_, i);
      if (!rate) continue;
      const std::u32string_view sentence = Around(i);
      const bool daily =
          Any(sentence, {U"按日", U"每日", U"每天", U"日息", U"a day", U"per day", U"daily"});
      if (!daily || !SpeaksOfInterest(sentence) ||
          std::find(right.begin(), right.end(), rate->first) != right.end()) {
        continue;
      }
      Wrong("wrong_rate", rate->second,
            {"right", TypedArg::Kind::kText, static_cast<std::int64_t>(agreed)});
    }
  }

  const FigureInput& in_;
  const std::u32string_view text_;
  const Date today_;
  Stated& out_;
  std::vector<Slot> slots_;
  std::vector<Cents> sums_;
  std::vector<Date> days_;
  std::vector<int> overdue_;
};

}  // namespace

void ReadFigures(const FigureInput& in, Stated* out) { FigureReader(in, out).Read(); }

}  // namespace huikuan::letters
