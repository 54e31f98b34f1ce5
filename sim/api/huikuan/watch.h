// A call by the book, to be watched step by step: each decision with its reason, each answer with
// what it tells. A run of its own; nobody's save is touched.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "huikuan/experiment.h"
#include "huikuan/feedback.h"
#include "huikuan/session.h"

namespace huikuan {

class Watch {
 public:
  // `seed` 0: the run the case's author chose for watching, else the first. Errors as
  // BotDriver::Make and Session::Start.
  static Result<Watch> Start(ScenarioPtr scenario, std::string_view bot = "by-the-book",
                             Seed seed = 0);
  // One more decision. False once the call is over: the first conversation in which more was said
  // than to a front desk, and its written follow-up.
  bool Next();
  bool done() const { return done_; }
  const Session& session() const { return session_; }
  const std::vector<Comment>& comments() const { return comments_; }

 private:
  Watch(Session session, BotDriver bot) : session_(std::move(session)), bot_(std::move(bot)) {}
  bool Over(const Command& next) const;

  Session session_;
  BotDriver bot_;
  std::vector<Comment> comments_;
  bool talked_ = false;  // a conversation worth watching has ended
  bool done_ = false;
};

// What a stretch of events, the last ones of the session's history, tells whoever listens.
std::vector<Comment> WhatItTells(const Session& session, std::size_t from);

}  // namespace huikuan
