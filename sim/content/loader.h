// Inside the loader: what its parts (load_*.cpp) share. Each Read… function reads one object and,
// when the reader describes, makes its schema.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/reader.h"
#include "content/scenario.h"
#include "huikuan/scenario.h"

namespace huikuan::content {

// Calendar days after the start of which a case's calendar, payments and orders may speak.
inline constexpr Date kDateReach = 500;

// The kinds of catalogue files: folders below catalogue/.
inline constexpr std::string_view kCatalogueKinds[] = {
    "acts", "replies", "objections", "types", "blockers", "tasks", "clauses", "calendars", "law",
    "messages", "incoming"};

// Ids of a kind in the bundle: the files catalogue/<kind>/<id>.json, sorted.
std::vector<std::string> CatalogueIds(const Bundle& bundle, std::string_view kind);

// What references in catalogue files may mean.
struct Links {
  const Bundle* bundle = nullptr;  // null when describing
  // Of the case; empty `in_case` checks a file on its own, when only other files are looked up.
  bool in_case = false;
  std::vector<std::string> blockers;  // sorted ids = indices
  std::vector<std::string> tasks;
  std::vector<std::string> acts;
  const std::vector<Act>* acts_read = nullptr;  // they are read before what speaks of them
  std::vector<std::string>* papers = nullptr;  // Scenario::papers, grows as they are named
};

// The index of another catalogue entry: kNone when the case does not use it, which is no error
// (catalogue files know nothing of cases), or when there is none such, which is.
std::uint8_t ResolveEntry(ReadContext& context, const Links& links, const Ref& ref,
                          std::string_view kind, const std::vector<std::string>& in_case);
// The place of a paper's id in Scenario::papers; each customer's own is found by link.cpp.
std::uint8_t NamePaper(const Links& links, const Ref& ref);

// load_acts.cpp
Act ReadAct(ObjectReader& reader, const Links& links, Scenario* scenario);
// Of whatever speaks the effects language. `act`: what the rules ask of it as a whole.
void ReadEffectsOf(ObjectReader& reader, Scenario* scenario, Act* act);
// Conditions under `key`, about Known alone; the range in Scenario::conditions.
std::pair<std::uint16_t, std::uint16_t> ReadKnownConditions(ObjectReader& reader,
                                                            std::string_view key,
                                                            Scenario* scenario);
// `with_hidden`: those about Truth too.
std::string ConditionSchema(bool with_hidden);
std::string EffectSchema();

// load_catalogue.cpp
Reply ReadReply(ObjectReader& reader);
Objection ReadObjection(ObjectReader& reader, const Links& links);
Type ReadType(ObjectReader& reader);
Blocker ReadBlocker(ObjectReader& reader, const Links& links);
Task ReadTask(ObjectReader& reader, const Links& links);
Clause ReadClause(ObjectReader& reader, const Links& links);
void ReadLetters(ObjectReader& reader, const Links& links, Scenario* scenario);

// load_law.cpp; `case_start` = kNoDate when no case reads it.
LawPack ReadLaw(ObjectReader& reader, Date case_start);
// load_company.cpp: our own house and the orders placed with it.
struct CaseRefusal {  // a task that colleagues may refuse in this case
  Ref task;
  TaskRefusal refusal;
};
void ReadCompany(ObjectReader& reader, Scenario* scenario, std::vector<CaseRefusal>* refusals);
// Puts the case's refusals in place of the catalogue's; `tasks`: sorted ids = indices.
void ApplyRefusals(const std::vector<CaseRefusal>& refusals, const std::vector<std::string>& tasks,
                   ReadContext& context, Scenario* scenario);
void ReadTaskManners(ObjectReader& reader, Task* task);
// Credit limit and orders; makes a plain receivable for an order that names no invoice.
// `invoices`: ids of the authored ones; `blockers`: how many the case knows.
void ReadOrders(ObjectReader& reader, const Scenario& scenario,
                const std::vector<std::string>& invoices, std::size_t blockers,
                Customer* customer);

// The catalogue part of a case: what it names, with weights.
struct CatalogueList {
  std::vector<Ref> acts, replies, objections, types, blockers, tasks, clauses, messages, incoming;
  std::map<std::string, int> type_weights, blocker_weights;
  Ref law;  // optional
  std::vector<CaseRefusal> refusals;
};

// load_calendar.cpp: when a treasury pays. By days of the month, or by weekday.
struct RunPlan {
  std::vector<int> days_of_month;  // 31 = the last; rolled to the next workday
  int weekday = -1;                // 0 Monday … 4 Friday; -1: by days of the month
  int every = 1;                   // weeks from one to the next
  int cut_off_days = 0;            // business days before a run at which its list is closed
};
// The case's calendar with the holidays of the catalogue's calendars it names; `bundle` null when
// describing.
void ReadCalendar(ObjectReader& reader, int days, const Bundle* bundle, Scenario* scenario,
                  RunPlan* runs);
// A file of catalogue/calendars.
void ReadCalendarFile(ObjectReader& reader, Scenario* scenario);
RunPlan ReadRunPlan(ObjectReader& reader);
std::vector<RunDay> MakeRuns(const RunPlan& plan, const Scenario& scenario);
// The business day on or after `date`; days.size() when the case has ended by then.
std::size_t BusinessDayFrom(const Scenario& scenario, Date date);

// load_case.cpp, load_customer.cpp
struct CaseLinks {
  std::vector<std::string> tasks;     // sorted ids = indices
  std::vector<std::string> blockers;  // sorted ids = indices
  std::vector<std::string> types;
  std::map<std::string, int> type_weights;
  std::map<std::string, int> blocker_weights;  // kNoBlocker too
  RunPlan runs;
};
// The case without customers.
CatalogueList ReadCaseHead(ObjectReader& reader, const Bundle* bundle, Scenario* scenario,
                           RunPlan* runs);
// load_money.cpp
void ReadCashEvents(ObjectReader& cash, Paying* paying);  // of the customer's "cash"
void ReadPaying(ObjectReader& customer, Paying* paying);
void ReadCustomers(ObjectReader& reader, const CaseLinks& links, Scenario* scenario);
// load_standing.cpp
void ReadStanding(ObjectReader& reader, CustomerLaw* law);
// The case's law decides due dates, once law and customers are read; without one, what the contract
// says counts, and a silent one means at once.
void ApplyLaw(Scenario* scenario);

// load_deal.cpp: the sale before the debt; adds the invoices of its contract.
struct DealNames {
  const std::vector<std::string>& people;
  const std::vector<std::string>& documents;
  const CaseLinks& links;
  const std::vector<std::uint32_t>& weights;  // of blockers, the customer's
};
void ReadDeal(ObjectReader& reader, const DealNames& names, const Scenario& scenario,
              Customer* customer);

// load_settlement.cpp
void ReadBargaining(ObjectReader& reader, Bargaining* bargaining);  // of a type
void ReadSettlement(ObjectReader& reader, const std::vector<std::string>& facts,
                    Customer* customer);

// load_messages.cpp
MessagePurpose ReadMessagePurpose(ObjectReader& reader, Scenario* scenario);
Incoming ReadIncoming(ObjectReader& reader, const Links& links);
void ReadMessageGroup(ObjectReader& reader, const std::vector<std::string>& people,
                      Customer* customer);

// link.cpp: what the catalogue's papers and findings are at each customer.
void LinkCustomers(Scenario* scenario);

// check.cpp: what only the whole case can tell; `root` is the case file, for positions.
void CheckScenario(const Scenario& scenario, const JsonValue& root, ReadContext& context);

// rules_hash.cpp
std::uint64_t ComputeRulesHash(const Scenario& scenario);

}  // namespace huikuan::content
