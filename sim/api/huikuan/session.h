// The door to play. One Session = one run of one scenario. Submit is the only mutator.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "huikuan/command.h"
#include "huikuan/debrief.h"
#include "huikuan/event.h"
#include "huikuan/observation.h"
#include "huikuan/scenario.h"
#include "huikuan/text.h"
#include "huikuan/typed.h"

namespace huikuan {

// A lawful command with sensible arguments, and what it costs in working minutes.
struct CommandOption {
  Command command;
  int minutes = 0;
};

// Words kept beside a save, found again by their hash; rules never read them.
struct KeptWords {
  std::uint32_t hash = 0;
  std::string text;
};

class Session {
 public:
  static Result<Session> Start(ScenarioPtr scenario, Seed seed);
  // Replays `save` and verifies its hashes on the way. Errors: "save.damaged" (checksum, length,
  // characters), "save.version", "save.case" (another case), "save.rules" (the case's rules have
  // changed since), "save.diverged" (a hash disagrees; argument: command number).
  static Result<Session> Resume(ScenarioPtr scenario, std::string_view save);

  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  // Every lawful command now; acts with default slots. Depends on Known only.
  std::vector<CommandOption> LegalCommands() const;
  // Why a command would be refused, or success. Depends on Known only; never changes anything.
  Status Check(const Command& command) const;
  // Carries the command out, or returns Check's error and changes nothing (the hash included).
  // `words`: typed text that belongs to it (a note, the letter's edited words), kept beside.
  Result<std::vector<Event>> Submit(const Command& command, std::string_view words = {});

  Observation Observe() const;
  // Typed words as utterances to the person on the line; nothing is said yet. Depends on Known only.
  // Nothing is understood (sure = kLost) without a conversation.
  TypedReading ReadTyped(const Recogniser& recogniser, std::string_view words) const;
  const std::vector<Event>& History() const;
  // ASCII, base64url; at most 4,000 characters for every shipped case.
  std::string Save() const;
  std::vector<KeptWords> Words() const;
  // Puts words back that were stored beside a save; unknown hashes are ignored.
  void RestoreWords(const std::vector<KeptWords>& words);
  StateHash Hash() const;
  int CommandCount() const;
  bool Ended() const;
  Seed seed() const;
  const ScenarioPtr& scenario() const;
  Session Fork() const;

  // The score and its reasons. Error "debrief.early" before the case has ended.
  Result<Debrief> MakeDebrief() const;

 private:
  friend class BotDriver;
  friend class Reviewer;
  struct Impl;
  explicit Session(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// What a letter draft says: made before Submit. `paragraphs` are the clauses' words as edited by
// the trainee (one per chosen clause, in order); empty = unedited.
inline constexpr Cents kLawfulInterest = -1;
struct LetterDraft {
  CustomerId customer = 0;
  LetterLevel level = LetterLevel::kStatement;
  Delivery delivery = Delivery::kEmail;
  std::vector<PersonId> recipients;
  std::vector<PersonId> copies;
  std::vector<DocumentId> enclosures;
  std::vector<ClauseId> clauses;
  Cents amount = 0;
  Cents interest = kLawfulInterest;  // claimed, where a clause does; or what the law allows
  Date pay_by = kNoDate;
  int wording = 0;       // which of a clause's wordings, counted on; stays for the letter's life
  std::string words;     // the whole letter as edited
  std::string unedited;  // the same as composed
};
// The blocks by which a letter is judged, and what each counts of 100.
enum class LetterBlock : std::uint8_t { kElements, kFacts, kEscalation, kTone, kLegal, kAction };
inline constexpr int kLetterBlocks = 6;
inline constexpr std::array<std::uint8_t, kLetterBlocks> kLetterBlockWeights = {30, 25, 20,
                                                                                10, 10, 5};
// What a finding points at: words of the letter, a place where something should stand, or a choice
// made beside it.
enum class LetterPlace : std::uint8_t { kWords, kMissing, kLevel, kRecipients, kDelivery };
struct LetterFinding {
  std::string key;  // interface string "letter.finding.<key>": what is wrong and what to do
  bool serious = false;
  LetterBlock block = LetterBlock::kElements;
  LetterPlace place = LetterPlace::kWords;
  // Bytes of LetterDraft::words. Missing: the paragraph that should say it, or the point after
  // which it should stand (begin == end).
  std::uint32_t begin = 0, end = 0;
  // The clause those words belong to; missing: the one it should follow. kNone: none, or at the
  // top.
  ClauseId clause = kNone;
  std::string quoted;           // the words at the place, as typed
  std::vector<TypedArg> args;   // {right}: what it should say, where that is known
};
struct LetterCheck {
  LetterReading reading;
  std::vector<LetterFinding> findings;  // in the order of their places
  std::array<std::uint8_t, kLetterBlocks> blocks = {};  // points, at most kLetterBlockWeights
};
// Checks elements, facts against the ledger, fit of the level, tone, legal effect and one clear
// ask in the words as they stand, in whatever language they are. Without words (a draft that was
// not composed) only the clauses and choices are judged.
// What is asked before such a letter may go, interface string "letter.warning.<key>"; "" = nothing.
std::string LetterWarning(const LetterCheck& check);

LetterCheck ReadLetter(const Scenario& scenario, const Observation& observation,
                       const LetterDraft& draft);

// A finding as a sentence of the book's language.
std::string LetterAdvice(const Phrasebook& words, const LetterFinding& finding);

// The letter's words from its draft (recipients, clauses in order, signature), unedited.
// Missing figures are left as blanks.
std::string ComposeLetter(const Phrasebook& words, const Observation& observation,
                          const LetterDraft& draft);

// Minutes to send it: writing and enclosing; a visit's time at least where it is handed over.
int LetterMinutes(const Observation& observation, const LetterView& letter,
                  const LetterDraft& draft);

std::uint32_t WordsHash(std::string_view words);

}  // namespace huikuan
