// SendLetter: what a letter does when it arrives. effect = quality × fit on urgency and on the
// perceived cost of not paying; misfit on reactance (models.md §6).
#include <algorithm>
#include <bit>

#include "rules/attitudes.h"
#include "rules/call/slots.h"
#include "rules/commands.h"
#include "rules/conduct/breach.h"
#include "rules/file/handover.h"
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
// Design values: putting a paper in with the letter; what a letter counts for whoever gets a copy;
// what a sum left out takes from it; how it goes down that nobody in particular is meant, that no
// sum is named, that somebody's superior is told before it is serious.
constexpr Q16 kCopyWeight = Hundredths(50);
constexpr Q16 kNoSumWeight = Hundredths(60);
constexpr Q16 kTrustForNoName = Hundredths(2);
constexpr Q16 kTrustForNoSum = Hundredths(2);
constexpr Q16 kFaceOverHead = Hundredths(4);

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
  const bool none = (r.flags & kLetterNamesNoSum) != 0;
  if (!none && StatesAmount(content, r.clauses) &&
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

namespace {

Refusal CheckPeople(const Scenario& content, const world::Known& known, const SendLetter& letter) {
  const LetterReading& r = letter.reading;
  if ((r.recipients & r.copies) != 0) return Refusal::kSlotBad;  // one or the other
  const auto people = static_cast<unsigned>(r.recipients | r.copies);
  for (std::size_t p = 0; p < 16; ++p) {
    if (((people >> p) & 1) == 0) continue;
    if (p >= content.customers[letter.customer].people.size()) return Refusal::kUnknownId;
    if (known.customers[letter.customer].people[p].known == 0) return Refusal::kPersonUnknown;
  }
  return Refusal::kNone;
}

Refusal CheckEnclosures(const Scenario& content, const world::Known& known,
                        const SendLetter& letter) {
  const world::CustomerKnown& mine = known.customers[letter.customer];
  const std::uint16_t enclosures = letter.reading.enclosures;
  for (std::size_t d = 0; d < 16; ++d) {
    if (((enclosures >> d) & 1) == 0) continue;
    if (d >= content.customers[letter.customer].documents.size()) return Refusal::kUnknownId;
    if (((mine.documents_in_file >> d) & 1) == 0) return Refusal::kNotInFile;
    if (((mine.documents_opened >> d) & 1) == 0) return Refusal::kNotOpened;
  }
  return Refusal::kNone;
}

}  // namespace

Refusal Check(const Scenario& content, const world::Known& known, const SendLetter& letter) {
  const Refusal setting = CheckSetting(content, known, Setting::kDesk, letter.customer,
                                       Minutes(content, known, letter));
  if (setting != Refusal::kNone) return setting;
  if (OpenTotal(content.customers[letter.customer], known.customers[letter.customer]) == 0) {
    return Refusal::kActNotNow;  // nothing is owed
  }
  const LetterReading& r = letter.reading;
  if (static_cast<int>(r.level) >= kLetterLevels || static_cast<int>(r.delivery) > 3) {
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
  // Somebody has to sign for what is handed over; by post it may go to nobody in particular.
  if (r.recipients == 0 && r.delivery == Delivery::kByHand) return Refusal::kNoRecipient;
  const Refusal reached = CheckPeople(content, known, letter);
  if (reached != Refusal::kNone) return reached;
  const Refusal enclosed = CheckEnclosures(content, known, letter);
  if (enclosed != Refusal::kNone) return enclosed;
  // From the second demand on, each level speaks of the one before; counsel needs one demand only.
  const auto sent = [&](LetterLevel level) {
    return world::LetterDay(known, letter.customer, level) != kNever;
  };
  const bool after_first =
      r.level == LetterLevel::kSecondDemand || r.level == LetterLevel::kLawyerLetter;
  if (after_first && !sent(LetterLevel::kFirstDemand)) return Refusal::kLetterOrder;
  if (r.level == LetterLevel::kFinalNotice && !sent(LetterLevel::kSecondDemand)) {
    return Refusal::kLetterOrder;
  }
  if (!WriterReady(content, known, letter.customer, r.level)) return Refusal::kLetterNotReady;
  return Refusal::kNone;
}

int Minutes(const Scenario& content, const world::Known&, const SendLetter& letter) {
  const auto level = static_cast<std::size_t>(letter.reading.level);
  if (level >= content.letters.size()) return 0;
  const int desk =
      content.letters[level].minutes + kEncloseMinutes * std::popcount(letter.reading.enclosures);
  // A visit's time is what is left of a day; the letter is written on the way.
  return letter.reading.delivery == Delivery::kByHand ? std::max(desk, content.costs.visit_minutes)
                                                      : desk;
}

namespace {

// To nobody in particular: the post room passes it round, and whoever it ends up with has to ask.
void GoesRound(World& world, CustomerId c) {
  const std::uint8_t gate = world.claim(c).gate;
  Adjust(world, c, world.customer(c).gates[gate % kGates].owner, content::Variable::kTrust,
         -kTrustForNoName);
}

// Copies: half the weight, and a matter of face where a superior hears of it early.
void SendCopies(World& world, CustomerId c, const LetterReading& r, Q16 weight) {
  const content::LetterForm& form = world.content.letters[static_cast<std::size_t>(r.level)];
  for (std::size_t i = 0; i < world.customer(c).people.size(); ++i) {
    const auto p = static_cast<PersonId>(i);
    if (((r.copies >> i) & 1) != 0) {
      const Q16 half = MulQ(weight, kCopyWeight);
      Adjust(world, c, p, content::Variable::kUrgency, MulQ(form.urgency, half));
      Adjust(world, c, p, content::Variable::kPressureCost, MulQ(form.pressure_cost, half));
    }
    const PersonId superior = world.customer(c).people[i].superior;
    const bool over =
        superior != kNone && ((r.recipients >> i) & 1) != 0 && ((r.copies >> superior) & 1) != 0;
    if (over && r.level <= LetterLevel::kFirstDemand) {
      Adjust(world, c, p, content::Variable::kTrust, -kFaceOverHead);
      Adjust(world, c, p, content::Variable::kReactance, kFaceOverHead);
    }
  }
}

void Enclose(World& world, CustomerId c, const LetterReading& r) {
  for (std::size_t p = 0; p < world.customer(c).people.size(); ++p) {
    if (((r.recipients >> p) & 1) == 0) continue;
    for (std::size_t d = 0; d < world.customer(c).documents.size() && d < 16; ++d) {
      if (((r.enclosures >> d) & 1) == 0) continue;
      HandOver(world, c, static_cast<PersonId>(p), static_cast<DocumentId>(d));
    }
  }
}

// Conduct limits the words or the clauses break, each once.
void Breaches(World& world, CustomerId c, const LetterReading& r) {
  unsigned broken = 0;
  const auto bit = [](ConductBreach breach) { return 1U << static_cast<int>(breach); };
  for (std::size_t i = 0; i < world.content.clauses.size(); ++i) {
    const content::Clause& clause = world.content.clauses[i];
    if ((r.clauses >> i & 1) != 0 && clause.breach != kNone) broken |= 1U << clause.breach;
  }
  if ((r.flags & kLetterThreat) != 0) broken |= bit(ConductBreach::kThreat);
  if ((r.flags & kLetterFalseClaim) != 0) broken |= bit(ConductBreach::kFalseStatement);
  if ((r.flags & kLetterDisclosure) != 0) broken |= bit(ConductBreach::kDisclosure);
  for (int b = 0; b <= static_cast<int>(ConductBreach::kHarassment); ++b) {
    if ((broken >> b & 1) == 0) continue;
    Breach(world, c, kNone, static_cast<ConductBreach>(b));
    for (std::size_t i = 0; i < world.customer(c).people.size(); ++i) {
      if (((r.recipients >> i) & 1) != 0) Offend(world, c, static_cast<PersonId>(i));
    }
  }
}

}  // namespace

void Apply(World& world, const SendLetter& letter) {
  const CustomerId c = letter.customer;
  const LetterReading r = Sober(world.content, world.state.known, letter);
  const auto level = static_cast<std::size_t>(r.level);
  const content::LetterForm& form = world.content.letters[level];
  world::CustomerKnown& known = world.noted(c);
  SpendMinutes(world, Minutes(world.content, world.state.known, letter));
  const Cents way = r.delivery == Delivery::kByHand
                        ? world.content.costs.visit
                        : kPostage[static_cast<std::size_t>(r.delivery)];
  SpendMoney(world, form.cost + way);
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
  const bool no_sum = (r.flags & kLetterNamesNoSum) != 0;
  if (no_sum) weight = MulQ(weight, kNoSumWeight);
  const content::Features features = FeaturesOf(world.content, r.clauses);
  const bool cites = Cites(world.content, r.clauses);
  for (std::size_t i = 0; i < world.customer(c).people.size(); ++i) {
    if (((r.recipients >> i) & 1) == 0) continue;
    const auto p = static_cast<PersonId>(i);
    React(world, c, p, features, Hundredths(50));
    Adjust(world, c, p, content::Variable::kUrgency, MulQ(form.urgency, weight));
    Adjust(world, c, p, content::Variable::kPressureCost, MulQ(form.pressure_cost, weight));
    if (no_sum) Adjust(world, c, p, content::Variable::kTrust, -kTrustForNoSum);
    if (!fits || repeat) Adjust(world, c, p, content::Variable::kReactance, form.misfit);
    if (cites && CanJudgeDueDate(world.customer(c).people[p]) &&
        world.chance.Happens(Draw::kCite, PersonKey(c, p), 9000U + static_cast<unsigned>(level),
                             MulQ(Hundredths(90), kOne / 2 + weight / 2))) {
      RecogniseDue(world, c);
    }
  }
  InLaw(world, c, r, weight);
  if (r.recipients == 0) GoesRound(world, c);
  SendCopies(world, c, r, weight);
  Enclose(world, c, r);
  Breaches(world, c, r);
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
