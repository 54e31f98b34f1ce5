// A linear model over hashed n-grams: for every label the sum of the weights of the grams that are
// there. Whole numbers only, so that it scores the same everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fixed.h"
#include "core/result.h"
#include "recognise/features.h"

namespace huikuan::recognise {

struct Model {
  std::vector<std::string> labels;
  std::vector<std::uint32_t> grams;  // hashes of those that count, rising
  Q16 scale = 0;                     // of one step of a weight
  std::vector<std::int8_t> weights;  // gram-major: grams × labels

  // The gram's row; grams.size() for one that does not count.
  std::size_t RowOf(std::uint32_t hash) const;
};

struct Scored {
  std::size_t label = 0;
  Q16 probability = 0;
};

// Every label with its probability, the likeliest first; ties by position.
std::vector<Scored> Score(const Model& model, const std::vector<Gram>& grams);
// What one gram adds to the label against the mean of all, in steps of a weight × labels.
int Weight(const Model& model, const Gram& gram, std::size_t label);

// As bytes, about one for each weight. Error of Unpack: model.damaged.
std::string Pack(const Model& model);
Result<Model> UnpackModel(std::string_view bytes);

// 1 / sqrt(n), Q16: sentences of any length weigh the same. n from 1.
Q16 LengthWeight(std::size_t n);
// Probabilities from scores in Q16 (softmax), by table.
void Softmax(std::vector<std::int64_t>* scores);

}  // namespace huikuan::recognise
