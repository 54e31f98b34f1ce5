// SendMessage: a message goes out, and what it does on arrival. What is asked in it comes out when
// it is answered (answers.cpp).
#include <algorithm>
#include <bit>

#include "rules/attitudes.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/conduct/breach.h"
#include "rules/effects/conditions.h"
#include "rules/effects/effects.h"
#include "rules/file/handover.h"
#include "rules/knowledge.h"
#include "rules/legal/limitation.h"
#include "rules/message/message.h"
#include "rules/payment/ledger.h"
#include "rules/payment/promise.h"

namespace huikuan::rules {

namespace {

using content::MessagePurpose;

// Design values. What a message carries against the same words in a call; what the written channels
// lose of warmth and a voice gains of it, and loses of proof.
constexpr Q16 kCarries = Hundredths(60);
constexpr Q16 kEmailWarmth = Hundredths(70);
constexpr Q16 kVoiceWarmth = Hundredths(140);
constexpr Q16 kVoicePressure = Hundredths(130);
constexpr Q16 kVoiceSpecific = Hundredths(60);
// A boss does not like to listen through a voice message.
constexpr Q16 kVoiceToTheTop = Hundredths(2);
// Messages wear out at half the rate of calls (rules/call/reach.cpp), the more the longer the row;
// after an answer they are a talk, not nagging.
constexpr int kRowDays = 3;
constexpr Q16 kSameDay = Hundredths(5);
constexpr Q16 kAnswerSoon = Hundredths(3);
constexpr Q16 kSooner = Hundredths(1);
// The debt before others: trust and resistance of everybody present, what the firm thinks of us.
constexpr Q16 kFaceTrust = Hundredths(9);
constexpr Q16 kFaceReactance = Hundredths(10);
constexpr Q16 kFaceRelation = Hundredths(6);
// Photos: papers that have to be originals are seldom taken from one.
constexpr Q16 kPhotoOfOriginal = Hundredths(35);
constexpr Q16 kPhotoOfOther = Hundredths(85);

unsigned Bit(MessageChannel channel) { return 1U << static_cast<int>(channel); }

world::ConversationKnown WritingTo(CustomerId c, PersonId person) {
  world::ConversationKnown talk;
  talk.customer = c;
  talk.person = person;
  return talk;
}

// The spoken promise a confirmation is about; kNone if there is none.
PromiseId Unwritten(const world::CustomerKnown& known, PersonId person) {
  const PromiseId promise = person < world::kMaxPeople ? OpenPromiseOf(known, person) : kNone;
  if (promise == kNone || known.promises[promise].date == kNoDate) return kNone;
  return (known.promises[promise].marks & world::kPromiseWritten) == 0 ? promise : kNone;
}

DocumentId PaperFor(const Scenario& content, const world::Known& known, CustomerId c,
                    PersonId person) {
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  const std::uint32_t given = person < world::kMaxPeople ? mine.people[person].documents : 0;
  const std::uint32_t ready = mine.documents_in_file & mine.documents_opened & ~given;
  const FactId problem = OpenProblem(content, known, c);
  if (problem != kNone && customer.facts[problem].blocker != kNone) {
    for (const content::Need& need : customer.links.needs[customer.facts[problem].blocker]) {
      const bool paper = need.kind == content::NeedKind::kDocument && need.ref != kNone;
      if (paper && content::Has(ready, need.ref)) return need.ref;
    }
  }
  return ready == 0 ? kNone : static_cast<DocumentId>(content::First(ready));
}

Refusal CheckMessageSlots(const Scenario& content, const world::Known& known,
                          const SendMessage& m) {
  const content::Act& act = content.messages[m.purpose].act;
  const world::CustomerKnown& mine = known.customers[m.customer];
  const Date today = Today(content, known);
  const bool amount = (act.slots & kSlotAmount) != 0;
  const bool date = (act.slots & kSlotDate) != 0;
  const bool paper = (act.slots & kSlotDocument) != 0;
  if (amount && m.amount <= 0) return Refusal::kSlotMissing;
  if (date && m.date == kNoDate) return Refusal::kSlotMissing;
  if (paper && m.document == kNone) return Refusal::kSlotMissing;
  if ((!amount && m.amount != 0) || (!date && m.date != kNoDate)) return Refusal::kSlotBad;
  if (!paper && m.document != kNone) return Refusal::kSlotBad;
  if (act.request == content::Request::kWritten) {
    const PromiseId promise = Unwritten(mine, m.person);
    if (promise == kNone) return Refusal::kNoPromise;
    // What is confirmed is what was said.
    const world::PromiseKnown& said = mine.promises[promise];
    const bool same = (!amount || m.amount == said.amount) && (!date || m.date == said.date);
    return same ? Refusal::kNone : Refusal::kSlotBad;
  }
  if (amount && m.amount > KnownOutstanding(content, known, m.customer)) return Refusal::kSlotBad;
  if (date && (m.date < today || m.date > today + 400)) return Refusal::kSlotBad;
  if (!paper) return Refusal::kNone;
  if (m.document >= content.customers[m.customer].documents.size()) return Refusal::kUnknownId;
  if (!content::Has(mine.documents_in_file, m.document)) return Refusal::kNotInFile;
  return content::Has(mine.documents_opened, m.document) ? Refusal::kNone : Refusal::kNotOpened;
}

Refusal CheckWay(const Scenario& content, const world::Known& known, const SendMessage& m) {
  const content::MessageManner& manner = content.messages[m.purpose].manner;
  if (static_cast<int>(m.channel) >= kMessageChannels) return Refusal::kSlotBad;
  if ((manner.channels & Bit(m.channel)) == 0) return Refusal::kChannelUnfit;
  const content::Customer& customer = content.customers[m.customer];
  if (m.person == kNone) {
    if (!manner.to_group || m.channel == MessageChannel::kEmail) return Refusal::kChannelUnfit;
    return customer.group.name != 0 ? Refusal::kNone : Refusal::kNoGroup;
  }
  if (!manner.to_person) return Refusal::kChannelUnfit;
  if (m.person >= customer.people.size()) return Refusal::kUnknownId;
  if (known.customers[m.customer].people[m.person].known == 0) return Refusal::kPersonUnknown;
  if (m.channel == MessageChannel::kEmail) return Refusal::kNone;
  return HasWechat(content, known, m.customer, m.person) ? Refusal::kNone : Refusal::kNoWechat;
}

}  // namespace

bool HasWechat(const Scenario& content, const world::Known& known, CustomerId c, PersonId person) {
  const content::Person& def = content.customers[c].people[person];
  const world::PersonKnown& mine = known.customers[c].people[person];
  return !def.gatekeeper && mine.known != 0 && (def.wechat || mine.contacts > 0);
}

bool MessageFits(const Scenario& content, const world::Known& known, CustomerId c,
                 std::uint8_t purpose, PersonId person) {
  const content::MessageManner& manner = content.messages[purpose].manner;
  return RequirementsHold(content, known, WritingTo(c, person), manner.fits_begin,
                          manner.fits_end);
}

Refusal Check(const Scenario& content, const world::Known& known, const SendMessage& m) {
  const Refusal setting =
      CheckSetting(content, known, Setting::kDesk, m.customer, Minutes(content, known, m));
  if (setting != Refusal::kNone) return setting;
  if (content.messages.empty()) return Refusal::kNoMessages;
  if (m.purpose >= content.messages.size()) return Refusal::kUnknownId;
  if (m.flags > (kMessageThreat | kMessageFalseClaim | kMessageDisclosure)) {
    return Refusal::kSlotBad;
  }
  if (MessagesToday(known) >= kMessagesADay) return Refusal::kTooMany;
  const Refusal way = CheckWay(content, known, m);
  if (way != Refusal::kNone) return way;
  const content::MessagePurpose& purpose = content.messages[m.purpose];
  const bool money = purpose.manner.names_debt || purpose.act.request == content::Request::kPayment;
  if (money && OpenTotal(content.customers[m.customer], known.customers[m.customer]) == 0) {
    return Refusal::kActNotNow;
  }
  if (!RequirementsHold(content, known, WritingTo(m.customer, m.person),
                        purpose.act.requires_begin, purpose.act.requires_end)) {
    return Refusal::kActNotNow;
  }
  return CheckMessageSlots(content, known, m);
}

int Minutes(const Scenario& content, const world::Known&, const SendMessage& m) {
  return m.purpose < content.messages.size() ? content.messages[m.purpose].act.minutes : 0;
}

std::optional<SendMessage> DefaultMessage(const Scenario& content, const world::Known& known,
                                          CustomerId c, std::uint8_t purpose, PersonId person,
                                          std::optional<MessageChannel> by) {
  const content::Act& act = content.messages[purpose].act;
  SendMessage m;
  m.customer = c;
  m.person = person;
  m.purpose = purpose;
  const world::CustomerKnown& mine = known.customers[c];
  const PromiseId promise =
      act.request == content::Request::kWritten ? Unwritten(mine, person) : kNone;
  if ((act.slots & kSlotAmount) != 0) {
    m.amount = promise == kNone ? KnownOutstanding(content, known, c) : mine.promises[promise].amount;
  }
  if ((act.slots & kSlotDate) != 0) {
    m.date = promise == kNone ? SensibleDate(content, known, c) : mine.promises[promise].date;
  }
  if ((act.slots & kSlotDocument) != 0) m.document = PaperFor(content, known, c, person);
  // Where they read it soonest, first.
  static constexpr MessageChannel kOrder[] = {MessageChannel::kText, MessageChannel::kEmail,
                                              MessageChannel::kPhoto, MessageChannel::kVoice};
  for (const MessageChannel channel : kOrder) {
    if (by && *by != channel) continue;
    m.channel = channel;
    if (Check(content, known, m) == Refusal::kNone) return m;
  }
  return std::nullopt;
}

namespace {

content::Features ByChannel(content::Features f, MessageChannel channel) {
  if (channel == MessageChannel::kEmail) f.warmth = MulQ(f.warmth, kEmailWarmth);
  if (channel == MessageChannel::kVoice) {
    f.warmth = UnitQ(MulQ(f.warmth, kVoiceWarmth));
    f.pressure = UnitQ(MulQ(f.pressure, kVoicePressure));
    f.specificity = MulQ(f.specificity, kVoiceSpecific);
    f.evidence = 0;
  }
  return f;
}

// Too soon after the last one, to the same customer: it wears them out.
Q16 Strain(World& world, CustomerId c, PersonId p, const world::LastMessage& last) {
  if (last.half_day < 0) return 0;
  if (last.person != p && last.person != world::kMessageGroup) return 0;
  const int gap = world.day() - last.day();
  const int patience = world.style(c, p).patience;
  Q16 strain = gap < 1 ? kSameDay : gap < patience ? kAnswerSoon : gap < 2 * patience ? kSooner : 0;
  if (last.state == world::MessageState::kAnswered) return strain / 4;
  return strain + strain * last.row / 2;
}

// The debt told before everybody in the group, and before outsiders it is a breach.
void LoseFaceBefore(World& world, CustomerId c) {
  const content::MessageGroup& group = world.customer(c).group;
  const bool outsiders = group.outsiders != 0;
  content::ForEach(group.people, [&](int member) {
    const auto p = static_cast<PersonId>(member);
    const Q16 face = kOne + world.style(c, p).reactance_to.face_threat;
    Adjust(world, c, p, content::Variable::kTrust, -MulQ(kFaceTrust, face));
    Adjust(world, c, p, content::Variable::kReactance, MulQ(kFaceReactance, face));
  });
  Adjust(world, c, 0, content::Variable::kRelation, -kFaceRelation);
  world.Tell(EventKind::kFaceLost, c, [&](Event& e) { e.value = outsiders ? 1 : 0; });
  if (outsiders) Breach(world, c, kNone, ConductBreach::kDisclosure);
}

void Arrive(World& world, const SendMessage& m, PersonId p, const world::LastMessage& last) {
  const MessagePurpose& purpose = world.content.messages[m.purpose];
  const CustomerId c = m.customer;
  const bool fits = MessageFits(world.content, world.state.known, c, m.purpose, p);
  Say say;
  say.amount = m.amount;
  say.date = m.date;
  Exchange x{world, c, p, purpose.act, say, ByChannel(purpose.act.features, m.channel)};
  React(world, c, p, x.features, m.person == kNone ? MulQ(kCarries, Hundredths(60)) : kCarries);
  Adjust(world, c, p, content::Variable::kReactance, Strain(world, c, p, last));
  if (!fits) Adjust(world, c, p, content::Variable::kReactance, purpose.manner.misfit);
  const bool top = world.customer(c).people[p].authority >= Hundredths(80);
  if (top && m.channel == MessageChannel::kVoice) {
    Adjust(world, c, p, content::Variable::kReactance, kVoiceToTheTop);
  }
  for (std::uint16_t i = purpose.act.effects_begin; i < purpose.act.effects_end; ++i) {
    const content::Effect& effect = world.content.effects[i];
    const bool now = effect.kind == content::EffectKind::kAdjust;
    // What does harm does so at any time.
    const bool helps = effect.variable == content::Variable::kReactance ? effect.amount < 0
                                                                        : effect.amount > 0;
    if (now && (fits || !helps)) EffectAdjust(x, effect);
    if (effect.kind == content::EffectKind::kBreach && m.person != kNone) {
      Breach(world, c, p, static_cast<ConductBreach>(effect.value));
    }
  }
  if (m.person == kNone) return;
  if (purpose.manner.follows_up) FollowUpBrokenPromise(world, c, p);
  const content::Request request = purpose.act.request;
  if (request == content::Request::kPayment || request == content::Request::kPartPayment) {
    CountChase(x);
    world.conversation() = world::ConversationKnown{};  // where it counts how often we pressed
  }
}

// A photo is quick, and for some papers not enough.
void ShowPaper(World& world, const SendMessage& m, PersonId p) {
  constexpr std::uint8_t kInvoiceForm = 2, kSealedForm = 3;  // content::kFormNames
  const std::uint8_t form = world.customer(m.customer).documents[m.document].form;
  const bool original = form == kInvoiceForm || form == kSealedForm;
  const Q16 enough = original ? kPhotoOfOriginal : kPhotoOfOther;
  if (m.channel == MessageChannel::kPhoto &&
      !world.chance.Happens(Draw::kPhotoCounts, PersonKey(m.customer, p), m.document, enough)) {
    world.Tell(EventKind::kPhotoRefused, m.customer, [&](Event& e) {
      e.person = p;
      e.document = m.document;
    });
    return;
  }
  HandOver(world, m.customer, p, m.document);
}

// What the trainee's own words did, whatever they were sent for.
void WordsBreach(World& world, const SendMessage& m) {
  static constexpr std::pair<std::uint8_t, ConductBreach> kKinds[] = {
      {kMessageThreat, ConductBreach::kThreat},
      {kMessageFalseClaim, ConductBreach::kFalseStatement},
      {kMessageDisclosure, ConductBreach::kDisclosure}};
  for (const auto& [flag, breach] : kKinds) {
    if ((m.flags & flag) == 0) continue;
    Breach(world, m.customer, m.person, breach);
    if (m.person != kNone) continue;
    content::ForEach(world.customer(m.customer).group.people,
                     [&](int p) { Offend(world, m.customer, static_cast<PersonId>(p)); });
  }
}

void Remember(World& world, const SendMessage& m, const world::LastMessage& last) {
  world::LastMessage now;
  now.purpose = m.purpose;
  now.channel = static_cast<std::uint8_t>(m.channel);
  now.person = m.person == kNone ? world::kMessageGroup : m.person;
  const Cents all = KnownOutstanding(world.content, world.state.known, m.customer);
  if (m.amount > 0 && all > 0) {
    now.tenths = static_cast<std::uint8_t>(
        std::clamp<std::int64_t>(DivRound(m.amount / 100 * 10, all / 100 + 1), 1, 10));
  }
  if (m.date != kNoDate) {
    now.quads = static_cast<std::uint8_t>(std::clamp((m.date - world.date()) / 4, 1, 15));
  }
  now.state = world::MessageState::kPending;
  now.half_day = static_cast<std::int16_t>(world.day() * 2 + world.seller().part);
  const bool row = last.half_day >= 0 && last.state != world::MessageState::kAnswered &&
                   world.day() - last.day() < kRowDays;
  now.row = static_cast<std::uint8_t>(row ? std::min(last.row + 1, 3) : 0);
  world.known(m.customer);  // what bots worked out of it no longer holds
  world.known().messages[m.customer] = world::Packed(now);
}

}  // namespace

void Apply(World& world, const SendMessage& m) {
  const MessagePurpose& purpose = world.content.messages[m.purpose];
  const CustomerId c = m.customer;
  // An earlier one that was not answered yet: now, or not at all any more.
  MessageAnswered(world, c, false);
  const world::LastMessage last = LastMessageTo(world.state.known, c);
  SpendMinutes(world, purpose.act.minutes);
  CountDecision(world);
  world.seller().notes_today = static_cast<std::uint8_t>(world.seller().notes_today + 16);
  world.Tell(EventKind::kMessageSent, c, [&](Event& e) {
    e.person = m.person;
    e.act = m.purpose;
    e.value = static_cast<std::uint8_t>(m.channel);
    e.amount = m.amount;
    e.date = m.date != kNoDate ? m.date : e.date;
    e.document = m.document;
    e.item = world.focus(c);
    e.words = m.words;
    e.variant = MessageVariant(world.state.known, m.purpose);
  });
  Remember(world, m, last);
  if (m.person != kNone) {
    Arrive(world, m, m.person, last);
    if (m.document != kNone) ShowPaper(world, m, m.person);
    // The fourth in a row on one day, unanswered, is no longer asking (domain.md §8).
    const bool again = last.half_day >= 0 && last.day() == world.day() && last.person == m.person;
    if (again && last.row >= 2 && last.state != world::MessageState::kAnswered) {
      Breach(world, c, m.person, ConductBreach::kHarassment);
    }
    if (purpose.manner.demands && m.channel == MessageChannel::kEmail) {
      SendDemand(world, c, Delivery::kEmail, true);
    }
  } else {
    content::ForEach(world.customer(c).group.people, [&](int p) {
      Arrive(world, m, static_cast<PersonId>(p), last);
    });
    if (purpose.manner.names_debt) LoseFaceBefore(world, c);
  }
  WordsBreach(world, m);
}

}  // namespace huikuan::rules
