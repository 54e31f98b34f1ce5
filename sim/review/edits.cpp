#include "review/edits.h"

#include <algorithm>

#include "review/candidates.h"
#include "rules/knowledge.h"
#include "rules/letter/standard.h"
#include "rules/payment/ledger.h"
#include "rules/rules.h"

namespace huikuan::review {

namespace {

constexpr std::size_t kMostEdits = 3;

class Edited {
 public:
  explicit Edited(const Position& p) : p_(p) {}
  void Add(const Command& command) {
    if (out_.size() >= kMostEdits || Same(p_.content, command, p_.chosen)) return;
    if (rules::CheckCommand(p_.content, p_.known, command) != rules::Refusal::kNone) return;
    out_.push_back(command);
  }
  std::vector<Command> Take() { return std::move(out_); }

 private:
  const Position& p_;
  std::vector<Command> out_;
};

const content::Customer& CustomerIn(const Position& p) {
  return p.content.customers[p.belief.customer()];
}
const world::CustomerKnown& KnownIn(const Position& p) {
  return p.known.customers[p.belief.customer()];
}

void RightAmount(const Position& p, Edited& out) {
  constexpr auto kFigures = static_cast<std::uint16_t>(kLetterWrongAmount | kLetterNoAmount |
                                                       kLetterNamesNoSum | kLetterInterestHigh);
  const auto* letter = std::get_if<SendLetter>(&p.chosen);
  if (letter == nullptr || (letter->reading.flags & kFigures) == 0) return;
  SendLetter right = *letter;
  right.reading.flags = static_cast<std::uint16_t>(right.reading.flags & ~kFigures);
  right.reading.amount = rules::KnownOutstanding(p.content, p.known, p.belief.customer());
  out.Add(right);
}

void OtherLevel(const Position& p, Edited& out) {
  const auto* letter = std::get_if<SendLetter>(&p.chosen);
  if (letter == nullptr) return;
  for (const int step : {-1, 1, -2}) {
    const int level = static_cast<int>(letter->reading.level) + step;
    if (level < 0 || level >= kLetterLevels) continue;
    SendLetter other = rules::StandardLetter(p.content, p.known, letter->customer,
                                             static_cast<LetterLevel>(level));
    other.reading.recipients = letter->reading.recipients;
    out.Add(other);
  }
}

void PlainTone(const Position& p, Edited& out) {
  const auto* say = std::get_if<Say>(&p.chosen);
  if (say == nullptr || say->tone == Tone::kPlain) return;
  Say plain = *say;
  plain.tone = Tone::kPlain;
  out.Add(plain);
}

void OtherCredit(const Position& p, Edited& out) {
  const auto* order = std::get_if<DecideOrder>(&p.chosen);
  if (order == nullptr) return;
  for (int d = kOrderDecisions - 1; d >= 0; --d) {
    DecideOrder other = *order;
    other.decision = static_cast<OrderDecision>(d);
    out.Add(other);
  }
}

void OtherBill(const Position& p, Edited& out) {
  const auto* bill = std::get_if<DecideBill>(&p.chosen);
  if (bill == nullptr) return;
  for (int d = 0; d < kBillDecisions; ++d) {
    DecideBill other = *bill;
    other.decision = static_cast<BillDecision>(d);
    out.Add(other);
  }
}

// The last day on which the list of the next payment run is open, if that is known.
Date NextCutOff(const Position& p) {
  if (!rules::RunDatesKnown(p.content, p.known, p.belief.customer())) return kNoDate;
  const auto& days = CustomerIn(p).days;
  for (auto d = static_cast<std::size_t>(p.known.seller.day) + 1; d < days.size(); ++d) {
    if (days[d].is_cut_off) return p.content.days[d].date;
  }
  return kNoDate;
}

void NotPastCutOff(const Position& p, Edited& out) {
  if (!std::holds_alternative<Wait>(p.chosen)) return;
  const Date cut_off = NextCutOff(p);
  if (cut_off == kNoDate) return;
  // The day before is the last on which something can be done for it.
  out.Add(Wait{Until::kDate, cut_off - 1});
}

void LessTime(const Position& p, const Command& now, Edited& out) {
  if (!std::holds_alternative<Wait>(p.chosen)) return;
  out.Add(now);
}

template <class Better>
void OtherPerson(const Position& p, Edited& out, Better better) {
  const world::CustomerKnown& known = KnownIn(p);
  PersonId chosen = kNone;
  if (const auto* call = std::get_if<StartCall>(&p.chosen)) chosen = call->person;
  if (const auto* visit = std::get_if<StartVisit>(&p.chosen)) chosen = visit->person;
  if (const auto* meet = std::get_if<MeetPerson>(&p.chosen)) chosen = meet->person;
  if (const auto* send = std::get_if<SendDocument>(&p.chosen)) chosen = send->person;
  if (chosen == kNone) return;
  const auto& people = CustomerIn(p).people;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto other = static_cast<PersonId>(i);
    if (other == chosen || known.people[i].known == 0 || people[i].gatekeeper) continue;
    if (!better(people[chosen], people[i], known.people[i])) continue;
    Command edited = p.chosen;
    std::visit(
        [&](auto& command) {
          if constexpr (requires { command.person; }) command.person = other;
        },
        edited);
    out.Add(edited);
  }
}

void WhoseGate(const Position& p, Edited& out) {
  const world::CustomerKnown& known = KnownIn(p);
  const std::uint8_t told = known.invoices[known.focus].told_gate;
  const FactId problem = rules::OpenProblem(p.content, p.known, p.belief.customer());
  const auto gate = problem != kNone ? static_cast<int>(CustomerIn(p).facts[problem].gate) : told;
  const auto owns = [&](const content::Person& who) { return ((who.duties >> gate) & 1) != 0; };
  OtherPerson(p, out, [&](const content::Person& now, const content::Person& other,
                          const world::PersonKnown& seen) {
    return !owns(now) && owns(other) && seen.part_known != 0;
  });
}

void WhoDecides(const Position& p, Edited& out) {
  OtherPerson(p, out, [](const content::Person& now, const content::Person& other,
                         const world::PersonKnown& seen) {
    return seen.part_known != 0 && other.authority > now.authority;
  });
}

// Whoever takes what is vague, or begs, might have asked for something definite instead.
void Definite(const Position& p, Edited& out) {
  const auto* say = std::get_if<Say>(&p.chosen);
  if (say == nullptr) return;
  const content::Act& act = p.content.acts[say->act];
  if (act.purpose != content::Purpose::kError) return;
  rules::Options options;
  rules::LegalOptions(p.content, p.known, options);
  for (const Command& option : options) {
    const auto* other = std::get_if<Say>(&option);
    if (other == nullptr) continue;
    const content::Request request = p.content.acts[other->act].request;
    if (request == content::Request::kPayment || request == content::Request::kPartPayment ||
        request == content::Request::kCheckpoint) {
      out.Add(option);
    }
  }
}

void OtherTerms(const Position& p, Edited& out) {
  OfferSettlement offer;
  if (std::holds_alternative<TakeSettlement>(p.chosen)) {
    offer.terms = UnpackSettlement(KnownIn(p).settlement.theirs);  // ask for more before taking it
  } else if (const auto* chosen = std::get_if<OfferSettlement>(&p.chosen)) {
    offer = *chosen;
  } else {
    return;
  }
  OfferSettlement other = offer;
  other.terms.discount = 0;
  out.Add(other);
  other = offer;
  if (other.terms.pay_now < 2) {
    other.terms.pay_now = 2;
    out.Add(other);
  }
  other = offer;
  if (other.terms.security == 0) {
    other.terms.security = static_cast<std::uint8_t>(SettlementSecurity::kSignedBalance);
    out.Add(other);
  }
}

}  // namespace

std::vector<Command> Edits(const Position& p, Edit edit) {
  Edited out(p);
  switch (edit) {
    case Edit::kAmount:
      RightAmount(p, out);
      break;
    case Edit::kLevel:
      OtherLevel(p, out);
      break;
    case Edit::kTone:
      PlainTone(p, out);
      break;
    case Edit::kCredit:
      OtherCredit(p, out);
      break;
    case Edit::kBill:
      OtherBill(p, out);
      break;
    case Edit::kCutOff:
      NotPastCutOff(p, out);
      break;
    case Edit::kTiming:
      LessTime(p, Wait{Until::kAfternoon, kNoDate}, out);
      LessTime(p, Wait{Until::kNextDay, kNoDate}, out);
      break;
    case Edit::kGate:
      WhoseGate(p, out);
      break;
    case Edit::kAuthority:
      WhoDecides(p, out);
      break;
    case Edit::kDefinite:
      Definite(p, out);
      break;
    case Edit::kTerms:
      OtherTerms(p, out);
      break;
  }
  return out.Take();
}

}  // namespace huikuan::review
