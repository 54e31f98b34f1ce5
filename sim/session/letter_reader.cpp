// Reads a letter draft before it is sent: which elements it has, whether its figures are the
// ledger's, whether level, tone and law fit. Rules see the reading, never the words.
#include <algorithm>
#include <string>
#include <tuple>

#include "content/reader.h"
#include "content/scenario.h"
#include "huikuan/session.h"
#include "rules/letter/standard.h"
#include "session/letter_facts.h"
#include "session/letter_lexicon.h"
#include "session/letter_places.h"

namespace huikuan {

namespace {

using content::Clause;
using letters::Fact;
using letters::Span;
using letters::Wrong;

// Business days within which the same letter again is nagging (rules/letter/send_letter.cpp).
constexpr int kRepeat = 8;

struct WrongRow {
  Wrong wrong;
  const char* key;
  LetterBlock block;
  bool serious;
};
constexpr WrongRow kWrongRows[] = {
    {Wrong::kThreat, "threat", LetterBlock::kTone, true},
    {Wrong::kDisclosure, "disclosure", LetterBlock::kTone, true},
    {Wrong::kInsult, "insult", LetterBlock::kTone, true},
    {Wrong::kBegging, "begging", LetterBlock::kTone, false},
    {Wrong::kVagueTime, "vague", LetterBlock::kAction, false},
    {Wrong::kVagueAmount, "vague_amount", LetterBlock::kAction, false},
    {Wrong::kLegalStep, "too_harsh", LetterBlock::kEscalation, false},
    {Wrong::kFalseSuit, "false_suit", LetterBlock::kLegal, true},
    {Wrong::kFault, "fault_admitted", LetterBlock::kLegal, true},
    {Wrong::kWaiver, "interest_waived", LetterBlock::kLegal, true},
    {Wrong::kEarlierLetters, "wrong_history", LetterBlock::kFacts, true},
    {Wrong::kBlank, "blank_left", LetterBlock::kElements, true}};

const char* ElementKey(content::LetterElement element) {
  switch (element) {
    case content::LetterElement::kDemand:
      return "no_demand";
    case content::LetterElement::kSealRequest:
      return "no_seal_request";
    case content::LetterElement::kEnclosures:
      return "no_enclosures";
    case content::LetterElement::kConsequence:
      return "no_consequence";
    case content::LetterElement::kMandate:
      return "no_mandate";
    case content::LetterElement::kNone:
      break;
  }
  return "elements_missing";
}

class LetterReader {
 public:
  LetterReader(const Scenario& content, const Observation& seen, const LetterDraft& draft)
      : content_(content),
        seen_(seen),
        customer_(seen.customers[draft.customer]),
        draft_(draft),
        has_words_(!draft.words.empty() || !draft.unedited.empty()),
        text_(draft.words),
        places_(content, customer_, draft, text_) {}

  LetterCheck Read() {
    LetterReading& r = check_.reading;
    r.level = draft_.level;
    r.delivery = draft_.delivery;
    for (const PersonId p : draft_.recipients) {
      if (p < 16) r.recipients = static_cast<std::uint16_t>(r.recipients | (1U << p));
    }
    for (const PersonId p : draft_.copies) {
      if (p < 16 && (r.recipients >> p & 1) == 0) {
        r.copies = static_cast<std::uint16_t>(r.copies | (1U << p));
      }
    }
    for (const DocumentId d : draft_.enclosures) {
      if (d < 16) r.enclosures = static_cast<std::uint16_t>(r.enclosures | (1U << d));
    }
    ReadClauses();
    has_words_ ? ReadWords() : ReadChoices();
    ReadSheet();
    if ((r.flags & kLetterNoAmount) != 0) r.flags |= kLetterNamesNoSum;
    Score();
    std::stable_sort(check_.findings.begin(), check_.findings.end(),
                     [](const LetterFinding& a, const LetterFinding& b) {
                       const bool words_a = a.place <= LetterPlace::kMissing;
                       const bool words_b = b.place <= LetterPlace::kMissing;
                       return words_a != words_b ? words_b : words_a && a.begin < b.begin;
                     });
    return std::move(check_);
  }

