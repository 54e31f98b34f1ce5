// Loading authored material. Bytes in, an immutable Scenario or diagnostics out; nothing here
// reads a file: clients hand over a Bundle (the command line from disk, the page from one JSON).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "huikuan/values.h"

namespace huikuan {

struct Scenario;  // opaque to clients; sim/content/scenario.h
using ScenarioPtr = std::shared_ptr<const Scenario>;

// A text of a scenario, in every language. 0 is the empty text.
using TextRef = std::uint32_t;

// A named argument of a text, typed so that each language formats it.
struct TypedArg {
  enum class Kind : std::uint8_t { kNumber, kMoney, kDate, kText, kPercent };
  std::string name;
  Kind kind = Kind::kNumber;
  std::int64_t value = 0;  // kMoney: cents; kDate: Date; kText: a TextRef; kPercent: Q16
};

// Paths relative to scenarios/, with '/', to bytes: "cases/first-invoice/case.json".
struct Bundle {
  std::map<std::string, std::string> files;
};

enum class Severity : std::uint8_t { kError, kWarning };
struct Diagnostic {
  Severity severity = Severity::kError;
  Error error;
};

struct LoadReport {
  ScenarioPtr scenario;  // null exactly when there is an error among the diagnostics
  std::vector<Diagnostic> diagnostics;
};

// Loads cases/<case_id>/ and the catalogue files it names.
LoadReport LoadScenario(const Bundle& bundle, std::string_view case_id);

// Checks every file of the bundle, cases and catalogue and languages.
std::vector<Diagnostic> Lint(const Bundle& bundle);

// Case ids in the bundle, sorted.
std::vector<std::string> CaseIds(const Bundle& bundle);

// What a menu of cases shows; read without checking the case.
struct CaseCard {
  std::string id;
  std::map<std::string, std::string> title;  // by language tag
  int customers = 0;
  int days = 0;   // business days
  int order = 0;  // place in a menu: the author's "menu" number, then the id
  bool drill = false;    // a short exercise with feedback after each decision
  bool watched = false;  // its author chose a run by the book worth watching
};
// Of every case, in menu order; those that cannot be read come first, with no more than their id.
std::vector<CaseCard> CaseCards(const Bundle& bundle);

// Identity of the rules a save depends on: every authored number and structure a case uses, and
// the rules version, but no text (correcting a comma never kills a save).
std::uint64_t RulesHash(const Scenario& scenario);
std::string_view CaseId(const Scenario& scenario);
// Whether it gives feedback after each decision.
bool IsDrill(const Scenario& scenario);
// The seed of the run by the book that is worth watching; 0 = its author chose none.
Seed WatchedSeed(const Scenario& scenario);
// Worst-case save length in characters, from the daily command cap.
int WorstCaseSaveLength(const Scenario& scenario);

// Stable ids and positions, for clients that speak of content by name (tests, --json).
std::string_view ActName(const Scenario& scenario, ActId act);
std::string_view PersonName(const Scenario& scenario, CustomerId customer, PersonId person);
std::string_view FactName(const Scenario& scenario, CustomerId customer, FactId fact);

}  // namespace huikuan
