#include "core/tables.h"
#include "rules/attitudes.h"
#include "rules/call/answer.h"
#include "rules/knowledge.h"
#include "rules/letter/letter.h"

namespace huikuan::rules {

namespace {

// The problem this recipient knows of and we do not yet.
FactId UnknownProblem(World& world, CustomerId c, PersonId p) {
  const content::CustomerIndex& index = world.customer(c).index;
  for (content::FactSet left = index.problems & index.tells[p]; left != 0; left &= left - 1) {
    const auto id = static_cast<FactId>(content::First(left));
    if (IsTrue(world, c, id) && !Knows(world.seen(c), id)) return id;
  }
  return kNone;
}

}  // namespace

bool LettersMorning(World& world, CustomerId c) {
  bool any = false;
  const int sent = world.day() - kLetterAnswerDays;  // what was sent then is answered today
  if (sent < 0) return false;
  for (int level = 0; level < kLetterLevels; ++level) {
    const world::LetterKnown letter = world::LastLetter(world.state.known, c, level);
    if (letter.day != sent) continue;
    for (std::size_t i = 0; i < world.customer(c).people.size(); ++i) {
      if (((letter.to >> i) & 1) == 0) continue;
      const auto p = static_cast<PersonId>(i);
      const FactId fact = UnknownProblem(world, c, p);
      if (fact == kNone) continue;
      // A complete letter to the right desk is worth an answer; a demand more than a statement.
      const world::PersonTruth& person = world.person(c, p);
      Q16 logit = -Hundredths(310) + static_cast<Q16>(level) * Hundredths(35);
      logit += static_cast<Q16>(DivRound(letter.quality * kOne, 70));
      logit += MulQ(kOne, person.trust - Hundredths(45)) - MulQ(kOne, person.reactance);
      if (!world.chance.Happens(Draw::kLetterAnswer, PersonKey(c, p), static_cast<unsigned>(level),
                                Logistic(logit))) {
        continue;
      }
      Event e = world.NewEvent(EventKind::kLetterAnswered, c);
      e.person = p;
      e.fact = fact;
      e.reply = ReplyOfKind(world.content, content::ReplyKind::kDisclose);
      e.value = static_cast<std::uint8_t>(level);
      world.Emit(e);
      Learn(world, c, fact, Source::kTold, p);
      any = true;
      break;
    }
  }
  return any;
}

}  // namespace huikuan::rules