 private:
  int level() const { return static_cast<int>(draft_.level); }
  bool Mild() const { return draft_.level <= LetterLevel::kReminder; }
  const Clause* ClauseAt(ClauseId id) const {
    return id < content_.clauses.size() ? &content_.clauses[id] : nullptr;
  }

  // ---- findings ------------------------------------------------------------------------------

  LetterFinding& Add(const char* key, LetterBlock block, bool serious, LetterPlace place) {
    LetterFinding finding;
    finding.key = key;
    finding.block = block;
    finding.serious = serious;
    finding.place = place;
    check_.findings.push_back(std::move(finding));
    return check_.findings.back();
  }
  void AddAt(const char* key, LetterBlock block, bool serious, Span span,
             std::vector<TypedArg> args = {}) {
    LetterFinding& finding = Add(key, block, serious, LetterPlace::kWords);
    std::tie(finding.begin, finding.end) = text_.Bytes(span);
    finding.quoted = text_.Typed(span);
    finding.clause = places_.OwnerOf(span.from);
    finding.args = std::move(args);
  }
  // What `clause` should have said is missing.
  void AddMissing(const char* key, LetterBlock block, bool serious, ClauseId clause) {
    places_.PlaceMissing(clause, &Add(key, block, serious, LetterPlace::kMissing));
  }
  bool Found(std::string_view key) const {
    return std::any_of(check_.findings.begin(), check_.findings.end(),
                       [&](const LetterFinding& f) { return f.key == key; });
  }

  // ---- clauses --------------------------------------------------------------------------------

  void ReadClauses() {
    for (std::size_t i = 0; i < content_.clauses.size(); ++i) {
      const Clause& clause = content_.clauses[i];
      const auto id = static_cast<ClauseId>(i);
      const bool in =
          std::find(draft_.clauses.begin(), draft_.clauses.end(), id) != draft_.clauses.end();
      if (!in) continue;
      check_.reading.clauses |= 1ULL << i;
      claims_interest_ = claims_interest_ || clause.claims_interest;
      if (clause.threatens && !has_words_) check_.reading.flags |= kLetterThreat;
      const bool fits = ((clause.levels >> level()) & 1) != 0;
      if (fits) continue;
      if (const auto at = places_.ParagraphOf(id)) {
        AddAt("clause_out_of_place", LetterBlock::kEscalation, false, *at);
      } else {
        Add("clause_out_of_place", LetterBlock::kEscalation, false, LetterPlace::kLevel);
      }
    }
  }

  // ---- a draft without words: its clauses and choices alone ------------------------------------

  void ReadChoices() {
    LetterReading& r = check_.reading;
    bool amount = false, date = false, missing = false;
    for (std::size_t i = 0; i < content_.clauses.size(); ++i) {
      const Clause& clause = content_.clauses[i];
      const bool in = (r.clauses >> i & 1) != 0;
      amount = amount || (in && clause.states_amount);
      date = date || (in && clause.states_date);
      missing = missing || (!in && ((clause.required >> level()) & 1) != 0);
      if (in && clause.threatens) Add("threat", LetterBlock::kTone, true, LetterPlace::kLevel);
    }
    if (missing) {
      r.flags |= kLetterElementsMissing;
      Add("elements_missing", LetterBlock::kElements, true, LetterPlace::kLevel);
    }
    if (amount) r.amount = draft_.amount;
    if (date) r.pay_by = draft_.pay_by;
    if (r.amount <= 0) {
      Flag(kLetterNoAmount, "no_amount", LetterBlock::kElements, !Mild());
    } else if (r.amount != customer_.outstanding) {
      Flag(kLetterWrongAmount, "wrong_amount", LetterBlock::kFacts, true);
    }
    if (r.pay_by == kNoDate) {
      r.flags |= kLetterNoDate;
      if (draft_.level >= LetterLevel::kReminder) {
        Add("no_date", LetterBlock::kElements, true, LetterPlace::kLevel);
      }
    }
    if (claims_interest_) ReadInterest();
  }
  void Flag(LetterFlag flag, const char* key, LetterBlock block, bool serious) {
    check_.reading.flags |= flag;
    Add(key, block, serious, LetterPlace::kLevel);
  }
  // What is claimed against what the law gives to date; the draft may leave the sum to us.
  void ReadInterest() {
    const Cents lawful = customer_.legal.interest;
    const Cents claimed = draft_.interest == kLawfulInterest ? lawful : draft_.interest;
    if (lawful > 0 && claimed <= lawful) return;
    Flag(kLetterInterestHigh, lawful > 0 ? "interest_high" : "interest_none", LetterBlock::kFacts,
         true);
  }

