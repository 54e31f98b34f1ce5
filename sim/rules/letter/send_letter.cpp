// SendLetter: what a letter does when it arrives. effect = quality × fit on urgency and on the
// perceived cost of not paying; misfit on reactance (models.md §6).
#include "rules/attitudes.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/conduct/breach.h"
#include "rules/knowledge.h"
#include "rules/legal/limitation.h"
#include "rules/letter/interest.h"
#include "rules/letter/letter.h"
#include "rules/letter/standard.h"
#include "rules/payment/dispute.h"
#include "rules/payment/due.h"
#include "rules/payment/ledger.h"

namespace huikuan::rules {

namespace {

constexpr Cents kPostage[] = {0, 15'00, 25'00, 0};  // by Delivery

int DaysOverdue(const Scenario& content, const world::Known& known, CustomerId c) {
  const content::Customer& customer = content.customers[c];
  return content.days[static_cast<std::size_t>(known.seller.day)].date -
         DueOf(customer, known.customers[c], known.customers[c].focus);
}

bool Cites(const Scenario& content, std::uint64_t clauses) {
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    if (((clauses >> i) & 1) != 0 && content.clauses[i].cites_due) return true;
  }
  return false;
}

content::Features FeaturesOf(const Scenario& content, std::uint64_t clauses) {
  content::Features sum;
  const auto add = [](Q16& to, Q16 from) { to = UnitQ(to + from); };
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    if (((clauses >> i) & 1) == 0) continue;
    const content::Features& f = content.clauses[i].features;
    add(sum.pressure, f.pressure);
    add(sum.face_threat, f.face_threat);
    add(sum.empathy, f.empathy);
    add(sum.evidence, f.evidence);
    add(sum.specificity, f.specificity);
    add(sum.warmth, f.warmth);
    add(sum.deception, f.deception);
    add(sum.deference, f.deference);
  }
  return sum;
}

bool StatesAmount(const Scenario& content, std::uint64_t clauses) {
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    if (((clauses >> i) & 1) != 0 && content.clauses[i].states_amount) return true;
  }
  return false;
}

// The reading as far as its clauses bear it out: the page reads the words, the rules the clauses.
LetterReading Sober(const Scenario& content, const world::Known& known, const SendLetter& letter) {
  LetterReading r = letter.reading;
  const std::uint8_t best = ClauseQuality(content, r.level, r.clauses);
  if (r.quality > best) r.quality = best;
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    if (((r.clauses >> i) & 1) == 0) continue;
    if (content.clauses[i].threatens) r.flags |= kLetterThreat;
  }
  if (StatesAmount(content, r.clauses) &&
      r.amount != KnownOutstanding(content, known, letter.customer)) {
    r.flags |= kLetterWrongAmount;
  }
  return r;
}

// What it does in law: a demand that can be proved, interest claimed.
void InLaw(World& world, CustomerId c, const LetterReading& r, Q16 weight) {
  if (!world.content.law.present) return;
  if (r.level >= LetterLevel::kFirstDemand) {
    SendDemand(world, c, r.delivery, Complete(world.content, r.level, r.clauses));
  }
  if (ClaimsInterest(world.content, r.clauses)) {
    InterestClaimed(world, c, r.recipients, (r.flags & kLetterInterestHigh) != 0, weight);
  }
}

bool ReachesLedger(const World& world, CustomerId c, std::uint16_t recipients) {
  const auto& people = world.content.customers[c].people;
  for (std::size_t p = 0; p < people.size(); ++p) {
    if (((recipients >> p) & 1) != 0 && KeepsLedger(people[p])) return true;
  }
  return false;
}

}  // namespace

bool LetterFits(const Scenario& content, const world::Known& known, CustomerId c,
                LetterLevel level) {
  const content::LetterForm& form = content.letters[static_cast<std::size_t>(level)];
  const int overdue = DaysOverdue(content, known, c);
  return overdue >= form.fits_from && overdue <= form.fits_to;
}

Refusal Check(const Scenario& content, const world::Known& known, const SendLetter& letter) {
  const Refusal setting = CheckSetting(content, known, Setting::kDesk, letter.customer,
                                       Minutes(content, known, letter));
  if (setting != Refusal::kNone) return setting;
  if (OpenTotal(content.customers[letter.customer], known.customers[letter.customer]) == 0) {
    return Refusal::kActNotNow;  // nothing is owed
  }
  const LetterReading& r = letter.reading;
  if (static_cast<int>(r.level) >= kLetterLevels || static_cast<int>(r.delivery) > 2) {
    return Refusal::kSlotBad;
  }
  if ((content.letter_levels >> static_cast<int>(r.level) & 1) == 0) {
    return Refusal::kLetterNotInCase;
  }
  if (content.clauses.size() < 64 && (r.clauses >> content.clauses.size()) != 0)
    return Refusal::kSlotBad;
  if (r.amount < 0 || r.amount > kMaxMoney || r.quality > 100) return Refusal::kSlotBad;
  if (r.pay_by != kNoDate &&
      (r.pay_by < content.start || r.pay_by > content.start + kMaxDateOffset)) {
    return Refusal::kSlotBad;
  }
  for (std::size_t i = 0; i < content.clauses.size(); ++i) {
    const bool chosen = ((r.clauses >> i) & 1) != 0;
    if (chosen && !ClauseAvailable(content, known, letter.customer, static_cast<ClauseId>(i))) {
      return Refusal::kNotOpened;
    }
  }
  if (r.recipients == 0) return Refusal::kNoRecipient;
  const content::Customer& customer = content.customers[letter.customer];
  for (std::size_t p = 0; p < 16; ++p) {
    if (((r.recipients >> p) & 1) == 0) continue;
    if (p >= customer.people.size()) return Refusal::kUnknownId;
    if (known.customers[letter.customer].people[p].known == 0) return Refusal::kPersonUnknown;
  }
  // From the second demand on, each level speaks of the one before; counsel needs one demand only.
  const auto sent = [&](LetterLevel level) {
    return world::LetterDay(known, letter.customer, level) != kNever;
  };
  const bool after_first = r.level == LetterLevel::kSecondDemand ||
                           r.level == LetterLevel::kLawyerLetter;
  if (after_first && !sent(LetterLevel::kFirstDemand)) return Refusal::kLetterOrder;
  if (r.level == LetterLevel::kFinalNotice && !sent(LetterLevel::kSecondDemand)) {
    return Refusal::kLetterOrder;
  }
  if (!WriterReady(content, known, letter.customer, r.level)) return Refusal::kLetterNotReady;
  return Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known&, const SendLetter& letter) {
  const auto level = static_cast<std::size_t>(letter.reading.level);
  return level < content.letters.size() ? content.letters[level].minutes : 0;
}

