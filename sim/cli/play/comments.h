// A watched run with its reasons, and feedback in a drill, as lines of the terminal.
#pragma once

#include <string>
#include <vector>

#include "huikuan/session.h"
#include "huikuan/text.h"
#include "huikuan/watch.h"
#include "play/transcript.h"

namespace huikuan::cli {

// The events of the last command, each followed by what is to be said of it: why it was done, what
// an answer tells.
std::string Commented(const Phrasebook& words, const Session& session,
                      const std::vector<Event>& events, const Comment& why,
                      Transcript& transcript);

// Feedback from number `from` on, one line each.
std::string FeedbackLines(const Phrasebook& words, const Observation& see, std::size_t from);
// The three lines at the end of a drill.
std::string DrillEndSheet(const Phrasebook& words, const Observation& see);

}  // namespace huikuan::cli
