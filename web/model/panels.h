// The panel models, one file each (panel_*.cpp): pure functions of the context.
#pragma once

#include "model/context.h"

namespace huikuan::web {

Node TopBar(const Context& c);
Node CalendarStrip(const Context& c);  // figure; data of a day: see figures below
Node PortfolioPanel(const Context& c);  // no children with a single customer
Node CustomerPanel(const Context& c);
Node PeoplePanel(const Context& c);
Node LedgerPanel(const Context& c);
Node BillsPanel(const Context& c);  // no children when no bill was ever offered
Node PipelinePanel(const Context& c);
Node PlanPanel(const Context& c);
Node TasksPanel(const Context& c);
Node CompanyPanel(const Context& c);  // no children where the case says nothing of our cash
Node OrdersPanel(const Context& c);   // no children while there are no orders
Node PromisesPanel(const Context& c);
Node TalkPanel(const Context& c);   // conversation, visit, or whom to contact
Node VisitPanel(const Context& c);  // what one can see and whom one can meet, on a visit
Node TodayPanel(const Context& c);  // no children when there is no news
Node NotePanel(const Context& c);
Node OwnWordsPanel(const Context& c);  // in a conversation: typed words, and how they are understood
Node PapersPanel(const Context& c);
Node LetterPanel(const Context& c);
Node MessagesPanel(const Context& c);  // empty in a case without messages
bool TableShown(const Context& c);  // a debt can be bargained over with whom we talk to
Node TablePanel(const Context& c);
Node DealPanel(const Context& c);  // empty when this customer has no deal
Node LogPanel(const Context& c);
Node DebriefPanel(const Context& c);
Node ReviewFirst(const Context& c);     // what mattered, and one retry; no children without a review
Node ReviewXray(const Context& c);      // no children without an overdue invoice
Node ReviewTimeline(const Context& c);  // every decision; one may be solved again
Node OpenDialog(const Context& c);  // briefing, wait, diary, help, restart; empty key: none

// The whole desk.
Node DeskTree(const Context& c);

// The menu of cases; `language` for the titles.
Node CaseMenu(const Language& language, const std::vector<CaseCard>& cases,
              const std::string& here);

// Before a case, or instead of one.
struct WelcomeView {
  const std::vector<CaseCard>* cases = nullptr;
  std::string case_id;  // the one at hand
  std::string title, briefing_hint;
  std::string saved;    // when the saved run stands, in words; empty: none
  std::string trouble;  // what went wrong with a save, in words
  bool can_start = true;
  bool fresh = false;  // nothing was begun yet: choose what to begin with
};
Node WelcomeTree(const Language& language, const UiState& ui, const WelcomeView& view);
Node MessageTree(const Language& language, const UiState& ui, const std::string& title,
                 const std::vector<std::string>& lines);

// A drill: what the last move was worth; at the end what was good, what it cost, what to try. No
// children in a case, nor while the remarks stand in the talk.
Node DrillCard(const Context& c);
// After a talk: note, written confirmation, a day to check. No children when there was none today.
Node WrapPanel(const Context& c);

// A run by the book that is watched; `c` sees that run.
struct WatchState {
  const std::vector<Comment>* comments = nullptr;
  int steps = 0;
  bool playing = false;  // goes on by itself
  bool done = false;
};
Node WatchTree(const Context& c, const WatchState& watch);

// Parts that panels share.
Node FeedbackNode(const Context& c, const std::string& key, const Feedback& feedback);
Node TalkLine(const Context& c, const Event& event, std::size_t index);
Node PersonFigure(const Context& c, const std::string& key, PersonId person, Mood mood);
Shade KnowledgeShade(Knowledge knowledge);
Shade AgeShade(const InvoiceView& invoice);

// Numbers in figure nodes (Node::data), read by both renderers.
//   calendar day: weekday 0–6, day of month, month, DayMark bits, 1 = day off
//   gate:         gate, Knowledge, 1 = passed, 1 = the claim is here, 1 = known problem
//   person:       portrait, Mood, Role, 1 = part known, 1 = met, 1 = gatekeeper,
//                 1 = behind the gatekeeper, then the ids of those they listen to
//   portrait:     portrait, Mood
namespace figure {
enum CalendarData { kWeekday, kDayOfMonth, kMonth, kMarks, kOff };
enum GateData { kGate, kKnowledge, kPassed, kHere, kProblem };
enum PersonData { kFace, kMood, kRole, kPartKnown, kMet, kGatekeeper, kBehind, kListens };
}  // namespace figure

}  // namespace huikuan::web
