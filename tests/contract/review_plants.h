// Runs of by-the-book with one error planted, for the contract tests of the review.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "huikuan/experiment.h"
#include "huikuan/review.h"
#include "unit/test_bundle.h"

namespace huikuan::test {

// The command that is wrong here, if this is the moment for it. `turn`: commands so far.
using Plant = std::function<std::optional<Command>(const Session& session, const Observation& see,
                                                   int turn)>;

struct Planted {
  std::string error;
  std::string case_id;
  Seed seed = 0;
  int index = -1;  // of the wrong command
  std::optional<Session> session;
};

// By the book, with the error where it first fits, to the end; no index when it never fitted.
inline Planted PlayPlanted(const std::string& error, const std::string& case_id, Seed seed,
                           const Plant& plant) {
  Planted planted{error, case_id, seed, -1, std::nullopt};
  Session session = std::move(Session::Start(LoadScenario(RealBundle(), case_id).scenario, seed)).value();
  const BotDriver book = BotDriver::Make("by-the-book").value();
  int turn = 0;
  while (const auto next = book.Next(session)) {
    if (planted.index < 0) {
      const Observation see = session.Observe();
      const auto wrong = plant(session, see, turn);
      if (wrong && session.Check(*wrong).ok()) {
        planted.index = turn++;
        EXPECT_TRUE(session.Submit(*wrong).ok());
        continue;
      }
    }
    if (!session.Submit(*next).ok()) break;
    ++turn;
  }
  planted.session.emplace(std::move(session));
  return planted;
}

}  // namespace huikuan::test
