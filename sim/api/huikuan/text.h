// Words: interface strings and formats of one language (Language), and everything a scenario says
// in that language (Phrasebook). The only place where ids become text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"
#include "huikuan/command.h"
#include "huikuan/event.h"
#include "huikuan/scenario.h"

namespace huikuan {

// Named arguments, already words: {"amount", "¥12,000"}; placeholders are {amount}.
using TextArgs = std::vector<std::pair<std::string, std::string>>;

// scenarios/lang/<tag>.json: strings by dotted key, formats of money and dates.
class Language {
 public:
  static Result<Language> Load(const Bundle& bundle, std::string_view tag);
  static std::vector<std::string> Tags(const Bundle& bundle);

  const std::string& tag() const;
  // The string under `key` with arguments filled in; the key itself in ⟦⟧ when missing, so that a
  // gap is seen (a test finds them first).
  std::string Ui(std::string_view key, const TextArgs& args = {}) const;
  bool Has(std::string_view key) const;
  std::vector<std::string> Keys() const;

  std::string Money(Cents amount) const;   // "¥384,000" (cents only if there are any)
  std::string DateShort(Date date) const;  // "3月25日" / "25 Mar"
  std::string DateLong(Date date) const;   // with weekday
  std::string Weekday(Date date) const;
  std::string Percent(Q16 share) const;  // "31 %" or "31%"
  std::string PercentOf(double share) const;  // the same, of a statistic; 1 is the whole
  std::string Explain(const Error& error) const;
  std::string Explain(const Diagnostic& diagnostic) const;  // file:line:col: code: message

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

// Whether `event` only repeats in a log what `before` has just said (a note of what was seen).
bool SaysTheSame(const Event& before, const Event& event);

class Phrasebook {
 public:
  Phrasebook(Language language, ScenarioPtr scenario);

  const Language& language() const { return language_; }
  const Scenario& scenario() const { return *scenario_; }
  std::string Ui(std::string_view key, const TextArgs& args = {}) const;
  std::string Text(TextRef text, int variant = 0, const TextArgs& args = {}) const;
  // Typed arguments as words of this language.
  TextArgs Words(const std::vector<TypedArg>& args) const;
  // One event as a sentence for logs and transcripts; for speech, the words alone.
  std::string Sentence(const Event& event) const;
  // What `say` will sound like, to the letter; `about`: the invoice under discussion, `wanted`:
  // whom a gatekeeper was asked for.
  std::string Utterance(const Say& say, int variant, CustomerId customer, InvoiceId about,
                        PersonId listener, PersonId wanted) const;
  // Words of a message event as offered or written back, without who wrote it.
  std::string MessageWords(const Event& event) const;
  // Who acts in the event, as a name ("" for us / nobody).
  std::string Speaker(const Event& event) const;

 private:
  Language language_;
  ScenarioPtr scenario_;
};

}  // namespace huikuan
