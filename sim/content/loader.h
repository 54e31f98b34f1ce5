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

// The kinds of catalogue files: folders below catalogue/.
inline constexpr std::string_view kCatalogueKinds[] = {"acts",     "replies", "objections", "types",
                                                       "blockers", "tasks",   "clauses"};

// Ids of a kind in the bundle: the files catalogue/<kind>/<id>.json, sorted.
std::vector<std::string> CatalogueIds(const Bundle& bundle, std::string_view kind);

// What references in catalogue files may mean.
struct Links {
  const Bundle* bundle = nullptr;  // null when describing
  // Of the case; empty `in_case` checks a file on its own, when only other files are looked up.
  bool in_case = false;
  std::vector<std::string> blockers;  // sorted ids = indices
  std::vector<std::string> tasks;
  const Customer* customer = nullptr;  // the first: its documents and facts
};

// The index of another catalogue entry: kNone when the case does not use it, which is no error
// (catalogue files know nothing of cases), or when there is none such, which is.
std::uint8_t ResolveEntry(ReadContext& context, const Links& links, const Ref& ref,
                          std::string_view kind, const std::vector<std::string>& in_case);
// A paper of the first customer.
std::uint8_t ResolveDocument(ReadContext& context, const Links& links, const Ref& ref);

// load_acts.cpp
Act ReadAct(ObjectReader& reader, const Links& links, Scenario* scenario);
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
void ReadLetters(ObjectReader& reader, Scenario* scenario);

// The catalogue part of a case: what it names, with weights.
struct CatalogueList {
  std::vector<Ref> acts, replies, objections, types, blockers, tasks, clauses;
  std::map<std::string, int> type_weights, blocker_weights;
};

// load_case.cpp, load_customer.cpp, load_calendar.cpp
struct CaseLinks {
  std::vector<std::string> blockers;  // sorted ids = indices
  std::vector<std::string> types;
  std::map<std::string, int> type_weights;
};
// The case without customers.
CatalogueList ReadCaseHead(ObjectReader& reader, Scenario* scenario);
void ReadCustomers(ObjectReader& reader, const CaseLinks& links, Scenario* scenario);
void ReadCalendar(ObjectReader& reader, int days, Scenario* scenario);

// check.cpp: what only the whole case can tell; `root` is the case file, for positions.
void CheckScenario(const Scenario& scenario, const JsonValue& root, ReadContext& context);

// rules_hash.cpp
std::uint64_t ComputeRulesHash(const Scenario& scenario);

}  // namespace huikuan::content