  // ---- the words --------------------------------------------------------------------------------

  void ReadWords() {
    LetterReading& r = check_.reading;
    if (draft_.words != draft_.unedited) r.flags |= kLetterWordsEdited;
    const letters::Stated stated = letters::ReadFacts(content_, seen_, customer_, text_);
    for (const letters::Found& wrong : stated.wrong) {
      AddAt(wrong.key, wrong.block, wrong.serious, wrong.span, wrong.args);
    }
    r.amount = stated.amount;
    r.pay_by = InReach(stated.deadline) ? stated.deadline : kNoDate;
    ReadLexicon();
    ReadElements(stated);
    ReadLaw();
    if (claims_interest_ && customer_.legal.interest == 0 && !Found("interest_none")) {
      AddInterestNone();
    }
    if (Found("wrong_amount")) r.flags |= kLetterWrongAmount;
    if (!stated.Has(Fact::kAmount)) r.flags |= kLetterNoAmount;
    if (r.pay_by == kNoDate) r.flags |= kLetterNoDate;
    if (Found("threat")) r.flags |= kLetterThreat;
    if (Found("disclosure")) r.flags |= kLetterDisclosure;
    if (Found("false_suit")) r.flags |= kLetterFalseClaim;
    if (Found("interest_high") || Found("interest_none")) r.flags |= kLetterInterestHigh;
  }
  // Days beyond the calendar are words, not dates a command could carry.
  bool InReach(Date date) const {
    return date != kNoDate && date >= content_.start && date <= content_.start + 500;
  }
  void AddInterestNone() {
    for (const ClauseId id : draft_.clauses) {
      const Clause* clause = ClauseAt(id);
      const auto at = places_.ParagraphOf(id);
      if (clause == nullptr || !clause->claims_interest || !at) continue;
      AddAt("interest_none", LetterBlock::kFacts, true, *at);
    }
  }

  void ReadLexicon() {
    bool earlier = false;
    for (const LetterView& letter : customer_.letters) {
      earlier = earlier || (letter.level >= LetterLevel::kReminder && letter.last_sent != kNever);
    }
    for (const letters::Hit& hit : letters::FindWrongWords(text_)) {
      if (hit.wrong == Wrong::kLegalStep && !Mild()) continue;
      if (hit.wrong == Wrong::kEarlierLetters && earlier) continue;
      if (hit.wrong == Wrong::kVagueTime && NamesDay(hit.span)) continue;
      for (const WrongRow& row : kWrongRows) {
        if (row.wrong == hit.wrong) AddAt(row.key, row.block, row.serious, hit.span);
      }
    }
  }
  // The sentence names its day after all.
  bool NamesDay(Span span) const {
    const Span sentence = text_.Sentence(span.from);
    const letters::LetterText alone(text_.Typed(sentence));
    return letters::ReadFacts(content_, seen_, customer_, alone).deadline != kNoDate;
  }

