// Threats, disclosures and false claims, wherever in a sentence they stand.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "recognise/concepts.h"
#include "recognise/paraphrases.h"
#include "recognise/train.h"

namespace huikuan::recognise {

struct MisconductModel {
  Model model;  // labels: MisconductName, and "none"
  Lexicon lexicon;
};

// From what is misconduct, what is only near to it, and what the acts that breach nothing say.
MisconductModel LearnMisconduct(const std::vector<Meaning>& acts,
                                const std::vector<Meaning>& kinds, Lexicon lexicon);

struct Suspicion {
  std::array<HeardMisconduct, kMisconducts> kinds{};  // the likeliest place of each
  HeardMisconduct any;                                // likeliest place of any of them
};
Suspicion SuspicionOf(const MisconductModel& model, const Typed& typed,
                      const std::vector<Slot>& slots);
// What the trainee is warned of.
std::vector<HeardMisconduct> FindMisconduct(const MisconductModel& model, const Typed& typed,
                                            const std::vector<Slot>& slots);

std::string Pack(const MisconductModel& model);
// Error: model.damaged.
Result<MisconductModel> UnpackMisconduct(std::string_view bytes);

}  // namespace huikuan::recognise
