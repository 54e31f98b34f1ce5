// A case file without its customers.
#include <algorithm>

#include "content/loader.h"

namespace huikuan::content {
namespace {

void ReadCosts(ObjectReader& reader, Costs* costs) {
  costs->minutes_a_day = reader.Doc("of our time for this work").Integer("minutes_a_day", 1, 600);
  costs->commands_a_day =
      reader.Doc("bounds the length of a save").Integer("commands_a_day", 1, 200);
  costs->minute = reader.Doc("cost of a working minute").Money("minute");
  costs->visit = reader.Doc("cost of a visit besides the time").Money("visit");
  costs->daily_discount =
      reader.Doc("value of time, ppm a calendar day").Integer("daily_discount_ppm", 0, 10'000);
  const std::pair<const char*, int*> minutes[] = {
      {"call_minutes", &costs->call_minutes},       {"visit_minutes", &costs->visit_minutes},
      {"visit_inside", &costs->visit_inside},       {"send_minutes", &costs->send_minutes},
      {"inspect_minutes", &costs->inspect_minutes}, {"plan_minutes", &costs->plan_minutes},
      {"diary_minutes", &costs->diary_minutes},     {"confirm_minutes", &costs->confirm_minutes},
      {"note_minutes", &costs->note_minutes},
  };
  // ConversationKnown::visit_left is one byte; nothing takes longer than that anyway.
  for (const auto& [name, value] : minutes) *value = reader.Integer(name, 0, 250, *value);
}

std::vector<Ref> ReadWeighted(ObjectReader& reader, std::string_view key,
                              std::map<std::string, int>* weights) {
  std::vector<Ref> refs;
  for (auto& [ref, weight] : reader.Weights(key, Presence::kRequired)) {
    (*weights)[ref.id] = weight;
    refs.push_back(std::move(ref));
  }
  return refs;
}

void ReadCatalogueList(ObjectReader& reader, CatalogueList* to) {
  CatalogueList& list = *to;
  list.acts = reader.Refs("acts", Presence::kRequired);
  list.replies = reader.Refs("replies", Presence::kRequired);
  list.objections = reader.Refs("objections", Presence::kRequired);
  list.types =
      ReadWeighted(reader.Doc("how often each type is drawn"), "types", &list.type_weights);
  list.blockers = ReadWeighted(
      reader.Doc("how often each blocker is drawn; \"none\": nothing stands in the way"), "blockers",
      &list.blocker_weights);
  list.blockers.erase(std::remove_if(list.blockers.begin(), list.blockers.end(),
                                     [](const Ref& ref) { return ref.id == kNoBlockerName; }),
                      list.blockers.end());
  list.tasks = reader.Refs("tasks", Presence::kRequired);
  list.clauses = reader.Refs("clauses", Presence::kRequired);
  list.messages = reader.Doc("what one may write messages for").Refs("messages", Presence::kOptional);
  list.incoming =
      reader.Doc("what customers write by themselves").Refs("incoming", Presence::kOptional);
  for (std::vector<Ref>* refs : {&list.acts, &list.replies, &list.objections, &list.types,
                                 &list.blockers, &list.tasks, &list.clauses, &list.messages,
                                 &list.incoming}) {
    // Sorted, so that indices do not depend on how the author ordered the list.
    std::sort(refs->begin(), refs->end(), [](const Ref& a, const Ref& b) { return a.id < b.id; });
  }
}

}  // namespace

CatalogueList ReadCaseHead(ObjectReader& reader, const Bundle* bundle, Scenario* scenario,
                           RunPlan* runs) {
  scenario->id = reader.Id("id");
  scenario->title = reader.Text("title", Presence::kRequired);
  scenario->briefing = reader.Text("briefing", Presence::kRequired);
  scenario->seller = reader.Doc("our company's name").Text("seller", Presence::kRequired);
  scenario->goal = reader.Text("goal", Presence::kRequired);
  reader.Doc("place in the menu of cases, easier ones first").Integer("menu", 0, 999, 500);
  scenario->drill =
      reader.Doc("a drill says after each decision whether it was a good move")
          .NameOf("kind", kCaseKindNames, std::optional<CaseKind>(CaseKind::kCase)) ==
      CaseKind::kDrill;
  scenario->watch = static_cast<Seed>(
      reader.Doc("seed of the run by the book that may be watched; 0: none")
          .Integer("watch", 0, 1'000'000, 0));
  scenario->start = reader.DateOf("start", Presence::kRequired);
  const int days = reader.Doc("business days").Integer("days", 1, world::kMaxDays);
  if (scenario->start == kNoDate) scenario->start = FromCivil(2026, 1, 5);  // go on checking
  reader.Object("calendar", Presence::kRequired,
                [&](ObjectReader& calendar) {
                  ReadCalendar(calendar, days, bundle, scenario, runs);
                });
  reader.Object("costs", Presence::kRequired,
                [&](ObjectReader& costs) { ReadCosts(costs, &scenario->costs); });
  const Ref law = reader.Doc("catalogue/law; without it only the contract counts")
                      .RefOf("law", Presence::kOptional);
  scenario->mixed =
      reader.Doc("share of customers whose people differ in style, or who change under stress")
          .Decimal("mixed", kUnit, 0);
  CatalogueList list;
  unsigned further = 0;
  ReadCompany(reader, scenario, &list.refusals);
  reader.Doc("the sets this case uses, so that a new act changes no existing case")
      .Object("catalogue", Presence::kRequired,
              [&](ObjectReader& catalogue) {
                ReadCatalogueList(catalogue, &list);
                further = catalogue.Doc("letter levels beyond the second demand")
                              .NameBits("letters", kLetterLevelNames, Presence::kOptional);
              });
  scenario->letter_levels = static_cast<std::uint8_t>(scenario->letter_levels | further);
  list.law = law;
  return list;
}

}  // namespace huikuan::content
