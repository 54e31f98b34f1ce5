// Learning a Model: multinomial logistic regression by stochastic gradient descent in fixed point.
// A pure function: the same examples give the same bytes everywhere.
#pragma once

#include "recognise/model.h"

namespace huikuan::recognise {

struct Example {
  std::vector<std::uint32_t> hashes;  // of its grams
  std::size_t label = 0;
};

struct Training {
  int least = 2;             // examples a gram must stand in to count
  std::size_t most = 9'000;  // grams that count: those that tell most, for a small model
  int epochs = 24;
  Q16 rate = 2 * kOne;        // of the first epoch; falls evenly to a tenth
  Q16 decay = Hundredths(4);  // of every weight, an epoch
  bool balanced = true;       // labels weigh the same whatever the number of their examples
};

// Precondition: every label below labels.size(), and at least one example.
Model Train(std::vector<std::string> labels, const std::vector<Example>& examples,
            const Training& training = {});

}  // namespace huikuan::recognise
