// Events as lines of a transcript: day headers, who says what, what happened.
#pragma once

#include <string>
#include <vector>

#include "huikuan/observation.h"
#include "huikuan/text.h"

namespace huikuan::cli {

class Transcript {
 public:
  // `days`: length of the run, for headers.
  Transcript(const Phrasebook& words, Day days) : words_(&words), days_(days) {}

  // What was typed in conversations is shown as typed; outlives this object.
  void UseTyped(const std::vector<TypedWords>& typed) { typed_ = &typed; }
  void UseWords(const Phrasebook& words) { words_ = &words; }
  // Lines of the events, each with '\n'. The header of a day comes with its first event: quiet days
  // leave no trace.
  std::string Lines(const std::vector<Event>& events);
  // Leaves out the header of the day that has just begun.
  void DropHeader() { header_.clear(); }
  // One event without its day's header; "" when there is nothing to tell.
  std::string Line(const Event& event) const;

 private:
  std::string Header(const Event& day) const;

  std::string Spoken(const Event& event, const std::string& who, const std::string& words) const;

  const Phrasebook* words_;
  const std::vector<TypedWords>* typed_ = nullptr;
  Day days_ = 0;
  std::string header_;  // of the day, until it is needed
};

}  // namespace huikuan::cli
