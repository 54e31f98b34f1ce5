// Catalogue entries other than acts.
#include <algorithm>

#include "content/json_schema.h"
#include "content/law_names.h"
#include "content/loader.h"

namespace huikuan::content {

std::vector<std::string> CatalogueIds(const Bundle& bundle, std::string_view kind) {
  const std::string folder = "catalogue/" + std::string(kind) + "/";
  std::vector<std::string> ids;
  for (auto it = bundle.files.lower_bound(folder); it != bundle.files.end(); ++it) {
    const std::string& path = it->first;
    if (path.compare(0, folder.size(), folder) != 0) break;
    constexpr std::string_view kEnd = ".json";
    if (path.size() <= folder.size() + kEnd.size() || !path.ends_with(kEnd)) continue;
    std::string id = path.substr(folder.size(), path.size() - folder.size() - kEnd.size());
    if (IsId(id)) ids.push_back(std::move(id));
  }
  return ids;
}

std::uint8_t ResolveEntry(ReadContext& context, const Links& links, const Ref& ref,
                          std::string_view kind, const std::vector<std::string>& in_case) {
  if (ref.id.empty() || links.bundle == nullptr) return kNone;
  const auto found = std::find(in_case.begin(), in_case.end(), ref.id);
  if (found != in_case.end()) return static_cast<std::uint8_t>(found - in_case.begin());
  const std::vector<std::string> all = CatalogueIds(*links.bundle, kind);
  if (!std::binary_search(all.begin(), all.end(), ref.id)) {
    context.diagnostics->AddError("ref.unknown", {What(kind), ref.id, Suggest(ref.id, all)},
                                  ref.where);
  }
  return kNone;
}

std::uint8_t NamePaper(const Links& links, const Ref& ref) {
  if (ref.id.empty() || links.papers == nullptr) return kNone;
  const auto found = std::find(links.papers->begin(), links.papers->end(), ref.id);
  if (found != links.papers->end()) return static_cast<std::uint8_t>(found - links.papers->begin());
  if (links.papers->size() >= kMaxEntries) return kNone;  // more than any customer can hold
  links.papers->push_back(ref.id);
  return static_cast<std::uint8_t>(links.papers->size() - 1);
}

Reply ReadReply(ObjectReader& reader) {
  Reply reply;
  reply.kind = reader.NameOf<ReplyKind>("kind", kReplyKindNames);
  reply.say = reader.Text("say", Presence::kRequired);
  reply.say_annoyed =
      reader.Doc("when annoyed; without it the same").Text("say_annoyed", Presence::kOptional);
  return reply;
}

namespace {

// Acts under `key`, in order, without those the case does not use. Returns whether it uses all.
bool ReadAnswers(ObjectReader& reader, const Links& links, std::string_view key,
                 std::vector<std::uint8_t>* acts) {
  bool all = true;
  for (const Ref& ref : reader.Refs(key, Presence::kRequired)) {
    const std::uint8_t act = ResolveEntry(reader.context(), links, ref, "acts", links.acts);
    const bool twice = std::find(acts->begin(), acts->end(), act) != acts->end();
    all = all && act != kNone;
    if (act != kNone && !twice) acts->push_back(act);
  }
  return all;
}

// The best answer takes the steps that settle the objection, and is no bad one.
void CheckAnswers(ObjectReader& reader, const Links& links, bool best_complete,
                  const Objection& objection) {
  Diagnostics& diagnostics = *reader.context().diagnostics;
  for (const std::uint8_t act : objection.bad) {
    const auto& best = objection.best;
    if (std::find(best.begin(), best.end(), act) == best.end()) continue;
    diagnostics.AddError("objection.best_and_bad", {links.acts[act]}, reader.At("bad"));
  }
  if (!best_complete || !links.in_case || links.acts_read == nullptr) return;
  unsigned missing = objection.settled_by;
  for (const std::uint8_t act : objection.best) {
    if (act >= links.acts_read->size()) return;  // one of them could not be read
    missing &= ~static_cast<unsigned>((*links.acts_read)[act].chain);
  }
  for (const Name& step : kChainNames.rows) {
    if ((missing >> step.value & 1) == 0) continue;
    diagnostics.AddError("objection.unsettled", {std::string(step.name)}, reader.At("best"));
  }
}

}  // namespace

Objection ReadObjection(ObjectReader& reader, const Links& links) {
  Objection objection;
  objection.reply = reader.NameOf<ReplyKind>("reply", kReplyKindNames);
  objection.label = reader.Text("label", Presence::kRequired);
  objection.say = reader.Text("say", Presence::kRequired);
  objection.gates =
      static_cast<std::uint16_t>(reader.Doc("raised by people asked about these gates")
                                     .NameBits("gates", kGateNames, Presence::kRequired));
  for (const Ref& ref :
       reader.Doc("blockers for which it is real").Refs("causes", Presence::kOptional)) {
    const std::uint8_t blocker =
        ResolveEntry(reader.context(), links, ref, "blockers", links.blockers);
    if (blocker != kNone) objection.causes.push_back(blocker);
  }
  std::sort(objection.causes.begin(), objection.causes.end());
  objection.not_due =
      reader.Doc("real while they do not accept that the claim is due").Bool("not_due", false);
  objection.weight =
      reader.Doc("how often as an excuse, against the others").Decimal("weight", {0, 100}, kOne);
  objection.settled_by = static_cast<std::uint8_t>(
      reader.Doc("steps that settle it").NameBits("settled_by", kChainNames, Presence::kRequired));
  objection.evidence =
      reader.Doc("how much cited evidence counts against it").Decimal("evidence", kUnit, 0);
  objection.rule = reader.Doc("of the law; takes it away where it binds the payer")
                       .NameOf<Rule>("rule", kRuleNames, Rule::kNone);
  objection.detail = reader.Doc("what they say when asked what exactly is meant")
                         .Text("detail", Presence::kOptional);
  objection.blames = static_cast<std::uint16_t>(
      reader.Doc("roles it hides behind: neither said by one of them nor before one")
          .NameBits("blames", kRoleNames, Presence::kOptional));
  if (reader.Has("said_by") || reader.describing()) {
    objection.said_by = static_cast<std::uint8_t>(
        reader.Doc("by whom it is said; without it by both")
            .NameMask("said_by", kSaidByNames, Presence::kOptional));
  }
  const bool best_complete = ReadAnswers(
      reader.Doc("acts of the best answer, in order; they take the steps that settle it"), links,
      "best", &objection.best);
  ReadAnswers(reader.Doc("acts that answer it badly, each by itself"), links, "bad",
              &objection.bad);
  if (!reader.describing()) CheckAnswers(reader, links, best_complete, objection);
  return objection;
}

Type ReadType(ObjectReader& reader) {
  Type type;
  type.name = reader.Text("name", Presence::kRequired);
  type.note = reader.Text("note", Presence::kRequired);
  type.reactance_to = reader.FeaturesOf("reactance_to", kSigned, Presence::kRequired);
  type.trust_to = reader.FeaturesOf("trust_to", kSigned, Presence::kRequired);
  type.urgency_to = reader.FeaturesOf("urgency_to", kSigned, Presence::kRequired);
  type.priority = reader.Doc("of our claim among the others").Decimal("priority", kLogit, 0);
  type.openness = reader.Doc("logit added to telling").Decimal("openness", kLogit, 0);
  type.compliance = reader.Doc("logit added to requests").Decimal("compliance", kLogit, 0);
  type.deflects = reader.Doc("share of evasions that refer on").Decimal("deflects", kUnit, 0);
  type.vague = reader.Doc("share of promises without a date").Decimal("vague", kUnit, 0);
  type.keeps = reader.Doc("logit added to commitment").Decimal("keeps", kLogit, 0);
  type.pleads = reader.Decimal("pleads", kUnit, 0);
  type.patience = static_cast<std::uint8_t>(
      reader.Doc("working days between contacts below which they wear thin")
          .Integer("patience", 1, 20, 3));
  ReadBargaining(reader, &type.bargaining);
  return type;
}

namespace {

// {"document": id} {"task": id} {"agreement": true} {"due_recognised": true}
void ReadNeed(ObjectReader& reader, const Links& links, Blocker* blocker) {
  const Where where = reader.At("");
  const Ref document = reader.RefOf("document", Presence::kOptional);
  const Ref task = reader.RefOf("task", Presence::kOptional);
  const bool agreement = reader.Bool("agreement", false);
  const bool due_recognised = reader.Bool("due_recognised", false);
  if (reader.describing()) return;
  const int named =
      (document.id.empty() ? 0 : 1) + (task.id.empty() ? 0 : 1) + agreement + due_recognised;
  if (named != 1) {
    reader.context().diagnostics->AddError("need.shape", {}, where);
    return;
  }
  Need need;
  if (!document.id.empty()) {
    need = {NeedKind::kDocument, NamePaper(links, document)};
  } else if (!task.id.empty()) {
    // Without the task the blocker could never be cured, so the case must have it.
    need.kind = NeedKind::kTask;
    need.ref = links.in_case ? Resolve(reader.context(), task, links.tasks, "tasks")
                             : ResolveEntry(reader.context(), links, task, "tasks", links.tasks);
  } else {
    need.kind = agreement ? NeedKind::kAgreement : NeedKind::kDueRecognised;
  }
  blocker->needs.push_back(need);
}

void ReadTaskLinks(ObjectReader& reader, const Links& links, Task* task) {
  ReadContext& context = reader.context();
  task->produces = NamePaper(
      links, reader.Doc("paper that comes into the file").RefOf("produces", Presence::kOptional));
  const Ref needs = reader.Doc("blocker that must be a known, unsolved problem first")
                        .RefOf("needs_problem", Presence::kOptional);
  const std::vector<Ref> reveals =
      reader.Doc("blockers it brings to light").Refs("reveals", Presence::kOptional);
  task->needs_blocker = ResolveEntry(context, links, needs, "blockers", links.blockers);
  // A task that serves a problem this case does not know can never be ordered.
  task->idle = links.in_case && !needs.id.empty() && task->needs_blocker == kNone;
  for (const Ref& ref : reveals) {
    const std::uint8_t blocker = ResolveEntry(context, links, ref, "blockers", links.blockers);
    if (blocker != kNone) task->reveals.push_back(blocker);
  }
  std::sort(task->reveals.begin(), task->reveals.end());
}

}  // namespace

Blocker ReadBlocker(ObjectReader& reader, const Links& links) {
  Blocker blocker;
  blocker.name = reader.Text("name", Presence::kRequired);
  blocker.story =
      reader.Doc("what really happened, for the debrief").Text("story", Presence::kRequired);
  blocker.remedy = reader.Doc("what would have solved it").Text("remedy", Presence::kRequired);
  blocker.gate = reader.NameOf<Gate>("gate", kGateNames);
  reader.Doc("all must be met before the gate opens again")
      .Each("needs", Presence::kRequired, 8,
            [&](ObjectReader& need) { ReadNeed(need, links, &blocker); });
  blocker.cash_factor =
      reader.Doc("of the customer's mean cash").Decimal("cash_factor", {0, 4}, kOne);
  blocker.pretended =
      reader.Doc("a pretext: evidence put before them wears it down").Bool("pretended", false);
  blocker.upstream = reader.Doc("they wait for their own customer's money").Bool("upstream", false);
  return blocker;
}

Task ReadTask(ObjectReader& reader, const Links& links) {
  Task task;
  task.department = reader.NameOf<Department>("department", kDepartmentNames);
  task.title = reader.Text("title", Presence::kRequired);
  task.note = reader.Text("note", Presence::kRequired);
  task.done = reader.Text("done", Presence::kRequired);
  const auto [first, last] =
      reader.Doc("working days until done, least and most").IntegerPair("days", 0, 60);
  task.days_min = static_cast<std::uint8_t>(first);
  task.days_max = static_cast<std::uint8_t>(last);
  task.minutes = static_cast<std::uint8_t>(
      reader.Doc("of our own time to order it").Integer("minutes", 0, 240, 10));
  task.cost = reader.Money("cost", 0);
  task.sponsor = reader.Doc("support from their top it wins").Decimal("sponsor", kUnit, 0);
  task.diagnostic = reader.Bool("diagnostic", false);
  task.repeatable = reader.Bool("repeatable", false);
  task.secures = reader.Doc("does the formality of security they agreed to").Bool("secures", false);
  task.files_claim = reader.Doc("files our claim in their insolvency").Bool("files_claim", false);
  ReadTaskManners(reader, &task);
  ReadTaskLinks(reader, links, &task);
  return task;
}

Clause ReadClause(ObjectReader& reader, const Links& links) {
  Clause clause;
  clause.title = reader.Text("title", Presence::kRequired);
  clause.text = reader.Text("text", Presence::kRequired);
  clause.levels =
      static_cast<std::uint8_t>(reader.NameBits("levels", kLetterLevelNames, Presence::kRequired));
  clause.required =
      static_cast<std::uint8_t>(reader.Doc("levels that need it")
                                    .NameBits("required", kLetterLevelNames, Presence::kOptional));
  clause.order =
      static_cast<std::uint8_t>(reader.Doc("place in the letter").Integer("order", 0, 255));
  clause.features = reader.FeaturesOf("features", kUnit, Presence::kOptional);
  clause.states_amount = reader.Bool("states_amount", false);
  clause.states_date = reader.Bool("states_date", false);
  clause.cites_due = reader.Bool("cites_due", false);
  clause.threatens = reader.Bool("threatens", false);
  clause.claims_interest =
      reader.Doc("names {interest}: late interest to date").Bool("claims_interest", false);
  clause.needs_broken_promise =
      reader.Doc("names {promises}: those that were not kept").Bool("needs_broken_promise", false);
  clause.element = reader.Doc("what it puts into the letter, where its blanks do not show it")
                       .NameOf<LetterElement>("element", kLetterElementNames, LetterElement::kNone);
  clause.breach = reader.Doc("conduct limit it breaks, besides threatening")
                      .NameOf<std::uint8_t>("breach", kBreachNames, std::uint8_t{kNone});
  clause.needs_paper = NamePaper(
      links,
      reader.Doc("paper that must have been opened").RefOf("needs_document", Presence::kOptional));
  return clause;
}

void ReadLetters(ObjectReader& reader, const Links& links, Scenario* scenario) {
  unsigned seen = 0;
  const Where where = reader.At("levels");
  reader.Each("levels", Presence::kRequired, kLetterLevels, [&](ObjectReader& row) {
    const auto level = row.NameOf<LetterLevel>("level", kLetterLevelNames);
    LetterForm form;
    form.title = row.Text("title", Presence::kRequired);
    form.minutes = static_cast<std::uint8_t>(row.Integer("minutes", 0, 240));
    const auto [from, to] =
        row.Doc("calendar days overdue for which it is right").IntegerPair("fits", -9999, 9999);
    form.fits_from = static_cast<std::int16_t>(from);
    form.fits_to = static_cast<std::int16_t>(to);
    form.urgency = row.Doc("at full quality and fit").Decimal("urgency", kUnit);
    form.pressure_cost = row.Doc("at full quality and fit").Decimal("pressure_cost", kUnit);
    form.misfit = row.Doc("resistance when it does not fit").Decimal("misfit", kUnit);
    form.cost = row.Doc("fees of whoever writes it").Money("cost", 0);
    const Ref task = row.Doc("task by which they are instructed: done before it may be sent")
                         .RefOf("needs_task", Presence::kOptional);
    if (!task.id.empty()) {
      form.needs_task = ResolveEntry(row.context(), links, task, "tasks", links.tasks);
      const bool in_case = (scenario->letter_levels >> static_cast<int>(level) & 1) != 0;
      if (links.in_case && in_case && form.needs_task == kNone) {
        row.context().diagnostics->AddError("letters.no_task", {task.id}, task.where);
      }
    }
    scenario->letters[static_cast<std::size_t>(level)] = form;
    seen |= 1U << static_cast<unsigned>(level);
  });
  if (!reader.describing() && seen != (1U << kLetterLevels) - 1) {
    reader.context().diagnostics->AddError("letters.incomplete", {}, where);
  }
}

}  // namespace huikuan::content
