#include "model/message_draft.h"

#include <algorithm>

#include "huikuan/session.h"

namespace huikuan::web {
namespace {

const MessageOffer* OfferFor(const MessagesView& view, PersonId person, std::uint8_t purpose) {
  for (const MessageOffer& offer : view.offers) {
    if (offer.command.person == person && offer.command.purpose == purpose) return &offer;
  }
  return nullptr;
}

// The one asked for, else whom one may write to now.
PersonId Addressee(const Context& c, const MessagesView& view) {
  const std::string& to = c.ui.Draft("message.to");
  if (to == "group" && view.group != 0) return kNone;
  const std::int64_t asked = c.ui.Number("message.to", -1);
  for (const PersonView& person : c.customer().people) {
    if (person.known && person.id == asked) return person.id;
  }
  for (const MessageOffer& offer : view.offers) {
    if (offer.command.person != kNone) return offer.command.person;
  }
  for (const PersonView& person : c.customer().people) {
    if (person.known) return person.id;
  }
  return kNone;
}

std::uint8_t PurposeOf(const Context& c, const MessagesView& view, PersonId person) {
  const std::int64_t asked = c.ui.Number("message.purpose", -1);
  if (asked >= 0 && asked < static_cast<std::int64_t>(view.purposes.size())) {
    return static_cast<std::uint8_t>(asked);
  }
  for (const MessageOffer& offer : view.offers) {
    if (offer.command.person == person) return offer.command.purpose;
  }
  return 0;
}

void FillDraft(const Context& c, const MessagesView& view, MessageDraft* draft) {
  SendMessage& m = draft->command;
  if (const MessageOffer* offer = OfferFor(view, m.person, m.purpose)) m = offer->command;
  m.channel = static_cast<MessageChannel>(std::clamp<std::int64_t>(
      c.ui.Number("message.channel", static_cast<int>(m.channel)), 0, kMessageChannels - 1));
  const std::uint8_t slots = draft->purpose->slots;
  if ((slots & kSlotAmount) != 0) {
    if (!c.ui.Draft("message.amount").empty()) m.amount = ParseMoney(c.ui.Draft("message.amount"));
    if (m.amount < 0) m.amount = 0;
  }
  if ((slots & kSlotDate) != 0) m.date = static_cast<Date>(c.ui.Number("message.date", m.date));
  if ((slots & kSlotDocument) != 0) {
    m.document = static_cast<DocumentId>(c.ui.Number("message.document", m.document));
  }
}

Event AsSent(const Context& c, const SendMessage& m) {
  Event event;
  event.kind = EventKind::kMessageSent;
  event.customer = m.customer;
  event.person = m.person;
  event.act = m.purpose;
  event.item = c.customer().focus;
  event.value = static_cast<std::uint8_t>(m.channel);
  event.amount = m.amount;
  event.date = m.date;
  event.document = m.document;
  for (const MessageOffer& offer : c.customer().messages->offers) {
    if (offer.command.purpose == m.purpose) event.variant = offer.variant;
  }
  return event;
}

}  // namespace

MessageDraft DraftedMessage(const Context& c) {
  const MessagesView& view = *c.customer().messages;
  MessageDraft draft;
  draft.command.customer = c.chosen();
  if (view.purposes.empty()) return draft;
  draft.command.person = Addressee(c, view);
  draft.command.purpose = PurposeOf(c, view, draft.command.person);
  draft.purpose = &view.purposes[draft.command.purpose];
  FillDraft(c, view, &draft);
  draft.unedited = c.words.MessageWords(AsSent(c, draft.command));
  const auto written = c.ui.drafts.find("message.words");
  draft.edited = written != c.ui.drafts.end() && !written->second.empty() &&
                 written->second != draft.unedited;
  draft.words = draft.edited ? written->second : draft.unedited;
  if (draft.edited) {
    draft.reading = ReadMessage(c.recogniser, draft.words, c.see.clock.date);
    draft.command.flags = draft.reading.flags;
    draft.command.words = WordsHash(draft.words);
  }
  return draft;
}

void AddMessageOffences(const Context& c, const MessageDraft& draft, const std::string& key,
                        Node& to) {
  std::size_t at = 0;
  for (int flag = 1; flag <= kMessageDisclosure; flag *= 2) {
    if ((draft.reading.flags & flag) == 0) continue;
    const std::string words = at < draft.reading.quoted.size() ? draft.reading.quoted[at] : "";
    ++at;
    const std::string number = std::to_string(flag);
    to.Add(Words(key + number, c.Ui("web.messages.offence." + number, {{"words", words}}),
                 Role::kNote, Shade::kBad));
  }
}

}  // namespace huikuan::web