  void ReadElements(const letters::Stated& stated) {
    unsigned told = 0;  // facts already said to be missing
    std::vector<std::size_t> order(content_.clauses.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return content_.clauses[a].order < content_.clauses[b].order;
    });
    for (const std::size_t i : order) {
      const Clause& clause = content_.clauses[i];
      if (((clause.required >> level()) & 1) == 0) continue;
      const auto id = static_cast<ClauseId>(i);
      const std::size_t before = check_.findings.size();
      if (!SaysElement(clause.element)) {
        AddMissing(ElementKey(clause.element), BlockOf(clause.element), true, id);
        // Who does not ask names no day and no sum to ask for either.
        if (clause.element == content::LetterElement::kDemand) told |= Bit(Fact::kDeadline);
      }
      for (const Fact fact : FactsOf(clause)) {
        if (stated.Has(fact) || (told & Bit(fact)) != 0) continue;
        told |= Bit(fact);
        AddMissing(letters::MissingKey(fact), LetterBlock::kElements,
                   fact != Fact::kContact || !Mild(), id);
      }
      missing_ += check_.findings.size() > before ? 1 : 0;
    }
    if (draft_.words != draft_.unedited) CountClauses(stated);
    if (missing_ > 0) check_.reading.flags |= kLetterElementsMissing;
  }
  // In edited words a clause counts as long as its paragraph stands or what it says is said some
  // other way; so does one that was written by hand where the level asks for it.
  void CountClauses(const letters::Stated& stated) {
    for (std::size_t i = 0; i < content_.clauses.size(); ++i) {
      const Clause& clause = content_.clauses[i];
      const std::vector<Fact> facts = FactsOf(clause);
      const bool carries = !facts.empty() || clause.element != content::LetterElement::kNone;
      const bool said =
          carries && SaysElement(clause.element) &&
          std::all_of(facts.begin(), facts.end(), [&](Fact fact) { return stated.Has(fact); });
      std::uint64_t& clauses = check_.reading.clauses;
      const std::uint64_t bit = 1ULL << i;
      const bool stands = places_.ParagraphOf(static_cast<ClauseId>(i)).has_value();
      if ((clauses & bit) != 0 && !stands && !said) clauses &= ~bit;
      const bool asked = ((clause.required >> level()) & 1) != 0;
      if (said && asked && customer_.clauses[i].available) clauses |= bit;
    }
  }
  static unsigned Bit(Fact fact) { return 1U << static_cast<int>(fact); }
  static LetterBlock BlockOf(content::LetterElement element) {
    return element == content::LetterElement::kDemand        ? LetterBlock::kLegal
           : element == content::LetterElement::kConsequence ? LetterBlock::kEscalation
                                                             : LetterBlock::kElements;
  }
  bool SaysElement(content::LetterElement element) const {
    if (element == content::LetterElement::kNone) return true;
    if (element != content::LetterElement::kDemand) {
      return letters::SpeaksOf(text_.text(), static_cast<int>(element));
    }
    for (std::size_t at = 0; at < text_.text().size();) {
      const Span sentence = text_.Sentence(at);
      const std::u32string_view words = text_.View(sentence);
      if (letters::AsksForPayment(words) && !letters::SpeaksOfTerms(words)) return true;
      at = std::max(sentence.to, at) + 1;
    }
    return false;
  }
  std::vector<Fact> FactsOf(const Clause& clause) const {
    std::vector<Fact> facts;
    for (const auto& wordings : content_.texts[clause.text].by_language) {
      for (const std::string& words : wordings) {
        std::vector<std::string> blanks;
        content::Placeholders(words, &blanks);
        for (const std::string& blank : blanks) {
          const Fact fact = letters::FactOfBlank(blank);
          const bool known = std::find(facts.begin(), facts.end(), fact) != facts.end();
          if (fact != Fact::kCount && !known) facts.push_back(fact);
        }
      }
    }
    return facts;
  }