void Apply(World& world, const SendLetter& letter) {
  const CustomerId c = letter.customer;
  const LetterReading r = Sober(world.content, world.state.known, letter);
  const auto level = static_cast<std::size_t>(r.level);
  const content::LetterForm& form = world.content.letters[level];
  world::CustomerKnown& known = world.noted(c);
  SpendMinutes(world, form.minutes);
  SpendMoney(world, form.cost + kPostage[static_cast<std::size_t>(r.delivery)]);
  CountDecision(world);
  const Day last = world::LetterDay(world.state.known, c, r.level);
  const bool repeat = last != kNever && world.day() - last < 8;
  world::NoteLetter(world.state.known, c, static_cast<int>(level),
                    {world.day(), r.recipients, r.quality});
  ++known.letters;
  Event e = world.NewEvent(EventKind::kLetterSent, c);
  e.value = static_cast<std::uint8_t>(r.level);
  e.amount = r.amount;
  world.Emit(e);

  const bool fits = LetterFits(world.content, world.state.known, c, r.level);
  const auto quality = static_cast<Q16>(DivRound(static_cast<std::int64_t>(r.quality) * kOne, 100));
  // On paper the desk can file and show round; by e-mail it is easily overlooked.
  Q16 weight = MulQ(quality, r.delivery == Delivery::kEmail ? Hundredths(70) : kOne);
  if (repeat) weight = MulQ(weight, Hundredths(30));
  const content::Features features = FeaturesOf(world.content, r.clauses);
  const bool cites = Cites(world.content, r.clauses);
  for (std::size_t i = 0; i < world.customer(c).people.size(); ++i) {
    if (((r.recipients >> i) & 1) == 0) continue;
    const auto p = static_cast<PersonId>(i);
    React(world, c, p, features, Hundredths(50));
    Adjust(world, c, p, content::Variable::kUrgency, MulQ(form.urgency, weight));
    Adjust(world, c, p, content::Variable::kPressureCost, MulQ(form.pressure_cost, weight));
    if (!fits || repeat) Adjust(world, c, p, content::Variable::kReactance, form.misfit);
    if (cites && CanJudgeDueDate(world.customer(c).people[p]) &&
        world.chance.Happens(Draw::kCite, PersonKey(c, p), 9000U + static_cast<unsigned>(level),
                             MulQ(Hundredths(90), kOne / 2 + weight / 2))) {
      RecogniseDue(world, c);
    }
  }
  InLaw(world, c, r, weight);
  for (std::size_t i = 0; i < world.content.clauses.size(); ++i) {
    const content::Clause& clause = world.content.clauses[i];
    if ((r.clauses >> i & 1) == 0 || clause.breach == kNone) continue;
    Breach(world, c, kNone, static_cast<ConductBreach>(clause.breach));
    for (std::size_t p = 0; p < world.customer(c).people.size(); ++p) {
      if (((r.recipients >> p) & 1) != 0) Offend(world, c, static_cast<PersonId>(p));
    }
  }
  if ((r.flags & kLetterThreat) != 0) {
    Breach(world, c, kNone, ConductBreach::kThreat);
    for (std::size_t i = 0; i < world.customer(c).people.size(); ++i) {
      if (((r.recipients >> i) & 1) != 0) Offend(world, c, static_cast<PersonId>(i));
    }
  }
  const bool right = (r.flags & kLetterWrongAmount) == 0 && StatesAmount(world.content, r.clauses);
  if (right && ReachesLedger(world, c, r.recipients)) ExplainLedger(world, c);
  // A wrong figure becomes a dispute half the time: they stop to check everything, and nothing is
  // paid until the ledger has been explained.
  if ((r.flags & kLetterWrongAmount) != 0 &&
      world.chance.Happens(Draw::kLetterDispute, c, static_cast<unsigned>(level), Hundredths(50))) {
    OpenDispute(world, c, world.focus(c));
    if (DueClause(world.customer(c)) != kNone) world.claim(c).due_recognised = 0;
    Adjust(world, c, world.customer(c).gates[world.claim(c).gate % kGates].owner,
           content::Variable::kTrust, -Hundredths(10));
  }
}

}  // namespace huikuan::rules
