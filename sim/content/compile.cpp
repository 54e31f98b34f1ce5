// huikuan/scenario.h: a case and the catalogue it names, compiled; and lint.
#include <algorithm>
#include <set>

#include "content/capacity.h"
#include "content/language_files.h"
#include "content/loader.h"
#include "huikuan/calibration.h"

namespace huikuan {
namespace content {
namespace {

bool HasFile(const Bundle& bundle, const std::string& path) {
  return bundle.files.find(path) != bundle.files.end();
}

constexpr std::string_view kCases = "cases/", kProfiles = "calibration/";

std::string CasePath(std::string_view folder, std::string_view id) {
  return std::string(folder) + std::string(id) + "/case.json";
}

// Ids of the folders with a case.json below `folder`, sorted.
std::vector<std::string> IdsBelow(const Bundle& bundle, std::string_view folder) {
  std::vector<std::string> ids;
  constexpr std::string_view kFile = "/case.json";
  for (auto it = bundle.files.lower_bound(std::string(folder)); it != bundle.files.end(); ++it) {
    const std::string_view path = it->first;
    if (path.substr(0, folder.size()) != folder) break;
    if (path.size() <= folder.size() + kFile.size() || !path.ends_with(kFile)) continue;
    const std::string_view id =
        path.substr(folder.size(), path.size() - folder.size() - kFile.size());
    if (IsId(id)) ids.emplace_back(id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string EntryPath(std::string_view kind, std::string_view id) {
  return "catalogue/" + std::string(kind) + "/" + std::string(id) + ".json";
}

// Reads bundle files into one Scenario.
class Compiler {
 public:
  Compiler(const Bundle& bundle, Diagnostics* diagnostics)
      : bundle_(bundle), scenario_(std::make_shared<Scenario>()) {
    context_.diagnostics = diagnostics;
    context_.languages = LanguageTags(bundle);
    scenario_->languages = context_.languages;
    scenario_->texts.resize(1);
    scenario_->texts[0].by_language.resize(context_.languages.size());
    context_.texts = &scenario_->texts;
    links_.bundle = &bundle;
    links_.papers = &scenario_->papers;
  }

  std::shared_ptr<Scenario> Case(std::string_view id, std::string_view folder = kCases) {
    if (context_.languages.empty()) {
      context_.diagnostics->AddError("lang.none", {}, {"lang/", 0, 0});
    }
    const std::string path = CasePath(folder, id);
    const std::optional<JsonValue> root = Parse(path);
    if (!root) return nullptr;
    ObjectReader reader(context_, &*root);
    CaseLinks case_links;
    const CatalogueList list = ReadCaseHead(reader, &bundle_, scenario_.get(), &case_links.runs);
    CheckIdOfFile(scenario_->id, id, reader.At("id"));
    case_links.blockers = Used(list.blockers, "blockers");
    case_links.types = Used(list.types, "types");
    case_links.tasks = Used(list.tasks, "tasks");
    case_links.type_weights = list.type_weights;
    case_links.blocker_weights = list.blocker_weights;
    ReadCustomers(reader, case_links, scenario_.get());
    reader.Finish();
    links_.in_case = true;
    links_.blockers = case_links.blockers;
    links_.tasks = case_links.tasks;
    links_.acts = Used(list.acts, "acts");
    links_.acts_read = &scenario_->acts;
    Catalogue(list);
    ApplyLaw(scenario_.get());
    LinkCustomers(scenario_.get());
    BuildIndex(scenario_.get());
    context_.file = path;
    ApplyRefusals(list.refusals, links_.tasks, context_, scenario_.get());
    CheckScenario(*scenario_, *root, context_);
    if (context_.diagnostics->HasErrors()) return nullptr;
    scenario_->rules_hash = ComputeRulesHash(*scenario_);
    return scenario_;
  }

  // A catalogue file no case uses.
  void Alone(std::string_view kind, const std::string& id) { Entry(kind, {id, {}}); }
  void Letters() {
    if (const auto root = Parse("catalogue/letters.json")) {
      ObjectReader reader(context_, &*root);
      ReadLetters(reader, links_, scenario_.get());
      reader.Finish();
    }
  }

 private:
  std::optional<JsonValue> Parse(const std::string& path) {
    context_.file = path;
    const auto file = bundle_.files.find(path);
    if (file == bundle_.files.end()) {
      context_.diagnostics->AddError("file.missing", {path}, {path, 0, 0});
      return {};
    }
    Result<JsonValue> root = ParseJson(file->second, path);
    if (root.ok()) return std::move(root).value();
    context_.diagnostics->AddError(root.error().code, root.error().args, root.error().where);
    return {};
  }

  void CheckIdOfFile(const std::string& id, std::string_view expected, Where where) {
    if (id.empty() || id == expected) return;  // a bad id was reported
    context_.diagnostics->AddError("id.file_mismatch", {id, std::string(expected)},
                                   std::move(where));
  }

  // The ids of a list whose files exist; the others are reported where they are named.
  std::vector<std::string> Used(const std::vector<Ref>& refs, std::string_view kind) {
    std::vector<std::string> ids;
    for (const Ref& ref : refs) {
      if (HasFile(bundle_, EntryPath(kind, ref.id))) {
        ids.push_back(ref.id);
      } else {
        context_.diagnostics->AddError(
            "ref.unknown", {What(kind), ref.id, Suggest(ref.id, CatalogueIds(bundle_, kind))},
            ref.where);
      }
    }
    // Indices are one byte; more is reported as capacity.exceeded before anything uses them.
    if (ids.size() > 200) ids.resize(200);
    return ids;
  }

  void Catalogue(const CatalogueList& list) {
    const std::pair<std::string_view, const std::vector<Ref>*> simple[] = {
        {"acts", &list.acts},   {"replies", &list.replies}, {"objections", &list.objections},
        {"types", &list.types}, {"tasks", &list.tasks},     {"clauses", &list.clauses},
        {"messages", &list.messages}, {"incoming", &list.incoming}};
    for (const auto& [kind, refs] : simple) {
      const bool checked = kind == "types" || kind == "tasks" || kind == "acts";  // by Used, above
      for (const Ref& ref : *refs) {
        if (HasFile(bundle_, EntryPath(kind, ref.id))) {
          Entry(kind, ref);
        } else if (!checked) {
          Used({ref}, kind);
        }
      }
    }
    for (const Ref& ref : list.blockers) {
      if (HasFile(bundle_, EntryPath("blockers", ref.id))) Entry("blockers", ref);
    }
    if (!list.law.id.empty() && !Used({list.law}, "law").empty()) Entry("law", list.law);
    Letters();
    // What a clause says of levels this case does not have is nothing to its rules.
    for (Clause& clause : scenario_->clauses) {
      clause.levels &= scenario_->letter_levels;
      clause.required &= scenario_->letter_levels;
    }
  }

  void Entry(std::string_view kind, const Ref& ref) {
    const std::optional<JsonValue> root = Parse(EntryPath(kind, ref.id));
    if (!root) return;
    ObjectReader reader(context_, &*root);
    const std::string id = reader.Id("id");
    CheckIdOfFile(id, ref.id, reader.At("id"));
    ReadEntry(kind, ref.id, reader);
    reader.Finish();
  }

  void ReadEntry(std::string_view kind, const std::string& id, ObjectReader& reader) {
    Scenario& s = *scenario_;
    const auto add = [&id](auto& list, auto entry) {
      entry.id = id;
      list.push_back(std::move(entry));
    };
    if (kind == "acts") {
      add(s.acts, ReadAct(reader, links_, &s));
    } else if (kind == "replies") {
      add(s.replies, ReadReply(reader));
    } else if (kind == "objections") {
      add(s.objections, ReadObjection(reader, links_));
    } else if (kind == "types") {
      add(s.types, ReadType(reader));
    } else if (kind == "blockers") {
      add(s.blockers, ReadBlocker(reader, links_));
    } else if (kind == "tasks") {
      add(s.tasks, ReadTask(reader, links_));
    } else if (kind == "calendars") {
      ReadCalendarFile(reader, &s);
    } else if (kind == "law") {
      s.law = ReadLaw(reader, s.start);
      s.law.id = id;
    } else if (kind == "messages") {
      add(s.messages, ReadMessagePurpose(reader, &s));
    } else if (kind == "incoming") {
      add(s.incoming, ReadIncoming(reader, links_));
    } else {
      add(s.clauses, ReadClause(reader, links_));
    }
  }

  const Bundle& bundle_;
  std::shared_ptr<Scenario> scenario_;
  ReadContext context_;
  Links links_;
};

// Diagnostics without repetitions: a catalogue file is read once for every case that uses it.
std::vector<Diagnostic> Unique(const std::vector<Diagnostic>& all) {
  std::set<std::string> seen;
  std::vector<Diagnostic> out;
  for (const Diagnostic& d : all) {
    std::string key = d.error.where.file + ":" + std::to_string(d.error.where.line) + ":" +
                      std::to_string(d.error.where.column) + ":" + d.error.code;
    for (const std::string& arg : d.error.args) key += "\n" + arg;
    if (seen.insert(std::move(key)).second) out.push_back(d);
  }
  return out;
}

// Files below catalogue/ that nothing reads: a misspelt folder or name would go unnoticed.
void CheckNames(const Bundle& bundle, Diagnostics* diagnostics) {
  std::set<std::string> known = {"catalogue/concepts.json", "catalogue/letters.json",
                                 "catalogue/misconduct.json"};
  // What people say who mean an act (sim/recognise learns from it): one file an act.
  for (const std::string& id : CatalogueIds(bundle, "acts")) {
    known.insert(EntryPath("paraphrases", id));
  }
  for (const std::string_view kind : kCatalogueKinds) {
    for (const std::string& id : CatalogueIds(bundle, kind)) known.insert(EntryPath(kind, id));
  }
  for (auto it = bundle.files.lower_bound("catalogue/"); it != bundle.files.end(); ++it) {
    if (it->first.rfind("catalogue/", 0) != 0) break;
    if (known.count(it->first) > 0) continue;
    diagnostics->AddWarning("file.unknown", {Clip(it->first)}, {it->first, 0, 0});
  }
}

}  // namespace
}  // namespace content

namespace {

LoadReport LoadFrom(const Bundle& bundle, std::string_view folder, std::string_view id) {
  content::Diagnostics diagnostics;
  LoadReport report;
  if (content::IsId(id)) {
    report.scenario = content::Compiler(bundle, &diagnostics).Case(id, folder);
  } else {
    diagnostics.AddError("id.bad", {content::Clip(id)}, {});
  }
  report.diagnostics = std::move(diagnostics.items());
  return report;
}

}  // namespace

LoadReport LoadScenario(const Bundle& bundle, std::string_view case_id) {
  return LoadFrom(bundle, content::kCases, case_id);
}

LoadReport LoadProfile(const Bundle& bundle, std::string_view profile) {
  return LoadFrom(bundle, content::kProfiles, profile);
}

std::vector<Diagnostic> Lint(const Bundle& bundle) {
  std::vector<Diagnostic> all;
  const auto take = [&all](const content::Diagnostics& diagnostics) {
    all.insert(all.end(), diagnostics.items().begin(), diagnostics.items().end());
  };
  for (const std::string& id : CaseIds(bundle)) {
    content::Diagnostics diagnostics;
    content::Compiler(bundle, &diagnostics).Case(id);
    take(diagnostics);
  }
  for (const std::string& id : ProfileIds(bundle)) {
    content::Diagnostics diagnostics;
    content::Compiler(bundle, &diagnostics).Case(id, content::kProfiles);
    take(diagnostics);
  }
  content::Diagnostics alone;
  content::Compiler compiler(bundle, &alone);
  for (const std::string_view kind : content::kCatalogueKinds) {
    for (const std::string& id : content::CatalogueIds(bundle, kind)) compiler.Alone(kind, id);
  }
  compiler.Letters();
  content::CheckNames(bundle, &alone);
  content::CheckLanguages(bundle, &alone);
  take(alone);
  return content::Unique(all);
}

std::vector<std::string> CaseIds(const Bundle& bundle) {
  return content::IdsBelow(bundle, content::kCases);
}

std::vector<std::string> ProfileIds(const Bundle& bundle) {
  return content::IdsBelow(bundle, content::kProfiles);
}

std::uint64_t RulesHash(const Scenario& scenario) { return scenario.rules_hash; }
std::string_view CaseId(const Scenario& scenario) { return scenario.id; }

int WorstCaseSaveLength(const Scenario& scenario) {
  return content::SaveLength(static_cast<int>(scenario.days.size()), scenario.costs.commands_a_day);
}

std::string_view ActName(const Scenario& scenario, ActId act) {
  return act < scenario.acts.size() ? std::string_view(scenario.acts[act].id) : std::string_view();
}

std::string_view PersonName(const Scenario& scenario, CustomerId customer, PersonId person) {
  if (customer >= scenario.customers.size()) return {};
  const auto& people = scenario.customers[customer].people;
  return person < people.size() ? std::string_view(people[person].id) : std::string_view();
}

std::string_view FactName(const Scenario& scenario, CustomerId customer, FactId fact) {
  if (customer >= scenario.customers.size()) return {};
  const auto& facts = scenario.customers[customer].facts;
  return fact < facts.size() ? std::string_view(facts[fact].id) : std::string_view();
}

}  // namespace huikuan