  // Rules cited that do not hold here.
  void ReadLaw() {
    if (customer_.legal.sme_applies) return;
    for (const std::u32string_view rule : {std::u32string_view(U"中小企业款项支付"),
                                           std::u32string_view(U"regulation on payments to sme"),
                                           std::u32string_view(U"sme payment")}) {
      if (const auto span = letters::FindPattern(text_.text(), rule)) {
        AddAt("sme_not_applicable", LetterBlock::kLegal, true, *span);
        return;
      }
    }
  }

  // ---- choices beside the words ---------------------------------------------------------------

  void ReadSheet() {
    if (check_.reading.recipients == 0) {
      Add("no_recipient", LetterBlock::kElements, true, LetterPlace::kRecipients);
    }
    if (draft_.level >= LetterLevel::kFirstDemand && draft_.delivery == Delivery::kEmail) {
      Add("no_proof_of_delivery", LetterBlock::kLegal, false, LetterPlace::kDelivery);
    }
    int overdue = 0;
    bool disputed = false;
    for (const InvoiceView& invoice : customer_.invoices) {
      if (!invoice.collectable || !invoice.delivered || invoice.paid >= invoice.amount) continue;
      overdue = std::max(overdue, invoice.days_overdue);
      disputed = disputed || invoice.disputed;
    }
    const LetterView* view = nullptr;
    for (const LetterView& letter : customer_.letters) {
      if (letter.level == draft_.level) view = &letter;
    }
    if (view == nullptr) return;
    if (overdue < view->fits_from) {
      Add("too_early", LetterBlock::kEscalation, false, LetterPlace::kLevel);
    } else if (overdue > view->fits_to) {
      Add("too_mild", LetterBlock::kEscalation, false, LetterPlace::kLevel);
    }
    if (!view->ready) Add("not_instructed", LetterBlock::kEscalation, true, LetterPlace::kLevel);
    if (view->last_sent != kNever && seen_.clock.day - view->last_sent < kRepeat) {
      Add("repeated", LetterBlock::kEscalation, false, LetterPlace::kLevel);
    }
    if (disputed && draft_.level >= LetterLevel::kSecondDemand) {
      Add("dispute_open", LetterBlock::kEscalation, true, LetterPlace::kLevel);
    }
  }

  // ---- points -----------------------------------------------------------------------------------

  void Score() {
    // Points lost for each finding in a block (models.md §6; design values where it is silent).
    constexpr int kLost[kLetterBlocks] = {5, 10, 10, 5, 5, 5};
    int sum = 0;
    for (int b = 0; b < kLetterBlocks; ++b) {
      const auto block = static_cast<LetterBlock>(b);
      int points = kLetterBlockWeights[static_cast<std::size_t>(b)];
      for (const LetterFinding& finding : check_.findings) {
        if (finding.block != block) continue;
        points -= finding.serious ? kLost[b] : (kLost[b] + 1) / 2;
      }
      points = std::max(points, 0);
      check_.blocks[static_cast<std::size_t>(b)] = static_cast<std::uint8_t>(points);
      sum += points;
    }
    int quality = rules::ClauseQuality(content_, draft_.level, check_.reading.clauses);
    quality = std::min(quality, sum);
    // A wrong total or a wrong addressee caps the letter (models.md §6).
    const bool spoilt =
        (check_.reading.flags & (kLetterWrongAmount | kLetterThreat)) != 0 || Found("wrong_party");
    check_.reading.quality = static_cast<std::uint8_t>(spoilt ? std::min(quality, 40) : quality);
  }

  const Scenario& content_;
  const Observation& seen_;
  const CustomerView& customer_;
  const LetterDraft& draft_;
  const bool has_words_;
  const letters::LetterText text_;
  const letters::ClausePlaces places_;
  LetterCheck check_;
  bool claims_interest_ = false;
  int missing_ = 0;
};

}  // namespace

LetterCheck ReadLetter(const Scenario& scenario, const Observation& observation,
                       const LetterDraft& draft) {
  if (draft.customer >= observation.customers.size()) return {};
  return LetterReader(scenario, observation, draft).Read();
}

}  // namespace huikuan
