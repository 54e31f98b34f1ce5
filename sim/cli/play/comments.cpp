#include "play/comments.h"

#include <fmt/format.h>

#include "layout.h"
#include "play/sheets.h"

namespace huikuan::cli {

namespace {

std::string Remark(const Phrasebook& words, const char* key, const std::string& text) {
  return Wrapped(words.Ui(key, {{"text", text}}), "      ") + "\n";
}

std::string MarkOf(const Phrasebook& words, Move move) {
  const char* sign = move == Move::kGood ? "+" : move == Move::kBad ? "-" : "·";
  const char* key = move == Move::kGood  ? "feedback.mark.good"
                    : move == Move::kBad ? "feedback.mark.bad"
                                         : "feedback.mark.note";
  return fmt::format("  {} {} ", sign, words.Ui(key));
}

}  // namespace

std::string Commented(const Phrasebook& words, const Session& session,
                      const std::vector<Event>& events, const Comment& why,
                      Transcript& transcript) {
  const std::size_t from = session.History().size() - events.size();
  const std::vector<Comment> tells = WhatItTells(session, from);
  std::string out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    out += transcript.Lines({events[i]});
    if (i == 0 && !why.key.empty()) {
      out += Remark(words, "cli.play.why", CommentLine(words, why));
    }
    for (const Comment& comment : tells) {
      if (comment.after == from + i) {
        out += Remark(words, "cli.play.tells", CommentLine(words, comment));
      }
    }
  }
  return out;
}

std::string FeedbackLines(const Phrasebook& words, const Observation& see, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < see.feedback.size(); ++i) {
    const Feedback& feedback = see.feedback[i];
    out += Wrapped(FeedbackLine(words, feedback), MarkOf(words, feedback.move)) + "\n";
  }
  return out;
}

std::string DrillEndSheet(const Phrasebook& words, const Observation& see) {
  const DrillEnd end = SumUp(see.feedback);
  std::string out = Heading(words, "drill.end.title");
  const auto add = [&](const char* key, const std::string& line) {
    out += Wrapped(words.Ui(key) + words.Ui("cli.colon") + line, "  ") + "\n";
  };
  add("drill.end.good", DrillGood(words, end));
  add("drill.end.cost", DrillCost(words, end));
  add("drill.end.next", DrillNext(words, end));
  return out;
}

}  // namespace huikuan::cli
