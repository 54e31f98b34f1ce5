#include "recognise/train.h"

#include <algorithm>
#include <numeric>

#include "core/hash.h"

namespace huikuan::recognise {

namespace {

// Weights while learning: Q24 in 64 bits, so that small steps are not lost.
constexpr int kFine = 8;  // bits below Q16

class Learner {
 public:
  Learner(std::size_t labels, const Training& training)
      : labels_(labels),
        mask_(training.buckets - 1),
        weights_(static_cast<std::size_t>(training.buckets) * labels, 0) {}

  // One step towards the example's label; `rate` in Q16, weighted already.
  void Step(const Example& example, Q16 rate) {
    const Q16 length = LengthWeight(example.hashes.size());
    scores_.assign(labels_, 0);
    for (const std::uint32_t hash : example.hashes) {
      const std::int32_t* row = Row(hash);
      for (std::size_t i = 0; i < labels_; ++i) scores_[i] += row[i];
    }
    for (std::int64_t& s : scores_) s = (s * length) >> (16 + kFine);
    Softmax(&scores_);
    scores_[example.label] -= kOne;
    for (std::int64_t& s : scores_) s = (((s * rate) >> 16) * length) >> (16 - kFine);
    for (const std::uint32_t hash : example.hashes) {
      std::int32_t* row = Row(hash);
      for (std::size_t i = 0; i < labels_; ++i) row[i] -= static_cast<std::int32_t>(scores_[i]);
    }
  }
  void Decay(Q16 decay) {
    for (std::int32_t& w : weights_) {
      w -= static_cast<std::int32_t>(DivRound(static_cast<std::int64_t>(w) * decay, kOne));
    }
  }
  // The largest weights are cut to one byte's range: few are, and they decide anyway.
  void Quantise(Model* model) const {
    std::int64_t squares = 0, used = 0;
    for (const std::int32_t w : weights_) {
      if (w == 0) continue;
      const std::int64_t q = w >> kFine;
      squares += (q * q) >> 8;
      ++used;
    }
    // One step = spread / 24: a byte reaches five times the spread.
    std::int64_t spread = 1;
    const std::int64_t mean = used == 0 ? 1 : (squares / used) << 8;
    while (spread * spread < mean) ++spread;
    model->scale = static_cast<Q16>(std::max<std::int64_t>(1, spread / 24));
    model->weights.reserve(weights_.size());
    for (const std::int32_t w : weights_) {
      const std::int64_t step = DivRound(w >> kFine, model->scale);
      model->weights.push_back(static_cast<std::int8_t>(std::clamp<std::int64_t>(step, -127, 127)));
    }
  }

 private:
  std::int32_t* Row(std::uint32_t hash) {
    return &weights_[static_cast<std::size_t>(hash & mask_) * labels_];
  }
  std::size_t labels_;
  std::uint32_t mask_;
  std::vector<std::int32_t> weights_;
  std::vector<std::int64_t> scores_;
};

}  // namespace

Model Train(std::vector<std::string> labels, const std::vector<Example>& examples,
            const Training& training) {
  Model model;
  model.labels = std::move(labels);
  model.buckets = training.buckets;
  Learner learner(model.labels.size(), training);
  std::vector<std::int64_t> of_label(model.labels.size(), 0);
  for (const Example& e : examples) ++of_label[e.label];
  const auto mean =
      std::max<std::int64_t>(1, static_cast<std::int64_t>(examples.size() / model.labels.size()));
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0U);
  for (int epoch = 0; epoch < training.epochs; ++epoch) {
    const auto salt = static_cast<std::uint64_t>(epoch);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return HashWord(salt, a) < HashWord(salt, b);
    });
    const Q16 rate = static_cast<Q16>(training.rate - static_cast<std::int64_t>(training.rate) * 9 *
                                                          epoch / (10 * training.epochs));
    for (const std::uint32_t i : order) {
      const Example& e = examples[i];
      const std::int64_t weighted = training.balanced ? rate * mean / of_label[e.label] : rate;
      learner.Step(e, static_cast<Q16>(std::min<std::int64_t>(weighted, 3 * rate)));
    }
    learner.Decay(training.decay);
  }
  learner.Quantise(&model);
  return model;
}

}  // namespace huikuan::recognise
