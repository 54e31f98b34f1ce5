// What the trainee has set on the page, none of it part of the world: kept over reloads, lost
// without harm. Drafts are strings by dotted key ("plan.amount", "letter.words", "note"), so that
// one action ("set:<key>") serves every input.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "huikuan/observation.h"

namespace huikuan::web {

enum class Phase : std::uint8_t { kMessage, kWelcome, kPlay, kWatch };

struct UiState {
  Phase phase = Phase::kPlay;
  std::string language = "zh";
  std::string theme = "auto";       // auto, light, dark
  bool system_dark = false;         // what "auto" means here; told by the page, not kept
  int zoom = 100;                   // percent
  bool reading = false;             // the reading layout was chosen (or is all there is)
  bool can_draw = true;             // false: no canvas here, so no way back to it
  std::string tab = "talk";         // talk, deal, papers, letter, log, debrief
  std::string dialog = "briefing";  // "", briefing, wait, visit, diary, help, restart, letter
  CustomerId customer = 0;
  PersonId person = kNone;      // chosen in the people map
  DocumentId document = kNone;  // the paper on top
  int adjusting = -1;           // act whose slots are open, or -1
  std::string notice;           // a short message, already in words
  std::map<std::string, std::string> drafts;

  bool Dark() const { return theme == "dark" || (theme == "auto" && system_dark); }
  const std::string& Draft(const std::string& key) const;
  // The draft as a number, or `otherwise` when it is none.
  std::int64_t Number(const std::string& key, std::int64_t otherwise) const;
  // Forgets all drafts that begin with `prefix`.
  void Forget(std::string_view prefix);
  // Drafts belong to the customer on the desk: set aside, and brought back.
  void KeepDrafts(CustomerId customer);
  void TakeDrafts(CustomerId customer);
};

// The tab a fresh case opens with: the deal desk where nothing is signed yet, else the talk.
std::string OpeningTab(const CustomerView& customer);

// Lines "key<TAB>value" with \n, \t and \\ escaped. Unknown keys are skipped, so that an older
// page reads a newer state.
std::string PackUi(const UiState& ui);
void UnpackUi(std::string_view packed, UiState& ui);

// "384,000.50", "38.4万", "¥384000" -> cents; -1 when it is no amount.
Cents ParseMoney(std::string_view text);

}  // namespace huikuan::web
