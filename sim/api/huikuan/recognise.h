// What typed or dictated words mean: dialogue acts with amounts, days and papers, tone, and what
// must not be said. Words never reach the rules: the page asks here first, the trainee confirms,
// and only then a command is submitted.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/result.h"
#include "huikuan/scenario.h"
#include "huikuan/values.h"

namespace huikuan {

// A kind of paper, whatever it is called in a case.
enum class PaperKind : std::uint8_t {
  kContract,
  kDeliveryNote,
  kAcceptance,
  kInvoice,
  kStatement,
  kServiceReport,
};
inline constexpr int kPaperKinds = 6;
// "contract", "delivery_note" …: as in authored files.
std::string_view PaperKindName(PaperKind kind);

// Named in the words. Places are bytes of what was typed.
struct HeardSlot {
  enum class Kind : std::uint8_t { kAmount, kDate, kShare, kPaper };
  Kind kind = Kind::kAmount;
  Cents amount = 0;
  Date date = kNoDate;
  int basis_points = 0;  // 1…10,000
  PaperKind paper = PaperKind::kContract;
  std::size_t from = 0, to = 0;
};

struct HeardAct {
  std::string act;                   // id in catalogue/acts
  Q16 probability = 0;               // among the acts that may be meant
  std::vector<std::string> because;  // the words that spoke for it most, at most three
  std::vector<HeardSlot> slots;      // named in its part of the words
  std::size_t from = 0, to = 0;      // its part
};

// Stands whatever act is confirmed.
enum class Misconduct : std::uint8_t { kThreat, kDisclosure, kFalseClaim };
inline constexpr int kMisconducts = 3;
std::string_view MisconductName(Misconduct kind);  // "threat", "disclosure", "false_claim"
struct HeardMisconduct {
  Misconduct kind = Misconduct::kThreat;
  Q16 probability = 0;
  std::size_t from = 0, to = 0;
};

// Design values (models.md §5): sure from 0.75 with 0.25 to the next, lost below 0.35.
enum class Sureness : std::uint8_t { kSure, kAsk, kLost };

struct Heard {
  std::vector<HeardAct> acts;       // in the order said; empty when lost
  Sureness sure = Sureness::kLost;  // of the least sure of them
  std::vector<HeardAct> others;     // "did you mean": the likeliest for the whole, at most three
  std::vector<HeardMisconduct> misconduct;
  Address address = Address::kAsFits;  // as fits: the words address nobody in any particular way
};

// Somebody as the words may call them: title forms ("王总", "Mr Wang"), what friends at work say
// ("老王", "Wei"). In any language of the scenario.
struct CalledBy {
  std::vector<std::string> title, familiar;
};
// How the words address whoever is called so: by a name, else by the pronoun (您, 你).
Address AddressIn(std::string_view words, const CalledBy& called);

// An act that may be meant now, and how likely beforehand. Weights are relative.
struct MayBeMeant {
  std::string act;
  Q16 weight = kOne;
};

class Recogniser {
 public:
  // Learns from catalogue/paraphrases: some seconds of work, the same result everywhere. Error:
  // the first of what is wrong with the files.
  static Result<Recogniser> Learn(const Bundle& bundle);
  // From bytes of Pack. Error: model.damaged.
  static Result<Recogniser> Unpack(std::string_view bytes);
  std::string Pack() const;

  // `today`: what "tomorrow" counts from. `may`: empty = every act alike. Never fails: at the worst
  // it is lost. Reads the first thousand characters.
  Heard Hear(std::string_view words, Date today, const std::vector<MayBeMeant>& may = {}) const;
  std::vector<std::string> Acts() const;

 private:
  struct Data;
  explicit Recogniser(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

}  // namespace huikuan
