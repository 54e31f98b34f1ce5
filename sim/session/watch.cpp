// huikuan/watch.h: a run by the book, step by step.
#include "huikuan/watch.h"

#include <span>

#include "assess/comments.h"
#include "content/scenario.h"

namespace huikuan {

Result<Watch> Watch::Start(ScenarioPtr scenario, std::string_view name, Seed seed) {
  Result<BotDriver> bot = BotDriver::Make(name);
  if (!bot.ok()) return bot.error();
  if (seed == 0 && scenario != nullptr) seed = WatchedSeed(*scenario);
  Result<Session> session = Session::Start(std::move(scenario), seed == 0 ? 1 : seed);
  if (!session.ok()) return session.error();
  return Watch(std::move(session).value(), std::move(bot).value());
}

bool Watch::Over(const Command& next) const {
  // Its written follow-up still belongs to the call.
  return talked_ && !std::holds_alternative<ConfirmPromise>(next);
}

bool Watch::Next() {
  if (done_) return false;
  Comment why;
  const std::optional<Command> command = bot_.Next(session_, &why);
  if (!command || Over(*command)) {
    done_ = true;
    return false;
  }
  constexpr int kWorthWatching = 3;  // sentences to the one we wanted
  const Observation before = session_.Observe();
  const bool talking = before.conversation && before.conversation->wanted == kNone &&
                       before.conversation->turn >= kWorthWatching;
  const std::size_t from = session_.History().size();
  if (!session_.Submit(*command).ok()) {  // no policy of ours does that
    done_ = true;
    return false;
  }
  if (talking && !session_.Observe().conversation) talked_ = true;
  const std::size_t until = session_.History().size();
  if (!why.key.empty() && until > from) {
    why.after = from;
    comments_.push_back(std::move(why));
  }
  for (Comment& tells : WhatItTells(session_, from)) comments_.push_back(std::move(tells));
  return true;
}

std::vector<Comment> WhatItTells(const Session& session, std::size_t from) {
  const std::vector<Event>& history = session.History();
  return assess::Tells(*session.scenario(), std::span<const Event>(history).subspan(from), from);
}

bool IsDrill(const Scenario& scenario) { return scenario.drill; }
Seed WatchedSeed(const Scenario& scenario) { return scenario.watch; }

}  // namespace huikuan
