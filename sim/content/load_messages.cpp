// Messages: purposes (catalogue/messages), what customers write by themselves (catalogue/incoming),
// a customer's project group.
#include <algorithm>
#include <tuple>

#include "content/loader.h"

namespace huikuan::content {

namespace {

// A message is not a conversation: what works only in one has no place here.
bool FitsMessages(EffectKind kind) {
  return kind == EffectKind::kAdjust || kind == EffectKind::kDiagnose ||
         kind == EffectKind::kRequest || kind == EffectKind::kBreach;
}

void CheckEffects(ObjectReader& reader, const Where& where, const Scenario& scenario,
                  const Act& act) {
  for (std::size_t i = act.effects_begin; i < act.effects_end; ++i) {
    const EffectKind kind = scenario.effects[i].kind;
    if (FitsMessages(kind)) continue;
    reader.context().diagnostics->AddError(
        "message.effect", {std::string(kEffectNames.NameOf(static_cast<int>(kind)))}, where);
  }
}

// A photo shows a paper: without the slot there is nothing to show.
void CheckPhoto(ObjectReader& reader, const MessagePurpose& message) {
  const unsigned photo = 1U << static_cast<int>(MessageChannel::kPhoto);
  const bool shows = (message.manner.channels & photo) != 0;
  if (!shows || (message.act.slots & kSlotDocument) != 0) return;
  reader.context().diagnostics->AddError("message.photo_of_nothing", {}, reader.At("channels"));
}

}  // namespace

MessagePurpose ReadMessagePurpose(ObjectReader& reader, Scenario* scenario) {
  MessagePurpose message;
  Act& act = message.act;
  MessageManner& manner = message.manner;
  act.purpose = reader.Doc("what it is for; bots and the page group messages by it")
                    .NameOf<Purpose>("purpose", kPurposeNames);
  act.label = reader.Doc("short name").Text("title", Presence::kRequired);
  act.say = reader.Doc("whole messages to choose from").Text("say", Presence::kRequired);
  message.answer = reader.Doc("what they write back when nothing else was asked")
                       .Text("answer", Presence::kOptional);
  manner.channels = static_cast<std::uint8_t>(
      reader.NameBits("channels", kMessageChannelNames, Presence::kRequired));
  unsigned to = 1;
  if (reader.Has("to") || reader.describing()) {
    to = reader.Doc("without it a person").NameMask("to", kMessageToNames, Presence::kOptional);
  }
  manner.to_person = (to & 1) != 0;
  manner.to_group = (to & 2) != 0;
  manner.names_debt = reader.Doc("before others it costs face").Bool("names_debt", false);
  manner.demands = reader.Doc("a demand, in law").Bool("demands", false);
  manner.follows_up = reader.Doc("comes back on a broken promise").Bool("follows_up", false);
  manner.appointment =
      reader.Doc("answered, it opens the door to a call").Bool("appointment", false);
  manner.answered =
      reader.Doc("chance of an answer at ordinary trust").Decimal("answered", kUnit, 0);
  act.features =
      reader.Doc("what it is like, 0 to 1").FeaturesOf("features", kUnit, Presence::kRequired);
  act.slots = static_cast<std::uint8_t>(reader.NameMask("slots", kSlotNames, Presence::kOptional));
  act.minutes = static_cast<std::uint8_t>(reader.Integer("minutes", 1, 60, 2));
  std::tie(act.requires_begin, act.requires_end) = ReadKnownConditions(
      reader.Doc("when it may be sent; only what the trainee can know"), "requires", scenario);
  std::tie(manner.fits_begin, manner.fits_end) = ReadKnownConditions(
      reader.Doc("when it is right; else \"misfit\", and no adjustment"), "fits", scenario);
  manner.misfit = reader.Doc("resistance when it does not fit").Decimal("misfit", kUnit, 0);
  const Where effects = reader.At("effects");
  ReadEffectsOf(reader.Doc("adjust and breach when it goes; diagnose and request when it is answered"),
                scenario, &act);
  if (reader.describing()) return message;
  CheckEffects(reader, effects, *scenario, act);
  CheckPhoto(reader, message);
  return message;
}

Incoming ReadIncoming(ObjectReader& reader, const Links& links) {
  Incoming in;
  in.kind = reader.NameOf<IncomingKind>("kind", kIncomingKindNames);
  in.title = reader.Doc("short name").Text("title", Presence::kRequired);
  in.say = reader.Text("say", Presence::kRequired);
  in.late = reader.Doc("what happens when they wait in vain").Text("late", Presence::kOptional);
  in.roles = static_cast<std::uint16_t>(
      reader.Doc("who writes it").NameBits("from", kRoleNames, Presence::kRequired));
  const Where where = reader.At("blockers");
  const std::vector<Ref> blockers =
      reader.Doc("problems it tells of").Refs("blockers", Presence::kOptional);
  for (const Ref& ref : blockers) {
    const std::uint8_t blocker =
        ResolveEntry(reader.context(), links, ref, "blockers", links.blockers);
    if (blocker != kNone) in.blockers.push_back(blocker);
  }
  std::sort(in.blockers.begin(), in.blockers.end());
  in.days = reader.Doc("business days on which a problem may be told")
                .Integers("days", 1, world::kMaxDays, 8, Presence::kOptional);
  in.chance = reader.Doc("that it comes, on each occasion").Decimal("chance", kUnit);
  in.untrue = reader.Doc("that money is said to be out which is not").Decimal("untrue", kUnit, 0);
  in.wants = reader.Doc("what they wait for").NameOf<IncomingWants>("wants", kIncomingWantsNames,
                                                                    IncomingWants::kNothing);
  in.within = static_cast<std::uint8_t>(
      reader.Doc("business days for which they wait").Integer("within", 1, 20, 3));
  reader.Doc("added when they waited in vain")
      .Object("overdue", Presence::kOptional, [&](ObjectReader& overdue) {
        in.trust = overdue.Decimal("trust", kSigned, 0);
        in.relation = overdue.Decimal("relation", kSigned, 0);
        in.reactance = overdue.Decimal("reactance", kSigned, 0);
      });
  if (reader.describing()) return in;
  const bool problem = in.kind == IncomingKind::kProblem;
  if (problem && (blockers.empty() || in.days.empty())) {
    reader.context().diagnostics->AddError("incoming.no_problem", {}, where);
  }
  return in;
}

void ReadMessageGroup(ObjectReader& reader, const std::vector<std::string>& people,
                      Customer* customer) {
  reader.Doc("the group in which both sides write about the project")
      .Object("group", Presence::kOptional, [&](ObjectReader& row) {
        customer->group.name = row.Text("name", Presence::kRequired);
        customer->group.outsiders =
            row.Doc("who else reads there").Text("outsiders", Presence::kOptional);
        for (const Ref& ref : row.Doc("of theirs").Refs("people", Presence::kRequired)) {
          const std::uint8_t person = Resolve(row.context(), ref, people, "person");
          if (person == kNone) continue;
          customer->group.people =
              static_cast<std::uint16_t>(customer->group.people | (1U << person));
        }
      });
}

}  // namespace huikuan::content
