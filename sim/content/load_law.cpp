// Law packs: catalogue/law/<id>.json.
#include "content/load_law.h"

#include "content/json_schema.h"
#include "content/loader.h"

namespace huikuan::content {
namespace {

constexpr std::size_t kMaxLawEntries = 64;

// What every pack should speak of; on the rest silence means that the contract alone counts.
constexpr std::string_view kExpected[] = {
    "late_interest general",  "recovery_costs",         "limitation",
    "pay_when_paid",          "suspension delivery",    "suspension service",
    "suspension spare_parts", "suspension remote_lock", "security retention_of_title",
    "clawback payment",       "clawback new_security"};

}  // namespace

void LawReader::Source(ObjectReader& reader, LawEntry* entry) {
  const Where where = reader.At("source");
  reader.Doc("article, order or case, with its year")
      .Each("source", Presence::kRequired, 8, [&](ObjectReader& row) {
        LawSource source;
        source.cite = row.Text("cite", Presence::kRequired);
        source.year = static_cast<std::int16_t>(row.Integer("year", 1600, 2199));
        entry->sources.push_back(source);
      });
  if (!reader.describing() && reader.Has("source") && entry->sources.empty()) {
    context_.diagnostics->AddError("law.no_source", {entry->id}, where);
  }
}

void LawReader::Checked(ObjectReader& reader, LawEntry* entry) {
  reader.Doc("whether a lawyer has checked this entry")
      .Object("checked", Presence::kRequired, [&](ObjectReader& checked) {
        entry->by_lawyer = checked.Bool("by_lawyer");
        entry->note =
            checked.Doc("what is to be checked, or what was").Text("note", Presence::kRequired);
        entry->lawyer = checked.Doc("who").Text("by", Presence::kOptional);
        entry->checked_on = checked.Doc("when").DateOf("on", Presence::kOptional);
        if (checked.describing() || !entry->by_lawyer) return;
        if (entry->lawyer != 0 && entry->checked_on != kNoDate) return;
        context_.diagnostics->AddError("law.unsigned", {entry->id}, checked.At("by_lawyer"));
      });
}

void LawReader::Entry(ObjectReader& reader) {
  LawEntry entry;
  entry.id = reader.Doc("stable; letters and debriefs cite it").Id("id");
  entry.kind = reader.NameOf<LawKind>("kind", kLawKindNames);
  const std::string shapes = reader.describing() ? ParametersSchema() : std::string();
  const JsonValue* parameters =
      reader.Doc("what the rules read, by kind").Raw("parameters", Presence::kRequired, shapes);
  const JsonValue* kind = parameters != nullptr ? reader.raw()->Find("kind") : nullptr;
  if (kind != nullptr && kLawKindNames.Find(kind->text) != nullptr) {
    ObjectReader p(context_, parameters);
    (this->*Of(entry.kind))(p);
    p.Finish();
  }
  entry.text = reader.Doc("what it means for us").Text("text", Presence::kRequired);
  Source(reader, &entry);
  entry.confidence =
      reader.NameOf<Confidence>("confidence", kConfidenceNames, Confidence::kSettled);
  Checked(reader, &entry);
  if (reader.describing()) return;
  if (!entry.id.empty() && !ids_.insert(entry.id).second) {
    context_.diagnostics->AddError("id.duplicate", {What("law"), entry.id}, reader.At("id"));
  }
  pack_.entries.push_back(std::move(entry));
}

void LawReader::ReportSilence(ObjectReader& reader) const {
  for (const std::string_view subject : kExpected) {
    if (subjects_.count(std::string(subject)) > 0) continue;
    context_.diagnostics->AddWarning("law.silent", {std::string(subject)}, reader.At("entries"));
  }
}

LawPack ReadLaw(ObjectReader& reader, Date case_start) {
  LawPack pack;
  pack.present = true;
  pack.title = reader.Text("title", Presence::kRequired);
  pack.scope =
      reader.Doc("where it holds, and what it leaves out").Text("scope", Presence::kRequired);
  pack.as_of = reader.Doc("the state of the law").DateOf("as_of", Presence::kRequired);
  LawReader law(reader.context(), case_start, &pack);
  reader.Each("entries", Presence::kRequired, kMaxLawEntries,
              [&](ObjectReader& entry) { law.Entry(entry); });
  if (!reader.describing()) law.ReportSilence(reader);
  return pack;
}

}  // namespace huikuan::content
