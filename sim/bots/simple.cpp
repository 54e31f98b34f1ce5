// random, nag-daily, polite-waiter, weekly-firm: the policies the book is measured against.
#include "bots/tools.h"
#include "rules/chance.h"
#include "rules/knowledge.h"
#include "rules/letter/standard.h"

namespace huikuan::bots {

namespace {

constexpr std::uint32_t kBotStream = 7;  // the bot's dice are not the world's

// Whom a simple collector rings: the contact with the most say among those whose part is known,
// else the first one in the file who is not the front desk.
PersonId UsualContact(const BotView& v, CustomerId c) {
  const content::Customer& customer = v.content.customers[c];
  PersonId contact = kNone;
  for (std::size_t p = 0; p < customer.people.size(); ++p) {
    const world::PersonKnown& known = v.known.customers[c].people[p];
    if (known.known == 0 || customer.people[p].gatekeeper) continue;
    if (contact == kNone) contact = static_cast<PersonId>(p);
  }
  return contact;
}

std::optional<Command> TryLetter(const BotView& v, CustomerId c, LetterLevel level) {
  const SendLetter letter = rules::StandardLetter(v.content, v.known, c, level);
  if (Lawful(v, Command{letter})) return Command{letter};
  return std::nullopt;
}

bool CalledToday(const BotView& v, CustomerId c, PersonId p) {
  return v.known.customers[c].people[p].last_contact == v.known.seller.day;
}

// Opens the first paper of the file that is not open yet: whoever writes about a claim has at least
// looked at the contract.
std::optional<Command> OpenContract(const BotView& v, CustomerId c) {
  const content::Customer& customer = v.content.customers[c];
  for (std::size_t d = 0; d < customer.documents.size(); ++d) {
    const std::uint8_t fact = customer.documents[d].fact;
    if (fact == kNone || !customer.facts[fact].due_clause) continue;
    const Command open = OpenDocument{c, static_cast<DocumentId>(d)};
    if (Lawful(v, open)) return open;
  }
  return std::nullopt;
}

std::optional<Command> Opening(const BotView& v) {
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

}  // namespace

Command ChooseRandom(const BotView& v) {
  rules::Options options;
  rules::LegalOptions(v.content, v.known, options);
  rules::Chance dice(v.seed, kBotStream);
  dice.SetDay(v.known.seller.day);
  std::array<std::uint32_t, rules::kMaxOptions> weights{};
  for (std::size_t i = 0; i < options.size(); ++i) weights[i] = 1;
  const int pick = dice.Pick(rules::Draw::kBot, v.known.seller.commands_today, Talk(v).turn,
                             std::span<const std::uint32_t>(weights.data(), options.size()));
  return options[static_cast<std::size_t>(pick)];
}

Command ChooseNagDaily(const BotView& v) {
  constexpr CustomerId c = 0;
  if (Talk(v).active != 0) {
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
  const PersonId contact = UsualContact(v, c);
  if (contact != kNone && !CalledToday(v, c, contact) && !TriedNow(v, c, contact) &&
      v.known.seller.commands_today < 3) {
    const Command call = StartCall{c, contact};
    if (Lawful(v, call)) return call;
  }
  if (v.known.seller.day % 4 == 3 && v.known.customers[c].letter_day[1] != v.known.seller.day) {
    if (const auto letter = TryLetter(v, c, LetterLevel::kReminder)) return *letter;
  }
  return MoveOn(v);
}

Command ChoosePoliteWaiter(const BotView& v) {
  constexpr CustomerId c = 0;
  if (Talk(v).active != 0) {
    if (Talk(v).person == kNone || Talk(v).turn > 6) return EndConversation{};
    if (const auto command = Opening(v)) return *command;
    if ((Talk(v).flags & world::kRapport) == 0) {
      if (const auto say = ActOfPurpose(v, content::Purpose::kRelate)) {
        if (!Used(v, say->act)) return *say;
      }
    }
    if (Talk(v).pressed == 0) {
      if (const auto say = ActWithRequest(v, content::Request::kPayment)) return *say;
    }
    return EndConversation{};
  }
  const PersonId contact = UsualContact(v, c);
  if (contact != kNone && DaysSinceContact(v, c, contact) >= 10 && !TriedNow(v, c, contact)) {
    const Command call = StartCall{c, contact};
    if (Lawful(v, call)) return call;
  }
  return MoveOn(v);
}

Command ChooseWeeklyFirm(const BotView& v) {
  constexpr CustomerId c = 0;
  if (Talk(v).active != 0) {
    if (Talk(v).person == kNone || Talk(v).turn > 8) return EndConversation{};
    if (const auto command = Opening(v)) return *command;
    if ((Talk(v).flags & world::kClauseCited) == 0) {
      if (const auto say = ActWithEffect(v, content::EffectKind::kCite)) return *say;
    }
    if (Talk(v).pressed < 1) {
      if (auto say = ActWithRequest(v, content::Request::kPayment)) {
        say->tone = Tone::kFirm;
        return *say;
      }
    }
    if (Talk(v).promise != kNone && (Talk(v).flags & world::kSummarised) == 0) {
      if (const auto say = ActWithFlag(v, world::kSummarised)) return *say;
    }
    return EndConversation{};
  }
  if (const auto open = OpenContract(v, c)) return *open;
  const Day day = v.known.seller.day;
  const world::CustomerKnown& known = v.known.customers[c];
  if (day >= 5 && known.letter_day[1] == kNever) {
    if (const auto letter = TryLetter(v, c, LetterLevel::kReminder)) return *letter;
  }
  if (day >= 15 && known.letter_day[2] == kNever) {
    if (const auto letter = TryLetter(v, c, LetterLevel::kFirstDemand)) return *letter;
  }
  if (day >= 28 && known.letter_day[3] == kNever) {
    if (const auto letter = TryLetter(v, c, LetterLevel::kSecondDemand)) return *letter;
  }
  const PersonId contact = UsualContact(v, c);
  if (contact != kNone && DaysSinceContact(v, c, contact) >= 5 && !TriedNow(v, c, contact)) {
    const Command call = StartCall{c, contact};
    if (Lawful(v, call)) return call;
  }
  return MoveOn(v);
}

}  // namespace huikuan::bots
