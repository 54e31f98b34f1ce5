#include "play/transcript.h"

#include <fmt/format.h>

#include "layout.h"

namespace huikuan::cli {
namespace {

bool IsSpeech(const Event& event) { return SpokenByUs(event.kind) || SpokenToUs(event.kind); }

}  // namespace

std::string Transcript::Header(const Event& day) const {
  const std::string date = words_->language().DateLong(day.date);
  return "\n" +
         words_->Ui("cli.day", {{"date", date},
                                {"day", std::to_string(day.day + 1)},
                                {"days", std::to_string(days_)}}) +
         "\n";
}

// Typed words as they were typed, and what they were understood as.
std::string Transcript::Spoken(const Event& event, const std::string& who,
                               const std::string& words) const {
  const std::string_view typed =
      typed_ == nullptr ? std::string_view() : WordsTyped(*typed_, event);
  const auto line = [&](std::string_view said) {
    return Wrapped(words_->Ui("cli.speech", {{"name", who}, {"words", std::string(said)}}), "    ") +
           "\n";
  };
  if (typed.empty()) return line(words);
  return line(typed) + Wrapped(words_->Ui("web.typed.understood_as", {{"words", words}}), "      ") +
         "\n";
}

std::string Transcript::Line(const Event& event) const {
  const std::string sentence = words_->Sentence(event);
  if (sentence.empty()) return {};
  if (!IsSpeech(event)) {
    const bool bad = event.kind == EventKind::kConductBreach;
    return Wrapped(sentence, bad ? "  ! " : "  · ") + "\n";
  }
  std::string who = SpokenByUs(event.kind) ? words_->Ui("web.us") : words_->Speaker(event);
  if (SpokenToUs(event.kind) && event.mood != Mood::kCalm) {
    const std::string mood = words_->Ui("web.mood." + std::to_string(static_cast<int>(event.mood)));
    who = words_->Ui("cli.who_mood", {{"name", who}, {"mood", mood}});
  }
  return Spoken(event, who, sentence);
}

std::string Transcript::Lines(const std::vector<Event>& events) {
  std::string out;
  Event before;
  for (const Event& event : events) {
    const bool repeats = SaysTheSame(before, event);
    before = event;
    if (repeats) continue;
    if (event.kind == EventKind::kDayStarted) {
      header_ = Header(event);
      continue;
    }
    const std::string line = Line(event);
    if (line.empty()) continue;
    out += header_ + line;
    header_.clear();
  }
  return out;
}

}  // namespace huikuan::cli
