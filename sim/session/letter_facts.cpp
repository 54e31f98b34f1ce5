#include "session/letter_facts.h"

#include <algorithm>

#include "session/letter_figures.h"

namespace huikuan::letters {

namespace {

struct BlankRow {
  std::string_view blank;
  Fact fact;
};
constexpr BlankRow kBlanks[] = {{"their_company", Fact::kDebtor},
                                {"customer", Fact::kDebtor},
                                {"our_company", Fact::kCreditor},
                                {"contract_no", Fact::kContract},
                                {"delivery_date", Fact::kDelivery},
                                {"due_date", Fact::kDueDate},
                                {"invoice_no", Fact::kInvoice},
                                {"amount", Fact::kAmount},
                                {"days", Fact::kDays},
                                {"date", Fact::kDeadline},
                                {"pay_by", Fact::kDeadline},
                                {"our_account", Fact::kAccount},
                                {"our_phone", Fact::kContact},
                                {"me", Fact::kContact}};

constexpr const char* kMissingKeys[] = {"no_debtor",   "no_creditor", "no_contract", "no_delivery",
                                        "no_due_date", "no_invoice",  "no_amount",   "no_days",
                                        "no_date",     "no_account",  "no_contact"};
static_assert(std::size(kMissingKeys) == static_cast<std::size_t>(Fact::kCount));

// A name more unlike than this, per cent of its characters, is another name; and so is a second
// mention beside a right one.
constexpr std::size_t kSameName = 30, kSecondMention = 20;
constexpr char32_t kMasked = U'\x01';

// Names and numbers the file knows, found in the letter and hidden from what comes after.
class NameFinder {
 public:
  NameFinder(const Scenario& content, const Observation& seen, const CustomerView& customer,
             const LetterText& text, Stated* out)
      : content_(content),
        seen_(seen),
        customer_(customer),
        text_(text),
        masked_(text.text()),
        out_(*out) {}

  std::u32string Find() {
    MaskTerms();
    Party(Fact::kDebtor, {"their_company"}, customer_.name, "wrong_party");
    Party(Fact::kCreditor, {"our_company"}, seen_.seller, "wrong_creditor");
    Codes();
    return std::move(masked_);
  }

 private:
  std::vector<std::u32string> Wordings(TextRef ref) const {
    std::vector<std::u32string> out;
    if (ref >= content_.texts.size()) return out;
    for (const auto& wordings : content_.texts[ref].by_language) {
      for (const std::string& words : wordings) {
        std::u32string line = OneLine(words);
        if (line.size() >= 2) out.push_back(std::move(line));
      }
    }
    return out;
  }
  TextRef Term(std::string_view name) const {
    for (const TypedArg& term : customer_.terms) {
      if (term.name == name && term.kind == TypedArg::Kind::kText) {
        return static_cast<TextRef>(term.value);
      }
    }
    return 0;
  }

  bool Mask(const std::u32string& words) {
    bool any = false;
    for (std::size_t at = masked_.find(words); at != std::u32string::npos;
         at = masked_.find(words, at + words.size())) {
      std::fill_n(masked_.begin() + static_cast<std::ptrdiff_t>(at), words.size(), kMasked);
      any = true;
    }
    return any;
  }

  // Longest first, so that no name is found inside another.
  void MaskTerms() {
    struct Known {
      std::u32string words;
      Fact fact;
    };
    std::vector<Known> known;
    const auto add = [&](TextRef ref, Fact fact) {
      for (std::u32string& words : Wordings(ref)) known.push_back({std::move(words), fact});
    };
    for (const std::string_view name : {"their_company", "our_company", "contract_no", "invoice_no",
                                        "our_account", "our_phone", "me"}) {
      add(Term(name), FactOfBlank(name));
    }
    for (const std::string_view name : {"our_bank", "equipment"}) add(Term(name), Fact::kCount);
    add(customer_.name, Fact::kDebtor);
    add(seen_.seller, Fact::kCreditor);
    for (const InvoiceView& invoice : customer_.invoices) {
      add(invoice.number, Fact::kCount);
      add(invoice.title, Fact::kCount);
    }
    std::stable_sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
      return a.words.size() > b.words.size();
    });
    for (const Known& name : known) {
      if (!Mask(name.words)) continue;
      if (name.fact != Fact::kCount) State(name.fact);
    }
  }

  void Party(Fact fact, std::initializer_list<std::string_view> terms, TextRef also,
             const char* key) {
    std::vector<TextRef> refs = {also};
    for (const std::string_view term : terms) refs.insert(refs.begin(), Term(term));
    const std::size_t most = out_.Has(fact) ? kSecondMention : kSameName;
    for (const TextRef ref : refs) {
      if (ref == 0) continue;
      for (const std::u32string& name : Wordings(ref)) {
        if (name.size() < 4) continue;
        const Likeness like = MostLike(masked_, name);
        if (like.differs == 0 || like.differs * 100 > name.size() * most) continue;
        Wrong(key, like.span, ref);
        State(fact);
        Hide(like.span);
        return;
      }
    }
  }

  // Contract, invoice, account and telephone numbers.
  void Codes() {
    struct Code {
      std::string_view term;
      const char* key;
    };
    constexpr Code kCodes[] = {{"contract_no", "wrong_contract"},
                               {"invoice_no", "wrong_invoice"},
                               {"our_account", "wrong_account"},
                               {"our_phone", "wrong_contact"}};
    for (const Span& token : CodesIn(masked_)) {
      const std::u32string digits = Compact(text_.View(token));
      const Code* best = nullptr;
      std::size_t differs = 0;
      for (const Code& code : kCodes) {
        for (const std::u32string& words : Wordings(Term(code.term))) {
          const std::u32string right = Compact(words);
          const std::size_t d = Distance(digits, right);
          if (d * 5 > right.size() * 2 || (best != nullptr && d >= differs)) continue;
          best = &code;
          differs = d;
        }
      }
      Hide(token);
      if (best == nullptr) continue;
      State(FactOfBlank(best->term));
      if (differs > 0) Wrong(best->key, token, Term(best->term));
    }
  }

  void State(Fact fact) { out_.facts |= 1U << static_cast<int>(fact); }
  void Hide(Span span) {
    std::fill(masked_.begin() + static_cast<std::ptrdiff_t>(span.from),
              masked_.begin() + static_cast<std::ptrdiff_t>(span.to), kMasked);
  }
  void Wrong(const char* key, Span span, TextRef right) {
    out_.wrong.push_back({key,
                          LetterBlock::kFacts,
                          true,
                          span,
                          {{"right", TypedArg::Kind::kText, static_cast<std::int64_t>(right)}}});
  }

  const Scenario& content_;
  const Observation& seen_;
  const CustomerView& customer_;
  const LetterText& text_;
  std::u32string masked_;
  Stated& out_;
};

}  // namespace

Fact FactOfBlank(std::string_view placeholder) {
  for (const BlankRow& row : kBlanks) {
    if (row.blank == placeholder) return row.fact;
  }
  return Fact::kCount;
}

const char* MissingKey(Fact fact) { return kMissingKeys[static_cast<std::size_t>(fact)]; }

Stated ReadFacts(const Scenario& content, const Observation& seen, const CustomerView& customer,
                 const LetterText& text) {
  Stated out;
  const std::u32string masked = NameFinder(content, seen, customer, text, &out).Find();
  ReadFigures({content, seen, customer, text, masked}, &out);
  return out;
}

}  // namespace huikuan::letters
