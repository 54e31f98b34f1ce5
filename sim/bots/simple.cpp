// random, nag-daily, polite-waiter, weekly-firm: the policies the book is measured against.
#include <array>

#include "bots/account.h"
#include "bots/tools.h"
#include "rules/chance.h"
#include "rules/letter/standard.h"

namespace huikuan::bots {

namespace {

constexpr std::uint32_t kBotStream = 7;  // the bot's dice are not the world's
constexpr std::size_t kMostOptions = 4096;

using MaybeCommand = std::optional<Command>;

Day LetterSent(const Account& a, LetterLevel level) {
  return world::LetterDay(a.v.known, a.id, level);
}

// Whom a simple collector rings first: the first one in the file who is not the front desk.
PersonId FirstContact(const Account& a) {
  return a.people == 0 ? kNone : static_cast<PersonId>(content::First(a.people));
}

// Where referrals have led: the person known to sit furthest along the payment process, who can
// move money sooner than those before; the first contact while nobody's part is known.
PersonId UsualContact(const Account& a) {
  for (int gate = kGates - 1; gate >= 0; --gate) {
    const unsigned desk = a.Desk(static_cast<Gate>(gate)) & a.people;
    if (desk != 0) return static_cast<PersonId>(content::First(desk));
  }
  return FirstContact(a);
}

MaybeCommand TryLetter(const Account& a, LetterLevel level) {
  const SendLetter letter = rules::StandardLetter(a.v.content, a.v.known, a.id, level);
  if (letter.reading.recipients != 0 && Lawful(a.v, Command{letter})) return Command{letter};
  return std::nullopt;
}

// A call to `contact` when the last one is `gap` business days ago.
MaybeCommand TryCall(const Account& a, PersonId contact, int gap) {
  if (contact == kNone || TriedNow(a.v, a.id, contact)) return std::nullopt;
  if (DaysSinceContact(a.v, a.id, contact) < gap) return std::nullopt;
  const Command call = StartCall{a.id, contact};
  if (Lawful(a.v, call)) return call;
  return std::nullopt;
}

// Opens the contract if it is not open yet: whoever writes about a claim has at least looked at it.
MaybeCommand OpenContract(const Account& a) {
  const content::DocumentSet left = a.index.contracts & ~a.known.documents_opened;
  if (left == 0) return std::nullopt;
  const Command open = OpenDocument{a.id, static_cast<DocumentId>(content::First(left))};
  if (Lawful(a.v, open)) return open;
  return std::nullopt;
}

// Who handles the money, asked of whoever does not; once of each person.
MaybeCommand AskWho(const Account& a) {
  const world::ConversationKnown& talk = Talk(a.v);
  constexpr int kWho = static_cast<int>(Target::kWho) - 1;
  const bool payer = content::Has(a.parts & (a.index.late | a.index.seniors), talk.person);
  if (payer || content::Has(a.known.people[talk.person].asked, kWho)) return std::nullopt;
  if (const auto say = ActWithTarget(a.v, Target::kWho)) return Command{*say};
  return std::nullopt;
}

MaybeCommand Opening(const BotView& v) {
  const world::ConversationKnown& talk = Talk(v);
  if (talk.wanted != kNone && (talk.flags & world::kGreeted) != 0) {
    if (talk.turn > 4) return Command{EndConversation{}};
    if (const auto say = GatekeeperAct(v)) return Command{*say};
    return Command{EndConversation{}};
  }
  if ((talk.flags & world::kGreeted) == 0) {
    if (const auto say = ActWithFlag(v, world::kGreeted)) return Command{*say};
  }
  if ((talk.flags & world::kDebtStated) == 0) {
    if (const auto say = ActWithFlag(v, world::kDebtStated)) return Command{*say};
  }
  return std::nullopt;
}

// The rule applied to each customer that owes us something in turn; another one begins each day, so
// that the last of the list is not the one always left out.
template <class Rule>
Command EachInTurn(const BotView& v, Rule rule) {
  const unsigned open = OpenCustomers(v);
  const int first = v.known.seller.day % static_cast<int>(v.content.customers.size());
  const unsigned from = open >> first << first;
  for (unsigned left : {from, open & ~from}) {
    for (; left != 0; left &= left - 1) {
      Account a(v, static_cast<CustomerId>(content::First(left)));
      a.Look();
      if (const MaybeCommand command = rule(a)) return *command;
    }
  }
  return MoveOn(v);
}

MaybeCommand NagAtDesk(const Account& a) {
  if (auto call = TryCall(a, FirstContact(a), 1)) return call;
  const Day day = a.v.known.seller.day;
  if (day % 4 == 3 && LetterSent(a, LetterLevel::kReminder) != day) return TryLetter(a, LetterLevel::kReminder);
  return std::nullopt;
}

// A reminder with a copy of the contract enclosed: whoever never insists at least encloses it.
MaybeCommand PoliteAtDesk(const Account& a) {
  const PersonId contact = UsualContact(a);
  if (contact == kNone) return std::nullopt;
  if (auto open = OpenContract(a)) return open;
  const world::PersonKnown& person = a.known.people[contact];
  const content::DocumentSet left = a.index.contracts & ~person.documents;
  if (person.contacts > 0 && left != 0) {
    const Command send =
        SendDocument{a.id, contact, static_cast<DocumentId>(content::First(left))};
    if (Lawful(a.v, send)) return send;
  }
  return TryCall(a, contact, 10);
}

MaybeCommand FirmAtDesk(const Account& a) {
  if (auto open = OpenContract(a)) return open;
  constexpr struct {
    LetterLevel level;
    int day;
  } kLadder[] = {{LetterLevel::kReminder, 5},
                 {LetterLevel::kFirstDemand, 15},
                 {LetterLevel::kSecondDemand, 28}};
  for (const auto& step : kLadder) {
    if (a.DaysChased() < step.day || LetterSent(a, step.level) != kNever) continue;
    if (auto letter = TryLetter(a, step.level)) return letter;
  }
  // Everybody known to sign, plan or pay, from the end of the process backwards.
  content::PeopleSet rung = 0;
  for (const Gate gate : {Gate::kPaymentRun, Gate::kCashPlan, Gate::kApproval}) {
    for (unsigned desk = a.Desk(gate) & a.people & ~unsigned{rung}; desk != 0; desk &= desk - 1) {
      const auto person = static_cast<PersonId>(content::First(desk));
      rung = static_cast<content::PeopleSet>(rung | 1U << person);
      if (auto call = TryCall(a, person, a.v.every)) return call;
    }
  }
  return rung != 0 ? std::nullopt : TryCall(a, UsualContact(a), a.v.every);
}

}  // namespace

Command ChooseRandom(const BotView& v) {
  rules::Chance dice(v.seed, kBotStream);
  dice.SetDay(v.known.seller.day);
  static constexpr auto kEqual = [] {
    std::array<std::uint32_t, kMostOptions> weights{};
    weights.fill(1);
    return weights;
  }();
  const std::size_t all = rules::CountOptions(v.content, v.known);
  const std::size_t n = all < kMostOptions ? all : kMostOptions;
  const int pick = dice.Pick(rules::Draw::kBot, v.known.seller.commands_today, Talk(v).turn,
                             std::span<const std::uint32_t>(kEqual.data(), n));
  return rules::OptionAt(v.content, v.known, static_cast<std::size_t>(pick));
}

Command ChooseNagDaily(const BotView& v) {
  if (Talk(v).active == 0) return EachInTurn(v, NagAtDesk);
  if (Talk(v).person == kNone || Talk(v).turn > 5) return EndConversation{};
  if (const auto command = Opening(v)) return *command;
  if (Talk(v).pressed < 2) {
    if (const auto say = ActWithRequest(v, content::Request::kPayment)) return *say;
  }
  if (Talk(v).turn < 5) {
    if (const auto say = ActOfPurpose(v, content::Purpose::kPress)) return *say;
  }
  return EndConversation{};
}

Command ChoosePoliteWaiter(const BotView& v) {
  if (Talk(v).active == 0) return EachInTurn(v, PoliteAtDesk);
  if (Talk(v).person == kNone || Talk(v).turn > 6) return EndConversation{};
  if (const auto command = Opening(v)) return *command;
  if ((Talk(v).flags & world::kRapport) == 0) {
    if (const auto say = ActOfPurpose(v, content::Purpose::kRelate)) {
      if (!Used(v, say->act)) return *say;
    }
  }
  Account a(v, Talk(v).customer);
  a.Look();
  if (const auto command = AskWho(a)) return *command;
  if (Talk(v).pressed == 0) {
    if (const auto say = ActWithRequest(v, content::Request::kPayment)) return *say;
  }
  if (const auto say = ActOfPurpose(v, content::Purpose::kClose)) {  // with thanks, whatever came
    if (!Used(v, say->act)) return *say;
  }
  return EndConversation{};
}

Command ChooseWeeklyFirm(const BotView& v) {
  if (Talk(v).active == 0) return EachInTurn(v, FirmAtDesk);
  if (Talk(v).person == kNone || Talk(v).turn > 8) return EndConversation{};
  if (const auto command = Opening(v)) return *command;
  if ((Talk(v).flags & world::kClauseCited) == 0) {
    if (const auto say = ActWithEffect(v, content::EffectKind::kCite)) return *say;
  }
  Account a(v, Talk(v).customer);
  a.Look();
  if (const auto command = AskWho(a)) return *command;
  // Whoever handles the money is asked to move it, and for the day it will be here.
  if (content::Has(a.parts & a.index.money, Talk(v).person) &&
      !UsedRequest(v, content::Request::kActOnGate)) {
    if (auto say = ActWithRequest(v, content::Request::kActOnGate)) {
      say->tone = Tone::kFirm;
      return *say;
    }
  }
  if (Talk(v).pressed < 1) {
    if (auto say = ActWithRequest(v, content::Request::kPayment)) {
      say->tone = Tone::kFirm;
      return *say;
    }
  }
  // A no is not taken for an answer, once.
  if (Talk(v).refusals > 0 && Talk(v).promise == kNone) {
    if (const auto say = ActOfPurpose(v, content::Purpose::kPress)) {
      if (!Used(v, say->act)) return *say;
    }
  }
  if (Talk(v).promise != kNone && (Talk(v).flags & world::kSummarised) == 0) {
    if (const auto say = ActWithFlag(v, world::kSummarised)) return *say;
  }
  return EndConversation{};
}

}  // namespace huikuan::bots
