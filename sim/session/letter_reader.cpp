// Reads a letter draft before it is sent: which elements it has, whether its figures are the
// ledger's, whether its words threaten. Rules see the reading, never the words.
#include <algorithm>
#include <string>

#include "content/scenario.h"
#include "huikuan/session.h"
#include "rules/letter/standard.h"

namespace huikuan {

namespace {

// Words no lawful letter contains; found in edited letters. (The recogniser will take this over.)
constexpr std::string_view kThreats[] = {"拉横幅",          "上门堵",       "让你们好看", "曝光你",
                                         "黑名单上见",      "banners",      "expose you", "or else",
                                         "make you regret", "tell everyone"};

// Digits of a text without grouping marks, so that 384,000 and 384000 are one figure.
std::string Digits(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      out.push_back(c);
    } else if (c == ',' && i > 0 && i + 1 < text.size() && text[i + 1] >= '0' &&
               text[i + 1] <= '9') {
      continue;
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class Reader {
 public:
  Reader(const Scenario& content, const Observation& seen, const LetterDraft& draft)
      : content_(content), customer_(seen.customers[draft.customer]), draft_(draft) {}

  LetterCheck Read() {
    LetterReading& r = check_.reading;
    r.level = draft_.level;
    r.delivery = draft_.delivery;
    for (const PersonId p : draft_.recipients) {
      if (p < 16) r.recipients = static_cast<std::uint16_t>(r.recipients | (1U << p));
    }
    ReadClauses();
    ReadFigures();
    ReadWords();
    if (r.recipients == 0) Find("no_recipient", true);
    ReadInterest();
    if (draft_.level >= LetterLevel::kFirstDemand && draft_.delivery == Delivery::kEmail) {
      Find("no_proof_of_delivery", false);
    }
    r.quality = Quality();
    return std::move(check_);
  }

 private:
  void Find(const char* key, bool serious) { check_.findings.push_back({key, serious}); }

  void ReadClauses() {
    const auto level = static_cast<int>(draft_.level);
    bool missing = false;
    for (std::size_t i = 0; i < content_.clauses.size(); ++i) {
      const content::Clause& clause = content_.clauses[i];
      const bool in = std::find(draft_.clauses.begin(), draft_.clauses.end(),
                                static_cast<ClauseId>(i)) != draft_.clauses.end();
      const bool required = ((clause.required >> level) & 1) != 0;
      const bool fits = ((clause.levels >> level) & 1) != 0;
      if (in) {
        check_.reading.clauses |= 1ULL << i;
        if (!fits) Find("clause_out_of_place", false);
        if (clause.threatens) {
          check_.reading.flags |= kLetterThreat;
          Find("threat", true);
        }
        states_amount_ = states_amount_ || clause.states_amount;
        states_date_ = states_date_ || clause.states_date;
        claims_interest_ = claims_interest_ || clause.claims_interest;
      } else if (required) {
        missing = true;
      }
    }
    if (missing) {
      check_.reading.flags |= kLetterElementsMissing;
      Find("elements_missing", true);
    }
  }

  // What is claimed against what the law gives to date; the draft may leave the sum to us.
  void ReadInterest() {
    if (!claims_interest_) return;
    const Cents lawful = customer_.legal.interest;
    const Cents claimed = draft_.interest == kLawfulInterest ? lawful : draft_.interest;
    if (lawful > 0 && claimed <= lawful) return;
    check_.reading.flags |= kLetterInterestHigh;
    Find(lawful > 0 ? "interest_high" : "interest_none", true);
  }

  void ReadFigures() {
    LetterReading& r = check_.reading;
    if (states_amount_) r.amount = draft_.amount;
    if (states_date_) r.pay_by = draft_.pay_by;
    if (!states_amount_ || draft_.amount <= 0) {
      r.flags |= kLetterNoAmount;
      Find("no_amount", draft_.level >= LetterLevel::kReminder);
    } else if (draft_.amount != customer_.outstanding) {
      r.flags |= kLetterWrongAmount;
      Find("wrong_amount", true);
    }
    if (!states_date_ || draft_.pay_by == kNoDate) {
      r.flags |= kLetterNoDate;
      if (draft_.level >= LetterLevel::kReminder) Find("no_date", true);
    }
  }

  void ReadWords() {
    if (draft_.words.empty() || draft_.words == draft_.unedited) return;
    LetterReading& r = check_.reading;
    r.flags |= kLetterWordsEdited;
    for (const std::string_view threat : kThreats) {
      if (!Contains(draft_.words, threat) || Contains(draft_.unedited, threat)) continue;
      r.flags |= kLetterThreat;
      Find("threat", true);
      break;
    }
    // The figure was edited away or changed: the letter no longer states the ledger's amount.
    const std::string amount = std::to_string(customer_.outstanding / 100);
    if (states_amount_ && (r.flags & kLetterWrongAmount) == 0 &&
        !Contains(Digits(draft_.words), amount)) {
      r.flags |= kLetterWrongAmount;
      Find("wrong_amount", true);
    }
  }

  std::uint8_t Quality() const {
    const int quality = rules::ClauseQuality(content_, draft_.level, check_.reading.clauses);
    const bool spoilt = (check_.reading.flags & (kLetterWrongAmount | kLetterThreat)) != 0;
    // A wrong total caps the letter (models.md §6).
    return static_cast<std::uint8_t>(spoilt ? std::min(quality, 40) : quality);
  }

  const Scenario& content_;
  const CustomerView& customer_;
  const LetterDraft& draft_;
  LetterCheck check_;
  bool states_amount_ = false;
  bool states_date_ = false;
  bool claims_interest_ = false;
};

}  // namespace

LetterCheck ReadLetter(const Scenario& scenario, const Observation& observation,
                       const LetterDraft& draft) {
  if (draft.customer >= observation.customers.size()) return {};
  return Reader(scenario, observation, draft).Read();
}

}  // namespace huikuan
