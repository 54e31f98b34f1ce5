#include "rules/call/slots.h"

#include <bit>

#include "huikuan/observation.h"
#include "rules/knowledge.h"

namespace huikuan::rules {

namespace {

bool MayName(const world::Known& known, CustomerId c, PersonId p, std::size_t people) {
  return p < people && known.customers[c].people[p].known != 0;
}

// The paper most worth handing over: one in the file that this person has not had, a paper made to
// clear a known problem first.
DocumentId BestDocument(const Scenario& content, const world::Known& known) {
  const CustomerId c = known.conversation.customer;
  const content::Customer& customer = content.customers[c];
  const world::CustomerKnown& mine = known.customers[c];
  const std::uint32_t given = mine.people[known.conversation.person].documents;
  const FactId problem = OpenProblem(content, known, c);
  if (problem != kNone && customer.facts[problem].blocker != kNone) {
    for (const content::Need& need : customer.links.needs[customer.facts[problem].blocker]) {
      if (need.kind == content::NeedKind::kDocument && need.ref != kNone &&
          ((mine.documents_in_file >> need.ref) & 1) != 0) {
        return need.ref;
      }
    }
  }
  DocumentId any = kNone;
  for (std::size_t d = 0; d < customer.documents.size(); ++d) {
    if (((mine.documents_opened >> d) & 1) == 0) continue;
    if (((given >> d) & 1) == 0) return static_cast<DocumentId>(d);
    any = static_cast<DocumentId>(d);
  }
  return any;
}

// Whom one might name: somebody in our file, not the listener or the front desk; one we have not
// spoken to first.
PersonId SomebodyToName(const Scenario& content, const world::Known& known) {
  const CustomerId c = known.conversation.customer;
  PersonId any = kNone;
  for (std::size_t p = 0; p < content.customers[c].people.size(); ++p) {
    const world::PersonKnown& person = known.customers[c].people[p];
    const auto id = static_cast<PersonId>(p);
    if (person.known == 0 || id == known.conversation.person) continue;
    if (content.customers[c].people[p].gatekeeper) continue;
    if (person.contacts == 0) return id;
    any = id;
  }
  return any;
}

// Whom one might get onto the line: whom we were just referred to; else whoever the money lies with,
// as far as we know; else whoever one would name anyway.
PersonId SomebodyToJoin(const Scenario& content, const world::Known& known) {
  const world::ConversationKnown& talk = known.conversation;
  const CustomerId c = talk.customer;
  const world::CustomerKnown& mine = known.customers[c];
  const PersonId usual = content.customers[c].people[talk.person].refers_to;
  const bool referred = talk.last_reply != kNone &&
                        content.replies[talk.last_reply].kind == content::ReplyKind::kDeflect;
  if (referred && usual != kNone && mine.people[usual].known != 0) return usual;
  const std::uint8_t told = mine.invoices[mine.focus].told_gate;
  for (std::size_t p = 0; p < content.customers[c].people.size(); ++p) {
    const content::Person& person = content.customers[c].people[p];
    const auto id = static_cast<PersonId>(p);
    if (mine.people[p].part_known == 0 || id == known.conversation.person) continue;
    if (!person.gatekeeper && ((person.duties >> told) & 1) != 0) return id;
  }
  return SomebodyToName(content, known);
}

// A check belongs before the day that was promised: two business days, tomorrow at the earliest.
Date CheckDate(const Scenario& content, const world::Known& known) {
  const world::ConversationKnown& talk = known.conversation;
  const Date promised =
      talk.promise == kNone ? kNoDate : known.customers[talk.customer].promises[talk.promise].date;
  const auto today = static_cast<std::size_t>(known.seller.day);
  std::size_t best = today + 1 < content.days.size() ? today + 1 : today;
  for (std::size_t d = best; d + 2 < content.days.size() && promised != kNoDate; ++d) {
    if (content.days[d + 2].date > promised) break;
    best = d;
  }
  return content.days[best].date;
}

}  // namespace

namespace {

// `open`: what one may ask for today, where the act names an amount.
Refusal CheckAgainst(Cents open, const Scenario& content, const world::Known& known,
                     const content::Act& act, const Say& say) {
  const CustomerId c = known.conversation.customer;
  const content::Customer& customer = content.customers[c];
  const Date today = content.days[static_cast<std::size_t>(known.seller.day)].date;
  if ((act.slots & kSlotAmount) != 0) {
    if (say.amount <= 0) return Refusal::kSlotMissing;
    if (say.amount > open || say.amount < open / 100)
      return Refusal::kSlotBad;  // a hundredth at least
  } else if (say.amount != 0) {
    return Refusal::kSlotBad;
  }
  if ((act.slots & kSlotDate) != 0) {
    if (say.date == kNoDate) return Refusal::kSlotMissing;
    if (say.date < today || say.date > today + 400) return Refusal::kSlotBad;
  } else if (say.date != kNoDate) {
    return Refusal::kSlotBad;
  }
  if ((act.slots & kSlotDocument) != 0) {
    if (say.document == kNone) return Refusal::kSlotMissing;
    if (say.document >= customer.documents.size()) return Refusal::kUnknownId;
    if (((known.customers[c].documents_in_file >> say.document) & 1) == 0)
      return Refusal::kNotInFile;
    if (((known.customers[c].documents_opened >> say.document) & 1) == 0)
      return Refusal::kNotOpened;
  } else if (say.document != kNone) {
    return Refusal::kSlotBad;
  }
  if ((act.slots & kSlotPerson) != 0) {
    // A front desk knows already whom we asked for; anybody else must be told a name.
    if (say.person == kNone) {
      if (known.conversation.wanted == kNone) return Refusal::kSlotMissing;
    } else if (say.person == known.conversation.person ||
               !MayName(known, c, say.person, customer.people.size())) {
      return Refusal::kPersonUnknown;
    } else if (act.request == content::Request::kJoin && customer.people[say.person].gatekeeper) {
      return Refusal::kSlotBad;
    }
  } else if (say.person != kNone) {
    return Refusal::kSlotBad;
  }
  const bool known_manner = say.tone <= Tone::kHarsh && say.address <= Address::kBare;
  return known_manner ? Refusal::kNone : Refusal::kSlotBad;
}

Cents OpenFor(const Scenario& content, const world::Known& known, const content::Act& act) {
  if ((act.slots & kSlotAmount) == 0) return 0;
  return KnownOutstanding(content, known, known.conversation.customer);
}

}  // namespace

Refusal CheckSlots(const Scenario& content, const world::Known& known, const content::Act& act,
                   const Say& say) {
  return CheckAgainst(OpenFor(content, known, act), content, known, act, say);
}

FixedVector<Cents, kMaxAmounts> SensibleAmounts(const Scenario& content, const world::Known& known,
                                                CustomerId c) {
  FixedVector<Cents, kMaxAmounts> out;
  const Cents all = KnownOutstanding(content, known, c);
  constexpr int kShares[] = {100, 80, 50, 30};
  for (const int share : kShares) {
    // Round parts to whole thousands, as people speak.
    Cents amount = DivRound(all * share, 100);
    if (share < 100) amount = amount / 1000'00 * 1000'00;
    if (amount > 0) out.push_back(amount);
  }
  return out;
}

FixedVector<Date, kMaxDates> SensibleDates(const Scenario& content, const world::Known& known,
                                           CustomerId c) {
  FixedVector<Date, kMaxDates> out;
  const bool runs = RunDatesKnown(content, known, c);
  const auto today = static_cast<std::size_t>(known.seller.day);
  for (std::size_t d = today + 1; d < content.days.size() && out.size() < 4; ++d) {
    const bool pick = runs ? content.customers[c].days[d].is_run : Weekday(content.days[d].date) == 4;
    if (pick) out.push_back(content.days[d].date);
  }
  if (out.empty()) out.push_back(content.days[today].date + 7);
  return out;
}

Date SensibleDate(const Scenario& content, const world::Known& known, CustomerId c) {
  const bool runs = RunDatesKnown(content, known, c);
  const auto today = static_cast<std::size_t>(known.seller.day);
  for (std::size_t d = today + 1; d < content.days.size(); ++d) {
    const bool pick = runs ? content.customers[c].days[d].is_run : Weekday(content.days[d].date) == 4;
    if (pick) return content.days[d].date;
  }
  return content.days[today].date + 7;
}

namespace {

bool FillSlots(Cents open, const Scenario& content, const world::Known& known, ActId id, Say* say) {
  const content::Act& act = content.acts[id];
  const CustomerId c = known.conversation.customer;
  *say = Say{};
  say->act = id;
  if (act.slots == 0) return true;
  const bool part = act.request == content::Request::kPartPayment;
  if ((act.slots & kSlotAmount) != 0) {
    say->amount = open;
    if (say->amount <= 0) return false;
    // On the deal desk each order has its own contract and its own day, so the debt stated is one
    // invoice's; else it is all that is due, which is what will be asked for.
    constexpr auto kStated = static_cast<std::size_t>(std::countr_zero(unsigned{world::kDebtStated}));
    if (content.customers[c].deal.on && content::Has(content.index.acts.flag[kStated], id)) {
      const Cents focus = OpenOf(content.customers[c], known.customers[c], known.customers[c].focus);
      if (focus > 0) say->amount = focus;
    }
    if (part) {
      const auto amounts = SensibleAmounts(content, known, c);
      if (amounts.size() > 2) say->amount = amounts[2];
    }
  }
  if ((act.slots & kSlotDate) != 0) {
    say->date = act.request == content::Request::kCheckpoint ? CheckDate(content, known)
                                                             : SensibleDate(content, known, c);
  }
  if ((act.slots & kSlotPerson) != 0 && known.conversation.wanted == kNone) {
    say->person = act.request == content::Request::kJoin ? SomebodyToJoin(content, known)
                                                         : SomebodyToName(content, known);
    if (say->person == kNone) return false;
  }
  if ((act.slots & kSlotDocument) != 0) {
    say->document = BestDocument(content, known);
    if (say->document == kNone) return false;
  }
  return true;
}

}  // namespace

bool DefaultSlots(const Scenario& content, const world::Known& known, ActId id, Say* say) {
  return FillSlots(OpenFor(content, known, content.acts[id]), content, known, id, say);
}

bool LawfulSlots(const Scenario& content, const world::Known& known, ActId id, Say* say) {
  const content::Act& act = content.acts[id];
  const Cents open = OpenFor(content, known, act);
  return FillSlots(open, content, known, id, say) &&
         CheckAgainst(open, content, known, act, *say) == Refusal::kNone;
}

std::uint8_t OfferVariant(const world::Known& known, ActId act) {
  return static_cast<std::uint8_t>((known.seller.day * 7 + known.conversation.turn + act) & 0x7f);
}

}  // namespace huikuan::rules
