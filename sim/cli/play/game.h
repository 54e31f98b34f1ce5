// A case played by a person at a terminal: a clock line, what is new, a numbered menu.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli.h"
#include "huikuan/session.h"
#include "huikuan/text.h"
#include "play/transcript.h"

namespace huikuan::cli {

class Game {
 public:
  // `save_file` may be empty: nothing is saved while playing.
  Game(const Cli& cli, Session session, std::string save_file);
  // Until the case or the input ends, or the player quits. Returns the exit code.
  int Play();

 private:
  struct Item {
    std::string heading;  // printed before the item when it differs from the last one
    std::string label;
    std::function<void()> run;
  };
  using Items = std::vector<Item>;
  struct Answer {
    enum Kind { kItem, kWord, kTyped, kBack } kind = kBack;
    std::size_t item = 0;
    std::string word, rest;  // kWord: one of the words asked for, and what follows it
                             // kTyped: all of the line is in `word`
  };

  // game.cpp
  void Show(const std::string& text) const;
  bool ReadLine(const std::string& prompt, std::string& line);
  // Prints the items and reads until an answer fits. Words for everywhere (help, status, quit,
  // languages) are dealt with here; `words`: those only for here, separated by blanks.
  // `typed`: anything else is an answer too, as long as it is no single letter.
  Answer Choose(const Items& items, std::string_view words, const char* hint_key,
                bool typed = false);
  bool Everywhere(const std::string& word);
  // Submits, shows what happened, saves. False when refused.
  bool Submit(const Command& command, std::string_view words = {});
  bool OnceMore();
  void Save();
  void Quit();
  void UseLanguage(const std::string& tag);
  std::string WithMinutes(const std::string& label, int minutes) const;
  const Phrasebook& words() const { return words_; }
  // The customer on the desk: the one on the line, else the one chosen.
  const CustomerView& Customer() const;

  // desk.cpp: nobody on the line
  void Desk();
  void AddCalls(Items& items);
  void Customers();
  void AddDesk(Items& items);
  void AddWaits(Items& items);
  void AddOrders(Items& items);  // orders.cpp
  void Order(const OrderView& order);
  void Papers();
  void Paper(DocumentId document);
  void SendPaper(DocumentId document);
  void Departments();
  void Visits();
  void Promises();
  void Bills();
  void WaitForDate();

  // deal.cpp: the contract before the debt
  void DealDesk();
  void DealTable();
  void AskPosition(SettlementTerms& draft, int issue);
  void AddTermChanges(DealTerms& draft, Items& items);
  void AskTerm(DealTerms& draft, int issue);

  // forms.cpp: what is filled in
  void PlanCard();
  void Diary();
  void Note();
  // Picks one of the labels; -1 = none. `chosen` is what an empty line means, -1 = nothing.
  int Pick(const std::string& title, const std::vector<std::string>& labels, int chosen);
  // False when the player gave up. An empty line keeps the value.
  bool AskMoney(const std::string& title, Cents& amount);
  bool AskDate(const std::string& title, Date& date);

  // talk.cpp
  void Talk();
  void AddOffers(const std::vector<OfferView>& offers, Items& items);
  void AddVisit(Items& items);
  void MoreOffers(const std::string& wanted);
  void Adjust(const std::string& number);

  // own_words.cpp
  void OwnWords(const std::string& typed);
  void TellReading(const TypedReading& reading) const;
  void SayAll(const std::vector<Say>& utterances, const std::string& typed);
  std::string Sentence(const OfferView& offer) const;

  // messages.cpp
  void Messages();
  void MessageTo(PersonId person);
  void Message(const MessageOffer& offer);
  void SendDrafted(SendMessage message, const std::string& words);

  // letter.cpp
  void Letters();
  void Letter(LetterLevel level);
  void EditLetter(LetterDraft& draft, bool& done);
  void ToggleClauses(LetterDraft& draft);
  void TogglePeople(std::vector<PersonId>& people);
  void ToggleEnclosures(LetterDraft& draft);
  bool SendDrafted(const LetterDraft& draft, const LetterCheck& check);
  void TellFindings(const LetterDraft& draft, const LetterCheck& check);

  const Cli& cli_;
  Session session_;
  Phrasebook words_;
  Transcript transcript_;
  std::string save_file_;
  Observation see_;  // as of the last look
  CustomerId customer_ = 0;
  std::optional<Recogniser> recogniser_;  // learnt when words are typed for the first time
  bool quit_ = false;
  int code_ = kSuccess;
};

}  // namespace huikuan::cli
