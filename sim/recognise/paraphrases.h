// The catalogue's paraphrases: catalogue/paraphrases/<act>.json and catalogue/misconduct.json.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "huikuan/recognise.h"

namespace huikuan::recognise {

// What people say who mean one thing, every language together.
struct Meaning {
  std::string id;  // an act, or a misconduct; "clean": near to misconduct, and none
  std::vector<std::string> words;
  bool breaches = false;  // an act with an effect that breaches conduct
};

// Acts in order of their ids, their own lines (`say`) among the words. Errors: json.*,
// paraphrases.none, paraphrases.shape {file}.
Result<std::vector<Meaning>> ReadParaphrases(const Bundle& bundle);
Result<std::vector<Meaning>> ReadMisconduct(const Bundle& bundle);

}  // namespace huikuan::recognise
