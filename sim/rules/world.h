// What a rule works on: the scenario, the state, chance, and where events go (nowhere in rollouts).
#pragma once

#include <vector>

#include "content/scenario.h"
#include "huikuan/event.h"
#include "rules/chance.h"
#include "world/state.h"

namespace huikuan::rules {

struct World {
  const Scenario& content;
  world::State& state;
  Chance& chance;
  std::vector<Event>* events;  // null in rollouts: nothing is kept, nothing allocates
  // Customers whose Known was opened for writing (known()) since somebody last cleared their bit:
  // what was worked out from it has to be worked out again.
  std::uint16_t changed = 0xffff;
  // Entries of Known::tasks in use end here; −1 = not counted yet (rules/internal).
  int tasks_end = -1;

  world::Known& known() { return state.known; }
  world::SellerKnown& seller() { return state.known.seller; }
  world::ConversationKnown& conversation() { return state.known.conversation; }
  world::CustomerKnown& known(CustomerId c) {
    changed = static_cast<std::uint16_t>(changed | (1U << c));
    return state.known.customers[c];
  }
  // The same to read.
  const world::CustomerKnown& seen(CustomerId c) const { return state.known.customers[c]; }
  // The same for what nobody works anything out from in advance: somebody's mood, contacts, tries
  // and questions asked, and how often they were chased; fields held against the file and papers
  // read; plan cards, letters sent, the diary.
  world::CustomerKnown& noted(CustomerId c) { return state.known.customers[c]; }
  world::CustomerTruth& truth(CustomerId c) { return state.truth.customers[c]; }
  world::PersonTruth& person(CustomerId c, PersonId p) { return truth(c).people[p]; }
  const content::Customer& customer(CustomerId c) const { return content.customers[c]; }
  // How the firm ranks us, and how one of its people takes and answers things: a mixed customer
  // has people of another style, or becomes another one under stress (style.cpp).
  const content::Type& type(CustomerId c) const;
  const content::Type& style(CustomerId c, PersonId p) const;
  std::size_t StyleIndex(CustomerId c, PersonId p) const {
    return static_cast<std::size_t>(&style(c, p) - content.types.data());
  }
  // The invoice under discussion: calls, letters and requests are about it.
  InvoiceId focus(CustomerId c) const { return state.known.customers[c].focus; }
  world::InvoiceTruth& claim(CustomerId c) { return truth(c).invoices[focus(c)]; }
  const world::InvoiceTruth& claim(CustomerId c) const {
    return state.truth.customers[c].invoices[focus(c)];
  }
  Day day() const { return state.known.seller.day; }
  Date date() const { return content.days[static_cast<std::size_t>(day())].date; }

  // Customers meet only through the seller, so that one of them can be rolled out alone.
  bool Active(CustomerId c) const { return ((state.known.seller.active >> c) & 1) != 0; }

  Event NewEvent(EventKind kind, CustomerId c = 0) const {
    Event e;
    e.kind = kind;
    e.customer = c;
    e.day = day();
    e.part = static_cast<DayPart>(state.known.seller.part);
    e.date = content.days[static_cast<std::size_t>(day())].date;
    return e;
  }
  void Emit(const Event& event) {
    if (events != nullptr) events->push_back(event);
  }
  // The same, filled in only when somebody keeps it.
  template <class Fill>
  void Tell(EventKind kind, CustomerId c, Fill fill) {
    if (events == nullptr) [[likely]] return;
    Event e = NewEvent(kind, c);
    fill(e);
    events->push_back(e);
  }
};

inline Date Today(const Scenario& content, const world::Known& known) {
  return content.days[static_cast<std::size_t>(known.seller.day)].date;
}

// Entity number of a person for chance.
constexpr std::uint32_t PersonKey(CustomerId c, PersonId p) { return c * 16U + p; }
// Tells apart draws within one day: parts, commands and turns.
inline std::uint32_t MomentKey(const world::Known& known) {
  return known.seller.commands_today * 64U + known.conversation.turn;
}

}  // namespace huikuan::rules
