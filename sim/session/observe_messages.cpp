// Messages as seen: from Known alone.
#include "rules/commands.h"
#include "rules/message/message.h"
#include "session/observe.h"

namespace huikuan::session {

namespace {

void AddMessageOffers(const Scenario& content, const world::Known& known, CustomerId c,
                      MessagesView* view) {
  const auto people = content.customers[c].people.size();
  for (std::size_t m = 0; m < content.messages.size(); ++m) {
    const auto purpose = static_cast<std::uint8_t>(m);
    for (std::size_t p = 0; p <= people; ++p) {
      const PersonId person = p == people ? kNone : static_cast<PersonId>(p);
      MessageOffer offer;
      for (int way = kMessageChannels - 1; way >= 0; --way) {
        const auto channel = static_cast<MessageChannel>(way);
        const auto message = rules::DefaultMessage(content, known, c, purpose, person, channel);
        if (!message) continue;
        offer.command = *message;
        offer.channels = static_cast<std::uint8_t>(offer.channels | 1U << way);
      }
      if (offer.channels == 0) continue;
      offer.variant = rules::MessageVariant(known, purpose);
      view->offers.push_back(offer);
    }
  }
}

}  // namespace

std::optional<MessagesView> BuildMessages(const Scenario& content, const world::Known& known,
                                          CustomerId c) {
  if (content.messages.empty() && content.incoming.empty()) return std::nullopt;
  const content::Customer& customer = content.customers[c];
  MessagesView view;
  for (std::size_t m = 0; m < content.messages.size(); ++m) {
    const content::Act& act = content.messages[m].act;
    view.purposes.push_back({static_cast<std::uint8_t>(m), act.label, act.slots, act.minutes});
  }
  AddMessageOffers(content, known, c, &view);
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    if (rules::HasWechat(content, known, c, static_cast<PersonId>(p))) {
      view.wechat = static_cast<std::uint16_t>(view.wechat | 1U << p);
    }
  }
  view.group = customer.group.name;
  view.members = customer.group.people;
  view.outsiders = customer.group.outsiders;
  view.pending = rules::LastMessageTo(known, c).pending();
  const world::FurtherLetters& waiting = known.further[c];
  if (waiting.wanted != 0) {
    view.wanted = static_cast<std::uint8_t>(waiting.wanted - 1);
    view.wanted_title = content.incoming[view.wanted].title;
    view.wanted_since = content.days[waiting.wanted_day - 1U].date;
  }
  return view;
}

}  // namespace huikuan::session
