// What the review must find: planted errors, and nothing against by-the-book.
#include "huikuan/review.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "content/scenario.h"
#include "contract/review_plants.h"
#include "unit/how_many.h"

namespace huikuan {
namespace {

using test::PlayPlanted;
using test::Planted;

ActId ActCalled(const Session& session, std::string_view id) {
  for (ActId a = 0; a < session.scenario()->acts.size(); ++a) {
    if (ActName(*session.scenario(), a) == id) return a;
  }
  return kNone;
}

bool Talking(const Observation& see) {
  return see.conversation && see.conversation->wanted == kNone &&
         see.conversation->person != kNone && see.conversation->turn >= 3;
}

// Says an act as it would be offered, sums and dates included, once a conversation is under way.
test::Plant Says(std::string_view act) {
  return [act](const Session& session, const Observation& see, int) -> std::optional<Command> {
    if (!Talking(see)) return std::nullopt;
    const ActId id = ActCalled(session, act);
    for (const CommandOption& option : session.LegalCommands()) {
      const auto* say = std::get_if<Say>(&option.command);
      if (say != nullptr && say->act == id) return option.command;
    }
    return std::nullopt;
  };
}

// The first letter with a sum by a tenth too high.
std::optional<Command> WrongSum(const Session& session, const Observation& see, int) {
  if (see.conversation || see.clock.day < 6) return std::nullopt;
  for (const CommandOption& option : session.LegalCommands()) {
    const auto* letter = std::get_if<SendLetter>(&option.command);
    if (letter == nullptr || letter->reading.level != LetterLevel::kFirstDemand) continue;
    SendLetter wrong = *letter;
    wrong.reading.amount += wrong.reading.amount / 10;
    wrong.reading.flags |= kLetterWrongAmount;
    return wrong;
  }
  return std::nullopt;
}

// Goods on credit to somebody who is late with the old money.
std::optional<Command> Ships(const Session&, const Observation& see, int) {
  if (see.conversation) return std::nullopt;
  for (const OrderView& order : see.company.orders) {
    if (order.state != OrderState::kWaiting || order.overdue <= 0) continue;
    return DecideOrder{order.customer, order.id, OrderDecision::kRelease};
  }
  return std::nullopt;
}

struct Seen {
  Planted run;
  ReviewedDecision decision;
  int rank = 0;  // of its loss in the run, 1 = largest
};

Seen Reviewed(Planted planted) {
  Seen seen;
  Reviewer reviewer = Reviewer::Of(*planted.session, {0, 1, 0, false});
  while (reviewer.Step()) continue;
  for (const ReviewedDecision& d : reviewer.review().decisions) {
    if (d.index == planted.index) seen.decision = d;
  }
  seen.rank = 1;
  for (const ReviewedDecision& d : reviewer.review().decisions) {
    if (d.loss > seen.decision.loss) ++seen.rank;
  }
  seen.run = std::move(planted);
  return seen;
}

struct Error {
  const char* name;
  const char* case_id;
  test::Plant plant;
  std::vector<std::string> causes;
};

std::vector<Error> Errors() {
  std::vector<Error> all;
  for (const char* id : {"first-invoice", "county-hospital", "strained-foundry"}) {
    all.push_back({"threat", id, Says("threaten"), {"conduct"}});
    all.push_back({"bluff", id, Says("bluff"), {"conduct"}});
    all.push_back({"disclosure", id, Says("disclose_third_party"), {"conduct"}});
    all.push_back({"concession", id, Says("concede_discount"), {"concession"}});
    all.push_back({"vague", id, Says("accept_vague"), {"promise", "commitment"}});
    all.push_back({"sum", id, WrongSum, {"amount"}});
  }
  all.push_back({"ships", "strained-foundry", Ships, {"credit"}});
  return all;
}

TEST(Review, FindsPlantedErrors) {
  int found = 0, all = 0;
  const bool full = test::HowMany(0, 1) == 1;
  for (const Error& error : Errors()) {
    // The plain run samples: what conduct costs, in one case.
    const bool sampled = error.case_id == std::string("first-invoice") && error.causes[0] == "conduct";
    if (!full && !sampled) continue;
    for (Seed seed = 1; seed <= (full ? 3U : 1U); ++seed) {
      Planted planted = PlayPlanted(error.name, error.case_id, seed, error.plant);
      if (planted.index < 0) continue;
      const Seen seen = Reviewed(std::move(planted));
      const ReviewedDecision& d = seen.decision;
      const std::string first = d.causes.empty() ? "-" : d.causes[0].id;
      const bool right =
          std::find(error.causes.begin(), error.causes.end(), first) != error.causes.end();
      const bool bad = Labelled(d.verdict);
      ++all;
      if (right && bad && seen.rank <= 3) ++found;
      std::string others;
      for (const ReviewedCause& cause : d.causes) others += " " + cause.id;
      printf("%-10s %-18s seed %d  loss %.3f ± %.3f  %-11s rank %d causes%s\n", error.name,
             error.case_id, static_cast<int>(seed), d.loss, d.se, VerdictName(d.verdict), seen.rank,
             others.c_str());
      fflush(stdout);
    }
  }
  EXPECT_GE(found * 10, all * 9) << found << " of " << all;
}

}  // namespace
}  // namespace huikuan
