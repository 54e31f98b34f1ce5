#include "rules/rules.h"

#include "huikuan/observation.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/knowledge.h"
#include "rules/letter/standard.h"
#include "rules/message/message.h"
#include "rules/settlement/settlement.h"

namespace huikuan::rules {

namespace {

// What becomes of each option: kept in a list, or counted up to the one wanted. Many customers have
// more options than any list a rollout could afford.
class Collector {
 public:
  Collector(const Scenario& content, const world::Known& known, Options* list, Command* wanted,
            std::size_t at)
      : content_(content), known_(known), list_(list), wanted_(wanted), at_(at) {}

  template <class T>
  void Offer(const T& command) {
    if (Check(content_, known_, command) != Refusal::kNone) return;
    if (list_ != nullptr) list_->push_back(Command{command});
    if (wanted_ != nullptr && count_ == at_) *wanted_ = Command{command};
    ++count_;
  }
  std::size_t count() const { return count_; }

 private:
  const Scenario& content_;
  const world::Known& known_;
  Options* list_;
  Command* wanted_;
  std::size_t at_;
  std::size_t count_ = 0;
};

// All at once, half now, parts alone, half-way to theirs, and theirs.
void SettlementOptions(const Scenario& content, const world::Known& known, Collector& to) {
  const world::ConversationKnown& talk = known.conversation;
  if (!content.customers[talk.customer].settlement.on) return;
  const SettlementTerms theirs =
      UnpackSettlement(known.customers[talk.customer].settlement.theirs);
  const auto supply = static_cast<std::uint8_t>(SettlementSupply::kContinue);
  const SettlementTerms mine{2, 0, 1, 1, 0, supply};
  to.Offer(TakeSettlement{});
  to.Offer(OfferSettlement{{4, 0, 0, 0, 0, supply}});
  to.Offer(OfferSettlement{mine});
  to.Offer(OfferSettlement{{1, 0, 2, 1, 1, supply}});
  SettlementTerms half = theirs;
  half.pay_now = static_cast<std::uint8_t>((theirs.pay_now + mine.pay_now + 1) / 2);
  half.instalments = static_cast<std::uint8_t>((theirs.instalments + mine.instalments) / 2);
  to.Offer(OfferSettlement{half});
}

void TalkOptions(const Scenario& content, const world::Known& known, Collector& to) {
  const world::ConversationKnown& talk = known.conversation;
  if (talk.person != kNone) {
    for (std::size_t a = 0; a < content.acts.size(); ++a) {
      Say say;
      if (DefaultSlots(content, known, static_cast<ActId>(a), &say)) to.Offer(say);
    }
  }
  if (talk.on_visit != 0) {
    const content::Customer& customer = content.customers[talk.customer];
    for (std::size_t s = 0; s < customer.spots.size(); ++s) {
      if (((known.customers[talk.customer].spots_seen >> s) & 1) == 0) {
        to.Offer(Observe{static_cast<SpotId>(s)});
      }
    }
    for (std::size_t p = 0; p < customer.people.size(); ++p) {
      to.Offer(MeetPerson{static_cast<PersonId>(p)});
    }
  }
  SettlementOptions(content, known, to);
  if (talk.joined != 0) to.Offer(TurnTo{static_cast<PersonId>(talk.joined - 1)});
  to.Offer(EndConversation{});
}

void FileOptions(const Scenario& content, const world::Known& known, CustomerId c, Collector& to) {
  const content::Customer& customer = content.customers[c];
  for (std::size_t d = 0; d < customer.documents.size(); ++d) {
    const auto document = static_cast<DocumentId>(d);
    to.Offer(OpenDocument{c, document});
    for (std::size_t f = 0; f < customer.documents[d].fields.size(); ++f) {
      to.Offer(InspectField{c, document, static_cast<std::uint8_t>(f)});
    }
    for (std::size_t p = 0; p < customer.people.size(); ++p) {
      const bool given = ((known.customers[c].people[p].documents >> d) & 1) != 0;
      if (!given) to.Offer(SendDocument{c, static_cast<PersonId>(p), document});
    }
  }
}

// Our opening, their terms with the clauses we would like, and what lies half-way.
void DealOptions(const Scenario& content, const world::Known& known, CustomerId c, Collector& to) {
  const content::Deal& deal = content.customers[c].deal;
  if (!deal.on) return;
  to.Offer(SignContract{c});
  const DealTerms standing = known.customers[c].deal.standing;
  DealTerms theirs = standing;
  theirs.clauses = static_cast<std::uint8_t>(theirs.clauses | deal.ours.clauses);
  DealTerms half = theirs;
  for (int i = 0; i < kDealNumbers; ++i) {
    NumberAt(half, i) =
        static_cast<std::uint8_t>((NumberAt(standing, i) + NumberAt(deal.ours, i)) / 2);
  }
  to.Offer(ProposeTerms{c, deal.ours});
  to.Offer(ProposeTerms{c, half});
  to.Offer(ProposeTerms{c, theirs});
}

// Each purpose to everybody in our file and to the group, by the channel read soonest; a voice
// message where that is its only way.
void MessageOptions(const Scenario& content, const world::Known& known, CustomerId c,
                    Collector& to) {
  if (MessagesToday(known) >= kMessagesADay) return;
  const auto people = content.customers[c].people.size();
  for (std::size_t m = 0; m < content.messages.size(); ++m) {
    const auto purpose = static_cast<std::uint8_t>(m);
    for (std::size_t p = 0; p <= people; ++p) {
      const PersonId person = p == people ? kNone : static_cast<PersonId>(p);
      if (person != kNone && known.customers[c].people[p].known == 0) continue;
      if (const auto message = DefaultMessage(content, known, c, purpose, person)) {
        to.Offer(*message);
      }
    }
  }
}

void DeskOptions(const Scenario& content, const world::Known& known, CustomerId c, Collector& to) {
  const content::Customer& customer = content.customers[c];
  FileOptions(content, known, c, to);
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    to.Offer(StartCall{c, static_cast<PersonId>(p)});
    to.Offer(StartVisit{c, static_cast<PersonId>(p)});
  }
  for (std::size_t t = 0; t < content.tasks.size(); ++t) {
    to.Offer(OrderTask{c, static_cast<TaskId>(t)});
  }
  for (std::size_t i = 0; i < world::kMaxPromises; ++i) {
    to.Offer(ConfirmPromise{c, static_cast<PromiseId>(i)});
  }
  for (int b = 0; b < kMaxBills; ++b) {
    for (int d = 0; d < kBillDecisions; ++d) {
      to.Offer(DecideBill{c, static_cast<BillId>(b), static_cast<BillDecision>(d)});
    }
  }
  for (int level = 0; level < kLetterLevels; ++level) {
    if ((content.letter_levels >> level & 1) == 0) continue;
    const SendLetter letter = StandardLetter(content, known, c, static_cast<LetterLevel>(level));
    if (letter.reading.recipients != 0) to.Offer(letter);  // nobody sensible writes to nobody
  }
  DealOptions(content, known, c, to);
  MessageOptions(content, known, c, to);
  SetPlan plan;
  plan.customer = c;
  plan.gate = static_cast<Gate>(known.customers[c].invoices[known.customers[c].focus].told_gate % kGates);
  plan.amount = KnownOutstanding(content, known, c);
  plan.date = SensibleDate(content, known, c);
  to.Offer(plan);
  to.Offer(SetDiary{c, kNone, SensibleDate(content, known, c)});
}

void OrderOptions(const Scenario& content, CustomerId c, Collector& to) {
  for (std::size_t o = 0; o < content.customers[c].orders.size(); ++o) {
    for (int d = 0; d < kOrderDecisions; ++d) {
      to.Offer(DecideOrder{c, static_cast<OrderId>(o), static_cast<OrderDecision>(d)});
    }
  }
}

}  // namespace

