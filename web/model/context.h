// What every panel model reads, and small helpers to make nodes. Models are pure: the same
// context gives the same nodes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "huikuan/debrief.h"
#include "huikuan/observation.h"
#include "huikuan/review.h"
#include "huikuan/text.h"
#include "huikuan/typed.h"
#include "model/node.h"
#include "model/ui_state.h"

namespace huikuan::web {

// Session::Check, handed in.
using Checker = std::function<Status(const Command&)>;

struct Context {
  const Observation& see;
  const Phrasebook& words;
  const UiState& ui;
  const Checker& check;
  const Debrief* debrief = nullptr;  // once the case has ended
  const std::vector<CaseCard>* cases = nullptr;  // what else can be played
  bool hears = false;                   // typed words can be understood here
  const TypedReading* typed = nullptr;  // of the words that were asked about, until they change
  const Review* review = nullptr;       // once the case has ended: as far as it has got
  int review_total = 0;                 // decisions that will be in it
  const std::vector<InvoiceXray>* xray = nullptr;
  const Recogniser* recogniser = nullptr;  // what typed words are understood with

  // The customer on the desk: the one we are talking to, else the one chosen.
  CustomerId chosen() const;
  const CustomerView& customer() const { return see.customers[chosen()]; }
  std::string Ui(std::string_view key, const TextArgs& args = {}) const {
    return words.Ui(key, args);
  }
  std::string Text(TextRef text) const { return words.Text(text); }
  std::string Money(Cents amount) const { return words.language().Money(amount); }
  std::string Short(Date date) const { return words.language().DateShort(date); }
  std::string Minutes(int minutes) const;
  // The event as a sentence; with several customers it says first whose it is.
  std::string NamedSentence(const Event& event) const;
  std::string PersonName(PersonId person) const;    // "" when none or out of range
  std::string PersonTitled(PersonId person) const;  // name and title
  std::string DocumentTitle(DocumentId document) const;
  Date DateOf(Day day) const;  // of a business day; kNoDate if unknown
  const PersonView* Person(PersonId person) const;
  const DocumentView* Document(DocumentId document) const;
};

Node Heading(std::string key, int level, std::string label);
Node Words(std::string key, std::string label, Role role = Role::kNone,
           Shade tone = Shade::kNormal);
Node Group(std::string key, Role role, std::string label = {});
Node Option(std::string key, std::string value, std::string label);

// A control. Enabled exactly when its action is lawful now; the reason why not becomes the hint.
Node Control(const Context& c, std::string key, std::string label, std::string action,
             Role role = Role::kNone);
// The same with the minutes it takes in the hint.
Node TimedControl(const Context& c, std::string key, std::string label, std::string action,
                  int minutes, Role role = Role::kNone);
Node Select(const Context& c, std::string key, std::string label, std::string draft,
            std::string value);
// A select of the coming business days up to the end of the run, `chosen` among them in any case.
Node DateSelect(const Context& c, std::string key, std::string label, std::string draft,
                Date chosen);

}  // namespace huikuan::web