Refusal CheckCommand(const Scenario& content, const world::Known& known, const Command& command) {
  return std::visit([&](const auto& c) { return Check(content, known, c); }, command);
}

int MinutesOf(const Scenario& content, const world::Known& known, const Command& command) {
  return std::visit([&](const auto& c) { return Minutes(content, known, c); }, command);
}

void ApplyCommand(World& world, const Command& command) {
  world.chance.SetDay(world.day());
  // Counted first: it tells apart the draws of one day.
  ++world.seller().commands_today;
  std::visit([&](const auto& c) { Apply(world, c); }, command);
}

namespace {

void AllOptions(const Scenario& content, const world::Known& known, Collector& to) {
  if (known.seller.ended != 0) return;
  if (known.conversation.active != 0) {
    TalkOptions(content, known, to);
    return;
  }
  // Waiting first: it must never be crowded out.
  to.Offer(Wait{Until::kNextDay, kNoDate});
  to.Offer(Wait{Until::kAfternoon, kNoDate});
  to.Offer(Wait{Until::kReply, kNoDate});
  to.Offer(Wait{Until::kPaymentRun, kNoDate});
  to.Offer(Wait{Until::kPromise, kNoDate});
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    OrderOptions(content, static_cast<CustomerId>(c), to);
  }
  for (std::size_t c = 0; c < content.customers.size(); ++c) {
    DeskOptions(content, known, static_cast<CustomerId>(c), to);
  }
}

}  // namespace

void LegalOptions(const Scenario& content, const world::Known& known, Options& out) {
  out.clear();
  Collector to(content, known, &out, nullptr, 0);
  AllOptions(content, known, to);
}

std::size_t CountOptions(const Scenario& content, const world::Known& known) {
  Collector to(content, known, nullptr, nullptr, 0);
  AllOptions(content, known, to);
  return to.count();
}

Command OptionAt(const Scenario& content, const world::Known& known, std::size_t at) {
  Command wanted = Wait{};
  Collector to(content, known, nullptr, &wanted, at);
  AllOptions(content, known, to);
  return wanted;
}

}  // namespace huikuan::rules
